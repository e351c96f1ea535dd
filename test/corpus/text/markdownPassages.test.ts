import { strict as assert } from "node:assert";
import { test } from "node:test";
import { markdownPassages } from "../../../corpus/src/text/markdownPassages.ts";
import { parseMarkdown } from "../../../corpus/src/text/markdownParser.ts";
import { cost } from "../../cost.ts";
import { columnOf, type Passage } from "../../../corpus/src/text/passage.ts";

const texts = (markdown: string) => markdownPassages(markdown).map(({ text }) => text);

/** Every unit of a passage's text must stand at its column, but for spaces and entities that stand for something else. */
function assertColumns(markdown: string, passages: readonly Passage[]): void {
  const lines = markdown.split(/\r\n|\n|\r/);
  for (const passage of passages)
    for (let i = 0; i < passage.text.length; i++) {
      const unit = passage.text.charAt(i);
      if (unit !== " " && unit !== "&")
        assert.equal(lines[passage.line]!.charAt(columnOf(passage, i)), unit, `${passage.text} at ${i}`);
    }
}

test("markup inside a figure is skipped and its columns are kept", () => {
  const markdown = "營收達US$**57.0**bn，年增*62*%。";
  const [passage] = markdownPassages(markdown);
  assert.equal(passage!.text, "營收達US$57.0bn，年增62%。");
  assertColumns(markdown, [passage!]);
  assert.equal(columnOf(passage!, 6), 8);
});

test("link texts are text; labels, destinations, titles and definitions are not", () => {
  const markdown =
    '達[570億美元][k3f9]，見[公告](../a.md#L6,4 "收入為570.06億美元")。\n\n[k3f9]: ../a.md#L6,4 "收入"\n';
  const passages = markdownPassages(markdown);
  assert.deepEqual(
    passages.map(({ text }) => text),
    ["達570億美元，見公告。"],
  );
  assertColumns(markdown, passages);
});

test("code, HTML, comments, images and addresses are no text", () => {
  assert.deepEqual(
    texts(
      "前`570億`後\n\n```\n570億\n```\n\n    570億\n\n<div>\n570億\n</div>\n\n<!-- 570億 -->\n\n![570億](x.png)圖後\n",
    ),
    ["前 後", "圖後"],
  );
  assert.deepEqual(texts("見<https://a.example/570億>與 https://a.example/570%E5%84，年增62%。"), [
    "見 與  ，年增62%。",
  ]);
  assert.deepEqual(texts("<b>570</b>億與<!-- 12億 -->三億"), ["570億與三億"]);
});

test("headings, lists, quotes and task items are text, a passage a line", () => {
  const markdown = "# 標題 #\n\n副標\n---\n\n- 一項\n  續行\n1. 二項\n\n> 引文一\n> 引文二\n\n- [x] 做完\n";
  const passages = markdownPassages(markdown);
  assert.deepEqual(
    passages.map(({ line, text, kind }) => [line, text, kind]),
    [
      [0, "標題", "heading"],
      [2, "副標", "heading"],
      [5, "一項", "text"],
      [6, "續行", "text"],
      [7, "二項", "text"],
      [9, "引文一", "text"],
      [10, "引文二", "text"],
      [12, "做完", "text"],
    ],
  );
  assertColumns(markdown, passages);
});

test("front matter is no text, with and without a tree given", () => {
  const markdown = "---\ntitle: 570億\n---\n內文570億\n";
  assert.deepEqual(texts(markdown), ["內文570億"]);
  assert.deepEqual(markdownPassages(markdown, parseMarkdown(markdown)), markdownPassages(markdown));
});

test("footnote marks, footnote definitions and pandoc citations are no text", () => {
  assert.deepEqual(texts("營收570億[^1]，年增62%[@key, {「年增62%」}]。\n\n[^1]: 見公告「營收570億」。\n"), [
    "營收570億，年增62%。",
  ]);
});

test("table cells know their row, column and unit, empty cells counted", () => {
  const markdown =
    "單位：百萬美元\n\n| 項目 | 2024 | 2025E | 年增(%) |\n|---|---:|---:|---:|\n| 營收 | 1,200 |  | 3.5 |\n| 毛利率(%) | 55 | 56 | |\n資料來源：公司\n";
  const passages = markdownPassages(markdown);
  assert.equal(passages[0]!.kind, "caption");
  assert.deepEqual(
    passages.filter(({ cell }) => cell).map(({ text, cell }) => [text, cell!.rowHead, cell!.columnHead, cell!.unit]),
    [
      ["1,200", "營收", "2024", "百萬美元"],
      ["3.5", "營收", "年增(%)", "%"],
      ["55", "毛利率(%)", "2024", "%"],
      ["56", "毛利率(%)", "2025E", "%"],
    ],
  );
  assert.deepEqual(passages.at(-1), { line: 6, start: 0, text: "資料來源：公司", kind: "caption" });
  assertColumns(markdown, passages);
});

test("units of tables are read from heads, corner and caption", () => {
  const unit = (head: string, caption = "") =>
    markdownPassages(`${caption}\n\n| ${head} | 甲 |\n|---|---|\n| 營收 | 5 |\n`).find(({ cell }) => cell)!.cell!.unit;
  assert.equal(unit("(億美元)"), "億美元");
  assert.equal(unit("單位:新台幣百萬元"), "新台幣百萬元");
  assert.equal(unit("US$ millions"), "US$ millions");
  assert.equal(unit("項目", "(單位：千元)"), "千元");
  assert.equal(unit("項目", "上季營收成長，達到三十億元"), "");
  assert.equal(unit("項目"), "");
});

test("lines end as in VS Code, and positions behind surrogate pairs hold", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    const markdown = `# 𠮷😀標題${end}${end}𠮷**570**億${end}- 😀項${end}`;
    const passages = markdownPassages(markdown);
    assert.deepEqual(
      passages.map(({ line, start, text }) => [line, start, text]),
      [
        [0, 2, "𠮷😀標題"],
        [2, 0, "𠮷570億"],
        [3, 2, "😀項"],
      ],
    );
    assertColumns(markdown, passages);
  }
});

test("escapes, entities and hard breaks are undone", () => {
  assert.deepEqual(texts("a\\*b &amp; c\\\nd  \ne&nbsp;f"), ["a*b & c", "d", "e f"]);
});

test("deep and hostile Markdown is read in linear time", () => {
  for (const unit of [
    "> ",
    "[",
    "![",
    "**a",
    "- ",
    "|",
    "<a ",
    "`",
    "[a](",
    "https://a ",
    "a@b ",
    "\\",
    "&amp;",
    "(",
    "1. ",
  ]) {
    const small = Math.max(
      8,
      cost(() => markdownPassages(unit.repeat(10_000))),
    );
    const large = cost(() => markdownPassages(unit.repeat(40_000)));
    assert.ok(
      large < small * 12,
      `${unit}: ${small.toFixed(0)} ms, then ${large.toFixed(0)} ms for four times the text`,
    );
  }
});
