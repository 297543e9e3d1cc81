// What the loader finds, by the place that it speaks of, and what of it the page has shown beside its field.
const findings = (() => {
  const { make } = parts;
  let shown = new Set();
  const all = () => bench.state().desk?.findings ?? [];
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
    bench.state().desk?.tree ? all().filter((one) => steps.of(one.at) === id) : id === "text" ? all() : [];
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
  const loose = (id) => (id === "text" ? [] : inStep(id).filter((one) => !shown.has(one)));
  const anew = () => {
    shown = new Set();
  };
  return { at, under, starts, inStep, counted, count, badge, loose, anew };
})();
