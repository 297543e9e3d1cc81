// What the loader finds, by the place that it speaks of, and what of it the page has shown beside its field.
const findings = (() => {
  const { make } = parts;
  let shown = new Set();
  // What was typed and cannot be taken, by the field: it stays in its field, and the odds wait.
  const typed = new Map();
  const slip = (input, text) => {
    if (!text) {
      if (typed.delete(input.id)) bench.slipped();
      return;
    }
    const place = input.closest("[data-at]")?.dataset.at;
    const old = typed.get(input.id);
    const at = place ? JSON.parse(place) : (old?.at ?? []);
    const name = input.getAttribute("aria-label") ?? input.labels?.[0]?.textContent ?? "";
    const one = { severity: "error", code: "typed", message: text, label: name, help: null, line: 1, column: 1, at };
    typed.set(input.id, { ...one, id: input.id, value: input.value, step: old?.step ?? bench.state().step });
    if (old?.message !== text || old.value !== input.value) bench.slipped();
  };
  const slips = () => [...typed.values()];
  const slipped = (id) => typed.get(id) ?? null;
  const dropSlips = () => {
    for (const { id } of slips()) {
      const input = document.getElementById(id);
      if (input) input.value = input.dataset.said;
    }
    typed.clear();
  };
  /** What was typed of something that is no longer there goes with it. */
  const tidy = () => {
    const { tree } = bench.state().desk;
    if (!tree) return;
    for (const [id, { at }] of [...typed]) {
      const owner = at[2] === "positions" ? at.slice(0, 4) : at.slice(0, 2);
      if (["parties", "issues", "questions"].includes(at[0]) && at.length > 1 && !literal.find(tree, owner))
        typed.delete(id);
    }
  };
  const renamed = (one) => {
    for (const slip_ of typed.values()) slip_.at = parts.follow(slip_.at, one);
  };
  /** Puts back what was typed, after a drawing. */
  const restore = () => {
    for (const { id, value, message, at, step } of slips()) {
      const input = document.getElementById(id);
      if (input?.type !== "text") {
        // The field gave way to another. (Of a position it may only be shut.)
        if (input || (step === bench.state().step && at[2] !== "positions")) typed.delete(id);
        continue;
      }
      input.value = value;
      parts.wrong(input, message);
    }
  };
  const all = () => bench.state().desk?.findings ?? [];
  const everything = () => [...slips(), ...all()];
  const starts = (long, short) => short.every((word, index) => String(long[index]) === String(word));
  const at = (place, deep = false) => {
    const found = all().filter((one) =>
      deep ? starts(one.at, place) : one.at.length === place.length && starts(one.at, place),
    );
    for (const one of found) shown.add(one);
    return found;
  };
  /** The same without counting them as shown. */
  const under = (place) => all().filter((one) => starts(one.at, place));
  // What cannot be read can only be mended in the text.
  const inStep = (id) =>
    bench.state().desk?.tree
      ? everything().filter((one) => (one.step ?? steps.of(one.at)) === id)
      : id === "text"
        ? all()
        : [];
  const inPart = ([step, name]) =>
    inStep(step).filter((one) => (step === "wants" ? one.at[3] === name : one.at[0] === name));
  const counted = (list, short = false) => {
    const errors = list.filter((one) => one.severity === "error").length;
    if (!list.length) return null;
    const words = errors ? "to mend" : list.length === 1 ? "note" : "notes";
    return make(
      `span.count.${errors ? "error" : "warning"}`,
      {},
      String(errors || list.length),
      make(short ? "span.unseen" : "span", {}, ` ${words}`),
    );
  };
  const count = (place) => [" ", counted(under(place))];
  const badge = (part) => [" ", counted(inPart(part))];
  /** Of a step, what no field has shown since `anew`. */
  const loose = (id) => (id === "text" ? [] : inStep(id).filter((one) => !shown.has(one) && !one.id));
  const anew = () => {
    shown = new Set();
  };
  return {
    at,
    under,
    starts,
    inStep,
    counted,
    count,
    badge,
    loose,
    anew,
    everything,
    slip,
    slips,
    slipped,
    dropSlips,
    tidy,
    renamed,
    restore,
  };
})();
