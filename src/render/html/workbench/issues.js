// The issues: a card for each, with its scale or its choices, and one for a new one.
const issues = (() => {
  const { make, button, idOf, typed, wrong, slug } = parts;
  const { get, words, text } = literal;
  const { key, tree, foreign, input, labelled, removal } = cards;
  const { keys } = ask.given;
  const ISSUE = key("issues").holds.holds.table;
  const anchors = (at, issue) => {
    const one = scale.of(issue);
    const place = [...at, "anchors"];
    const entries = get(issue, "anchors")?.entries ?? [];
    const sorted = [...entries].sort((a, b) => Number(a[0]) - Number(b[0]));
    const row = ([point, node]) => {
      const id = (part) => idOf([...place, point], part);
      const where = input(id("point"), {
        value: point,
        class: "short",
        inputmode: "decimal",
        "aria-label": "Point of the scale",
      });
      typed(where, (typedPoint) => {
        const value = literal.typed(typedPoint);
        if (value === null) {
          wrong(where, number.needed({}, Number(point)));
          return;
        }
        if (value === Number(point)) {
          view.draw();
          return;
        }
        if (entries.some(([other]) => other !== point && Number(other) === value)) {
          wrong(where, "There are words for this point already.");
          return;
        }
        bench.edit(
          [
            { do: "remove", at: [...place, point] },
            { do: "set", at: [...place, literal.plain(value)], value: text(words(node) ?? "") },
          ],
          place,
        );
      });
      const label = input(id("words"), { value: words(node) ?? "", "aria-label": `What ${point} means` });
      typed(label, (meaning) => field.set([...place, point], text(meaning)));
      return make(
        "div.row.anchorrow",
        { data: { at: JSON.stringify([...place, point]) } },
        where,
        label,
        entries.length > 2
          ? button("Remove", () => field.remove([...place, point]), {
              class: "link",
              id: id("remove"),
              "aria-label": `Remove the words at ${point}`,
            })
          : null,
        field.found([...place, point], true),
      );
    };
    const free = () => {
      const points = one.anchors.map(([point]) => point);
      let best = (one.lo + one.hi) / 2;
      let gap = 0;
      const all = [one.lo, ...points, one.hi];
      for (let index = 1; index < all.length; index += 1) {
        if (all[index] - all[index - 1] > gap) {
          gap = all[index] - all[index - 1];
          best = (all[index] + all[index - 1]) / 2;
        }
      }
      return literal.plain(literal.rounded(best, number.step(one.lo, one.hi)));
    };
    return make(
      "div.anchorlist",
      { data: { at: JSON.stringify(place) } },
      make("p.label", {}, "What points of the scale mean"),
      field.found(place),
      sorted.map(row),
      button(
        "Add a point",
        () => {
          const point = free();
          bench.edit([{ do: "set", at: [...place, point], value: text("in between") }], [...place, point]);
        },
        { class: "link", id: idOf(place, "add") },
      ),
    );
  };
  const choices = (at, issue) => {
    const place = [...at, "options"];
    const list = (get(issue, "options")?.list ?? []).map((node) => words(node) ?? "");
    /** What parties say of choices: their scores, and what they refuse. */
    const said = (work) =>
      (get(tree(), "parties")?.entries ?? []).flatMap(([party, node]) => {
        const position = literal.find(node, ["positions", at[1]]);
        return get(position, "scores") ? work(["parties", party, "positions", at[1]], position) : [];
      });
    const more = () => {
      const name = slug(`choice ${list.length + 1}`, list).replace(/-/g, " ");
      const scores = said((its) => [{ do: "set", at: [...its, "scores", name], value: "50" }]);
      const added = bench.edit([{ do: "set", at: place, value: literal.texts([...list, name]) }, ...scores], place);
      added.then(() => {
        const box = document.getElementById(idOf(place, `option ${list.length}`));
        box?.focus();
        box?.select();
      });
    };
    const less = (index) => {
      const name = list[index];
      const edits = said((its, position) => {
        const refused = (get(position, "refuses")?.list ?? []).map(words);
        return [
          get(get(position, "scores"), name) ? { do: "remove", at: [...its, "scores", name] } : null,
          refused.includes(name)
            ? { do: "set", at: [...its, "refuses"], value: literal.texts(refused.filter((one) => one !== name)) }
            : null,
        ].filter(Boolean);
      });
      const rest = literal.texts(list.filter((_, other) => other !== index));
      bench.edit([{ do: "set", at: place, value: rest }, ...edits], place);
    };
    return make(
      "div.anchorlist",
      { data: { at: JSON.stringify(place) } },
      make("p.label", {}, "What may be chosen"),
      field.found(place, true),
      list.map((name, index) => {
        const one = input(idOf(place, `option ${index}`), { value: name, "aria-label": `Choice ${index + 1}` });
        typed(one, (next) => rename(at, list, index, next.trim()));
        return make(
          "div.row.anchorrow",
          {},
          one,
          list.length > 2
            ? button("Remove", () => less(index), {
                class: "link",
                id: idOf(place, `remove ${index}`),
                "aria-label": `Remove the choice ${name}`,
              })
            : null,
        );
      }),
      button("Add a choice", more, { class: "link", id: idOf(place, "add") }),
    );
  };
  /** A choice gets another name wherever parties score or refuse it. */
  const rename = (at, list, index, next) => {
    const [, issue] = at;
    const old = list[index];
    const edits = [
      {
        do: "set",
        at: [...at, "options"],
        value: literal.texts(list.map((name, other) => (other === index ? next : name))),
      },
    ];
    for (const [party, node] of get(tree(), "parties")?.entries ?? []) {
      const place = ["parties", party, "positions", issue];
      const score = literal.find(node, ["positions", issue, "scores", old]);
      if (score)
        edits.push(
          { do: "remove", at: [...place, "scores", old] },
          { do: "set", at: [...place, "scores", next], value: score.raw },
        );
      const refused = literal.find(node, ["positions", issue, "refuses"])?.list?.map((one) => one.text) ?? [];
      if (refused.includes(old))
        edits.push({
          do: "set",
          at: [...place, "refuses"],
          value: literal.texts(refused.map((name) => (name === old ? next : name))),
        });
    }
    if (words(get(literal.find(tree(), at), "status_quo")) === old)
      edits.push({ do: "set", at: [...at, "status_quo"], value: text(next) });
    bench.edit(edits, [...at, "options"]);
  };
  /** Everything that stands on a scale, moved along when its ends move. */
  const moved = (id, issue, [lo, hi], [from, to]) => {
    const one = scale.of(issue);
    const fine = number.step(Math.min(from, to), Math.max(from, to));
    const along = (value) => literal.rounded(from + ((value - lo) / (hi - lo)) * (to - from), fine);
    const labels = one.anchors.map(([point, meaning]) => [literal.plain(along(point)), text(meaning)]);
    const anchors = { do: "set", at: ["issues", id, "anchors"], value: literal.table(labels) };
    const numbers = [];
    const put = (at, node) => {
      const law = literal.number(node);
      if (!node || law.form === "other") return;
      const next = { ...law, low: along(law.low), mode: along(law.mode), high: along(law.high) };
      numbers.push({ do: "set", at: number.inside(at, law), value: literal.written(next) });
    };
    put(["issues", id, "status_quo"], get(issue, "status_quo"));
    for (const [party, node] of get(tree(), "parties")?.entries ?? []) {
      for (const word of ["ideal", "opening", "limit", "red_line"]) {
        const at = ["positions", id, word];
        put(["parties", party, ...at], literal.find(node, at));
      }
      const terms = ["outside", "war", "terms", id];
      put(["parties", party, ...terms], literal.find(node, terms));
    }
    return { anchors, numbers };
  };
  const ends = (at, issue) => {
    const one = scale.of(issue);
    const place = [...at, "scale"];
    const change = async (lo, hi, box) => {
      if (!(lo < hi)) {
        wrong(box, "The first end has to be below the second.");
        return;
      }
      for (const part of ["", "hi"]) wrong(document.getElementById(idOf(place, part)), null);
      const { anchors, numbers } = moved(at[1], issue, [one.lo, one.hi], [lo, hi]);
      const set = { do: "set", at: place, value: `[${literal.plain(lo)}, ${literal.plain(hi)}]` };
      if (!numbers.length) {
        bench.edit([set, anchors], place);
        return;
      }
      const answer = await parts.dialog(
        "The scale changes",
        make("p", {}, "What shall become of the words and of what each party wants on it?"),
        [
          ["move", "Move everything along with the ends"],
          ["stay", "Change the ends alone"],
          ["", "Leave the scale as it is"],
        ],
      );
      if (answer) bench.edit(answer === "move" ? [set, anchors, ...numbers] : [set], place);
      else view.draw();
    };
    const box = (index) => {
      const now = index ? one.hi : one.lo;
      const element = input(idOf(place, index ? "hi" : ""), {
        value: literal.plain(now),
        class: "short",
        inputmode: "decimal",
        "aria-label": index ? "The scale ends at" : "The scale begins at",
      });
      return typed(element, (words_) => {
        const value = literal.typed(words_);
        // The other end may have been typed as well and wait for this one.
        const other = literal.typed(document.getElementById(idOf(place, index ? "" : "hi")).value);
        const [lo, hi] = index ? [other ?? one.lo, value] : [value, other ?? one.hi];
        if (value === null) wrong(element, number.needed({}, now));
        else if (lo === one.lo && hi === one.hi) view.draw();
        else change(lo, hi, element);
      });
    };
    return make(
      "div.field",
      { data: { at: JSON.stringify(place) } },
      make(
        "div.fieldhead",
        {},
        make("span.label", {}, "The scale runs from"),
        make("span.note", {}, "Any two numbers: shares, thousands a year, kilometres."),
      ),
      make("div.row", {}, box(0), make("span", {}, "to"), box(1)),
      field.found(place, true),
    );
  };
  const issueCard = ([id, issue]) => {
    const at = ["issues", id];
    const one = scale.of(issue);
    const name = bench.title("issues", id);
    const title = field.draw(
      [...at, "title"],
      ISSUE,
      { ...key("title", ISSUE), holds: { kind: "text" } },
      get(issue, "title") ?? { text: id, raw: text(id) },
      { commit: (value) => bench.retitle("issues", id, JSON.parse(value)) },
    );
    const wanted = (get(tree(), "parties")?.entries ?? []).some(([, party]) => literal.find(party, ["positions", id]));
    const next = wanted
      ? null
      : make(
          "p.note.hint",
          {},
          findings.under(at).length ? null : "Nobody has a view on it yet. ",
          button(
            "Say what each wants of it",
            () => {
              parts.unfold(at, "board");
              view.go("wants");
            },
            { class: "link", id: idOf(at, "to wants") },
          ),
        );
    const skip = [
      "title",
      "scale",
      "anchors",
      "options",
      ...(one.options ? ["effect", "points", "draft_shift"] : []),
      ...foreign(ISSUE, issue),
    ];
    return make(
      "article.card",
      { data: { at: JSON.stringify(at) }, "aria-label": name },
      field.found(at),
      next,
      title,
      one.options ? null : ends(at, issue),
      one.options ? choices(at, issue) : anchors(at, issue),
      groups.fields(at, ISSUE, issue, { skip, main: [], fixed: true, scale: one }),
      removal("issue", name, at),
    );
  };
  const newIssue = () => {
    const at = ["issues"];
    const id = (part) => idOf(at, `new ${part}`);
    const title = input(id("title"), { placeholder: "Share of the catch" });
    const low = input(id("low"), { placeholder: "all for the north" });
    const high = input(id("high"), { placeholder: "all for the south" });
    const EXAMPLES = {
      scale: ["Share of the catch", "all for the north", "all for the south"],
      options: ["Where the court sits", "in the north", "in the south"],
    };
    const kinds = [
      ["scale", "more or less of something (a scale)"],
      ["options", "this or that (a choice)"],
    ];
    const kind = parts.select(id("kind"), kinds, "scale", () => show());
    const one = labelled("At one end", low);
    const other = labelled("At the other end", high);
    const show = () => {
      const choice = kind.value === "options";
      one.firstChild.textContent = choice ? "One choice" : "At one end";
      other.firstChild.textContent = choice ? "Another choice" : "At the other end";
      for (const [index, box] of [title, low, high].entries()) box.placeholder = EXAMPLES[kind.value][index];
    };
    const add = () => {
      if (!title.value.trim()) {
        wrong(title, "What is it called?");
        title.focus();
        return;
      }
      wrong(title, null);
      const name = slug(title.value, literal.names(get(tree(), "issues")));
      const a = low.value.trim() || (kind.value === "options" ? "one choice" : "one end");
      const b = high.value.trim() || (kind.value === "options" ? "another choice" : "the other end");
      const entries = [["title", text(title.value.trim())]];
      entries.push(
        kind.value === "options"
          ? ["options", literal.texts([a, b])]
          : [
              "anchors",
              literal.table([
                ["0", text(a)],
                ["100", text(b)],
              ]),
            ],
      );
      for (const box of [title, low, high]) box.value = "";
      bench.edit([{ do: "add", at, id: name, value: literal.table(entries) }], [...at, name]);
    };
    for (const box of [title, low, high])
      box.addEventListener("keydown", (event) => {
        if (event.key === "Enter") add();
      });
    return make(
      "article.card.new",
      { "aria-label": "Add an issue" },
      make("h3", {}, "Add an issue"),
      labelled("What is it about?", title),
      labelled("It is", kind),
      make("div.two", {}, one, other),
      button("Add this issue", add, { id: id("add") }),
    );
  };
  const draw = () => {
    const list = get(tree(), "issues")?.entries ?? [];
    const when = ["as_of", "clock", "summary"].filter((name) => !foreign(keys, tree()).includes(name));
    return [
      make(
        "p.lead",
        {},
        "Each issue is a scale from one end to the other, or a choice. Say in words what the points mean: everything " +
          "else leans on it.",
      ),
      list.map(issueCard),
      newIssue(),
      make(
        "article.card",
        { "aria-label": "When" },
        make("h3", {}, "When"),
        when.map((name) => {
          const node = get(tree(), name);
          return node || key(name).holds.kind !== "table"
            ? groups.value([name], keys, key(name), node, { kept: true })
            : groups.absent([name], keys, key(name), {});
        }),
      ),
    ];
  };
  return { draw };
})();
