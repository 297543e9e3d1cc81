// What the scenario says: the odds by themselves after every change, the rest from buttons. Each shows the command that
// gives the same, how far it is, and can be stopped. A new answer takes the place of the old one.
const answers = (() => {
  const { make, button } = parts;
  const by = (id) => document.getElementById(id);
  const VERBS = {
    map: ["Could they agree at all?", "Every package against what each party would have without a deal (map)."],
    drivers: [
      "What does it hang on?",
      "Each number moved by itself: what that does to the odds (drivers). Takes a while.",
    ],
    compare: ["Compare the rival readings", "The scenario as it is against each of its variants (compare)."],
    explain: ["Tell me one story", "One history, move by move (explain)."],
  };
  /** HTML that the engine made, whose every text is escaped there. */
  const from = (html) => {
    const template = document.createElement("template");
    template.innerHTML = html;
    named(template.content);
    return template.content;
  };
  const PLACES = "parties|model|mediation|trust|front|summit|coalition|durability|events|interim";
  const PATH = new RegExp(`(\\b(?:${PLACES})(?:\\.[A-Za-z0-9_-]+)+)`);
  /** Where an answer names a number by its path, it is named in words; the path is its title. */
  const named = (content) => {
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // A path in a command stays one.
      const code = node.parentElement?.closest("code");
      const alone = !code || code.textContent.trim().split(PATH).join("") === code.textContent.trim().match(PATH)?.[0];
      if (PATH.test(node.data) && alone && !node.parentElement?.closest("pre, svg")) found.push(node);
    }
    for (const node of found) {
      const pieces = node.data.split(PATH);
      node.replaceWith(
        ...pieces.map((piece, index) => {
          const words = index % 2 ? field.inWords(piece) : null;
          return words === null ? piece : make("bdi", { title: piece }, words);
        }),
      );
    }
  };
  let variant = null;
  const request = (more) => {
    const { file, home, desk } = bench.state();
    return { file: home ?? file, text: desk.text, variant, sets: [], ...more };
  };

  // --- one answer at a time in each place ---
  const place = (id) => {
    const parts_ = Object.fromEntries(
      ["said", "body", "state", "busy", "stop", "command", "unsaved", "copied"].map((name) => [
        name,
        by(`${id}-${name}`),
      ]),
    );
    const self = { id, ...parts_, stopper: null, text: null, shown: null };
    self.stop.addEventListener("click", () => {
      halt(self);
      self.state.textContent = "Stopped.";
    });
    by(`${id}-copy`).addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(self.command.textContent);
        self.copied.textContent = "Copied.";
      } catch {
        getSelection().selectAllChildren(self.command);
        self.copied.textContent = "Selected: copy it with Ctrl+C.";
      }
    });
    return self;
  };
  const idle = (self) => {
    self.stopper = null;
    self.busy.hidden = true;
    self.busy.removeAttribute("value");
    self.stop.hidden = true;
    by(self.id).removeAttribute("aria-busy");
  };
  const halt = (self) => {
    self.stopper?.();
    idle(self);
  };
  const command = (self, words) => {
    by(`${self.id}-same`).hidden = !words;
    self.command.textContent = words ?? "";
    self.copied.textContent = "";
    unsaved(self);
  };
  const unsaved = (self) => {
    self.unsaved.hidden = !bench.unsaved() && Boolean(bench.state().home || !ask.served);
    self.unsaved.textContent =
      bench.state().home || !ask.served
        ? "The command reads the saved file: it does not know your unsaved changes."
        : "Save the scenario first: the command reads the file.";
  };
  const refused = (self, text, why) => {
    if (why === "lost") bench.lost(text);
    self.said.textContent = "";
    self.body.replaceChildren(
      make("p.finding.error", {}, make("strong", {}, "This could not be played.")),
      make("pre", {}, text),
    );
    command(self, null);
    self.state.textContent = "";
  };
  const play = (self, asked, told) => {
    halt(self);
    self.busy.hidden = false;
    self.stop.hidden = false;
    self.text = asked.change?.text ?? asked.text;
    by(self.id).setAttribute("aria-busy", "true");
    const started = performance.now();
    self.stopper = ask.stream(asked, (answer) => {
      if (answer.kind === "progress" && answer.of > 0) {
        self.busy.max = answer.of;
        self.busy.value = answer.done;
        const left =
          answer.done > 0 ? ((performance.now() - started) * (answer.of - answer.done)) / answer.done / 1000 : 0;
        const done = `${Math.round((100 * answer.done) / answer.of)}% done`;
        self.state.textContent = left > 3 ? `${done}, about ${Math.ceil(left)} seconds left` : done;
      } else if (answer.kind === "refused") refused(self, answer.text, answer.why);
      else if (answer.kind === "end") idle(self);
      else told(answer);
    });
  };

  // --- the odds ---
  const CAVEAT = "The odds follow from the assumptions in the file; they are not a forecast.";
  let odds = null;
  let soon = 0;
  const ready = () => {
    const { desk } = bench.state();
    return Boolean(desk?.sound) && !findings.slips().length;
  };
  /** The odds at a glance, the rest of the run below a fold that stays as its reader left it. */
  const shortened = (content) => {
    const heads = [...content.children].filter((one) => one.tagName === "H4");
    if (heads.length < 4) return content;
    const rest = [...content.children].slice([...content.children].indexOf(heads[2]));
    const inside = make(
      "div",
      {},
      rest.filter((one) => !one.classList.contains("notice")),
    );
    // What the odds rest on is never folded away.
    const caveat = rest.filter((one) => one.classList.contains("notice"));
    content.append(...caveat);
    content.append(parts.fold([], "whole run", "Why not, on what terms, and what it hangs on", inside, false));
    return content;
  };
  const showOdds = (answer) => {
    stale(odds, false);
    if (answer.kind === "odds") {
      odds.said.replaceChildren(from(answer.said));
      odds.body.replaceChildren(from(answer.odds), make("p.notice", {}, CAVEAT));
      odds.shown = "change";
    } else {
      odds.said.textContent = "";
      odds.body.replaceChildren(shortened(from(answer.html)));
      odds.shown = "run";
    }
    odds.state.textContent = answer.state ?? "";
    command(odds, answer.command);
    short();
  };
  /** The odds in a line, for a screen on which they are far below. */
  const short = () => {
    const row = [...odds.body.querySelectorAll("tr")].find((one) =>
      /^(signed|agreed)$/i.test(one.cells[0]?.textContent ?? ""),
    );
    const cells = [...(row?.cells ?? [])].map((one) => one.textContent);
    // Before and now, each with its interval; or what a run says, with its error.
    const heads = [...(row?.closest("table").tHead?.rows[0]?.cells ?? [])].map((one) => one.textContent.trim());
    const column = (name, usual) => cells[heads.includes(name) ? heads.indexOf(name) : usual];
    const said = odds.shown === "change" ? `${column("Before", 1)} → ${column("Now", 3)}` : cells[1];
    by("bench-now").textContent = row
      ? `${cells[0].replace(/^./, (sign) => sign.toUpperCase())}: ${said} ↓`
      : "The odds ↓";
  };
  /** Is there a text to hold the present one against, and can their odds stand side by side? */
  const comparable = () => {
    const { before, desk } = bench.state();
    const ids = (one) =>
      (one.questions ?? [])
        .map(({ id }) => id)
        .sort()
        .join(" ");
    return {
      other: Boolean(before) && before.desk.text !== desk.text,
      fits:
        Boolean(before?.desk.sound) &&
        ids(before.desk) === ids(desk) &&
        (!variant || before.desk.variants.some(({ id }) => id === variant)),
    };
  };
  /** What “before” is, in words. */
  const against = () => {
    const { before, desk } = bench.state();
    const place = by("bench-odds-before");
    by("bench-from-here").disabled = !before || before.desk.text === desk.text || !ready();
    if (!before || !ready()) {
      place.textContent = "";
      return;
    }
    const { other, fits } = comparable();
    place.textContent = !other
      ? before.set
        ? `What you change from here is compared with the scenario ${before.words}.`
        : ""
      : fits
        ? `Before: the scenario ${before.words}.`
        : `Not compared with the scenario ${before.words}: the questions or the rival readings are others now, so ` +
          "there are no such odds from before.";
  };
  const refresh = () => {
    clearTimeout(soon);
    if (!bench.state().desk) return;
    against();
    if (!ready()) {
      halt(odds);
      odds.state.textContent = "";
      by("bench-now").textContent = "To mend before there are odds ↓";
      odds.said.textContent = bench.state().desk.tree
        ? "The odds wait until everything marked “To mend” is mended."
        : "The odds wait until the text can be read.";
      stale(odds, odds.body.childNodes.length > 0);
      return;
    }
    const { before, desk } = bench.state();
    odds.state.textContent = "Playing …";
    const { other: changed, fits } = comparable();
    if (changed && fits) {
      play(
        odds,
        { ...request(), wanted: "odds", text: before.desk.text, change: { text: desk.text, variant, sets: [] } },
        showOdds,
      );
    } else play(odds, request({ wanted: "told", verb: "run", trial: null }), showOdds);
  };
  const later = () => {
    clearTimeout(soon);
    soon = setTimeout(refresh, 500);
  };

  // --- the rest ---
  let other = null;
  const stale = (self, old) => {
    by(self.id).classList.toggle("stale", old);
    by(`${self.id}-old`).hidden = !old;
  };
  const tell = (verb) => {
    if (!ready()) {
      bench.notice("Mend what is marked first: a scenario with errors cannot be played.", true);
      return;
    }
    const trial = verb === "explain" ? chosenTrial() : null;
    if (verb === "explain" && trial === undefined) return;
    by("bench-other").hidden = false;
    by("bench-other-title").textContent = VERBS[verb][0];
    other.body.replaceChildren();
    other.said.textContent = "";
    other.state.textContent = "Playing …";
    command(other, null);
    stale(other, false);
    by("bench-other").scrollIntoView({ block: "nearest" });
    const which = verb === "compare" ? { variant: null } : {};
    play(other, request({ wanted: "told", verb, trial, ...which }), (answer) => {
      other.body.replaceChildren(from(answer.html));
      other.state.textContent = answer.state ?? "";
      command(other, answer.command);
      by("bench-other-title").focus({ preventScroll: true });
      by("bench-other").scrollIntoView({ behavior: "instant" });
    });
  };
  const chosenTrial = () => {
    const which = by("bench-trial").value;
    if (which !== "number") return which;
    const value = by("bench-trial-number").value.trim();
    if (!/^\d{1,13}$/.test(value)) {
      parts.wrong(by("bench-trial-number"), "A whole number, such as 17.");
      return undefined;
    }
    parts.wrong(by("bench-trial-number"), null);
    return Number(value);
  };
  const report = async () => {
    await bench.settled();
    if (!ready()) {
      bench.notice("Mend what is marked first: a scenario with errors cannot be played.", true);
      return;
    }
    if (bench.unsaved() || (ask.served && !bench.state().home)) {
      const answer = await parts.dialog(
        "Save the scenario first",
        make("p", {}, "The report names the file of its scenario, and the command that makes it again from that file."),
        [
          ["save", "Save and make the report"],
          ["unsaved", "Make it of the unsaved text"],
          ["", "Cancel"],
        ],
      );
      if (!answer) return;
      if (answer === "save") {
        await files.save();
        if (bench.unsaved() || (ask.served && !bench.state().home)) return;
      }
    }
    by("bench-other").hidden = false;
    by("bench-other-title").textContent = "The report";
    other.body.replaceChildren();
    other.said.textContent = "";
    other.state.textContent = "Writing …";
    command(other, null);
    stale(other, false);
    play(other, request({ wanted: "page" }), (answer) => {
      parts.download(answer.name, answer.text, "text/html");
      other.said.textContent = `Saved as ${answer.name}: it is with your browser’s downloads. ${answer.said ?? ""}`;
      other.state.textContent = "";
      command(other, answer.command ?? null);
    });
  };

  // --- drawing and wiring ---
  const variants = () => {
    const list = bench.state().desk?.variants ?? [];
    const choose = by("bench-variant");
    if (variant && !list.some(({ id }) => id === variant)) variant = null;
    const wanted = JSON.stringify(list);
    if (choose.dataset.list !== wanted) {
      choose.dataset.list = wanted;
      choose.replaceChildren(
        make("option", { value: "" }, "as it stands"),
        ...list.map(({ id, title }) => make("option", { value: id }, title || id)),
      );
    }
    choose.value = variant ?? "";
    by("bench-variant-note").hidden = !variant;
    by("bench-variants").hidden = list.length === 0;
    const compare = by("bench-ask-compare");
    compare.disabled = list.length === 0;
    by("bench-ask-compare-note").textContent = list.length
      ? VERBS.compare[1]
      : "Needs a rival reading of the scenario: add one under “More”.";
  };
  let inSight = false;
  const float = () => {
    by("bench-now").hidden = inSight || by("bench-work").hidden;
  };
  /** After every new desk. */
  const follow = () => {
    float();
    variants();
    against();
    unsaved(odds);
    unsaved(other);
    if (other.text !== null && other.text !== bench.state().desk.text && !by("bench-other").hidden) {
      if (other.stopper) {
        halt(other);
        other.state.textContent = "Stopped: the scenario has changed.";
      }
      stale(other, other.body.childNodes.length > 0);
    }
  };
  const clear = () => {
    clearTimeout(soon);
    variant = null;
    for (const self of [odds, other]) {
      halt(self);
      self.body.replaceChildren();
      self.said.textContent = self.state.textContent = "";
      self.text = null;
      stale(self, false);
      command(self, null);
    }
    by("bench-other").hidden = true;
  };
  const wire = () => {
    // The line goes where the answers themselves are on the screen.
    new IntersectionObserver(([one]) => {
      inSight = one.isIntersecting;
      float();
    }).observe(by("bench-answers"));
    odds = place("bench-odds");
    other = place("bench-other");
    by("bench-asks").replaceChildren(
      ...Object.entries(VERBS).map(([verb, [label, note]]) => {
        const id = `bench-ask-${verb}`;
        return make(
          "li",
          {},
          button(label, () => tell(verb), { id, "aria-describedby": `${id}-note` }),
          verb === "explain"
            ? make(
                "span.row",
                {},
                parts.select(
                  "bench-trial",
                  [
                    ["deal", "of a deal"],
                    ["failure", "of a failure"],
                    ["near-miss", "of a near miss"],
                    ["number", "by its number"],
                  ],
                  "deal",
                  (word) => {
                    by("bench-trial-number").hidden = word !== "number";
                  },
                  { "aria-label": "Which story" },
                ),
                make("input", {
                  id: "bench-trial-number",
                  type: "text",
                  inputmode: "numeric",
                  class: "short",
                  value: "0",
                  hidden: true,
                  "aria-label": "Number of the history",
                }),
              )
            : null,
          make("p.note", { id: `${id}-note` }, note),
        );
      }),
    );
    by("bench-wider").addEventListener("click", (event) => {
      // What is at the top of each side stays there.
      const kept = ["bench-panel", "bench-answers"].map((side) => {
        const one = [...by(side).querySelectorAll("[data-at], h2, h3, h4, p, figure")].find(
          (part) => part.getBoundingClientRect().top >= 0 && part.offsetParent,
        );
        return [one, one?.getBoundingClientRect().top];
      });
      const wide = by("bench-work").classList.toggle("wider");
      event.target.textContent = wide ? "Narrower" : "Wider";
      const shift = ([one, top]) => (one ? one.getBoundingClientRect().top - top : 0);
      scrollBy({ top: shift(kept[0]), behavior: "instant" });
      by("bench-answers").scrollBy({ top: shift(kept[1]), behavior: "instant" });
    });
    by("bench-to-odds").addEventListener("click", () => {
      by("bench-odds").scrollIntoView({ behavior: "instant" });
      by("bench-answers").focus({ preventScroll: true });
    });
    by("bench-from-here").addEventListener("click", bench.fromHere);
    by("bench-report").addEventListener("click", report);
    by("bench-again").addEventListener("click", refresh);
    by("bench-variant").addEventListener("change", (event) => {
      variant = event.target.value || null;
      by("bench-variant-note").hidden = !variant;
      refresh();
      if (other.text !== null) stale(other, other.body.childNodes.length > 0);
    });
  };
  return { wire, refresh, later, follow, clear };
})();
