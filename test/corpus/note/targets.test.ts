import assert from "node:assert/strict";
import test from "node:test";
import { makeLabel } from "../../../corpus/src/note/makeLabel.ts";
import { readHint, readTarget } from "../../../corpus/src/note/readTarget.ts";
import { fileTarget, relativeTarget, rootedTarget } from "../../../corpus/src/note/relativeTarget.ts";
import { locateTarget } from "../../../corpus/src/note/locateTarget.ts";
import { parseNote } from "../../../corpus/src/note/parseNote.ts";
import { makeSourceText, type SourceAccess } from "../../../corpus/src/note/sourceAccess.ts";
import { workspaceFolder } from "../../../corpus/src/note/workspaceFolder.ts";
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

test("a file: URL has its slashes on every system, and reads back as the file", () => {
  for (const [path, url, read] of [
    ["/ws/新聞/a b.md", "file:///ws/新聞/a%20b.md", "/ws/新聞/a b.md"],
    ["/C:/ws/a.md", "file:///c:/ws/a.md", "/c:/ws/a.md"],
    ["c:/ws/a.md", "file:///c:/ws/a.md", "/c:/ws/a.md"],
    ["C:/ws/a.md", "file:///c:/ws/a.md", "/c:/ws/a.md"],
    ["//share/news/a.md", "file://share/news/a.md", "//share/news/a.md"],
    ["/ws/a&copy;.md", "file:///ws/a%26copy;.md", "/ws/a&copy;.md"],
  ] as const) {
    assert.equal(fileTarget(path), url);
    const target = readTarget(`${url}#L6,4`);
    assert.equal(target.kind, "file");
    assert.deepEqual("path" in target && target.path, read);
  }
});

test("paths as Windows names its files: relative on one drive, a file: URL to another", () => {
  assert.equal(relativeTarget("c:/ws/notes/n.md", "c:/ws/corpus/a.md", 6, 4), "../corpus/a.md#L6,4");
  assert.equal(relativeTarget("c:/ws/notes/n.md", "C:/ws/corpus/a.md", 6, 4), "../corpus/a.md#L6,4");
  assert.equal(relativeTarget("/c:/ws/notes/n.md", "c:/ws/corpus/a.md", 6, 4), "../corpus/a.md#L6,4");
  assert.equal(relativeTarget("c:/ws/n.md", "d:/news/a.md", 6, 4), "file:///d:/news/a.md#L6,4");
  assert.equal(relativeTarget("c:/ws/n.md", "//share/news/a.md", 6, 4), "file://share/news/a.md#L6,4");
  assert.equal(besideNote("c:/ws/n.md", "../../../d:/a.md"), undefined, "a drive is not climbed out of");
});

test("a target from a workspace folder leads below it and nowhere else", () => {
  assert.equal(rootedTarget("/ws", "/ws/corpus/a (1).md"), "/corpus/a%20%281%29.md");
  assert.equal(rootedTarget("c:/ws/", "c:/ws/corpus/a.md"), "/corpus/a.md");
  assert.equal(rootedTarget("/ws", "/ws2/corpus/a.md"), undefined);
  assert.equal(rootedTarget("/ws", "/news/a.md"), undefined);
});

test("the workspace folder of a note is the innermost that holds it, else the first", () => {
  assert.equal(workspaceFolder(["/a", "/b", "/b/c"], "/b/c/n.md"), "/b/c");
  assert.equal(workspaceFolder(["/a", "/b", "/b/c"], "/b/n.md"), "/b");
  assert.equal(workspaceFolder(["/a", "/b"], "/x/n.md"), "/a");
  assert.equal(workspaceFolder([], "/x/n.md"), undefined);
});

const corpusOf = (root: string): SourceAccess => ({
  isInside: (path) => path.startsWith(`${root}/`),
  isCorpusPath: (path) => path.startsWith(`${root}/`),
  source: (path) => (path === `${root}/a.md` ? makeSourceText("甲") : undefined),
  formerArticles: () => [],
  searchQuote: () => [],
  articlesOfUrl: () => [],
  figuresIn: () => [],
});
const located = (target: string, notePath: string, access: SourceAccess) => locateTarget(parseNote(`[1%](${target}#L1,1 "甲1%")\n`).citations[0]!, notePath, access);

test("a file: URL inside the roots is read, in the form in which the host names its files", () => {
  assert.deepEqual(located("file:///d:/news/a.md", "c:/ws/n.md", corpusOf("d:/news")), { inside: true, path: "d:/news/a.md" });
  assert.deepEqual(located("file:///D%3A/news/a.md", "c:/ws/n.md", corpusOf("d:/news")), { inside: true, path: "d:/news/a.md" });
  assert.deepEqual(located("file:///d:/news/a.md", "/c:/ws/n.md", corpusOf("/d:/news")), { inside: true, path: "/d:/news/a.md" });
  assert.deepEqual(located("file://share/news/a.md", "c:/ws/n.md", corpusOf("//share/news")), { inside: true, path: "//share/news/a.md" });
  assert.deepEqual(located("file:///news/a.md", "/ws/n.md", corpusOf("/news")), { inside: true, path: "/news/a.md" });
});

test("a file: URL outside the roots is told as such and never asked for", () => {
  const access: SourceAccess = { ...corpusOf("/news"), source: (path) => assert.fail(`asked for ${path}`) };
  for (const target of ["file:///etc/passwd", "file:///news/../etc/passwd", "file://host/news/a.md", "file:///c:/news/a.md", "file:///news/%2e%2e/etc/passwd"])
    assert.equal(located(target, "/ws/n.md", access)?.inside, false, target);
});
