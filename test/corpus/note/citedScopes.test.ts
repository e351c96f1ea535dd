import assert from "node:assert/strict";
import test from "node:test";
import { citedScope, citedScopes } from "../../../corpus/src/note/citedScopes.ts";
import { parseNote } from "../../../corpus/src/note/parseNote.ts";
import { figuresIn } from "./figureStandIn.ts";

const DEFINED = '\n\n[k]: ../corpus/a.md#L1,1 "q"\n[m]: ../corpus/b.md#L1,1 "r"\n[^1]: 路透「收入」\n';

/** The figures of a note's prose by offset: destinations and titles hold none. */
function scopesOf(body: string) {
  const note = parseNote(body + DEFINED);
  const hidden = note.silent;
  const figures = figuresIn(note.text).filter(
    ({ start }) => !hidden.some((span) => span.start < start + 1 && start < span.end) && start < body.length,
  );
  const scopes = citedScopes(note, figures, note.citations);
  return scopes.map(({ kind, figures: cited }) => [
    kind,
    cited.map((i) => note.text.slice(figures[i]?.start, figures[i]?.end)).join(" "),
  ]);
}

const CASES: readonly (readonly [string, string, readonly (readonly [string, string])[]])[] = [
  ["a link text with a figure cites it", "達[570億美元][k]，年增62%。", [["text", "570億美元"]]],
  ["a link text with two figures cites both", "[570億美元，年增62%][k]。", [["text", "570億美元 62%"]]],
  [
    "a link without figures cites the uncited figures before it in its sentence",
    "去年5%。營收570億美元，年增62%（[路透][k]），明年70%。",
    [["sentence", "570億美元 62%"]],
  ],
  [
    "but not those that are cited",
    "營收[570億美元][k]，年增62%，[來源][m]。",
    [
      ["text", "570億美元"],
      ["sentence", "62%"],
    ],
  ],
  [
    "two such links part the sentence's figures",
    "營收570億美元[†][k]，年增62%[†][m]。",
    [
      ["sentence", "570億美元"],
      ["sentence", "62%"],
    ],
  ],
  [
    "a link right behind the full stop belongs to the sentence before",
    "去年5%。營收570億美元。[†][k]明年70%。",
    [["sentence", "570億美元"]],
  ],
  [
    "so does one in brackets with its word for source",
    "去年5%。營收570億美元。（資料來源：[路透][k]）",
    [["sentence", "570億美元"]],
  ],
  [
    "a full stop in an inline title ends no sentence",
    '營收570億美元、[5億](../c.md#L1 "甲。乙")，年增62% [†][k]。',
    [
      ["text", "5億"],
      ["sentence", "570億美元 62%"],
    ],
  ],
  [
    "an English full stop ends a sentence, a point or an abbreviation does not",
    "Sales rose 5%. Nvidia Inc. made $57.0bn, up 62.5% ([Reuters][k]).",
    [["sentence", "$57.0bn 62.5%"]],
  ],
  ["a footnote cites what stands before it", "營收570億美元[^1]，年增62%。", [["sentence", "570億美元"]]],
  [
    "a second source cites what the first does",
    "營收[570億美元][k][路透][m]，年增62%。",
    [
      ["text", "570億美元"],
      ["second", "570億美元"],
    ],
  ],
  [
    "a second source in brackets",
    "營收[570億美元][k]（[路透][m]），",
    [
      ["text", "570億美元"],
      ["second", "570億美元"],
    ],
  ],
  [
    "a third source as well",
    "營收570億美元[†][k][†][m][^1]。",
    [
      ["sentence", "570億美元"],
      ["second", "570億美元"],
      ["second", "570億美元"],
    ],
  ],
  [
    "a link that is not right behind is none",
    "營收[570億美元][k]，[路透][m]也說。",
    [
      ["text", "570億美元"],
      ["words", ""],
    ],
  ],
  [
    "a source line under a table cites its uncited cells",
    "| 項 | 值 |\n|--|--|\n| 營收 | 570億 |\n| 年增 | [62%][m] |\n\n資料來源：[路透][k]\n",
    [
      ["text", "62%"],
      ["table", "570億"],
    ],
  ],
  [
    "a source line without a blank line above",
    "| 項 | 值 |\n|--|--|\n| 營收 | 570億 |\nSource: [Reuters][k], [B][m]\n",
    [
      ["table", "570億"],
      ["table", "570億"],
    ],
  ],
  ["an emphasised source line", "| 項 | 值 |\n|--|--|\n| 營收 | 570億 |\n\n*来源：[路透][k]*\n", [["table", "570億"]]],
  ["another line under a table does not", "| 項 | 值 |\n|--|--|\n| 營收 | 570億 |\n\n見[路透][k]。\n", [["words", ""]]],
  [
    "a source column cites its row",
    "| 項 | 值 | 來源 |\n|--|--|--|\n| 營收 | 570億 | [路透][k] |\n| 年增 | 62% | [路透][m] |\n",
    [
      ["sentence", "570億"],
      ["sentence", "62%"],
    ].map(([, figure]) => ["row", figure ?? ""] as const),
  ],
  ["a heading is a sentence of its own", "營收570億\n\n## 年增62% [†][k]\n", [["sentence", "62%"]]],
  ["a list item too", "- 營收570億\n- 年增62% [†][k]\n", [["sentence", "62%"]]],
  ["a sentence goes on over a line end", "營收570億美元，\n年增62% [†][k]。", [["sentence", "570億美元 62%"]]],
  ["surrogate pairs before", "𠮷😀5億[†][k]", [["sentence", "5億"]]],
  ["words without any figure", "[該公司表示][k]。", [["words", ""]]],
];

for (const [name, body, expected] of CASES)
  test(`scope: ${name}`, () => {
    assert.deepEqual(scopesOf(body), expected);
  });

test("the scope of one citation is that of all", () => {
  const note = parseNote(`營收570億美元[†][k]。${DEFINED}`);
  const figures = figuresIn(note.text).slice(0, 1);
  const [citation] = note.citations;
  assert.ok(citation);
  assert.deepEqual(citedScope(note, figures, note.citations, citation)?.figures, [0]);
});

test("a paragraph of five thousand citations takes time in proportion", () => {
  const timed = (count: number): number => {
    const note = parseNote("營收570億美元[†][k]，".repeat(count) + DEFINED);
    const figures = figuresIn(note.text);
    const started = performance.now();
    citedScopes(note, figures, note.citations);
    return performance.now() - started;
  };
  timed(500);
  const [few, many] = [timed(500), timed(5000)];
  assert.ok(many < 40 * Math.max(few, 2), `${few.toFixed(1)} and ${many.toFixed(1)} ms`);
});
