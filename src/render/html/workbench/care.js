// How much a party cares for each issue: a bar that is pulled. All it cares for is one whole, of which issues have
// shares.
const care = (() => {
  const { make, button, idOf, isOpen, toggle } = parts;
  const { get, plain } = literal;
  /** What a party cares for, issue by issue, where every number is exact; else null. */
  const weights = (party) => {
    const list = (literal.find(bench.state().desk.tree, ["parties", party, "positions"])?.entries ?? [])
      .filter(([, one]) => get(one, "salience"))
      .map(([issue, one]) => ({ issue, ...literal.number(get(one, "salience")) }));
    return list.every((one) => one.form === "exact") ? list : null;
  };
  const total = (list) => list.reduce((sum, one) => sum + one.mode, 0);
  /** Edits that share out what is left to the others, in their proportions, in hundredths that add up. */
  const shared = (party, list, wanted) => {
    const places = (one) => number.inside(["parties", party, "positions", one.issue, "salience"], one);
    const sum = total(list);
    let left = 1 - wanted;
    return list.map((one, index) => {
      const share = index === list.length - 1 ? left : (1 - wanted) * (sum > 0 ? one.mode / sum : 1 / list.length);
      const value = literal.rounded(number.clamp(share, 0, 1), 0.01);
      left -= value;
      return { do: "set", at: places(one), value: plain(value) };
    });
  };
  /** How much a party cares: a bar that is pulled. Where all it cares for adds up to 1, others give way. */
  const line = (party, issue, node, owner) => {
    const at = ["parties", party, "positions", issue, "salience"];
    const law = literal.number(node);
    const all = weights(party);
    const others = all?.filter((one) => one.issue !== issue);
    const even = all && Math.abs(total(all) - 1) < 0.02;
    const every = (literal.find(bench.state().desk.tree, ["parties", party, "positions"])?.entries ?? []).reduce(
      (sum, [, one]) => sum + Math.max(0, literal.number(get(one, "salience")).mode ?? 0),
      0,
    );
    const share = (value) => {
      const whole = even ? 1 : every - law.mode + value;
      return `${whole > 0 ? Math.round((100 * value) / whole) : 0}% of what it cares for`;
    };
    const only = even && !others.length;
    const top = Math.max(1, law.high ?? 1);
    const told = make(
      "span.told",
      {},
      make("span.value", {}, only ? "all it cares for" : law.form === "other" ? "as the file says" : share(law.mode)),
      hints.isExample(at, node) ? make("span.near.example", {}, " · example") : null,
    );
    const track = make("div.track.bar");
    if (law.form !== "other") {
      const fill = make("span.fill");
      fill.style.width = `${(100 * law.mode) / top}%`;
      track.append(fill);
      let now = law;
      if (!only) {
        const mark = number.handle({
          at,
          part: "mark",
          label: `${owner}: how much it cares`,
          value: law.mode,
          range: [0, top],
          kind: "weight",
          words: (value) => `${plain(value)}, ${share(value)}`,
          move: (wish) => {
            const by = number.clamp(wish - law.mode, -law.low, top - law.high);
            const move = (corner) => literal.rounded(corner + by, 0.001);
            now = { ...law, low: move(law.low), mode: move(law.mode), high: move(law.high) };
            fill.style.width = `${(100 * now.mode) / top}%`;
            told.firstElementChild.textContent = share(now.mode);
            return now.mode;
          },
          done: () =>
            bench.edit(
              [
                { do: "set", at: number.inside(at, law), value: literal.written(now) },
                ...(even ? shared(party, others, now.mode) : []),
              ],
              at,
            ),
        });
        track.append(mark.mark);
        track.addEventListener("pointerdown", (event) => mark.drag(event, track));
      }
    }
    const open = isOpen(at, "editor");
    return [
      make(
        "div.line.care",
        { data: { at: JSON.stringify(at) } },
        button(
          "cares",
          () => {
            toggle(at, "editor");
            view.draw();
          },
          {
            id: idOf(at, "name"),
            class: "name",
            title: "How much it cares (salience): exact number and source",
            "aria-expanded": String(open),
            "aria-label": `${owner}: how much it cares, ${told.textContent}. Exact number and source`,
          },
        ),
        track,
        told,
      ),
      open
        ? make(
            "div.more",
            { data: { at: JSON.stringify(at) } },
            make("p.note", {}, "How much of its attention the issue has (salience). Only the proportions count."),
            number.editor(at, node, { min: 0, max: null, label: `${owner}: how much it cares` }),
          )
        : null,
      field.found(at, true),
    ];
  };
  /** One thing to press where what a party cares for does not add up to 1. */
  const evenOut = (party) => {
    const list = weights(party);
    if (!list || list.length < 2 || Math.abs(total(list) - 1) < 0.02 || total(list) <= 0) return null;
    return button(
      "Make what it cares for add up to 100%",
      () => bench.edit(shared(party, list, 0), ["parties", party, "positions"]),
      { class: "link", id: idOf(["parties", party, "positions"], "even") },
    );
  };
  /** What another issue gets of a party's attention, and what its others then have: what was equal stays equal. */
  const another = (party) => {
    const list = weights(party) ?? [];
    if (!list.length || Math.abs(total(list) - 1) >= 0.02) return { mine: 1, edits: [] };
    const mine = literal.rounded(1 / (list.length + 1), 0.01);
    return { mine, edits: shared(party, list, mine) };
  };
  return { line, another, evenOut };
})();
