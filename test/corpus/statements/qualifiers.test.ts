// Numbers that tell which of several is meant, voices, and words that nothing reads.
import assert from "node:assert/strict";
import { test } from "node:test";
import { findQualifiers } from "../../../corpus/src/statements/qualifiers.ts";
import { unreadWords } from "../../../corpus/src/statements/unreadWords.ts";
import { voiceOf } from "../../../corpus/src/statements/voice.ts";

test("a term of months in either writing", () => {
  assert.equal(findQualifiers("1個月HIBOR").get("month"), 1);
  assert.equal(findQualifiers("一个月拆息").get("month"), 1);
  assert.equal(findQualifiers("十二個月").get("month"), 12);
});
test("years of a bond, not years of the calendar", () => {
  assert.equal(findQualifiers("10年期美債").get("year"), 10);
  assert.equal(findQualifiers("the 10-year yield").get("year"), 10);
  assert.equal(findQualifiers("2025年營收").get("year"), undefined);
});
test("nodes of a process", () => assert.equal(findQualifiers("3nm 占營收").get("nanometre"), findQualifiers("3奈米").get("nanometre")));
test("the market expects, the company guides, most say neither", () => {
  assert.equal(voiceOf("市場普遍預期淨利為"), "consensus");
  assert.equal(voiceOf("analysts expected "), "consensus");
  assert.equal(voiceOf("第四季財測為"), "guidance");
  assert.equal(voiceOf("第四季營收為"), undefined);
});
test("what is covered, common or short is read", () => {
  const text = "目前晶彩精機營收約";
  assert.deepEqual(unreadWords(text, 0, text.length, [{ start: 6, end: 8 }]), ["晶彩精機"]);
  assert.deepEqual(unreadWords("目前營收約", 0, 5, [{ start: 2, end: 4 }]), []);
});
test("a Latin word written large is perhaps a name, the first of a sentence only where more speaks for it", () => {
  assert.deepEqual(unreadWords("Overseas sales at Quillon were", 0, 30, []), ["Quillon"]);
  assert.deepEqual(unreadWords("Quillon's sales were", 0, 20, []), ["Quillon"]);
});
