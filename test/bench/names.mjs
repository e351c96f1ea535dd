// The names engine: bundles namesRun.ts as the product is bundled and runs it on the Node that is measured.
import { build } from "esbuild";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeOptions } from "../../esbuild.mjs";

/** The figures that namesRun.ts prints; the text is the sample's articles, repeated to eight megabytes. */
export async function measureNames(node, rounds) {
  const folder = mkdtempSync(join(tmpdir(), "tickmark-names-"));
  try {
    await build({ ...nodeOptions, format: "cjs", entryPoints: ["test/bench/namesRun.ts"], outfile: join(folder, "run.cjs") });
    const sample = "corpus/sample/corpus";
    const articles = readdirSync(sample).filter((name) => name.endsWith(".md")).map((name) => readFileSync(join(sample, name), "utf8")).join("\n");
    writeFileSync(join(folder, "text.txt"), articles.repeat(Math.ceil(8e6 / Buffer.byteLength(articles))));
    return JSON.parse(execFileSync(node, [join(folder, "run.cjs"), "dist/lexicon.json", join(folder, "text.txt"), String(rounds)], { encoding: "utf8" }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
