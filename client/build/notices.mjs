// Writes THIRD-PARTY-NOTICES: the licences of every package that the three bundles hold (esbuild's metafile says which)
// and of the data that dist/ is made from. Same input, same bytes.
import { build } from "esbuild";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { nodeOptions } from "../../esbuild.mjs";

/** Sources of data, which no import in a bundle shows. */
const DATA = [
  {
    name: "opencc-js",
    what: "dictionaries of OpenCC, as equivalence classes of characters",
    files: ["node_modules/opencc-js/LICENSE", "node_modules/opencc-js/LICENSES/Apache-2.0.txt"],
  },
  { name: "pinyin-pro", what: "readings of Han characters", files: ["node_modules/pinyin-pro/LICENSE"] },
  {
    name: "twstock",
    what: "names and codes of Taiwan's listed companies (github.com/mlouielu/twstock)",
    files: ["client/build/twstock-LICENSE"],
  },
];

const { metafile } = await build({
  ...nodeOptions,
  metafile: true,
  write: false,
  format: "cjs",
  outdir: "out/notices",
  external: ["vscode"],
  entryPoints: {
    cli: "server/src/cli/main.ts",
    worker: "server/src/worker/main.ts",
    extension: "client/src/extension.ts",
  },
});
const packages = Object.values(metafile.outputs)
  .flatMap(({ inputs }) => Object.entries(inputs))
  .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
  .flatMap(([path]) => /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(path)?.[1] ?? []);

const manifest = (folder) => JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
const licences = (folder) =>
  readdirSync(folder)
    .filter((name) => /^(licen[cs]e|notice)/i.test(name) && /(^[^.]+|\.(txt|md))$/.test(name))
    .sort()
    .map((name) => `${folder}/${name}`);

const parts = [...new Set(packages)].sort().map((folder) => {
  const { name, version, license } = manifest(folder);
  const files = licences(folder);
  if (!files.length) throw new Error(`no licence text in ${folder}`);
  return { head: `${name} ${version} (${license})`, files };
});
const data = DATA.map(({ name, what, files }) => ({ head: `Data: ${name}, ${what}`, files }));

const text = [
  "Tickmark's bundle holds these packages and data. Each stands under its own licence.",
  ...[...parts, ...data].map(
    ({ head, files }) =>
      `${"=".repeat(80)}\n${head}\n${"=".repeat(80)}\n\n${files.map((file) => readFileSync(file, "utf8").replaceAll("\r\n", "\n").trim()).join("\n\n")}`,
  ),
].join("\n\n");
writeFileSync("THIRD-PARTY-NOTICES", `${text}\n`);
