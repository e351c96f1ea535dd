import assert from "node:assert/strict";
import test from "node:test";
import { makeLabel } from "../../../corpus/src/note/makeLabel.ts";
import { readHint, readTarget } from "../../../corpus/src/note/readTarget.ts";
import { relativeTarget } from "../../../corpus/src/note/relativeTarget.ts";
import { besideNote, normalizePath } from "../../../corpus/src/note/sourcePath.ts";
import { readTitle, writeTitle } from "../../../corpus/src/note/title.ts";
import { fold } from "../../../corpus/src/text/fold.ts";

const TARGETS: readonly (readonly [string, string, string])[] = [
  ["/ws/notes/n.md", "/ws/corpus/2025-11-20-nvda.md", "../corpus/2025-11-20-nvda.md#L6,4"],
  ["/ws/n.md", "/ws/corpus/a.md", "corpus/a.md#L6,4"],
  ["/ws/corpus/n.md", "/ws/corpus/a.md", "a.md#L6,4"],
  ["/ws/a/b/n.md", "/ws/a/c/d/a.md", "../c/d/a.md#L6,4"],
  ["/ws/n.md", "/ws/corpus/輝達 (1)<2>#3?100%\\x.md", "corpus/輝達%20%281%29%3C2%3E%233%3F100%25%5Cx.md#L6,4"],
  ["/ws/n.md", "/ws/corpus/a&b'c\"d[e]!.md", "corpus/a&b'c\"d[e]!.md#L6,4"],
  ["/ws/n.md", "/ws/corpus/a&copy;b.md", "corpus/a%26copy;b.md#L6,4"],
  ["/ws/n.md", "/ws/q3:2025.md", "./q3:2025.md#L6,4"],
  ["/ws/n.md", "/ws/corpus/a\tb\u0085.md", "corpus/a%09b%C2%85.md#L6,4"],
  ["/ws/n.md", "/ws/cafe\u0301/a.md", "cafe\u0301/a.md#L6,4"],
  ["/c:/ws/n.md", "/C:/ws/corpus/a.md", "corpus/a.md#L6,4"],
  ["/c:/ws/n.md", "/d:/新聞/a b.md", "file:///d:/新聞/a%20b.md#L6,4"],
  ["/c:/ws/n.md", "//share/news/a.md", "file://share/news/a.md#L6,4"],
  ["notes/n.md", "corpus/a.md", "../corpus/a.md#L6,4"],
];

for (const [note, source, target] of TARGETS)
  test(`the target of ${source} in ${note} is ${target}, and is read back`, () => {
    assert.equal(relativeTarget(note, source, 6, 4), target);
    const read = readTarget(target);
    assert.ok(read.kind === "relative" || read.kind === "file");
    assert.deepEqual(read.hint, { line: 6, column: 4 });
    const back = read.kind === "file" ? normalizePath(read.path) : besideNote(note, read.path);
    assert.equal(back, normalizePath(source)?.normalize("NFC"));
  });

test("a path that climbs out of its root is none", () => {
  assert.equal(besideNote("/ws/notes/n.md", "../../../../etc/passwd"), undefined);
  assert.equal(besideNote("notes/n.md", "../../a.md"), undefined);
  assert.equal(besideNote("/c:/n.md", "../../d:/a.md"), undefined);
  assert.equal(besideNote("/ws/n.md", "a\0.md"), undefined);
  assert.equal(besideNote("/ws/notes/n.md", "../../etc/passwd"), "/etc/passwd");
});

test("a hint is a line with or without a column, never anything else", () => {
  assert.deepEqual(readHint("L6,4"), { line: 6, column: 4 });
  assert.deepEqual(readHint("L6"), { line: 6 });
  assert.deepEqual(readHint("6,4"), { line: 6, column: 4 });
  for (const none of ["", "L", "L0", "Legacy", "L6x", "heading-6", "L6,"])
    assert.equal(readHint(none), undefined, none);
});

test("a title is as long as its quote, holds nothing that Markdown reads, and folds to the quote", () => {
  for (const quote of ['收入"570億"', "a\\b & c|d `e` [f]", "「引」（括）", "x\r\ny"]) {
    const title = writeTitle(quote);
    assert.equal(title.length, quote.length);
    assert.doesNotMatch(title, /["\\&|`[\]\r\n]/);
    if (!quote.includes("\n")) assert.equal(fold(title), fold(quote));
    assert.equal(readTitle(`"${title}"`), title);
  }
  assert.equal(writeTitle('a"b\\c&d|e`f[g]'), "a＂b＼c＆d｜e｀f［g］");
  assert.equal(readTitle('""'), undefined);
});

test("a label is four characters of a–z and 2–9, the same for the same file and quote in any script and width", () => {
  const free = () => undefined;
  const label = makeLabel("../corpus/a.md", "收入為570.06億美元", free);
  assert.match(label, /^[a-z2-9]{4}$/);
  assert.equal(makeLabel("../corpus/a.md", "收入为 570.06亿美元", free), label);
  assert.notEqual(makeLabel("../corpus/b.md", "收入為570.06億美元", free), label);
  assert.notEqual(makeLabel("../corpus/a.md", "收入為570.07億美元", free), label);
});

test("a label that means another citation is not taken, one that means this one is", () => {
  const label = makeLabel("a.md", "q", () => undefined);
  const other = makeLabel("a.md", "q", (candidate) => (candidate === label ? "other" : undefined));
  assert.notEqual(other, label);
  assert.match(other, /^[a-z2-9]{4}$/);
  assert.equal(
    makeLabel("a.md", "q", (candidate) => (candidate === label ? "same" : undefined)),
    label,
  );
});
