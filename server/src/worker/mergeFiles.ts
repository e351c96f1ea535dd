// Makes one segment file of several, in the order given, without their dead files.
import { mergeSegments } from "../../../corpus/src/index/segment/mergeSegments.ts";
import { SegmentReader } from "../../../corpus/src/index/segment/segmentReader.ts";
import { openPagedFile, writePagedFile, type PagedFile, type Stamp } from "../store/pagedFile.ts";
import type { MergeJob } from "./jobs.ts";

export interface MergedFile {
  readonly stamp: Stamp;
  /** How many files of the corpus it holds. */
  readonly files: number;
}

/** Throws SegmentDamaged for a source that is not what its stamp says, IndexUnwritable where the result cannot be written. */
export async function mergeFiles({ from, into }: MergeJob): Promise<MergedFile> {
  const open: PagedFile[] = [];
  try {
    const segments = from.map(({ path, stamp, dead }) => {
      const file = openPagedFile(path, stamp);
      open.push(file);
      const reader = new SegmentReader(file.readAt, file.length);
      const gone = new Set(dead);
      return gone.size ? { reader, isDead: (number: number) => gone.has(number) } : { reader };
    });
    const writer = writePagedFile(into);
    try {
      const { files } = mergeSegments(segments, (part) => writer.write(part));
      return { stamp: await writer.finish(), files };
    } finally {
      writer.abort();
    }
  } finally {
    for (const file of open) file.close();
  }
}
