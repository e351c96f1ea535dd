import assert from "node:assert/strict";
import test from "node:test";
import { citedScopes } from "../../../corpus/src/note/citedScopes.ts";
import { makeQuote } from "../../../corpus/src/note/makeQuote.ts";
import { parseNote } from "../../../corpus/src/note/parseNote.ts";
import { readTarget } from "../../../corpus/src/note/readTarget.ts";
import { tameMarkdown } from "../../../corpus/src/text/tameMarkdown.ts";
import { unescapeMarkdown } from "../../../corpus/src/note/unescapeMarkdown.ts";

/** Beginning, what is repeated, end. */
const WILD: readonly (readonly [string, string, string?])[] = [
  ["", "["],
  ["", "[[a] "],
  ["", "[a][b]"],
  ["", "[^1]"],
  ["", "![a]("],
  ["", '[a](b "c'],
  ["", "[@k, {「q」}]"],
  ["", "\n[^1]: x「y」"],
  ["a", " ", "b"],
  ["a", "  \n", "b"],
  ["", "1. "],
  ["", "> "],
  ["a", " **b*c"],
  ["", "*a_ "],
  ["a", "<!--b"],
  ["a", "<?"],
  ["[", "a\n", "]: b"],
  ['[a]: b "', "a\n"],
  ["", '\n[a]: b "c"'],
  ["", "「"],
  ["[", "@", ", {「q」}]"],
  ["", "`a``"],
  ["| a |\n|--|\n", "| [5][k] "],
  ["", "https://a.b#:~:text=x "],
];

for (const [before, unit, after = ""] of WILD)
  test(`a note of 100 kB of ${JSON.stringify(unit)} is parsed in bounded time`, () => {
    const text = before + unit.repeat(Math.ceil(100_000 / unit.length)) + after;
    const started = performance.now();
    const note = parseNote(text);
    citedScopes(note, [], note.citations);
    const elapsed = performance.now() - started;
    assert.ok(elapsed < 2500, `${elapsed.toFixed(0)} ms`);
    assert.equal(tameMarkdown(text).length, text.length);
  });

test("text that is not wild is left alone, and so are large tables and long blocks of definitions", () => {
  const definitions = Array.from({ length: 600 }, (_, i) => `[k${i}]: ../corpus/a.md#L${i + 1},1 "引文${i}"`).join(
    "\n",
  );
  const rows = Array.from({ length: 900 }, (_, i) => `| 列${i} | [${i}億][k${i % 600}] | [5%][k1] |`).join("\n");
  const text = `# 標題\n\n| a | b | c |\n|---|:-:|--:|\n${rows}\n\n${definitions}\n`;
  assert.equal(tameMarkdown(text), text);
  assert.equal(parseNote(text).citations.length, 1800);
});

test("a long line is quoted, and a long target read, in bounded time", () => {
  const line = "達570億美元，".repeat(100_000);
  const figures = Array.from({ length: 100_000 }, (_, i) => ({ start: i * 8 + 1, end: i * 8 + 7 }));
  const started = performance.now();
  assert.ok(makeQuote(line, { start: 400_001, end: 400_007 }, figures, () => false).quote.length <= 80);
  for (const wild of ["%41", "&", "#", "&amp;", "\\", "a:", "../"]) {
    assert.ok(readTarget(wild.repeat(200_000)));
    assert.ok(unescapeMarkdown(wild.repeat(200_000)).length > 0);
  }
  assert.ok(performance.now() - started < 2500);
});
