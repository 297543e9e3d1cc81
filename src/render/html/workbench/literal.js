// Values as the file writes them, and what the tree of a file says of a number.
const literal = (() => {
  /** JSON and TOML quote alike, but for DEL and for halves of signs, which TOML does not know. */
  const text = (words) => JSON.stringify(words.toWellFormed?.() ?? words).replace(/\u007f/g, "\\u007F");
  const texts = (list) => `[${list.map(text).join(", ")}]`;
  /** A number as it is written: never an exponent that a reader stumbles over. */
  const plain = (value) => {
    if (!Number.isFinite(value)) return "0";
    const short = String(value === 0 ? 0 : value);
    return short;
  };
  const name = (word) => (/^[A-Za-z0-9_-]+$/.test(word) ? word : text(word));
  const table = (entries) => `{ ${entries.map(([word, value]) => `${name(word)} = ${value}`).join(", ")} }`;
  /** What somebody typed as a number, or null. */
  const typed = (words) => {
    const short = words.trim().replace("\u2212", "-");
    if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(short)) return null;
    const value = Number(short);
    return Number.isFinite(value) ? value : null;
  };

  /** The node of a key. */
  const get = (node, word) => node?.entries?.find(([key]) => key === word)?.[1] ?? null;
  /** The node at a path. */
  const find = (node, at) =>
    at.reduce(
      (one, word) => (one ? (typeof word === "number" ? (one.list?.[word] ?? null) : get(one, word)) : null),
      node,
    );
  const words = (node) => node?.text ?? null;
  const names = (node) => (node?.entries ?? []).map(([key]) => key);

  const single = (node) => (typeof node?.number === "number" ? node.number : null);
  const several = (node, count) => {
    const list = node?.list?.map(single);
    return list && list.length === count && !list.includes(null) ? list : null;
  };
  const law = (node) => {
    const exact = single(node);
    if (exact !== null) return { form: "exact", low: exact, mode: exact, high: exact };
    const three = several(node, 3) ?? several(get(node, "triangular"), 3);
    if (three) return { form: "range", low: three[0], mode: three[1], high: three[2], long: Boolean(node.entries) };
    const smooth = several(get(node, "pert"), 3);
    if (smooth) return { form: "pert", low: smooth[0], mode: smooth[1], high: smooth[2] };
    const two = several(get(node, "uniform"), 2);
    if (two) return { form: "between", low: two[0], mode: (two[0] + two[1]) / 2, high: two[1] };
    return { form: "other", low: null, mode: null, high: null };
  };
  /** What the node of a number says: its form, its corners, and where it comes from. */
  const number = (node) => {
    const value = get(node, "value");
    const inner = value ?? node;
    return {
      ...law(inner),
      raw: inner?.raw ?? "",
      sourced: Boolean(value),
      source: words(get(node, "source")) ?? "",
      certainty: words(get(node, "certainty")) ?? "",
      date: get(node, "date")?.date ?? "",
    };
  };
  /** The law of a number as the file writes it. */
  const written = ({ form, low, mode, high, long, raw }) => {
    const all = (...list) => `[${list.map(plain).join(", ")}]`;
    if (form === "exact") return plain(mode);
    if (form === "range") return long ? `{ triangular = ${all(low, mode, high)} }` : all(low, mode, high);
    if (form === "pert") return `{ pert = ${all(low, mode, high)} }`;
    if (form === "between") return `{ uniform = ${all(low, high)} }`;
    return raw;
  };
  /** The whole number with where it comes from. */
  const sourced = (one) => {
    const more = [];
    if (one.certainty) more.push(["certainty", text(one.certainty)]);
    if (one.source) more.push(["source", text(one.source)]);
    if (one.date) more.push(["date", one.date]);
    return more.length ? table([["value", written(one)], ...more]) : written(one);
  };
  /** A number in words. */
  const brief = (one) => {
    if (one.form === "exact") return plain(one.mode);
    if (one.form === "range" || one.form === "pert")
      return `${plain(one.low)} to ${plain(one.high)}, likely ${plain(one.mode)}`;
    if (one.form === "between") return `${plain(one.low)} to ${plain(one.high)}`;
    return "as the file says";
  };
  /** Rounds to a step, so that no tail of binary digits shows. */
  const rounded = (value, step) => {
    const digits = Math.max(0, Math.min(12, -Math.floor(Math.log10(step) + 1e-9)));
    return Number((Math.round(value / step) * step).toFixed(digits));
  };
  return {
    text,
    texts,
    plain,
    table,
    typed,
    get,
    find,
    words,
    names,
    single,
    number,
    written,
    sourced,
    brief,
    rounded,
  };
})();
