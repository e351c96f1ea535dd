// Segments for tests: written from texts or from the sample, opened over their bytes. Learned entities are compared by the fields
// of an entity alone.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { random } from "../note/random.ts";
import type { Chunk, ChunkEntity, FileReading } from "../../../corpus/src/index/chunk.ts";
import { readChunks, type ReadingTables } from "../../../corpus/src/index/readChunks.ts";
import type { ListReader } from "../../../corpus/src/index/segment/listReader.ts";
import { SegmentReader } from "../../../corpus/src/index/segment/segmentReader.ts";
import { SegmentWriter, type ByteRange } from "../../../corpus/src/index/segment/segmentWriter.ts";

export const MODIFIED = Date.UTC(2025, 11, 1);

export interface TestFile {
  readonly path: string;
  readonly text: string;
}

export interface ReadTestFile extends TestFile {
  readonly reading: FileReading;
}

/** The articles of the sample. */
export const sampleFiles = (): TestFile[] =>
  readdirSync("corpus/sample", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|txt)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));

export const readAll = (files: readonly TestFile[], tables: ReadingTables): ReadTestFile[] =>
  files.map(({ path, text }) => ({ path, text, reading: readChunks({ path, text, modified: MODIFIED }, tables) }));

export function writeSegment(files: readonly ReadTestFile[], tables: ReadingTables, firstHash = 1): Uint8Array {
  const writer = new SegmentWriter(tables);
  files.forEach(({ path, text, reading }) => {
    const bytes = reading.chunks.map((chunk): ByteRange => [Buffer.byteLength(text.slice(0, chunk.start)), Buffer.byteLength(text.slice(chunk.start, chunk.end))]);
    writer.add({ path, size: Buffer.byteLength(text), modified: MODIFIED, hash: firstHash + text.length, encoding: "utf-8" }, reading, text, bytes);
  });
  return joined(writer.finish());
}

export const joined = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** Opens a segment; reading outside of it fails the test, as no damage may lead there. */
export const openSegment = (bytes: Uint8Array): SegmentReader =>
  new SegmentReader((offset, length) => {
    if (!(offset >= 0 && length >= 0 && offset + length <= bytes.length)) throw new Error(`read outside of the segment: ${offset}, ${length}`);
    return bytes.subarray(offset, offset + length);
  }, bytes.length);

const asKept = ({ id, learned }: ChunkEntity): ChunkEntity => {
  if (!learned) return { id };
  const { id: own, type, names, short, tickers, fiscalYearEnd, description, links, origin, confidence } = learned;
  return { id, learned: { id: own, type, names, short, tickers, fiscalYearEnd, description, links, origin, confidence } };
};

/** A chunk as a segment gives it back. */
export const keptChunk = (chunk: Chunk): Chunk => ({ ...chunk, entities: chunk.entities.map(asKept) });

/** Numbers from 0 to below 1, the same for a seed. */
export function dice(seed: number): () => number {
  const { below } = random(seed);
  return () => below(2 ** 32) / 2 ** 32;
}

/** The keys of all lists. */
export function keysOf(lists: ListReader): number[] {
  const keys: number[] = [];
  for (const walk = lists.walk(); walk.next();) keys.push(walk.key);
  return keys;
}
