// A process that writes an index as the product does is killed at any moment, thirty times over: each next start finds a whole
// index, the last that was finished or the one under way. This file is what is killed, too.
import { strict as assert } from "node:assert";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { removeLeftovers } from "../../../server/src/store/indexFolder.ts";
import { readManifest, writeManifest, type Manifest, type ManifestSegment } from "../../../server/src/store/manifest.ts";
import { segmentName } from "../../../server/src/store/names.ts";
import { openPagedFile, PAGE, writePagedFile } from "../../../server/src/store/pagedFile.ts";
import { tryLock } from "../../../server/src/store/writerLock.ts";
import { chance, testFolder } from "./folder.ts";

const KEY = "roots version";
const EMPTY: Manifest = { key: KEY, generation: 0, segments: [], decisions: [], complete: false, problems: [] };

/** What a segment of a generation holds. */
function dataOf(generation: number): Buffer {
  const next = chance(generation + 1);
  return Buffer.from(Uint8Array.from({ length: 3 * PAGE + next(20 * PAGE) }, () => next(256)));
}

const generationOf = ({ name }: ManifestSegment): number => Number(name.split("-")[1]);

/** Opens all that the manifest names and compares it with what was written under that name. */
function check(folder: string): Manifest {
  const reading = readManifest(folder, KEY);
  // the first segment may have come before the first manifest
  if (reading.state === "none") return EMPTY;
  if (reading.state !== "good") return assert.fail(reading.message);
  for (const segment of reading.manifest.segments) {
    const file = openPagedFile(join(folder, segment.name), segment.stamp);
    assert.ok(dataOf(generationOf(segment)).equals(file.readAt(0, file.length)));
    file.close();
  }
  return reading.manifest;
}

/** Takes the lock, goes on from what is there, adds segments and merges them until it is killed. */
async function write(folder: string): Promise<void> {
  const locking = tryLock(folder);
  if (locking.state !== "held") throw new Error("the lock of a killed process is not free");
  let manifest = check(folder);
  removeLeftovers(folder, new Set(manifest.segments.map(({ name }) => name)));
  process.stdout.write("writing\n");
  for (;;) {
    const generation = manifest.generation + 1;
    const name = segmentName(generation);
    const data = dataOf(generation);
    const file = writePagedFile(join(folder, name));
    for (let at = 0; at < data.length; at += 5000) file.write(data.subarray(at, at + 5000));
    const stamp = await file.finish();
    const one: ManifestSegment = { name, stamp, files: 1, dead: [], restamped: [] };
    const segments = manifest.segments.length > 4 ? [one] : [...manifest.segments, one];
    const gone = manifest.segments.filter((segment) => !segments.includes(segment));
    if (!locking.lock.isHeld()) return;
    manifest = { ...manifest, generation, segments };
    await writeManifest(folder, manifest);
    if (gone.length) removeLeftovers(folder, new Set(segments.map((segment) => segment.name)));
  }
}

const victim = process.env["TICKMARK_TEST_FOLDER"];
if (victim !== undefined) void write(victim);
else
  test("killed at any moment, an index is whole at the next start and goes on from there", { timeout: 60_000 }, async (t) => {
    const folder = testFolder(t);
    const next = chance(20251121);
    let generation = 0;
    const cut = new Set<string>();
    for (let round = 0; round < 30; round++) {
      const child = spawn(process.execPath, [fileURLToPath(import.meta.url)], { env: { ...process.env, TICKMARK_TEST_FOLDER: folder }, stdio: ["ignore", "pipe", "pipe"] });
      const exited = once(child, "exit");
      let errors = "";
      child.stderr.on("data", (text: Buffer) => (errors += text.toString()));
      const begun = await Promise.race([once(child.stdout, "data").then(() => true), exited.then(() => false)]);
      assert.ok(begun, errors);
      await new Promise((resolve) => setTimeout(resolve, next(60) + next(100) / 100));
      child.kill("SIGKILL");
      await exited;
      for (const name of readdirSync(folder)) if (name.endsWith(".tmp")) cut.add(name.startsWith("manifest") ? "manifest" : "segment");
      const manifest = check(folder);
      assert.ok(manifest.generation >= generation, `round ${round}: ${manifest.generation} after ${generation}`);
      generation = manifest.generation;
      assert.ok(existsSync(join(folder, "writer.lock")) && readFileSync(join(folder, "writer.lock"), "utf8").includes(String(child.pid)));
    }
    t.diagnostic(`${generation} generations; killed while writing: ${[...cut].join(", ")}`);
    assert.ok(generation > 5, `${generation} generations`);
    assert.ok(cut.size > 0, "no kill came while a file was written");
    // what the killed ones left goes with the next start, and nothing else is there
    const locking = tryLock(folder);
    assert.equal(locking.state, "held");
    const names = check(folder).segments.map(({ name }) => name);
    removeLeftovers(folder, new Set(names));
    assert.deepEqual(readdirSync(folder).sort(), ["manifest", "writer.lock", ...names].sort());
    if (locking.state === "held") locking.lock.release();
  });
