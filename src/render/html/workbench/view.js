// The page drawn from the scenario: the head, the steps, the step that is open. What its reader is at stays where it
// is.
const view = (() => {
  const { make, button, fold } = parts;
  const by = (id) => document.getElementById(id);
  let held = false;
  let waiting = null;
  let drawingNow = false;
  const busy = () => drawingNow;
  /** While a button is held down or a sign is being composed, the page stands still. */
  const hold = () => {
    held = true;
  };
  const release = () => {
    if (!held) return;
    held = false;
    setTimeout(() => {
      if (!held && waiting) {
        const work = waiting;
        waiting = null;
        render(work);
      }
    });
  };
  /** Draws the page anew, as soon as no button is held down. */
  const draw = (given = {}) => {
    if (held) waiting = { ...waiting, ...given };
    else render(given);
  };
  const nearest = (at) => {
    const all = [...by("bench-panel").querySelectorAll("[data-at]")].map((one) => [JSON.parse(one.dataset.at), one]);
    const fits = all.filter(([place]) => findings.starts(at, place));
    fits.sort((a, b) => b[0].length - a[0].length);
    return fits[0]?.[1] ?? null;
  };
  /** What a hand goes to first. */
  const handled = (element) =>
    element?.querySelector("input:not([hidden], [type=checkbox]), textarea, [role=slider]") ??
    element?.querySelector("select, input") ??
    element?.querySelector("button");
  const into = (element, itself = null) => {
    for (let one = element; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
    const first = itself ?? handled(element);
    element.scrollIntoView({ block: "center" });
    (first ?? element).focus({ preventScroll: true });
  };
  const render = (given) => {
    if (!bench.state().desk) return;
    const panel = by("bench-panel");
    const active = document.activeElement;
    const kept =
      panel.contains(active) && active.id
        ? {
            id: active.id,
            top: active.getBoundingClientRect().top,
            value: active.dataset.said !== undefined && active.value !== active.dataset.said ? active.value : null,
            select: typeof active.selectionStart === "number" ? [active.selectionStart, active.selectionEnd] : null,
            scroll: active.scrollTop,
          }
        : null;
    const inside = panel.contains(active);
    drawingNow = true;
    findings.anew();
    const blocked = !bench.state().desk.tree && bench.state().step !== "text";
    const drawn = blocked
      ? [
          make("p.lead", {}, "The text cannot be read as it is, so there are no fields to show."),
          button("Mend it in the text", () => go("text"), { class: "main" }),
        ]
      : steps.draw(bench.state().step);
    const spec = steps.LIST.find(({ id }) => id === bench.state().step);
    const index = steps.LIST.indexOf(spec);
    const next = steps.LIST[index + 1];
    const back = steps.LIST[index - 1];
    const loose = findings.loose(bench.state().step);
    const title = make("h2", { tabindex: "-1", id: "bench-step-title" }, spec.title);
    panel.replaceChildren(
      ...[
        title,
        loose.map((one) => field.finding(one, [])),
        drawn,
        make(
          "div.turns",
          {},
          back ? button(`Back: ${back.short}`, () => go(back.id)) : make("span"),
          next && index < 3
            ? button(`Next: ${next.short}`, () => go(next.id), { class: "main" })
            : index === 3
              ? button(
                  "See the odds",
                  () => {
                    by("bench-answers").scrollIntoView();
                    by("bench-answers").focus({ preventScroll: true });
                  },
                  { class: "main" },
                )
              : null,
        ),
      ]
        .flat(9)
        .filter(Boolean),
    );
    drawingNow = false;
    bench.drawn();
    findings.restore();
    head();
    if (given.to) {
      const place = nearest(given.to);
      if (place) {
        into(place);
        return;
      }
    }
    if (given.top) {
      title.focus({ preventScroll: true });
      const { top } = title.getBoundingClientRect();
      if (top < 0 || top > innerHeight / 2) title.scrollIntoView({ behavior: "instant", block: "start" });
      return;
    }
    if (!inside) return;
    const again = kept && by(kept.id);
    if (again) {
      if (kept.value !== null) again.value = kept.value;
      again.focus({ preventScroll: true });
      if (kept.select && again.setSelectionRange && again.type !== "date")
        try {
          again.setSelectionRange(...kept.select);
        } catch {
          /* not every field has a selection */
        }
      again.scrollTop = kept.scroll;
      scrollBy({ top: again.getBoundingClientRect().top - kept.top, behavior: "instant" });
    } else {
      const near = given.near && nearest(given.near);
      (near?.querySelector("[role=slider]") ?? handled(near) ?? title).focus({ preventScroll: true });
    }
  };
  const head = () => {
    const { desk } = bench.state();
    const title = by("bench-title");
    if (document.activeElement !== title || title.value === title.dataset.said)
      title.value = title.dataset.said = desk.title ?? "";
    title.disabled = !desk.tree;
    document.title = `${bench.unsaved() ? "● " : ""}${desk.title || bench.state().file} – zopa`;
    by("bench-file").textContent = bench.state().home ?? bench.state().file;
    by("bench-state").textContent =
      bench.state().saved === null && !bench.unsaved()
        ? "not saved yet"
        : bench.unsaved()
          ? "unsaved changes"
          : ask.served
            ? "saved"
            : "no changes since it was opened or saved";
    by("bench-state").classList.toggle("unsaved", bench.unsaved());
    by("bench-undo").disabled = !bench.state().past.length && !findings.slips().length;
    by("bench-redo").disabled = !bench.state().future.length;
    by("bench-steps").replaceChildren(
      ...steps.LIST.map(({ id, short }, index) =>
        make(
          "li",
          {},
          button(
            [
              index < 4 ? make("b", {}, `${index + 1}`) : null,
              index < 4 ? " " : null,
              short,
              " ",
              findings.counted(findings.inStep(id), true),
            ],
            () => go(id),
            { id: `bench-step-${id}`, "aria-current": id === bench.state().step ? "step" : null },
          ),
        ),
      ),
      make("li.jump", {}, make("a", { href: "#bench-answers" }, "The odds ↓")),
    );
    const all = findings.everything();
    const box = by("bench-mend");
    box.hidden = !all.length;
    const errors = all.filter((one) => one.severity === "error").length;
    const notes = all.length - errors;
    const words = [
      errors ? `${errors} ${errors === 1 ? "thing" : "things"} to mend` : null,
      notes ? `${notes} ${notes === 1 ? "note" : "notes"}` : null,
    ]
      .filter(Boolean)
      .join(", ");
    box.classList.toggle("error", errors > 0);
    box.replaceChildren(
      all.length
        ? fold(
            [],
            "mend",
            words,
            make(
              "ul",
              {},
              all.map((one) =>
                make(
                  `li.${one.severity}`,
                  {},
                  button(
                    [
                      one.id && one.label ? [make("bdi", {}, one.label), ": "] : null,
                      field.plainly(one.message),
                    ].flat(),
                    () => goto(one),
                    { class: "link" },
                  ),
                ),
              ),
            ),
          )
        : "",
    );
  };
  const go = (step, given = { top: true }) => {
    const active = document.activeElement;
    if (bench.state().step === step && given.top) {
      draw(given);
      return;
    }
    bench.state().step = step;
    draw(by("bench-steps").contains(active) ? { step: true } : given);
    if (by("bench-steps").contains(active) || !document.activeElement || document.activeElement === document.body)
      by(`bench-step-${step}`)?.focus({ preventScroll: true });
  };
  const goto = (one) => {
    if (!bench.state().desk.tree) {
      go("text");
      return;
    }
    const { at } = one;
    if (at[0] === "title") {
      by("bench-title").focus();
      return;
    }
    const step = one.step ?? steps.of(at);
    if (step === "wants") parts.unfold(["issues", at[3]], "board");
    if (step === "wants" && one.id) parts.unfold(at, "editor");
    if (step === "rest") parts.unfold([at[0]], "fold");
    bench.state().step = step;
    draw({ to: at, top: true });
    // What was typed leads to the very field.
    const input = one.id && by(one.id);
    if (input) into(input.parentElement, input);
  };
  return { draw, head, go, hold, release, busy };
})();
