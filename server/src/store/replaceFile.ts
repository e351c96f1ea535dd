// Puts a finished file in its place: synchronised, renamed, and tried again where Windows' scanners and indexers hold it open.
import { randomBytes } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { codeOf, unwritable } from "./unwritable.ts";

/** What Windows answers while someone else has the file open. */
const BUSY = new Set(["EPERM", "EBUSY", "EACCES"]);
/** Pauses between attempts, in milliseconds: two seconds in all. */
const PAUSES = [10, 20, 40, 80, 160, 320, 640, 730];

/** Renames `from` to `to`, in place of what is there, and makes the rename last. Throws IndexUnwritable; `from` is then gone. */
export async function moveInto(from: string, to: string, move: (from: string, to: string) => Promise<void> = rename): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await move(from, to);
      await syncFolder(dirname(to));
      return;
    } catch (error) {
      const wait = PAUSES[attempt];
      if (wait === undefined || !BUSY.has(codeOf(error))) {
        await rm(from, { force: true }).catch(() => undefined);
        throw unwritable(to, error);
      }
      await pause(wait);
    }
  }
}

/** A name that no other process, thread or write takes; leftovers of it are known by their ending. */
export const temporaryName = (path: string): string => `${path}.${randomBytes(6).toString("hex")}.tmp`;

/** Writes a small file whole: after a crash at any moment the old one stands there or the new one. Throws IndexUnwritable. */
export async function replaceFile(path: string, bytes: Uint8Array | string): Promise<void> {
  const temporary = temporaryName(path);
  try {
    const file = await open(temporary, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw unwritable(path, error);
  }
  await moveInto(temporary, path);
}

/** A rename lasts when its folder is synchronised; Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // the rename stands; only a power cut in the next seconds could undo it
  }
}
