import { strict as assert } from "node:assert";
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { chunkBytes } from "../../../server/src/host/chunkBytes.ts";
import { readSourceFile, type ReadSource } from "../../../server/src/host/readSourceFile.ts";

const TEXT = "風電大廠營收320億元。😀\r\nSales rose 12 %.\n第二篇：海灣電力年增三成。\n";

function readBytes(bytes: Uint8Array): ReadSource {
  const folder = mkdtempSync(join(tmpdir(), "tickmark-read-"));
  try {
    const path = join(folder, "a.txt");
    writeFileSync(path, bytes);
    utimesSync(path, 1_700_000_000, 1_700_000_000);
    return readSourceFile(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("a file comes with its size, time, content hash and encoding", () => {
  const bytes = Buffer.from(TEXT);
  const read = readBytes(bytes);
  assert.equal(read.source?.text, TEXT);
  assert.deepEqual({ ...read.bytes, hash: 0 }, { size: bytes.length, modified: 1_700_000_000_000, hash: 0, encoding: "utf-8", mark: 0 });
  assert.equal(read.bytes?.hash, readBytes(bytes).bytes?.hash);
  assert.notEqual(read.bytes?.hash, readBytes(Buffer.from(`${TEXT} `)).bytes?.hash);
  assert.ok(Number.isSafeInteger(read.bytes?.hash));
});

test("chunks lie in the bytes where their text does, with and without mark", () => {
  const second = TEXT.indexOf("Sales");
  const third = TEXT.indexOf("第二篇");
  for (const mark of ["", "\ufeff"]) {
    const bytes = Buffer.from(mark + TEXT);
    const read = readBytes(bytes);
    assert.equal(read.bytes?.mark, mark ? 3 : 0);
    // the second line is of no chunk
    const places = chunkBytes(TEXT, read.bytes?.mark ?? -1, [{ start: 0, end: second }, { start: third, end: TEXT.length }]);
    assert.deepEqual(places.map(([at, length]) => bytes.toString("utf8", at, at + length)), [TEXT.slice(0, second), TEXT.slice(third)]);
  }
});

test("where characters do not stand for their bytes in UTF-8 there are no places", () => {
  const broken = Buffer.from(TEXT.repeat(9));
  broken[50] = 0xff;
  const utf16 = Buffer.from(`\ufeff${TEXT}`, "utf16le");
  const cut = Buffer.from(TEXT.trimEnd()).subarray(0, -1);
  for (const bytes of [broken, utf16, cut]) {
    const read = readBytes(bytes);
    assert.ok(read.source);
    assert.equal(read.bytes?.mark, undefined);
  }
});

test("what cannot be read has a reason and nothing else", () => {
  assert.deepEqual(readSourceFile("/nowhere/at/all.txt"), { problems: [{ code: "unreadable", message: "cannot be read (the file is gone)" }] });
  const binary = readBytes(readFileSync(process.execPath).subarray(0, 2000));
  assert.equal(binary.problems[0]?.code, "binary");
  assert.ok(!binary.source && !binary.bytes);
});
