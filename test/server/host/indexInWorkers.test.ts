// The pool of workers, over a worker that reads nothing and dies, hangs or fails where a file's name says so.
import { strict as assert } from "node:assert";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { makeBatches } from "../../../server/src/host/batches.ts";
import { indexInWorkers, type IndexedBatch, type IndexingOptions, type IndexingOutcome } from "../../../server/src/host/indexInWorkers.ts";
import { mergeInWorker } from "../../../server/src/host/mergeInWorker.ts";
import type { FoundFile } from "../../../server/src/host/walk.ts";
import { IndexUnwritable } from "../../../server/src/store/unwritable.ts";
import { testFolder } from "../store/folder.ts";

const WORKER = `
const { parentPort, workerData: { shared } } = require("node:worker_threads");
parentPort.on("message", async (job) => {
  if (job.kind === "merge") {
    if (job.into.includes("killer")) process.exit(3);
    if (job.into.includes("slow")) return setTimeout(() => {}, 60000);
    if (job.into.includes("full")) return parentPort.postMessage({ kind: "refused", refused: { path: job.into, code: "ENOSPC", detail: "" } });
    if (job.into.includes("damaged")) return parentPort.postMessage({ kind: "damaged", message: "a source is damaged" });
    return parentPort.postMessage({ kind: "merged", stamp: { length: job.from.length, checksum: 7 }, files: 9 });
  }
  let read = 0;
  for (const { path } of job.files) {
    Atomics.store(shared, 0, read);
    Atomics.add(shared, 3, 1);
    if (path.includes("killer")) process.exit(1);
    if (path.includes("hungry")) for (const all = [];;) all.push(new Array(100000).fill(path));
    if (path.includes("thrower")) throw new Error("a mistake");
    if (path.includes("endless")) for (;;);
    if (path.includes("failing")) return parentPort.postMessage({ kind: "failed", message: "it failed" });
    if (path.includes("slow")) await new Promise((resolve) => setTimeout(resolve, 30));
    read++;
    Atomics.store(shared, 1, read * 2);
    if (Atomics.load(shared, 2) === 1) break;
  }
  Atomics.store(shared, 0, read);
  if (job.files.length > 1 && job.files.some(({ path }) => path.includes("heavy"))) process.exit(1);
  const full = job.into && job.into.includes("full");
  const segment = job.into && !full ? { path: job.into, stamp: { length: read, checksum: 1 } } : { bytes: new Uint8Array(read) };
  parentPort.postMessage({ kind: "read", read, segment, files: read, articles: read * 2, problems: [], ...(full ? { refused: { path: job.into, code: "ENOSPC", detail: "" } } : {}) });
});
parentPort.postMessage({ kind: "ready" });
`;

function distOf(t: TestContext, worker = WORKER): string {
  const dist = join(testFolder(t), "dist");
  mkdirSync(dist);
  writeFileSync(join(dist, "worker.js"), worker);
  return dist;
}

const found = (names: readonly string[], size = 1000): FoundFile[] => names.map((name, i) => ({ path: `/c/${name}`, size, modified: i }));
const many = (count: number, name = "file"): string[] => Array.from({ length: count }, (_, i) => `${name}${i}`);

async function run(t: TestContext, names: readonly string[], more: Partial<IndexingOptions> = {}, worker?: string): Promise<{ batches: IndexedBatch[]; outcome: IndexingOutcome; skipped: string[]; progress: [number, number][] }> {
  const batches: IndexedBatch[] = [];
  const progress: [number, number][] = [];
  let segments = 0;
  const outcome = await indexInWorkers({
    dist: distOf(t, worker),
    files: found(names),
    nextPath: () => `/index/${segments++}`,
    decisions: [],
    cancelled: () => false,
    progress: (...numbers) => progress.push(numbers),
    take: (batch) => batches.push(batch),
    workers: 2,
    batchBytes: 15_000,
    ...more,
  });
  return { batches, outcome, progress, skipped: batches.flatMap(({ problems }) => problems.map(({ path }) => path.slice(3))) };
}

const readFiles = (batches: readonly IndexedBatch[]): number => batches.reduce((sum, { files }) => sum + files, 0);

test("every file is in one batch, in order, and a large file in one alone", () => {
  const files = [...found(many(50)), ...found(["large"], 90_000), ...found(many(50))];
  const batches = makeBatches(files, 2, 15_000);
  assert.deepEqual(batches.flat(), files);
  assert.ok(batches.every((batch) => batch.length === 1 || batch.reduce((sum, { size }) => sum + size, 0) <= 15_000));
  assert.equal(batches.filter((batch) => batch.some(({ size }) => size === 90_000)).map(({ length }) => length).join(), "1");
  assert.deepEqual(makeBatches([], 2), []);
  // one file of each size from nothing to much
  const sizes = Array.from({ length: 40 }, (_, i) => ({ path: String(i), size: 2 ** i - 1, modified: 0 }));
  assert.deepEqual(makeBatches(sizes, 4).flat(), sizes);
});

test("all files are read, each segment has its own path, and progress ends with all", async (t) => {
  const { batches, outcome, progress } = await run(t, many(100));
  assert.deepEqual(outcome, {});
  assert.equal(readFiles(batches), 100);
  const paths = batches.map(({ segment }) => (segment && "path" in segment ? segment.path : ""));
  assert.equal(new Set(paths).size, batches.length);
  assert.deepEqual(batches.map(({ first }) => first).sort((a, b) => a - b).at(0), 0);
  assert.deepEqual(progress.at(-1), [100, 200]);
  assert.deepEqual((await run(t, [])).batches, []);
});

test("one file that kills its worker is passed over with its reason, and all others are read", async (t) => {
  for (const bad of ["killer", "thrower", "failing"]) {
    const { batches, outcome, skipped, progress } = await run(t, [...many(20), bad, ...many(20), `second ${bad}`]);
    assert.deepEqual(outcome, {});
    assert.deepEqual(skipped.sort(), [bad, `second ${bad}`].sort());
    assert.equal(readFiles(batches), 40);
    assert.deepEqual(progress.at(-1), [42, 80]);
    const [problem] = batches.flatMap(({ problems }) => problems);
    assert.match(problem?.problems[0]?.message ?? "", /^reading it failed \(.+\): exclude it and report it$/);
    assert.deepEqual(batches.filter(({ problems }) => problems.length).map(({ first }) => first).sort((a, b) => a - b), [20, 41]);
  }
});

test("a file that wants all memory kills its worker and not the process", async (t) => {
  const { batches, skipped } = await run(t, [...many(5), "hungry", ...many(5)]);
  assert.deepEqual(skipped, ["hungry"]);
  assert.equal(readFiles(batches), 10);
});

test("a file that is never done is passed over after its time", async (t) => {
  const { batches, skipped } = await run(t, [...many(5), "endless", ...many(5)], { stuck: 300 });
  assert.deepEqual(skipped, ["endless"]);
  assert.equal(readFiles(batches), 10);
});

test("where a worker dies of a batch and of no file, the batch is halved", async (t) => {
  const { batches, skipped } = await run(t, [...many(5), "heavy", ...many(5)]);
  assert.deepEqual(skipped, []);
  assert.equal(readFiles(batches), 11);
});

test("cancelled, what was read until then is taken and nothing more is begun", async (t) => {
  let asked = 0;
  const { batches, progress } = await run(t, many(400, "slow"), { cancelled: () => ++asked > 2 });
  const read = readFiles(batches);
  assert.ok(read > 2 && read < 100, `${read} files`);
  assert.equal(progress.at(-1)?.[0], read);
});

test("on a full disk the rest is read into memory, and said once", async (t) => {
  let segments = 0;
  const { batches, outcome } = await run(t, many(100), { nextPath: () => (segments++ < 2 ? `/index/${segments}` : "/index/full") });
  assert.equal(readFiles(batches), 100);
  assert.ok(outcome.unwritable instanceof IndexUnwritable && outcome.unwritable.code === "ENOSPC");
  assert.ok(batches.filter(({ segment }) => segment && "bytes" in segment).length > 1);
  // two were under way when the first was refused
  assert.ok(segments <= 4, `${segments} paths were asked for`);
  const inMemory = await run(t, many(10), { nextPath: undefined as never });
  assert.ok(inMemory.batches.every(({ segment }) => segment && "bytes" in segment));
});

test("where no worker starts that is said, and what fails in taking is told to the caller", async (t) => {
  const { batches, outcome } = await run(t, many(10), {}, "throw new Error('no tables');");
  assert.equal(outcome.failed, "no tables");
  assert.deepEqual(batches, []);
  assert.ok((await run(t, many(10), { dist: "/nowhere" })).outcome.failed);
  await assert.rejects(run(t, many(100, "slow"), { take: () => { throw new Error("damaged"); } }), /damaged/);
});

test("segments are merged in a worker, and each way to fail has its error", async (t) => {
  const dist = distOf(t);
  const from = [1, 2].map((i) => ({ path: `/index/${i}`, stamp: { length: 1, checksum: 1 }, dead: [] }));
  assert.deepEqual(await mergeInWorker(dist, from, "/index/3").done, { stamp: { length: 2, checksum: 7 }, files: 9 });
  await assert.rejects(mergeInWorker(dist, from, "/index/full").done, (error) => error instanceof IndexUnwritable && error.code === "ENOSPC");
  await assert.rejects(mergeInWorker(dist, from, "/index/damaged").done, { name: "SegmentDamaged", message: "a source is damaged" });
  await assert.rejects(mergeInWorker(dist, from, "/index/killer").done, /could not be merged/);
  await assert.rejects(mergeInWorker("/nowhere", from, "/index/3").done, /could not be merged/);
  const merging = mergeInWorker(dist, from, "/index/slow");
  setTimeout(() => merging.cancel(), 100);
  await assert.rejects(merging.done, /cancelled/);
  const early = mergeInWorker(dist, from, "/index/slow");
  early.cancel();
  await assert.rejects(early.done, /cancelled/);
});
