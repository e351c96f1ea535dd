// The same articles as tiny files, one each, and as a few files of 25 MB: megabytes a second of the first index, and one article
// changed in each.
import { appendFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startServer } from "../server/client.mjs";
import { openNote } from "./answers.mjs";
import { writeNews } from "./generateNews.mjs";
import { watchPauses } from "./pauses.mjs";
import { peakMegabytes, sleep } from "./process.mjs";
import { freshArticle, questions } from "./questions.mjs";

/** Milliseconds until an article appended to a large file is seen. */
async function appended(server, workspace, file, number) {
  const fresh = freshArticle("台積電", number);
  const where = await openNote(server, workspace, fresh, `append${number}`);
  const before = JSON.stringify(await server.request("textDocument/hover", where));
  const [, body] = fresh.article.split("---\n\n");
  appendFileSync(file, `台積電最新營收公布，市場關注第${number}次更新！\n${body.trim().repeat(1)}${"其餘細節將在下週的法說會上說明，公司並未多作評論。".repeat(20)}(測試快訊)\n`);
  const start = performance.now();
  await server.changed([{ uri: pathToFileURL(file).href, type: 2 }]);
  const shown = encodeURIComponent(file.split("/").at(-1));
  while (performance.now() - start < 60_000) {
    const answer = JSON.stringify(await server.request("textDocument/hover", where));
    if (answer !== before && answer.includes(shown)) return performance.now() - start;
    await sleep(4);
  }
  return NaN;
}

export async function measureLayouts({ table, size, node, cli, quiet }) {
  const speeds = [];
  for (const layout of ["tiny", "large"]) {
    const workspace = mkdtempSync(join(tmpdir(), "tickmark-layout-"));
    const corpus = join(workspace, "corpus");
    process.env.XDG_CACHE_HOME = join(workspace, "storage");
    try {
      const { bytes, files, facts } = writeNews(corpus, size, { seed: 1, layout, facts: 10 });
      const server = await startServer([workspace], { node, cli, initializationOptions: { storage: join(workspace, "storage") } });
      const start = performance.now();
      const note = await openNote(server, workspace, questions(facts).plain[0], "first");
      const watch = watchPauses(server, () => note);
      const { articles } = await server.ready();
      const seconds = (performance.now() - start) / 1e3;
      const { longest } = await watch.stop();
      speeds.push(bytes / 1e6 / seconds);
      table.measured({ what: `first index of ${layout} files`, size, value: bytes / 1e6 / seconds, unit: "MB/s", beside: `${files} files, ${articles} articles, ${seconds.toFixed(1)} s, peak ${peakMegabytes(server.child.pid).toFixed(0)} MB, longest pause ${longest.toFixed(0)} ms` });
      if (layout === "large") {
        const file = join(corpus, readdirSync(corpus).filter((name) => name.endsWith(".txt"))[0]);
        const pauses = watchPauses(server, () => note);
        const took = await appended(server, workspace, file, 7);
        table.measured({ what: "an article appended to a file of 25 MB, without the quiet time", size, value: took - quiet, beside: `longest pause meanwhile ${(await pauses.stop()).longest.toFixed(0)} ms` });
      }
      await server.stop();
    } finally {
      rmSync(workspace, { recursive: true, force: true });
    }
  }
  const [tiny, large] = speeds;
  table.measured({ what: "tiny files against files of 25 MB, per MB", size, value: Math.max(tiny / large, large / tiny), unit: "×", bar: 3 });
}
