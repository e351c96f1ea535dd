import { strict as assert } from "node:assert";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { IndexUnwritable } from "../../../server/src/store/unwritable.ts";
import { isLocked, tryLock, type Locking } from "../../../server/src/store/writerLock.ts";
import { testFolder } from "./folder.ts";

const held = (locking: Locking) => {
  assert.equal(locking.state, "held");
  return locking.state === "held" ? locking.lock : assert.fail();
};
/** Makes the lock of a folder look as if its holder last beat this many seconds ago. */
const age = (folder: string, seconds: number): void => {
  const then = new Date(Date.now() - seconds * 1000);
  utimesSync(join(folder, "writer.lock"), then, then);
};

test("one has the lock, another is told who, and gets it when it is given back", (t) => {
  const folder = join(testFolder(t), "made", "where missing");
  const first = held(tryLock(folder));
  assert.ok(first.isHeld() && isLocked(folder));
  const second = tryLock(folder);
  assert.equal(second.state === "busy" && second.holder?.pid, process.pid);
  first.release();
  first.release();
  assert.ok(!first.isHeld() && !isLocked(folder));
  const third = held(tryLock(folder));
  first.release();
  assert.ok(third.isHeld());
  third.release();
  assert.deepEqual(readdirSync(folder), []);
});

test("a lock whose heartbeat is old is taken over, and its holder is told once", async (t) => {
  const folder = testFolder(t);
  let lost = 0;
  const sleeper = held(tryLock(folder, { onLost: () => lost++ }));
  age(folder, 15);
  assert.equal(tryLock(folder).state, "busy");
  age(folder, 21);
  const taker = held(tryLock(folder));
  assert.ok(taker.isHeld());
  assert.ok(!sleeper.isHeld() && !sleeper.isHeld());
  assert.equal(lost, 1);
  sleeper.release();
  assert.ok(taker.isHeld());
  taker.release();
  // by the heartbeat alone, without being asked
  const quick = held(tryLock(folder, { beat: 20, onLost: () => lost++ }));
  writeFileSync(join(folder, "writer.lock"), "{}");
  for (let i = 0; i < 100 && lost < 2; i++) await pause(10);
  assert.equal(lost, 2);
  assert.ok(!quick.isHeld());
});

test("the heartbeat keeps a lock fresh", async (t) => {
  const folder = testFolder(t);
  const lock = held(tryLock(folder, { beat: 20 }));
  age(folder, 60);
  await pause(120);
  assert.equal(tryLock(folder).state, "busy");
  lock.release();
});

test("the lock of a process that was killed is free at once, that of another machine after its time", async (t) => {
  const folder = testFolder(t);
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const lock = held(tryLock(folder));
  const mine = readFileSync(join(folder, "writer.lock"), "utf8");
  lock.release();
  writeFileSync(join(folder, "writer.lock"), mine.replace(String(process.pid), String(child.pid)));
  assert.equal(tryLock(folder).state, "busy");
  child.kill("SIGKILL");
  await once(child, "exit");
  held(tryLock(folder)).release();
  // the same number on another machine says nothing
  writeFileSync(join(folder, "writer.lock"), mine.replace(String(process.pid), String(child.pid)).replace(hostname(), "elsewhere"));
  assert.equal(tryLock(folder).state, "busy");
  age(folder, 21);
  held(tryLock(folder)).release();
});

test("a lock file that was cut off by a crash holds until its time is over", (t) => {
  const folder = testFolder(t);
  for (const text of ["", "{\"pid\":", "nonsense", "null"]) {
    writeFileSync(join(folder, "writer.lock"), text);
    assert.deepEqual(tryLock(folder), { state: "busy", holder: undefined });
    age(folder, 21);
    held(tryLock(folder)).release();
  }
});

test("where no lock can be made it is said with the path", (t) => {
  const folder = testFolder(t);
  writeFileSync(join(folder, "file"), "");
  assert.throws(() => tryLock(join(folder, "file")), (error) => error instanceof IndexUnwritable && error.message.includes("cannot be written"));
  assert.ok(!isLocked(join(folder, "file")));
});

test("a folder that no one can make ends in an error and not in a wait", () => {
  // below Linux's /proc Node's own recursive mkdir tries for ever; elsewhere a file is in the way
  const path = process.platform === "linux" ? "/proc/none/index/folder" : join(process.execPath, "index", "folder");
  assert.throws(() => tryLock(path), IndexUnwritable);
});
