// The speed of reading figures, in a process of its own on the Node that is measured.
import { build } from "esbuild";
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { nodeOptions } from "../../esbuild.mjs";

/** MB of text a second: figures alone, all that is read of an article, Microsoft's recognizers; and how hostile lines compare. */
export async function measureFigures(node, folder) {
  const outfile = `out/bench-figures-${process.pid}.cjs`;
  await build({ ...nodeOptions, entryPoints: ["test/bench/figuresRun.ts"], outfile, format: "cjs", external: ["@microsoft/recognizers-text-suite"] });
  try {
    return JSON.parse(execFileSync(node, [outfile, folder], { encoding: "utf8", maxBuffer: 1 << 24 }));
  } finally {
    rmSync(outfile, { force: true });
  }
}
