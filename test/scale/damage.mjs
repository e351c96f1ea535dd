// An index folder that is cut off, has bits flipped at random places, lacks its manifest, or is of another format: it is rebuilt,
// said in one line, and nothing is answered wrong.
//   node test/scale/damage.mjs [--short] [--flips 40] [--count 400] [--seed 1] [--node PATH] [--dist DIR]
import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pick, random } from "../bench/news/random.mjs";
import { answersOf, differences, freshAnswers, makeWorkspace, option, short, start } from "./workspace.mjs";

const count = Number(option("--count", short ? 200 : 400));
const flips = Number(option("--flips", short ? 4 : 40));
const next = random(Number(option("--seed", 1)));
const made = makeWorkspace(count, { asked: 20 });
const { workspace, asked } = made;
const sound = join(workspace, "storage");
let server = await start(workspace);
await server.ready();
await server.stop();
const fresh = await freshAnswers(workspace, asked);

const files = readdirSync(sound, { recursive: true })
  .map(String)
  .filter((name) => statSync(join(sound, name)).isFile() && !/lock/.test(name) && statSync(join(sound, name)).size > 0);
const manifests = files.filter((name) => /manifest$/.test(name));

/** Each damage: its name and what it does to a file of a copy of the folder. */
const cases = [
  ...files.flatMap((name) => [
    [`${name} cut to half`, (folder) => truncateSync(join(folder, name), Math.floor(statSync(join(folder, name)).size / 2))],
    [`${name} a byte short`, (folder) => truncateSync(join(folder, name), statSync(join(folder, name)).size - 1)],
    [`${name} empty`, (folder) => truncateSync(join(folder, name), 0)],
    [`${name} missing`, (folder) => rmSync(join(folder, name))],
  ]),
  ...manifests.flatMap((name) =>
    [-1, 1].map((by) => [
      `${name} of the format ${by < 0 ? "before" : "after"}`,
      (folder) => {
        const text = readFileSync(join(folder, name), "latin1");
        writeFileSync(join(folder, name), text.replace(/(tickmark-index )(\d+)/, (_, head, format) => head + (Number(format) + by)), "latin1");
      },
    ]),
  ),
  ...Array.from({ length: files.length ? flips : 0 }, () => {
    // the larger a file, the more of the flips
    const name = pick(next, files.flatMap((one) => Array(1 + Math.floor(statSync(join(sound, one)).size / 100_000)).fill(one)));
    const at = Math.floor(next() * statSync(join(sound, name)).size);
    const bit = 1 << Math.floor(next() * 8);
    return [
      `${name} bit flipped at ${at}`,
      (folder) => {
        const bytes = readFileSync(join(folder, name));
        bytes[at] ^= bit;
        writeFileSync(join(folder, name), bytes);
      },
    ];
  }),
];
if (!files.length) console.log("no index on disk: nothing can be damaged");

const SAID = /\bindex\b.*(?:built anew|rebuilt|rebuild|damaged)/i;
let failures = 0;
let silent = 0;
let wordy = 0;
for (const [what, damage] of cases) {
  const copy = join(workspace, "damaged");
  rmSync(copy, { recursive: true, force: true });
  cpSync(sound, copy, { recursive: true, preserveTimestamps: true });
  damage(copy);
  try {
    server = await start(workspace, "damaged");
    await server.ready();
    const wrong = differences(await answersOf(server, workspace, asked), fresh.answers, what);
    // a part that is looked into only when it is asked for may be found bad then
    const said = server.log.filter(({ message }) => SAID.test(message));
    if (wrong) failures++;
    if (said.length === 0) {
      silent++;
      console.log(`     nothing said: ${what}`);
    }
    if (said.length > 1) {
      wordy++;
      console.log(`     ${said.length} lines said: ${what}: ${said.map(({ message }) => message.slice(0, 120)).join(" | ")}`);
    }
    await server.stop();
  } catch (error) {
    failures++;
    console.log(`WRONG ${what}: ${error instanceof Error ? error.message : String(error)}`);
    server.child.kill("SIGKILL");
  }
}
console.log(`${failures ? "WRONG" : "ok  "} ${cases.length} damaged folders of ${files.length} files: ${failures} answered otherwise than a fresh index`);
console.log(`${silent || wordy ? "WRONG" : "ok  "} said in one line: ${silent} said nothing, ${wordy} said it more than once`);
made.remove();
process.exitCode = failures || silent || wordy ? 1 : 0;
