// The parties: a card for each, and one for a new one.
const parties = (() => {
  const { make, button, idOf, wrong, slug } = parts;
  const { get, words, text } = literal;
  const { key, tree, alternating, foreign, input, labelled, removal } = cards;
  const PARTY = key("parties").holds.holds.table;
  // What a party of each kind starts with, in words.
  const STARTS = {
    principal: "It starts with full weight, steady concessions, and 0.3 to 0.5 for no deal. Change what does not fit.",
    mediator: "It signs nothing. It starts with full weight; how it mediates is asked on its card.",
    guarantor: "It stands behind the deal of the others: it starts with full weight, and signs nothing itself.",
    stakeholder: "It is heard and does not sign. It starts with full weight: change that if it carries less.",
  };
  const STYLES = {
    facilitation: "It carries messages: drafts hit the mark more often (facilitation).",
    formulation: "It puts texts of its own on the table (formulation).",
  };
  /** How the mediator works, asked where a mediator is and nobody has said it. */
  const style = (at) => {
    const place = ["mediation", "style"];
    if (literal.find(tree(), place)) return null;
    const choose = (word) => bench.edit([{ do: "set", at: place, value: text(word) }], at);
    return make(
      "div.field.asked",
      { role: "group", "aria-labelledby": idOf(at, "style") },
      make("p.label", { id: idOf(at, "style") }, "How does it mediate?"),
      Object.entries(STYLES).map(([word, plain]) =>
        make("p", {}, button(plain, () => choose(word), { class: "link", id: idOf(at, word), data: { style: word } })),
      ),
    );
  };
  const partyCard = ([id, party]) => {
    const at = ["parties", id];
    const name = bench.title("parties", id);
    const title = field.draw(
      [...at, "title"],
      PARTY,
      { ...key("title", PARTY), holds: { kind: "text" } },
      get(party, "title") ?? { text: id, raw: text(id) },
      { commit: (value) => bench.retitle("parties", id, JSON.parse(value)) },
    );
    const role = alternating()
      ? null
      : groups.value([...at, "role"], PARTY, key("role", PARTY), get(party, "role"), { kept: true });
    const skip = [
      "title",
      "positions",
      ...(role ? ["role"] : []),
      ...foreign(PARTY, party),
      ...(words(get(party, "role")) === "mediator" ? [] : ["leverage", "payment"].filter((word) => !get(party, word))),
    ];
    const main = alternating()
      ? ["outside", "tactic"]
      : [
          ...(["principal", undefined].includes(words(get(party, "role")) ?? undefined) || get(party, "outside")
            ? ["outside"]
            : []),
          "influence",
          "concession_speed",
        ];
    return make(
      "article.card",
      { data: { at: JSON.stringify(at) }, "aria-label": name },
      field.found(at),
      get(party, "positions")?.entries?.length
        ? null
        : make(
            "p.note.hint",
            {},
            button("Say what it wants", () => view.go("wants"), { class: "link", id: idOf(at, "to wants") }),
          ),
      make("div.two", {}, title, role),
      words(get(party, "role")) === "mediator"
        ? [
            style(at),
            make(
              "p.note",
              {},
              "What it can pay others to agree is under “More that can be said” below: side payments (leverage).",
            ),
          ]
        : null,
      groups.fields(at, PARTY, party, { skip, folding: true, main }),
      removal("party", name, at),
    );
  };
  const newParty = () => {
    const at = ["parties"];
    const id = (part) => idOf(at, `new ${part}`);
    const title = input(id("title"), { placeholder: "The southern villages" });
    const role = parts.select(
      id("role"),
      key("role", PARTY).holds.words.map((word) => [word, field.choice("role", word)]),
      "principal",
      (word) => {
        note.textContent = STARTS[word] ?? STARTS.principal;
      },
    );
    const note = make("p.note", { role: "status" }, STARTS.principal);
    const add = () => {
      if (!title.value.trim()) {
        wrong(title, "What is it called?");
        title.focus();
        return;
      }
      wrong(title, null);
      const name = slug(title.value, literal.names(get(tree(), "parties")));
      const entries = [["title", text(title.value.trim())]];
      if (!alternating()) entries.push(["role", text(role.value)], ["influence", "1"], ["concession_speed", "1"]);
      if (role.value === "principal" || alternating()) entries.push(["outside", "{ reservation = [0.3, 0.4, 0.5] }"]);
      title.value = "";
      if (role.value === "principal" || alternating())
        hints.say(
          [...at, name, "outside", "reservation"],
          "A start: change it to what no deal is worth to this party.",
        );
      bench.edit([{ do: "add", at, id: name, value: literal.table(entries) }], [...at, name]);
    };
    title.addEventListener("keydown", (event) => {
      if (event.key === "Enter") add();
    });
    return make(
      "article.card.new",
      { "aria-label": "Add a party" },
      make("h3", {}, "Add a party"),
      labelled("Who is it?", title),
      alternating() ? null : labelled("What does it do at the table?", role),
      button("Add this party", add, { id: id("add") }),
      note,
    );
  };
  const draw = () => [
    make(
      "p.lead",
      {},
      "Who has to sign, who helps, and what each would have without a deal. What they want comes next.",
    ),
    (get(tree(), "parties")?.entries ?? []).map(partyCard),
    newParty(),
  ];
  return { draw };
})();
