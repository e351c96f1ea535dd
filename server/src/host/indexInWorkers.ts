// Reads files into segments in worker threads, a batch at a time. A worker that dies is replaced; its batch is tried again in
// parts, until the one file that killed it is alone and is passed over with its reason.
import { availableParallelism } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import type { Decision } from "../../../corpus/src/entities/decisions.ts";
import type { FileProblems } from "../store/manifest.ts";
import { IndexUnwritable } from "../store/unwritable.ts";
import { ARTICLES, AT_FILE, BEAT, readingFailed, STOP, WISH, type MadeSegment, type ReadAnswer } from "../worker/jobs.ts";
import { makeBatches } from "./batches.ts";
import { startWorker, type Died, type RunningWorker } from "./startWorker.ts";
import type { FoundFile } from "./walk.ts";

export interface IndexedBatch {
  /** Place in the list of files of its first one: batches come as they are done, and this puts them in order. */
  readonly first: number;
  /** None where no file could be read. */
  readonly segment?: MadeSegment;
  /** How many files and articles it holds. */
  readonly files: number;
  readonly articles: number;
  /** Of files in the segment, and of those that could not be read and are in none. */
  readonly problems: readonly FileProblems[];
}

export interface IndexingOptions {
  /** Folder of the bundle. */
  readonly dist: string;
  readonly files: readonly FoundFile[];
  /** Path of one more segment; without it segments stay in memory. */
  readonly nextPath?: () => string;
  /** With which names are read. */
  readonly decisions: readonly Decision[];
  readonly withLexicon?: boolean;
  /** Asked four times a second; what was read until then is still taken. */
  readonly cancelled: () => boolean;
  /** Files and articles read so far, four times a second. */
  readonly progress: (files: number, articles: number) => void;
  readonly take: (batch: IndexedBatch) => void;
  /** For tests. */
  readonly workers?: number;
  readonly batchBytes?: number;
  readonly stuck?: number;
}

export interface IndexingOutcome {
  /** The disk would not take a segment: from then on they came in memory. */
  readonly unwritable?: IndexUnwritable;
  /** No worker could be started: the files that were not taken are not read. */
  readonly failed?: string;
}

/** Milliseconds that a file may take: at 50 MB, the most that is read, ten times what a slow machine needs. */
const STUCK = 180_000;
const TICK = 250;
/**
 * Megabytes of a worker's heap, of which the tables take 25 and a batch of 12 MB some 60. V8's own choice for what is young, up
 * to 128 MB, makes nothing faster.
 */
const LIMITS = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 24 };
/** For a file that is too large for that: read at the end, when no other worker runs. A file of 50 MB takes 250. */
const LIMITS_ALONE = { maxOldGenerationSizeMb: 480, maxYoungGenerationSizeMb: 24 };
/** Bytes from which a file is not tried with the others. */
const LARGE = 30 * 1024 * 1024;

interface Batch {
  readonly first: number;
  readonly files: readonly FoundFile[];
}

/** Settled when all is read, or stopped. Rejects only with what `take` throws. */
export async function indexInWorkers(options: IndexingOptions): Promise<IndexingOutcome> {
  const { dist, files, decisions, withLexicon = true, cancelled, progress, take, batchBytes, stuck = STUCK } = options;
  const count = Math.max(1, Math.min(options.workers ?? Math.min(availableParallelism(), 4), files.length));
  const queue: Batch[] = [];
  const alone: Batch[] = [];
  let at = 0;
  for (const batch of makeBatches(files, count, batchBytes)) {
    (batch[0] && batch[0].size > LARGE ? alone : queue).push({ first: at, files: batch });
    at += batch.length;
  }
  const running = new Set<RunningWorker>();
  const settled = { files: 0, articles: 0 };
  let unwritable: IndexUnwritable | undefined;
  let failed: string | undefined;
  let stopping = false;
  const stop = (): void => {
    stopping = true;
    for (const { shared } of running) Atomics.store(shared, WISH, STOP);
  };
  const report = (): void => {
    const sum = (place: number): number => [...running].reduce((total, { shared }) => total + Atomics.load(shared, place), 0);
    progress(settled.files + sum(AT_FILE), settled.articles + sum(ARTICLES));
  };

  const settle = ({ first }: Batch, answer: ReadAnswer): void => {
    const { read, refused, segment, files: held, articles, problems } = answer;
    if (refused) unwritable ??= new IndexUnwritable(refused.path, refused.code, refused.detail);
    settled.files += read;
    settled.articles += articles;
    take({ first, ...(segment ? { segment } : {}), files: held, articles, problems });
  };
  /** Puts back what a worker died of, in parts; a file alone gets more memory, and then no further chance. */
  const retry = (batch: Batch, from: Batch[], died: number, message: string): void => {
    const { first, files: given } = batch;
    const [only] = given;
    if (given.length === 1 && only) {
      if (from !== alone) {
        alone.push(batch);
        return;
      }
      const { path, size, modified } = only;
      settled.files++;
      take({ first, files: 0, articles: 0, problems: [{ path, size, modified, problems: [{ code: "unreadable", message: readingFailed(message) }] }] });
      return;
    }
    // where it died behind the last file no single one is to blame
    const cuts = died < given.length ? [0, died, died + 1] : [0, given.length >> 1];
    const parts = cuts.map((cut, i) => ({ first: first + cut, files: given.slice(cut, cuts[i + 1]) }));
    from.unshift(...parts.filter((part) => part.files.length));
  };

  /** One worker after the other, until nothing is left to do. */
  const work = async (from: Batch[]): Promise<void> => {
    let worker: RunningWorker | undefined;
    try {
      while (!stopping) {
        const batch = from.shift();
        if (!batch) return;
        if (!worker) {
          const started: RunningWorker | Died = await startWorker({ dist, reading: { decisions, withLexicon }, limits: from === alone ? LIMITS_ALONE : LIMITS });
          if ("kind" in started) {
            // the others may do without it
            from.unshift(batch);
            failed = started.message;
            return;
          }
          worker = started;
          running.add(worker);
          if (stopping) return;
        }
        const into = unwritable ? undefined : options.nextPath?.();
        const answer = await worker.run({ kind: "read", files: batch.files, ...(into === undefined ? {} : { into }) });
        const died = Atomics.load(worker.shared, AT_FILE);
        Atomics.store(worker.shared, AT_FILE, 0);
        Atomics.store(worker.shared, ARTICLES, 0);
        if (answer.kind === "read") settle(batch, answer);
        else {
          retry(batch, from, died, "message" in answer ? answer.message : answer.kind);
          running.delete(worker);
          worker.end();
          worker = undefined;
        }
      }
    } catch (error) {
      stop();
      throw error;
    } finally {
      if (worker) running.delete(worker);
      worker?.end();
    }
  };

  const watch = async (): Promise<void> => {
    const since = new Map<RunningWorker, { at: number; time: number }>();
    while (!done) {
      if (!stopping && cancelled()) stop();
      report();
      const now = performance.now();
      for (const worker of running) {
        const place = Atomics.load(worker.shared, BEAT);
        const before = since.get(worker);
        if (before?.at !== place) since.set(worker, { at: place, time: now });
        else if (now - before.time > stuck) worker.end(`it took longer than ${Math.round(stuck / 1000)} s`);
      }
      await pause(TICK, undefined, { ref: false });
    }
  };
  let done = false;
  const watching = watch();
  const slots = await Promise.allSettled(Array.from({ length: count }, () => work(queue)));
  slots.push(...(await Promise.allSettled([work(alone)])));
  done = true;
  report();
  void watching;
  const rejected = slots.find((slot) => slot.status === "rejected");
  if (rejected) throw rejected.reason;
  return { ...(unwritable ? { unwritable } : {}), ...(failed !== undefined && queue.length + alone.length && !stopping ? { failed } : {}) };
}
