// The first screen: a new scenario, a finished example, or a file; and what is said to a window without a key.
const start = (() => {
  const { make, button, slug } = parts;
  const by = (id) => document.getElementById(id);
  const TEMPLATES = {
    "two-party": [
      "Two sides, one issue",
      "The smallest sound scenario. Add issues and parties as you go. Start here if you are new.",
    ],
    mediated: [
      "A dispute with a go-between",
      "A mediator drafts, one side has to win a vote at home, and the talks have rival readings.",
    ],
    options: [
      "A choice between options",
      "Where to build, whom to appoint: issues that are not more or less but this or that.",
    ],
    "scorable-game": ["Offer and counter-offer", "A classroom game: parties take turns with offers until a deadline."],
    interim: ["A truce before the whole", "A part is settled for a time while the rest is still talked about."],
    "peace-process": [
      "The end of a war",
      "A front line, guarantees, votes, events: everything the model knows, in one invented war.",
    ],
  };
  // What the finished examples are, in a line.
  const SHIPPED = {
    "two-party.toml": "A first lesson: two villages and a river.",
    "harbour.toml": "A new harbour for a small coast: what is built where, and who pays. Invented.",
    "job-offer.toml": "A job offer: two people, four points.",
    "northland.toml": "A civil war with guarantors, invented.",
    "white-house-2025.toml": "Ten parties at the White House, 18 August 2025.",
    "1-van.toml": "For a class, easy: a game of two over one price.",
    "2-concert.toml": "For a class, harder: a game of two over three issues, with trades between them.",
    "3-strait.toml": "For a class, hard: a game of four, with a war, guarantors and votes at home.",
  };
  const locked = (text) => {
    const place = by("bench-start");
    by("bench-work").hidden = true;
    by("bench-head").hidden = true;
    place.hidden = false;
    place.replaceChildren(
      make("h1", { tabindex: "-1" }, "This window has no key"),
      make(
        "p.lead",
        {},
        "The link that zopa prints works once, for one window, so that nobody else on this machine can look in.",
      ),
      make(
        "p",
        {},
        "Go to the terminal where zopa is running and press Enter: it prints another link. If it has stopped, start " +
          "it again with ",
        make("code", {}, "zopa serve"),
        ".",
      ),
      text ? make("p.note", {}, text) : null,
    );
  };
  const broken = (error) => {
    if (error.why === "locked") locked(error.message);
    else if (bench.state().desk) bench.lost(error.message);
    else bench.notice(error.message, true);
  };
  const fresh = async (template, title) => {
    const name = title.trim() || TEMPLATES[template]?.[0] || "A new scenario";
    try {
      const desk = await ask.desk({ wanted: "template", template, title: name });
      bench.begin({ file: `${slug(name, [], 40)}.toml`, home: null, base: null, desk, template: true });
    } catch (error) {
      broken(error);
    }
  };
  const open = async (name, shipped) => {
    try {
      const found = await ask.post("/api/open", { name, shipped });
      const desk = await ask.desk({ wanted: "desk", file: found.name, text: found.text });
      bench.begin({
        file: found.name,
        home: shipped ? null : found.name,
        base: shipped ? null : found.hash,
        desk,
        shipped,
      });
      return true;
    } catch (error) {
      broken(error);
    }
    return false;
  };
  const chosen = async (file) => {
    if (!file) return;
    if (file.size > 4_000_000) {
      bench.notice("That file is larger than 4 MB, more than a scenario may be.", true);
      return;
    }
    try {
      const text = await file.text();
      bench.begin({
        file: file.name,
        home: null,
        base: null,
        desk: await ask.desk({ wanted: "desk", file: file.name, text }),
      });
    } catch (error) {
      broken(error);
    }
  };
  // A title is somebody's text: it goes in as text, in whatever direction it is written.
  const list = (title, entries, shipped) =>
    make(
      "ul.choices",
      { "aria-label": title },
      entries.map(({ name, title: words }) =>
        make(
          "li",
          {},
          button(
            [
              make("bdi", {}, words || name),
              " ",
              make("span.note", {}, make("bdi", {}, name)),
              shipped && SHIPPED[name] ? make("span.about", {}, SHIPPED[name]) : null,
            ].filter(Boolean),
            () => open(name, shipped),
            { class: "choice" },
          ),
        ),
      ),
    );
  const screen = async () => {
    const place = by("bench-start");
    by("bench-work").hidden = true;
    by("bench-head").hidden = true;
    place.hidden = false;
    by("bench-now").hidden = true;
    document.title = "zopa workbench";
    let shelf = { folder: "", files: [], shipped: [] };
    if (ask.served) {
      try {
        shelf = await ask.post("/api/files");
      } catch (error) {
        broken(error);
        if (error.why === "locked") return;
      }
    }
    const title = make("input", {
      id: "bench-new-title",
      type: "text",
      maxlength: "200",
      placeholder: "Fishing rights in the strait",
      autocomplete: "off",
    });
    const cards = make(
      "div.cards",
      { role: "group", "aria-labelledby": "bench-new" },
      ask.given.templates.map(({ word, title: plain }, index) =>
        make(
          index ? "button.card" : "button.card.first",
          { type: "button", data: { template: word }, on: { click: () => fresh(word, title.value) } },
          make("strong", {}, TEMPLATES[word]?.[0] ?? plain),
          make("span", {}, TEMPLATES[word]?.[1] ?? plain),
        ),
      ),
    );
    title.addEventListener("keydown", (event) => {
      if (event.key === "Enter") cards.firstElementChild.click();
    });
    const pick = make("input", {
      id: "bench-pick",
      type: "file",
      accept: ".toml",
      on: { change: () => chosen(pick.files[0]) },
    });
    const shipped = shelf.shipped.length
      ? make(
          "section",
          { "aria-labelledby": "bench-shipped" },
          make("h2", { id: "bench-shipped" }, "Look at a finished example"),
          make("p", {}, "You get a copy: change what you like."),
          list("Examples", shelf.shipped, true),
        )
      : null;
    const own = make(
      "section",
      { "aria-labelledby": "bench-own" },
      make("h2", { id: "bench-own" }, ask.served ? "Go on with a file of this folder" : "Open a file"),
      ask.served ? make("p.note", {}, "The folder: ", make("bdi", {}, shelf.folder)) : null,
      shelf.files.length
        ? list("Files", shelf.files, false)
        : ask.served
          ? make("p", {}, "There is no scenario in this folder yet.")
          : null,
      make(
        "div.field",
        {},
        make(
          "label",
          { for: "bench-pick" },
          ask.served ? "Or a copy of one from elsewhere" : "A scenario on this computer",
        ),
        pick,
      ),
    );
    place.replaceChildren(
      ...[
        make("p.kicker", {}, "zopa workbench"),
        make("h1", { tabindex: "-1" }, "What are the odds of a deal?"),
        make(
          "p.lead",
          {},
          "Say who negotiates, over what, and what each would do without a deal. zopa plays the talks thousands of " +
            "times and tells you how likely a deal is, on what terms, and who stands in its way.",
        ),
        make(
          "section",
          { "aria-labelledby": "bench-new" },
          make("h2", { id: "bench-new" }, "Start a new scenario"),
          make("div.field", {}, make("label", { for: "bench-new-title" }, "What is it about?"), title),
          make("p", {}, "Then choose what it is like. Names and numbers are examples, there to be changed."),
          cards,
        ),
        ...(shelf.files.length || !ask.served ? [own, shipped] : [shipped, own]),
      ].filter(Boolean),
    );
    if (document.activeElement === document.body) place.querySelector("h1").focus({ preventScroll: true });
  };
  /** The first thing on the page. */
  const first = async () => {
    if (!ask.served) {
      const { open: given } = ask.given;
      if (given) {
        try {
          bench.begin({ file: given.file, home: null, base: null, desk: await ask.desk({ wanted: "desk", ...given }) });
          return;
        } catch (error) {
          broken(error);
        }
      }
      await screen();
      return;
    }
    let session;
    try {
      session = await ask.session();
    } catch (error) {
      broken(error);
      return;
    }
    if (!session) {
      locked();
      return;
    }
    let last = session.open;
    if (last === undefined) last = sessionStorage.getItem("zopa-file");
    if (!last || !(await open(last, false))) await screen();
  };
  return { first, screen, broken };
})();
