// Any table, map or list of the schema: what is there as fields, what is not under “More that can be said”.
const groups = (() => {
  const { make, button, idOf, fold, slug } = parts;
  const { get, table: written, text } = literal;
  const FRAMED = ["table", "map", "list"];
  const frame = (at, label, doc, inside, given = {}) => {
    if (!given.folded) return plainFrame(at, label, doc, inside, given);
    const found = findings.under(at).length > 0;
    return fold(
      at,
      "frame",
      make("span", {}, label, findings.count(at)),
      plainFrame(at, label, doc, inside, { ...given, bare: true }),
      found,
      { class: "groupfold" },
    );
  };
  const plainFrame = (at, label, doc, inside, given = {}) =>
    make(
      "section.group",
      { data: { at: JSON.stringify(at) }, "aria-label": given.name ?? (typeof label === "string" ? label : null) },
      make(
        "div.grouphead",
        {},
        given.bare ? make("span") : make("h4", {}, label),
        given.leave
          ? button("Leave out", () => field.remove(at), {
              class: "link",
              id: idOf(at, "leave"),
              "aria-label": `Leave out: ${given.name ?? label}`,
            })
          : null,
      ),
      doc && !field.same(doc, given.name ?? label) ? make("p.note", {}, doc) : null,
      field.found(at),
      inside,
    );

  /** One key that is there. */
  const value = (at, table, key, node, given = {}) => {
    const { holds } = key;
    const { label, doc } = field.worded(table, key);
    const leave = key.need !== "required" && !given.kept;
    const how = { leave, name: label, folded: given.folded };
    if (holds.kind === "table")
      // The one thing that a group says goes with the group.
      return frame(
        at,
        label,
        doc,
        fields(at, holds.table, node, { ...given, folded: false, sole: leave && node?.entries?.length === 1 }),
        how,
      );
    if (holds.kind === "map") return frame(at, label, doc, map(at, holds, node), how);
    if (holds.kind === "list") return frame(at, label, doc, list(at, holds, node), how);
    if (holds.table && node?.entries) {
      const short =
        holds.kind === "word-or"
          ? ["Say it in a word", text(holds.words[0])]
          : holds.kind === "plain-or"
            ? ["Without a source", literal.plain(get(node, "value")?.number ?? 0.5)]
            : holds.kind === "flag-or"
              ? ["Without a source", String(get(node, "outcome")?.flag ?? true)]
              : null;
      return frame(
        at,
        label,
        doc,
        [
          fields(at, holds.table, node, { ...given, folded: false, sole: leave && node.entries.length === 1 }),
          short ? button(short[0], () => field.set(at, short[1]), { class: "link", id: idOf(at, "short") }) : null,
        ],
        how,
      );
    }
    if (holds.table && ["word-or", "plain-or", "flag-or"].includes(holds.kind)) {
      const simple = {
        "word-or": { kind: "word", words: holds.words },
        "plain-or": { ...holds, kind: "plain" },
        "flag-or": { kind: "flag" },
      }[holds.kind];
      const long =
        holds.kind === "word-or"
          ? ["Say it in detail", () => begin.row(holds.table, given)]
          : [
              "Add a source",
              () =>
                written([
                  [holds.kind === "plain-or" ? "value" : "outcome", node?.raw ?? begin.value(simple)],
                  ["source", text("To be written")],
                ]),
            ];
      const element = field.draw(at, table, { ...key, holds: simple }, node, { ...given, leave });
      if (node || holds.kind === "word-or")
        element.append(button(long[0], () => field.set(at, long[1]()), { class: "link", id: idOf(at, "long") }));
      return element;
    }
    return field.draw(at, table, key, node, { ...given, leave });
  };
  /** One key that is not there. A simple one is an empty field; a group is added by a button. */
  const absent = (at, table, key, given) => {
    const { label, doc } = field.worded(table, key);
    if (!FRAMED.includes(key.holds.kind)) return value(at, table, key, null, given);
    const empty = key.holds.kind === "map" && !key.holds.to;
    const add = () => {
      parts.unfold(at, "fold");
      bench.edit([{ do: "set", at, value: begin.value(key.holds, given) }], at);
    };
    return make(
      "div.offer",
      { data: { at: JSON.stringify(at) } },
      make(
        "p",
        {},
        make("span.label", {}, label),
        " ",
        doc && !field.same(doc, label) ? make("span.note", {}, doc) : null,
        empty ? make("span.note", {}, " It starts with one entry, “new”.") : null,
      ),
      button("Add", add, { id: idOf(at, "add"), "aria-label": `Add: ${label}` }),
    );
  };
  /** The fields of a table: `main` keys are always shown, `skip` never; of keys that exclude each other one is
      chosen. */
  const fields = (at, table, node, given = {}) => {
    const skip = given.skip ?? [];
    const main =
      given.main ?? table.keys.filter((key) => key.name === "title" || key.need === "required").map((key) => key.name);
    const late = given.late ?? [];
    // What holds for the groups inside as well.
    const rest = { scale: given.scale, kept: given.kept, folded: given.folded };
    const there = table.one_of.filter((word) => get(node, word));
    const choose =
      table.one_of.length > 1 &&
      there.length <= 1 &&
      !table.one_of.every((word) => skip.includes(word)) &&
      !given.fixed;
    const shown = [];
    const hidden = [];
    for (const key of table.keys) {
      if (skip.includes(key.name)) continue;
      if (choose && table.one_of.includes(key.name) && !get(node, key.name)) continue;
      const place = [...at, key.name];
      const found = get(node, key.name);
      if (found && late.includes(key.name)) hidden.push(() => value(place, table, key, found, rest));
      else if (found)
        shown.push([
          key,
          () =>
            value(place, table, key, found, {
              ...rest,
              folded: given.folding && !main.includes(key.name),
              kept: given.kept || given.sole || (choose && there[0] === key.name),
            }),
        ]);
      else if (main.includes(key.name)) shown.push([key, () => absent(place, table, key, rest)]);
      else hidden.push(() => absent(place, table, key, rest));
    }
    const order = ([key]) => {
      if (key.name === "title") return -1;
      const place = main.indexOf(key.name);
      return place < 0 ? main.length : place;
    };
    shown.sort((a, b) => order(a) - order(b));
    const drawn = shown.map(([, draw]) => draw());
    const chooser = choose
      ? make(
          "div.field.chooser",
          {},
          make("label", { for: idOf(at, "one of") }, "Said as"),
          parts.select(
            idOf(at, "one of"),
            [
              ...(there.length ? [] : [["", "not said"]]),
              ...table.one_of.map((word) => {
                const key = table.keys.find((one) => one.name === word);
                return [word, field.worded(table, key).label];
              }),
            ],
            there[0] ?? "",
            (word) => {
              const key = table.keys.find((one) => one.name === word);
              const edits = there.map((old) => ({ do: "remove", at: [...at, old] }));
              bench.edit(
                [...edits, { do: "set", at: [...at, word], value: begin.value(key.holds, rest) }],
                [...at, word],
              );
            },
          ),
        )
      : null;
    const title = "More that can be said";
    return [
      chooser,
      drawn,
      hidden.length
        ? fold(
            at,
            "more",
            title,
            hidden.map((draw) => draw()),
            false,
            { class: "more" },
          )
        : null,
    ];
  };

  /** A table whose keys are names. */
  const map = (at, holds, node) => {
    const entries = node?.entries ?? [];
    const taken = entries.map(([name]) => name);
    const one = (name, inner) => {
      const place = [...at, name];
      const issue = holds.to === "issue" ? { scale: begin.scaleOf(name) } : {};
      const label =
        holds.to === "party" || holds.to === "issue"
          ? bench.title(holds.to === "party" ? "parties" : "issues", name)
          : (literal.words(get(inner, "title")) ?? field.inWords(name) ?? name);
      if (holds.holds.kind === "table") {
        const name_ = make("bdi", {}, label);
        const sole = inner?.entries?.length === 1;
        return frame(place, name_, null, fields(place, holds.holds.table, inner, { ...issue, sole }), {
          leave: true,
          name: label,
          folded: entries.length > 2,
        });
      }
      const key = { name, label, doc: null, need: "optional", without: null, holds: holds.holds };
      return field.draw(place, { what: "" }, key, inner, { ...issue, leave: true });
    };
    const byPath = holds.to === "input" || holds.holds.kind === "change";
    // What is named here and nowhere else gets its name as a title, and a plain word for the file.
    const own = holds.to === null && !byPath;
    const set = (said) => {
      const name = own ? slug(said, taken) : said;
      const issue = holds.to === "issue" ? { scale: begin.scaleOf(name) } : {};
      const place = [...at, name];
      const edits = [{ do: "set", at: place, value: begin.value(holds.holds, { ...issue, title: said }) }];
      if (own && holds.holds.table?.keys.some((key) => key.name === "title"))
        edits.push({ do: "set", at: [...place, "title"], value: text(said) });
      bench.edit(edits, place);
    };
    const some = holds.to
      ? field.people(holds.to).filter(([word]) => !taken.includes(word) && !(holds.to === "party" && word === at[1]))
      : [];
    const known = holds.to === "party" || holds.to === "issue";
    const id = idOf(at, "new");
    let adding = null;
    if (known && some.length) {
      const choose = parts.select(id, some, some[0][0], () => {});
      adding = make(
        "div.row.adding",
        {},
        make("label", { for: id }, `Another ${holds.one}`),
        choose,
        button("Add", () => set(choose.value), { id: idOf(at, "add one") }),
      );
    } else if (!known) {
      const input = make("input", { id, type: "text", autocomplete: "off", spellcheck: "false" });
      const add = () => {
        if (input.value.trim()) set(input.value.trim());
      };
      input.addEventListener("keydown", (event) => {
        if (event.key === "Enter") add();
      });
      adding = make(
        "div.row.adding",
        {},
        make("label", { for: id }, byPath ? "Another number" : `Another ${holds.one}: its name`),
        byPath ? paths.offered(input) : input,
        button("Add", add, { id: idOf(at, "add one") }),
      );
    }
    return [entries.map(([name, inner]) => one(name, inner)), adding];
  };
  /** A list of tables. */
  const list = (at, holds, node) => {
    const items = node?.list ?? [];
    const one = (inner, index) => {
      const place = [...at, index];
      const pair = get(inner, "between")
        ?.list?.map(
          (one) => field.inWords(literal.words(one) ?? "") ?? bench.title("parties", literal.words(one) ?? ""),
        )
        .join(" and ");
      const label =
        ["title", "text", "name", "id"].map((word) => literal.words(get(inner, word))).find(Boolean) ??
        pair ??
        `${holds.one} ${index + 1}`;
      const sole = inner?.entries?.length === 1;
      return frame(place, make("bdi", {}, label), null, fields(place, holds.table, inner, { sole }), {
        leave: true,
        name: label,
        folded: items.length > 2,
      });
    };
    const add = () =>
      bench.edit(
        [
          {
            do: "add",
            at,
            id: null,
            value: begin.row(holds.table, {
              id: slug(
                "new",
                items.map((item) => literal.words(get(item, "id")) ?? literal.words(get(item, "name")) ?? ""),
              ),
            }),
          },
        ],
        [...at, items.length],
      );
    return [
      items.map(one),
      button(`Add ${/^[aeiou]/.test(holds.one) ? "an" : "a"} ${holds.one}`, add, { id: idOf(at, "add one") }),
    ];
  };
  /** A whole key under a heading that stands already. */
  const inside = (at, key, node) => {
    const { holds } = key;
    const { label, doc } = field.worded(ask.given.keys, key);
    const inner =
      holds.kind === "table"
        ? fields(at, holds.table, node, { sole: node?.entries?.length === 1 })
        : holds.kind === "map"
          ? map(at, holds, node)
          : holds.kind === "list"
            ? list(at, holds, node)
            : null;
    return inner
      ? plainFrame(at, label, doc, inner, { leave: true, name: label, bare: true })
      : value(at, ask.given.keys, key, node);
  };
  return { fields, value, absent, inside };
})();
