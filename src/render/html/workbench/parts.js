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
  let count = 0;
  const key = (at, part = "") => `${at.join("\u001f")}\u001e${part}`;
  const idOf = (at, part = "") => {
    const word = key(at, part);
    if (!ids.has(word)) ids.set(word, `bench-f${(count += 1)}`);
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
  /** A place of the file under the short name that an issue or a party has now. */
  const follow = (at, { at: [place, id], to }) =>
    at.map((word, index) => {
      if (word !== id || index === 0) return word;
      if (index === 1) return at[0] === place ? to : word;
      const ofIssue = ["positions", "terms"].includes(at[index - 1]);
      return ofIssue === (place === "issues") && !(place === "parties" && index > 3) ? to : word;
    });
  /** The same for what is remembered by its place. */
  const followed = (map, one) => {
    for (const [word, value] of [...map]) {
      const [at, part] = word.split("\u001e");
      const next = key(follow(at.split("\u001f"), one), part);
      if (next === word) continue;
      map.delete(word);
      map.set(next, value);
    }
  };
  const renamed = (one) => {
    followed(ids, one);
    followed(open, one);
  };

  /** Text that is typed: it counts when its writer leaves the field or presses Enter. */
  const typed = (input, commit) => {
    let said = input.value;
    const tell = () => {
      if (view.busy()) return;
      const slip = findings.slipped(input.id);
      if (input.value === (slip?.value ?? said)) return;
      said = input.value;
      if (slip) wrong(input, null);
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
  /** Says beside an input what is wrong with it. What was typed into a field of the scenario stays there until it is
      mended or undone. */
  const wrong = (input, text) => {
    const id = `${input.id}-wrong`;
    let note = document.getElementById(id);
    if (input.dataset.said !== undefined) findings.slip(input, text);
    if (!text) {
      note?.remove();
      input.removeAttribute("aria-invalid");
      return;
    }
    if (!note) {
      note = make("p.finding.error.beside", { id, role: "alert" });
      const row = input.closest(".row, .pair");
      const from = row?.closest(".number") && row.querySelector(":scope > .from");
      if (from) from.before(note);
      else (row ?? input).after(note);
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
  const MOST_SIGNS = 24;
  const spelled = (title) =>
    title
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "");
  /** Cut at a word where there is one to cut at. */
  const cut = (word, most) => {
    if (word.length <= most) return word;
    const end = word.lastIndexOf("-", most);
    const short = word.slice(0, end > 0 ? end : most);
    // A little word at the end says nothing.
    return short.replace(/(-(a|an|and|at|by|for|from|in|of|on|or|that|the|to|which|with))+$/, "");
  };
  /** What a title is called in a file: letters, digits and -, and not much of them. */
  const slug = (title, taken = [], most = MOST_SIGNS) => {
    const whole = spelled(title) || "new";
    let word = cut(whole, most);
    for (let number_ = 2; taken.includes(word); number_ += 1)
      word = `${cut(whole, most - String(number_).length - 1)}-${number_}`;
    return word;
  };
  /** Was this short name made of that title? */
  const madeOf = (word, title) => {
    const bare = word.replace(/-\d+$/, "");
    return [slug(title), spelled(title).slice(0, 40)].some((one) => one === word || one === bare);
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
    spelled,
    madeOf,
    follow,
    followed,
    renamed,
  };
})();
