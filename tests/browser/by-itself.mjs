// Works at a workbench that is one file: node by-itself.mjs PAGE.html
//
// The page carries the engine and a scenario of two parties. It is opened from the disk, changed, played to the end,
// asked for a map and a report, and its scenario is kept; nothing is asked of anybody. Prints what was seen as JSON;
// exit code 1 when there is a fault.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const url = pathToFileURL(process.argv[2]).href;
const faults = [];
const seen = {};
const expect = (holds, what) => {
  if (!holds) faults.push(what);
};
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
});
const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
context.setDefaultTimeout(60_000);
context.on("request", (request) => {
  const asked = request.url();
  if (asked !== url && !/^(data|blob):/.test(asked)) faults.push(`request: ${asked.slice(0, 120)}`);
});
const page = await context.newPage();
page.on("console", (message) => faults.push(`console: ${message.text()}`));
page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
page.on("dialog", (dialog) => dialog.accept());

await page.goto(url);
await page.locator("#bench-panel h2").waitFor();
const played = () =>
  page.waitForFunction(() => document.getElementById("bench-odds-state").textContent.startsWith("All "), null, {
    timeout: 240_000,
  });
await played();
seen.signed = (await page.locator("#bench-odds-body").innerText()).match(/signed\s+([\d.]+%)/)?.[1];
expect(Boolean(seen.signed), "the odds do not say how often it is signed");

const keep = async (button) => {
  const [download] = await Promise.all([page.waitForEvent("download", { timeout: 240_000 }), button.click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
};
await page.locator("#bench-title").fill("Water for two villages");
await page.locator("#bench-title").press("Enter");
await page.waitForFunction(() => document.title.includes("Water for two villages"));
const kept = await keep(page.locator("#bench-save"));
expect(kept.name === "two-party.toml", `the scenario is kept as ${kept.name}`);
expect(kept.text.includes('title = "Water for two villages"'), "what is kept is not what was changed");
expect(kept.text.includes("# 1. What is negotiated?"), "the comments are gone");
seen.kept = kept.text;

await page.locator("#bench-ask-map").click();
await page.locator("#bench-other-body > *").first().waitFor({ timeout: 120_000 });
expect((await page.locator("#bench-other-body").innerText()).includes("bargaining map"), "the map is no map");
const report = await keep(page.locator("#bench-report"));
expect(report.name === "two-party-report.html", `the report is kept as ${report.name}`);
expect(report.text.startsWith("<!DOCTYPE html>"), "the report is no page");

await browser.close();
console.log(JSON.stringify({ faults, ...seen }, null, 1));
process.exitCode = faults.length > 0 ? 1 : 0;
