// Benchmarks: print each figure beside its bar and its floor, and never fail on seconds: the machine's noise is not the code's.
//   node test/bench/run.mjs [--short] [--node PATH]      PATH: another Node to run the server on (VS Code's own is 24)
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { startServer } from "../server/client.mjs";
import { measureNames } from "./names.mjs";
import { measureFigures } from "./figures.mjs";
import { measureCompletion } from "./completion.mjs";

const option = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
const node = option("--node") ?? process.execPath;
const rounds = process.argv.includes("--short") ? 7 : 25;
const sorted = (values) => [...values].sort((a, b) => a - b);
const at = (values, share) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))];
const ms = (value) => `${value.toFixed(2)} ms`;
let passed = 0;
let failed = 0;
const row = (what, value, bar, beside = "") => {
  const right = value <= bar;
  if (right) passed++;
  else failed++;
  console.log(`${right ? "ok  " : "SLOW"} ${what}: ${ms(value)} (bar ${bar} ms)${beside ? ` · ${beside}` : ""}`);
};

console.log(`node ${execFileSync(node, ["--version"], { encoding: "utf8" }).trim()}, ${rounds} rounds, medians`);

// spawn to initialize, beside the floor: an empty script on the same node
const floors = Array.from({ length: rounds }, () => {
  const start = performance.now();
  spawnSync(node, ["-e", "0"]);
  return performance.now() - start;
});
const starts = [];
for (let i = 0; i < rounds; i++) {
  const server = await startServer([resolve("corpus/sample")], { node });
  starts.push(server.initializeMs);
  await server.stop();
}
row("spawn to initialize", at(starts, 0.5), 150, `node -e 0: ${ms(at(floors, 0.5))}`);

// the three known feeds
const seeds = resolve(process.env.TICKMARK_SHARED ?? "../shared", "seeds");
if (existsSync(seeds)) {
  const folder = mkdtempSync(join(tmpdir(), "tickmark-bench-"));
  mkdirSync(join(folder, "corpus"));
  for (const name of readdirSync(seeds)) copyFileSync(join(seeds, name), join(folder, "corpus", name));
  const times = [];
  for (let i = 0; i < Math.min(rounds, 9); i++) {
    const server = await startServer([folder], { node });
    times.push((await server.ready()).elapsedMs);
    await server.stop();
  }
  row("three known feeds indexed", at(times, 0.5), 200);
  rmSync(folder, { recursive: true, force: true });
}

// hover on the sample, round trip, beside an empty request of the same run
const sample = resolve("corpus/sample");
const server = await startServer([sample], { node });
await server.ready();
const notes = readdirSync(join(sample, "notes")).filter((name) => name.endsWith(".md"));
const hovers = [];
const empties = [];
for (const name of notes) {
  const uri = pathToFileURL(join(sample, "notes", name)).href;
  const text = readFileSync(join(sample, "notes", name), "utf8");
  await server.open(uri, text);
  for (let round = 0; round < (rounds > 10 ? 3 : 1); round++)
    for (const [line, words] of text.split("\n").entries())
      for (let character = 0; character < words.length; character += 5) {
        const start = performance.now();
        await server.request("textDocument/hover", { textDocument: { uri }, position: { line, character } });
        hovers.push(performance.now() - start);
        const empty = performance.now();
        await server.request("textDocument/hover", { textDocument: { uri: "file:///nowhere.md" }, position: { line: 0, character: 0 } });
        empties.push(performance.now() - empty);
      }
}
await server.stop();
row(`hover round trip on the sample, p95 of ${hovers.length}`, at(hovers, 0.95), 5, `median ${ms(at(hovers, 0.5))}, empty request p95 ${ms(at(empties, 0.95))}`);
// names: scanning, loading, typing ahead, with Fuse.js alone over the same names in the same run
const names = await measureNames(node, Math.min(rounds, 9));
if (names.scan >= 150) passed++;
else failed++;
console.log(`${names.scan >= 150 ? "ok  " : "SLOW"} scan at ${names.names} names: ${names.scan.toFixed(0)} MB/s (bar 150 MB/s)`);
row(`lexicon of ${names.names} names loaded, trie built`, names.load, 50);
row(`typing ahead at ${names.names} names, p95`, names.typing.p95, 2, `median ${ms(names.typing.p50)}, Fuse.js alone p95 ${ms(names.fuse.p95)}`);
row(`typing ahead at ${names.largeNames} names, p95`, names.largeTyping.p95, 8, `median ${ms(names.largeTyping.p50)}, Fuse.js alone p95 ${ms(names.largeFuse.p95)}`);

// completing a figure against generated corpora of two sizes, the same sentences; an empty request of the same run taken off
const requests = rounds > 10 ? 300 : 150;
const sizes = [await measureCompletion(100, node, requests), await measureCompletion(10_000, node, requests)];
for (const one of sizes)
  row(`completion of a figure at ${one.articles} articles, p95 of ${requests}`, one.p95 - one.empty, 8, `median ${ms(one.p50)}, empty request median ${ms(one.empty)}, ${one.offered} offered something`);
const [small, large] = sizes.map(({ p50, empty }) => p50 - empty);
const growth = large / small;
if (growth <= 1.5) passed++;
else failed++;
console.log(`${growth <= 1.5 ? "flat" : "GROWS"} completion of a figure from ${sizes[0].articles} to ${sizes[1].articles} articles: median × ${growth.toFixed(2)} (bar 1.5)`);

// reading figures, beside Microsoft's recognizers over the same text; hostile lines of 1 MB against an ordinary one
const reading = await measureFigures(node, existsSync(seeds) ? seeds : "corpus/sample/corpus");
for (const [what, value, bar] of [["figures", reading.surface, 15], ["figures and all that they say", reading.said, 5]]) {
  if (value >= bar) passed++;
  else failed++;
  console.log(`${value >= bar ? "ok  " : "SLOW"} ${what}: ${value.toFixed(1)} MB/s (bar ${bar} MB/s) · recognizers-text, currency alone: ${reading.recognizers.toFixed(2)} MB/s`);
}
console.log(`     all that is read of an article, names and discovery too: ${reading.read.toFixed(1)} MB/s`);
const worst = reading.hostile.reduce((a, b) => (b.ratio > a.ratio ? b : a));
if (worst.ratio <= 3) passed++;
else failed++;
console.log(`${worst.ratio <= 3 ? "ok  " : "SLOW"} hostile lines of 1 MB: at most × ${worst.ratio.toFixed(2)} of ordinary text (${JSON.stringify(worst.sign)}, bar 3)`);

console.log(`bench: ${passed} within their bars, ${failed} over`);
