// Asks the engine in node: node engine.mjs ENGINE.wasm < requests, a line of JSON each. Prints all answers to each, as a
// JSON list, one line for one.
import { readFileSync } from "node:fs";

const script = readFileSync(new URL("../../src/render/html/engine.js", import.meta.url), "utf8");
const engine = new Function(`${script}; return engine;`)();
const answers = engine(new WebAssembly.Module(readFileSync(process.argv[2])));
for (const line of readFileSync(0, "utf8").split("\n").filter((line) => line.trim())) {
  console.log(JSON.stringify([...answers(JSON.parse(line))]));
}
