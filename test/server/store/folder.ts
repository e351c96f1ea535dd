// A folder of its own for a test, gone when the test is over.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";

export function testFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "tickmark-store-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Numbers that look like chance and are the same in every run. */
export function chance(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}
