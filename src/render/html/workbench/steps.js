// The steps of a scenario, in the order in which somebody new takes them.
const steps = (() => {
  const { make, button, fold } = parts;
  const { get } = literal;
  const { tree } = cards;
  const keys = ask.given.keys;
  const HERE = ["title", "issues", "parties", "questions", "as_of", "clock", "summary"];
  const LIST = [
    { id: "issues", short: "The issues", title: "What is negotiated, and when" },
    { id: "parties", short: "The parties", title: "Who is at the table" },
    { id: "wants", short: "What each wants", title: "What each wants" },
    { id: "questions", short: "Your questions", title: "What you want to know" },
    { id: "rest", short: "More", title: "Everything else" },
    { id: "text", short: "Text", title: "The file as text" },
  ];
  /** The step on which a place of the file is edited. */
  const of = (at) => {
    const [first, , third] = at;
    if (first === "parties") return third === "positions" ? "wants" : "parties";
    if (first === "questions") return "questions";
    if (first === undefined || ["title", "issues", "as_of", "clock", "summary"].includes(first)) return "issues";
    return "rest";
  };
  const wants = () => {
    const list = get(tree(), "issues")?.entries ?? [];
    const count = list.length * (get(tree(), "parties")?.entries.length ?? 0);
    return [
      make(
        "p.lead",
        {},
        "Drag each mark to its place. A shape shows how sure you are: the wider, the less anybody knows. The words " +
          "on the left open the exact numbers.",
      ),
      list.length
        ? list.map(([id, issue], index) =>
            fold(
              ["issues", id],
              "board",
              make("span.boardtitle", {}, make("bdi", {}, bench.title("issues", id)), findings.badge(["wants", id])),
              scale.board(id, issue),
              count <= 9 || index === 0,
              { class: "boardfold" },
            ),
          )
        : make("p", {}, "There is no issue yet: add one in the first step."),
    ];
  };

  const rest = () => {
    const there = [];
    const open = [];
    for (const one of keys.keys) {
      if (HERE.includes(one.name) || cards.foreign(keys, tree()).includes(one.name)) continue;
      const node = get(tree(), one.name);
      const { label } = field.worded(keys, one);
      if (node)
        there.push(
          fold(
            [one.name],
            "fold",
            make("span", {}, label, findings.badge(["rest", one.name])),
            groups.inside([one.name], one, node),
            false,
            { class: "boardfold" },
          ),
        );
      else
        open.push(
          ["table", "map", "list"].includes(one.holds.kind)
            ? groups.absent([one.name], keys, one, {})
            : make("div", {}, groups.value([one.name], keys, one, null)),
        );
    }
    return [
      make(
        "p.lead",
        {},
        "Nothing here has to be touched. It is for cases with more to them: mediators, events, votes, a front line, " +
          "rival readings.",
      ),
      there,
      open.length
        ? fold([], "more of the file", "More that can be said", open, there.length === 0, { class: "more" })
        : null,
    ];
  };

  const file = () => {
    const { desk } = bench.state();
    const draft = bench.draft();
    const box = make("textarea", {
      id: "bench-text",
      class: "whole",
      spellcheck: "false",
      autocapitalize: "off",
      autocomplete: "off",
      wrap: "off",
      "aria-label": "The file as text",
      value: draft ?? desk.text,
    });
    const use = button("Use this text", () => bench.useDraft(), { id: "bench-use", class: "main" });
    const drop = button(
      "Take my typing back",
      () => {
        bench.draft(null);
        view.draw();
      },
      { id: "bench-drop" },
    );
    const show = () => {
      for (const one of [use, drop]) one.disabled = bench.draft() === null;
    };
    box.addEventListener("input", () => {
      bench.draft(box.value === desk.text ? null : box.value);
      show();
    });
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.ctrlKey) bench.useDraft();
    });
    show();
    const to = (one) => {
      const from = box.value
        .split("\n")
        .slice(0, one.line - 1)
        .reduce((sum, line) => sum + line.length + 1, 0);
      box.focus();
      box.setSelectionRange(from, from + (box.value.split("\n")[one.line - 1]?.length ?? 0));
      box.scrollTop = Math.max(0, (one.line - 4) * parseFloat(getComputedStyle(box).lineHeight));
    };
    return [
      make(
        "p.lead",
        {},
        "This is what is saved, comments and all (TOML). Nothing counts until you press “Use this text”.",
      ),
      findings.at([], true).length
        ? make(
            "ul.lines",
            { "aria-label": "Findings by line" },
            findings.at([], true).map((one) =>
              make(
                `li.${one.severity}`,
                {},
                button(`Line ${one.line}`, () => to(one), { class: "link" }),
                " ",
                parts.said(one.message),
                one.help ? [" ", parts.said(one.help)] : null,
              ),
            ),
          )
        : null,
      box,
      make("div.actions", {}, use, drop),
    ];
  };
  const DRAW = { issues: issues.draw, parties: parties.draw, wants, questions: questions.draw, rest, text: file };
  const draw = (id) => DRAW[id]();
  return { LIST, of, draw };
})();
