// Reads the files of a batch into one segment. A file that cannot be read is told with its reason and costs nothing else.
import { readChunks, type ReadingTables } from "../../../corpus/src/index/readChunks.ts";
import { SegmentWriter } from "../../../corpus/src/index/segment/segmentWriter.ts";
import { chunkBytes } from "../host/chunkBytes.ts";
import { readSourceFile } from "../host/readSourceFile.ts";
import type { FoundFile } from "../host/walk.ts";
import type { FileProblems } from "../store/manifest.ts";
import { writePagedFile, type Stamp } from "../store/pagedFile.ts";
import { IndexUnwritable } from "../store/unwritable.ts";
import { ARTICLES, AT_FILE, BEAT, readingFailed, STOP, WISH, type MadeSegment, type ReadAnswer, type ReadJob } from "./jobs.ts";

/** Reads until the batch ends or `shared` says stop. Throws only what kills the batch: see `indexInWorkers`. */
export async function readBatch({ files, into }: ReadJob, tables: ReadingTables, shared: Int32Array): Promise<ReadAnswer> {
  const writer = new SegmentWriter(tables);
  const problems: FileProblems[] = [];
  let read = 0;
  let articles = 0;
  for (const file of files) {
    Atomics.store(shared, AT_FILE, read);
    Atomics.add(shared, BEAT, 1);
    const found = readFile(file, tables, writer);
    articles += found.articles;
    Atomics.store(shared, ARTICLES, articles);
    if (found.problems.problems.length) problems.push(found.problems);
    read++;
    if (Atomics.load(shared, WISH) === STOP) break;
  }
  Atomics.store(shared, AT_FILE, read);
  Atomics.add(shared, BEAT, 1);
  const answer = { kind: "read", read, files: writer.files, articles, problems } as const;
  if (!writer.files) return answer;
  const parts = writer.finish();
  if (into === undefined) return { ...answer, segment: { bytes: joined(parts) } };
  try {
    const segment: MadeSegment = { path: into, stamp: await writeParts(into, parts) };
    return { ...answer, segment };
  } catch (error) {
    if (!(error instanceof IndexUnwritable)) throw error;
    const { path, code, detail } = error;
    return { ...answer, segment: { bytes: joined(parts) }, refused: { path, code, detail } };
  }
}

function readFile(file: FoundFile, tables: ReadingTables, writer: SegmentWriter): { readonly articles: number; readonly problems: FileProblems } {
  const { path } = file;
  const { source, bytes, problems } = readSourceFile(path);
  const { size, modified } = bytes ?? file;
  const told = (more: FileProblems["problems"]): FileProblems => ({ path, size, modified, problems: [...problems, ...more] });
  if (!source || !bytes) return { articles: 0, problems: told([]) };
  let reading: ReturnType<typeof readChunks>;
  try {
    reading = readChunks(source, tables);
  } catch (error) {
    return { articles: 0, problems: told([{ code: "unreadable", message: readingFailed(error instanceof Error ? error.message : String(error)) }]) };
  }
  const { chunks } = reading;
  writer.add({ path, size, modified, hash: bytes.hash, encoding: bytes.encoding }, reading, source.text, bytes.mark === undefined ? undefined : chunkBytes(source.text, bytes.mark, chunks));
  return { articles: chunks.reduce((sum, chunk) => sum + chunk.articles.length, 0), problems: told(reading.problems) };
}

async function writeParts(path: string, parts: readonly Uint8Array[]): Promise<Stamp> {
  const file = writePagedFile(path);
  try {
    for (const part of parts) file.write(part);
    return await file.finish();
  } finally {
    file.abort();
  }
}

/** In memory of their own, so that they can be handed to the other thread. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
