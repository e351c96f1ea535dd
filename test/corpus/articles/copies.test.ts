import { strict as assert } from "node:assert";
import { test } from "node:test";
import type { Article } from "../../../corpus/src/articles/article.ts";
import { findCopies } from "../../../corpus/src/articles/copies.ts";
import { copySignature } from "../../../corpus/src/articles/copySignature.ts";
import { CopyTable } from "../../../corpus/src/articles/copyTable.ts";
import { readArticles } from "../../../corpus/src/articles/readArticles.ts";
import { cost } from "../../cost.ts";

const article = (text: string, path = "x.txt"): Article =>
  readArticles({ path, text, modified: Date.UTC(2026, 2, 1) }).articles[0]!;
const sentence = (i: number, amount = 12 + i) =>
  `第${i}座風場的裝置容量為${amount}萬瓩，施工進度比去年同期快了一些，業者對後續的併網時程表示樂觀。`;
const news = (count = 24, change: (i: number) => string = sentence) =>
  `風電併網進度:業者樂觀看待\n${Array.from({ length: count }, (_, i) => change(i)).join("")}`;
const representatives = (...texts: readonly string[]) => [
  ...findCopies(texts.map((text) => ({ article: article(text), text }))),
];

test("the same body is a copy under another headline, script, spacing, line breaks and publisher", () => {
  const simplified = news()
    .replaceAll("風場", "风场")
    .replaceAll("裝置", "装置")
    .replaceAll("業者", "业者")
    .replaceAll("併網", "并网");
  const broken = news().replaceAll("。", "。\n");
  const spaced = news().replaceAll("萬瓩", " 萬瓩 ");
  assert.deepEqual(
    representatives(
      news(),
      news().replace("業者樂觀看待", "另一個標題"),
      simplified,
      broken,
      spaced,
      `${news()}(綠能週報)`,
    ),
    [0, 0, 0, 0, 0, 0],
  );
});

test("one changed figure makes a source of its own", () => {
  assert.deepEqual(
    representatives(
      news(),
      news(24, (i) => sentence(i, i === 20 ? 99 : undefined)),
    ),
    [0, 1],
  );
  assert.deepEqual(
    representatives(news(), news().replace("第5座風場的裝置容量為17萬瓩", "第5座風場的裝置容量為17千瓩")),
    [0, 1],
  );
});

test("0.95 of the sentences and the same figures make a copy, fewer do not", () => {
  const reworded = (changed: number) =>
    news(40, (i) => (i < changed ? sentence(i).replace("表示樂觀", "看法保守") : sentence(i)));
  assert.deepEqual(representatives(news(40), reworded(2)), [0, 0]);
  assert.deepEqual(representatives(news(40), reworded(3)), [0, 1]);
  assert.deepEqual(
    representatives(
      news(6),
      news(6, (i) => (i === 3 ? sentence(3).replace("表示樂觀", "看法保守") : sentence(i))),
    ),
    [0, 1],
  );
});

test("an update with more to say is a source of its own", () => {
  assert.deepEqual(representatives(news(20), news(24)), [0, 1]);
});

test("a cut-off repeat at the end of the same file is a copy", () => {
  const body = Array.from({ length: 12 }, (_, i) => sentence(i));
  const text = [
    "#綠能",
    "風電併網進度:業者樂觀看待,年底前可望完工",
    ...body,
    "風電併網進度:業者樂觀看待,年底前可望完工",
    ...body.slice(0, 5),
    (body[5] ?? "").slice(0, 20),
  ].join("\n");
  const articles = readArticles({ path: "feed.txt", text, modified: Date.UTC(2026, 2, 1) }).articles;
  assert.equal(articles.length, 2);
  assert.deepEqual([...findCopies(articles.map((one) => ({ article: one, text })))], [0, 0]);
  assert.deepEqual([...findCopies(articles.map((one, i) => ({ article: one, text: `${i}` })))], [0, 1]);
});

test("short bodies are copies only under the same headline", () => {
  assert.deepEqual(
    representatives(
      "甲公司公告\n詳見公開資訊觀測站。",
      "乙公司公告\n詳見公開資訊觀測站。",
      "甲公司公告\n詳見公開資訊觀測站。",
    ),
    [0, 1, 0],
  );
});

test("the earliest stated date represents, then the earliest given", () => {
  const dated = (day: string) => `風電併網進度:業者樂觀看待\n${day}\n${news().split("\n")[1]}`;
  const candidates = ["2025-11-22", "2025-11-20", "2025-11-21"].map((day) => {
    const one = article(news());
    return { article: { ...one, date: { day, inferred: false } }, text: day };
  });
  assert.deepEqual([...findCopies(candidates)], [1, 1, 1]);
  assert.equal(article(dated("2025-11-22")).date!.day, "2025-11-22");
});

test("an added copy never changes the representative, a removed representative is replaced", () => {
  const table = new CopyTable<string>();
  const signature = copySignature(article(news()));
  assert.equal(table.add({ key: "b", signature, statedDay: "2025-11-21" }), "b");
  assert.equal(table.add({ key: "a", signature, statedDay: "2025-11-20" }), "b");
  assert.equal(table.add({ key: "c", signature }), "b");
  assert.deepEqual(table.copiesOf("c"), ["b", "a", "c"]);
  table.remove("b");
  assert.equal(table.representativeOf("c"), "a");
  assert.equal(table.representativeOf("b"), undefined);
  assert.equal(table.add({ key: "d", signature }), "a");
  table.remove("a");
  table.remove("c");
  table.remove("d");
  assert.equal(table.add({ key: "e", signature }), "e");
});

test("finding copies grows with the number of articles, not with its square", () => {
  const many = (count: number) => {
    const signatures = Array.from({ length: count }, (_, i) =>
      copySignature({ ...article(news(4, (k) => sentence(k, i * 4 + k))), title: `${i}` }),
    );
    return () => {
      const table = new CopyTable<number>();
      signatures.forEach((signature, key) => table.add({ key, signature }));
    };
  };
  const small = Math.max(4, cost(many(1000)));
  const large = cost(many(8000));
  assert.ok(large < small * 30, `${small} ms, then ${large} ms for eight times the articles`);
});
