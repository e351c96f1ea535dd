// Parts files into batches, one for each segment that is read at once.
import type { FoundFile } from "./walk.ts";

/** Bytes of text of a batch, and of all that are read at once: a worker holds about five times as much while it reads one. */
const LARGEST = 12 * 1024 * 1024;
const ALL = 24 * 1024 * 1024;
const SMALLEST = 1024 * 1024;
/** What a file costs besides its text. */
const FILE = 500;

/**
 * Batches of consecutive files. Small corpora are parted so that each worker gets some, and the first batches are small, so
 * that there is something to answer from soon. A file larger than a batch is one alone.
 */
export function makeBatches(files: readonly FoundFile[], workers: number, largest = Math.min(LARGEST, ALL / workers), smallest = Math.min(SMALLEST, largest)): FoundFile[][] {
  const total = files.reduce((sum, { size }) => sum + size + FILE, 0);
  const target = Math.min(largest, Math.max(smallest, total / (workers * 4)));
  const batches: FoundFile[][] = [];
  let batch: FoundFile[] = [];
  let weight = 0;
  for (const file of files) {
    const limit = batches.length < workers ? Math.max(smallest, target / 4) : target;
    const more = file.size + FILE;
    if (batch.length && weight + more > limit) {
      batches.push(batch);
      batch = [];
      weight = 0;
    }
    batch.push(file);
    weight += more;
  }
  if (batch.length) batches.push(batch);
  return batches;
}
