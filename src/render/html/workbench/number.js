// A number and how well it is known: exactly, in a range with a most likely value, or anywhere between two values; the
// corners are typed or dragged. Beside it: where it comes from.
const number = (() => {
  const { make, idOf, typed, wrong, select, fold } = parts;
  const CERTAINTIES = ["", "document", "data", "statement", "poll", "report", "judgement", "unverified"];

  /** What is drawn: the bounds where there are two, else a stretch around what the number may be. */
  const domain = (one, { min, max, lo, hi }) => {
    if (lo !== undefined) return [lo, hi];
    const closed = typeof min === "number" && typeof max === "number";
    if (closed && (max - min <= 1 || (one.form !== "none" && one.high - one.low > (max - min) / 20))) return [min, max];
    if (one.form === "other" || one.form === "none") return [0, 1];
    const spread = Math.max(one.high - one.low, Math.abs(one.mode) / 2, 0.05);
    const from = Math.max(min ?? -Infinity, one.low - spread);
    return [from, Math.min(max ?? Infinity, one.high + spread)];
  };
  const step = (lo, hi) => 10 ** Math.floor(Math.log10((hi - lo) / 100) + 1e-9);
  const clamp = (value, lo, hi) => Math.min(hi, Math.max(lo, value));
  /** A number that would do, for whoever typed none. */
  const such = ({ min = null, max = null, lo, hi, whole = false } = {}, now = null) => {
    if (typeof now === "number") return literal.plain(now);
    if (lo !== undefined) return literal.plain(literal.rounded((lo + hi) / 2, step(lo, hi)));
    if (min !== null && max !== null && min < max)
      return literal.plain(literal.rounded((min + max) / 2, whole ? 1 : step(min, max)));
    if (min !== null) return literal.plain(whole ? Math.ceil(min) + 1 : min + 1);
    return "1";
  };
  const needed = (bounds, now) => `A number is needed here, such as ${such(bounds, now)}.`;
  const place = (value, [lo, hi]) => clamp((value - lo) / (hi - lo), 0, 1);

  /** A mark on a track: dragged, or moved with the keys. `move` draws and gives the value that holds, `done` is one
      edit at the end. */
  const handle = ({ at, part, label, value, range, words, move, done, kind = "" }) => {
    const [lo, hi] = range;
    const by = (hi - lo) / 100;
    let now = value;
    let moved = false;
    let soon = 0;
    const mark = make(`span.mark${kind ? `.${kind}` : ""}`, {
      id: idOf(at, part),
      role: "slider",
      tabindex: "0",
      "aria-label": label,
      "aria-valuemin": String(lo),
      "aria-valuemax": String(hi),
    });
    const show = () => {
      mark.style.left = `${100 * place(now, range)}%`;
      mark.setAttribute("aria-valuenow", String(now));
      mark.setAttribute("aria-valuetext", words(now));
    };
    const to = (wish) => {
      const value = literal.rounded(clamp(wish, lo, hi), step(lo, hi));
      const held = move(value) ?? value;
      if (held === now) return;
      now = held;
      moved = true;
      show();
    };
    const finish = () => {
      clearTimeout(soon);
      if (!moved) return;
      moved = false;
      done(now);
    };
    const drag = (event, track) => {
      if (event.button) return;
      event.preventDefault();
      mark.focus({ preventScroll: true });
      mark.setPointerCapture(event.pointerId);
      mark.classList.add("dragged");
      const box = track.getBoundingClientRect();
      const follow = (one) => to(lo + ((hi - lo) * (one.clientX - box.left)) / box.width);
      if (event.target !== mark) follow(event);
      const end = () => {
        mark.removeEventListener("pointermove", follow);
        mark.removeEventListener("pointerup", end);
        mark.removeEventListener("pointercancel", end);
        mark.classList.remove("dragged");
        finish();
      };
      mark.addEventListener("pointermove", follow);
      mark.addEventListener("pointerup", end);
      mark.addEventListener("pointercancel", end);
    };
    mark.addEventListener("keydown", (event) => {
      const moves = {
        ArrowRight: by,
        ArrowUp: by,
        ArrowLeft: -by,
        ArrowDown: -by,
        PageUp: 10 * by,
        PageDown: -10 * by,
      };
      if (event.key === "Home") to(lo);
      else if (event.key === "End") to(hi);
      else if (event.key in moves) to(now + moves[event.key]);
      else if (event.key === "Enter") {
        finish();
        return;
      } else return;
      event.preventDefault();
      clearTimeout(soon);
      bench.pending(finish);
      soon = setTimeout(() => {
        bench.pending(null);
        finish();
      }, 600);
    });
    mark.addEventListener("blur", () => {
      if (!view.busy()) finish();
    });
    show();
    return {
      mark,
      drag,
      set: (value) => {
        now = value;
        show();
      },
    };
  };

  /** The form of a number's law, as a polygon over its track. */
  const shape = (one, range) => {
    const x = (value) => (1000 * place(value, range)).toFixed(1);
    const svg = make("svg.law", { viewBox: "0 0 1000 100", preserveAspectRatio: "none", "aria-hidden": "true" });
    if (one.form === "exact") return svg;
    const points =
      one.form === "between"
        ? `${x(one.low)},100 ${x(one.low)},45 ${x(one.high)},45 ${x(one.high)},100`
        : `${x(one.low)},100 ${x(one.mode)},0 ${x(one.high)},100`;
    svg.append(make("polygon", { points }));
    return svg;
  };

  /** Where the law of a number stands: below `value` where the number says its source. */
  const inside = (at, one) => (one.sourced ? [...at, "value"] : at);
  const commit = (at, one, change) => {
    const wanted = { ...one, ...change };
    bench.edit([{ do: "set", at: inside(at, one), value: literal.written(wanted) }], at);
  };
  /** The same number in another form. Corners that are invented are near what was there. */
  const reform = (one, form, range, bounds) => {
    const [lo, hi] = range;
    const by = (hi - lo) / 10;
    const fine = step(lo, hi);
    const mode = one.mode ?? (lo + hi) / 2;
    const low =
      one.low !== null && one.low < mode
        ? one.low
        : literal.rounded(Math.max(bounds.min ?? -Infinity, lo, mode - by), fine);
    const high =
      one.high !== null && one.high > mode
        ? one.high
        : literal.rounded(Math.min(bounds.max ?? Infinity, hi, mode + by), fine);
    return { ...one, form, low, mode: literal.rounded(mode, fine), high };
  };

  const CORNERS = "These corners are a start. Change them to what you believe.";
  const NAMES = { low: "at least", mode: "most likely", high: "at most" };
  const corners = (form) =>
    form === "exact" ? ["mode"] : form === "between" ? ["low", "high"] : ["low", "mode", "high"];
  const moved = (one, corner, value) => {
    const next = { ...one, [corner]: value };
    if (one.form === "exact") return { ...next, low: value, high: value };
    return next;
  };
  const sound = (one, corner, value) => {
    if (one.form === "exact") return value;
    const low = corner === "low" ? -Infinity : corner === "mode" || one.form === "between" ? one.low : one.mode;
    const high = corner === "high" ? Infinity : corner === "mode" || one.form === "between" ? one.high : one.mode;
    return clamp(value, low, high);
  };

  /** The fold that says where a number comes from. */
  const origin = (at, one) => {
    const id = (part) => idOf(at, part);
    const put = (change) => bench.edit([{ do: "set", at, value: literal.sourced({ ...one, ...change }) }], at);
    const line = (part, label, input) => make("div.pair", {}, make("label", { for: id(part) }, label), input);
    const said = [one.certainty ? field.choice("certainty", one.certainty) : "", one.source].filter(Boolean).join(": ");
    return fold(
      at,
      "origin",
      said ? make("span.origin", {}, "From ", make("bdi", {}, said)) : make("span.origin", {}, "Where is it from?"),
      [
        line(
          "certainty",
          "What it rests on",
          select(
            id("certainty"),
            CERTAINTIES.map((word) => [word, field.choice("certainty", word)]),
            one.certainty,
            (certainty) => put({ certainty }),
          ),
        ),
        line(
          "source",
          "Source",
          typed(
            make("input", { id: id("source"), type: "text", dir: "auto", value: one.source, autocomplete: "off" }),
            (source) => put({ source: source.trim() }),
          ),
        ),
        line(
          "date",
          "Known since",
          typed(make("input", { id: id("date"), type: "date", value: one.date }), (date) => put({ date })),
        ),
      ],
      false,
      { class: "from" },
    );
  };

  /** The whole editor. Nothing there yet is an empty field: what is typed makes it. */
  const editor = (at, node, given = {}) => {
    const one = node
      ? literal.number(node)
      : {
          form: "none",
          low: null,
          mode: null,
          high: null,
          raw: "",
          sourced: false,
          source: "",
          certainty: "",
          date: "",
        };
    const bounds = { min: given.min ?? null, max: given.max ?? null };
    const range = domain(one, given);
    const label = given.label ?? "Number";
    const box = make("div.number", { id: idOf(at, "number"), role: "group", "aria-label": label });
    const inputs = {};
    let drawn = null;
    const handles = {};
    const redraw = (law) => {
      const next = shape(law, range);
      drawn?.replaceWith(next);
      drawn = next;
      for (const [corner, input] of Object.entries(inputs)) input.value = literal.plain(law[corner]);
    };
    /** All corners as they are typed, or what is wrong with one of them. */
    const typedCorners = (last) => {
      let next = one;
      for (const corner of corners(one.form)) {
        const value = literal.typed(inputs[corner].value);
        if (value === null) return { input: inputs[corner], why: needed(given, one[corner]) };
        next = moved(next, corner, value);
      }
      if (one.form === "between" && next.low >= next.high)
        return { input: last, why: "The first number has to be below the second." };
      if (!["exact", "between"].includes(one.form) && !(next.low <= next.mode && next.mode <= next.high))
        return { input: last, why: "They have to stand in order: at least, most likely, at most." };
      return { next };
    };
    if (one.form === "none") {
      const input = make("input", {
        id: idOf(at),
        type: "text",
        inputmode: "decimal",
        class: "short",
        value: "",
      });
      box.append(
        typed(input, (words) => {
          const value = literal.typed(words);
          if (value === null) wrong(input, needed(given));
          else bench.edit([{ do: "set", at, value: literal.plain(value) }], at);
        }),
      );
      return box;
    }
    const forms = [
      ["exact", "exactly"],
      ["range", "in a range"],
      ["between", "anywhere between"],
    ];
    if (one.form === "pert") forms[1] = ["pert", "in a range (smooth)"];
    if (one.form === "other") forms.push(["other", "by another law"]);
    const choose = select(
      idOf(at, "form"),
      forms,
      one.form,
      (form) => {
        const next =
          form === "exact"
            ? { ...one, form, mode: literal.rounded(one.mode ?? (range[0] + range[1]) / 2, step(...range) / 10) }
            : reform(one, form, range, bounds);
        if (form === "range") next.long = false;
        for (const each of Object.values(inputs)) findings.slip(each, null);
        hints.say(at, form === "exact" ? null : CORNERS);
        commit(at, one, next);
      },
      { "aria-label": `${label}: how well it is known` },
    );
    const row = make(`div.row.${one.form}`, {}, choose);
    box.append(row);
    if (one.form === "other") {
      const text = make("input", {
        id: idOf(at),
        type: "text",
        class: "raw",
        spellcheck: "false",
        value: one.raw,
        "aria-label": `${label}, as the file writes it`,
      });
      row.append(
        typed(text, (words) => bench.edit([{ do: "set", at: inside(at, one), value: words.trim() || "0" }], at)),
      );
    } else {
      corners(one.form).forEach((corner, index) => {
        const id = index ? idOf(at, corner) : idOf(at);
        const input = make("input", {
          id,
          type: "text",
          inputmode: "decimal",
          class: "short",
          value: literal.plain(one[corner]),
          "aria-label": one.form === "exact" ? label : `${label}: ${NAMES[corner]}`,
        });
        inputs[corner] = input;
        typed(input, (words) => {
          if (!words.trim() && given.clear && Object.keys(inputs).length === 1) {
            given.clear();
            return;
          }
          const { next, input: which, why } = typedCorners(input);
          if (why) {
            wrong(which, why);
            return;
          }
          for (const each of Object.values(inputs)) wrong(each, null);
          commit(at, one, next);
        });
        row.append(
          one.form === "exact"
            ? input
            : make("span.corner", {}, make("span.note", { "aria-hidden": "true" }, NAMES[corner]), input),
        );
      });
      if (one.form !== "exact") {
        const track = make("div.track");
        drawn = shape(one, range);
        track.append(drawn);
        let law = one;
        for (const corner of corners(one.form)) {
          handles[corner] = handle({
            at,
            part: `corner ${corner}`,
            label: `${label}: ${NAMES[corner]}`,
            value: one[corner],
            range,
            kind: "corner",
            words: (value) => given.words?.(value) ?? literal.plain(value),
            move: (value) => {
              const held = sound(law, corner, clamp(value, bounds.min ?? -Infinity, bounds.max ?? Infinity));
              law = moved(law, corner, held);
              redraw(law);
              return held;
            },
            done: () => commit(at, one, law),
          });
          track.append(handles[corner].mark);
        }
        track.addEventListener("pointerdown", (event) => {
          const touched = Object.values(handles).find(({ mark }) => mark === event.target);
          touched?.drag(event, track);
        });
        box.append(
          track,
          make(
            "div.ends",
            { "aria-hidden": "true" },
            make("span", {}, literal.plain(literal.rounded(range[0], step(...range)))),
            make("span", {}, literal.plain(literal.rounded(range[1], step(...range)))),
          ),
        );
      }
    }
    const hint = one.form === "exact" && hints.at(at) === CORNERS ? null : hints.at(at);
    if (hint) box.append(make("p.note.hint", {}, hint));
    if (!given.bare) row.append(origin(at, one));
    return box;
  };
  return { editor, handle, shape, inside, step, clamp, domain, needed };
})();
