// Plays on a living page as its reader does: node living.mjs PAGE CHANGED PATH VALUE [REQUESTS]
//
// PAGE is a living report, CHANGED the report of the same file with PATH set to VALUE; moving the page's lever there
// has to give the same numbers. REQUESTS holds runs to ask of the page's engine, a line of JSON each. Prints what was
// seen as JSON: faults, milliseconds to the first odds, and what was answered.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { layout } from "./layout.mjs";

const [living, changed, path, value, requests] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const faults = [];
const seen = {};
const expect = (holds, what) => { if (!holds) faults.push(what); };
const numbers = () => [...document.querySelectorAll("main > section:not(#change) data[data-at]")]
  .map((one) => `${one.dataset.at} ${one.value}`);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});

async function open(file, options = {}) {
  const url = pathToFileURL(file).href;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
  const page = await context.newPage();
  page.on("console", (message) => faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("dialog", (dialog) => { faults.push("a dialog"); dialog.dismiss(); });
  context.on("request", (request) => {
    const asked = request.url();
    if (asked !== url && !/^(data|blob):/.test(asked)) faults.push(`request: ${asked.slice(0, 120)}`);
  });
  await page.goto(url);
  return page;
}

const quiet = (page) => page.waitForFunction(
  () => document.getElementById("change-busy").hidden && document.getElementById("change").dataset.told, null,
  { timeout: 300_000 },
);

// --- a lever ---
const page = await open(living);
const before = await page.evaluate(numbers);
const lever = page.locator(`.lever[data-path=${JSON.stringify(path)}]`);
const range = lever.locator("input[type=range]");
expect(await lever.count() === 1, `no lever for ${path}`);
expect((await lever.locator("output").textContent()).startsWith("as uncertain"), "a lever that nobody moved is held");
expect(await page.locator("#change-back").isDisabled(), "there is something to take back before anything is changed");
// The sections that are open stay open.
await page.locator("#assumptions details > summary").first().click();
await range.evaluate((element, to) => {
  element.value = to;
  element.dispatchEvent(new Event("input", { bubbles: true }));
}, value);
await page.waitForFunction(() => document.getElementById("change").dataset.first, null, { timeout: 60_000 });
seen.first = Math.round(Number(await page.locator("#change").getAttribute("data-first")));
await quiet(page);
seen.said = await page.locator("#change-said").textContent();
seen.heard = await page.locator("#change-heard").textContent();
expect(seen.said === seen.heard, "what is seen is not what is heard");
expect((await lever.locator("output").textContent()).startsWith(`held at ${value}`), "a moved lever does not say so");
expect(await page.locator("#assumptions details").first().evaluate((one) => one.open), "an open detail was closed");
expect(await page.locator("svg.zopa * > title").count() === 0, "new charts do not say their figures");
const after = await page.evaluate(numbers);
const other = await open(changed);
const wanted = await other.evaluate(numbers);
expect(before.length > 50, "the page has no numbers");
expect(before.join() !== after.join(), "nothing changed");
expect(after.join() === wanted.join(), "the page has other numbers than the command");
seen.numbers = after.length;
const facts = await page.locator("body > header .facts").allTextContents();
expect(facts.join(" ").includes(`${path}=${value}`), "the page does not say what is changed");

// --- what reproduces it ---
await page.locator("#change-copy").click();
seen.command = await page.locator("#change-command").textContent();
const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#change-save").click()]);
seen.name = download.suggestedFilename();
seen.scenario = readFileSync(await download.path(), "utf8");

// --- for every reader ---
await page.evaluate(axe);
const violations = await page.evaluate(async () => (await globalThis.axe.run(document, { resultTypes: ["violations"] }))
  .violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, at: nodes[0].html.slice(0, 160) })));
for (const { id, impact, help, at } of violations) {
  if (impact === "serious" || impact === "critical") faults.push(`axe ${id}: ${help}: ${at}`);
}
for (const width of [1280, 768, 375]) {
  await page.setViewportSize({ width, height: 900 });
  await page.evaluate(() => scrollTo(0, 0));
  for (const fault of await page.evaluate(layout, false)) faults.push(`at ${width}: ${fault}`);
}
await page.setViewportSize({ width: 1280, height: 900 });
await page.emulateMedia({ media: "print" });
expect(await lever.isVisible() && await lever.locator("output").isVisible(), "print does not say what is held");
expect(!(await page.locator("#change-back").isVisible()), "print has buttons");
await page.emulateMedia({ media: "screen" });

// --- back ---
await page.locator("#change-back").click();
expect((await page.evaluate(numbers)).join() === before.join(), "back to the file is not back");
expect(await page.locator("#change-back").isDisabled(), "there is still something to take back");
await page.emulateMedia({ media: "print" });
expect(!(await page.locator("#change").isVisible()), "print has a panel in which nothing is set");
await page.emulateMedia({ media: "screen" });

// --- the keyboard alone ---
await range.focus();
await page.keyboard.press("ArrowRight");
expect((await range.getAttribute("aria-valuetext")).includes("as uncertain") === false, "a key moves no lever");
await page.waitForFunction(() => document.getElementById("change-heard").textContent.includes("now"));
await page.locator("#change-back").focus();
await page.keyboard.press("Enter");
expect(await page.locator("#change-back").isDisabled(), "a key takes nothing back");

// --- the engine in the browser ---
if (requests) {
  const asked = readFileSync(requests, "utf8").split("\n").filter((line) => line.trim()).map((line) => JSON.parse(line));
  seen.answers = await page.evaluate(async (asked) => {
    const text = (id) => document.getElementById(id).textContent;
    const packed = Uint8Array.from(atob(text("zopa-engine")), (sign) => sign.charCodeAt(0));
    const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    const module = await WebAssembly.compile(await new Response(plain).arrayBuffer());
    const worker = new Worker(URL.createObjectURL(new Blob([text("zopa-worker")], { type: "text/javascript" })));
    const answers = [];
    for (const request of asked) {
      answers.push(await new Promise((resolve) => {
        const told = [];
        worker.onmessage = ({ data }) => data.kind === "end" ? resolve(told) : told.push(data);
        worker.postMessage({ module, request });
      }));
    }
    return answers;
  }, asked);
}

// --- no network, whatever a script tries ---
const reached = await page.evaluate(async () => {
  const tries = [() => fetch("http://127.0.0.1:9/"), () => import("data:text/javascript,1"), () => eval("1")];
  const outcomes = [];
  for (const one of tries) {
    try { await one(); outcomes.push("reached"); } catch { outcomes.push("refused"); }
  }
  return outcomes;
}).catch((error) => [String(error)]);
const refusals = faults.filter((fault) => /^console: .*(Content Security Policy|Content-Security-Policy)/.test(fault));
for (const one of refusals) faults.splice(faults.indexOf(one), 1);
seen.reached = reached;

// --- script off ---
const plain = await browser.newContext({ javaScriptEnabled: false });
const still = await plain.newPage();
await still.goto(pathToFileURL(living).href);
expect(!(await still.locator("#change").isVisible()), "without script there is a panel that does nothing");
expect(await still.locator("main h2:visible").count() > 5, "without script there is no report");

await browser.close();
console.log(JSON.stringify({ faults, ...seen }));
