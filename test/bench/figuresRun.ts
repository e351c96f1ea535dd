// Runs in a process of its own: MB of text a second for figures, for all that is read of an article, and for Microsoft's
// recognizers over the same sentences; hostile lines beside ordinary ones. Prints one JSON object.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Recognizers from "@microsoft/recognizers-text-suite";
import { readArticles } from "../../corpus/src/articles/readArticles.ts";
import { loadLexicon } from "../../corpus/src/entities/lexicon.ts";
import { readEntities } from "../../corpus/src/entities/readEntities.ts";
import { findFigures } from "../../corpus/src/figures/findFigures.ts";
import { readPassages } from "../../corpus/src/index/readChunks.ts";
import { readStatements } from "../../corpus/src/statements/readStatements.ts";
import { findTerms, loadTerms } from "../../corpus/src/statements/terms.ts";
import { sentencesOf } from "../../corpus/src/text/sentences.ts";

const [folder = "corpus/sample/corpus", dist = "dist"] = process.argv.slice(2);
const json = (name: string): unknown => JSON.parse(readFileSync(join(dist, name), "utf8"));
const tables = { lexicon: loadLexicon(json("lexicon.json") as never), terms: loadTerms(json("terms.json")) };
const files = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((name) => /\.(md|txt)$/.test(name))
  .map((name) => ({ path: name, text: readFileSync(join(folder, name), "utf8"), modified: Date.UTC(2025, 11, 31) }));
const articles = files.flatMap((file) => readArticles(file).articles);
const lines = articles.flatMap((article) => article.passages.map(({ text }) => text));
const bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0);

/** MB a second of the fastest of several rounds: a busy machine only adds time. */
function speed(size: number, rounds: number, run: () => void): number {
  let best = Infinity;
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return size / 1e6 / (best / 1e3);
}

const surface = speed(bytes, 12, () => {
  for (const line of lines) findFigures(line, { region: "TW" });
});
const read = speed(bytes, 8, () => {
  for (const article of articles) readPassages(article.passages, article, tables);
});
// figures and what they say, with the names of the articles known
const named = articles.map((article) => readEntities(article.passages, tables.lexicon).mentions);
const said = speed(bytes, 12, () => {
  articles.forEach(({ passages, region, date, title }, i) => {
    readStatements({
      passages,
      figures: passages.map(({ text, cell }) => findFigures(text, { region, ...(cell ? { cell } : {}) })),
      mentions: named[i] ?? [],
      terms: passages.map(({ text }) => findTerms(text, tables.terms)),
      vocabulary: tables.terms,
      entities: (index) => tables.lexicon.entities[index],
      region,
      ...(date ? { date: date.day } : {}),
      ...(title ? { title } : {}),
    });
  });
});
const sentences = lines.flatMap((line) => sentencesOf(line).map(({ start, end }) => line.slice(start, end))).slice(0, 120);
const few = sentences.reduce((sum, sentence) => sum + Buffer.byteLength(sentence), 0);
const recognizers = speed(few, 2, () => {
  for (const sentence of sentences) Recognizers.recognizeCurrency(sentence, Recognizers.Culture.Chinese);
});

const MEGABYTE = 1_000_000;
const filled = (unit: string): string => unit.repeat(Math.ceil(MEGABYTE / Buffer.byteLength(unit)));
const ordinary = speed(MEGABYTE, 3, () => void findFigures(filled("公司第三季營收為成長的主要動能之一，毛利率達31.2%，"), { region: "TW" }));
const hostile = ["1", ",", "億", "(", "「", ".", " ", "-", "%", "一", "$", "年", "「億"].map((sign) => {
  const text = filled(sign);
  return { sign, ratio: ordinary / speed(MEGABYTE, 2, () => void findFigures(text, { region: "TW" })) };
});
console.log(JSON.stringify({ bytes, surface, said, read, recognizers, ordinary, hostile }));
