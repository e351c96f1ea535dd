// Runs the tests: each *.test.ts is bundled by esbuild as the product is, then Node's own runner takes them.
//   node test/run.mjs [FILTER…]      only the files whose path holds one of the words
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { globSync } from "./files.mjs";
import { rmSync } from "node:fs";
import { nodeOptions } from "../esbuild.mjs";

const filters = process.argv.slice(2);
const entryPoints = globSync("test", /\.test\.ts$/).filter((path) => !filters.length || filters.some((word) => path.includes(word)));
if (!entryPoints.length) throw new Error(`no test file matches ${filters.join(" ")}`);
// a folder of its own for each run: two at once must not take each other's files
const outdir = `out/test-${process.pid}`;
await build({ ...nodeOptions, entryPoints, outdir, outbase: "test", format: "esm", splitting: true, outExtension: { ".js": ".mjs" }, packages: "external", sourcemap: "inline" });
const files = globSync(outdir, /\.test\.mjs$/);
const run = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...files], { stdio: "inherit" });
rmSync(outdir, { recursive: true, force: true });
process.exit(run.status ?? 1);
