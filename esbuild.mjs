// Builds dist/: the extension, the command line (which is the server too) and the worker. The options are shared with the
// test runner, so that tests run on the same tables.
import { build } from "esbuild";
import { sep } from "node:path";
import { fileURLToPath } from "node:url";
import { foldTablePlugin } from "./corpus/build/foldTable.mjs";
import { grammarVersionPlugin } from "./corpus/build/grammarVersion.mjs";
import { pinyinPlugin } from "./corpus/build/pinyin.mjs";
import { writeLexicon } from "./corpus/build/lexicon.mjs";
import { writeTerms } from "./corpus/build/terms.mjs";

/** Options for a Node bundle. Han text stays UTF-8: esbuild's default escapes it and nearly doubles the bundle. */
export const nodeOptions = {
  bundle: true,
  platform: "node",
  target: "node20",
  charset: "utf8",
  // jsonc-parser's main file is UMD, which no bundler can follow
  mainFields: ["module", "main"],
  logLevel: "warning",
  plugins: [foldTablePlugin, pinyinPlugin, grammarVersionPlugin],
};

/**
 * The language client is a file of its own, dist/languageClient.js: it is nearly all of the extension's code, and a window
 * without a corpus never loads it. VS Code counts the loading of dist/extension.js as activation.
 */
const languageClientApart = {
  name: "language client apart",
  setup(build) {
    build.onResolve({ filter: /^\.\/server\.ts$/ }, ({ importer, kind }) =>
      kind === "dynamic-import" && importer.endsWith("client/src/extension.ts".replaceAll("/", sep)) ? { path: "./languageClient.js", external: true } : undefined,
    );
  },
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const minify = !process.argv.includes("--no-minify");
  await writeLexicon("corpus/lexicon", "dist/lexicon.json");
  writeTerms("corpus/lexicon", "dist/terms.json");
  await build({
    ...nodeOptions,
    minify,
    format: "cjs",
    entryPoints: { cli: "server/src/cli/main.ts", worker: "server/src/worker/main.ts", extension: "client/src/extension.ts", languageClient: "client/src/server.ts" },
    plugins: [...nodeOptions.plugins, languageClientApart],
    supported: { "dynamic-import": false },
    outdir: "dist",
    external: ["vscode"],
    banner: { js: "" },
  });
}
