// Plays the analyst tasks of ../shared against the built server and holds the result to a floor. Tasks of the kinds
// `diagnose` and `clean` belong to the checks, a later issue: they are played and printed, and held to nothing yet.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

const shared = resolve(process.env.TICKMARK_SHARED ?? "../shared");
const player = join(shared, "gold/tasks.mjs");
if (!existsSync(player)) {
  console.log("no ../shared/gold here: no tasks to play");
  process.exit(0);
}
const FLOOR = 15;
const verbose = process.argv.includes("--verbose");
const run = spawnSync(process.execPath, [player, ".", ...(verbose ? ["--verbose"] : ["--json"])], { encoding: "utf8", maxBuffer: 1 << 26 });
if (verbose || run.status !== 0) {
  console.log(run.stdout, run.stderr);
  process.exit(run.status ?? 1);
}
const { by, noise } = JSON.parse(run.stdout);
let passed = 0;
let best = 0;
let tasks = 0;
for (const [action, group] of Object.entries(by)) {
  console.log(`${action}: ${group.pass} of ${group.tasks} pass, ${group.best} best first`);
  if (action === "diagnose" || action === "clean") continue;
  passed += group.pass;
  best += group.best;
  tasks += group.tasks;
}
console.log(`tasks without checks: ${passed} of ${tasks} pass, ${best} best first (bar ${FLOOR}), noise ${noise}`);
const right = passed >= FLOOR && noise === 0;
console.log(`tasks: ${right ? 1 : 0} passed, ${right ? 0 : 1} failed`);
process.exit(right ? 0 : 1);
