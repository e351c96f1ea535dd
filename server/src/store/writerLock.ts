// Who may write an index folder: one process at a time, by a lock file with a heartbeat. A process that was killed, or slept
// longer than the heartbeat may be old, loses it to the next that asks.
import { randomBytes } from "node:crypto";
import { closeSync, futimesSync, linkSync, mkdirSync, openSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { LOCK } from "./names.ts";
import { codeOf, unwritable } from "./unwritable.ts";

/** Milliseconds between heartbeats, and the age from which one is nobody's. */
const BEAT = 5_000;
const STALE = 20_000;

export interface LockHolder {
  readonly pid: number;
  /** Host, system and process namespace: only there does the pid mean anything. */
  readonly host: string;
  readonly id: string;
}

export interface WriterLock {
  /** Looks at the disk: ask before each write of the manifest. */
  isHeld(): boolean;
  /** Gives the lock back; a second call does nothing. */
  release(): void;
}

export type Locking = { readonly state: "held"; readonly lock: WriterLock } | { readonly state: "busy"; readonly holder: LockHolder | undefined };

export interface LockOptions {
  /** Called once, from the heartbeat or from `isHeld`, when another process has the lock: stop writing. Not after `release`. */
  readonly onLost?: () => void;
  /** For tests: milliseconds between heartbeats and their greatest age. */
  readonly beat?: number;
  readonly stale?: number;
}

/** Takes the lock of an index folder, which is made where it is missing. Throws IndexUnwritable where no file can be made. */
export function tryLock(folder: string, { onLost, beat = BEAT, stale = STALE }: LockOptions = {}): Locking {
  const path = join(folder, LOCK);
  const me: LockHolder = { pid: process.pid, host: thisHost(), id: randomBytes(8).toString("hex") };
  try {
    makeFolder(folder);
    // whoever comes between removing a stale lock and making ours has it
    for (let attempt = 0; attempt < 2; attempt++) {
      const file = make(path, me);
      if (file !== undefined) return { state: "held", lock: hold(path, me, file, beat, onLost) };
      const seen = look(path);
      if (seen && !isStale(seen, stale)) return { state: "busy", holder: seen.holder };
      if (seen && !removeStale(path, seen, me)) break;
    }
    return { state: "busy", holder: look(path)?.holder };
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** Whether some process holds the lock of a folder now. */
export function isLocked(folder: string, stale = STALE): boolean {
  const seen = look(join(folder, LOCK));
  return seen !== undefined && !isStale(seen, stale);
}

/** Node's own way with `recursive` never ends below /proc, and calls a read-only disk ENOENT. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if (codeOf(error) === "EEXIST" && statSync(path).isDirectory()) return;
    if (codeOf(error) !== "ENOENT" || dirname(path) === path) throw error;
    makeFolder(dirname(path));
    if (!statSync(path, { throwIfNoEntry: false })) mkdirSync(path);
  }
}

/** Makes the lock file; undefined where there is one. The open file stays: beating on it can never touch another's. */
function make(path: string, me: LockHolder): number | undefined {
  let file: number;
  try {
    file = openSync(path, "wx");
  } catch (error) {
    if (codeOf(error) === "EEXIST") return undefined;
    throw error;
  }
  try {
    writeSync(file, `${JSON.stringify(me)}\n`);
    return file;
  } catch (error) {
    closeSync(file);
    rmSync(path, { force: true });
    throw error;
  }
}

interface Seen {
  /** Undefined while it is being written, or where it was cut off by a crash. */
  readonly holder: LockHolder | undefined;
  readonly beat: number;
}

function look(path: string): Seen | undefined {
  try {
    const { mtimeMs } = statSync(path);
    return { holder: readHolder(readFileSync(path, "utf8")), beat: mtimeMs };
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return undefined;
    // Windows while it is being removed
    return { holder: undefined, beat: Date.now() };
  }
}

function readHolder(text: string): LockHolder | undefined {
  try {
    const holder: unknown = JSON.parse(text);
    if (typeof holder !== "object" || holder === null || !("pid" in holder) || !("host" in holder) || !("id" in holder)) return undefined;
    const { pid, host, id } = holder;
    return typeof pid === "number" && Number.isInteger(pid) && pid > 0 && typeof host === "string" && typeof id === "string" ? { pid, host, id } : undefined;
  } catch {
    return undefined;
  }
}

const isStale = ({ holder, beat }: Seen, stale: number): boolean => Date.now() - beat > stale || (holder?.host === thisHost() && !isAlive(holder.pid));

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== "ESRCH";
  }
}

/**
 * Moves a stale lock aside, so that of several who see it one alone goes on, and looks again at what was moved: where it is
 * not the stale one any more (another was quicker and has its own lock there by now), it is put back. True if it is gone.
 */
function removeStale(path: string, seen: Seen, me: LockHolder): boolean {
  const aside = `${path}.${me.id}.aside`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return true;
    // Windows: someone has it open just now
    return false;
  }
  const moved = look(aside);
  const isSame = moved?.holder?.id === seen.holder?.id && moved?.beat === seen.beat;
  if (!isSame) putBack(aside, path);
  rmSync(aside, { force: true });
  return isSame;
}

function putBack(aside: string, path: string): void {
  try {
    // unlike a rename it never replaces a lock that was made meanwhile
    linkSync(aside, path);
  } catch {
    try {
      if (!statSync(path, { throwIfNoEntry: false })) renameSync(aside, path);
    } catch {
      // its holder finds that it has lost it, and asks again
    }
  }
}

function hold(path: string, me: LockHolder, file: number, beat: number, onLost: (() => void) | undefined): WriterLock {
  let state: "held" | "released" | "lost" = "held";
  const drop = (to: "released" | "lost"): void => {
    state = to;
    clearInterval(timer);
    closeSync(file);
  };
  const isHeld = (): boolean => {
    if (state !== "held") return false;
    if (look(path)?.holder?.id === me.id) return true;
    drop("lost");
    onLost?.();
    return false;
  };
  const timer = setInterval(() => {
    if (!isHeld()) return;
    try {
      const now = new Date();
      futimesSync(file, now, now);
    } catch {
      // a beat that is missed three times makes the lock stale, and then it is lost
    }
  }, beat);
  timer.unref();
  return {
    isHeld,
    release: () => {
      if (state !== "held") return;
      const mine = look(path)?.holder?.id === me.id;
      drop("released");
      if (mine) rmSync(path, { force: true });
    },
  };
}

let host: string | undefined;

/** A name for the space in which this process's number is unique: a container or Linux under Windows has its own. */
function thisHost(): string {
  if (host !== undefined) return host;
  let space = "";
  try {
    space = readlinkSync("/proc/self/ns/pid");
  } catch {
    // not Linux
  }
  return (host = `${hostname()} ${process.platform} ${space}`.trim());
}
