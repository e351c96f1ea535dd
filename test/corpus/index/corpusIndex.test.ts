// The index in memory: files come, change and go, and every list and count follows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readChunks } from "../../../corpus/src/index/readChunks.ts";
import { CorpusIndex } from "../../../corpus/src/index/corpusIndex.ts";
import { articleOf, offsetsOf } from "../../../corpus/src/index/indexedChunk.ts";
import { figuresOfSentence } from "../../../corpus/src/index/figureAt.ts";
import { entityToken, valueToken, valueTokenOf, visitTokens } from "../../../corpus/src/index/tokens.ts";
import { dayNumber, isoDay } from "../../../corpus/src/index/days.ts";
import { makeTables } from "../features/desk.ts";

const tables = makeTables();
const article = (name: string, revenue: string): string => `---\ntitle: ${name}財報\ndate: 2025-11-01\n---\n\n${name}第三季營收為${revenue}億元。\n`;

function put(index: CorpusIndex, path: string, text: string): void {
  index.put(readChunks({ path, text, modified: Date.UTC(2025, 11, 1) }, tables), text);
}
const sentencesOf = (index: CorpusIndex, id: string): string[] =>
  [...index.posting(entityToken(tables.lexicon.numberOf(id) ?? 0))].flatMap((sentence) => {
    const place = index.place(sentence);
    if (!place) return [];
    const [start, end] = offsetsOf(place.chunk, place.row);
    return [place.chunk.text.slice(start, end)];
  });

test("a file is found by its entities, and its figures come back whole", () => {
  const index = new CorpusIndex(tables.lexicon, tables.terms);
  put(index, "/c/a.md", article("台積電", "9899.2"));
  const [, body] = sentencesOf(index, "tsmc");
  assert.equal(body, "台積電第三季營收為9899.2億元。");
  const [first] = index.posting(entityToken(tables.lexicon.numberOf("tsmc") ?? 0)).slice(1);
  const place = index.place(first ?? 0)!;
  const [figure] = figuresOfSentence(place.chunk, place.row);
  assert.equal(figure?.surface, "9899.2億元");
  assert.equal(figure?.low, 989_920_000_000);
  assert.equal(figure?.unit, "TWD");
  assert.equal(articleOf(place.chunk, place.row)?.date?.day, "2025-11-01");
});

test("a file put again stands in place of its older version, and counts follow", () => {
  const index = new CorpusIndex(tables.lexicon, tables.terms);
  put(index, "/c/a.md", article("台積電", "100"));
  const before = index.counts();
  put(index, "/c/a.md", article("聯發科", "200"));
  assert.deepEqual({ ...index.counts() }, before);
  assert.deepEqual(sentencesOf(index, "tsmc"), []);
  assert.equal(sentencesOf(index, "mediatek").length, 2);
  index.remove("/c/a.md");
  assert.deepEqual(index.counts(), { files: 0, articles: 0, passages: 0, figures: 0, entities: 0 });
});

test("lists are made anew when many files are gone, and answers stay the same", () => {
  const index = new CorpusIndex(tables.lexicon, tables.terms);
  const body = Array.from({ length: 120 }, (_, i) => `台積電第${i}批訂單金額為${i + 1}億元。`).join("\n\n");
  for (let i = 0; i < 120; i++) put(index, `/c/${i}.md`, `# 訂單${i}\n\n${body}\n`);
  put(index, "/c/kept.md", article("聯發科", "300"));
  const many = index.sentenceCount;
  for (let i = 0; i < 118; i++) index.remove(`/c/${i}.md`);
  assert.ok(index.sentenceCount < many / 2, `${index.sentenceCount} of ${many}`);
  assert.equal(sentencesOf(index, "mediatek").length, 2);
  assert.equal(index.counts().files, 3);
});

test("copies are one article, whichever file came first", () => {
  const index = new CorpusIndex(tables.lexicon, tables.terms);
  const text = "公司第三季營收成長，董事長表示看好明年。\n\n單季營收為45.6億元，年增23.5%，毛利率31.2%。\n\n法人預估全年獲利12億元。\n";
  put(index, "/c/late.md", `---\ntitle: 轉載\ndate: 2025-11-03\n---\n\n${text}`);
  put(index, "/c/early.md", `---\ntitle: 轉載\ndate: 2025-11-01\n---\n\n${text}`);
  put(index, "/c/other.md", `---\ntitle: 更正\ndate: 2025-11-05\n---\n\n${text.replace("45.6", "46.5")}`);
  index.articles.settle();
  const of = (path: string) => index.articles.groupOf(index.file(path)!.first!, index.file(path)!.first!.articles[0]!);
  assert.equal(of("/c/late.md"), of("/c/early.md"));
  assert.match(of("/c/late.md"), /early/);
  assert.match(of("/c/other.md"), /other/);
});

test("what an article was called before is remembered", () => {
  const index = new CorpusIndex(tables.lexicon, tables.terms);
  const text = article("台積電", "100");
  put(index, "/c/old.md", text);
  index.remove("/c/old.md");
  put(index, "/c/new.md", text);
  assert.deepEqual(index.articles.formerly("/c/old.md").map(({ chunk }) => chunk.path), ["/c/new.md"]);
});

test("values that round to the same two digits share a token, others do not", () => {
  assert.equal(valueToken(1, 57_006_000_000), valueToken(1, 57_000_000_000));
  assert.equal(valueToken(1, 9.96), valueToken(1, 10));
  assert.equal(valueToken(1, 57), valueTokenOf(1, 57, 1));
  assert.notEqual(valueToken(1, 57), valueToken(1, 5.7));
  assert.notEqual(valueToken(1, 57), valueToken(2, 57));
});

test("tokens are pairs of Han characters in either script and whole Latin words", () => {
  const tokens = (text: string): number[] => {
    const found: number[] = [];
    visitTokens(text, 0, text.length, (token) => found.push(token));
    return found;
  };
  assert.deepEqual(tokens("營收成長"), tokens("营收成长"));
  assert.equal(tokens("營收成長").length, 3);
  assert.deepEqual(tokens("Data Centre"), tokens("data  centre"));
  assert.equal(tokens("營 收，3億").length, 0);
});

test("days are whole days of the calendar", () => {
  assert.equal(isoDay(dayNumber("2025-11-20")!), "2025-11-20");
  assert.equal(dayNumber("2025-02-30"), undefined);
  assert.equal(dayNumber("20251120"), undefined);
});
