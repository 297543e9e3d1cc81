// The bench: the text of the scenario and what it was, one change after the other, and the page drawn from it.
const bench = (() => {
  const { make, button } = parts;
  const by = (id) => document.getElementById(id);
  const MOST_STEPS = 200;
  const empty = () => ({
    file: null,
    home: null,
    base: null,
    saved: null,
    origin: null,
    before: null,
    desk: null,
    past: [],
    future: [],
    step: "issues",
    draft: null,
  });
  let state = empty();
  let epoch = 0;

  // --- what is said at the top ---
  const notice = (text, bad = false, more = null) => {
    const box = by("bench-notice");
    box.classList.toggle("bad", bad);
    box.hidden = !text;
    box.replaceChildren();
    if (!text) return;
    box.append(
      make("p", {}, text),
      make(
        "div.actions",
        {},
        more,
        button("Close", () => notice(null)),
      ),
    );
  };
  const lost = (text) =>
    notice(
      text,
      true,
      button("Download my text", () => files.rescue()),
    );

  // --- changing ---
  let line = Promise.resolve();
  let flush = null;
  /** A change that waits for its last key. */
  const pending = (work) => {
    if (flush && work && flush !== work) flush();
    flush = work;
  };
  const queued = (work) => {
    const mine = epoch;
    const guarded = async () => {
      if (mine === epoch) await work(() => mine === epoch);
    };
    line = line.then(guarded, guarded);
    return line;
  };
  // --- names that change ---
  // Whatever was drawn before a name changed speaks of the old one.
  let renames = [];
  let drawnAt = 0;
  const drawn = () => {
    drawnAt = renames.length;
  };
  const followed = (at, list) => list.reduce((place, one) => parts.follow(place, one), at);
  const renamed = (one) => {
    renames.push(one);
    parts.renamed(one);
    hints.renamed(one);
    findings.renamed(one);
  };
  const back = ({ at: [place, id], to }) => ({ at: [place, to], to: id });
  const take = (desk, given = {}) => {
    if (state.desk && desk.text !== state.desk.text) {
      state.past.push(state.desk);
      if (state.past.length > MOST_STEPS) state.past.shift();
      state.future = [];
    }
    put(desk, given);
  };
  const put = (desk, given = {}) => {
    state.desk = desk;
    findings.tidy();
    view.draw(given);
    answers.follow();
    answers.later();
  };
  /** Changes the text; `at` is where, for the eye. Whatever the loader thinks of it, it is taken. */
  const edit = (edits, at = []) => {
    hints.settle(at);
    const since = drawnAt;
    return queued((current) => written(edits, at, since, current));
  };
  const written = async (edits, at, since, current) => {
    try {
      const past = renames.slice(since);
      const now = edits.map((one) => ({ ...one, at: followed(one.at, past) }));
      const place = followed(at, past);
      const desk = await ask.desk({ wanted: "edit", file: state.file, text: state.desk.text, edits: now });
      if (!current()) return;
      take(desk, edits.some((one) => one.do === "add") ? { to: place } : { near: place });
    } catch (error) {
      if (!current()) return;
      if (error.why === "lost") lost(error.message);
      else notice(`That could not be written: ${error.message}`, true);
      view.draw();
    }
  };
  /** Another title for an issue or a party. Its short name, which answers show, goes along where nobody relies on the
      old one: in a scenario that was never saved, or where it was made of the old title. */
  const retitle = (place, id, words) => {
    const at = [place, id, "title"];
    const set = { do: "set", at, value: literal.text(words) };
    hints.settle(at);
    if (place === "issues") hints.borrowed(id);
    const since = drawnAt;
    return queued(async (current) => {
      const now = followed([place, id], renames.slice(since))[1];
      const old = literal.words(literal.find(state.desk.tree, [place, now, "title"]));
      const taken = literal.names(literal.get(state.desk.tree, place)).filter((one) => one !== now);
      const free = state.home === null || (old !== null && parts.madeOf(now, old));
      const to = free && parts.spelled(words) ? parts.slug(words, taken) : now;
      if (to !== now) {
        try {
          const edits = [
            { ...set, at: [place, now, "title"] },
            { do: "rename", at: [place, now], to },
          ];
          const desk = await ask.desk({ wanted: "edit", file: state.file, text: state.desk.text, edits });
          if (!current()) return;
          const one = { at: [place, now], to };
          renamed(one);
          take(Object.assign(desk, { renamed: one }), { near: [place, to, "title"] });
          return;
        } catch {
          // Where the short name cannot change, the title changes alone.
          if (!current()) return;
        }
      }
      await written([set], at, since, current);
    });
  };
  const undo = () => move("past", "future");
  const redo = () => move("future", "past");
  const move = (from, to) => {
    // What was typed and not taken goes first.
    if (from === "past" && findings.slips().length) {
      findings.dropSlips();
      slipped();
      view.draw();
      return;
    }
    if (flush) {
      const work = flush;
      flush = null;
      work();
    }
    const at = document.activeElement?.id;
    queued(async () => {
      if (!state[from].length) return;
      const was = state.desk;
      const next = state[from].pop();
      state[to].push(was);
      state.draft = null;
      if (from === "past" && was.renamed) renamed(back(was.renamed));
      if (from === "future" && next.renamed) renamed(next.renamed);
      put(next);
      // A button that has nothing more to do loses the focus: it goes to the one beside it.
      if (from === "past" && !state.past.length && at === "bench-undo") by("bench-redo").focus();
      if (from === "future" && !state.future.length && at === "bench-redo") by("bench-undo").focus();
    });
  };
  /** After something was typed that cannot be taken, or no longer is there. */
  const slipped = () => {
    view.head();
    answers.later();
  };
  /** Later changes are held against the text as it is now. */
  const fromHere = async () => {
    await settled();
    const clock = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    state.before = { desk: state.desk, words: `as you set it at ${clock}`, set: true };
    answers.follow();
    answers.refresh();
  };
  const useDraft = () =>
    queued(async (current) => {
      if (state.draft === null) return;
      try {
        const desk = await ask.desk({ wanted: "desk", file: state.file, text: state.draft });
        if (!current()) return;
        state.draft = null;
        findings.dropSlips();
        take(desk);
      } catch (error) {
        if (error.why === "lost") lost(error.message);
        else notice(error.message, true);
      }
    });
  const draft = (...given) => {
    if (given.length) [state.draft] = given;
    return state.draft;
  };
  /** When all that was typed and moved is in the text. */
  const settled = async () => {
    const { activeElement: active } = document;
    if (active?.dataset.said !== undefined) active.dispatchEvent(new Event("blur"));
    if (flush) {
      const work = flush;
      flush = null;
      work();
    }
    if (state.draft !== null) useDraft();
    await line;
  };

  // --- opening, saving, ending ---
  const begin = ({ file, home, base, desk, template = false }) => {
    epoch += 1;
    parts.forget();
    hints.forget();
    findings.dropSlips();
    renames = [];
    drawnAt = 0;
    state = {
      ...empty(),
      file,
      home,
      base,
      desk,
      saved: home || !ask.served ? desk.text : null,
      origin: desk.text,
      before: { desk, words: "as opened", set: false },
      step: desk.tree ? "issues" : "text",
    };
    if (template) hints.template(desk.tree);
    if (home) sessionStorage.setItem("zopa-file", home);
    by("bench-start").hidden = true;
    by("bench-start").replaceChildren();
    by("bench-head").hidden = false;
    by("bench-work").hidden = false;
    notice(null);
    answers.clear();
    view.draw();
    answers.follow();
    scrollTo(0, 0);
    by("bench-step-title").focus({ preventScroll: true });
    answers.refresh();
  };
  const saved = ({ file, home, base, text }) => {
    Object.assign(state, { file, home, base, saved: text });
    state.origin = text;
    // What its reader has set to compare with stays.
    if (!state.before.set && state.desk.text === text)
      state.before = { desk: state.desk, words: "as last saved", set: false };
    view.draw();
    answers.follow();
    answers.refresh();
    const count = findings.slips().length;
    if (count)
      notice(
        `Saved without ${count === 1 ? "one entry" : `${count} entries`} that cannot be taken as typed: see what is ` +
          "marked “To mend”.",
        true,
      );
  };
  const unsaved = () =>
    Boolean(state.desk) &&
    (state.draft !== null || findings.slips().length > 0 || state.desk.text !== (state.saved ?? state.origin));
  const end = () => {
    epoch += 1;
    answers.clear();
    state = empty();
    notice(null);
  };

  const title = (place, id) => literal.words(literal.find(state.desk.tree, [place, id, "title"])) ?? id;
  /** The title behind an id of the file, or null. */
  const called = (id) =>
    ["parties", "issues"].some((place) => literal.find(state.desk?.tree, [place, id]))
      ? title(literal.find(state.desk.tree, ["parties", id]) ? "parties" : "issues", id)
      : null;
  const asOf = () => literal.get(state.desk.tree, "as_of")?.date ?? new Date().toISOString().slice(0, 10);

  const wire = () => {
    answers.wire();
    for (const [id, act] of [
      ["save", files.save],
      ["save-as", files.saveAs],
      ["another", files.another],
      ["window", files.otherWindow],
      ["undo", undo],
      ["redo", redo],
    ]) {
      by(`bench-${id}`).addEventListener("click", act);
    }
    by("bench-window").hidden = !ask.served;
    const name = by("bench-title");
    name.dataset.said = name.value;
    const tell = () => {
      if (state.desk && name.value !== name.dataset.said) {
        name.dataset.said = name.value;
        edit([{ do: "set", at: ["title"], value: literal.text(name.value) }], ["title"]);
      }
    };
    name.addEventListener("change", tell);
    name.addEventListener("blur", tell);
    name.addEventListener("keydown", (event) => {
      if (event.key === "Enter") tell();
    });
    addEventListener("pointerdown", view.hold, true);
    for (const one of ["pointerup", "pointercancel"]) addEventListener(one, view.release, true);
    addEventListener("blur", view.release);
    // A list of choices may swallow the end of the press that opened it.
    addEventListener("pointermove", (event) => event.buttons || view.release(), true);
    addEventListener("change", (event) => event.target.matches?.("select") && view.release(), true);
    addEventListener("compositionstart", view.hold, true);
    addEventListener("compositionend", view.release, true);
    addEventListener("keydown", (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || !state.desk || document.querySelector("dialog[open]"))
        return;
      const word = event.key.toLowerCase();
      if (word === "s") {
        event.preventDefault();
        files.save();
        return;
      }
      if (word !== "z" && word !== "y") return;
      const { activeElement: active } = document;
      // What is being typed is undone by the browser.
      if (
        active?.matches("textarea, input:not([type=checkbox])") &&
        !findings.slipped(active.id) &&
        (active.id === "bench-text" || active.value !== active.dataset.said)
      )
        return;
      event.preventDefault();
      if (word === "y" || event.shiftKey) redo();
      else undo();
    });
    addEventListener("beforeunload", (event) => {
      if (!unsaved()) return;
      event.preventDefault();
      event.returnValue = true;
    });
    start.first();
  };
  return {
    wire,
    state: () => state,
    notice,
    lost,
    edit,
    retitle,
    drawn,
    slipped,
    fromHere,
    pending,
    take,
    useDraft,
    draft,
    settled,
    begin,
    saved,
    unsaved,
    end,
    title,
    called,
    asOf,
  };
})();
bench.wire();
