import assert from "node:assert/strict";
import test from "node:test";
import { insertCitation } from "../../../corpus/src/note/insertCitation.ts";
import { parseNote } from "../../../corpus/src/note/parseNote.ts";
import { applyEdits } from "./applyEdits.ts";

const TARGET = "../corpus/a.md#L6,4";
const QUOTE = "收入為570.06億美元";

interface Insertion {
  readonly text?: string;
  readonly target?: string;
  readonly quote?: string;
  readonly style?: "reference" | "inline";
  readonly snippets?: boolean;
}

/** The fixture has `‸` at the cursor, or `⟦…⟧` around what is replaced. The result has the label written as LABL. */
function insert(
  fixture: string,
  { text = "570億美元", target = TARGET, quote = QUOTE, style = "reference", snippets = true }: Insertion = {},
) {
  const at = fixture.search(/[‸⟦]/);
  const plain = fixture.replace(/[‸⟦⟧]/g, "");
  const end = fixture.includes("⟧") ? fixture.indexOf("⟧") - 1 : at;
  const result = insertCitation({
    note: parseNote(plain),
    range: { start: at, end },
    text,
    target,
    quote,
    style,
    snippets,
  });
  const after = applyEdits(plain, result);
  return { result, after: result.label === undefined ? after : after.replaceAll(`[${result.label}]`, "[LABL]") };
}

const DEFINED = `[LABL]: ${TARGET} "${QUOTE}"`;

const CASES: readonly (readonly [string, string, string, Insertion?])[] = [
  ["in the middle of a note", "達‸，年增。\n", `達[570億美元][LABL]‸，年增。\n\n${DEFINED}\n`],
  ["in the middle of a line without a final newline", "達‸，年增", `達[570億美元][LABL]‸，年增\n\n${DEFINED}\n`],
  ["at the end of a line before a final newline", "達‸\n", `達[570億美元][LABL]‸\n\n${DEFINED}\n`],
  [
    "at the very end of the file: one snippet, the cursor behind the label",
    "達‸",
    `達[570億美元][LABL]‸\n\n${DEFINED}\n`,
  ],
  [
    "at the very end for a client without snippets: plain text",
    "達‸",
    `達[570億美元][LABL]\n\n${DEFINED}\n‸`,
    { snippets: false },
  ],
  ["at the very end on a line of its own", "甲\n\n‸", `甲\n\n[570億美元][LABL]‸\n\n${DEFINED}\n`],
  ["in an empty note", "‸", `[570億美元][LABL]‸\n\n${DEFINED}\n`],
  ["in a note of one blank line", "‸\n", `[570億美元][LABL]‸\n\n${DEFINED}\n`],
  ["on a blank line near the end", "甲\n\n‸\n\n", `甲\n\n[570億美元][LABL]‸\n\n${DEFINED}\n`],
  ["on a blank line at the end", "甲\n\n‸\n", `甲\n\n[570億美元][LABL]‸\n\n${DEFINED}\n`],
  [
    "on the blank line before an unclosed code block",
    "甲\n‸\n```\ncode",
    `甲\n[570億美元][LABL]‸\n\n${DEFINED}\n\n\`\`\`\ncode`,
  ],
  [
    "behind front matter in an otherwise empty note",
    "---\ndate: 2025-11-20\n---\n‸",
    `---\ndate: 2025-11-20\n---\n[570億美元][LABL]‸\n\n${DEFINED}\n`,
  ],
  [
    "between front matter and the end",
    "---\na: b\n---\n達‸。\n",
    `---\na: b\n---\n達[570億美元][LABL]‸。\n\n${DEFINED}\n`,
  ],
  ["with blank lines at the end", "達‸。\n\n\n", `達[570億美元][LABL]‸。\n\n\n${DEFINED}\n`],
  ["with spaces on the last line", "達‸。\n    ", `達[570億美元][LABL]‸。\n    \n${DEFINED}\n`],
  ["with CRLF", "達‸。\r\n乙\r\n", `達[570億美元][LABL]‸。\r\n乙\r\n\r\n${DEFINED}\r\n`],
  ["with CRLF at the very end", "甲\r\n達‸", `甲\r\n達[570億美元][LABL]‸\r\n\r\n${DEFINED}\r\n`],
  [
    "into the block that is there",
    '達‸。\n\n[aaaa]: b.md#L1 "x"\n',
    `達[570億美元][LABL]‸。\n\n[aaaa]: b.md#L1 "x"\n${DEFINED}\n`,
  ],
  [
    "into the block that is there, without a final newline",
    '達‸。\n\n[aaaa]: b.md#L1 "x"',
    `達[570億美元][LABL]‸。\n\n[aaaa]: b.md#L1 "x"\n${DEFINED}`,
  ],
  [
    "into the block that is there, with CRLF",
    '達‸。\r\n\r\n[aaaa]: b.md#L1 "x"\r\n',
    `達[570億美元][LABL]‸。\r\n\r\n[aaaa]: b.md#L1 "x"\r\n${DEFINED}\r\n`,
  ],
  [
    "behind a block that text follows",
    '甲\n\n[aaaa]: b.md#L1 "x"\n\n達‸',
    `甲\n\n[aaaa]: b.md#L1 "x"\n${DEFINED}\n\n達[570億美元][LABL]‸`,
  ],
  ["right under a block", '甲\n\n[aaaa]: b.md#L1 "x"\n‸', `甲\n\n[aaaa]: b.md#L1 "x"\n${DEFINED}\n[570億美元][LABL]‸`],
  [
    "not among web links in the middle",
    "甲[官網]。\n\n[官網]: https://x.test/\n\n達‸。\n",
    `甲[官網]。\n\n[官網]: https://x.test/\n\n達[570億美元][LABL]‸。\n\n${DEFINED}\n`,
  ],
  [
    "when the same citation is defined: its label",
    `[5][zz22]達‸\n\n[zz22]: ../corpus/a.md#L9,9 "收入为 570.06亿美元"\n`,
    '[5][LABL]達[570億美元][LABL]‸\n\n[LABL]: ../corpus/a.md#L9,9 "收入为 570.06亿美元"\n',
  ],
  ["replacing a half-typed number", "達⟦57⟧，", `達[570億美元][LABL]‸，\n\n${DEFINED}\n`],
  ["replacing a half-typed number at the very end", "達⟦57⟧", `達[570億美元][LABL]‸\n\n${DEFINED}\n`],
  [
    "around a plain figure, whose Markdown stays",
    "達⟦US$**57.0**bn⟧，",
    `達[US$**57.0**bn][LABL]‸，\n\n${DEFINED}\n`,
    { text: "US$**57.0**bn" },
  ],
  ["in a list item", "- 達‸\n- 乙\n", `- 達[570億美元][LABL]‸\n- 乙\n\n${DEFINED}\n`],
  ["in a nested list item at the very end", "- 甲\n    - 達‸", `- 甲\n    - 達[570億美元][LABL]‸\n\n${DEFINED}\n`],
  ["in a heading", "## 達‸\n", `## 達[570億美元][LABL]‸\n\n${DEFINED}\n`],
  ["in a block quote", "> 達‸\n", `> 達[570億美元][LABL]‸\n\n${DEFINED}\n`],
  [
    "in a table cell",
    "| a | b |\n|--|--|\n| 營收 | ‸ |\n",
    `| a | b |\n|--|--|\n| 營收 | [570億美元][LABL]‸ |\n\n${DEFINED}\n`,
  ],
  [
    "in a table cell at the very end",
    "| a | b |\n|--|--|\n| 營收 | ‸",
    `| a | b |\n|--|--|\n| 營收 | [570億美元][LABL]‸\n\n${DEFINED}\n`,
  ],
  [
    "words that a table and Markdown would read",
    "| a |\n|--|\n| ‸ |\n",
    `| a |\n|--|\n| [a\\|b\\[c\\]\\*d\\*][LABL]‸ |\n\n${DEFINED}\n`,
    { text: "a|b[c]*d*" },
  ],
  [
    "a quote that Markdown would read",
    "達‸。\n",
    `達[570億美元][LABL]‸。\n\n[LABL]: ${TARGET} "a＂b＼c＆d｜e｀f［g］"\n`,
    { quote: 'a"b\\c&d|e`f[g]' },
  ],
  [
    "what a snippet would read",
    "達‸",
    '達[US$5 \\\\}$0][LABL]‸\n\n[LABL]: a$0}.md#L1,1 "$1＼}"\n',
    { text: "US$5 \\}$0", target: "a$0}.md#L1,1", quote: "$1\\}" },
  ],
  ["without a quote", "達‸。\n", `達[570億美元][LABL]‸。\n\n[LABL]: ${TARGET}\n`, { quote: "" }],
  ["inline", "達‸。\n", `達[570億美元](${TARGET} "${QUOTE}")‸。\n`, { style: "inline" }],
  ["inline at the very end: no snippet is needed", "達‸", `達[570億美元](${TARGET} "${QUOTE}")‸`, { style: "inline" }],
  [
    "inline in a table, bars encoded",
    "| a |\n|--|\n| ‸ |\n",
    '| a |\n|--|\n| [5](a%7Cb.md#L1,1 "x｜y")‸ |\n',
    { style: "inline", text: "5", target: "a|b.md#L1,1", quote: "x|y" },
  ],
  ["behind an exclamation mark, which would make an image", "大漲!‸\n", `大漲! [570億美元][LABL]‸\n\n${DEFINED}\n`],
  ["behind a backslash, which would escape", "甲\\‸\n", `甲\\ [570億美元][LABL]‸\n\n${DEFINED}\n`],
  ["behind a bracket, which would take the figure for a label", "[甲]‸\n", `[甲] [570億美元][LABL]‸\n\n${DEFINED}\n`],
  [
    "right behind another citation",
    '[5][aaaa]‸\n\n[aaaa]: b.md#L1 "x"\n',
    `[5][aaaa][570億美元][LABL]‸\n\n[aaaa]: b.md#L1 "x"\n${DEFINED}\n`,
  ],
  ["behind surrogate pairs", "𠮷😀‸。\n", `𠮷😀[570億美元][LABL]‸。\n\n${DEFINED}\n`],
  [
    "before an unclosed code block, which would swallow the definition",
    "達‸。\n\n```\ncode\n",
    `達[570億美元][LABL]‸。\n\n${DEFINED}\n\n\`\`\`\ncode\n`,
  ],
  ["before an unclosed comment", "達‸。\n<!-- x\n", `達[570億美元][LABL]‸。\n\n${DEFINED}\n\n<!-- x\n`],
  [
    "behind a closed code block",
    "達‸。\n\n```\ncode\n```\n",
    `達[570億美元][LABL]‸。\n\n\`\`\`\ncode\n\`\`\`\n\n${DEFINED}\n`,
  ],
];

for (const [name, fixture, expected, insertion] of CASES)
  test(`a citation is inserted ${name}`, () => {
    const { result, after } = insert(fixture, insertion);
    assert.equal(after, expected);
    assert.ok(result.cited);
    const text = applyEdits(fixture.replace(/[‸⟦⟧]/g, ""), result).replace("‸", "");
    const { citations, undefinedLabels } = parseNote(text);
    assert.deepEqual(undefinedLabels, []);
    const found = citations.find(({ linkRange }) => linkRange.start >= result.mainEdit.start);
    assert.ok(found, text);
    assert.equal(found.path, (insertion?.target ?? TARGET).replace(/#.*/, ""));
    if (insertion?.quote !== "" && result.additionalEdits.length > 0) assert.ok(found.title);
  });

const NOWHERE: readonly (readonly [string, string])[] = [
  ["code", "`a‸b`"],
  ["front matter", "---\na: ‸\n---\n"],
  ["a line that closes front matter", "---\na: b\n---‸"],
  ["a comment", "<!-- ‸ -->"],
  ["another link's text", "[甲‸乙](b.md)"],
  ["another link's destination", "[甲](b‸.md)"],
  ["a definition", '[aaaa]: b.md#L1 "x"‸\n'],
];

for (const [name, fixture] of NOWHERE)
  test(`in ${name} the words alone are inserted`, () => {
    const { result, after } = insert(fixture);
    assert.equal(result.cited, false);
    assert.equal(after, fixture.replace("‸", "570億美元‸"));
  });

test("a figure that a link holds is not wrapped again", () => {
  assert.equal(insert("達⟦[570億](b.md)⟧。", { text: "[570億](b.md)" }).result.cited, false);
});

test("a label that stands in brackets anywhere, or is defined for another citation, is not taken", () => {
  const first = insert("達‸。\n").result.label ?? "";
  const inWords = insertCitation({
    note: parseNote(`[${first}]達。\n`),
    range: { start: 0, end: 0 },
    text: "5",
    target: TARGET,
    quote: QUOTE,
    style: "reference",
    snippets: true,
  });
  assert.notEqual(inWords.label, first);
  const other = insertCitation({
    note: parseNote(`達。\n\n[${first.toUpperCase()}]: b.md#L1 "x"\n`),
    range: { start: 1, end: 1 },
    text: "5",
    target: TARGET,
    quote: QUOTE,
    style: "reference",
    snippets: true,
  });
  assert.notEqual(other.label, first);
  assert.match(first, /^[a-z2-9]{4}$/);
});

test("inserting twenty citations one after the other leaves one block of definitions, each defined once", () => {
  let text = "# 週報\n\n達。\n";
  for (let i = 0; i < 20; i++) {
    const at = text.indexOf("達") + 1;
    const note = parseNote(text);
    const edits = insertCitation({
      note,
      range: { start: at, end: at },
      text: `${i}億`,
      target: `../corpus/a.md#L${i + 1},1`,
      quote: `第${i % 10}項為${i % 10}億`,
      style: "reference",
      snippets: true,
    });
    text = applyEdits(text, edits).replace("‸", "");
  }
  const { definitions, citations } = parseNote(text);
  assert.equal(citations.length, 20);
  assert.equal(definitions.length, 10);
  assert.match(text, /\n\n(?:\[[a-z2-9]{4}\]: \S+ "[^"]+"\n){10}$/);
});
