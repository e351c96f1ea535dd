// A segment answers as the index in memory does over the same files.
import assert from "node:assert/strict";
import { test } from "node:test";
import { articleDay, dayOfRecency, articleOf } from "../../../corpus/src/index/indexedChunk.ts";
import { CorpusIndex } from "../../../corpus/src/index/corpusIndex.ts";
import { visitListing } from "../../../corpus/src/index/listing.ts";
import { ownerOf } from "../../../corpus/src/index/runEntities.ts";
import { NO_BYTES } from "../../../corpus/src/index/segment/format.ts";
import { SegmentReader } from "../../../corpus/src/index/segment/segmentReader.ts";
import { SegmentWriter } from "../../../corpus/src/index/segment/segmentWriter.ts";
import { titleQuery } from "../../../corpus/src/index/titles.ts";
import { entityToken, subjectToken } from "../../../corpus/src/index/tokens.ts";
import { lineStarts } from "../../../corpus/src/text/lines.ts";
import { makeTables } from "../features/desk.ts";
import { joined, keptChunk, MODIFIED, openSegment, readAll, sampleFiles, writeSegment, type ReadTestFile } from "./segments.ts";

const tables = makeTables();
const sample = readAll(sampleFiles(), tables);
const segment = writeSegment(sample, tables);

function inMemory(files: readonly ReadTestFile[]): CorpusIndex {
  const index = new CorpusIndex(tables.lexicon, tables.terms);
  for (const { reading, text } of files) index.put(reading, text);
  return index;
}

test("lists of the sample are the lists of the index in memory", () => {
  const reader = openSegment(segment);
  const index = inMemory(sample);
  const seen = new Set<number>();
  for (const { reading, text } of sample)
    for (const chunk of reading.chunks) {
      const own = text.slice(chunk.start, chunk.end);
      visitListing({ ...chunk, text: own, lines: lineStarts(own) }, tables.terms, { token: (_, token) => void seen.add(token), entity: () => undefined, subject: () => undefined });
    }
  assert.ok(seen.size > 5000);
  for (const token of seen) {
    assert.equal(reader.count(token), index.count(token));
    assert.deepEqual(reader.posting(token), index.posting(token).slice());
    assert.deepEqual(reader.posting(token, 2), index.posting(token, 2).slice());
  }
  assert.equal(reader.counts.sentences, index.sentenceCount);
});

test("entities of the sample have the sentences that the index in memory gives their companies", () => {
  const reader = openSegment(segment);
  const index = inMemory(sample);
  let subjects = 0;
  for (let number = 0; number < reader.counts.entities; number++) {
    const { id, learned } = reader.entity(number);
    assert.equal(reader.entityNumber(id), number);
    const run = tables.lexicon.numberOf(id)!;
    if (ownerOf(tables.lexicon, run) !== run) {
      assert.equal(reader.countEntity(number), 0, id);
      continue;
    }
    assert.equal(learned === undefined, tables.lexicon.entities[run]?.origin !== "learned");
    assert.deepEqual(reader.postingOfEntity(number), index.posting(entityToken(run)).slice());
    assert.deepEqual(reader.postingOfEntity(number, true), index.posting(subjectToken(run)).slice());
    assert.equal(reader.countEntity(number, true), index.count(subjectToken(run)));
    subjects += reader.countEntity(number, true);
  }
  assert.ok(subjects > 100);
  assert.equal(reader.entityNumber("nobody of this name"), undefined);
});

test("files, chunks, sentences and articles of the sample lead to each other", () => {
  const reader = openSegment(segment);
  let chunks = 0;
  let sentences = 0;
  let articles = 0;
  for (const [file, { path, text, reading }] of sample.entries()) {
    assert.equal(reader.fileOf(path), file);
    const record = reader.file(file);
    assert.equal(record.path, path);
    assert.equal(record.encoding, "utf-8");
    assert.equal(record.articles, reading.chunks.reduce((sum, chunk) => sum + chunk.articles.length, 0));
    assert.equal(reader.stamps.size[file], Buffer.byteLength(text));
    assert.equal(reader.stamps.modified[file], MODIFIED);
    assert.deepEqual(reader.chunksOf(file), [chunks, chunks + reading.chunks.length]);
    for (const chunk of reading.chunks) {
      const place = reader.place(chunks);
      assert.deepEqual([place.file, place.firstLine, place.endLine, place.base, place.firstArticle], [file, chunk.firstLine, chunk.endLine, sentences, articles]);
      const [offset, length] = place.bytes!;
      assert.equal(Buffer.from(text).subarray(offset, offset + length).toString(), text.slice(chunk.start, chunk.end));
      assert.deepEqual(reader.chunk(chunks), keptChunk(chunk));
      assert.deepEqual([...reader.entitiesOfChunk(chunks)].map((number) => reader.entity(number).id), chunk.entities.map(({ id }) => id));
      for (let row = 0; row < chunk.sentences.line.length; row++) {
        assert.equal(reader.chunkOfSentence(sentences), chunks);
        assert.equal(dayOfRecency(reader.recency(sentences)), articleDay(articleOf(chunk, row)));
        sentences++;
      }
      for (const [row, article] of chunk.articles.entries()) {
        assert.deepEqual(reader.article(articles), { number: articles, chunk: chunks, row, record: article });
        assert.ok(reader.articlesById(article.id).some(({ number }) => number === articles));
        if (article.url) assert.ok(reader.articlesByUrl(article.url).some(({ number }) => number === articles));
        articles++;
      }
      chunks++;
    }
  }
  assert.deepEqual([reader.counts.chunks, reader.counts.sentences, reader.counts.articles], [chunks, sentences, articles]);
  assert.equal(reader.fileOf("corpus/sample/nowhere.md"), undefined);
  assert.deepEqual(reader.articlesById("no such article"), []);
  assert.deepEqual(reader.articlesByUrl("https://nowhere.example"), []);
  const index = inMemory(sample);
  const { files, articles: all, passages, figures } = index.counts();
  assert.deepEqual([reader.counts.files, reader.counts.articles, reader.counts.passages, reader.counts.figures], [files, all, passages, figures]);
});

const note = (title: string, date: string, body: string): string => `---\ntitle: ${title}\ndate: ${date}\n---\n\n${body}\n`;

test("titles are found by their words in either script", () => {
  const files = readAll(
    [
      { path: "a.md", text: note("聯發科營收創高", "2025-11-01", "聯發科第三季營收為1,421億元。") },
      { path: "b.md", text: note("联发科营收创高", "2025-11-02", "联发科第三季营收为1421亿元，优于预期。") },
      { path: "c.md", text: note("MediaTek revenue at a record", "2025-11-03", "MediaTek reported revenue of NT$142.1bn.") },
    ],
    tables,
  );
  const reader = openSegment(writeSegment(files, tables));
  const titled = (text: string): number[][] => titleQuery(text).map((token) => [...reader.titled(token)]);
  assert.deepEqual(titled("營收"), [[0, 1]]);
  assert.deepEqual(titled("营收"), [[0, 1]]);
  assert.deepEqual(titled("mediatek RECORD"), [[2], [2]]);
  assert.deepEqual(titled("media rec"), [[2], [2]]);
  assert.deepEqual(titled("毛利"), [[]]);
  const [token = 0] = titleQuery("營收");
  assert.deepEqual([...reader.titled(token, 1)], [1]);
});

test("copies are one group, a correction is its own, and a newer layer finds what it repeats", () => {
  const body = "公司第三季營收成長，董事長表示看好明年。\n\n單季營收為45.6億元，年增23.5%，毛利率31.2%。\n\n法人預估全年獲利12億元。";
  const texts = [
    note("甲", "2025-11-03", body),
    note("別的", "2025-11-03", "另一家公司的股價今天上漲3.2%，成交量為12萬張，市場看法分歧，後續仍待觀察。"),
    note("乙", "2025-11-01", body),
    note("丙", "2025-11-05", body.replace("45.6", "46.5")),
    note("丁", "2025-11-06", body.replace("\n\n", " ")),
  ];
  const files = readAll(texts.map((text, i) => ({ path: `${i}.md`, text })), tables);
  const reader = openSegment(writeSegment(files, tables));
  assert.deepEqual(texts.map((_, article) => reader.groupOf(article)), [0, 1, 0, 3, 0]);
  const signature = (text: string) => readAll([{ path: "new.md", text }], tables)[0]!.reading.chunks[0]!.articles[0]!.signature;
  assert.equal(reader.findCopy(signature(note("戊", "2025-12-01", body))), 0);
  assert.equal(reader.findCopy(signature(texts[3]!)), 3);
  assert.equal(reader.findCopy(signature(note("己", "2025-12-01", body.replace("12億", "13億")))), undefined);
});

test("near copies with one sentence in forty changed are a group, with the figures changed they are not", () => {
  const sentences = Array.from({ length: 40 }, (_, i) => `第${i + 1}家公司的營收為${(i + 1) * 3}億元，較去年增加${i + 2}%。`);
  const text = (changed: (sentence: string, i: number) => string) => note("盤點", "2025-11-03", sentences.map(changed).join("\n\n"));
  const files = readAll(
    [text((s) => s), text((s, i) => (i === 20 ? s.replace("較去年", "比去年") : s)), text((s, i) => (i === 20 ? s.replace("63", "64") : s))].map((one, i) => ({ path: `${i}.md`, text: one })),
    tables,
  );
  const reader = openSegment(writeSegment(files, tables));
  assert.deepEqual([0, 1, 2].map((article) => reader.groupOf(article)), [0, 0, 2]);
});

test("a form letter in thousands costs as much as its number", () => {
  const base = readAll([{ path: "x.md", text: note("聲明", "2025-11-03", "本公司依規定公告下列事項。本公司不保證其內容。投資人應自行判斷。本文不構成任何投資建議與承諾。") }], tables)[0]!;
  const [chunk] = base.reading.chunks;
  const writer = new SegmentWriter(tables);
  const [article] = chunk!.articles;
  for (let i = 0; i < 4000; i++) {
    // four sentences of which one differs: never alike, always met
    const sentences = article!.signature.sentences.slice();
    sentences[sentences.length - 1] = 0xf0000000 + i;
    const signature = { ...article!.signature, body: article!.signature.body + i + 1, sentences };
    writer.add({ path: `${i}.md`, size: 1, modified: 1, hash: i, encoding: "utf-8" }, { ...base.reading, chunks: [{ ...chunk!, articles: [{ ...article!, id: `${i}`, signature }] }] }, base.text);
  }
  const start = performance.now();
  const reader = openSegment(joined(writer.finish()));
  assert.ok(performance.now() - start < 5000);
  assert.equal(reader.groupOf(3999), 3999);
});

test("a file without articles, and one that is not UTF-8, keep their places", () => {
  const [file] = readAll([{ path: "a.md", text: note("聯發科", "2025-11-01", "聯發科營收為1,421億元。") }], tables);
  const writer = new SegmentWriter(tables);
  writer.add({ path: "empty.md", size: 0, modified: 1, hash: 0, encoding: "utf-8" }, { path: "empty.md", modified: 1, chunks: [], problems: [] }, "");
  writer.add({ path: "big5.md", size: 10, modified: 2, hash: 2 ** 53 - 1, encoding: "big5" }, file!.reading, file!.text);
  writer.add({ path: "last.md", size: 0, modified: 1, hash: 0, encoding: "utf-8" }, { path: "last.md", modified: 1, chunks: [], problems: [] }, "");
  assert.ok(writer.weight > 0);
  const reader = openSegment(joined(writer.finish()));
  assert.deepEqual([0, 1, 2].map((number) => reader.chunksOf(number)), [[0, 0], [0, 1], [1, 1]]);
  assert.equal(reader.place(0).file, 1);
  assert.equal(reader.place(0).bytes, undefined);
  assert.equal(reader.file(1).encoding, "big5");
  assert.equal(reader.stamps.hash[1], 2 ** 53 - 1);
  assert.notEqual(NO_BYTES, 0);
});

test("a segment of nothing can be opened", () => {
  const reader = openSegment(joined(new SegmentWriter(tables).finish()));
  assert.deepEqual({ ...reader.counts }, { files: 0, chunks: 0, articles: 0, sentences: 0, passages: 0, figures: 0, entities: 0 });
  assert.equal(reader.count(5), 0);
  assert.equal(reader.fileOf("a"), undefined);
  assert.equal(reader.findCopy({ body: 1, figures: 2, sentences: new Uint32Array(3) }), undefined);
});

test("ten thousand tiny files are written, opened and found", () => {
  const writer = new SegmentWriter(tables);
  const [file] = readAll([{ path: "a.md", text: note("聯發科營收", "2025-11-01", "聯發科營收為1,421億元。") }], tables);
  const [chunk] = file!.reading.chunks;
  for (let i = 0; i < 10_000; i++) {
    const path = `news/2025/${i % 12}/${i}.md`;
    const articles = chunk!.articles.map((article) => ({ ...article, id: `id-${i}`, signature: { ...article.signature, body: i } }));
    writer.add({ path, size: i, modified: i, hash: i, encoding: "utf-8" }, { path, modified: i, problems: [], chunks: [{ ...chunk!, articles }] }, file!.text, [[0, 90]]);
  }
  const bytes = joined(writer.finish());
  assert.ok(bytes.length < 10_000 * 500, `${bytes.length}`);
  let reads = 0;
  const reader = new SegmentReader((offset, length) => (reads++, bytes.subarray(offset, offset + length)), bytes.length);
  assert.equal(reads, 1);
  for (const i of [0, 1, 4999, 9999]) {
    assert.equal(reader.fileOf(`news/2025/${i % 12}/${i}.md`), i);
    assert.deepEqual(reader.articlesById(`id-${i}`).map(({ number }) => number), [i]);
    assert.equal(reader.chunkOfArticle(i), i);
  }
  assert.ok(reads < 100, `${reads} reads`);
});
