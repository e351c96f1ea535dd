// Chunks as bytes and back: exactly what was encoded, of the sample and of whatever the types allow.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArticleRecord, Chunk } from "../../../corpus/src/index/chunk.ts";
import { NO_DAY } from "../../../corpus/src/index/chunk.ts";
import { ByteReader } from "../../../corpus/src/index/segment/byteReader.ts";
import { ByteWriter } from "../../../corpus/src/index/segment/byteWriter.ts";
import { decodeArticles, decodeChunk, decodeCopyHashes, readEntityNumbers } from "../../../corpus/src/index/segment/decodeChunk.ts";
import { readDouble, writeDouble } from "../../../corpus/src/index/segment/doubles.ts";
import { encodeChunk, renumberChunk } from "../../../corpus/src/index/segment/encodeChunk.ts";
import { readEntity, writeEntity } from "../../../corpus/src/index/segment/entityRecords.ts";
import { readInts, writeInts } from "../../../corpus/src/index/segment/ints.ts";
import { readTexts, writeTexts } from "../../../corpus/src/index/segment/texts.ts";
import { makeTables } from "../features/desk.ts";
import { dice, keptChunk, readAll, sampleFiles } from "./segments.ts";

function coded(chunk: Chunk): Chunk {
  const out = new ByteWriter();
  encodeChunk(out, chunk, chunk.entities.map((_, i) => i));
  return decodeChunk(out.copy(), (number) => chunk.entities[number] ?? { id: "?" }).chunk;
}

test("every chunk of the sample comes back as it was, whole or its articles alone", () => {
  const tables = makeTables();
  for (const { reading } of readAll(sampleFiles(), tables))
    for (const chunk of reading.chunks) {
      assert.deepEqual(coded(chunk), chunk);
      const out = new ByteWriter();
      encodeChunk(out, chunk, chunk.entities.map((_, i) => 1000 - i));
      const moved = new ByteWriter();
      renumberChunk(moved, out.copy(), (number) => number * 1000);
      assert.deepEqual([...readEntityNumbers(new ByteReader(moved.copy()))], chunk.entities.map((_, i) => (1000 - i) * 1000));
      assert.deepEqual(decodeArticles(moved.copy()), chunk.articles);
      chunk.articles.forEach(({ signature: { body, figures, sentences } }, row) => assert.deepEqual(decodeCopyHashes(out.copy(), row), { body, figures, sentences }));
      assert.deepEqual(decodeChunk(moved.copy(), (number) => chunk.entities[1000 - number / 1000]!).chunk, chunk);
    }
});

test("entities that were learned come back with all that makes them known again", () => {
  const tables = makeTables();
  let learned = 0;
  for (const { reading } of readAll(sampleFiles(), tables))
    for (const entity of reading.chunks.flatMap((chunk) => keptChunk(chunk).entities)) {
      const out = new ByteWriter();
      writeEntity(out, entity);
      assert.deepEqual(readEntity(new ByteReader(out.copy())), entity);
      if (entity.learned) learned++;
    }
  assert.ok(learned > 20, `${learned}`);
});

const VALUES = [0, -0, 1, -1, 0.1, 0.3, 1.005, 57_006_000_000, 3.15e12, 1e21, 123456789.123, 1 / 3, Math.PI, 2 ** 53, 2 ** 53 + 2, 1e37, 1e300, 5e-324, -2.5, 1e-7, 4.35e-18, NaN, Infinity, -Infinity];

test("values come back as the very same doubles", () => {
  const next = dice(7);
  const values = [...VALUES, ...Array.from({ length: 20_000 }, (_, i) => (i % 3 ? Math.round(next() * 1e7) * 10 ** Math.floor(next() * 22 - 8) : (next() - 0.5) * 10 ** Math.floor(next() * 40 - 20)))];
  const out = new ByteWriter();
  for (const value of values) writeDouble(out, value);
  const from = new ByteReader(out.copy());
  for (const value of values) assert.ok(Object.is(readDouble(from), value), `${value}`);
  assert.equal(from.left, 0);
});

test("a figure as printed takes a few bytes", () => {
  const out = new ByteWriter();
  for (const value of [57_006_000_000, 23.5, 3, 989_920_000_000]) writeDouble(out, value);
  assert.ok(out.length <= 16, `${out.length}`);
});

test("rows of numbers come back, in part or whole, whatever their widths", () => {
  const next = dice(11);
  for (let round = 0; round < 2000; round++) {
    const count = Math.floor(next() * 40);
    const size = 2 ** Math.floor(next() * 53);
    const values = Array.from({ length: count }, () => (next() < 0.1 ? Math.floor(next() * size) : Math.floor(next() * Math.min(size, 50))));
    if (next() < 0.2) values.fill(values[0] ?? 0);
    const out = new ByteWriter();
    writeInts(out, values, count, next() < 0.5);
    out.byte(77);
    const from = new ByteReader(out.copy());
    const found = new Float64Array(count);
    readInts(from, found, count);
    assert.deepEqual([...found], values);
    assert.equal(from.byte(), 77);
    const some = Math.floor(next() * count);
    const part = new Float64Array(some);
    readInts(new ByteReader(out.copy()), part, some, 0, count);
    assert.deepEqual([...part], values.slice(0, some));
  }
});

test("strings of any UTF-16 come back, halves of pairs too", () => {
  const next = dice(13);
  const texts = ["", "plain", "第三季營收為570.06億美元", "𠮷野家😀", "\ud800", "\udc00 \ud83d", "한국어 ไทย", "\u0000\uffff", "半".repeat(20_000)];
  for (let i = 0; i < 500; i++) texts.push(String.fromCharCode(...Array.from({ length: Math.floor(next() * 30) }, () => Math.floor(next() * 65536))));
  const out = new ByteWriter();
  writeTexts(out, texts);
  const from = new ByteReader(out.copy());
  assert.deepEqual(readTexts(from, texts.length), texts);
  assert.equal(from.left, 0);
});

/** Any chunk that the types and the order of rows allow. */
function anyChunk(next: () => number): Chunk {
  const upTo = (most: number): number => Math.floor(next() * (most + 1));
  const maybe = <T extends object>(value: T): T | undefined => (next() < 0.5 ? value : undefined);
  const text = (): string => String.fromCharCode(...Array.from({ length: upTo(12) }, () => [0x41, 0x4e00, 0xd83d, 0x3042, 0xac00][upTo(4)]! + upTo(50)));
  const column = (length: number, most = 2 ** upTo(31) - 1): Uint32Array => Uint32Array.from({ length }, () => Math.floor(next() * most));
  const sorted = (length: number, most: number): Uint32Array => Uint32Array.from({ length }, () => upTo(most)).sort();
  const firstLine = upTo(1000);
  const sentences = upTo(30);
  const figures = sentences ? upTo(60) : 0;
  const mentions = sentences ? upTo(60) : 0;
  const strings = ["", ...Array.from({ length: upTo(10) }, text)];
  const region = () => (["TW", "HK", "CN", "INTL"] as const)[upTo(3)]!;
  const hash = (): number => Math.floor(next() * 2 ** 53);
  const articles: ArticleRecord[] = Array.from({ length: upTo(4) }, (_, i) => {
    const hashes = column(upTo(20), 2 ** 32 - 1).sort();
    const id = text();
    return {
      id,
      firstLine: firstLine + 1 + i * 10,
      lastLine: firstLine + 5 + i * 10,
      ...maybe({ titleLine: firstLine + 2 + i * 10 }),
      ...maybe({ title: text() }),
      ...maybe({ publisher: text() }),
      ...maybe({ author: text() }),
      ...maybe({ date: { day: ["2025-11-20", "1969-12-31", "2025-13-45", "soon", ""][upTo(4)]!, inferred: next() < 0.5 } }),
      ...maybe({ url: next() < 0.3 ? id : text() }),
      language: (["zh-Hant", "zh-Hans", "en", "mixed"] as const)[upTo(3)]!,
      region: region(),
      wording: region(),
      firstSentence: upTo(sentences),
      endSentence: upTo(sentences),
      signature: { body: hash(), figures: hash(), sentences: hashes, first: hashes[upTo(30)] ?? upTo(2 ** 32 - 1), title: hash() },
      ...maybe({ cutOffOf: upTo(1000) }),
    };
  });
  const days = (): Int32Array => Int32Array.from({ length: figures }, () => (next() < 0.4 ? NO_DAY : upTo(40_000) - 10_000));
  const values = (): Float64Array => Float64Array.from({ length: figures }, () => VALUES[upTo(VALUES.length - 1)]!);
  const places = (length: number) => {
    const start = column(length, 5000);
    return { start, end: start.map((at) => at + upTo(20)) };
  };
  const starts = (rows: number): Uint32Array => {
    const found = sorted(sentences + 1, rows);
    // columns whose first rows are of no sentence, or whose last ones are, come back as well
    if (next() < 0.8) found[0] = 0;
    if (next() < 0.8) found[sentences] = rows;
    return found;
  };
  return {
    firstLine,
    endLine: firstLine + upTo(500),
    start: upTo(100_000),
    end: 200_000,
    articles,
    entities: Array.from({ length: upTo(20) }, (_, i) => ({ id: `e${i}` })),
    strings,
    sentences: { article: column(sentences, 5), line: sorted(sentences, 500).map((line) => line + firstLine), ...places(sentences), figures: starts(figures), mentions: starts(mentions) },
    figures: {
      ...places(figures), kind: Uint8Array.from({ length: figures }, () => upTo(20)), low: values(), high: values(), unit: column(figures, 10), flags: column(figures, 2 ** 18),
      metric: column(figures), subject: column(figures, 20), second: column(figures, 20), from: days(), to: days(), calendarFrom: days(), calendarTo: days(),
      period: column(figures, 10), scope: column(figures, 10), asOf: column(figures), attribution: column(figures, 2),
    },
    mentions: { ...places(mentions), entity: column(mentions, 20) },
  };
}

test("any chunk comes back as it was", () => {
  const next = dice(17);
  for (let round = 0; round < 500; round++) {
    const chunk = anyChunk(next);
    assert.deepEqual(coded(chunk), chunk);
  }
});
