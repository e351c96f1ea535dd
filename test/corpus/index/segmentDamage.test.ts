// Damaged segments: with no checksum to find the damage first, every call still ends, in an answer or in SegmentDamaged.
import assert from "node:assert/strict";
import { test } from "node:test";
import { mergeSegments } from "../../../corpus/src/index/segment/mergeSegments.ts";
import { SegmentDamaged } from "../../../corpus/src/index/segment/segmentDamaged.ts";
import type { SegmentReader } from "../../../corpus/src/index/segment/segmentReader.ts";
import { SECTIONS, TRAILER } from "../../../corpus/src/index/segment/format.ts";
import { makeTables } from "../features/desk.ts";
import { dice, keysOf, openSegment, readAll, sampleFiles, writeSegment } from "./segments.ts";

const tables = makeTables();
const files = readAll(sampleFiles().slice(0, 12), tables);
const whole = writeSegment(files, tables);
const sound = openSegment(whole);
const tokens = keysOf(sound.tokens).filter((_, i) => i % 97 === 0);
const signature = sound.copyHashes(0);
const ids = Array.from({ length: 3 }, (_, article) => sound.article(article).record.id);

const tolerated = (call: () => unknown): void => {
  try {
    call();
  } catch (error) {
    if (!(error instanceof SegmentDamaged)) throw error;
  }
};

/** Asks everything that can be asked, some of it about what is not there. */
function askAll(bytes: Uint8Array): void {
  let reader: SegmentReader | undefined;
  tolerated(() => (reader = openSegment(bytes)));
  const one = reader;
  if (!one) return;
  for (const token of tokens) {
    tolerated(() => one.count(token));
    tolerated(() => one.posting(token));
    tolerated(() => one.posting(token, 3));
    tolerated(() => one.titled(token));
  }
  for (let chunk = 0; chunk < 14; chunk++) {
    tolerated(() => one.chunk(chunk));
    tolerated(() => one.place(chunk));
    tolerated(() => one.articlesOfChunk(chunk));
    tolerated(() => one.entitiesOfChunk(chunk));
    tolerated(() => one.file(chunk));
    tolerated(() => one.chunksOf(chunk));
    tolerated(() => one.article(chunk));
    tolerated(() => one.groupOf(chunk));
    tolerated(() => one.copyHashes(chunk));
  }
  for (let entity = 0; entity < 40; entity++) {
    tolerated(() => one.entity(entity));
    tolerated(() => one.postingOfEntity(entity, entity % 2 === 0));
  }
  for (const id of ids) tolerated(() => one.articlesById(id));
  for (const { path } of files) tolerated(() => one.fileOf(path));
  tolerated(() => one.entityNumber("tsmc"));
  tolerated(() => one.articlesByUrl("https://example.com/1"));
  tolerated(() => one.recency(50));
  tolerated(() => one.chunkOfSentence(50));
  tolerated(() => one.stamps.size.length);
  tolerated(() => one.findCopy(signature));
}

const mergeOf = (bytes: Uint8Array, isDead?: (file: number) => boolean): void =>
  tolerated(() => {
    const reader = openSegment(bytes);
    mergeSegments([{ reader, ...(isDead ? { isDead } : {}) }, { reader: sound }], () => undefined);
  });

test("a flipped bit anywhere leads to an answer or to SegmentDamaged", () => {
  const next = dice(23);
  for (let round = 0; round < 600; round++) {
    const bytes = whole.slice();
    const at = Math.floor(next() * bytes.length);
    bytes[at] = bytes[at]! ^ (1 << Math.floor(next() * 8));
    askAll(bytes);
    if (round % 10 === 0) mergeOf(bytes, round % 20 ? (file) => file === 3 : undefined);
  }
});

test("every section full of nonsense leads to an answer or to SegmentDamaged", () => {
  const next = dice(29);
  const trailer = new Float64Array(whole.slice(whole.length - TRAILER * 8).buffer);
  SECTIONS.forEach((name, i) => {
    const [start, length] = [trailer[9 + 2 * i]!, trailer[10 + 2 * i]!];
    for (const fill of [() => 0, () => 255, () => Math.floor(next() * 256), () => 0x80, () => 31]) {
      const bytes = whole.slice();
      for (let at = start; at < start + length; at++) if (next() < 0.3) bytes[at] = fill();
      askAll(bytes);
      mergeOf(bytes);
      mergeOf(bytes, (file) => file % 2 === 0);
    }
    assert.ok(SECTIONS.includes(name));
  });
});

test("every number of the trailer is held against the rest", () => {
  const next = dice(31);
  for (let i = 0; i < TRAILER; i++)
    for (const value of [0, -1, 1, NaN, Infinity, 0.5, 2 ** 40, 2 ** 53, whole.length, next()]) {
      const bytes = whole.slice();
      new DataView(bytes.buffer).setFloat64(bytes.length - TRAILER * 8 + i * 8, value, true);
      askAll(bytes);
      mergeOf(bytes);
    }
});

test("a cut-off segment, one of another format and a file that is none are damaged", () => {
  for (const length of [0, 7, 8, 100, TRAILER * 8, whole.length - 8, whole.length - 1]) assert.throws(() => openSegment(whole.slice(0, length)), SegmentDamaged);
  for (const length of [8, 400, 1000]) assert.throws(() => openSegment(whole.slice(length)), SegmentDamaged);
  const other = whole.slice();
  new DataView(other.buffer).setFloat64(other.length - TRAILER * 8 + 8, 999, true);
  assert.throws(() => openSegment(other), /another format/);
  assert.throws(() => openSegment(new Uint8Array(4096)), SegmentDamaged);
});
