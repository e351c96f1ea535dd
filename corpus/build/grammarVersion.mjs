// Makes the module `tickmark:grammar-version`: a hash of everything that decides what is read from an article. Another one
// makes another index on disk, so that no index outlives the rules it was made by.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** The engine, its tables, how those are compiled, and how bytes become text. */
const FOLDERS = [
  ["corpus/src", /\.ts$/],
  ["corpus/lexicon", /\.tsv$/],
  ["corpus/build", /\.mjs$/],
];
const FILES = ["server/src/host/decode.ts", "server/src/host/commonCharacters.ts"];
/** Packages whose data or parsers decide what is read. */
const PACKAGES = ["opencc-js", "@lezer/markdown", "yaml"];

const versionOf = (name) => {
  const path = require.resolve(name);
  const folder = join(path.slice(0, path.lastIndexOf(join("node_modules", name))), "node_modules", name);
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version;
};

/** Twelve hexadecimal digits; the same on every system for the same sources. */
export function grammarVersion() {
  const hash = createHash("sha256");
  const files = FOLDERS.flatMap(([folder, wanted]) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => wanted.test(name))
      .map((name) => `${folder}/${name.replaceAll("\\", "/")}`),
  );
  for (const path of [...files, ...FILES].sort()) hash.update(`${path}\n${readFileSync(join(root, path), "utf8").replaceAll("\r\n", "\n")}\n`);
  for (const name of PACKAGES) hash.update(`${name} ${versionOf(name)}\n`);
  return hash.digest("hex").slice(0, 12);
}

export const grammarVersionPlugin = {
  name: "grammar-version",
  setup(build) {
    build.onResolve({ filter: /^tickmark:grammar-version$/ }, ({ path }) => ({ path, namespace: "grammar-version" }));
    build.onLoad({ filter: /.*/, namespace: "grammar-version" }, () => ({ contents: JSON.stringify(grammarVersion()), loader: "json" }));
  },
};
