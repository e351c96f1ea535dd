// Completing a figure against corpora of two sizes: round trips of the real server, and whether they grow with the corpus.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startServer } from "../server/client.mjs";
import { sentences, writeNews } from "./generateNews.mjs";

const at = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

/** Milliseconds of completion (median, p95) and of an empty request (median) against `count` articles, and how many completions offered something. */
export async function measureCompletion(count, node, requests = 300) {
  const folder = mkdtempSync(join(tmpdir(), "tickmark-bench-"));
  try {
    writeNews(join(folder, "corpus"), count);
    const server = await startServer([folder], { node });
    const { articles, figures, elapsedMs } = await server.ready();
    const times = [];
    const empties = [];
    let offered = 0;
    for (const [i, sentence] of sentences(requests + 30).entries()) {
      const uri = pathToFileURL(join(folder, "notes", `n${i}.md`)).href;
      await server.open(uri, `# 筆記\n\n${sentence}\n`);
      const position = { line: 2, character: sentence.length };
      // the note is read by another request, as in an editor, where links and symbols come before
      await server.request("textDocument/documentSymbol", { textDocument: { uri } });
      const start = performance.now();
      const list = await server.request("textDocument/completion", { textDocument: { uri }, position, context: { triggerKind: 1 } });
      const took = performance.now() - start;
      const empty = performance.now();
      await server.request("textDocument/hover", { textDocument: { uri: "file:///nowhere.md" }, position: { line: 0, character: 0 } });
      if (i >= 30) {
        times.push(took);
        empties.push(performance.now() - empty);
        if (list?.items.length) offered++;
      }
      await server.close(uri);
    }
    await server.stop();
    return { articles, figures, elapsedMs, offered, requests, p50: at(times, 0.5), p95: at(times, 0.95), empty: at(empties, 0.5) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
