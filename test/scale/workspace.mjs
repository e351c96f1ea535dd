// A generated workspace for the scale tests, the questions asked of it, and the comparison with a fresh index of the same files.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openNote } from "../bench/answers.mjs";
import { writeNews } from "../bench/generateNews.mjs";
import { questions } from "../bench/questions.mjs";
import { startServer } from "../server/client.mjs";

// however small the corpus, its index is on disk
process.env.TICKMARK_DISK_FROM ??= "0";

export const option = (name, otherwise) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise);
export const short = process.argv.includes("--short");
export const node = option("--node", process.execPath);
export const cli = join(option("--dist", "dist"), "cli.js");

/** Starts the server on a workspace with the index folder `storage` below it. */
export async function start(workspace, storage = "storage") {
  const folder = join(workspace, storage);
  mkdirSync(folder, { recursive: true });
  // nothing goes into the user's own cache
  process.env.XDG_CACHE_HOME = folder;
  const server = await startServer([workspace], { node, cli, initializationOptions: { storage: folder } });
  // a server that is killed takes its pipe with it
  server.child.stdin.on("error", () => undefined);
  return server;
}

/** A workspace of `count` articles with the questions to ask of it; `remove` it at the end. */
export function makeWorkspace(count, { seed = 5, asked = 60 } = {}) {
  const workspace = mkdtempSync(join(tmpdir(), "tickmark-scale-"));
  const corpus = join(workspace, "corpus");
  const { facts, bytes, files } = writeNews(corpus, count, { seed, facts: asked });
  return { workspace, corpus, facts, bytes, files, asked: questions(facts), remove: () => rmSync(workspace, { recursive: true, force: true }) };
}

export const filesOf = (corpus) => readdirSync(corpus, { recursive: true }).map(String).filter((name) => /\.(md|txt)$/.test(name)).sort();

/** What the server keeps to itself between an answer and the next request. */
const plain = (answer) => JSON.stringify(answer, (key, value) => (key === "data" ? undefined : value)) ?? "null";

/** The answers to all questions in order, as text. */
export async function answersOf(server, workspace, asked) {
  const answers = [];
  let number = 0;
  const take = async (list, method, more = {}) => {
    for (const question of list) {
      const where = await openNote(server, workspace, question, `asked-${number++}`);
      answers.push({ method, note: question.text, answer: plain(await server.request(method, { ...where, ...more })) });
      await server.close(where.textDocument.uri);
    }
  };
  await take(asked.plain, "textDocument/hover");
  await take(asked.cited, "textDocument/hover");
  await take(asked.names, "textDocument/hover");
  await take(asked.plain, "textDocument/definition");
  await take(asked.cited, "textDocument/definition");
  await take(asked.complete, "textDocument/completion", { context: { triggerKind: 1 } });
  await take(asked.entities, "textDocument/completion", { context: { triggerKind: 1 } });
  return answers;
}

/** Waits until a server has read every change that it was told, and its index is as tidy as it will be. */
export const settled = (server) => server.request("tickmark/settled", {});

/** The answers of a new server with an index folder of its own. */
export async function freshAnswers(workspace, asked) {
  const storage = `fresh-${Date.now()}`;
  const server = await start(workspace, storage);
  try {
    const counts = await server.ready();
    await settled(server);
    return { counts, answers: await answersOf(server, workspace, asked) };
  } finally {
    await server.stop();
    rmSync(join(workspace, storage), { recursive: true, force: true });
  }
}

/** How many answers differ; the first is shown. */
export function differences(answers, fresh, name) {
  const wrong = fresh.filter(({ answer }, i) => answers[i]?.answer !== answer);
  for (const one of process.argv.includes("--verbose") ? wrong : wrong.slice(0, 1)) {
    const { method, note, answer } = one;
    const other = answers[fresh.indexOf(one)]?.answer ?? "";
    let at = 0;
    while (at < answer.length && answer[at] === other[at]) at++;
    console.log(`${name}: ${wrong.length} of ${fresh.length} answers differ: ${method} of ${JSON.stringify(note.slice(0, 90))}\n   is    …${other.slice(Math.max(0, at - 80), at + 200)}\n   fresh …${answer.slice(Math.max(0, at - 80), at + 200)}`);
  }
  return wrong.length;
}

/** Kills a server as a crash does, and waits until it is gone. */
export async function kill(server) {
  const gone = new Promise((resolve) => (server.child.exitCode !== null || server.child.signalCode !== null ? resolve() : server.child.once("exit", resolve)));
  server.child.kill("SIGKILL");
  await gone;
  server.connection.dispose();
}
