import { strict as assert } from "node:assert";
import { readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { crc32, crc32ByTable } from "../../../server/src/store/crc32.ts";
import { SegmentDamaged } from "../../../corpus/src/index/segment/segmentDamaged.ts";
import { openPagedFile, PAGE, writePagedFile, type Stamp } from "../../../server/src/store/pagedFile.ts";
import { IndexUnwritable } from "../../../server/src/store/unwritable.ts";
import { chance, testFolder } from "./folder.ts";

const bytesOf = (length: number): Buffer => {
  const next = chance(length + 7);
  return Buffer.from(Uint8Array.from({ length }, () => next(256)));
};

async function written(t: TestContext, data: Buffer, parts = 1): Promise<{ path: string; stamp: Stamp; folder: string }> {
  const folder = testFolder(t);
  const path = join(folder, "segment");
  const writer = writePagedFile(path);
  const size = Math.max(1, Math.ceil(data.length / parts));
  for (let at = 0; at < data.length; at += size) writer.write(data.subarray(at, at + size));
  return { path, folder, stamp: await writer.finish() };
}

test("the two ways to a CRC-32 agree, whole and going on", () => {
  const data = bytesOf(10_001);
  assert.equal(crc32ByTable(data), crc32(data));
  assert.equal(crc32ByTable(data.subarray(77), crc32ByTable(data.subarray(0, 77))), crc32(data));
  assert.equal(crc32ByTable(Buffer.from("123456789")), 0xcbf43926);
});

test("what was written is read at any offset, whatever the parts it came in", async (t) => {
  for (const [length, parts] of [[0, 1], [1, 1], [PAGE, 3], [PAGE + 1, 900], [70 * PAGE + 5, 7], [300 * PAGE, 1]] as const) {
    const data = bytesOf(length);
    const { path, stamp, folder } = await written(t, data, parts);
    assert.deepEqual(readdirSync(folder), ["segment"]);
    const file = openPagedFile(path, stamp);
    assert.equal(file.length, length);
    const next = chance(3);
    for (let i = 0; i < 50 && length; i++) {
      const offset = next(length);
      const count = next(Math.min(length - offset, i % 2 ? 40 : 3 * PAGE) + 1);
      assert.ok(data.subarray(offset, offset + count).equals(file.readAt(offset, count)));
    }
    assert.ok(data.equals(file.readAt(0, length)));
    file.close();
    assert.throws(() => file.readAt(0, length), SegmentDamaged);
  }
});

test("what was read stays as it is whatever is read after it, and can be looked at as numbers", async (t) => {
  const data = bytesOf(20 * PAGE);
  const { path } = await written(t, data);
  const file = openPagedFile(path);
  const all = Array.from({ length: 200 }, (_, i) => file.readAt(i * 17, 123));
  all.forEach((bytes, i) => {
    assert.ok(data.subarray(i * 17, i * 17 + 123).equals(bytes));
    assert.equal(bytes.byteOffset % 8, 0);
  });
  file.close();
});

test("offsets outside the data are refused", async (t) => {
  const { path } = await written(t, bytesOf(100));
  const file = openPagedFile(path);
  for (const [offset, count] of [[-1, 1], [0, 101], [100, 1], [0.5, 1], [NaN, 1], [0, -1], [1e300, 1e300]] as const) assert.throws(() => file.readAt(offset, count), SegmentDamaged);
  assert.equal(file.readAt(100, 0).length, 0);
  file.close();
});

test("a changed byte anywhere is noticed: at opening, or when its page is read, and never read as good", async (t) => {
  const data = bytesOf(9 * PAGE + 123);
  const { path, stamp } = await written(t, data);
  const whole = readFileSync(path);
  const next = chance(11);
  for (let i = 0; i < 150; i++) {
    const at = i < 40 ? whole.length - 1 - i : next(whole.length);
    const bad = Buffer.from(whole);
    bad[at] = bad[at]! ^ (1 << next(8));
    writeFileSync(path, bad);
    for (const expected of [stamp, undefined])
      assert.throws(() => {
        const file = openPagedFile(path, expected);
        try {
          const untouched = at < PAGE ? 5 * PAGE : 0;
          assert.ok(data.subarray(untouched, untouched + 9).equals(file.readAt(untouched, 9)));
          file.readAt(0, data.length);
        } finally {
          file.close();
        }
      }, SegmentDamaged);
  }
});

test("a file cut off, another file, an empty one and none are refused", async (t) => {
  const { path, stamp, folder } = await written(t, bytesOf(5 * PAGE));
  const { path: other } = await written(t, bytesOf(5 * PAGE - 1).subarray(1));
  const whole = readFileSync(path);
  assert.throws(() => openPagedFile(other, stamp), SegmentDamaged);
  for (const length of [whole.length - 1, whole.length - 40, PAGE, 31, 0]) {
    truncateSync(path, length);
    assert.throws(() => openPagedFile(path), SegmentDamaged);
    assert.throws(() => openPagedFile(path, stamp), SegmentDamaged);
    writeFileSync(path, whole);
  }
  assert.throws(() => openPagedFile(join(folder, "none")), SegmentDamaged);
  assert.throws(() => openPagedFile(folder), SegmentDamaged);
});

test("a file that is given up, or cannot be made, leaves nothing behind", async (t) => {
  const folder = testFolder(t);
  const writer = writePagedFile(join(folder, "segment"));
  writer.write(bytesOf(100 * PAGE));
  assert.equal(readdirSync(folder).length, 1);
  writer.abort();
  writer.abort();
  assert.deepEqual(readdirSync(folder), []);
  assert.throws(() => writePagedFile(join(folder, "none", "segment")), (error) => error instanceof IndexUnwritable && error.code === "ENOENT");
});

test("a full disk is said as such, and nothing is left behind", async (t) => {
  const folder = testFolder(t);
  const path = join(folder, "segment");
  const full = (): number => {
    throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  };
  const isFull = (error: unknown): boolean => error instanceof IndexUnwritable && error.code === "ENOSPC" && error.message === `${path} cannot be written (the disk is full)`;
  const long = writePagedFile(path, full);
  assert.throws(() => long.write(bytesOf(100 * PAGE)), isFull);
  const short = writePagedFile(path, full);
  short.write(bytesOf(9));
  await assert.rejects(short.finish(), isFull);
  assert.deepEqual(readdirSync(folder), []);
});

test("reads within a page take microseconds", async (t) => {
  const { path } = await written(t, bytesOf(500 * PAGE));
  const file = openPagedFile(path);
  const next = chance(5);
  for (let i = 0; i < 5000; i++) file.readAt(next(499 * PAGE), 300);
  const start = performance.now();
  for (let i = 0; i < 20_000; i++) file.readAt(next(499 * PAGE), 300);
  const each = ((performance.now() - start) / 20_000) * 1000;
  t.diagnostic(`${each.toFixed(2)} µs a read of 300 bytes`);
  assert.ok(each < 50, `${each} µs`);
  file.close();
});
