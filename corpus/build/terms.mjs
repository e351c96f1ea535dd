// Compiles corpus/lexicon/metrics.tsv and terms.tsv into dist/terms.json: rows of id, kinds, and names by region.
//   metrics.tsv: id kinds zh-TW zh-HK zh-CN en notes      terms.tsv: id zh-TW zh-HK zh-CN en
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const rowsOf = (file) =>
  readFileSync(file, "utf8")
    .split("\n")
    .slice(1)
    .filter((line) => line.trim())
    .map((line) => line.split("\t"));

/** The compiled table of the two files of a folder; metrics come first, for they win a wording that is in both. */
export function compileTerms(folder) {
  const metrics = rowsOf(join(folder, "metrics.tsv")).map(([id, kinds, tw, hk, cn, en]) => [id, kinds, tw, hk ?? "", cn ?? "", en ?? ""]);
  const terms = rowsOf(join(folder, "terms.tsv")).map(([id, tw, hk, cn, en]) => [id, "", tw ?? "", hk ?? "", cn ?? "", en ?? ""]);
  return { format: 1, terms: [...metrics, ...terms] };
}

export function writeTerms(folder, outFile) {
  mkdirSync(dirname(outFile), { recursive: true });
  writeFileSync(outFile, JSON.stringify(compileTerms(folder)));
}
