import { strict as assert } from "node:assert";
import { test } from "node:test";
import { clauseAt, clausesOf, sentenceAt, sentencesOf } from "../../../corpus/src/text/sentences.ts";
import { lineAt, lineEnd, lineStarts, splitLines } from "../../../corpus/src/text/lines.ts";
import { isDigit, isHan, isLatinLetter, isSpace } from "../../../corpus/src/text/han.ts";
import { cost } from "../../cost.ts";

/** The text with its cursor mark taken out, and the text between ⟦ and ⟧. */
function check(find: (text: string, offset: number) => { start: number; end: number }, fixture: string): void {
  const offset = fixture.replace(/[⟦⟧]/g, "").indexOf("‸");
  const text = fixture.replace(/[⟦⟧‸]/g, "");
  const wanted = fixture.replace("‸", "").replace(/^[^⟦]*⟦|⟧[^⟧]*$/g, "");
  const { start, end } = find(text, offset);
  assert.equal(text.slice(start, end), wanted, fixture);
}

test("a clause runs from behind a comma or stop to the next, and commas in numbers are none", () => {
  for (const fixture of [
    "營收成長，⟦年增6‸2%⟧，創新高",
    "⟦營收1,2‸00億元⟧,創新高",
    "首句。⟦次‸句⟧；三句",
    "a b,⟦ c‸ d⟧; e",
    "收入５，７‸００億".replace("收", "⟦收") + "⟧",
    "甲!⟦乙‸⟧?丙",
    "Sales rose 5.2%.⟦ Net‸ profit fell⟧.",
  ])
    check(clauseAt, fixture.includes("⟦") ? fixture : `⟦${fixture}⟧`);
});

test("a sentence ends at a full stop with the quotes and brackets behind it", () => {
  for (const fixture of [
    "首句。⟦次‸句成長5.2%。⟧三句",
    "⟦他說：「不‸好。」⟧然後離開。",
    "⟦「真的‸嗎？」，他說。⟧三句",
    "⟦營收成長(詳見附註。第3頁)達‸三成。⟧完",
    "⟦Apple Inc. rose 5.2% on No‸v. 3.⟧ Then it fell.",
    "It fell.⟦ U.S. shares‸ rose.⟧ Done.",
    "如下:1. 營收成長 2. 毛利‸上升。".replace("如", "⟦如") + "⟧",
    "⟦費用調整(上限！)‸很重要！⟧下句",
  ])
    check(sentenceAt, fixture);
});

test("sentences and clauses cover the text without gap or overlap", () => {
  for (const text of [
    "",
    "。",
    "甲。乙！丙",
    "「甲。」乙，丙；丁…………戊",
    "A. B. C.D 1.5 e.g. x",
    "(((。)))。",
    "……，……",
  ])
    for (const spans of [sentencesOf(text), clausesOf(text)]) {
      assert.equal(spans.map(({ start, end }) => text.slice(start, end)).join(""), text);
      for (const { start, end } of spans) assert.ok(start < end);
    }
});

test("looking around a place in a line of millions of characters is cheap", () => {
  const text = "風電".repeat(2_000_000);
  assert.ok(cost(() => sentenceAt(text, 2_000_000)) < 50);
  const { start, end } = clauseAt(text, 2_000_000);
  assert.ok(end - start <= 8000);
});

test("runs of stops, brackets and points are read in linear time", () => {
  for (const unit of ["…", "(", ".", ". ", "。」", "）", "!,"]) {
    const small = Math.max(
      3,
      cost(() => sentencesOf(unit.repeat(20_000))),
    );
    const large = cost(() => sentencesOf(unit.repeat(160_000)));
    assert.ok(large < small * 30, `${unit}: ${small} ms, ${large} ms`);
  }
});

test("lines end at \\r\\n, \\n and \\r only", () => {
  const text = "a\r\nb\rc\n\u2028d\u0085e";
  assert.deepEqual(splitLines(text), ["a", "b", "c", "\u2028d\u0085e"]);
  const starts = lineStarts(text);
  assert.deepEqual([...starts], [0, 3, 5, 7]);
  assert.equal(lineAt(starts, 4), 1);
  assert.equal(lineAt(starts, 99), 3);
  assert.equal(lineEnd(text, starts, 0), 1);
  assert.deepEqual(splitLines(""), [""]);
  assert.deepEqual(splitLines("a\n"), ["a", ""]);
});

test("classes of code units", () => {
  const unit = (text: string) => text.charCodeAt(0);
  for (const text of ["漢", "〇", "㐀", "𠮷"]) assert.ok(isHan(unit(text)), text);
  for (const text of ["a", "1", "。", "ア", "한"]) assert.ok(!isHan(unit(text)), text);
  for (const text of ["a", "Z", "é", "Ａ"]) assert.ok(isLatinLetter(unit(text)), text);
  for (const text of ["1", "×", "漢"]) assert.ok(!isLatinLetter(unit(text)), text);
  assert.ok(isDigit(unit("５")) && isDigit(unit("5")) && !isDigit(unit("五")));
  assert.ok(isSpace(unit("　")) && isSpace(unit("\u00a0")) && !isSpace(unit("a")));
});
