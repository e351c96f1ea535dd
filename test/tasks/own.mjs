// Plays tasks against the built server. `own`: test/tasks/own.json over corpus/sample with a thousand generated articles beside it;
// expected is a pattern. `blind`: test/tasks/blind.json, written without sight of the ranking, over corpus/sample and over
// test/tasks/corpus, each alone; expected is a list. A figure or name passes among the first three offered (best: the first); a
// definition if it leads into the file (blind: selects the very words); a card if it tells it; `nothing` if nothing is offered.
//   node test/tasks/own.mjs [blind] [--verbose] [--only ID,ID]
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { writeNews } from "../bench/generateNews.mjs";
import { startServer } from "../server/client.mjs";
import { fold, readFigure, sameFigure } from "./sameFigure.mjs";

const verbose = process.argv.includes("--verbose");
const only = process.argv.includes("--only") ? process.argv[process.argv.indexOf("--only") + 1].split(",") : undefined;
const set = process.argv.includes("blind") ? "blind" : "own";
/** Tasks are few and answers change with the lexicon: the floor lies below what is reached. */
const BAR = { own: 0.85, blind: 0.8 }[set];
const CORPORA = {
  generated: { date: "2025-12-20", fill: (corpus) => (cpSync("corpus/sample/corpus", corpus, { recursive: true }), writeNews(join(corpus, "generated"), 1000, 7)) },
  sample: { date: "2025-12-20", fill: (corpus) => cpSync("corpus/sample/corpus", corpus, { recursive: true }) },
  own: { date: "2026-05-21", fill: (corpus) => cpSync("test/tasks/corpus", corpus, { recursive: true }) },
};
const tasks = JSON.parse(readFileSync(`test/tasks/${set}.json`, "utf8")).filter(({ id }) => !only || only.includes(id));

/** @returns {Promise<{ text: string, place?: object }[]>} what the server answers, the first first */
async function ask(server, folder, date, { id, action, of, note }) {
  const uri = pathToFileURL(join(folder, `notes/${date}-${id}.md`)).href;
  await server.open(uri, `${note.replace("‸", "")}\n`);
  const at = { textDocument: { uri }, position: { line: 0, character: note.indexOf("‸") } };
  switch (of ?? action) {
    case "figure":
    case "entity": {
      const items = (await server.request("textDocument/completion", { ...at, context: { triggerKind: 1 } }))?.items ?? [];
      const sorted = [...items].sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
      return sorted.map(({ label, labelDetails }) => ({ text: label, about: labelDetails?.description ?? labelDetails?.detail ?? "" }));
    }
    case "definition":
      return [(await server.request("textDocument/definition", at)) ?? []].flat().map((place) => ({ text: decodeURIComponent(place.targetUri ?? place.uri), place: place.targetSelectionRange ?? place.range }));
    case "hover": {
      const card = (await server.request("textDocument/hover", at))?.contents.value;
      return card ? [{ text: card }] : [];
    }
    default:
      throw new Error(`no action ${of ?? action}`);
  }
}

/** Is the selection short and on the words, in that file? */
function selects(folder, { text: uri, place }, { file, words }) {
  if (!uri.endsWith(`/${file}`) || place.start.line !== place.end.line || place.end.character - place.start.character > 80) return false;
  const line = readFileSync(join(folder, "corpus", file), "utf8").split("\n")[place.start.line] ?? "";
  for (let at = line.indexOf(words); at >= 0; at = line.indexOf(words, at + 1)) if (place.start.character < at + words.length && place.end.character > at) return true;
  return false;
}
/** The words in a card, a figure not inside a longer one. */
function tells(card, words) {
  for (let at = card.indexOf(words); at >= 0; at = card.indexOf(words, at + 1)) if (!/^\d/.test(words) || !/[\d.]$/.test(card.slice(0, at))) return true;
  return false;
}

/** @returns the rank of the first right answer among those that count, -1 for none */
function rankOf(folder, task, answers) {
  const { action, of, expected } = task;
  if (set === "own") {
    const wanted = new RegExp(action === "figure" ? `^(?:${expected})` : expected);
    return (action === "figure" ? answers.slice(0, 3) : answers).findIndex(({ text }) => wanted.test(text));
  }
  switch (action) {
    case "figure":
      return answers.slice(0, 3).findIndex(({ text }) => expected.some((one) => sameFigure(text, one)));
    case "entity":
      return answers.slice(0, 3).findIndex(({ text }) => text.length <= 40 && expected.some((one) => fold(text).includes(fold(one))));
    case "definition":
      return answers.findIndex((answer) => expected.some((one) => selects(folder, answer, one)));
    case "hover":
      return answers.findIndex(({ text }) => expected.some((one) => tells(fold(text), fold(one))));
    default: // nothing: no figure in the list, no place, no passage in the card
      return answers.some(({ text }) => (of === "figure" ? readFigure(text) !== undefined : of === "hover" ? text.includes("/corpus/") : true)) ? -1 : 0;
  }
}

let passed = 0;
let best = 0;
const by = {};
for (const corpus of set === "own" ? ["generated"] : ["sample", "own"]) {
  const folder = mkdtempSync(join(tmpdir(), "tickmark-own-"));
  CORPORA[corpus].fill(join(folder, "corpus"));
  const server = await startServer([folder]);
  await server.ready();
  for (const task of tasks.filter((one) => set === "own" || one.corpus === corpus)) {
    const answers = await ask(server, folder, CORPORA[corpus].date, task);
    const rank = rankOf(folder, task, answers);
    const group = (by[set === "own" ? task.action : `${corpus} ${task.action}`] ??= { tasks: 0, pass: 0, best: 0 });
    group.tasks++;
    if (rank >= 0) {
      group.pass++;
      passed++;
    }
    if (rank === 0) {
      group.best++;
      best++;
    }
    if (verbose && rank !== 0) {
      const told = answers.slice(0, 4).map(({ text, about, place }) => `${text.replace(/\s+/g, " ").slice(set === "blind" && task.action === "definition" ? -60 : 0).slice(0, 160)}${about ? ` (${about})` : ""}${place ? ` ${place.start.line + 1},${place.start.character + 1}-${place.end.character + 1}` : ""}`);
      console.log(`${rank < 0 ? "FAIL" : `#${rank + 1}  `} ${task.id} ${task.note} → ${told.join(" | ") || "nothing"} (wanted ${set === "own" ? task.expected : JSON.stringify(task.expected)})`);
    }
  }
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
for (const [action, { tasks: count, pass, best: first }] of Object.entries(by)) console.log(`${action}: ${pass} of ${count} pass, ${first} best first`);
const right = passed >= BAR * tasks.length;
console.log(`${set} tasks: ${passed} of ${tasks.length} pass, ${best} best first (bar ${Math.ceil(BAR * tasks.length)})`);
console.log(`${set} tasks: ${right ? 1 : 0} passed, ${right ? 0 : 1} failed`);
process.exit(right ? 0 : 1);
