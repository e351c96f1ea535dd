import { strict as assert } from "node:assert";
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { isOnShare } from "../../../server/src/host/isOnShare.ts";
import { startSweep, type SweepOptions } from "../../../server/src/host/sweep.ts";
import { pathFilter } from "../../../server/src/host/walk.ts";

interface Swept {
  readonly root: string;
  /** The next list of changed paths, relative to the root, or undefined where none comes within some walks. */
  readonly next: (tries?: number) => Promise<readonly string[] | undefined>;
  readonly stop: () => void;
}

function swept(t: TestContext, prepare: (root: string) => void, more: Partial<SweepOptions> = {}): Swept {
  const home = mkdtempSync(join(tmpdir(), "tickmark-sweep-"));
  const root = join(home, "corpus");
  mkdirSync(root);
  prepare(root);
  const told: (readonly string[])[] = [];
  const sweep = startSweep({
    roots: () => [{ path: root, real: root }],
    wanted: pathFilter(["**/*.{md,txt}"], []),
    known: () => undefined,
    changed: (paths) => told.push(paths.map((path) => path.slice(root.length + 1)).sort()),
    every: 10,
    ...more,
  });
  t.after(() => {
    sweep.stop();
    rmSync(home, { recursive: true, force: true });
  });
  const next = async (tries = 40): Promise<readonly string[] | undefined> => {
    for (let i = 0; i < tries && !told.length; i++) await pause(10);
    return told.shift();
  };
  return { root, next, stop: () => sweep.stop() };
}

test("files that are new, other or gone are told once, and a folder with all below it", async (t) => {
  const { root, next } = swept(t, (folder) => {
    mkdirSync(join(folder, "2025/11"), { recursive: true });
    writeFileSync(join(folder, "2025/11/a.md"), "a");
    writeFileSync(join(folder, "b.txt"), "b");
    writeFileSync(join(folder, "picture.png"), "");
  });
  assert.deepEqual(await next(), ["2025/11/a.md", "b.txt"]);
  assert.equal(await next(), undefined);
  writeFileSync(join(root, "b.txt"), "bb");
  assert.deepEqual(await next(), ["b.txt"]);
  utimesSync(join(root, "b.txt"), 1, 1);
  assert.deepEqual(await next(), ["b.txt"]);
  renameSync(join(root, "2025"), join(root, "2026"));
  assert.deepEqual(await next(), ["2025/11/a.md", "2026/11/a.md"]);
  rmSync(join(root, "2026"), { recursive: true });
  assert.deepEqual(await next(), ["2026/11/a.md"]);
  rmSync(root, { recursive: true });
  assert.deepEqual(await next(), ["b.txt"]);
  mkdirSync(root);
  writeFileSync(join(root, "b.txt"), "b");
  assert.deepEqual(await next(), ["b.txt"]);
});

test("what is known already is not told at the first walk; what changed since it was read is", async (t) => {
  const { next } = swept(
    t,
    (folder) => {
      for (const name of ["same.md", "longer.md", "later.md"]) {
        writeFileSync(join(folder, name), "12345");
        utimesSync(join(folder, name), 1000, 1000);
      }
    },
    { known: (path) => ({ size: path.endsWith("longer.md") ? 4 : 5, modified: path.endsWith("later.md") ? 999_000 : 1_000_000 }) },
  );
  assert.deepEqual(await next(), ["later.md", "longer.md"]);
  assert.equal(await next(), undefined);
});

test("links are passed over, and nothing is told after the end", async (t) => {
  const { root, next, stop } = swept(t, (folder) => {
    writeFileSync(join(folder, "a.md"), "a");
    mkdirSync(join(folder, "../outside"));
    writeFileSync(join(folder, "../outside/secret.md"), "s");
    symlinkSync("../outside", join(folder, "linked"));
    symlinkSync("../outside/secret.md", join(folder, "linked.md"));
  });
  assert.deepEqual(await next(), ["a.md"]);
  stop();
  writeFileSync(join(root, "b.md"), "b");
  assert.equal(await next(), undefined);
});

test("a large folder is walked in slices", async (t) => {
  const { next, root } = swept(t, (folder) => {
    for (let i = 0; i < 4000; i++) writeFileSync(join(folder, `${i}.md`), "");
  }, { slice: 1 });
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  const first = await next(2000);
  clearInterval(timer);
  assert.equal(first?.length, 4000);
  assert.ok(turns > 5, `${turns} turns`);
  writeFileSync(join(root, "new.md"), "");
  assert.deepEqual(await next(2000), ["new.md"]);
});

test("shares are known by their file system, and by their names where the system does not say", () => {
  const type = (number: number) => (): number => number;
  assert.ok(isOnShare("/net/desk", "linux", type(0x6969)));
  assert.ok(isOnShare("/net/desk", "linux", type(0xff534d42 | 0)));
  assert.ok(!isOnShare("/home/lin", "linux", type(0xef53)));
  assert.ok(!isOnShare("/nowhere/at/all", "linux"));
  for (const path of ["\\\\server\\desk", "//server/desk", "\\\\?\\UNC\\server\\desk"]) assert.ok(isOnShare(path, "win32"), path);
  for (const path of ["C:\\desk", "\\\\?\\C:\\desk", "\\\\.\\pipe", "/desk"]) assert.ok(!isOnShare(path, "win32"), path);
  assert.ok(isOnShare("/Volumes/desk", "darwin") && !isOnShare("/Users/lin", "darwin"));
});
