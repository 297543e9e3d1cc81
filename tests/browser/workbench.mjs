// Works at the workbench as somebody new does: node workbench.mjs LINK [PICTURES]
//
// LINK is the address of a running `zopa serve` of an empty folder, with its key; pictures of every step go into the
// folder PICTURES. Prints what was seen as JSON: faults, and what was read on the way; exit code 1 when there is a
// fault.
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { layout } from "./layout.mjs";

const [link, pictures] = process.argv.slice(2);
const { origin } = new URL(link);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const faults = [];
const seen = {};
const expect = (holds, what) => {
  if (!holds) faults.push(what);
};
const HOSTILE = "<img src=x onerror=alert(1)>";
const STEPS = ["issues", "parties", "wants", "questions", "rest", "text"];
if (pictures) mkdirSync(pictures, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
context.setDefaultTimeout(30_000);
context.on("request", (request) => {
  const asked = request.url();
  if (!asked.startsWith(`${origin}/`) && !/^(data|blob):/.test(asked)) faults.push(`request: ${asked.slice(0, 120)}`);
});
const watch = (page) => {
  // A browser writes every answer that is no success to its console; a conflict, a used key and a server that has
  // gone are meant to be.
  page.on("console", (message) => {
    if (!/status of (403|409)|net::ERR_FAILED/.test(message.text())) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("dialog", (dialog) => {
    if (dialog.type() !== "beforeunload") faults.push("a dialog");
    dialog.accept();
  });
  return page;
};
const page = watch(await context.newPage());

// --- what a reader does ---
const step = async (name, on = page) => {
  await on.locator(`#bench-step-${name}`).click();
  await on.locator(`#bench-step-${name}[aria-current]`).waitFor();
};
const text = async (on = page) => {
  await step("text", on);
  return on.locator("#bench-text").inputValue();
};
const picture = async (name, on = page) => {
  if (pictures) await on.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
};
const field = (at, on = page) => on.locator(`[data-at='${JSON.stringify(at)}']`).first();
const idle = (on = page) =>
  on.waitForFunction(
    () =>
      document.getElementById("bench-odds-busy").hidden &&
      document.getElementById("bench-odds-body").childNodes.length > 0,
    null,
    { timeout: 120_000 },
  );
/** What axe and the eye find at this place. */
const look = async (where, on = page, over = false) => {
  await on.evaluate(axe);
  const violations = await on.evaluate(async () =>
    (await globalThis.axe.run(document, { resultTypes: ["violations"] })).violations.map(
      ({ id, impact, help, nodes }) => ({ id, impact, help, at: nodes[0].html.slice(0, 160) }),
    ),
  );
  for (const { id, impact, help, at } of violations) {
    if (impact === "serious" || impact === "critical") faults.push(`${where}: axe ${id}: ${help}: ${at}`);
  }
  // What a dialog stands over is no fault.
  if (over) return;
  for (const fault of await on.evaluate(layout, false)) faults.push(`${where}: ${fault}`);
};
/** The same at every width and in both lights. */
const everywhere = async (name, on = page) => {
  for (const [width, colorScheme] of [
    [1280, "light"],
    [1280, "dark"],
    [768, "light"],
    [375, "light"],
    [375, "dark"],
  ]) {
    await on.setViewportSize({ width, height: 900 });
    await on.emulateMedia({ colorScheme });
    await on.evaluate(() => {
      scrollTo(0, 0);
      document.getElementById("bench-answers").scrollTop = 0;
    });
    await look(`${name} at ${width} ${colorScheme}`, on);
    await picture(`${name}-${width}-${colorScheme}`, on);
  }
  await on.setViewportSize({ width: 1280, height: 900 });
  await on.emulateMedia({ colorScheme: "light" });
};

// --- the day of somebody new ---
const work = async () => {
  // A new scenario, from the template.
  await page.goto(link);
  await page.locator("#bench-new-title").waitFor();
  expect(!page.url().includes("key"), "the key stays in the address bar");
  await everywhere("start");
  // With the keyboard alone.
  await page.locator("#bench-new-title").focus();
  await page.keyboard.type("Water in the valley");
  await page.keyboard.press("Tab");
  expect(
    (await page.evaluate(() => document.activeElement.dataset.template)) === "two-party",
    "Tab does not go to the first template",
  );
  await page.keyboard.press("Enter");
  await page.locator("#bench-panel h2").waitFor();
  expect(
    (await page.locator("#bench-title").inputValue()) === "Water in the valley",
    "the title is not that of its author",
  );
  expect(
    (await page.evaluate(() => document.activeElement.id)) === "bench-step-title",
    "a new scenario does not say where it is",
  );
  await idle();
  seen.first = (await page.locator("#bench-odds-body").innerText()).slice(0, 200);

  // --- an issue ---
  await page.getByLabel("What is it about?").fill("Who reads the gauges");
  await page.getByLabel("At one end").fill("the upper valley alone");
  await page.getByLabel("At the other end").fill("an outside engineer");
  await page.getByRole("button", { name: "Add this issue" }).click();
  await field(["issues", "who-reads-the-gauges"]).waitFor();
  expect(
    (await page.evaluate(() => document.activeElement.value)) === "Who reads the gauges",
    "a new issue is not where its author is",
  );

  // --- a position, by dragging and by the keys ---
  await step("wants");
  await page.getByRole("button", { name: "Upstream Valley has a view on this" }).click();
  await page.getByRole("button", { name: "Downstream Plain has a view on this" }).click();
  const place = ["parties", "upstream", "positions", "who-reads-the-gauges"];
  const mark = () => field([...place, "limit"]).getByRole("slider");
  await mark().waitFor();
  expect((await field(place).locator(".hint").count()) === 1, "numbers that the page made do not say so");
  const box = await mark().boundingBox();
  const before = await mark().getAttribute("aria-valuenow");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 30, y + 4, { steps: 4 });
  await page.mouse.move(x + 60, y, { steps: 4 });
  await page.mouse.up();
  await page.waitForFunction(
    ([at, old]) => {
      const one = document.querySelector(`[data-at='${JSON.stringify(at)}'] [role=slider]`);
      return one && one.getAttribute("aria-valuenow") !== old && !one.classList.contains("dragged");
    },
    [[...place, "limit"], before],
  );
  const dragged = Number(await mark().getAttribute("aria-valuenow"));
  expect(dragged > Number(before) + 5, `dragging moves nothing: from ${before} to ${dragged}`);
  expect(
    (await text()).includes(`[${dragged - 10}, ${dragged}, ${dragged + 10}]`),
    "dragging does not move the whole triangle",
  );
  await step("wants");
  await mark().focus();
  for (let count = 0; count < 3; count += 1) await page.keyboard.press("ArrowLeft");
  expect(Number(await mark().getAttribute("aria-valuenow")) === dragged - 3, "three keys are not three steps");
  expect(
    /between|near|alone|engineer/.test(await mark().getAttribute("aria-valuetext")),
    "a mark does not say in words where it is",
  );
  await page.waitForTimeout(1_200);
  expect(
    (await page.evaluate(() => document.activeElement.getAttribute("role"))) === "slider",
    "a mark loses the focus to its own change",
  );
  const moved = await text();
  expect(
    moved.includes(`[${dragged - 13}, ${dragged - 3}, ${dragged + 7}]`),
    "keys do not move the triangle in the file",
  );

  // --- odds beside the old ones ---
  await page.waitForFunction(() => /now/.test(document.getElementById("bench-odds-said").textContent), null, {
    timeout: 120_000,
  });
  await idle();
  seen.odds = await page.locator("#bench-odds-said").innerText();
  seen.command = await page.locator("#bench-odds-command").textContent();
  expect(seen.command.startsWith("zopa "), "the odds do not say by which command");
  expect(
    (await page.locator("#bench-odds-unsaved").textContent()).includes("Save"),
    "nothing says that the command does not know the changes",
  );

  // --- a number becomes a range ---
  await step("parties");
  const influence = field(["parties", "upstream", "influence"]);
  await influence.getByLabel("how well it is known").selectOption("range");
  await influence.getByLabel("most likely").first().waitFor();
  expect((await influence.locator(".hint").count()) === 1, "corners that the page made do not say so");
  expect(/influence = \[/.test(await text()), "a number does not become a range in the file");
  await page.locator("#bench-undo").click();
  await page.waitForFunction((old) => document.getElementById("bench-text").value === old, moved);
  await page.locator("#bench-redo").click();
  await page.waitForFunction(() => /influence = \[/.test(document.getElementById("bench-text").value));
  await page.locator("#bench-undo").click();
  await page.waitForFunction((old) => document.getElementById("bench-text").value === old, moved);

  // --- a question more has no odds from before; the text it is asked in may be what later changes are held against ---
  await step("questions");
  await page.getByLabel("The question, in words").fill("Is it signed by May?");
  await page.getByRole("button", { name: "Add this question" }).click();
  await page.waitForFunction(() => document.getElementById("bench-odds-before").textContent.startsWith("Not compared"));
  await page.waitForFunction(() => /What are the odds/.test(document.getElementById("bench-odds-body").textContent));
  await idle();
  expect(
    (await page.locator("#bench-odds-body").innerText()).includes("Is it signed by May?"),
    "a new question has no odds",
  );
  await page.locator("#bench-from-here").click();
  await page.waitForFunction(() => /as you set it/.test(document.getElementById("bench-odds-before").textContent));
  await step("wants");
  await mark().focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => /^Before: /.test(document.getElementById("bench-odds-before").textContent));
  await page.waitForFunction(() => / now/.test(document.getElementById("bench-odds-said").textContent));
  await page.locator("#bench-undo").click();
  await page.locator("#bench-undo").click();
  await page.waitForFunction((old) => bench.state().desk.text === old, moved);
  expect((await text()) === moved, "a question and a step are not undone");

  // --- a title: its short name goes along where nobody relies on it, and what is open stays open ---
  await step("wants");
  const open = field([...place, "limit"]).locator("button.name");
  await open.click();
  await step("issues");
  const gauges = field(["issues", "who-reads-the-gauges", "title"]).locator("input");
  await gauges.fill("Who reads all of the gauges of the valley");
  await gauges.press("Enter");
  await page.waitForFunction(() =>
    [...document.querySelectorAll("#bench-panel input")].some((one) => one.dataset.said?.startsWith("Who reads all")),
  );
  const renamed = await page.evaluate(() => literal.names(literal.get(bench.state().desk.tree, "issues"))[1]);
  seen.renamed = renamed;
  expect(
    (await page.evaluate(() => document.activeElement.value)) === "Who reads all of the gauges of the valley",
    "a new name takes the focus away",
  );
  expect(
    ["who-reads-all-of-the", "who-reads-all", "who-reads-the-gauges"].includes(renamed),
    `a title makes a short name of ${renamed}`,
  );
  await step("wants");
  expect(
    (await field(["parties", "upstream", "positions", renamed, "limit"])
      .locator("button.name")
      .getAttribute("aria-expanded")) === "true",
    "what was open is shut by a new name",
  );
  await page.locator("#bench-undo").click();
  await open.waitFor();
  expect((await open.getAttribute("aria-expanded")) === "true", "what was open is shut when a name is undone");
  await open.click();
  expect((await text()) === moved, "a name is not undone");

  // --- what cannot be taken stays where it was typed ---
  await step("parties");
  const worth = field(["parties", "upstream", "outside", "reservation"]);
  const least = worth.locator("input").first();
  const said = await least.inputValue();
  await least.fill("0.9");
  await least.press("Tab");
  await worth.locator("[role=alert]").waitFor();
  await page.waitForFunction(() => document.getElementById("bench-odds-said").textContent.includes("mend"));
  await step("issues");
  await page.locator("#bench-mend summary").click();
  await page.locator("#bench-mend button").first().click();
  expect((await least.inputValue()) === "0.9", "leaving the step restores a number silently");
  expect(await worth.locator("[role=alert]").isVisible(), "what is out of order does not say so any more");
  expect((await worth.locator("input:focus").count()) === 1, "what was typed wrongly is not led to");
  await look("with a number out of order");
  await picture("out-of-order");
  await page.locator("#bench-undo").click();
  expect((await least.inputValue()) === said, "undo does not take back what was typed");
  expect((await worth.locator("[role=alert]").count()) === 0, "undo leaves a message behind");
  await idle();

  // --- the report of what was never saved asks first ---
  await page.locator("#bench-report").click();
  expect(
    (await page.locator("dialog h2").innerText()).startsWith("Save the scenario first"),
    "a report of unsaved changes does not ask",
  );
  await look("before a report", page, true);
  await page.locator("dialog").getByRole("button", { name: "Cancel" }).click();

  // --- saved, and there again ---
  await page.keyboard.press("Control+s");
  await page.locator("#bench-name").fill("valley");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.getElementById("bench-state").textContent === "saved");
  seen.file = await page.locator("#bench-file").textContent();
  expect(seen.file === "valley.toml", `it is saved as ${seen.file}`);
  await page.reload();
  await page.locator("#bench-panel h2").waitFor();
  expect((await text()) === moved, "what is there again is not what was saved");

  // --- the text ---
  await page.locator("#bench-text").fill(moved.replace("Price of the water", "What the water costs"));
  await page.getByRole("button", { name: "Use this text" }).click();
  await page.waitForFunction(() => document.getElementById("bench-use").disabled);
  await step("issues");
  expect(
    await page.locator("input").evaluateAll((all) => all.some((one) => one.value === "What the water costs")),
    "typed text is not taken",
  );
  await step("text");
  await page.locator("#bench-text").fill("title = ");
  await page.getByRole("button", { name: "Use this text" }).click();
  await page.locator("#bench-panel .lines .error").first().waitFor();
  await step("parties");
  expect(
    await page.getByRole("button", { name: "Mend it in the text" }).isVisible(),
    "a text that cannot be read has fields",
  );
  await page.locator("#bench-undo").click();
  await influence.waitFor();

  // --- what is typed counts when it is saved at once ---
  await step("issues");
  await page.getByLabel("In a paragraph").fill("Two valleys and a river.");
  await page.keyboard.press("Control+s");
  await page.waitForFunction(() => document.getElementById("bench-state").textContent === "saved");
  expect((await text()).includes('summary = "Two valleys and a river."'), "what was being typed is not saved");
  await step("issues");
  await page.getByLabel("As things stand on").fill("2026-02-01");
  await step("text");
  await page.waitForFunction(() => document.getElementById("bench-text").value.includes("as_of = 2026-02-01"));

  // --- the ends of a scale ---
  await step("issues");
  const water = field(["issues", "price"]);
  await water.getByLabel("The scale ends at").fill("10");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Move everything along with the ends" }).click();
  await step("wants");
  await page.getByRole("slider", { name: "Upstream Valley opens at" }).first().waitFor();
  expect(
    (
      await page.getByRole("slider", { name: "Upstream Valley opens at" }).first().getAttribute("aria-valuetext")
    ).startsWith("9,"),
    "what stands on a scale does not move with its ends",
  );
  await page.locator("#bench-undo").click();
  await step("parties");

  // --- an error beside its field ---
  const number = influence.locator("input").first();
  await number.fill("lots");
  await number.press("Enter");
  expect(await influence.locator("[role=alert]").isVisible(), "what is no number is not refused beside its field");
  await number.fill("-1");
  await number.press("Tab");
  await influence.locator(".finding.error").waitFor();
  seen.finding = await influence.locator(".finding.error").innerText();
  expect(
    (await page.locator("#bench-step-parties").innerText()).includes("1"),
    "the step does not count what is to be mended",
  );
  await page.waitForFunction(() => document.getElementById("bench-odds-said").textContent.includes("mend"));
  await step("issues");
  await page.locator("#bench-mend summary").click();
  await page.locator("#bench-mend button").first().click();
  expect((await influence.locator(":focus").count()) === 1, "a finding does not lead to its field");
  await picture("error");
  await look("with an error");
  await page.locator("#bench-undo").click();
  await page.waitForFunction(() => document.getElementById("bench-mend").hidden);

  // --- two windows on one file ---
  const window = async () => {
    await page.locator("#bench-window").click();
    const other = watch(await context.newPage());
    await other.goto(await page.locator("dialog a").getAttribute("href"));
    await page.locator("dialog button").last().click();
    await other.locator("#bench-panel h2").waitFor();
    return other;
  };
  const retitle = async (on, title) => {
    await on.locator("#bench-title").fill(title);
    await on.locator("#bench-title").press("Enter");
    await on.waitForFunction((wanted) => document.title.includes(wanted), title);
  };
  const save = async (on) => {
    await on.locator("#bench-save").click();
    await on.waitForFunction(
      () => document.getElementById("bench-state").textContent === "saved" || document.querySelector("dialog"),
    );
  };
  await save(page);
  const other = await window();
  expect(
    (await other.locator("#bench-file").textContent()) === "valley.toml",
    "another window does not open the same file",
  );
  await retitle(page, "Ours");
  await save(page);
  await retitle(other, "Theirs");
  await save(other);
  await picture("conflict", other);
  expect(
    (await other.locator("dialog h2").innerText()) === "The file was changed elsewhere",
    "two windows write over one another",
  );
  expect(
    /Ours/.test(await other.locator("dialog").innerText()) && /Theirs/.test(await other.locator("dialog").innerText()),
    "a conflict does not say in which lines",
  );
  await look("a conflict", other, true);
  await other.getByRole("button", { name: "Keep mine under another name" }).click();
  await other.locator("#bench-name").fill("valley-mine");
  await other.keyboard.press("Enter");
  await other.waitForFunction(() => document.getElementById("bench-file").textContent === "valley-mine.toml");
  expect((await text(other)).includes("Theirs"), "what is kept under another name is not one's own");
  await other.close();
  const third = await window();
  await retitle(page, "Ours again");
  await save(page);
  await retitle(third, "Third");
  await save(third);
  await third.getByRole("button", { name: "Take what is on the disk" }).click();
  await third.waitForFunction(() => document.title.includes("Ours again"));
  await third.locator("#bench-undo").click();
  await third.waitForFunction(() => document.title.includes("Third"));
  // Saving over what was just taken is no conflict; the other window then finds one.
  await save(third);
  await retitle(page, "Over it");
  await save(page);
  await page.getByRole("button", { name: "Write mine over it" }).click();
  await page.waitForFunction(() => document.getElementById("bench-state").textContent === "saved");
  expect(
    (await page.locator("#bench-notice").innerText()).includes("valley-theirs.toml"),
    "what was there is not kept",
  );
  await third.close();

  // --- hostile text stays text ---
  await retitle(page, HOSTILE);
  await step("parties");
  const name = field(["parties", "upstream", "title"]).locator("input");
  await name.fill(HOSTILE);
  await name.press("Enter");
  await step("issues");
  const issue = field(["issues", "price", "title"]).locator("input");
  await issue.fill(`${HOSTILE}"]}\\`);
  await issue.press("Enter");
  await step("wants");
  await page.waitForFunction((wanted) => document.querySelector(".who h4")?.textContent === wanted, HOSTILE);
  await idle();
  for (const one of STEPS) {
    await step(one);
    expect((await page.locator("img").count()) === 0, `text became a picture in ${one}`);
  }
  await step("wants");
  await picture("hostile");
  await look("hostile text");

  // --- every step, at every width, in both lights ---
  for (const one of STEPS) {
    await step(one);
    await everywhere(one);
  }

  // --- more answers, stopped and whole ---
  await page.locator("#bench-ask-map").click();
  await page.locator("#bench-other-body > *").first().waitFor();
  expect(
    (await page.locator("#bench-other-command").textContent()).startsWith("zopa map"),
    "the map does not say by which command",
  );
  await page.locator("#bench-save").click();
  await page.waitForFunction(() => document.getElementById("bench-state").textContent === "saved");
  await page.locator("#bench-another").click();
  await page
    .getByRole("list", { name: "Examples" })
    .getByRole("button", { name: /white-house/ })
    .click();
  await page.locator("#bench-panel h2").waitFor();
  await idle();
  await page.locator("#bench-ask-drivers").click();
  await page.locator("#bench-other-stop").click();
  expect(
    (await page.locator("#bench-other-state").textContent()).startsWith("Stopped"),
    "what is stopped does not say so",
  );
  expect(!(await page.locator("#bench-other-stop").isVisible()), "what is stopped can be stopped again");
  const [download] = await Promise.all([
    page.waitForEvent("download", { timeout: 240_000 }),
    page
      .locator("#bench-report")
      .click()
      .then(() => page.getByRole("button", { name: "Make it of the unsaved text" }).click()),
  ]);
  seen.report = download.suggestedFilename();
  const report = readFileSync(await download.path(), "utf8");
  expect(report.startsWith("<!DOCTYPE html>") && report.length > 50_000, "the report is no report");
  await step("wants");
  await everywhere("flagship");
  await step("rest");
  await everywhere("flagship-rest");

  // --- when zopa has gone ---
  let gone = true;
  await context.route("**/api/**", (route) => (gone ? route.abort() : route.continue()));
  const mine = await text();
  await page.locator("#bench-title").fill("Not lost");
  await page.locator("#bench-title").press("Enter");
  await page.getByText("does not answer any more").first().waitFor();
  const [rescued] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download my text" }).click(),
  ]);
  expect(readFileSync(await rescued.path(), "utf8") === mine, "what is rescued is not the text");
  gone = false;
  await retitle(page, "Found again");

  // --- on paper, and without script ---
  await page.emulateMedia({ media: "print" });
  expect(
    !(await page.locator("#bench-save").isVisible()) && (await page.locator("#bench-panel").isVisible()),
    "paper has buttons, or no scenario",
  );
  await page.emulateMedia({ media: "screen" });
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(`${origin}/`);
  expect(
    await still.getByRole("heading", { name: "The workbench needs JavaScript" }).isVisible(),
    "without script nothing is said",
  );
  expect((await still.locator("button:visible").count()) === 0, "without script there are buttons that do nothing");

  // --- a link that was used ---
  const late = watch(await (await browser.newContext()).newPage());
  await late.goto(link);
  await late.getByText("works once").waitFor();
};
try {
  await work();
} catch (error) {
  faults.push(`it broke off: ${error.message}`);
  await picture("broken");
}
await browser.close();
console.log(JSON.stringify({ faults, ...seen }, null, 1));
process.exitCode = faults.length > 0 ? 1 : 0;
