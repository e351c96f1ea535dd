// Ten thousand random operations over a generated corpus: edits, appended articles, new files, renames, deletions, letters in notes,
// hovers and completions. The resident set must be flat after the first 2,000, and the answers at the end those of a fresh index.
//   node test/scale/operations.mjs [--short] [--operations 10000] [--count 1000] [--seed 1] [--node PATH] [--dist DIR]
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { writeNews } from "../bench/generateNews.mjs";
import { pick, random } from "../bench/news/random.mjs";
import { residentMegabytes, sleep } from "../bench/process.mjs";
import { median } from "../bench/table.mjs";
import { answersOf, differences, filesOf, freshAnswers, makeWorkspace, option, settled, short, start } from "./workspace.mjs";

const operations = Number(option("--operations", short ? 1000 : 10_000));
const count = Number(option("--count", short ? 300 : 1000));
const seed = Number(option("--seed", 1));
/** The resident set may be this much larger at the end than after the first fifth. */
const FLAT = 1.1;
const SLACK = 15;

const next = random(seed);
const made = makeWorkspace(count, { asked: short ? 40 : 100 });
const { workspace, corpus, asked } = made;
// articles that come later lie beside the workspace, ready to be moved in
const spare = join(workspace, "spare");
writeNews(spare, count, { seed: seed + 50, layout: "tiny", facts: 1 });
const spares = filesOf(spare);
let live = filesOf(corpus);
const gone = [];
const uri = (name) => pathToFileURL(join(corpus, name)).href;
const place = (name) => {
  mkdirSync(dirname(join(corpus, name)), { recursive: true });
  return join(corpus, name);
};

const server = await start(workspace);
await server.ready();
const noteUri = pathToFileURL(join(workspace, "notes/2026-01-07-work.md")).href;
const draft = asked.cited.slice(0, 20).map(({ text }) => text).join("\n");
await server.open(noteUri, draft);
const draftLines = draft.split("\n");
let version = 100;
let waiting = [];
const tell = async () => {
  if (waiting.length) await server.changed(waiting);
  waiting = [];
};

/** Each with how often it is done. */
const kinds = [
  [14, "edit", () => {
    const name = pick(next, live);
    const text = readFileSync(join(corpus, name), "utf8");
    const digits = [...text.matchAll(/[1-9](?=\.?\d)/g)];
    if (!digits.length) return;
    const at = pick(next, digits).index;
    writeFileSync(join(corpus, name), text.slice(0, at) + ((Number(text[at]) % 9) + 1) + text.slice(at + 1));
    waiting.push({ uri: uri(name), type: 2 });
  }],
  [4, "append", () => {
    const name = pick(next, live);
    const old = readFileSync(join(corpus, name), "utf8");
    // what was appended before goes, so that no file grows for ever
    const cut = old.indexOf("\n補充：");
    if (cut >= 0) writeFileSync(join(corpus, name), old.slice(0, cut + 1));
    else appendFileSync(join(corpus, name), `\n補充：公司表示，2025年第四季營收可望達${(next() * 900 + 10).toFixed(1)}億元，年增${(next() * 60).toFixed(1)}%。\n`);
    waiting.push({ uri: uri(name), type: 2 });
  }],
  [6, "come", () => {
    const name = spares.pop();
    if (!name || live.includes(name)) return;
    renameSync(join(spare, name), place(name));
    live.push(name);
    waiting.push({ uri: uri(name), type: 1 });
  }],
  [6, "delete", () => {
    if (live.length < 20) return;
    const name = live.splice(Math.floor(next() * live.length), 1)[0];
    gone.push({ name, text: readFileSync(join(corpus, name)) });
    rmSync(join(corpus, name));
    waiting.push({ uri: uri(name), type: 3 });
  }],
  [4, "put back", () => {
    const one = gone.pop();
    if (!one || existsSync(join(corpus, one.name))) return;
    writeFileSync(place(one.name), one.text);
    live.push(one.name);
    waiting.push({ uri: uri(one.name), type: 1 });
  }],
  [6, "rename", () => {
    const at = Math.floor(next() * live.length);
    const name = live[at];
    const other = name.includes("-moved") ? name.replace("-moved", "") : name.replace(/\.(\w+)$/, "-moved.$1");
    if (existsSync(join(corpus, other))) return;
    renameSync(join(corpus, name), join(corpus, other));
    live[at] = other;
    waiting.push({ uri: uri(name), type: 3 }, { uri: uri(other), type: 1 });
  }],
  [20, "letter", async () => {
    const line = Math.floor(next() * draftLines.length);
    const character = Math.floor(next() * 3);
    // a letter comes, and goes again: the note stays as long as it is
    for (const [end, text] of [[character, "因"], [character + 1, ""]])
      await server.notify("textDocument/didChange", { textDocument: { uri: noteUri, version: version++ }, contentChanges: [{ range: { start: { line, character: Math.min(character, draftLines[line].length) }, end: { line, character: Math.min(end, draftLines[line].length + (text ? 0 : 1)) } }, text }] });
    await server.request("textDocument/documentLink", { textDocument: { uri: noteUri } });
  }],
  [20, "hover", () => ask("textDocument/hover", pick(next, [asked.plain, asked.cited, asked.names]))],
  [8, "definition", () => ask("textDocument/definition", pick(next, [asked.plain, asked.cited]))],
  [12, "complete", () => ask("textDocument/completion", pick(next, [asked.complete, asked.entities]), { context: { triggerKind: 1 } })],
];
const whole = kinds.reduce((sum, [share]) => sum + share, 0);
let asking = 0;
async function ask(method, list, more = {}) {
  const { text, line, character } = pick(next, list);
  const textDocument = { uri: pathToFileURL(join(workspace, `notes/2026-01-08-${asking++}.md`)).href };
  await server.open(textDocument.uri, text);
  await server.request(method, { textDocument, position: { line, character }, ...more });
  await server.close(textDocument.uri);
}

const memory = [];
const done = new Map();
const begun = performance.now();
for (let i = 0; i < operations; i++) {
  let left = next() * whole;
  const [, name, run] = kinds.find(([share]) => (left -= share) < 0) ?? kinds[0];
  await run();
  done.set(name, (done.get(name) ?? 0) + 1);
  // events come one by one or in bursts
  if (waiting.length > 20 || next() < 0.4) await tell();
  if (next() < 0.02) await sleep(160);
  if (i % Math.max(1, Math.floor(operations / 200)) === 0) memory.push(residentMegabytes(server.child.pid));
}
await tell();
await settled(server, 2500);
const seconds = (performance.now() - begun) / 1e3;

const fifth = Math.floor(memory.length / 5);
const early = median(memory.slice(fifth, fifth * 2));
const late = median(memory.slice(-fifth));
console.log(`${operations} operations in ${seconds.toFixed(1)} s (${[...done].map(([name, times]) => `${name} ${times}`).join(", ")})`);
const flat = late <= early * FLAT + SLACK || Number.isNaN(late);
console.log(`${flat ? "ok  " : "GROWS"} resident set: ${memory[0]?.toFixed(0)} MB at first, ${early.toFixed(0)} MB after the first fifth, ${late.toFixed(0)} MB in the last (bar × ${FLAT} + ${SLACK} MB)`);
// an article that moved is known under its old path by who saw it move: a fresh index cannot know
asked.cited = asked.cited.filter(({ fact }) => existsSync(join(corpus, fact.path)));
const answers = await answersOf(server, workspace, asked);
const { articles, files } = server.statuses.at(-1) ?? {};
const errors = server.log.filter(({ type }) => type === 1).map(({ message }) => message);
await server.stop();
// the same index from the disk, then a fresh one
const again = await start(workspace);
await again.ready();
const kept = await answersOf(again, workspace, asked);
await again.stop();
const fresh = await freshAnswers(workspace, asked);
const wrong = differences(answers, fresh.answers, "after the operations") + differences(kept, fresh.answers, "after a restart");
const same = articles === fresh.counts.articles && files === filesOf(corpus).length;
console.log(`${same ? "ok  " : "WRONG"} ${articles} articles in ${files} files; a fresh index has ${fresh.counts.articles}, on the disk are ${filesOf(corpus).length} files`);
console.log(`${wrong ? "WRONG" : "ok  "} answers equal to a fresh index of ${fresh.counts.articles} articles: ${fresh.answers.length} questions, twice, ${wrong} differ`);
if (errors.length) console.log(`ERROR ${errors.length} errors in the log, the first: ${errors[0].slice(0, 300)}`);
made.remove();
// the first fifth of a short run is too short to say anything about memory
process.exitCode = wrong || !same || errors.length || (!flat && !short) ? 1 : 0;
