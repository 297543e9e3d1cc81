// One field of any kind: its label, what it is for, its control, and what the loader finds about it.
const field = (() => {
  const { make, button, idOf, typed, wrong, select } = parts;
  const { words } = literal;
  /** Plain words for what the schema names tersely: the words first, the term of the field second. */
  const WORDS = {
    "a party": {
      title: ["Name", ""],
      role: ["What it does at the table (role)", ""],
      influence: ["Its weight at the table (influence)", "How much its wishes weigh in every draft. 1 is full weight."],
      concession_speed: [
        "When it gives in (concession speed)",
        "1: steadily. Below 1: holds out and gives in late. Above 1: gives in early.",
      ],
      outside: ["What it gets without a deal (outside option)", ""],
      ratification: ["Who at home has to agree (ratification)", null],
      reciprocity: ["How far it answers concessions with its own (reciprocity)", null],
      loss_aversion: ["How much more a loss hurts than a gain pleases (loss aversion)", null],
      deadline: ["When it has to be done (deadline)", null],
      good_faith: ["How sure it is to keep what it signs (good faith)", null],
      brief: ["Its confidential brief", "What a player of this party is told. For people, not for the model."],
      leverage: ["What it can pay others to agree: side payments (leverage)", null],
      pledge: ["What it promises toward the guarantee (pledge)", null],
    },
    "an outside option": {
      reservation: [
        "Worth of no deal (reservation value)",
        "From 0, as bad as it gets, to 1, all it dreams of. It signs nothing that is worth less.",
      ],
      war: ["More war", null],
    },
    "an issue": {
      title: ["Name", ""],
      scale: ["The two ends of the scale", null],
      status_quo: ["How it is today (status quo)", null],
      effect: ["What settling it does to a war", null],
      draft_shift: ["Lean of every draft", null],
    },
    "a question": {
      id: ["Short name", "Letters, digits and -; the tables call it so."],
      text: ["The question in words", ""],
      what: ["What has to happen", null],
      by: ["By when", ""],
      base_rate: ["How often the like happens (base rate)", null],
      resolved: ["What really happened, if it is known", "For scoring only: it changes no odds."],
    },
    "a scenario": {
      as_of: ["As things stand on (as of)", "Nothing that became known later is used."],
      clock: ["How far ahead", ""],
      summary: ["In a paragraph", "For people; the model does not read it."],
      model: ["The model’s own numbers", "Calibrated once. Change them only to see what hangs on them."],
      protocol: ["The rules of the talks", null],
      sources: ["Sources", "Where the numbers come from, a line each. For people."],
      trust: ["Trust between pairs", null],
      front: ["The front line", null],
      mediation: ["Who drafts (mediation)", ""],
      summit: ["A meeting of leaders (summit)", ""],
      talks: ["How and since when they talk", null],
      coalition: ["The guarantors together (coalition)", ""],
      durability: ["How long such deals last (durability)", ""],
      interim: ["Interim deals", null],
      events: ["What may happen on the way (events)", ""],
      factors: ["Hidden causes of several numbers (factors)", ""],
      correlations: ["Numbers that go together (correlations)", ""],
      variants: ["Rival readings (variants)", "The same scenario with some numbers otherwise, to compare."],
    },
    "a variant": { title: ["Name", ""], set: ["What it changes", ""] },
    "an event": { title: ["Name", ""], name: ["Short name", null] },
    "an interim deal": { title: ["Name", ""], id: ["Short name", null] },
    "a factor": { title: ["Name", ""], name: ["Short name", null] },
    "the clock": { round: ["A round of talks lasts", ""], horizon: ["Look ahead", ""] },
    "a position": {
      ideal: ["What it dreams of (ideal)", null],
      opening: ["Where it opens (opening position)", null],
      limit: ["How far it says it would go (limit)", null],
      red_line: ["Never beyond (red line)", null],
      salience: ["How much it cares (salience)", null],
    },
  };
  const CHOICES = {
    role: {
      principal: "It must sign (principal)",
      mediator: "It goes between and drafts (mediator)",
      guarantor: "It stands behind the deal (guarantor)",
      stakeholder: "It has a stake but does not sign (stakeholder)",
    },
    what: {
      signed: "A deal is signed",
      ratified: "A deal is signed and agreed to at home",
      "carried-out": "A deal is carried out",
      holds: "A deal is signed and holds for twelve months",
      ceasefire: "The guns fall silent",
      summit: "The leaders meet",
      "agreed-end": "The war ends by agreement",
      pledged: "A pledge to the guarantee is made",
      event: "An event happens",
      "interim-agreed": "An interim deal is agreed",
      "interim-renewed": "An interim deal is renewed",
      "interim-lapsed": "An interim deal runs out",
      "interim-broken": "An interim deal breaks",
      "interim-followed": "The whole follows an interim deal",
    },
    protocol: {
      "peace-process": "Talks toward one text (peace process)",
      "alternating-offers": "Offer and counter-offer, in turns",
    },
    certainty: {
      "": "not said",
      document: "a document",
      data: "data",
      statement: "a public statement",
      poll: "a poll",
      report: "a report or an interview",
      judgement: "our own judgement",
      unverified: "unverified",
    },
  };
  const worded = (table, key) => {
    const [label, doc] = WORDS[table.what]?.[key.name] ?? [];
    return { label: label ?? key.label, doc: doc ?? key.doc };
  };
  /** What a key is called, without the term in brackets; null where it has no plain words. */
  const called = (what, name) => WORDS[what]?.[name]?.[0].replace(/ \([^)]*\)$/, "").toLowerCase() ?? null;
  const choice = (name, word) => CHOICES[name]?.[word] ?? word;

  /** What the loader says about this place, and below it where nothing deeper shows it. */
  const found = (at, deep = false) => findings.at(at, deep).map((one) => finding(one, at));
  const short = (table, key) => worded(table, key).label.replace(/ \([^)]*\)$/, "");
  /** A path outside the parties by the labels of what it goes through, or null. */
  const byLabels = (path) => {
    const [first, ...rest] = path.split(".");
    const top = ask.given.keys.keys.find(({ name }) => name === first);
    if (!top || !rest.length) return null;
    let { holds } = top;
    let own = short(ask.given.keys, top);
    const words_ = [];
    for (const word of rest) {
      if (holds.kind === "map" || holds.kind === "list") {
        const one = (literal.get(bench.state().desk?.tree, first)?.list ?? []).find((item) =>
          ["name", "id"].some((name) => literal.words(literal.get(item, name)) === word),
        );
        const title = bench.called(word) ?? literal.words(literal.get(one, "title"));
        if (title && !words_.length) own = title;
        else words_.push(title ?? (/^\d+$/.test(word) ? String(Number(word) + 1) : word));
        holds = holds.kind === "map" ? holds.holds : { kind: "table", table: holds.table };
        continue;
      }
      const key = holds.table?.keys.find(({ name }) => name === word);
      if (!key) return null;
      words_.push(short(holds.table, key).toLowerCase());
      ({ holds } = key);
    }
    return `${own}: ${words_.join(", ")}`;
  };
  /** The path of a number in words: whose it is, and what. */
  const inWords = (path) => {
    const [place, id, ...rest] = path.split(".");
    if (place !== "parties" && place !== "issues") return byLabels(path);
    if (place !== "parties" || bench.called(id) === null || !rest.length) return null;
    const words =
      scale.called(rest.at(-1)) ??
      called("a party", rest.at(-1)) ??
      called("an outside option", rest.at(-1)) ??
      rest.at(-1).replace(/_/g, " ");
    const issue =
      rest[0] === "positions" || rest.includes("terms")
        ? bench.called(rest[0] === "positions" ? rest[1] : rest.at(-1))
        : null;
    if (rest.includes("terms"))
      return issue === null ? null : `${bench.title("parties", id)}, expected of war: ${issue}`;
    return issue === null
      ? `${bench.title("parties", id)}: ${words}`
      : `${bench.title("parties", id)}, ${issue}: ${words}`;
  };
  /** A message of the loader in words: parties and issues by their titles. */
  const plainly = (words) =>
    words.split("`").map((piece, index) => {
      if (index % 2 === 0) return piece;
      const title = bench.called(piece) ?? inWords(piece);
      return title === null ? make("code", {}, piece) : ["“", make("bdi", {}, title), "”"];
    });
  /** Help that speaks of how the file is written belongs to the text. */
  const helps = (words) => (words && !/\[[a-z_.-]+\]| = /.test(words) ? words : null);
  const finding = (one, at) => {
    let { message } = one;
    // Beside its field a message need not name the field.
    if (at.length && /^`[^`]*` (must|is|has|holds|needs|lies)\b/.test(message)) {
      message = message.replace(/^`[^`]*` /, "");
      message = message[0].toUpperCase() + message.slice(1);
    }
    const help = helps(one.help);
    return make(
      `p.finding.${one.severity}`,
      {},
      make("strong", {}, one.severity === "error" ? "To mend: " : "Note: "),
      plainly(message),
      one.label ? [" – ", plainly(one.label)] : null,
      help ? make("span.help", {}, plainly(help)) : null,
      one.code === "Z0901" ? care.evenOut(one.at[1]) : null,
    );
  };

  const set = (at, value) => bench.edit([{ do: "set", at, value }], at);
  const remove = (at) => bench.edit([{ do: "remove", at }], at);
  const people = (to) => {
    const { tree } = bench.state().desk;
    const list = (place, name) =>
      (literal.get(tree, place)?.list ?? []).map((one) => [
        literal.words(literal.get(one, name)) ?? "",
        literal.words(literal.get(one, "title")) ?? literal.words(literal.get(one, name)) ?? "",
      ]);
    if (to === "party" || to === "issue") {
      const place = to === "party" ? "parties" : "issues";
      return literal.names(literal.get(tree, place)).map((id) => [id, bench.title(place, id)]);
    }
    if (to === "event") return list("events", "name");
    if (to === "interim") return list("interim", "id");
    return [];
  };

  const LENGTHS = ["day", "week", "month", "year"];
  const duration = (id, node, commit) => {
    const match = /^\s*([\d.]+)\s*(day|week|month|year)s?\s*$/.exec(words(node) ?? "");
    const unit = match?.[2] ?? "month";
    const input = make("input", {
      id,
      type: "text",
      inputmode: "decimal",
      class: "short",
      value: match?.[1] ?? words(node) ?? "",
    });
    const give = (count, word) => commit(literal.text(`${count} ${word}${Number(count) === 1 ? "" : "s"}`));
    const units = select(
      `${id}-unit`,
      LENGTHS.map((word) => [word, `${word}s`]),
      unit,
      (word) => give(input.value || "1", word),
      { "aria-label": "Unit of time", data: { key: `${id}-unit` } },
    );
    typed(input, (words) => {
      if (literal.typed(words) === null) wrong(input, number.needed({ whole: true, min: 5 }));
      else give(literal.typed(words), units.value);
    });
    return make("span.row", {}, input, units);
  };
  const single = (id, node, holds, commit, clear) => {
    const whole = holds.kind === "whole" || holds.kind === "seed";
    const input = make("input", {
      id,
      type: "text",
      inputmode: whole ? "numeric" : "decimal",
      class: "short",
      value: node ? String(node.number ?? node.text ?? node.raw) : "",
    });
    typed(input, (words) => {
      if (!words.trim()) {
        if (node) clear();
        return;
      }
      const value = literal.typed(words);
      if (value === null) wrong(input, number.needed({ ...holds, whole }, node?.number));
      else {
        wrong(input, null);
        commit(literal.plain(value));
      }
    });
    return input;
  };
  const lines = (id, node, commit) =>
    typed(
      make("textarea", {
        id,
        rows: String(Math.min(12, Math.max(2, node?.list?.length ?? 2))),
        value: (node?.list ?? []).map((one) => one.text ?? one.raw).join("\n"),
      }),
      (words) =>
        commit(
          literal.texts(
            words
              .split("\n")
              .map((one) => one.trim())
              .filter(Boolean),
          ),
        ),
    );
  const raw = (id, node, commit, clear) =>
    typed(make("textarea", { id, rows: "2", class: "raw", spellcheck: "false", value: node?.raw ?? "" }), (words) =>
      words.trim() ? commit(words.trim()) : clear(),
    );

  const CHANGES = [
    ["set", "becomes"],
    ["scale", "times"],
    ["shift", "plus"],
  ];
  /** What a variant makes of a number: another, so many times it, or so much more. */
  const change = (at, id, node, given) => {
    const by = ["scale", "shift"].find((word) => literal.single(literal.get(node, word)) !== null);
    const amount = by ? literal.get(node, by).number : literal.single(node);
    if (amount === null)
      return raw(
        id,
        node,
        (value) => set(at, value),
        () => remove(at),
      );
    const written = (word, value) => (word === "set" ? literal.plain(value) : `{ ${word} = ${literal.plain(value)} }`);
    const input = make("input", {
      id,
      type: "text",
      inputmode: "decimal",
      class: "short",
      value: literal.plain(amount),
    });
    typed(input, (said) => {
      const value = literal.typed(said);
      if (value === null) wrong(input, number.needed({}, amount));
      else set(at, written(by ?? "set", value));
    });
    return make(
      "span.row",
      {},
      select(idOf(at, "change"), CHANGES, by ?? "set", (word) => set(at, written(word, amount)), {
        "aria-label": `${given.label}: how it changes`,
      }),
      input,
    );
  };
  /** The control of what a key holds; null for what is drawn as a group. */
  const control = (at, key, node, given = {}) => {
    const { holds } = key;
    const id = idOf(at);
    const commit = given.commit ?? ((value) => set(at, value));
    const clear = () => {
      if (node) remove(at);
    };
    const unsaid =
      key.need === "required" && node ? [] : [["", key.without ? `not said (${key.without})` : "not said"]];
    switch (holds.kind) {
      case "quantity": {
        const input = make("input", {
          id,
          type: "text",
          autocomplete: "off",
          spellcheck: "false",
          value: words(node) ?? "",
        });
        typed(input, (path) => (path.trim() ? commit(literal.text(path.trim())) : clear()));
        return make("span.row", {}, paths.offered(input));
      }
      case "change":
        return change(at, id, node, given);
      case "text":
      case "name": {
        const value = words(node) ?? node?.raw ?? "";
        const long = value.length > 70 || ["summary", "brief"].includes(key.name);
        const input = long
          ? make("textarea", { id, rows: String(Math.min(10, 2 + Math.floor(value.length / 60))), value })
          : make("input", { id, type: "text", value, autocomplete: "off", placeholder: given.placeholder });
        if (long) input.dir = "auto";
        else input.setAttribute("dir", "auto");
        return typed(input, (words) =>
          words.trim() || key.need === "required" ? commit(literal.text(words)) : clear(),
        );
      }
      case "word":
        return select(
          id,
          [
            ...(words(node) !== null && holds.words.includes(words(node))
              ? unsaid
              : [["", node ? node.raw : "not said"]]),
            ...holds.words.map((word) => [word, choice(key.name, word)]),
          ],
          holds.words.includes(words(node)) ? words(node) : "",
          (word) => (word ? commit(literal.text(word)) : clear()),
        );
      case "flag":
        return select(id, [...unsaid, ["true", "yes"], ["false", "no"]], node ? String(node.flag) : "", (word) =>
          word ? commit(word) : clear(),
        );
      case "date": {
        const input = make("input", { id, type: "date", value: node?.date ?? "" });
        return typed(input, (day) => (day ? commit(day) : clear()));
      }
      case "duration":
        return duration(id, node, commit);
      case "months":
      case "months-or-day": {
        const form = node?.date ? "day" : words(node) !== null ? "length" : "months";
        const day = bench.asOf();
        const forms = [
          ["length", "a length of time"],
          ["months", "a number of months"],
          ...(holds.kind === "months" ? [] : [["day", "a day"]]),
        ];
        const choose = select(
          `${id}-form`,
          forms,
          form,
          (word) => commit(word === "day" ? day : word === "length" ? literal.text("6 months") : "6"),
          { "aria-label": `${given.label ?? key.name}: as what`, data: { key: `${id}-form` } },
        );
        const inner =
          form === "day"
            ? typed(make("input", { id, type: "date", value: node.date }), (word) => (word ? commit(word) : clear()))
            : form === "length"
              ? duration(id, node, commit)
              : number.editor(at, node, { ...holds, label: given.label, clear });
        return make("div.either", {}, choose, inner);
      }
      case "plain":
      case "whole":
      case "seed":
        return single(id, node, holds, commit, clear);
      case "number":
      case "unsourced":
        return number.editor(at, node, {
          ...holds,
          bare: holds.kind === "unsourced",
          label: given.label,
          clear,
          without: key.without,
        });
      case "on-scale":
        return number.editor(at, node, { ...holds, ...given.scale, label: given.label, clear, without: key.without });
      case "place": {
        const options = given.scale?.options;
        if (options)
          return select(id, [["", "not said"], ...options.map((one) => [one, one])], words(node) ?? "", (word) =>
            word ? commit(literal.text(word)) : clear(),
          );
        if (words(node) !== null) return raw(id, node, commit, clear);
        return number.editor(at, node, { ...holds, ...given.scale, label: given.label, clear });
      }
      case "word-or-number":
        if (words(node) === null) return number.editor(at, node, { ...holds, label: given.label, clear });
        return select(
          id,
          holds.words.map((word) => [word, choice(key.name, word)]),
          words(node),
          (word) => commit(literal.text(word)),
        );
      case "refer": {
        const some = people(holds.to);
        if (!some.length) return raw(id, node, commit, clear);
        const now = words(node) ?? "";
        if (now && !some.some(([word]) => word === now)) some.push([now, now]);
        return select(id, [...unsaid, ...some], now, (word) => (word ? commit(literal.text(word)) : clear()));
      }
      case "refers": {
        const some = people(holds.to);
        if (!some.length) return lines(id, node, commit);
        const now = (node?.list ?? []).map((one) => one.text);
        const box = (word, title) =>
          make(
            "label.tick",
            {},
            make("input", {
              type: "checkbox",
              id: idOf(at, word),
              checked: now.includes(word),
              on: {
                change: (event) =>
                  commit(literal.texts(event.target.checked ? [...now, word] : now.filter((one) => one !== word))),
              },
            }),
            " ",
            make("bdi", {}, title),
          );
        return make(
          "div.ticks",
          { role: "group", "aria-label": given.label },
          some.map(([word, title]) => box(word, title)),
        );
      }
      case "texts":
        return lines(id, node, commit);
      case "plains": {
        const list = (node?.list ?? []).map((one) => one.number);
        const count = holds.max && holds.max <= 3 ? holds.max : null;
        if (!count || (node && !node.list)) return raw(id, node, commit, clear);
        return make(
          "span.row",
          {},
          Array.from({ length: count }, (_, index) => {
            const input = make("input", {
              id: index ? idOf(at, String(index)) : id,
              type: "text",
              inputmode: "decimal",
              class: "short",
              value: list[index] === undefined ? "" : String(list[index]),
              "aria-label": `${given.label ?? key.name}, ${index + 1} of ${count}`,
            });
            return typed(input, (words) => {
              const value = literal.typed(words);
              if (value === null) {
                wrong(input, number.needed({}, list[index]));
                return;
              }
              const all = Array.from({ length: count }, (__, place) =>
                place === index ? value : (list[place] ?? (place ? 100 : 0)),
              );
              commit(`[${all.map(literal.plain).join(", ")}]`);
            });
          }),
        );
      }
      default:
        return raw(id, node, commit, clear);
    }
  };
  /** Does a note only say the label again? */
  const same = (doc, label) => {
    const bare = (words) =>
      words
        .toLowerCase()
        .replace(/\([^)]*\)/g, "")
        .replace(/[^a-z]/g, "");
    return bare(doc) === bare(label);
  };
  const BARE = ["ticks", "number", "either"];
  /** The whole field. */
  const draw = (at, table, key, node, given = {}) => {
    const { label, doc } = { ...worded(table, key), ...given.words };
    const inner = control(at, key, node, { ...given, label });
    const named = BARE.some((word) => inner.classList.contains(word));
    const id = idOf(at);
    const ready = inner.id === id ? inner : inner.querySelector(`#${id}`);
    // A choice says in its own words what holds when nothing is said.
    const without = !node && key.without && ready?.tagName !== "SELECT" ? `Left empty: ${key.without}.` : null;
    const told = [doc && !same(doc, label) ? doc : null, without].filter(Boolean).join(" ");
    const note = told ? make("span.note", { id: idOf(at, "doc") }, told) : null;
    const example = hints.isExample(at, node) ? make("span.note.example", {}, "example") : null;
    if (note && ready) ready.setAttribute("aria-describedby", note.id);
    const leave =
      given.leave && node && key.need !== "required"
        ? button("Leave out", () => remove(at), {
            class: "link leave",
            id: idOf(at, "leave"),
            "aria-label": `Leave out: ${label}`,
          })
        : null;
    const element = make(
      "div.field",
      { data: { at: JSON.stringify(at) } },
      make(
        "div.fieldhead",
        {},
        named && !ready
          ? make("span.label", { id: idOf(at, "label") }, label)
          : make("label.label", { for: id }, label),
        note,
        example,
        leave,
      ),
      inner,
      found(at, true),
    );
    return element;
  };
  return { draw, same, found, finding, plainly, inWords, worded, choice, people, set, remove };
})();
