import assert from "node:assert/strict";
import test from "node:test";
import type { Citation } from "../../../corpus/src/note/citation.ts";
import { offsetIn, positionIn } from "../../../corpus/src/note/note.ts";
import { parseNote } from "../../../corpus/src/note/parseNote.ts";
import { silentAt } from "../../../corpus/src/note/silentAt.ts";

const at = (text: string, span: { start: number; end: number } | undefined) =>
  span ? text.slice(span.start, span.end) : undefined;
const parts = (text: string, citation: Citation) => ({
  link: at(text, citation.linkRange),
  text: citation.text,
  path: citation.path,
  hint: citation.hint,
  quote: citation.quote,
});
const DEFINITION = '[k3f9]: ../corpus/a.md#L6,4 "收入為570.06億美元"';

/** Note, then what each of its citations is. */
const FORMS: readonly (readonly [string, string, readonly Partial<ReturnType<typeof parts>>[]])[] = [
  [
    "a reference with its definition",
    `達[570億美元][k3f9]。\n\n${DEFINITION}\n`,
    [
      {
        link: "[570億美元][k3f9]",
        text: "570億美元",
        path: "../corpus/a.md",
        hint: { line: 6, column: 4 },
        quote: "收入為570.06億美元",
      },
    ],
  ],
  [
    "an inline link with a title",
    '達[570億](../corpus/a.md#L6,4 "收入為570.06億")，',
    [{ link: '[570億](../corpus/a.md#L6,4 "收入為570.06億")', hint: { line: 6, column: 4 }, quote: "收入為570.06億" }],
  ],
  [
    "a reference in a file with CRLF",
    `達[570億][k3f9]。\r\n\r\n${DEFINITION}\r\n`,
    [{ link: "[570億][k3f9]", quote: "收入為570.06億美元" }],
  ],
  [
    "a reference in a file with lone CR",
    `達[570億][k3f9]。\r\r${DEFINITION}\r`,
    [{ link: "[570億][k3f9]", quote: "收入為570.06億美元" }],
  ],
  ["a reference behind surrogate pairs", `𠮷😀[570億][k3f9]\n\n${DEFINITION}`, [{ link: "[570億][k3f9]" }]],
  ["a reference in a heading", `# 輝達 [570億][k3f9]\n\n${DEFINITION}`, [{ link: "[570億][k3f9]" }]],
  ["a reference in a nested list", `- a\n  - 達[570億][k3f9]\n\n${DEFINITION}`, [{ link: "[570億][k3f9]" }]],
  ["a reference in a quote", `> 達[570億][k3f9]\n\n${DEFINITION}`, [{ link: "[570億][k3f9]" }]],
  [
    "references in table cells",
    `| 項 | 值 |\n|--|--|\n| 營收 | [570億][k3f9] |\n\n${DEFINITION}`,
    [{ link: "[570億][k3f9]", quote: "收入為570.06億美元" }],
  ],
  [
    "an inline link in a table cell",
    '| a |\n|--|\n| [5億](../c/a.md#L1 "x｜5億") |\n',
    [{ link: '[5億](../c/a.md#L1 "x｜5億")', quote: "x｜5億" }],
  ],
  ["a collapsed reference", `[k3f9][]\n\n${DEFINITION}`, [{ link: "[k3f9][]", text: "k3f9" }]],
  ["a shortcut reference", `[k3f9]\n\n${DEFINITION}`, [{ link: "[k3f9]" }]],
  [
    "a label in another case and spacing",
    `[5][K3F9]\n\n${DEFINITION}`,
    [{ link: "[5][K3F9]", quote: "收入為570.06億美元" }],
  ],
  ["the first of two definitions", `[5][k3f9]\n\n${DEFINITION}\n[k3f9]: b.md#L1 "other"`, [{ path: "../corpus/a.md" }]],
  [
    "a definition without a title",
    "[5][k]\n\n[k]: ../corpus/a.md#L6,4\n",
    [{ path: "../corpus/a.md", hint: { line: 6, column: 4 }, quote: undefined }],
  ],
  ["a blank title as none", '[5](a.md#L2 " ")', [{ quote: undefined, hint: { line: 2 } }]],
  ["a line without a column", '[5](a.md#L6 "x")', [{ hint: { line: 6 } }]],
  ["a range of lines by its start", '[5](a.md#L6,12-L6,31 "x")', [{ hint: { line: 6, column: 12 } }]],
  ["an encoded path", '[5](../%E8%AA%9E%20%231.md#L6,4 "x")', [{ path: "../語 #1.md" }]],
  ["a path in angle brackets", '[5](<../a b (1).md#L6> "x")', [{ path: "../a b (1).md" }]],
  ["a path in NFD as NFC", '[5](caf\u0065\u0301.md#L1 "x")', [{ path: "caf\u00e9.md" }]],
  ["a raw # in a name before the place", '[5](q#3.md#L1,2 "x")', [{ path: "q#3.md", hint: { line: 1, column: 2 } }]],
  ["broken percent-encoding as it is", '[5](100%.md#L1 "x")', [{ path: "100%.md" }]],
  ["a Windows path", '[5](..\\corpus\\a.md#L1 "x")', [{ path: "../corpus/a.md" }]],
  ["a file: URL", '[5](file:///c:/%E8%AA%9E/a.md#L1,2 "x")', [{ path: "/c:/語/a.md", hint: { line: 1, column: 2 } }]],
  ["escapes and references in a title", '[5](a.md#L1 "a \\"b\\" &amp; &#x4e2d;")', [{ quote: 'a "b" & 中' }]],
  [
    "a title in single quotes and one in brackets",
    "[5](a.md#L1 'x') [6](a.md#L1 (y))",
    [{ quote: "x" }, { quote: "y" }],
  ],
  ["a title on the line below", '[5][k]\n\n[k]: a.md#L1\n  "x y"\n', [{ quote: "x y" }]],
  [
    "a pandoc key with a quote",
    "達570億[@nvda25, {「收入為570.06億」}]。",
    [{ link: "[@nvda25, {「收入為570.06億」}]", text: "", quote: "收入為570.06億" }],
  ],
  [
    "two pandoc keys with quotes",
    "[see @a, p. 3, {「x；「y;」」}; @b:c, {「z」}]",
    [{ quote: "x；「y;」" }, { quote: "z" }],
  ],
  [
    "a footnote with a quote",
    "達570億[^1]。\n\n[^1]: 路透，「收入為570.06億」\n",
    [{ link: "[^1]", text: "", quote: "收入為570.06億" }],
  ],
  [
    "a footnote of one word",
    "達570億[^a]。\n\n[^a]: 路透「收入為「570億」」\n",
    [{ link: "[^a]", quote: "收入為「570億」" }],
  ],
  [
    "footnotes on adjoining lines",
    "甲[^1]乙[^2]\n\n[^1]: 見 ../corpus/a.md#L6,4 「x1」\n[^2]: [路透](../corpus/b.md#L2) 「x2」\n",
    [
      { quote: "x1", path: "../corpus/a.md", hint: { line: 6, column: 4 } },
      { quote: "x2", path: "../corpus/b.md", hint: { line: 2 } },
    ],
  ],
  [
    "a plain link to a line",
    "[5億](../corpus/a.md#L6)",
    [{ path: "../corpus/a.md", hint: { line: 6 }, quote: undefined }],
  ],
  [
    "a web link with a text fragment",
    "[57bn](https://x.test/a?b=1#:~:text=pre-,revenue%20of%20%2457bn,-suf)",
    [{ path: undefined, quote: "revenue of $57bn" }],
  ],
  [
    "a bare address with a text fragment",
    "見https://x.test/a#:~:text=%E6%94%B6%E5%85%A5570，另",
    [{ quote: "收入570" }],
  ],
  ["a second source", `[5億][k3f9][路透](b.md#L1 "y")\n\n${DEFINITION}`, [{ link: "[5億][k3f9]" }, { text: "路透" }]],
  [
    "a bracket in front of a reference as CommonMark pairs it",
    `[輝達][570億][k3f9]\n\n${DEFINITION}`,
    [{ link: "[570億][k3f9]", text: "570億" }],
  ],
  ["markup in the link text", `[US$**57.0**bn][k3f9]\n\n${DEFINITION}`, [{ text: "US$**57.0**bn" }]],
  [
    "no link in code, comments or front matter",
    `---\nx: "[5](a.md#L1)"\n---\n\`[5](a.md#L1)\`\n\n    [5](a.md#L1)\n\n<!-- [5](a.md#L1) -->\n\n~~~\n[5](a.md#L1)\n~~~\n`,
    [],
  ],
  ["no image", '![5](a.png "x")', []],
  ["no heading link, no mail address", "[5](#top) [6](mailto:a@b.c)", []],
  ["no footnote without quote and source", "甲[^1]\n\n[^1]: 作者計算\n", []],
  ["no escaped bracket", '\\[5](a.md#L1 "x")', []],
  ["no pandoc key without a quote", "[@key, p. 3]", []],
];

for (const [name, note, expected] of FORMS)
  test(`parseNote reads ${name}`, () => {
    for (const before of ["", "𠮷😀 前文\n\n"]) {
      if (before && note.startsWith("---")) continue;
      const text = before + note;
      const found = parseNote(text).citations.map((citation) => parts(text, citation));
      assert.equal(found.length, expected.length, JSON.stringify(found));
      found.forEach((citation, i) => {
        for (const [key, value] of Object.entries(expected[i] ?? {}))
          assert.deepEqual(citation[key as keyof typeof citation], value, key);
      });
    }
  });

test("every part of a citation lies where it says", () => {
  const text = `達[570億][k3f9]，[5](<a b.md#L1> "x y")\n\n${DEFINITION}\n`;
  const [reference, inline] = parseNote(text).citations;
  assert.equal(at(text, reference?.textRange), "570億");
  assert.equal(at(text, reference?.labelRange), "k3f9");
  assert.equal(at(text, reference?.targetRange), "../corpus/a.md#L6,4");
  assert.equal(at(text, reference?.titleRange), '"收入為570.06億美元"');
  assert.equal(at(text, reference?.definitionRange), DEFINITION);
  assert.equal(at(text, inline?.targetRange), "a b.md#L1");
  assert.equal(at(text, inline?.titleRange), '"x y"');
});

test("only links written as citations are evident", () => {
  const text =
    '[a](b.md "x") [a](b.md#L1) [5](b.md#L1) [a](b.md#L1 "x") [a](https://x.test/) [甲][^1][@k, {「q」}]\n\n[^1]: y「z」\n';
  assert.deepEqual(
    parseNote(text).citations.map(({ evident }) => evident),
    [false, false, true, true, false, false, true],
  );
});

test("a label without a definition is told", () => {
  assert.deepEqual(parseNote("甲[5億][k3f9]乙[x]").undefinedLabels, [
    { linkRange: { start: 1, end: 11 }, label: "k3f9" },
  ]);
});

test("front matter gives title and date in any common form", () => {
  for (const [written, date] of [
    ["2025-11-20", "2025-11-20"],
    ["2025/1/2", "2025-01-02"],
    ["20251120", "2025-11-20"],
    ["2025年11月20日", "2025-11-20"],
    ["2025-11-20T08:00:00+08:00", "2025-11-20"],
    ["2025-13-40", undefined],
  ] as const)
    assert.equal(parseNote(`---\ntitle: 半導體\ndate: ${written}\n---\n文`).frontMatter?.date, date, written);
  assert.equal(parseNote("---\r\ntitle: 半導體\r\n---\r\n文").frontMatter?.title, "半導體");
  assert.equal(parseNote("---\ntitle: [\n---\n文").frontMatter?.title, undefined);
  assert.equal(parseNote("---\ntitle: x\n文").frontMatter, undefined);
});

test("headings have their level and text", () => {
  assert.deepEqual(
    parseNote("# 甲 [5][k] #\n\n乙\n==\n\n### 丙").headings.map(({ level, text }) => [level, text]),
    [
      [1, "甲 [5][k]"],
      [1, "乙"],
      [3, "丙"],
    ],
  );
});

test("completion is silent in code, HTML, front matter, definitions and destinations, and nowhere else", () => {
  const fixture = `---\nda⟦f⟧te: x\n---\n甲 \`c⟦c⟧d\`⟦-⟧ <b⟦h⟧>乙⟦-⟧</b> [5⟦-⟧億][k⟦t⟧f]⟦-⟧ [6](../a⟦t⟧.md "q⟦t⟧")⟦-⟧\n\n    in⟦c⟧dented\n\n<!-- a⟦h⟧b -->\n\n⟦-⟧~~~\nx⟦c⟧\n~~~⟦c⟧\n\n文⟦-⟧\n\n[kf]: a.m⟦d⟧d#L1 "x"⟦d⟧\n\n末⟦-⟧`;
  const kinds: Record<string, string | undefined> = {
    f: "frontMatter",
    c: "code",
    h: "html",
    t: "target",
    d: "definition",
    "-": undefined,
  };
  let text = "";
  const places: [number, string][] = [];
  for (const piece of fixture.split(/(⟦.⟧)/))
    if (/^⟦.⟧$/.test(piece)) places.push([text.length, piece[1] ?? ""]);
    else text += piece;
  const note = parseNote(text);
  for (const [offset, kind] of places)
    assert.equal(
      silentAt(note, offset),
      kinds[kind],
      `${text.slice(offset - 5, offset)}‸${text.slice(offset, offset + 5)}`,
    );
});

test("offsets and positions are each other's inverse, behind surrogate pairs and CRLF", () => {
  const note = parseNote("𠮷😀甲\r\n乙\n丙");
  assert.deepEqual(positionIn(note, 8), { line: 1, column: 1 });
  for (let offset = 0; offset <= note.text.length; offset++) {
    const { line, column } = positionIn(note, offset);
    assert.equal(offsetIn(note, line, column), offset);
  }
});
