// Measures what counts as sure, over facts made from a seed: bundles run.ts as the product is and runs it.
//   node test/calibrate/run.mjs
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { nodeOptions } from "../../esbuild.mjs";

const outfile = `out/calibrate-${process.pid}.mjs`;
await build({ ...nodeOptions, entryPoints: ["test/calibrate/run.ts"], outfile, format: "esm", packages: "external" });
const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: "inherit" });
rmSync(outfile, { force: true });
process.exit(status ?? 1);
