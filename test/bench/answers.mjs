// Hover, definition, references, completion and inline completion against a corpus that is indexed: round trips of distinct
// questions, less the median of an empty request asked between them.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { EMPTY } from "./pauses.mjs";
import { at, median } from "./table.mjs";

const WARM = 30;

/** Opens a question's note and has it read, as an editor does that asks for symbols first; gives the position to ask at. */
export async function openNote(server, workspace, { text, line, character }, name) {
  const uri = pathToFileURL(join(workspace, "notes", `2026-01-05-${name}.md`)).href;
  await server.open(uri, text);
  await server.request("textDocument/documentSymbol", { textDocument: { uri } });
  return { textDocument: { uri }, position: { line, character } };
}

/** Asks each question once; gives milliseconds in the server, and how many answers `counts`. */
async function ask({ server, workspace, list, method, more = {}, counts, name }) {
  const times = [];
  const empties = [];
  let good = 0;
  let which;
  for (const [i, question] of list.entries()) {
    const where = await openNote(server, workspace, question, `${name}${i}`);
    const start = performance.now();
    const answer = await server.request(method, { ...where, ...more });
    const took = performance.now() - start;
    const empty = performance.now();
    await server.request("textDocument/hover", EMPTY);
    const nothing = performance.now() - empty;
    if (i >= WARM || list.length <= WARM) {
      times.push(took);
      empties.push(nothing);
      if (counts(answer, question)) {
        good++;
        which ??= question;
      }
    }
    await server.close(where.textDocument.uri);
  }
  const floor = median(empties);
  return { times: times.map((time) => time - floor), floor, good, asked: times.length, which };
}

const fileOf = ({ fact }) => encodeURIComponent(fact.path.split("/").at(-1));
const names = (answer, question) => JSON.stringify(answer)?.includes(fileOf(question)) === true;

/** Adds the rows of all requests; gives a question about a plain figure whose card names its source. */
export async function measureAnswers({ table, size, server, workspace, asked, inOrder, empty }) {
  const run = (name, list, method, more, counts) => ask({ server, workspace, list: inOrder(list), method, more, counts, name });
  const add = (what, { times, floor, good, asked: all }, bars, beside = "") => {
    for (const [share, bar] of bars)
      table.measured({ what: `${what}, p${share * 100}`, size, value: at(times, share), bar, growth: share === 0.95 ? "flat" : undefined, grows: median(times), beside: `median ${median(times).toFixed(2)} ms, empty request ${floor.toFixed(2)} ms, ${good} of ${all} with an answer${beside}` });
  };
  const hover = [[0.95, 2.5]];
  const found = (answer) => answer !== null && (!Array.isArray(answer) || answer.length > 0);
  const offered = (answer) => (answer?.items ?? answer ?? []).length > 0;
  const emptyHover = `; empty server's hover p95 ${empty.hover.p95.toFixed(2)} ms`;
  add("hover on a cited figure", await run("hc", asked.cited, "textDocument/hover", {}, found), hover, emptyHover);
  const plain = await run("hp", asked.plain, "textDocument/hover", {}, names);
  add("hover on a plain figure", plain, hover, " naming its source");
  add("hover on a name", await run("hn", asked.names, "textDocument/hover", {}, found), hover);
  add("definition of a cited figure", await run("dc", asked.cited, "textDocument/definition", {}, names), hover, " in its source");
  add("definition of a plain figure", await run("dp", asked.plain, "textDocument/definition", {}, found), hover);
  add("references of a name", await run("rn", asked.names, "textDocument/references", { context: { includeDeclaration: true } }, found), hover);
  const completion = [[0.95, 8], [0.99, 20]];
  const more = { context: { triggerKind: 1 } };
  const beside = `; empty server's 50 items p95 ${empty.completion.p95.toFixed(2)} ms`;
  add("completion of a figure", await run("cf", asked.complete, "textDocument/completion", more, offered), completion, beside);
  add("completion of an entity", await run("ce", asked.entities, "textDocument/completion", { context: { triggerKind: 1 } }, offered), completion, beside);
  add("inline completion", await run("ic", asked.complete, "textDocument/inlineCompletion", { context: { triggerKind: 2 } }, offered), completion);
  return plain.which ?? asked.plain[0];
}
