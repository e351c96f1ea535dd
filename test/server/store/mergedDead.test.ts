import { strict as assert } from "node:assert";
import { test } from "node:test";
import { mergedDead } from "../../../server/src/store/mergedDead.ts";
import { chance } from "./folder.ts";

test("a file that died while its segment was merged is dead under its new number", () => {
  assert.deepEqual(mergedDead([]), []);
  assert.deepEqual(mergedDead([{ files: 5, leftOut: [1, 3], dead: [1, 2, 3, 4] }, { files: 3, leftOut: [], dead: [0] }]), [1, 2, 3]);
  // against counting file by file
  const next = chance(8);
  for (let round = 0; round < 200; round++) {
    const sources = Array.from({ length: 1 + next(4) }, () => {
      const files = next(12);
      const all = Array.from({ length: files }, (_, i) => i);
      const leftOut = all.filter(() => next(3) === 0);
      return { files, leftOut, dead: all.filter((file) => leftOut.includes(file) || next(3) === 0) };
    });
    let number = 0;
    const expected: number[] = [];
    for (const { files, leftOut, dead } of sources)
      for (let file = 0; file < files; file++) {
        if (leftOut.includes(file)) continue;
        if (dead.includes(file)) expected.push(number);
        number++;
      }
    assert.deepEqual(mergedDead(sources), expected);
  }
});
