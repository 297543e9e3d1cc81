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
      const kept = await anew(
        "Save this scenario",
        "It becomes a file in the folder where zopa is running.",
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
