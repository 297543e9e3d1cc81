// Opens pages as a reader does and says what is wrong with them: node check.mjs PAGE.html…
//
// At the widths of a desk, a tablet and a telephone, light and dark, folded and unfolded, and on paper: no
// message on the console, no request beyond the file itself, no text outside the page or its box, none over
// other text, nothing that axe-core calls serious or critical; and with script off all of it is there.
// Prints one line for each fault; exit code 1 when there is one.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { layout } from "./layout.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const faults = [];
let looks = 0;

async function look(page, where, paper = false) {
  looks += 1;
  for (const fault of await page.evaluate(layout, paper)) faults.push(`${where}: ${fault}`);
}

async function accessible(page, where) {
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const result = await globalThis.axe.run(document, { resultTypes: ["violations"] });
    return result.violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, at: nodes[0].html }));
  });
  for (const { id, impact, help, at } of violations) {
    if (impact === "serious" || impact === "critical") faults.push(`${where}: axe ${id}: ${help}: ${at.slice(0, 160)}`);
  }
}

async function check(browser, path) {
  const url = pathToFileURL(path).href;
  const name = path.split("/").pop();
  for (const [width, colorScheme] of [[1280, "light"], [1280, "dark"], [768, "light"], [375, "light"], [375, "dark"]]) {
    const where = `${name} at ${width} ${colorScheme}`;
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    page.on("console", (message) => faults.push(`${where}: console: ${message.text()}`));
    page.on("pageerror", (error) => faults.push(`${where}: script: ${error.message}`));
    page.on("dialog", (dialog) => { faults.push(`${where}: a dialog`); dialog.dismiss(); });
    page.on("request", (request) => {
      const asked = request.url();
      if (asked !== url && !asked.startsWith("data:,")) faults.push(`${where}: request: ${asked.slice(0, 120)}`);
    });
    await page.goto(url);
    await look(page, where);
    if (await page.locator("script").count()) {
      await page.getByRole("button", { name: "Open all details" }).click();
    } else {
      // A hand-out has no script: its reader opens what is folded one by one.
      for (const one of await page.locator("main details > summary:visible").all()) await one.click();
    }
    await look(page, `${where}, unfolded`);
    await accessible(page, where);
    await context.close();
  }
  // On paper: the width between the margins of A4.
  const context = await browser.newContext({ viewport: { width: 665, height: 971 } });
  const page = await context.newPage();
  await page.goto(url);
  await page.emulateMedia({ media: "print" });
  await look(page, `${name} on paper`, true);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  if (!pdf.subarray(0, 5).toString().startsWith("%PDF")) faults.push(`${name}: no PDF`);
  await context.close();
  // Without script nothing is missing.
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(url);
  const wanted = ["main h2"];
  if (await still.locator("script").count()) {
    wanted.push("figure svg.zopa:visible", "main details:not(.numbers) > summary:visible");
  }
  for (const one of wanted) {
    if (await still.locator(one).count() < 2) faults.push(`${name} without script: no ${one}`);
  }
  if (await still.locator("details.numbers").count()) {
    await still.locator("details.numbers > summary").first().click();
    if (!(await still.locator("details.numbers table").first().isVisible())) {
      faults.push(`${name} without script: details do not open`);
    }
  }
  await plain.close();
}

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
for (const path of process.argv.slice(2)) await check(browser, path);
await browser.close();
for (const fault of faults) console.log(fault);
console.log(`${looks} looks, ${faults.length} faults`);
process.exitCode = faults.length > 0 || looks === 0 ? 1 : 0;
