import { strict as assert } from "node:assert";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { SegmentDamaged } from "../../../corpus/src/index/segment/segmentDamaged.ts";
import { SegmentReader } from "../../../corpus/src/index/segment/segmentReader.ts";
import type { FoundFile } from "../../../server/src/host/walk.ts";
import { openPagedFile } from "../../../server/src/store/pagedFile.ts";
import { ARTICLES, AT_FILE, SHARED, STOP, WISH, type ReadAnswer } from "../../../server/src/worker/jobs.ts";
import { mergeFiles } from "../../../server/src/worker/mergeFiles.ts";
import { readBatch } from "../../../server/src/worker/readBatch.ts";
import { makeTables } from "../../corpus/features/desk.ts";
import { testFolder } from "../store/folder.ts";

const tables = makeTables();
const article = (name: string, revenue: string): string => `---\ntitle: ${name}財報\ndate: 2025-11-01\n---\n\n${name}第三季營收為${revenue}億元，年增12%。\n`;

function corpus(t: TestContext, texts: Readonly<Record<string, string | Uint8Array>>): { readonly folder: string; readonly files: FoundFile[] } {
  const folder = testFolder(t);
  const files = Object.entries(texts).map(([name, text]) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    const { size, mtimeMs } = statSync(path);
    return { path, size, modified: Math.trunc(mtimeMs) };
  });
  return { folder, files };
}

const read = (files: readonly FoundFile[], into?: string, shared = new Int32Array(SHARED)): Promise<ReadAnswer> => readBatch({ kind: "read", files, ...(into === undefined ? {} : { into }) }, tables, shared);

const overBytes = (bytes: Uint8Array): SegmentReader => new SegmentReader((offset, length) => bytes.slice(offset, offset + length), bytes.length);

test("files become one segment that knows their stamps, and the bytes of each chunk are its text", async (t) => {
  const { folder, files } = corpus(t, { "a.md": article("台積電", "9899.2"), "b.md": `\ufeff${article("聯發科", "1421")}`, "c.txt": "" });
  const shared = new Int32Array(SHARED);
  const path = join(folder, "segment-1-00000000");
  const answer = await read(files, path, shared);
  assert.ok(answer.segment && "path" in answer.segment && answer.segment.path === path);
  assert.deepEqual([answer.read, answer.files, answer.articles], [3, 3, 2]);
  assert.deepEqual(answer.problems.map(({ path: of, problems: [problem] }) => [of.slice(-5), problem?.code]), [["c.txt", "empty"]]);
  assert.deepEqual([shared[AT_FILE], shared[ARTICLES]], [3, 2]);
  const file = openPagedFile(path, answer.segment.stamp);
  const reader = new SegmentReader(file.readAt, file.length);
  assert.deepEqual([...reader.stamps.size], files.map(({ size }) => size));
  assert.deepEqual([...reader.stamps.modified], files.map(({ modified }) => modified));
  for (const { path: of } of files.slice(0, 2)) {
    const number = reader.fileOf(of) ?? assert.fail();
    const [chunk] = reader.chunksOf(number);
    const [offset, length] = reader.place(chunk).bytes ?? assert.fail();
    const { start, end } = reader.chunk(chunk);
    const text = readFileSync(of, "utf8").replace(/^\ufeff/, "");
    assert.equal(readFileSync(of).toString("utf8", offset, offset + length), text.slice(start, end));
  }
  file.close();
});

test("what cannot be read is told with its stamp, and is in no segment", async (t) => {
  const { files } = corpus(t, { "a.md": article("台積電", "9899.2"), "b.txt": readFileSync(process.execPath).subarray(0, 2000) });
  const gone = { path: "/nowhere/c.md", size: 7, modified: 8 };
  const answer = await read([gone, ...files]);
  assert.deepEqual([answer.read, answer.files], [3, 1]);
  assert.deepEqual(answer.problems.map(({ problems }) => problems[0]?.code), ["unreadable", "binary"]);
  assert.deepEqual({ ...answer.problems[0], problems: [] }, { ...gone, problems: [] });
  const none = await read([gone]);
  assert.ok(!none.segment && none.read === 1);
});

test("without a path, and where the path cannot be written, the segment comes as bytes", async (t) => {
  const { folder, files } = corpus(t, { "a.md": article("台積電", "9899.2") });
  for (const into of [undefined, join(folder, "none", "segment")]) {
    const answer = await read(files, into);
    assert.ok(answer.segment && "bytes" in answer.segment);
    assert.equal(overBytes(answer.segment.bytes).counts.articles, 1);
    assert.equal(answer.refused?.code, into && "ENOENT");
  }
});

test("told to stop, a batch ends behind its file and is whole", async (t) => {
  const { files } = corpus(t, { "a.md": article("台積電", "1"), "b.md": article("聯發科", "2") });
  const shared = new Int32Array(SHARED);
  shared[WISH] = STOP;
  const answer = await read(files, undefined, shared);
  assert.deepEqual([answer.read, answer.files, answer.articles], [1, 1, 1]);
});

test("segments are merged in their order without their dead files; a damaged one is refused and nothing is left", async (t) => {
  const { folder, files } = corpus(t, { "a.md": article("台積電", "1"), "b.md": article("聯發科", "2"), "c.md": article("鴻海", "3") });
  const from = await Promise.all(
    [files.slice(0, 2), files.slice(2)].map(async (some, i) => {
      const { segment } = await read(some, join(folder, `segment-${i}-00000000`));
      return segment && "path" in segment ? { ...segment, dead: i ? [] : [0] } : assert.fail();
    }),
  );
  const into = join(folder, "segment-9-00000000");
  const merged = await mergeFiles({ kind: "merge", from, into });
  assert.equal(merged.files, 2);
  const file = openPagedFile(into, merged.stamp);
  const reader = new SegmentReader(file.readAt, file.length);
  assert.deepEqual(files.map(({ path }) => reader.fileOf(path)), [undefined, 0, 1]);
  file.close();
  const bytes = readFileSync(from[1]!.path);
  bytes[100] = bytes[100]! ^ 1;
  writeFileSync(from[1]!.path, bytes);
  const before = readdirSync(folder).length;
  await assert.rejects(mergeFiles({ kind: "merge", from, into: join(folder, "segment-10-00000000") }), SegmentDamaged);
  assert.equal(readdirSync(folder).length, before);
});
