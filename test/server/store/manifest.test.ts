import { strict as assert } from "node:assert";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { decodeManifest, encodeManifest, readManifest, readRanges, writeManifest, writeRanges, type Manifest } from "../../../server/src/store/manifest.ts";
import { segmentName } from "../../../server/src/store/names.ts";
import { moveInto } from "../../../server/src/store/replaceFile.ts";
import { IndexUnwritable, unwritableWarning } from "../../../server/src/store/unwritable.ts";
import { chance, testFolder } from "./folder.ts";

const MANIFEST: Manifest = {
  key: "roots version",
  generation: 12,
  segments: [
    { name: segmentName(3), stamp: { length: 40_000_000_000, checksum: 0xfedcba98 }, files: 900, dead: [0, 1, 2, 7, 899], restamped: [[3, 1_700_000_000_001], [898, -5]] },
    { name: segmentName(12), stamp: { length: 77, checksum: 0 }, files: 0, dead: [], restamped: [] },
  ],
  decisions: [
    { action: "merge", id: "jingkong", name: "晶控", type: undefined, by: "Lin", date: "2025-02-01" },
    { action: "confirm", id: "haiwan", name: "海灣 電力", type: "company", by: "", date: "2025-01-01" },
  ],
  complete: false,
  problems: [
    { path: "/news/舊聞.txt", size: 10, modified: 1_700_000_000_123, problems: [{ code: "encoding", message: "read as big5 (guessed)" }] },
    { path: "/news/b.txt", size: 11, modified: 5, problems: [{ code: "encoding", message: "read as big5 (guessed)" }] },
    { path: "/news/c.md", size: 0, modified: 6, problems: [{ code: "front-matter", message: "no date", line: 3 }, { code: "empty", message: "empty" }] },
  ],
};

const sorted = ({ problems, ...rest }: Manifest): unknown => ({ ...rest, problems: [...problems].sort((a, b) => a.modified - b.modified) });

test("a manifest is read as it was written, decisions of several folders in their order", async (t) => {
  const folder = testFolder(t);
  await writeManifest(folder, MANIFEST);
  await writeManifest(folder, { ...MANIFEST, generation: 13 });
  const reading = readManifest(folder, "roots version");
  assert.equal(reading.state, "good");
  assert.deepEqual(sorted(reading.state === "good" ? reading.manifest : MANIFEST), sorted({ ...MANIFEST, generation: 13 }));
  assert.deepEqual(readdirSync(folder), ["manifest"]);
});

test("no manifest is no index, and said only where segments lie there", (t) => {
  const folder = testFolder(t);
  assert.deepEqual(readManifest(folder, "k"), { state: "none" });
  assert.deepEqual(readManifest(join(folder, "none"), "k"), { state: "none" });
  writeFileSync(join(folder, segmentName(1)), "");
  const reading = readManifest(folder, "k");
  assert.equal(reading.state, "none");
  assert.match(reading.state === "none" ? (reading.message ?? "") : "", /^the index in .* is built anew: its manifest is missing$/);
});

test("an older format and other tables are told apart from damage", async (t) => {
  const folder = testFolder(t);
  await writeManifest(folder, MANIFEST);
  const other = readManifest(folder, "roots other");
  assert.equal(other.state, "other format");
  const text = readFileSync(join(folder, "manifest"), "utf8");
  writeFileSync(join(folder, "manifest"), text.replace("tickmark-index 1 ", "tickmark-index 0 "));
  const older = readManifest(folder, "roots version");
  assert.equal(older.state, "other format");
  assert.match(older.state === "other format" ? older.message : "", /it has format 0 and this is format 1/);
  rmSync(join(folder, "manifest"));
});

test("a manifest with any bit changed, or cut off anywhere, is damaged and never read as another", () => {
  const good = encodeManifest(MANIFEST);
  for (let length = 0; length < good.length; length += 1 + (length >> 5)) assert.equal(typeof decodeManifest(good.subarray(0, length)), "string");
  const next = chance(4);
  for (let i = 0; i < 400; i++) {
    const bad = Buffer.from(good);
    const at = i < 60 ? i % 40 : next(good.length);
    bad[at] = bad[at]! ^ (1 << next(8));
    const read = decodeManifest(bad);
    // a changed format number is another format, which is as well built anew
    assert.ok(typeof read === "string" || "format" in read, `bit of byte ${at}`);
  }
});

test("a manifest that is whole and makes no sense is damaged: names that lead elsewhere, numbers out of bounds", () => {
  const broken = (change: Record<string, unknown>): unknown => decodeManifest(encodeManifest({ ...MANIFEST, ...change } as Manifest));
  const [segment] = MANIFEST.segments;
  for (const change of [
    { segments: [{ ...segment, name: "../../etc/passwd" }] },
    { segments: [{ ...segment, dead: [900] }] },
    { segments: [{ ...segment, dead: [5, 4] }] },
    { segments: [{ ...segment, files: -1 }] },
    { segments: [{ ...segment, restamped: [[900, 1]] }] },
    { segments: [{ ...segment, restamped: [[3]] }] },
    { segments: [{ ...segment, stamp: { length: "7", checksum: 1 } }] },
    { key: 5 },
    { generation: 1.5 },
    { complete: "yes" },
    { problems: [{ path: 5, size: 1, modified: 1, problems: [] }] },
    { problems: [{ path: "/a", size: 1, modified: 1, problems: [{ code: "new", message: "" }] }] },
  ])
    assert.equal(broken(change), "its manifest makes no sense", JSON.stringify(change));
  assert.equal(typeof broken({}), "object");
});

test("dead files are kept as ranges", () => {
  assert.equal(writeRanges([]), "");
  assert.equal(writeRanges([0, 1, 2, 5, 7, 8]), "0-2,5,7-8");
  assert.deepEqual(readRanges("0-2,5,7-8", 9), [0, 1, 2, 5, 7, 8]);
  for (const bad of ["8", "3-1", "a", "1,1", "-1", "1-", ",", "0-99999999999"]) assert.equal(readRanges(bad, 8), undefined, bad);
});

test("a rename that Windows refuses for a moment is tried again, one that fails for good is told and leaves the old file", async (t) => {
  const folder = testFolder(t);
  const [from, to] = [join(folder, "new"), join(folder, "old")];
  writeFileSync(from, "new");
  writeFileSync(to, "old");
  let refused = 0;
  await moveInto(from, to, async (one, other) => {
    if (refused++ < 3) throw Object.assign(new Error("busy"), { code: ["EPERM", "EBUSY", "EACCES"][refused - 1] });
    await rename(one, other);
  });
  assert.equal(refused, 4);
  assert.equal(readFileSync(to, "utf8"), "new");
  writeFileSync(from, "newer");
  await assert.rejects(
    moveInto(from, to, () => Promise.reject(Object.assign(new Error("full"), { code: "ENOSPC" }))),
    (error) => error instanceof IndexUnwritable && /the disk is full/.test(error.message) && /Free some space/.test(unwritableWarning(error)),
  );
  assert.deepEqual(readdirSync(folder), ["old"]);
  assert.equal(readFileSync(to, "utf8"), "new");
});

test("a folder that is none cannot be written, and that is said with its path", async (t) => {
  const folder = testFolder(t);
  writeFileSync(join(folder, "file"), "");
  await assert.rejects(writeManifest(join(folder, "file"), MANIFEST), (error) => error instanceof IndexUnwritable && error.code === "ENOTDIR" && error.message.includes("file/manifest"));
});
