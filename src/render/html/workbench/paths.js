// The paths of the numbers of a scenario, as variants, events and factors name them.
const paths = (() => {
  const { get, words } = literal;
  // They are left out of paths (docs/format.md, “Paths”), as is what wraps a number.
  const UNSAID = ["war", "vote", "value"];
  const OWN = ["factors", "correlations", "questions", "variants", "issues", "talks", "clock", "sources"];
  const WRAPS = ["source", "certainty", "date", "title"];
  const name = (place, one, index) =>
    place === "trust"
      ? (get(one, "between")?.list ?? []).map((party) => words(party) ?? "").join(".")
      : (words(get(one, "name")) ?? words(get(one, "id")) ?? String(index));
  const walk = (node, at, found) => {
    if (!node) return;
    if (node.entries) {
      if (literal.number(node).form !== "other") {
        found.push(at);
        return;
      }
      for (const [word, inner] of node.entries) {
        if (WRAPS.includes(word) || (at.length === 0 && OWN.includes(word))) continue;
        walk(inner, UNSAID.includes(word) ? at : [...at, word], found);
      }
    } else if (node.list) {
      if (literal.number(node).form !== "other") found.push(at);
      else node.list.forEach((one, index) => one.entries && walk(one, [...at, name(at.at(-1), one, index)], found));
    } else if (typeof node.number === "number") found.push(at);
  };
  /** All of them, parties first, as they stand in the file. */
  const all = () => {
    const found = [];
    walk(bench.state().desk.tree, [], found);
    // The one number of a pair's trust has no name of its own.
    const written = found.map((at) => (at[0] === "trust" && at.at(-1) === "number" ? at.slice(0, -1) : at).join("."));
    return [...new Set(written)].sort((a, b) => Number(b.startsWith("parties.")) - Number(a.startsWith("parties.")));
  };
  /** One to start from: what no deal is worth to somebody, where there is such a number. */
  const some = (count) => {
    const list = all();
    const first = list.filter((path) => path.endsWith(".outside.reservation") || path.endsWith(".outside.cost"));
    return [...new Set([...first, ...list])].slice(0, count);
  };
  /** An input that knows them all. */
  const offered = (input) => {
    const id = `${input.id}-paths`;
    input.setAttribute("list", id);
    return [
      input,
      parts.make(
        "datalist",
        { id },
        all().map((path) => parts.make("option", { value: path }, field.inWords(path) ?? path)),
      ),
    ];
  };
  return { all, some, offered };
})();
