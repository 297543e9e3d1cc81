// Elements, and what they remember while the page is drawn anew: which folds are open, what stands where.
const parts = (() => {
  const VECTOR = "http://www.w3.org/2000/svg";
  /** An element. `on` holds listeners, `data` data attributes; whatever else is an attribute. Children that are texts
      stay texts. */
  const make = (name, given = {}, ...inside) => {
    const [tag, ...classes] = name.split(".");
    const vector = tag === "svg" || tag === "polygon" || tag === "path" || tag === "line";
    const element = vector ? document.createElementNS(VECTOR, tag) : document.createElement(tag);
    if (classes.length) element.setAttribute("class", classes.join(" "));
    for (const [key, value] of Object.entries(given)) {
      if (value === null || value === undefined || value === false) continue;
      if (key === "on") for (const [what, act] of Object.entries(value)) element.addEventListener(what, act);
      else if (key === "data") for (const [word, text] of Object.entries(value)) element.dataset[word] = text;
      else if (key === "value") element.value = value;
      else element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...inside.flat(9).filter((one) => one !== null && one !== undefined && one !== false));
    return element;
  };
  const button = (text, act, given = {}) => make("button", { type: "button", on: { click: act }, ...given }, text);

  // The same place of the scenario has the same id in every drawing.
  const ids = new Map();
  const key = (at, part = "") => `${at.join("\u001f")}\u001e${part}`;
  const idOf = (at, part = "") => {
    const word = key(at, part);
    if (!ids.has(word)) ids.set(word, `bench-f${ids.size}`);
    return ids.get(word);
  };

  const open = new Map();
  /** A fold that stays as its reader left it. */
  const fold = (at, part, summary, inside, start = false, given = {}) => {
    const word = key(at, part);
    const element = make("details", given, make("summary", { id: idOf(at, `${part} fold`) }, summary), inside);
    element.open = open.get(word) ?? start;
    element.addEventListener("toggle", () => open.set(word, element.open));
    return element;
  };
  const unfold = (at, part) => open.set(key(at, part), true);
  const isOpen = (at, part) => open.get(key(at, part)) ?? false;
  const toggle = (at, part) => open.set(key(at, part), !isOpen(at, part));
  const forget = () => open.clear();

  /** Text that is typed: it counts when its writer leaves the field or presses Enter. */
  const typed = (input, commit) => {
    let said = input.value;
    const tell = () => {
      if (view.busy() || input.value === said) return;
      said = input.value;
      commit(input.value);
    };
    // A day is one with every digit of its year: it counts when the fingers rest.
    let soon = 0;
    const rest = () => {
      clearTimeout(soon);
      soon = setTimeout(() => input.isConnected && (!input.value || input.value >= "1000") && tell(), 1500);
    };
    input.addEventListener("change", input.type === "date" ? rest : tell);
    input.addEventListener("blur", tell);
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (input.tagName !== "TEXTAREA" || event.ctrlKey)) tell();
    });
    input.dataset.said = said;
    return input;
  };
  /** Says beside an input what is wrong with it. */
  const wrong = (input, text) => {
    const id = `${input.id}-wrong`;
    let note = document.getElementById(id);
    if (!text) {
      note?.remove();
      input.removeAttribute("aria-invalid");
      return;
    }
    if (!note) {
      note = make("p.finding.error", { id, role: "alert" });
      (input.closest(".field, .number, .row") ?? input.parentElement).append(note);
    }
    note.textContent = text;
    input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-describedby", id);
  };
  const select = (id, choices, chosen, act, given = {}) => {
    const element = make("select", { id, ...given });
    for (const [value, text] of choices) element.append(make("option", { value }, text));
    element.value = chosen;
    element.addEventListener("change", () => act(element.value));
    return element;
  };
  /** A message of the loader with its quoted pieces set apart. */
  const said = (text) => text.split("`").map((piece, index) => (index % 2 ? make("code", {}, piece) : piece));

  /** A dialog with a heading, some words and choices; gives the word of the choice, or null. */
  const dialog = (title, inside, choices) =>
    new Promise((resolve) => {
      const heading = make("h2", { id: "bench-dialog-title" }, title);
      const form = make("form", { method: "dialog" });
      const element = make("dialog", { "aria-labelledby": "bench-dialog-title" }, form);
      form.append(
        heading,
        ...[inside].flat(),
        make(
          "div.actions",
          {},
          choices.map(([word, text], index) =>
            make(index ? "button" : "button.main", { value: word, ...(word ? {} : { formnovalidate: true }) }, text),
          ),
        ),
      );
      element.addEventListener("close", () => {
        element.remove();
        resolve(element.returnValue || null);
      });
      document.body.append(element);
      element.showModal();
    });
  /** Hands the reader a file. */
  const download = (name, text, type) => {
    const link = make("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };
  /** What a title is called in a file: letters, digits and -. */
  const slug = (title, taken = []) => {
    const plain = title
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "")
      .toLowerCase();
    const base =
      plain
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-+|-+$/g, "")
        .slice(0, 40) || "new";
    let word = base;
    for (let count = 2; taken.includes(word); count += 1) word = `${base}-${count}`;
    return word;
  };
  return {
    make,
    button,
    key,
    idOf,
    fold,
    unfold,
    isOpen,
    toggle,
    forget,
    typed,
    wrong,
    select,
    said,
    dialog,
    download,
    slug,
  };
})();
