// The server is killed at random moments of the first index, of reading changes and merging them, and of writing the manifest. It
// starts again each time, and its answers at the end are those of a fresh index.
//   node test/scale/kill.mjs [--short] [--kills 50] [--count 600] [--seed 1] [--node PATH] [--dist DIR]
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { pick, random } from "../bench/news/random.mjs";
import { bytesBelow, sleep } from "../bench/process.mjs";
import { answersOf, differences, filesOf, freshAnswers, kill, makeWorkspace, option, short, start } from "./workspace.mjs";

const kills = Number(option("--kills", short ? 6 : 50));
const count = Number(option("--count", short ? 300 : 600));
const next = random(Number(option("--seed", 1)));
const made = makeWorkspace(count, { asked: 30 });
const { workspace, corpus, asked } = made;
const storage = join(workspace, "storage");

/** Changes a digit in some files and tells the server. */
async function change(server, files) {
  const changes = [];
  for (let i = 0; i < files; i++) {
    const name = pick(next, filesOf(corpus));
    const text = readFileSync(join(corpus, name), "utf8");
    const at = text.search(/[1-9]\d/);
    if (at < 0) continue;
    writeFileSync(join(corpus, name), text.slice(0, at) + ((Number(text[at]) % 9) + 1) + text.slice(at + 1));
    changes.push({ uri: pathToFileURL(join(corpus, name)).href, type: 2 });
  }
  await server.changed(changes);
}

// how long a first index takes here says where its moments are
let server = await start(workspace);
const begun = performance.now();
await server.ready();
const whole = performance.now() - begun;
await server.stop();
rmSync(storage, { recursive: true, force: true });

const when = { "first index": 0, changes: 0, restart: 0 };
let failures = 0;
const longest = { ready: 0 };
for (let i = 0; i < kills; i++) {
  const kind = ["first index", "changes", "restart"][i % 3];
  if (kind === "first index") rmSync(storage, { recursive: true, force: true });
  try {
    server = await start(workspace);
    if (kind === "first index") await sleep(next() * whole * 1.05);
    else if (kind === "restart") await sleep(next() ** 2 * 800);
    else {
      await server.ready();
      await change(server, 1 + Math.floor(next() * 60));
      // reading begins after the quiet time; writing and merging come after it
      await sleep(120 + next() * 900);
      if (next() < 0.5) {
        await change(server, 5);
        await sleep(next() * 500);
      }
    }
    await kill(server);
    when[kind]++;
    const from = performance.now();
    server = await start(workspace);
    const ready = await Promise.race([server.ready(), sleep(whole * 4 + 20_000).then(() => undefined)]);
    longest.ready = Math.max(longest.ready, performance.now() - from);
    if (!ready) throw new Error(`not ready ${Math.round(performance.now() - from)} ms after a kill while ${kind}`);
    const states = server.statuses.filter(({ state }) => state === "error");
    if (states.length) throw new Error(`says an error after a kill while ${kind}: ${JSON.stringify(states[0])}`);
    await server.stop();
  } catch (error) {
    failures++;
    console.log(`WRONG kill ${i}: ${error instanceof Error ? error.message : String(error)}`);
    server.child.kill("SIGKILL");
  }
}
server = await start(workspace);
await server.ready();
const answers = await answersOf(server, workspace, asked);
await server.stop();
const fresh = await freshAnswers(workspace, asked);
const wrong = differences(answers, fresh.answers, "after the kills");
console.log(`${kills} kills (${Object.entries(when).map(([kind, times]) => `${kind} ${times}`).join(", ")}), first index ${Math.round(whole)} ms, longest start after one ${Math.round(longest.ready)} ms, ${bytesBelow(storage) ? `${(bytesBelow(storage) / 1e6).toFixed(1)} MB of index for ${(made.bytes / 1e6).toFixed(1)} MB of text` : "no index on disk"}`);
console.log(`${failures ? "WRONG" : "ok  "} starts again each time: ${failures} did not`);
console.log(`${wrong ? "WRONG" : "ok  "} answers equal to a fresh index: ${fresh.answers.length} questions, ${wrong} differ`);
made.remove();
process.exitCode = failures || wrong ? 1 : 0;
