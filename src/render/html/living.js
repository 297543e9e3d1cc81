(() => {
  // The panel: it reads what is set, asks the engine in a worker, and puts the answers on the page.
  const by = (id) => document.getElementById(id);
  const panel = by("change");
  if (!panel || typeof Worker === "undefined" || typeof WebAssembly === "undefined" ||
      typeof DecompressionStream === "undefined") return;
  const words = panel.dataset;
  const file = JSON.parse(by("zopa-request").textContent);
  const [said, state, busy, heard, odds] =
    ["said", "state", "busy", "heard", "odds"].map((name) => by(`change-${name}`));
  const [back, copy, save, done, typed] =
    ["back", "copy", "save", "done", "command"].map((name) => by(`change-${name}`));
  const unchanged = said.textContent;
  const levers = [...panel.querySelectorAll(".lever")].map((element) => ({
    element,
    path: element.dataset.path,
    range: element.querySelector("input[type=range]"),
    box: element.querySelector("input[type=checkbox]"),
    output: element.querySelector("output"),
    meanings: [...element.querySelectorAll(".meanings data")].map((one) => [Number(one.value), one.textContent]),
  }));
  const switches = [...panel.querySelectorAll(".switch")].map((element) => ({
    path: element.dataset.path,
    select: element.querySelector("select"),
    radios: [...element.querySelectorAll("input[type=radio]")],
  }));
  panel.hidden = false;

  // Its place in the contents.
  const list = document.querySelector("nav ol");
  const entry = document.createElement("li");
  entry.append(document.createElement("a"));
  entry.firstChild.href = "#change";
  entry.firstChild.textContent = by("change-title").textContent;
  list.firstElementChild?.after(entry);

  // --- what is set ---
  const chosen = ({ select, radios }) => select ? select.value : radios.find((one) => one.checked)?.value ?? "";
  const initial = switches.map(chosen);
  const show = (lever) => {
    const held = !lever.box.checked;
    const value = Number(lever.range.value);
    const meaning = lever.meanings.findLast(([from]) => from <= value)?.[1];
    const at = meaning ? `${lever.range.value} (${meaning})` : lever.range.value;
    lever.output.textContent = held ? `${words.held} ${at}` : words.asFile;
    lever.range.setAttribute("aria-valuetext", held ? at : `${words.asFile}, ${at}`);
    lever.element.classList.toggle("held", held);
  };
  const request = (wanted) => {
    const held = levers.filter(({ box }) => !box.checked).map(({ path, range }) => `${path}=${range.value}`);
    let { variant } = file;
    switches.forEach((one, index) => {
      const value = chosen(one);
      if (one.path === "--variant") variant = value || null;
      else if (value !== initial[index]) held.push(`${one.path}=${value}`);
    });
    if (variant === file.variant && held.length === 0) return null;
    return { ...file, wanted, change: { variant, sets: held } };
  };

  // --- the engine: compiled once, in a worker of its own for every request, so that it can be stopped ---
  let compiled = null;
  const compile = () => {
    compiled ??= (async () => {
      const packed = Uint8Array.from(atob(by("zopa-engine").textContent), (sign) => sign.charCodeAt(0));
      const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
      return WebAssembly.compile(await new Response(plain).arrayBuffer());
    })();
    return compiled;
  };
  const home = URL.createObjectURL(new Blob([by("zopa-worker").textContent], { type: "text/javascript" }));
  const ask = (asked, told) => {
    let worker = null;
    let stopped = false;
    const fail = (error) => { if (!stopped) told({ kind: "refused", text: `${words.broken}: ${error}` }); };
    compile().then((module) => {
      if (stopped) return;
      worker = new Worker(home);
      worker.onerror = (event) => fail(event.message);
      worker.onmessage = ({ data }) => {
        if (stopped) return;
        if (data.kind === "end") worker.terminate();
        told(data);
      };
      worker.postMessage({ module, request: asked });
    }).catch(fail);
    return () => { stopped = true; worker?.terminate(); };
  };

  // --- answers ---
  const pieces = () => {
    const main = by("main");
    const at = [...main.children].indexOf(panel);
    const html = (elements) => elements.map((one) => one.outerHTML).join("");
    return {
      head: document.querySelector("body > header").innerHTML,
      contents: html([...list.children].filter((one) => one !== entry)),
      answer: html([...main.children].slice(0, at)),
      sections: html([...main.children].slice(at + 1)),
      foot: document.querySelector("body > footer").innerHTML,
    };
  };
  const original = pieces();
  let shown = original;
  /** Does what may move the page, and keeps what the reader looks at where it is on the screen. */
  const steadily = (work) => {
    const top = (one) => one.getBoundingClientRect().top;
    const active = document.activeElement;
    const sections = [...by("main").querySelectorAll("section")];
    const inHand = panel.contains(active) && top(active) > 0 && top(active) < innerHeight ? active : null;
    const seen = inHand ?? sections.findLast((one) => top(one) < 80);
    const before = seen && top(seen);
    work();
    // A section is another by now, of the same name.
    const again = inHand ?? (seen && by(seen.id));
    if (again) scrollBy({ top: top(again) - before, behavior: "instant" });
  };
  /** Puts pieces on the page: HTML of the engine's making, whose every text is escaped there. */
  const put = (fresh) => {
    if (fresh === shown) return;
    shown = fresh;
    const main = by("main");
    const place = (one) => {
      const section = one.closest("section");
      return `${section?.id} ${[...section.querySelectorAll("details")].indexOf(one)}`;
    };
    const open = new Set([...main.querySelectorAll("section:not(#change) details[open]")].map(place));
    const from = (html) => {
      const template = document.createElement("template");
      template.innerHTML = html;
      return template.content;
    };
    steadily(() => {
      for (const child of [...main.children]) if (child !== panel) child.remove();
      panel.before(from(fresh.answer));
      panel.after(from(fresh.sections));
      for (const one of main.querySelectorAll("section:not(#change) details")) one.open = open.has(place(one));
      list.replaceChildren(from(fresh.contents));
      list.firstElementChild?.after(entry);
      document.querySelector("body > header").replaceChildren(from(fresh.head));
      document.querySelector("body > footer").replaceChildren(from(fresh.foot));
      document.dispatchEvent(new Event("zopa:told"));
    });
  };

  let stop = () => {};
  let last = null;
  const rest = (changed) => {
    panel.classList.toggle("changed", changed);
    for (const button of [back, copy, save]) button.disabled = !changed;
  };
  const refuse = (text) => {
    const why = document.createElement("pre");
    why.textContent = text;
    odds.replaceChildren(why);
    said.textContent = heard.textContent = text.split("\n")[0];
    state.textContent = "";
    busy.hidden = true;
  };
  const play = () => {
    stop();
    stop = () => {};
    done.textContent = "";
    typed.hidden = true;
    const asked = request("report");
    rest(Boolean(asked));
    last = null;
    if (!asked) {
      busy.hidden = true;
      steadily(() => {
        odds.replaceChildren();
        said.textContent = heard.textContent = unchanged;
        state.textContent = "";
        put(original);
      });
      return;
    }
    busy.hidden = false;
    if (!state.textContent) steadily(() => { state.textContent = words.begin; });
    panel.dataset.began = String(performance.now());
    stop = ask(asked, (answer) => {
      if (answer.kind === "odds") {
        steadily(() => {
          said.innerHTML = answer.said;
          odds.innerHTML = answer.odds;
          state.textContent = answer.state;
        });
        if (!last) heard.textContent = said.textContent;
        last = answer;
        panel.dataset.first ??= String(performance.now() - Number(panel.dataset.began));
        panel.dataset.worlds = String(answer.worlds);
      } else if (answer.kind === "page") {
        state.textContent = answer.state;
        put(answer.pieces);
        panel.dataset.told = String(answer.worlds);
      } else if (answer.kind === "refused") {
        refuse(answer.text);
      } else if (answer.kind === "end") {
        busy.hidden = true;
        heard.textContent = said.textContent;
      }
    });
  };

  // --- hands ---
  let soon = 0;
  const later = () => { clearTimeout(soon); soon = setTimeout(play, 120); };
  for (const lever of levers) {
    const middle = lever.range.value;
    show(lever);
    lever.range.addEventListener("input", () => { lever.box.checked = false; show(lever); later(); });
    lever.box.addEventListener("change", () => {
      if (lever.box.checked) lever.range.value = middle;
      show(lever);
      later();
    });
    lever.reset = () => { lever.box.checked = true; lever.range.value = middle; show(lever); };
  }
  for (const { select, radios } of switches) {
    for (const one of select ? [select] : radios) one.addEventListener("change", later);
  }
  back.addEventListener("click", () => {
    for (const lever of levers) lever.reset();
    switches.forEach(({ select, radios }, index) => {
      if (select) select.value = initial[index];
      for (const one of radios) one.checked = one.value === initial[index];
    });
    clearTimeout(soon);
    play();
    by("change-title").scrollIntoView({ block: "nearest" });
  });
  copy.addEventListener("click", async () => {
    if (!last) return;
    typed.firstElementChild.textContent = last.command;
    typed.hidden = false;
    try {
      await navigator.clipboard.writeText(last.command);
      done.textContent = words.copied;
    } catch {
      getSelection().selectAllChildren(typed);
      done.textContent = words.uncopied;
    }
  });
  save.addEventListener("click", () => {
    const asked = request("scenario");
    if (!asked) return;
    ask(asked, (answer) => {
      if (answer.kind === "file") {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(new Blob([answer.text], { type: "application/toml" }));
        link.download = answer.name;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10000);
        done.textContent = answer.said;
      } else if (answer.kind === "refused") done.textContent = answer.text;
    });
  });
  panel.addEventListener("pointerenter", () => compile().catch(() => {}), { once: true });
  panel.addEventListener("focusin", () => compile().catch(() => {}), { once: true });
})();
