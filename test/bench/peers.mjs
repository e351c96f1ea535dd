// The tools that one would otherwise use, over the same corpus in the same run: ripgrep to find a name, SQLite's FTS5 to find a
// passage, a language server that does nothing for the round trip.
import { build } from "esbuild";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { nodeOptions } from "../../esbuild.mjs";
import { startServer } from "../server/client.mjs";
import { EMPTY, watchPauses } from "./pauses.mjs";
import { sleep } from "./process.mjs";
import { at, median } from "./table.mjs";

const here = dirname(fileURLToPath(import.meta.url));

/** The program that looks for a plain string in files: TICKMARK_RG, ripgrep of the path or of npm, else grep. */
export function finder() {
  const works = (command) => spawnSync(command, ["--version"], { stdio: "ignore" }).status === 0;
  const named = process.env.TICKMARK_RG;
  if (named && works(named)) return { name: "ripgrep", command: named, options: ["-F", "-c", "--no-ignore"] };
  if (works("rg")) return { name: "ripgrep", command: "rg", options: ["-F", "-c", "--no-ignore"] };
  for (const name of ["@vscode/ripgrep-universal", "@vscode/ripgrep"]) {
    try {
      const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
      for (const binary of [join(folder, "bin", `${process.platform}-${process.arch}`, "rg"), join(folder, "bin", "rg")]) if (works(binary)) return { name: "ripgrep", command: binary, options: ["-F", "-c", "--no-ignore"] };
    } catch {
      // not installed
    }
  }
  return { name: "grep -F (no ripgrep here)", command: "grep", options: ["-rFc"] };
}

/** Median milliseconds to find one of a few names below a folder, its files in the page cache. */
export function measureFinder(folder, names) {
  const { name, command, options } = finder();
  const times = [];
  for (const one of [names[0], ...names]) {
    const start = performance.now();
    spawnSync(command, [...options, "--", one, folder], { stdio: "ignore" });
    times.push(performance.now() - start);
  }
  return { name, ms: median(times.slice(1)) };
}

/** FTS5 with trigrams over every line of the corpus, by node:sqlite; undefined where this Node has none. */
export function measureSqlite(node, folder, names) {
  const scratch = mkdtempSync(join(tmpdir(), "tickmark-fts-"));
  try {
    return JSON.parse(execFileSync(node, ["--no-warnings", join(here, "sqliteRun.mjs"), folder, join(scratch, "fts.db"), JSON.stringify(names)], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1 << 24 }));
  } catch {
    return undefined;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The empty server: spawn to `initialize`, round trips of nothing, of a hover and of 50 completions, and its own longest pause. */
export async function measureEmptyServer(node, rounds, requests) {
  const folder = mkdtempSync(join(tmpdir(), "tickmark-empty-"));
  try {
    const cli = join(folder, "server.cjs");
    await build({ ...nodeOptions, format: "cjs", minify: true, entryPoints: [join(here, "emptyServer.mjs")], outfile: cli });
    const starts = [];
    for (let i = 0; i < rounds; i++) {
      const server = await startServer([folder], { node, cli });
      starts.push(server.initializeMs);
      await server.stop();
    }
    const server = await startServer([folder], { node, cli });
    const take = async (method, params) => {
      const times = [];
      for (let i = 0; i < requests + 200; i++) {
        const start = performance.now();
        await server.request(method, params);
        if (i >= 200) times.push(performance.now() - start);
      }
      return { median: median(times), p95: at(times, 0.95), p99: at(times, 0.99) };
    };
    const somewhere = { ...EMPTY, textDocument: { uri: "file:///here.md" } };
    const result = { initialize: median(starts), empty: await take("textDocument/hover", EMPTY), hover: await take("textDocument/hover", somewhere), completion: await take("textDocument/completion", somewhere) };
    // the machine's own pauses: two processes spin as two reading workers do
    const spin = [0, 1].map(() => spawnSpin(node));
    const watch = watchPauses(server, () => somewhere);
    await sleep(3000);
    const { longest, hovers, own } = await watch.stop();
    for (const child of spin) child.kill();
    await server.stop();
    return { ...result, busy: { longest, own, hover: at(hovers, 0.95) } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function spawnSpin(node) {
  return spawn(node, ["-e", "const end = Date.now() + 8000; while (Date.now() < end);"], { stdio: "ignore" });
}
