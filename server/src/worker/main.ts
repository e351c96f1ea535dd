// A worker: reads batches of files into segments and merges segments, one job after the other. It has tables of its own and
// shares nothing but the numbers that say where it is.
import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { applyDecisions } from "../../../corpus/src/entities/decisions.ts";
import type { ReadingTables } from "../../../corpus/src/index/readChunks.ts";
import { SegmentDamaged } from "../../../corpus/src/index/segment/segmentDamaged.ts";
import { loadTables } from "../host/tables.ts";
import { IndexUnwritable } from "../store/unwritable.ts";
import type { Answer, Job, WorkerData } from "./jobs.ts";
import { mergeFiles } from "./mergeFiles.ts";
import { readBatch } from "./readBatch.ts";

const { dist, reading, shared } = workerData as WorkerData;

// on Linux a thread has a priority of its own; elsewhere this would slow the whole process. The main thread then answers sooner on
// a busy machine: 25 to 29 ms late in the worst hundredth instead of 37 to 78
if (process.platform === "linux") {
  try {
    setPriority(0, 5);
  } catch {
    // not allowed here
  }
}

const tables = reading && loadReadingTables(reading);

function loadReadingTables({ decisions, withLexicon }: NonNullable<WorkerData["reading"]>): ReadingTables {
  const bundled = loadTables(dist, withLexicon);
  return decisions.length ? { ...bundled, lexicon: applyDecisions(bundled.lexicon, decisions) } : bundled;
}

async function work(job: Job): Promise<Answer> {
  switch (job.kind) {
    case "read":
      if (!tables) throw new Error("a worker that merges was asked to read");
      return readBatch(job, tables, shared);
    case "merge":
      return { kind: "merged", ...(await mergeFiles(job)) };
  }
}

const answer = (message: Answer): void => {
  // a segment in memory is handed over, not copied
  const bytes = message.kind === "read" && message.segment && "bytes" in message.segment ? message.segment.bytes.buffer : undefined;
  parentPort?.postMessage(message, bytes instanceof ArrayBuffer ? [bytes] : []);
};

function answerFailure(error: unknown): void {
  if (error instanceof IndexUnwritable) answer({ kind: "refused", refused: { path: error.path, code: error.code, detail: error.detail } });
  else answer({ kind: error instanceof SegmentDamaged ? "damaged" : "failed", message: error instanceof Error ? error.message : String(error) });
}

parentPort?.on("message", (job: Job) => {
  work(job).then(answer, answerFailure);
});
answer({ kind: "ready" });
