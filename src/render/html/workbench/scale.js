// The board of an issue: for each party a line on the issue's scale for what it dreams of, where it opens, how far it
// would go and what it never signs. Marks are dragged or moved with the keys; how well each is known is a shape.
const scale = (() => {
  const { make, button, idOf, isOpen, toggle } = parts;
  const LINES = [
    ["ideal", "dreams of", "What it would have if it could dictate (ideal)"],
    ["opening", "opens at", "What it asks for first (opening position)"],
    [
      "limit",
      "says it would go to (limit)",
      "Where it says its concessions end (limit). How far stated limits bind is a number of the model: terms beyond " +
        "it may be signed where no deal is worse. Only the red line is never crossed",
    ],
    ["red_line", "never beyond", "No text beyond this is ever signed (red line)"],
  ];
  const { get, words: text, plain } = literal;

  /** The scale of an issue: its ends and what points mean, or its options. */
  const of = (issue) => {
    const options = get(issue, "options")?.list?.map((one) => one.text ?? "") ?? null;
    const ends = get(issue, "scale")?.list?.map((one) => one.number) ?? [0, 100];
    const [lo, hi] = ends.length === 2 && ends.every(Number.isFinite) && ends[0] < ends[1] ? ends : [0, 100];
    const anchors = (get(issue, "anchors")?.entries ?? [])
      .map(([point, node]) => [Number(point), text(node) ?? ""])
      .filter(([point]) => Number.isFinite(point))
      .sort((a, b) => a[0] - b[0]);
    return { options, lo, hi, anchors };
  };
  /** A point of a scale in words. */
  const meaning = (one, value) => {
    const { anchors } = one;
    if (!anchors.length) return "";
    const below = anchors.findLast(([point]) => point <= value);
    const above = anchors.find(([point]) => point >= value);
    if (!below || !above) return `beyond “${(below ?? above)[1]}”`;
    if (below === above) return below[1];
    const share = (value - below[0]) / (above[0] - below[0]);
    if (share < 0.3) return `near “${below[1]}”`;
    return share > 0.7 ? `near “${above[1]}”` : `between “${below[1]}” and “${above[1]}”`;
  };
  const spoken = (one) => (value) => {
    const words = meaning(one, value);
    return words ? `${plain(value)}, ${words}` : plain(value);
  };

  const ticks = (one) =>
    one.anchors.map(([point]) => {
      const tick = make("span.tick", { "aria-hidden": "true" });
      tick.style.left = `${(100 * (point - one.lo)) / (one.hi - one.lo)}%`;
      return tick;
    });
  /** The words of the scale above its lines: at their points where there is room, the rest as a list. */
  const head = (one) => {
    const share = ([point]) => (point - one.lo) / (one.hi - one.lo);
    const few =
      one.anchors.length <= 3 &&
      one.anchors.every((anchor) => share(anchor) < 0.1 || share(anchor) > 0.9 || Math.abs(share(anchor) - 0.5) < 0.15);
    const pair = ([point, words]) => [make("b", {}, plain(point)), " ", make("bdi", {}, words)];
    const label = (anchor) => {
      const side = share(anchor) < 0.1 ? "start" : share(anchor) > 0.9 ? "end" : "middle";
      if (few) return make(`span.anchor.${side}`, {}, pair(anchor));
      const mark = make("span.point", {}, plain(anchor[0]));
      mark.style.left = `${100 * share(anchor)}%`;
      return mark;
    };
    // Where their words have no room over the lines, numbers stand there and the words in a list.
    const shown = few ? one.anchors : spread(one.anchors.map((anchor) => [share(anchor), anchor]));
    const list = make("ol.points", { "aria-label": "What the points of the scale mean" });
    list.append(...one.anchors.map((anchor) => make("li", {}, pair(anchor))));
    const over = make(few ? "div.anchors" : "div.anchors.many", few ? {} : { "aria-hidden": "true" }, shown.map(label));
    return [few ? null : list, make("div.line.head", {}, make("span"), over, make("span"))];
  };
  /** Those of many points that do not stand over one another. */
  const spread = (points) => {
    const kept = [];
    for (const [share, anchor] of points) if (!kept.length || share - kept.at(-1)[0] > 0.09) kept.push([share, anchor]);
    return kept.map(([, anchor]) => anchor);
  };

  /** One line of a party: a mark on the scale, its value, and the full editor on demand. */
  const line = (at, node, one, [, short, long], owner, given = {}) => {
    const law = literal.number(node);
    const range = [one.lo, one.hi];
    const value = make("span.value", {}, literal.brief(law));
    const near = make("span.near", {});
    const showNear = (words) => {
      near.textContent = words;
      near.parentElement?.setAttribute("title", [words, origin].filter(Boolean).join(" · "));
    };
    const origin = [law.certainty ? field.choice("certainty", law.certainty) : "", law.source]
      .filter(Boolean)
      .join(": ");
    showNear(law.form === "other" ? "" : meaning(one, law.mode));
    const given_ = hints.isExample(at, node) ? make("span.near.example", {}, " · example") : null;
    const rests = law.certainty ? make("span.near", {}, ` · ${field.choice("certainty", law.certainty)}`) : null;
    const track = make("div.track", {}, ticks(one));
    if (law.form === "other") track.append(make("span.note.other", {}, "as the file says"));
    else {
      let now = law;
      let drawn = number.shape(law, range);
      const mark = number.handle({
        at,
        part: "mark",
        label: `${owner} ${short}`,
        value: law.mode,
        range,
        kind: given.kind,
        words: spoken(one),
        move: (wish) => {
          // The whole shape moves, and stops where one of its corners meets an end.
          const by = number.clamp(wish - law.mode, one.lo - law.low, one.hi - law.high);
          const fine = number.step(...range) / 10;
          const move = (corner) => literal.rounded(corner + by, fine);
          now = { ...law, low: move(law.low), mode: move(law.mode), high: move(law.high) };
          const next = number.shape(now, range);
          drawn.replaceWith(next);
          drawn = next;
          value.textContent = literal.brief(now);
          given_?.remove();
          showNear(meaning(one, now.mode));
          return now.mode;
        },
        done: () => bench.edit([{ do: "set", at: number.inside(at, law), value: literal.written(now) }], at),
      });
      track.append(drawn, mark.mark);
      track.addEventListener("pointerdown", (event) => mark.drag(event, track));
    }
    const open = isOpen(at, "editor");
    const id = idOf(at, "editor");
    return [
      make(
        "div.line",
        { data: { at: JSON.stringify(at) } },
        button(
          short,
          () => {
            toggle(at, "editor");
            view.draw();
          },
          {
            id: idOf(at, "name"),
            class: "name",
            title: `${long}. Exact numbers and source`,
            "aria-expanded": String(open),
            "aria-controls": open ? id : null,
            "aria-label": `${owner} ${short}: ${literal.brief(law)}. Exact numbers and source`,
          },
        ),
        track,
        make(
          given.beside ? "span.told.whole" : "span.told",
          { title: [near.textContent, origin].filter(Boolean).join(" · ") },
          value,
          " ",
          given.beside ? given_ : near,
          given.beside ?? given_,
          rests,
        ),
      ),
      open
        ? make(
            "div.more",
            { id, data: { at: JSON.stringify(at) } },
            make("p.note", {}, `${long}.`),
            number.editor(at, node, {
              lo: one.lo,
              hi: one.hi,
              label: `${owner} ${short}`,
              words: spoken(one),
              ...given.bounds,
            }),
            given.removable ? button("Take it out", () => field.remove(at), { class: "link" }) : null,
          )
        : null,
      field.found(at, true),
    ];
  };

  const options = (party, issue, position, one, owner) => {
    const at = ["parties", party, "positions", issue];
    const hundred = {
      lo: 0,
      hi: 100,
      anchors: [
        [0, "worthless"],
        [100, "all it could want"],
      ],
    };
    const scores = get(position, "scores");
    const refused = (get(position, "refuses")?.list ?? []).map((node) => node.text);
    const rows = one.options.map((name) => {
      const node = get(scores, name);
      const place = [...at, "scores", name];
      const tick = make(
        "label.tick",
        {},
        make("input", {
          type: "checkbox",
          id: idOf(place, "refuses"),
          checked: refused.includes(name),
          on: {
            change: (event) => {
              const next = event.target.checked ? [...refused, name] : refused.filter((word) => word !== name);
              bench.edit(
                [
                  next.length
                    ? { do: "set", at: [...at, "refuses"], value: literal.texts(next) }
                    : { do: "remove", at: [...at, "refuses"] },
                ],
                at,
              );
            },
          },
        }),
        " never signs it",
      );
      return node
        ? line(
            place,
            node,
            hundred,
            ["", name, `What “${name}” is worth to it, from 0, worthless, to 100, all it could want`],
            `${owner}:`,
            { kind: "ideal", beside: tick, bounds: { min: 0, max: 100 } },
          )
        : make(
            "p.adds",
            {},
            make("bdi", {}, name),
            ": ",
            button("say what it is worth", () => field.set(place, "50"), { class: "link", id: idOf(place, "say") }),
            tick,
          );
    });
    const rest = ["opening", "limit"]
      .map((key) => [key, get(position, key)])
      .map(([key, node]) =>
        node
          ? line(
              [...at, key],
              node,
              hundred,
              key === "limit"
                ? ["", "settles for", "The score it would settle for (limit)"]
                : ["", "insists on", "The score it insists on at first (opening)"],
              owner,
              { kind: key, removable: key === "opening", bounds: { min: 0, max: 100 } },
            )
          : button(
              key === "limit" ? "Say what it would settle for" : "Say what it insists on at first",
              () => field.set([...at, key], key === "limit" ? "40" : "90"),
              { class: "link", id: idOf([...at, key], "say") },
            ),
      );
    return [rows, rest];
  };
  const marks = (party, issue, position, one, owner) => {
    const at = ["parties", party, "positions", issue];
    const lines = [];
    const absent = [];
    for (const spec of LINES) {
      const [key] = spec;
      const node = get(position, key);
      if (node)
        lines.push(
          line([...at, key], node, one, spec, owner, {
            kind: key.replace("_", "-"),
            removable: key === "opening" || key === "red_line",
          }),
        );
      else absent.push(key);
    }
    const start = (key) => {
      const ideal = literal.number(get(position, "ideal")).mode ?? one.lo;
      const limit = literal.number(get(position, "limit")).mode ?? (one.lo + one.hi) / 2;
      const fine = number.step(one.lo, one.hi);
      if (key === "opening" || key === "ideal") return plain(literal.rounded(ideal, fine));
      if (key === "limit") return plain(literal.rounded((one.lo + one.hi) / 2, fine));
      const away = limit >= ideal ? 1 : -1;
      return plain(literal.rounded(number.clamp(limit + (away * (one.hi - one.lo)) / 10, one.lo, one.hi), fine));
    };
    const say = {
      ideal: "what it dreams of",
      opening: "where it opens",
      limit: "how far it says it would go",
      red_line: "what it never signs (red line)",
    };
    return [
      lines,
      absent.length
        ? make(
            "p.adds",
            {},
            "Add ",
            absent.map((key, index) => [
              index ? ", " : "",
              button(
                say[key],
                () => {
                  hints.say([...at, key], "A start. Drag it to where it belongs.");
                  bench.edit([{ do: "set", at: [...at, key], value: start(key) }], [...at, key]);
                },
                { class: "link", id: idOf([...at, key], "say") },
              ),
            ]),
          )
        : null,
    ];
  };

  /** Positions that parties take at first, each on the end that those before it leave free. */
  const begin = (parties, issue, one) => {
    const edits = [];
    const ideals = (get(bench.state().desk.tree, "parties")?.entries ?? [])
      .map(([, node]) => literal.number(literal.find(node, ["positions", issue, "ideal"])).mode)
      .filter((value) => value !== null);
    const middle = (one.lo + one.hi) / 2;
    const tenth = (one.hi - one.lo) / 10;
    const point = (value) => plain(literal.rounded(value, number.step(one.lo, one.hi)));
    for (const party of parties) {
      const at = ["parties", party, "positions", issue];
      const { mine, edits: give } = care.another(party);
      let entries;
      if (one.options) {
        entries = [
          ["scores", literal.table(one.options.map((name) => [name, "50"]))],
          ["limit", "40"],
        ];
      } else {
        const mean = ideals.length ? ideals.reduce((sum, value) => sum + value) / ideals.length : one.hi;
        const low = mean >= middle;
        const ideal = low ? one.lo : one.hi;
        ideals.push(ideal);
        entries = [
          ["ideal", point(ideal)],
          ["opening", point(ideal + (low ? tenth : -tenth))],
          ["limit", `[${[middle - tenth, middle, middle + tenth].map(point).join(", ")}]`],
        ];
      }
      hints.say(at, "Examples, until you drag them to where they belong.", true);
      for (const [word, value] of entries) if (word !== "scores") hints.example([...at, word], value);
      if (one.options) for (const name of one.options) hints.example([...at, "scores", name], "50");
      edits.push({ do: "set", at, value: literal.table([...entries, ["salience", plain(mine)]]) }, ...give);
    }
    bench.edit(edits, ["parties", parties[0], "positions", issue]);
  };

  /** The board of one issue. */
  const board = (id, issue) => {
    const one = of(issue);
    const tree = bench.state().desk.tree;
    const parties = get(tree, "parties")?.entries ?? [];
    const with_ = parties.filter(([, node]) => literal.find(node, ["positions", id]));
    const without = parties.filter(([, node]) => !literal.find(node, ["positions", id]));
    const row = ([party, node]) => {
      const at = ["parties", party, "positions", id];
      const position = literal.find(node, ["positions", id]);
      const owner = bench.title("parties", party);
      const hint = hints.any(at, position) ? hints.at(at) : null;
      return make(
        "section.party",
        { data: { at: JSON.stringify(at) }, "aria-label": owner },
        make(
          "div.who",
          {},
          make("h4", {}, make("bdi", {}, owner)),
          button("no view on this", () => field.remove(at), {
            class: "link",
            "aria-label": `${owner} has no view on this: take its position out`,
            id: idOf(at, "out"),
          }),
        ),
        hint ? make("p.note.hint", {}, hint) : null,
        field.found(at),
        one.options ? options(party, id, position, one, owner) : marks(party, id, position, one, owner),
        get(position, "salience")
          ? care.line(party, id, get(position, "salience"), owner)
          : button("Say how much it cares", () => field.set([...at, "salience"], "1"), {
              class: "link",
              id: idOf([...at, "salience"], "say"),
            }),
      );
    };
    return make(
      "div.board",
      {},
      head(
        one.options
          ? {
              lo: 0,
              hi: 100,
              anchors: [
                [0, "worthless"],
                [100, "all it could want"],
              ],
            }
          : one,
      ),
      with_.map(row),
      without.length
        ? make(
            "p.adds",
            {},
            with_.length ? "Others: " : "Who has a view on this? ",
            without.length > 1
              ? [
                  button(
                    "all of them",
                    () =>
                      begin(
                        without.map(([party]) => party),
                        id,
                        one,
                      ),
                    { class: "link", id: idOf(["issues", id], "all begin") },
                  ),
                  ", or only: ",
                ]
              : null,
            without.map(([party], index) => [
              index ? ", " : "",
              button(
                [make("bdi", {}, bench.title("parties", party)), " has a view on this"],
                () => begin([party], id, one),
                { class: "link", id: idOf(["parties", party, "positions", id], "begin") },
              ),
            ]),
          )
        : null,
    );
  };
  /** What a mark of the board is called, or null. */
  const called = (name) =>
    ({
      ideal: "what it dreams of",
      opening: "where it opens",
      limit: "how far it says it would go",
      red_line: "red line",
      salience: "how much it cares",
    })[name] ?? null;
  return { board, of, called };
})();
