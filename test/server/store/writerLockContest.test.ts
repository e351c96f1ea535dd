// Threads that all find the same stale locks at the same moments. This file is what they run, too.
import { strict as assert } from "node:assert";
import { once } from "node:events";
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { tryLock, type WriterLock } from "../../../server/src/store/writerLock.ts";
import { testFolder } from "./folder.ts";

const CONTENDERS = 4;
const ROUNDS = 60;

interface Contest {
  readonly folders: readonly string[];
  /** Per round how many contenders have come to it. */
  readonly gates: Int32Array;
}

/** Tries each lock at the same moment as the others; answers with the rounds that it won and still has. */
function contend({ folders, gates }: Contest): void {
  const locks = new Map<number, WriterLock>();
  folders.forEach((folder, round) => {
    Atomics.add(gates, round, 1);
    while (Atomics.load(gates, round) < CONTENDERS);
    const locking = tryLock(folder);
    if (locking.state === "held") locks.set(round, locking.lock);
  });
  Atomics.add(gates, ROUNDS, 1);
  while (Atomics.load(gates, ROUNDS) < CONTENDERS);
  parentPort?.postMessage([...locks].flatMap(([round, lock]) => (lock.isHeld() ? [round] : [])));
}

if (!isMainThread) contend(workerData as Contest);
else
  test("of many that find a stale lock at once one alone has it", async (t) => {
    const home = testFolder(t);
    const folders = Array.from({ length: ROUNDS }, (_, round) => join(home, String(round)));
    const long = new Date(Date.now() - 60_000);
    for (const folder of folders) {
      mkdirSync(folder);
      writeFileSync(join(folder, "writer.lock"), JSON.stringify({ pid: 1, host: "elsewhere", id: "0" }));
      utimesSync(join(folder, "writer.lock"), long, long);
    }
    const contest: Contest = { folders, gates: new Int32Array(new SharedArrayBuffer(4 * (ROUNDS + 1))) };
    const contenders = Array.from({ length: CONTENDERS }, () => new Worker(new URL(import.meta.url), { workerData: contest }));
    const won = await Promise.all(contenders.map(async (worker) => (await once(worker, "message"))[0] as readonly number[]));
    await Promise.all(contenders.map((worker) => worker.terminate()));
    for (let round = 0; round < ROUNDS; round++) {
      const winners = won.filter((rounds) => rounds.includes(round)).length;
      assert.ok(winners <= 1, `round ${round}: ${winners} have the lock`);
    }
    t.diagnostic(`${won.flat().length} of ${ROUNDS} locks were taken`);
    // that all give way to each other is rare, and the next try gets it
    assert.ok(won.flat().length >= ROUNDS * 0.8);
    for (const folder of folders) assert.deepEqual(readdirSync(folder).filter((name) => name !== "writer.lock"), []);
  });
