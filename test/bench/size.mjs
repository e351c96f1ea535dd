// One size of corpus: first index, answers, changes, a long note, a burst, memory and the next start, with the real server in a
// process of its own. Adds rows to the table.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clearInterval, setInterval } from "node:timers";
import { startServer } from "../server/client.mjs";
import { measureAnswers, openNote } from "./answers.mjs";
import { changedFile, measureBurst, measureChange, measureLongNote } from "./changes.mjs";
import { hanPairs, writeNews } from "./generateNews.mjs";
import { watchPauses } from "./pauses.mjs";
import { measureFinder, measureSqlite } from "./peers.mjs";
import { bytesBelow, peakMegabytes, residentMegabytes, sleep } from "./process.mjs";
import { questions } from "./questions.mjs";
import { at, count } from "./table.mjs";

/**
 * @param {{ table: object, size: number, node: string, cli: string, requests: number, quiet: number, empty: object, short: boolean }} run
 *   `quiet`: milliseconds that the server waits after a change, which are not its work; `empty`: measures of the empty server
 */
export async function measureSize({ table, size, node, cli, requests, quiet, empty, short }) {
  const workspace = mkdtempSync(join(tmpdir(), "tickmark-bench-"));
  const corpus = join(workspace, "corpus");
  const storage = join(workspace, "storage");
  mkdirSync(storage);
  // nothing of a bench goes into the user's own cache
  process.env.XDG_CACHE_HOME = storage;
  const options = { node, cli, initializationOptions: { storage } };
  try {
    const begun = performance.now();
    const { facts, bytes, files, copies, near, revised } = writeNews(corpus, size, { seed: 1, facts: 2000 });
    table.note(`${count(size)} articles in ${count(files)} files, ${(bytes / 1e6).toFixed(1)} MB, ${count(copies)} copies, ${count(near)} near copies, ${count(revised)} revised, made in ${((performance.now() - begun) / 1e3).toFixed(1)} s; ${count(hanPairs(corpus, Math.min(bytes, 1e6)).pairs)} distinct Han pairs in ${(Math.min(bytes, 1e6) / 1e6).toFixed(1)} MB`);
    const asked = questions(facts);
    const rounds = short ? 4 : 9;
    for (let i = 0; i < rounds; i++) writeFileSync(changedFile(corpus, i), `---\ntitle: 尚無內容\ndate: 2026-10-01\n---\n\n這一篇稍後才會寫成。\n`);
    const inOrder = (list) => list.slice(0, requests + 30);

    // first index
    let server = await startServer([workspace], options);
    const spawned = performance.now() - server.initializeMs;
    const note = await openNote(server, workspace, asked.cited[0], "first");
    let progress;
    const looking = setInterval(() => {
      progress ??= server.progress.length || server.statuses.length ? performance.now() - spawned : undefined;
    }, 10);
    const pauses = watchPauses(server, () => note);
    const ready = await server.ready();
    const seconds = (performance.now() - spawned) / 1e3;
    const meanwhile = await pauses.stop();
    clearInterval(looking);
    table.measured({ what: "first index, from spawn", size, value: seconds, unit: "s", bar: size === 100_000 ? 60 : undefined, growth: "linear", beside: `${count(Math.round(size / seconds))} articles/s, ${(bytes / 1e6 / seconds).toFixed(2)} MB/s; the server says ${(ready.elapsedMs / 1e3).toFixed(1)} s, ${count(ready.articles)} articles, ${count(ready.figures)} figures` });
    table.measured({ what: "first sign of progress, from spawn", size, value: progress ?? NaN, bar: 1000 });
    table.measured({ what: "peak resident set while indexing", size, value: peakMegabytes(server.child.pid), unit: "MB", bar: 700 });
    table.measured({ what: "longest pause while indexing", size, value: meanwhile.longest, bar: 50, beside: `the client's own ${meanwhile.own.toFixed(0)} ms; an empty server beside two busy processes ${empty.busy.longest.toFixed(0)} ms` });
    table.measured({ what: "hover while indexing, p95", size, value: at(meanwhile.hovers, 0.95), bar: 20, beside: `empty server beside two busy processes ${empty.busy.hover.toFixed(1)} ms` });

    // answers
    const marked = await measureAnswers({ table, size, server, workspace, asked, inOrder, empty });
    const names = [...new Set(facts.map(({ company, region }) => company.names[region]))].filter((name) => name.length >= 3).slice(0, 40);
    const found = measureFinder(corpus, names.slice(0, 7));
    table.measured({ what: `peer: ${found.name} finds a name`, size, value: found.ms });
    if (!short || size <= 1000) {
      const sqlite = measureSqlite(node, corpus, names);
      if (sqlite) {
        table.measured({ what: "peer: SQLite FTS5 trigram, index built", size, value: sqlite.seconds, unit: "s", beside: `${(sqlite.size / sqlite.bytes).toFixed(2)} × the text` });
        table.measured({ what: "peer: SQLite FTS5 trigram, first 100 passages with a name, p95", size, value: sqlite.p95, beside: `median ${sqlite.query.toFixed(2)} ms, ${sqlite.found} of ${sqlite.asked} names found` });
      } else table.measured({ what: "peer: SQLite FTS5 trigram, index built", size, none: "no node:sqlite on this Node" });
    }

    // changes
    await measureChange({ table, size, server, workspace, corpus, company: facts[0].company.names[0], rounds, quiet });
    await measureLongNote({ table, size, server, workspace, asked, rounds: short ? 10 : 40 });
    await measureBurst({ table, size, server, workspace, corpus, note, changed: short ? 500 : 5000, empty });

    // memory at rest, what lies on the disk, and the next start
    await sleep(short ? 3000 : 10_000);
    table.measured({ what: "resident set 10 s after the last request", size, value: residentMegabytes(server.child.pid), unit: "MB", bar: 250, ...(short ? { beside: "after 3 s in a short run" } : {}) });
    const warnings = server.log.filter(({ type }) => type <= 2).map(({ message }) => message);
    await server.stop();
    const kept = bytesBelow(storage);
    if (kept) table.measured({ what: "index on disk, of the text", size, value: kept / bytes, unit: "×", bar: 1, beside: `${(kept / 1e6).toFixed(1)} MB` });
    else table.measured({ what: "index on disk, of the text", size, none: "no index on disk" });
    const again = await startServer([workspace], options);
    const from = performance.now() - again.initializeMs;
    const where = await openNote(again, workspace, marked, "again");
    let answered = false;
    while (!answered && performance.now() - from < 600_000) {
      const answer = await again.request("textDocument/hover", where);
      answered = JSON.stringify(answer)?.includes(encodeURIComponent(marked.fact.path.split("/").at(-1))) === true;
      if (!answered) await sleep(3);
    }
    const took = performance.now() - from;
    table.measured({ what: "start with an index on disk to the first answered hover", size, value: took, bar: kept ? 500 : undefined, growth: kept ? "flat" : undefined, beside: kept ? `initialize ${again.initializeMs.toFixed(0)} ms` : "no index on disk: this is reading the whole corpus again" });
    await again.stop();
    if (warnings.length) table.note(`${count(warnings.length)} warnings in the log, the first: ${warnings[0].slice(0, 200)}`);
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}
