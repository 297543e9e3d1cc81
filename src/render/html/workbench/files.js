// Where a scenario goes: saving, another name, another window, and two windows on one file.
const files = (() => {
  const { make, dialog, download } = parts;
  const toml = (name) => (/\.toml$/i.test(name) ? name : `${name}.toml`);
  const kind = "application/toml";

  // --- saving ---
  const stored = (name, hash, text) => {
    sessionStorage.setItem("zopa-file", name);
    bench.saved({ file: name, home: name, base: hash, text });
  };
  const asName = async (title, words, start) => {
    const input = make("input", {
      id: "bench-name",
      type: "text",
      value: start,
      autocomplete: "off",
      required: true,
      pattern: "[^\\/\\\\]+",
    });
    const answer = await dialog(
      title,
      [
        words ? make("p", {}, words) : null,
        make("div.field", {}, make("label", { for: "bench-name" }, "Name of the file"), input),
      ].filter(Boolean),
      [
        ["save", "Save"],
        ["", "Cancel"],
      ],
    );
    return answer ? toml(input.value.trim()) : null;
  };
  const put = (name, text, base) => ask.post("/api/save", { name, text, base });
  /** Under a name that must be free. */
  const anew = async (title, words, start, text) => {
    let name = await asName(title, words, start);
    while (name) {
      try {
        const { hash } = await put(name, text, null);
        return { name, hash };
      } catch (error) {
        if (error.why !== "conflict" && error.why !== "said") throw error;
        const why =
          error.why === "conflict" ? `There is a file “${name}” already. Choose another name.` : error.message;
        name = await asName(title, why, name);
      }
    }
    return null;
  };
  const MOST_LINES = 3;
  /** The lines of two texts that are not in the other, in their order. */
  const apart = (one, other) => {
    const left = one.split("\n");
    const right = other.split("\n");
    const counts = (lines) => lines.reduce((all, line) => all.set(line, (all.get(line) ?? 0) + 1), new Map());
    const only = (lines, others) => {
      const there = counts(others);
      return lines
        .map((line, index) => ({ line, number: index + 1 }))
        .filter(({ line }) => {
          const count = there.get(line) ?? 0;
          if (count) there.set(line, count - 1);
          return !count;
        });
    };
    return { mine: only(left, right), theirs: only(right, left) };
  };
  /** How far they are apart, and the first lines of it. */
  const differing = (text, there) => {
    const { mine, theirs } = apart(text, there);
    const side = (title, lines) => [
      make("p.label", {}, title),
      lines.length
        ? make(
            "pre.apart",
            { tabindex: "0", "aria-label": title },
            lines
              .slice(0, MOST_LINES)
              .map(({ line, number: place }) => `${place}: ${line}`)
              .join("\n"),
          )
        : make("p.note", {}, "No line that the other has not, or the same lines in another order."),
      lines.length > MOST_LINES ? make("p.note", {}, `and ${lines.length - MOST_LINES} more.`) : null,
    ];
    const count = (lines) => `${lines.length} ${lines.length === 1 ? "line" : "lines"}`;
    return [
      make("p", {}, `${count(mine)} here and ${count(theirs)} on the disk differ.`),
      side("Here", mine),
      side("On the disk", theirs),
    ]
      .flat()
      .filter(Boolean);
  };
  const conflict = async (text, there) => {
    const { file, home } = bench.state();
    const stem = (home ?? file).replace(/\.toml$/i, "");
    const gone = there.text === null || there.text === undefined;
    const answer = await dialog(
      gone ? "The file is gone" : "The file was changed elsewhere",
      [
        make(
          "p",
          {},
          gone
            ? "Since you opened it, somebody moved or deleted "
            : "Since you opened it, another window or program saved ",
          make("bdi", {}, home),
          ". Nothing is lost, whatever you choose:",
        ),
        ...(gone ? [] : differing(text, there.text)),
      ],
      gone
        ? [
            ["again", "Write mine again"],
            ["other", "Keep mine under another name"],
            ["", "Decide later"],
          ]
        : [
            ["other", "Keep mine under another name"],
            ["theirs", "Take what is on the disk (Undo brings mine back)"],
            ["over", `Write mine over it (theirs is kept as ${stem}-theirs.toml)`],
            ["", "Decide later"],
          ],
    );
    if (answer === "other") {
      const kept = await anew("Keep mine under another name", null, `${stem}-mine.toml`, text);
      if (kept) stored(kept.name, kept.hash, text);
      return;
    }
    if (answer === "again") {
      stored(home, (await put(home, text, null)).hash, text);
      return;
    }
    if (answer === "theirs") {
      const desk = await ask.desk({ wanted: "desk", file: home, text: there.text });
      findings.dropSlips();
      bench.take(desk);
      stored(home, there.hash, there.text);
      return;
    }
    if (answer !== "over") return;
    for (let count = 1; ; count += 1) {
      const name = count === 1 ? `${stem}-theirs.toml` : `${stem}-theirs-${count}.toml`;
      try {
        await put(name, there.text, null);
        bench.notice(`What was on the disk is kept as ${name}.`);
        break;
      } catch (error) {
        if (error.why !== "conflict" || count > 50) throw error;
      }
    }
    await write(home, text, there.hash);
  };
  const write = async (name, text, base) => {
    try {
      stored(name, (await put(name, text, base)).hash, text);
    } catch (error) {
      if (error.why !== "conflict") throw error;
      await conflict(text, error.more);
    }
  };
  const carefully = async (work) => {
    try {
      await work();
    } catch (error) {
      if (error.why === "lost") bench.lost(error.message);
      else start.broken(error);
    }
  };
  const save = () =>
    carefully(async () => {
      await bench.settled();
      const { file, home, base, desk } = bench.state();
      if (!ask.served) {
        download(file, desk.text, kind);
        bench.saved({ file, home, base, text: desk.text });
        return;
      }
      if (home) {
        await write(home, desk.text, base);
        return;
      }
      const folder = ask.place();
      const kept = await anew(
        "Save this scenario",
        folder
          ? ["It becomes a file in the folder where zopa is running: ", make("bdi", {}, folder), "."]
          : "It becomes a file in the folder where zopa is running.",
        file,
        desk.text,
      );
      if (kept) stored(kept.name, kept.hash, desk.text);
    });
  const saveAs = () =>
    carefully(async () => {
      await bench.settled();
      const { file, desk } = bench.state();
      if (!ask.served) {
        const name = await asName("Save under another name", "Your browser puts it where it puts downloads.", file);
        if (!name) return;
        download(name, desk.text, kind);
        bench.saved({ file: name, home: null, base: null, text: desk.text });
        return;
      }
      const kept = await anew("Save under another name", null, `${file.replace(/\.toml$/i, "")}-2.toml`, desk.text);
      if (kept) stored(kept.name, kept.hash, desk.text);
    });
  const another = async () => {
    await bench.settled();
    if (bench.unsaved()) {
      const answer = await dialog("Open another scenario?", make("p", {}, "What you changed here is not saved yet."), [
        ["save", "Save first"],
        ["leave", "Leave without saving"],
        ["", "Stay here"],
      ]);
      if (!answer) return;
      if (answer === "save") {
        await save();
        if (bench.unsaved()) return;
      }
    }
    sessionStorage.removeItem("zopa-file");
    bench.end();
    await start.screen();
  };
  const otherWindow = () =>
    carefully(async () => {
      const { link } = await ask.post("/api/key");
      const { home } = bench.state();
      const to = home ? `${link}&file=${encodeURIComponent(home)}` : link;
      await dialog(
        "Another window",
        make(
          "p",
          {},
          "This link opens one more window, once: ",
          make("a", { href: to, target: "_blank", rel: "noopener" }, "open it"),
          ".",
        ),
        [["", "Done"]],
      );
    });
  const rescue = () => {
    const { file, desk } = bench.state();
    download(file, desk.text, kind);
  };
  return { save, saveAs, another, otherWindow, rescue };
})();
