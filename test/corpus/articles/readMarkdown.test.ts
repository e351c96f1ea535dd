import { strict as assert } from "node:assert";
import { test } from "node:test";
import { readArticles } from "../../../corpus/src/articles/readArticles.ts";

const SAVED = Date.UTC(2026, 2, 1);
const read = (text: string, path = "corpus/some-news.md") => readArticles({ path, text, modified: SAVED });

test("front matter states title, date, author, publisher, address and id", () => {
  const text = `---\ntitle: "風電大廠：接單報喜"\ndate: 2025-11-20 08:30\nsource: 綠能週報\nauthor: [林小文, 王大明]\nurl: https://news.example.tw/1\ntags: [風電]\nlang: zh-TW\nid: abc-1\n---\n\n風電大廠公布上季營收。\n`;
  const { articles, problems } = read(text);
  assert.deepEqual(problems, []);
  const [article] = articles;
  assert.equal(article!.title, "風電大廠：接單報喜");
  assert.equal(article!.titleLine, 2);
  assert.deepEqual(article!.date, { day: "2025-11-20", inferred: false });
  assert.equal(article!.publisher, "綠能週報");
  assert.equal(article!.author, "林小文, 王大明");
  assert.equal(article!.url, "https://news.example.tw/1");
  assert.equal(article!.id, "abc-1");
  assert.equal(article!.region, "TW");
  const title = article!.passages[0]!;
  assert.equal(text.split("\n")[title.line]!.slice(title.start, title.start + title.text.length), "風電大廠：接單報喜");
  assert.deepEqual([article!.firstLine, article!.lastLine], [1, 12]);
});

test("plain and quoted front matter give the same fields", () => {
  const plain = read("---\ntitle: 風電大廠接單報喜\ndate: 2025-11-20\npublisher: 綠能週報\n---\n內文。\n").articles[0]!;
  const quoted = read(
    "---\n'title':   '風電大廠接單報喜' # 標題\ndate:   !!str 2025-11-20\n\"publisher\": 綠能週報\n---\n內文。\n",
  ).articles[0]!;
  assert.deepEqual([plain.title, plain.date, plain.publisher], [quoted.title, quoted.date, quoted.publisher]);
  assert.equal(plain.title, "風電大廠接單報喜");
});

test("without front matter the first heading is the title and the file's name gives the date", () => {
  const { articles } = read("# 風電大廠接單報喜\n\n內文第一句。\n", "corpus/2025-11-20-wind.md");
  assert.equal(articles[0]!.title, "風電大廠接單報喜");
  assert.equal(articles[0]!.titleLine, 1);
  assert.equal(articles[0]!.date!.day, "2025-11-20");
  assert.deepEqual(
    articles[0]!.passages.map(({ kind }) => kind),
    ["title", "text"],
  );
});

test("without either the file's name is the title", () => {
  const [article] = read("內文第一句。\n", "corpus/wind-power.md").articles;
  assert.equal(article!.title, "wind-power");
  assert.equal(article!.titleLine, undefined);
});

test("broken front matter is told with its line, and the article is read all the same", () => {
  const { articles, problems } = read(
    '---\ntitle: "風電大廠\ndate: 2025-11-20\n  bad: [x\n---\n內文說營收成長三成。\n',
  );
  assert.equal(problems[0]!.code, "front-matter");
  assert.ok(problems[0]!.line! >= 2 && problems[0]!.line! <= 5);
  assert.equal(articles[0]!.title, "風電大廠");
  assert.equal(articles[0]!.date!.day, "2025-11-20");
  assert.equal(articles[0]!.passages.at(-1)!.text, "內文說營收成長三成。");
});

test("front matter without its closing line is text, with a problem", () => {
  const { articles, problems } = read("---\ntitle: 風電\n\n內文說營收成長三成。\n");
  assert.deepEqual(
    problems.map(({ code }) => code),
    ["front-matter"],
  );
  assert.equal(articles[0]!.passages.at(-1)!.text, "內文說營收成長三成。");
});

test("a date that is none is told", () => {
  assert.match(read("---\ntitle: 風電\ndate: 前天\n---\n內文。\n").problems[0]!.message, /前天/);
});

test("YAML aliases, deep nesting and binary junk in front matter cost nothing", () => {
  const bomb = `---\na: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghij"
    .split("")
    .map((key, i) => `${key}: &${key} [${Array(9).fill(`*${"abcdefghij"[i]}`).join(",")}]`)
    .join("\n")}\ntitle: 風電\n---\n內文。\n`;
  const start = performance.now();
  assert.equal(read(bomb).articles[0]!.title, "風電");
  read(`---\n${"[".repeat(20_000)}\n---\n內文。\n`);
  assert.ok(performance.now() - start < 2000);
});

test("an empty file and one with front matter only are problems", () => {
  assert.equal(read(" \n").problems[0]!.code, "empty");
  assert.equal(read("---\ndate: 2025-11-20\n---\n").problems[0]!.code, "no-text");
});
