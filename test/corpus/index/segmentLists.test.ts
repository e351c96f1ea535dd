// Posting lists as bytes: every list by its key, the newest of it first, cut where it is long.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CUT } from "../../../corpus/src/index/segment/format.ts";
import { CollectedLists } from "../../../corpus/src/index/segment/collectedLists.ts";
import { ListReader } from "../../../corpus/src/index/segment/listReader.ts";
import { ListWriter } from "../../../corpus/src/index/segment/listWriter.ts";
import { mergeLists } from "../../../corpus/src/index/segment/mergeLists.ts";
import { GONE } from "../../../corpus/src/index/segment/renumbering.ts";
import { dice, joined, keysOf } from "./segments.ts";

type Lists = ReadonlyMap<number, readonly number[]>;

function written(fill: (lists: ListWriter) => void, limit: number): ListReader {
  const parts: Uint8Array[] = [];
  const writer = new ListWriter((bytes) => parts.push(bytes.slice()));
  fill(writer);
  const blocks = writer.finish();
  const bytes = joined(parts);
  return new ListReader((offset, length) => bytes.subarray(offset, offset + length), bytes.length, blocks, limit);
}

const ofMap = (lists: Lists, limit: number, isCut = false): ListReader =>
  written((writer) => {
    for (const key of [...lists.keys()].sort((a, b) => a - b)) writer.add(key, Uint32Array.from(lists.get(key)!), lists.get(key)!.length, isCut);
  }, limit);

/** Lists of all lengths, from one number to nearly all. */
function someLists(next: () => number, limit: number, keys: number): Lists {
  const lists = new Map<number, number[]>();
  for (let i = 0; i < keys; i++) {
    const share = next() ** 8;
    const gap = Math.max(1, Math.floor(1 / Math.max(share, 2 / limit)));
    const list: number[] = [];
    for (let number = Math.floor(next() * gap * 2); number < limit; number += 1 + Math.floor(next() * gap * 2)) list.push(number);
    if (list.length) lists.set(Math.floor(next() * 2 ** 32), list);
  }
  return lists;
}

test("every list is found by its key, whole or its newest, and no other key has one", () => {
  const lists = someLists(dice(3), 5000, 1500);
  const reader = ofMap(lists, 5000);
  const into = new Uint32Array(6000);
  for (const [key, list] of lists) {
    assert.equal(reader.count(key), list.length);
    assert.deepEqual([...reader.get(key)], list);
    for (const most of [1, 7, 255, 257, 4000]) assert.deepEqual([...reader.get(key, most, into)], list.slice(-most));
    assert.equal(reader.count(key + 1), lists.get(key + 1)?.length ?? 0);
  }
  assert.equal(reader.get(lists.keys().next().value!, 0).length, 0);
  assert.equal(reader.get(0).length, lists.get(0)?.length ?? 0);
  assert.deepEqual(keysOf(reader), [...lists.keys()].sort((a, b) => a - b));
});

test("a long list keeps the newest thirty thousand and says how many there were", () => {
  const list = Array.from({ length: 50_000 }, (_, i) => i * 3);
  const reader = ofMap(new Map([[5, list], [9, [1, 2]]]), 200_000, true);
  assert.equal(reader.count(5), 50_000);
  assert.deepEqual([...reader.get(5)], list.slice(-CUT));
  assert.deepEqual([...reader.get(5, 10)], list.slice(-10));
  assert.deepEqual([...reader.get(9)], [1, 2]);
  assert.equal(ofMap(new Map([[5, list]]), 200_000).get(5).length, 50_000);
});

test("reading the newest of a long list reads few bytes", () => {
  const parts: Uint8Array[] = [];
  const writer = new ListWriter((bytes) => parts.push(bytes.slice()));
  writer.add(1, Uint32Array.from({ length: 400_000 }, (_, i) => i * 7 + (i % 5)), 400_000, false);
  const blocks = writer.finish();
  const bytes = joined(parts);
  let read = 0;
  const reader = new ListReader((offset, length) => ((read += length), bytes.subarray(offset, offset + length)), bytes.length, blocks, 3_000_000);
  assert.equal(reader.get(1, 100).length, 100);
  assert.ok(bytes.length > 100_000 && read < 3000, `${read} of ${bytes.length}`);
});

test("lists merge into what they would be had they been written as one", () => {
  const next = dice(5);
  const shared = someLists(next, 900, 300);
  const parts = [shared, someLists(next, 900, 300), new Map([...shared].map(([key, list]) => [key, list.filter((number) => number % 3)] as const).filter(([, list]) => list.length))];
  const together = new Map<number, number[]>();
  parts.forEach((lists, i) => {
    for (const [key, list] of lists) together.set(key, [...(together.get(key) ?? []), ...list.map((number) => number + i * 900)]);
  });
  const merged = written(
    (out) => mergeLists(parts.map((lists, i) => ({ lists: ofMap(lists, 900), renumber: (number: number) => number + i * 900, key: (key: number) => key, whole: true })), out, () => false),
    2700,
  );
  for (const [key, list] of together) assert.deepEqual([...merged.get(key)], list);
  assert.equal(keysOf(merged).length, together.size);
});

test("dead numbers and keys are left out of a merge, and what is left moves up", () => {
  const lists: Lists = new Map([[1, [0, 1, 2, 3]], [2, [1, 3]], [3, [2]], [4, [0]]]);
  const alive = new Map([[0, 10], [2, 11]]);
  const merged = written(
    (out) => mergeLists([{ lists: ofMap(lists, 4), renumber: (number) => alive.get(number) ?? GONE, key: (key) => (key === 4 ? GONE : key), whole: false }], out, () => false),
    12,
  );
  assert.deepEqual(keysOf(merged), [1, 3]);
  assert.deepEqual([...merged.get(1)], [10, 11]);
  assert.deepEqual([...merged.get(3)], [11]);
});

test("cut lists merge to the newest of both, with the counts of both", () => {
  const long = (length: number): Lists => new Map([[1, Array.from({ length }, (_, i) => i)]]);
  const merged = written(
    (out) => mergeLists([40_000, 12_000].map((length, i) => ({ lists: ofMap(long(length), 40_000, true), renumber: (number) => number + i * 40_000, key: (key) => key, whole: true })), out, () => true),
    80_000,
  );
  assert.equal(merged.count(1), 52_000);
  const list = merged.get(1);
  assert.equal(list.length, CUT);
  assert.equal(list[0], 40_000 - (CUT - 12_000));
  assert.equal(list.at(-1), 51_999);
});

test("what was collected comes back key by key, each number once", () => {
  const next = dice(9);
  const lists = new CollectedLists();
  const expected = new Map<number, Set<number>>();
  for (let number = 0; number < 4000; number++)
    for (let i = Math.floor(next() * 200); i > 0; i--) {
      const key = next() < 0.5 ? Math.floor(next() * 50) : Math.floor(next() ** 3 * 2 ** 32);
      lists.add(key, number);
      expected.set(key, (expected.get(key) ?? new Set()).add(number));
    }
  const keys: number[] = [];
  lists.visit((key, numbers, count) => {
    keys.push(key);
    assert.deepEqual([...numbers.subarray(0, count)], [...expected.get(key)!]);
  });
  assert.deepEqual(keys, [...expected.keys()].sort((a, b) => a - b));
});
