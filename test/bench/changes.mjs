// What changes while one works: an article on disk, a letter in a long note, thousands of files at once.
import { appendFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { openNote } from "./answers.mjs";
import { writeNews } from "./generateNews.mjs";
import { EMPTY, watchPauses } from "./pauses.mjs";
import { processorMs, sleep } from "./process.mjs";
import { freshArticle, longNote } from "./questions.mjs";
import { at, count, median } from "./table.mjs";

/** Milliseconds until a hover on a plain figure names the article that has just been written. */
export async function untilFresh(server, workspace, file, fresh, name) {
  const where = await openNote(server, workspace, fresh, name);
  const before = JSON.stringify(await server.request("textDocument/hover", where)) ?? "";
  writeFileSync(file, fresh.article);
  const start = performance.now();
  const cpu = processorMs(server.child.pid);
  await server.changed([{ uri: pathToFileURL(file).href, type: 2 }]);
  const shown = encodeURIComponent(file.split("/").at(-1));
  let took = NaN;
  while (performance.now() - start < 120_000) {
    const answer = JSON.stringify(await server.request("textDocument/hover", where)) ?? "";
    if (answer.includes(shown) && answer !== before) {
      took = performance.now() - start;
      break;
    }
    await sleep(4);
  }
  await server.close(where.textDocument.uri);
  return { took, cpu: processorMs(server.child.pid) - cpu };
}

/** A file that is there before the first index and changes later. */
export const changedFile = (corpus, number) => join(corpus, `bench-changed-${number}.md`);

export async function measureChange({ table, size, server, workspace, corpus, company, rounds, quiet }) {
  const times = [];
  for (let i = 0; i < rounds; i++) {
    times.push((await untilFresh(server, workspace, changedFile(corpus, i), freshArticle(company, i + 1), `fresh${i}`)).took - quiet);
    await sleep(100);
  }
  const right = times.filter((time) => !Number.isNaN(time));
  table.measured({ what: "one changed article to fresh answers, without the quiet time", size, value: median(right), bar: 50, growth: "flat", beside: `${right.length} of ${rounds} seen, at most ${Math.max(...right).toFixed(0)} ms; ${quiet} ms of quiet taken off` });
}

/** A letter more in a note of 200 kB: hover there, then what diagnostics need, all citations resolved and the sentence ranked. */
export async function measureLongNote({ table, size, server, workspace, asked, rounds }) {
  const { text, places } = longNote(asked, 200_000);
  const uri = pathToFileURL(join(workspace, "notes/2026-01-06-long.md")).href;
  await server.open(uri, text);
  const { capabilities } = server.answer;
  const document = { textDocument: { uri } };
  const links = await server.request("textDocument/documentLink", document);
  const asks = [
    ["hover", (place) => server.request("textDocument/hover", { ...document, position: { line: place.line, character: place.character + 12 } })],
    ["all links", () => server.request("textDocument/documentLink", document)],
    ...(capabilities.diagnosticProvider ? [["diagnostics", () => server.request("textDocument/diagnostic", document)]] : []),
    ...(capabilities.inlayHintProvider ? [["inlay hints", (place) => server.request("textDocument/inlayHint", { ...document, range: { start: { line: place.line, character: 0 }, end: { line: place.line + 1, character: 0 } } })]] : []),
  ];
  const times = asks.map(() => []);
  const totals = [];
  const empties = [];
  for (let i = 0; i < rounds; i++) {
    const place = places[Math.floor((places.length * ((i * 0.618) % 1)))];
    const start = performance.now();
    let last = start;
    await server.notify("textDocument/didChange", { textDocument: { uri, version: 1000 + i }, contentChanges: [{ range: { start: place, end: place }, text: "因" }] });
    for (const [k, [, request]] of asks.entries()) {
      await request(place);
      times[k].push(performance.now() - last);
      last = performance.now();
    }
    totals.push(last - start);
    const empty = performance.now();
    await server.request("textDocument/hover", EMPTY);
    empties.push(performance.now() - empty);
  }
  await server.close(uri);
  const work = totals.map((time) => time - asks.length * median(empties));
  table.measured({ what: `keystroke in a note of ${Math.round(Buffer.byteLength(text) / 1000)} kB: read again, citations resolved, figures ranked`, size, value: median(work), bar: 20, growth: "flat", beside: `p95 ${at(work, 0.95).toFixed(1)} ms; ${asks.map(([name], k) => `${name} ${median(times[k]).toFixed(1)} ms`).join(", ")}; ${count(links?.length ?? 0)} links${asks.some(([name]) => name === "diagnostics") ? "" : "; no diagnostics yet"}` });
}

/** Thousands of articles come at once, then all of them change, then all of them go. */
export async function measureBurst({ table, size, server, workspace, corpus, note, changed, empty }) {
  const folder = join(corpus, "burst");
  mkdirSync(folder, { recursive: true });
  writeNews(folder, changed, { seed: 101, layout: "tiny", facts: 1 });
  const files = readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))).filter((name) => name.endsWith(".md"));
  const waves = [];
  for (const type of [1, 2, 3]) {
    if (type === 2) for (const file of files) appendFileSync(file, "\n另一段補充說明，全年目標為31.5億元。\n");
    if (type === 3) for (const file of files) rmSync(file);
    const watch = watchPauses(server, () => note);
    const cpu = processorMs(server.child.pid);
    const start = performance.now();
    for (let i = 0; i < files.length; i += 500) await server.changed(files.slice(i, i + 500).map((file) => ({ uri: pathToFileURL(file).href, type })));
    // over when a new article that was told last of all is seen
    const { took } = await untilFresh(server, workspace, join(corpus, `bench-last-${type}.md`), freshArticle("台積電", type + 400), `burst${type}`);
    waves.push({ ...(await watch.stop()), seconds: (performance.now() - start) / 1e3, seen: !Number.isNaN(took), cpu: processorMs(server.child.pid) - cpu });
  }
  const longest = Math.max(...waves.map((wave) => wave.longest));
  const own = Math.max(...waves.map((wave) => wave.own));
  const hovers = waves.flatMap((wave) => wave.hovers);
  table.measured({ what: `longest pause while ${count(files.length)} files come, change and go`, size, value: longest, bar: 50, beside: `seen after ${waves.map((wave) => `${wave.seconds.toFixed(1)} s${wave.seen ? "" : " (not seen)"}`).join(", ")}; the client's own ${own.toFixed(0)} ms` });
  table.measured({ what: "hover while they come, p95", size, value: at(hovers, 0.95), bar: 20, beside: `empty server beside two busy processes ${empty.busy.hover.toFixed(1)} ms` });
}
