// Reads many files in worker threads: each worker takes a batch, reads, decodes and reads chunks, and hands them back.
// A worker that dies is replaced and the file that killed it is skipped with its reason.
import { join } from "node:path";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { ReadProblem } from "../../../corpus/src/articles/article.ts";
import type { FileReading } from "../../../corpus/src/index/chunk.ts";
import type { FoundFile } from "./walk.ts";

export interface WorkerAnswer {
  readonly path: string;
  readonly problems: readonly ReadProblem[];
  readonly reading?: FileReading;
  readonly text: string;
}

/** Files a worker is given ahead, so that it never waits for the main thread. */
const AHEAD = 8;

/** Calls `take` for each file in no certain order; ends early when `cancelled` says so. */
export function readInWorkers(dist: string, files: readonly FoundFile[], cancelled: () => boolean, take: (file: FoundFile, answer: WorkerAnswer) => void): Promise<void> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const queue = [...files];
  let next = 0;
  let left = files.length;
  return new Promise((resolve) => {
    if (!left) return resolve();
    const workers = new Set<Worker>();
    const finish = () => {
      for (const worker of workers) void worker.terminate();
      resolve();
    };
    const start = (): void => {
      const worker = new Worker(join(dist, "worker.js"), { workerData: { dist } });
      const given = new Set<string>();
      workers.add(worker);
      const feed = () => {
        while (given.size < AHEAD && next < queue.length) {
          const file = queue[next++];
          if (!file) break;
          given.add(file.path);
          worker.postMessage({ path: file.path, modified: file.modified });
        }
      };
      const settle = (answer: WorkerAnswer) => {
        given.delete(answer.path);
        const file = byPath.get(answer.path);
        if (file) take(file, answer);
        left--;
        if (!left || cancelled()) finish();
        else feed();
      };
      worker.on("message", settle);
      worker.on("error", (error) => {
        workers.delete(worker);
        const [killer, ...others] = given;
        given.clear();
        // those given ahead but not begun go back to the queue
        for (const path of others) {
          const file = byPath.get(path);
          if (file) queue.push(file);
        }
        if (killer !== undefined) settle({ path: killer, text: "", problems: [{ code: "unreadable", message: `reading it failed (${error.message}): exclude it and report it` }] });
        if (left && !cancelled()) start();
      });
      feed();
    };
    const count = Math.min(Math.max(1, availableParallelism()), 4, files.length);
    for (let i = 0; i < count; i++) start();
  });
}
