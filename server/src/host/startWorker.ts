// One worker thread: given jobs one at a time, it answers each, or dies of it.
import { join } from "node:path";
import { Worker, type ResourceLimits } from "node:worker_threads";
import { SHARED, type Answer, type Job, type WorkerData } from "../worker/jobs.ts";

export type Died = { readonly kind: "died"; readonly message: string };

export interface RunningWorker {
  /** See worker/jobs.ts; good even after it died. */
  readonly shared: Int32Array;
  /** Never rejects. After `died` the worker takes no more jobs. */
  run(job: Job): Promise<Answer | Died>;
  /** Ends the thread wherever it is; what it was doing is answered with `died` and `why`. */
  end(why?: string): void;
}

export interface WorkerOptions {
  /** Folder of the bundle. */
  readonly dist: string;
  readonly reading?: WorkerData["reading"];
  readonly limits?: ResourceLimits;
}

/** Starts a worker; settled when it is ready or has died of its start. Never rejects. */
export async function startWorker({ dist, reading, limits }: WorkerOptions): Promise<RunningWorker | Died> {
  const shared = new Int32Array(new SharedArrayBuffer(SHARED * 4));
  const data: WorkerData = { dist, shared, ...(reading ? { reading } : {}) };
  let settle: ((answer: Answer | Died) => void) | undefined;
  let died: Died | undefined;
  const tell = (answer: Answer | Died): void => {
    const waiting = settle;
    settle = undefined;
    waiting?.(answer);
  };
  const next = (): Promise<Answer | Died> => (died ? Promise.resolve(died) : new Promise((resolve) => (settle = resolve)));
  let worker: Worker;
  try {
    worker = new Worker(join(dist, "worker.js"), { workerData: data, ...(limits ? { resourceLimits: limits } : {}) });
  } catch (error) {
    return { kind: "died", message: error instanceof Error ? error.message : String(error) };
  }
  const die = (message: string): void => {
    died ??= { kind: "died", message };
    tell(died);
  };
  worker.on("message", tell);
  worker.on("messageerror", (error) => die(error.message));
  worker.on("error", (error) => die(error instanceof Error ? error.message : String(error)));
  worker.on("exit", (code) => die(`it ended with code ${code}`));
  const first = await next();
  if (first.kind !== "ready") return first.kind === "died" ? first : { kind: "died", message: "it did not say that it is ready" };
  return {
    shared,
    run: (job) => {
      const answered = next();
      if (!died) worker.postMessage(job);
      return answered;
    },
    end: (why = "it was ended") => {
      die(why);
      void worker.terminate();
    },
  };
}
