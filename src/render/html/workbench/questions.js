// The questions: a card for each, and one for a new one.
const questions = (() => {
  const { make, button, idOf, slug } = parts;
  const { get, words, text } = literal;
  const { key, tree, foreign, input, labelled, removal } = cards;
  const QUESTION = key("questions").holds.table;
  const newQuestion = () => {
    const at = ["questions"];
    const id = (part) => idOf(at, `new ${part}`);
    const box = input(id("text"), { placeholder: "A treaty is signed by the summer" });
    const what = parts.select(
      id("what"),
      key("what", QUESTION).holds.words.map((word) => [word, field.choice("what", word)]),
      "signed",
      () => {},
    );
    const add = () => {
      const said = box.value.trim() || field.choice("what", what.value);
      const taken = (get(tree(), "questions")?.list ?? []).map((one) => words(get(one, "id")) ?? "");
      // Results have columns of these names themselves.
      const own = [
        "talks",
        "ground",
        "common-ground",
        "signed",
        "ratified",
        "carried-out",
        "holds",
        "seed",
        "world",
        "worlds",
        "zopa",
        "gain",
        "case",
        "point",
        "scenario",
      ];
      box.value = "";
      const entries = [
        ["id", text(slug(said, [...taken, ...own]))],
        ["text", text(said)],
        ["what", text(what.value)],
      ];
      bench.edit([{ do: "add", at, id: null, value: literal.table(entries) }], [...at, taken.length]);
    };
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter") add();
    });
    return make(
      "article.card.new",
      { "aria-label": "Add a question" },
      make("h3", {}, "Add a question"),
      labelled("The question, in words", box),
      labelled("What has to happen", what),
      button("Add this question", add, { id: id("add") }),
    );
  };
  const questionCard = (node, index) => {
    const at = ["questions", index];
    const name = words(get(node, "text")) ?? `Question ${index + 1}`;
    const what = words(get(node, "what"));
    const only = { pledged: "party", event: "event" };
    const skip = [
      ...["party", "event"].filter((word) => only[what] !== word && !get(node, word)),
      ...(what?.startsWith("interim-") || get(node, "interim") ? [] : ["interim"]),
      ...foreign(QUESTION, node),
    ];
    return make(
      "article.card",
      { data: { at: JSON.stringify(at) }, "aria-label": name },
      field.found(at),
      groups.fields(at, QUESTION, node, {
        skip,
        main: ["text", "what", "by", "by_round", ...(only[what] ? [only[what]] : [])],
        late: ["id"],
      }),
      removal("question", name, at),
    );
  };
  const draw = () => [
    make(
      "p.lead",
      {},
      "Every question gets its odds. Whether a deal is signed, and whether it lasts, is told in any case.",
    ),
    (get(tree(), "questions")?.list ?? []).map(questionCard),
    newQuestion(),
  ];
  return { draw };
})();
