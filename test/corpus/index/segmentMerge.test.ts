// Merged segments are the segments that would have been written at once.
import assert from "node:assert/strict";
import { test } from "node:test";
import { mergeSegments, type MergeSource } from "../../../corpus/src/index/segment/mergeSegments.ts";
import type { SegmentReader } from "../../../corpus/src/index/segment/segmentReader.ts";
import { makeTables } from "../features/desk.ts";
import { joined, openSegment, readAll, sampleFiles, writeSegment } from "./segments.ts";

const tables = makeTables();
const sample = readAll(sampleFiles(), tables);
const body = "公司第三季營收成長，董事長表示看好明年。\n\n單季營收為45.6億元，年增23.5%，毛利率31.2%。\n\n法人預估全年獲利12億元。";
/** The sample with copies far apart, a feed that ends in a cut-off repeat, and a file without articles. */
const files = [
  ...sample,
  ...readAll(
    [
      { path: "copies/a.md", text: `---\ntitle: 甲\ndate: 2025-11-03\n---\n\n${body}\n` },
      { path: "copies/empty.md", text: "" },
      { path: "copies/feed.txt", text: `${["聯發科上季出貨量創新高", `${body}聯發科營收為1,421億元。(測試週報)`, "", "群創第三季轉虧為盈", "群創營收為567億元，毛利率為8.1%。公司看好下季。面板價格下跌3%。(測試週報)", "", "聯發科上季出貨量創新高", body.slice(0, 40)].join("\n")}\n` },
    ],
    tables,
  ),
  ...sample.slice(0, 5).map((file) => ({ ...file, path: `again/${file.path}` })),
  ...readAll([{ path: "copies/b.md", text: `---\ntitle: 乙\ndate: 2025-11-01\n---\n\n${body}\n` }], tables),
];

function merged(...sources: readonly (SegmentReader | MergeSource)[]): Uint8Array {
  const parts: Uint8Array[] = [];
  mergeSegments(sources.map((source) => ("reader" in source ? source : { reader: source })), (part) => parts.push(part));
  return joined(parts);
}
const segmentOf = (from: number, to: number): SegmentReader => openSegment(writeSegment(files.slice(from, to), tables));

test("segments merge into the bytes of one written from the same files", () => {
  const whole = writeSegment(files, tables);
  for (const cuts of [[0, 20, files.length], [0, 1, 2, 37, 38, 41, files.length]]) {
    const parts = cuts.slice(1).map((to, i) => segmentOf(cuts[i]!, to));
    assert.ok(Buffer.from(merged(...parts)).equals(whole), `${cuts}`);
  }
  const twice = openSegment(merged(openSegment(merged(segmentOf(0, 10), segmentOf(10, 30))), segmentOf(30, files.length)));
  assert.ok(Buffer.from(merged(twice)).equals(whole));
});

test("a merge without its dead files is the segment of the others", () => {
  const isDead = (file: number): boolean => file % 3 === 1;
  const parts = [segmentOf(0, 18), segmentOf(18, files.length)];
  const whole = writeSegment(files.filter((_, i) => (i < 18 ? !isDead(i) : !isDead(i - 18))), tables);
  assert.ok(Buffer.from(merged(...parts.map((reader) => ({ reader, isDead })))).equals(whole));
});

test("what is dead altogether leaves a segment of nothing", () => {
  const reader = openSegment(merged({ reader: segmentOf(0, 5), isDead: () => true }));
  assert.equal(reader.counts.files + reader.counts.articles + reader.counts.entities + reader.counts.sentences, 0);
  assert.equal(openSegment(merged()).counts.files, 0);
});

test("copies in different segments are one group once they are merged", () => {
  const [first, second] = [segmentOf(0, 38), segmentOf(38, files.length)];
  const reader = openSegment(merged(first, second));
  const numberOf = (path: string): number => reader.place(reader.chunksOf(reader.fileOf(path)!)[0]).firstArticle;
  assert.equal(reader.groupOf(numberOf("copies/b.md")), numberOf("copies/a.md"));
  assert.notEqual(reader.groupOf(numberOf("copies/feed.txt")), numberOf("copies/a.md"));
  assert.equal(reader.groupOf(numberOf(`again/${sample[0]!.path}`)), reader.groupOf(numberOf(sample[0]!.path)));
  assert.equal(second.findCopy(first.copyHashes(numberOf("copies/a.md"))) === undefined, false);
});

test("a company's sentences are kept when only its ticker is named in what stays", () => {
  const texts = ["---\ntitle: 台積電\n---\n\n台積電營收為9,899億元。\n", "---\ntitle: Ticker\n---\n\nShares of 2330-TW rose 3.2% to NT$1,450.\n"];
  const own = readAll(texts.map((text, i) => ({ path: `${i}.md`, text })), tables);
  const reader = openSegment(merged({ reader: openSegment(writeSegment(own, tables)), isDead: (file) => file === 0 }));
  const company = reader.entityNumber("tsmc");
  assert.ok(company !== undefined && reader.countEntity(company) > 0);
  assert.ok(Buffer.from(writeSegment(own.slice(1), tables)).equals(merged(reader)));
});

test("parts are given out as they are made, none of them large", () => {
  const sizes: number[] = [];
  const parts: Uint8Array[] = [];
  mergeSegments([{ reader: segmentOf(0, 30) }, { reader: segmentOf(30, files.length) }], (part) => {
    sizes.push(part.length);
    parts.push(part);
  });
  assert.ok(Math.max(...sizes) <= 1 << 18);
  assert.ok(openSegment(joined(parts)).counts.files === files.length);
});
