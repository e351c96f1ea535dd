// Merges segments in a worker of its own, which is gone afterwards: what it held goes with it.
import { SegmentDamaged } from "../../../corpus/src/index/segment/segmentDamaged.ts";
import { IndexUnwritable } from "../store/unwritable.ts";
import type { MergeSource } from "../worker/jobs.ts";
import type { MergedFile } from "../worker/mergeFiles.ts";
import { startWorker } from "./startWorker.ts";

export interface Merging {
  /** The file `into` is there when this is settled. Rejects with IndexUnwritable, SegmentDamaged (a source is), or an Error where the worker died. */
  readonly done: Promise<MergedFile>;
  /** Gives up: `done` is rejected. What is left of `into` is removed with the leftovers of the next start. */
  cancel(): void;
}

/** `from` are the sources from the oldest to the newest; files that die meanwhile are for LayeredStore.replaceSegments to bury. */
export function mergeInWorker(dist: string, from: readonly MergeSource[], into: string): Merging {
  let cancelled = false;
  let end = (): void => undefined;
  const merge = async (): Promise<MergedFile> => {
    const worker = await startWorker({ dist });
    if ("kind" in worker) throw new Error(`segments could not be merged: ${worker.message}`);
    end = () => worker.end("it was cancelled");
    try {
      if (cancelled) throw new Error("it was cancelled");
      const answer = await worker.run({ kind: "merge", from, into });
      switch (answer.kind) {
        case "merged":
          return { stamp: answer.stamp, files: answer.files };
        case "refused":
          throw new IndexUnwritable(answer.refused.path, answer.refused.code, answer.refused.detail);
        case "damaged":
          throw new SegmentDamaged(answer.message);
        case "died":
        case "failed":
          throw new Error(`segments could not be merged: ${answer.message}`);
        default:
          throw new Error("a worker answered something else");
      }
    } finally {
      worker.end();
    }
  };
  return {
    done: merge(),
    cancel: () => {
      cancelled = true;
      end();
    },
  };
}
