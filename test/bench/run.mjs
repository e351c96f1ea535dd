// Benchmarks: each figure of the design's section 12 beside its bar, its floor and the peers, in one run. Seconds never fail a
// run, the machine's noise is not the code's; a wrong growth fails a full one.
//   node test/bench/run.mjs [--short] [--node PATH] [--sizes 1000,10000,100000] [--dist DIR] [--only sizes,layouts,engine]
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startServer } from "../server/client.mjs";
import { measureFigures } from "./figures.mjs";
import { measureLayouts } from "./layouts.mjs";
import { measureNames } from "./names.mjs";
import { measureEmptyServer } from "./peers.mjs";
import { measureSize } from "./size.mjs";
import { count, createTable, median } from "./table.mjs";

/** What the server waits for quiet after a change: not its work. server/src/lsp/corpusUpdates.ts says it. */
const QUIET = 150;

const option = (name, otherwise) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise);
const short = process.argv.includes("--short");
const node = option("--node", process.execPath);
const cli = join(option("--dist", "dist"), "cli.js");
const sizes = option("--sizes", short ? "1000,5000" : "1000,10000,100000").split(",").map(Number);
const only = option("--only", "engine,sizes,layouts").split(",");
const rounds = short ? 7 : 25;
const table = createTable();
const started = performance.now();

console.log(`node ${execFileSync(node, ["--version"], { encoding: "utf8" }).trim()}, ${availableParallelism()} × ${cpus()[0]?.model ?? "processor"}, load ${loadavg()[0].toFixed(1)}, ${short ? "short" : "full"} run`);

const empty = await measureEmptyServer(node, rounds, short ? 300 : 2000);
table.measured({ what: "floor: an empty language server, spawn to initialize", value: empty.initialize });
table.measured({ what: "floor: its empty request, p95", value: empty.empty.p95, beside: `median ${empty.empty.median.toFixed(3)} ms, p99 ${empty.empty.p99.toFixed(2)} ms` });
table.measured({ what: "floor: its longest pause beside two busy processes", value: empty.busy.longest, beside: `the client's own ${empty.busy.own.toFixed(0)} ms` });

if (only.includes("engine")) {
  // spawn to initialize, beside an empty script on the same Node
  const floors = Array.from({ length: rounds }, () => {
    const start = performance.now();
    spawnSync(node, ["-e", "0"]);
    return performance.now() - start;
  });
  const starts = [];
  for (let i = 0; i < rounds; i++) {
    const server = await startServer([resolve("corpus/sample")], { node, cli });
    starts.push(server.initializeMs);
    await server.stop();
  }
  table.measured({ what: "spawn to initialize", value: median(starts), bar: 150, beside: `node -e 0: ${median(floors).toFixed(0)} ms, empty server ${empty.initialize.toFixed(0)} ms` });

  // the three known feeds
  const seeds = resolve(process.env.TICKMARK_SHARED ?? "../shared", "seeds");
  if (existsSync(seeds)) {
    const times = [];
    for (let i = 0; i < Math.min(rounds, 9); i++) {
      // a folder of its own each time: an index kept on disk is not what is measured
      const folder = mkdtempSync(join(tmpdir(), "tickmark-bench-"));
      mkdirSync(join(folder, "corpus"));
      for (const name of readdirSync(seeds)) copyFileSync(join(seeds, name), join(folder, "corpus", name));
      const server = await startServer([folder], { node, cli, initializationOptions: { storage: join(folder, "storage") } });
      times.push((await server.ready()).elapsedMs);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
    table.measured({ what: "three known feeds indexed", value: median(times), bar: 200 });
  }

  // names: scanning, loading, typing ahead, with Fuse.js alone over the same names in the same run
  const names = await measureNames(node, Math.min(rounds, 9));
  table.measured({ what: `scan at ${count(names.names)} names`, value: names.scan, unit: "MB/s", bar: 150, least: true });
  table.measured({ what: `lexicon of ${count(names.names)} names loaded, trie built`, value: names.load, bar: 50 });
  table.measured({ what: `typing ahead at ${count(names.names)} names, p95`, value: names.typing.p95, bar: 2, beside: `median ${names.typing.p50.toFixed(2)} ms, Fuse.js alone p95 ${names.fuse.p95.toFixed(1)} ms` });
  table.measured({ what: `typing ahead at ${count(names.largeNames)} names, p95`, value: names.largeTyping.p95, bar: 8, beside: `median ${names.largeTyping.p50.toFixed(2)} ms, Fuse.js alone p95 ${names.largeFuse.p95.toFixed(1)} ms` });

  // reading figures, beside Microsoft's recognizers over the same text; hostile lines of 1 MB against an ordinary one
  const reading = await measureFigures(node, existsSync(seeds) ? seeds : "corpus/sample/corpus");
  const recognizers = `recognizers-text, currency alone: ${reading.recognizers.toFixed(2)} MB/s`;
  table.measured({ what: "reading figures", value: reading.surface, unit: "MB/s", bar: 15, least: true, beside: recognizers });
  table.measured({ what: "reading figures and all that they say", value: reading.said, unit: "MB/s", bar: 5, least: true, beside: recognizers });
  table.measured({ what: "all that is read of an article, names and discovery too", value: reading.read, unit: "MB/s" });
  const worst = reading.hostile.reduce((a, b) => (b.ratio > a.ratio ? b : a));
  table.measured({ what: "hostile lines of 1 MB, of ordinary text", value: worst.ratio, unit: "×", bar: 3, beside: JSON.stringify(worst.sign) });
}

if (only.includes("sizes")) for (const size of sizes) await measureSize({ table, size, node, cli, requests: short ? 100 : 300, quiet: QUIET, empty, short });
if (only.includes("layouts")) await measureLayouts({ table, size: sizes.at(-1), node, cli, quiet: QUIET });

const { wrong, right } = table.growth();
const { passed, failed } = table.counts();
mkdirSync("out", { recursive: true });
writeFileSync("out/bench.md", `${table.markdown()}\n`);
writeFileSync("out/bench.json", JSON.stringify(table.rows, null, 1));
console.log(`bench: ${passed} within their bars, ${failed} over; ${right} grow as they may, ${wrong} do not; ${((performance.now() - started) / 60_000).toFixed(1)} minutes; the table is in out/bench.md`);
if (wrong && !short) process.exitCode = 1;
