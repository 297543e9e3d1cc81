// Values to start from, of any kind: shown at once, to be changed.
const begin = (() => {
  const { slug } = parts;
  const { table: written, text } = literal;
  const middle = ({ min, max }) => {
    if (typeof min === "number" && typeof max === "number" && max - min <= 1) return literal.plain((min + max) / 2);
    if (typeof min === "number" && min >= 1) return literal.plain(min);
    return "1";
  };
  /** Two parties of whom nothing is said yet. */
  const pair = () => {
    const ids = field.people("party").map(([id]) => id);
    const said = (literal.get(bench.state().desk.tree, "trust")?.list ?? []).map((one) =>
      (literal.get(one, "between")?.list ?? []).map(literal.words).sort().join(" "),
    );
    for (const [index, one] of ids.entries()) {
      const other = ids.slice(index + 1).find((next) => !said.includes([one, next].sort().join(" ")));
      if (other) return [one, other];
    }
    return ids.slice(0, 2);
  };
  const value = (holds, given = {}) => {
    switch (holds.kind) {
      case "change":
        return "{ scale = 1.5 }";
      case "quantity":
        return text(paths.some(1)[0] ?? "");
      case "text":
        return text(given.title ?? "To be written");
      case "name":
        return text(given.id ?? slug(given.title ?? "new"));
      case "texts":
        return literal.texts(
          Array.from({ length: Math.max(1, holds.min ?? 1) }, (_, index) => `To be written ${index + 1}`),
        );
      case "word":
        return text(given.what ?? holds.words[0]);
      case "flag":
        return "true";
      case "date":
        return bench.asOf();
      case "duration":
        return text("3 months");
      case "months":
      case "months-or-day":
        return text("6 months");
      case "seed":
        return "42";
      case "whole":
        return literal.plain(Math.max(holds.min ?? 1, Math.min(holds.max ?? 10, 10)));
      case "plain":
        return given.scale ? literal.plain(given.scale.lo) : middle(holds);
      case "plain-or":
      case "number":
      case "unsourced":
        return middle(holds);
      case "flag-or":
        return "true";
      case "on-scale":
      case "place": {
        const one = given.scale;
        if (one?.options) return text(one.options[0] ?? "");
        return one ? literal.plain((one.lo + one.hi) / 2) : "50";
      }
      case "refer":
        if (holds.to === "input") return text(paths.some(1)[0] ?? "");
        return text(field.people(holds.to)[0]?.[0] ?? "");
      case "refers":
        if (holds.to === "input") return literal.texts(paths.some(Math.max(1, holds.min ?? 1)));
        return literal.texts(
          field
            .people(holds.to)
            .slice(0, Math.max(1, holds.min ?? 1))
            .map(([word]) => word),
        );
      case "word-or":
      case "word-or-number":
        return text(holds.words[0]);
      case "words-or":
        return literal.texts(holds.words.slice(0, Math.max(1, holds.min ?? 1)));
      case "plains":
        return `[${Array.from({ length: Math.max(1, holds.min ?? 1) }, (_, index) => index).join(", ")}]`;
      case "table":
        return row(holds.table, given);
      case "list":
        return `[${row(holds.table, given)}]`;
      case "map": {
        const open = holds.to === "input" || holds.holds.kind === "change";
        const some = holds.to && !open ? field.people(holds.to) : [];
        const name = open ? (paths.some(1)[0] ?? "new") : (some[0]?.[0] ?? "new");
        const scale_ = holds.to === "issue" ? { scale: scaleOf(name) } : {};
        return written([[name, value(holds.holds, scale_)]]);
      }
      default:
        return text("");
    }
  };
  /** A table with all that has to be in it. */
  const row = (table, given = {}) => {
    if (table.what === "an effect")
      return written([
        ["multiply", text(paths.some(1)[0] ?? "")],
        ["by", "1.1"],
      ]);
    if (table.what === "an interim deal") {
      const some = field.people("issue").slice(0, 1);
      const id = given.id ?? "new";
      return written([
        ["id", text(id)],
        ["as_drafted", literal.texts(some.map(([issue]) => issue))],
        ["lasts", text("6 months")],
      ]);
    }
    if (table.what === "a pair's trust")
      return written([
        ["between", literal.texts(pair())],
        ["value", "0.5"],
      ]);
    const wanted = table.keys.filter((key) => key.need === "required" || key.name === table.one_of[0]);
    return written(wanted.map((key) => [key.name, value(key.holds, given)]));
  };
  const scaleOf = (issue) => {
    const node = literal.find(bench.state().desk.tree, ["issues", issue]);
    return node ? scale.of(node) : null;
  };
  return { value, row, scaleOf };
})();
