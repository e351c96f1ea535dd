// Scores the built command line against the hand-made gold of ../shared: figures, names (with the lexicon and without it),
// and the bounds, titles and copies of the known feeds. Prints the pooled figures; exits 1 below a floor.
//   node test/score/run.mjs [--misses N]
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const shared = resolve(process.env.TICKMARK_SHARED ?? "../shared");
if (!existsSync(join(shared, "gold/score.mjs"))) {
  console.log("no ../shared/gold here: nothing to score");
  process.exit(0);
}
const misses = process.argv.includes("--misses") ? process.argv[process.argv.indexOf("--misses") + 1] : "0";
const seeds = ["000_47d47704f6aa405a.txt", "001_a2aa5eefec4fdd3f.txt", "002_fd76b04fbe29ce44.txt"].map((name) => join(shared, "seeds", name));
const work = mkdtempSync(join(tmpdir(), "tickmark-score-"));
const big = { encoding: "utf8", maxBuffer: 1 << 28 };

/** Gold and extraction of all three feeds in one file each: lines are moved apart so that they stay distinct. */
function pool(rows, file) {
  const far = 100000 * seeds.findIndex((path) => path.endsWith(file));
  return rows.map((row) => JSON.stringify({ ...row, file: "pooled", line: row.line + far }));
}
const lines = (text) => text.split("\n").filter(Boolean).map((line) => JSON.parse(line));
const gold = seeds.flatMap((path) => pool(lines(readFileSync(join(shared, "gold", `${path.split("/").pop().slice(0, 3)}.jsonl`), "utf8")), path.split("/").pop()));
writeFileSync(join(work, "gold.jsonl"), gold.join("\n"));

function score(label, ...options) {
  const extracted = seeds.flatMap((path) => pool(lines(execFileSync(process.execPath, ["dist/cli.js", "extract", path, ...options], big)), path.split("/").pop()));
  const file = join(work, `${label}.jsonl`);
  writeFileSync(file, extracted.join("\n"));
  const report = JSON.parse(execFileSync(process.execPath, [join(shared, "gold/score.mjs"), join(work, "gold.jsonl"), file, "--json"], big));
  if (misses !== "0") console.log(execFileSync(process.execPath, [join(shared, "gold/score.mjs"), join(work, "gold.jsonl"), file, "--misses", misses], big));
  return report;
}

let passed = 0;
let failed = 0;
const bar = (what, value, floor) => {
  const right = value >= floor;
  if (right) passed++;
  else failed++;
  console.log(`${right ? "ok  " : "LOW "} ${what}: ${value} (bar ${floor})`);
};

const whole = score("lexicon");
console.log("figures ", JSON.stringify(whole.figures));
console.log("entities", JSON.stringify(whole.entities));
const alone = score("discovery", "--entities", "--no-lexicon");
console.log("entities --no-lexicon", JSON.stringify(alone.entities));
bar("figures, span F1", whole.figures.f1, 0.95);
bar("entities, mention F1", whole.entities.f1, 0.7);

const articles = join(work, "articles.jsonl");
writeFileSync(articles, execFileSync(process.execPath, ["dist/cli.js", "articles", ...seeds], big));
const segments = spawnSync(process.execPath, [join(shared, "gold/segments.mjs"), articles], big);
console.log(segments.stdout.trim());
bar("segments right (1 is nothing wrong)", segments.status === 0 ? 1 : 0, 1);

rmSync(work, { recursive: true, force: true });
console.log(`score: ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
