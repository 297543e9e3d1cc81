// What the cards of issues, parties and questions have in common.
const cards = (() => {
  const { make, button, idOf } = parts;
  const { get, words } = literal;
  const { keys } = ask.given;
  const key = (name, table = keys) => table.keys.find((one) => one.name === name);
  const tree = () => bench.state().desk.tree;
  const alternating = () => {
    const protocol = get(tree(), "protocol");
    return (words(protocol) ?? words(get(protocol, "kind"))) === "alternating-offers";
  };
  // Keys that mean something in one kind of talks alone (docs/format.md, “Alternating offers”).
  const PEACE = {
    "a scenario": [
      "as_of",
      "clock",
      "trust",
      "front",
      "mediation",
      "summit",
      "talks",
      "coalition",
      "durability",
    ].concat(["interim", "events"]),
    "an issue": ["effect", "status_quo", "draft_shift"],
    "a party": [
      "role",
      "reciprocity",
      "loss_aversion",
      "deadline",
      "readiness_spread",
      "good_faith",
      "breach_hazard",
    ].concat(["betrayal_loss", "pledge", "leverage", "payment"]),
    "a question": ["by", "party", "event", "interim"],
  };
  const OFFERS = {
    "an issue": ["points"],
    "a party": ["tactic", "acceptance", "opponent_model", "discount", "error"],
    "a question": ["by_round"],
  };
  /** Keys that are not there and belong to talks of the other kind. */
  const foreign = (table, node) =>
    ((alternating() ? PEACE : OFFERS)[table.what] ?? []).filter((name) => !get(node, name));
  const input = (id, given = {}) => make("input", { id, type: "text", autocomplete: "off", dir: "auto", ...given });
  const labelled = (label, element, note) =>
    make("div.field", {}, make("label", { for: element.id }, label), element, note ? make("p.note", {}, note) : null);
  const removal = (what, name, at) =>
    button(
      `Remove this ${what}`,
      async () => {
        const answer = await parts.dialog(
          `Remove “${name}”?`,
          make(
            "p",
            {},
            what === "question"
              ? "Undo brings it back."
              : "Whatever refers to it goes as well: positions, terms, trust. Undo brings it all back.",
          ),
          [
            ["yes", "Remove it"],
            ["", "Keep it"],
          ],
        );
        if (answer) field.remove(at);
      },
      { class: "link", id: idOf(at, "remove"), "aria-label": `Remove this ${what}: ${name}` },
    );
  return { key, tree, alternating, foreign, input, labelled, removal };
})();
