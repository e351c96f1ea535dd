// The same answers from an index in memory, from segments, and from any mixture of both that edits, flushes and merges leave behind.
import assert from "node:assert/strict";
import { test } from "node:test";
import { lineOf, offsetsOf } from "../../../corpus/src/index/indexedChunk.ts";
import { readChunks } from "../../../corpus/src/index/readChunks.ts";
import type { StoredFile, TextSource } from "../../../corpus/src/index/layer.ts";
import { LayeredStore } from "../../../corpus/src/index/layeredStore.ts";
import { mergeSegments } from "../../../corpus/src/index/segment/mergeSegments.ts";
import type { SegmentReader } from "../../../corpus/src/index/segment/segmentReader.ts";
import { SegmentWriter, type ByteRange } from "../../../corpus/src/index/segment/segmentWriter.ts";
import { titleQuery } from "../../../corpus/src/index/titles.ts";
import { entityToken, subjectToken, visitTokens } from "../../../corpus/src/index/tokens.ts";
import { latestFigures } from "../../../corpus/src/ranking/latestFigures.ts";
import { newestMentions } from "../../../corpus/src/ranking/rankPassages.ts";
import { makeTables } from "../features/desk.ts";
import { random } from "../note/random.ts";
import { joined, openSegment, sampleFiles } from "./segments.ts";

const tables = makeTables();

/** Files as they are on a disk that the test keeps: each change is another time. */
class Disk implements TextSource {
  readonly files = new Map<string, { readonly text: string; readonly modified: number }>();
  readonly changed = new Set<string>();
  #clock = 1000;

  write(path: string, text: string): void {
    this.files.set(path, { text, modified: ++this.#clock });
  }
  isCurrent(file: StoredFile): boolean {
    const now = this.files.get(file.path);
    const same = now !== undefined && now.modified === file.modified && Buffer.byteLength(now.text) === file.size;
    if (!same) this.changed.add(file.path);
    return same;
  }
  read(file: StoredFile, bytes?: readonly [number, number]): string {
    if (!this.isCurrent(file)) return "";
    const text = Buffer.from(this.files.get(file.path)?.text ?? "");
    return (bytes ? text.subarray(bytes[0], bytes[0] + bytes[1]) : text).toString("utf8");
  }
}

const readFile = (disk: Disk, path: string) => {
  const { text, modified } = disk.files.get(path)!;
  return { text, modified, reading: readChunks({ path, text, modified }, tables) };
};

function put(store: LayeredStore, disk: Disk, path: string): void {
  const { text, reading } = readFile(disk, path);
  store.put(reading, text);
}

function writeSegment(disk: Disk, paths: readonly string[]): SegmentReader {
  const writer = new SegmentWriter(tables);
  for (const path of paths) {
    const { text, modified, reading } = readFile(disk, path);
    const bytes = reading.chunks.map((chunk): ByteRange => [Buffer.byteLength(text.slice(0, chunk.start)), Buffer.byteLength(text.slice(chunk.start, chunk.end))]);
    writer.add({ path, size: Buffer.byteLength(text), modified, hash: text.length, encoding: "utf-8" }, reading, text, bytes);
  }
  return openSegment(joined(writer.finish()));
}

const NAMES = ["tsmc", "nvidia", "foxconn", "mediatek", "delta-electronics", "alibaba", "tencent", "hsbc", "apple"];
const PROBES = ["營收", "毛利率", "資料中心", "data center revenue", "訂單"];

/** All that an index answers, in words, whatever its numbers. */
function answers(store: LayeredStore, paths: Iterable<string>): unknown {
  const sentence = (number: number): string[] => {
    const place = store.place(number);
    return place ? [`${place.chunk.path}: ${place.chunk.text.slice(...offsetsOf(place.chunk, place.row))}`] : [];
  };
  const list = (token: number): string[] => [...store.posting(token).slice()].flatMap(sentence).sort();
  const tokens = new Set<number>();
  for (const text of PROBES) visitTokens(text, 0, text.length, (token) => tokens.add(token));
  const numbers = NAMES.flatMap((id) => tables.lexicon.numberOf(id) ?? []);
  const { files, articles, passages, figures } = store.counts();
  const groups = new Map<string, string[]>();
  const texts: string[] = [];
  for (const path of paths) {
    const file = store.file(path)!;
    texts.push(`${path} ${file.articleCount} ${file.text.length}`);
    for (let line = 0; line < file.text.split("\n").length; line++) {
      const chunk = file.chunkAt(line);
      const article = chunk?.articles.find(({ firstLine }) => firstLine === line + 1);
      if (!chunk || !article) continue;
      assert.equal(lineOf(chunk, line), file.text.split("\n")[line]!.replace(/\r$/, ""));
      const group = store.articles.groupOf(chunk, article);
      groups.set(group, [...(groups.get(group) ?? []), `${path}#${article.firstLine}`]);
      assert.ok(store.articles.byId(article.id).some((one) => one.chunk.path === path));
      if (article.title && titleQuery(article.title.slice(0, 6)).length) assert.ok(store.articles.titled(article.title.slice(0, 6), 50).length, article.title);
    }
  }
  return {
    counts: { files, articles, passages, figures },
    lists: [...tokens].map(list),
    named: numbers.map((number) => list(entityToken(number))),
    living: numbers.map((number) => store.living(entityToken(number))),
    told: numbers.map((number) => list(subjectToken(number))),
    newest: numbers.map((number) => newestMentions(store, number, 20).map(({ chunk, row }) => `${chunk.path} ${chunk.text.slice(...offsetsOf(chunk, row))}`)),
    figures: numbers.map((number) => latestFigures(store, number, 6, tables.terms).map((figure) => `${figure.chunk.path} ${figure.line} ${figure.surface} ${figure.metric}`)),
    groups: [...groups.values()].map((one) => one.sort().join()).sort(),
    texts,
  };
}

function fresh(disk: Disk): LayeredStore {
  const store = new LayeredStore(tables.lexicon, tables.terms, disk);
  for (const path of [...disk.files.keys()].sort()) put(store, disk, path);
  return store;
}

const samples = sampleFiles();
const startDisk = (): Disk => {
  const disk = new Disk();
  for (const { path, text } of samples) disk.write(path, text);
  return disk;
};
const pathsOf = (disk: Disk): string[] => [...disk.files.keys()].sort();

test("one segment answers as memory does", () => {
  const disk = startDisk();
  const store = new LayeredStore(tables.lexicon, tables.terms, disk);
  store.addSegment(writeSegment(disk, pathsOf(disk)));
  assert.deepEqual(answers(store, pathsOf(disk)), answers(fresh(disk), pathsOf(disk)));
});

for (const seed of [1, 2, 3])
  test(`edits, renames, deletions, flushes and merges in any order leave the answers of a fresh index (seed ${seed})`, () => {
    const { below, pick } = random(seed);
    const disk = startDisk();
    const store = new LayeredStore(tables.lexicon, tables.terms, disk);
    store.addSegment(writeSegment(disk, pathsOf(disk).slice(0, 20)));
    store.addSegment(writeSegment(disk, pathsOf(disk).slice(20)));
    for (let step = 0; step < 60; step++) {
      const path = pick(pathsOf(disk));
      const { text } = disk.files.get(path)!;
      switch (below(7)) {
        case 0: // a figure is edited
          disk.write(path, text.replace(/\d(?=[億亿萬%])/, (digit) => String((Number(digit) + 1) % 10)));
          put(store, disk, path);
          break;
        case 1: // a line more
          disk.write(path, `${text.trimEnd()}\n\n台積電第三季營收為${step + 1}億元。\n`);
          put(store, disk, path);
          break;
        case 2: {
          const moved = path.replace(/(\.\w+)$/, `-${step}$1`);
          disk.files.delete(path);
          store.remove(path);
          disk.write(moved, text);
          put(store, disk, moved);
          break;
        }
        case 3:
          disk.files.delete(path);
          store.remove(path);
          break;
        case 4: // a copy
          disk.write(`corpus/copy-${step}.md`, text);
          put(store, disk, `corpus/copy-${step}.md`);
          break;
        case 5:
          store.addSegment(writeSegment(disk, [...store.delta.files()].map((file) => file.path)));
          assert.equal(store.delta.counts().files, 0);
          break;
        case 6: {
          const from = below(store.layers.length);
          const count = store.layers.length - from;
          const sources = store.layers.slice(from).map(({ segment, dead }) => ({ reader: segment, isDead: (file: number) => dead[file] === 1 }));
          const parts: Uint8Array[] = [];
          mergeSegments(sources, (part) => parts.push(part));
          store.replaceSegments(from, count, openSegment(joined(parts)));
          break;
        }
      }
    }
    assert.deepEqual(answers(store, pathsOf(disk)), answers(fresh(disk), pathsOf(disk)));
  });

test("a file that changed behind the index's back gives no words and is told, one that only has another time is taken at its word", () => {
  const disk = startDisk();
  const store = new LayeredStore(tables.lexicon, tables.terms, disk);
  store.addSegment(writeSegment(disk, pathsOf(disk)));
  const before = [...store.posting(entityToken(tables.lexicon.numberOf("tsmc")!)).slice()];
  const path = store.place(before[0]!)!.chunk.path;
  const { text } = disk.files.get(path)!;
  disk.write(path, `${text} `);
  assert.equal(store.place(before[0]!), undefined);
  assert.equal(store.file(path), undefined);
  assert.ok(disk.changed.has(path));
  disk.write(path, text);
  assert.equal(store.place(before[0]!), undefined);
  store.restamp(path, disk.files.get(path)!.modified);
  assert.equal(store.place(before[0]!)?.chunk.path, path);
});

test("a segment read before its file changed in memory does not hide what memory has", () => {
  const disk = startDisk();
  const store = new LayeredStore(tables.lexicon, tables.terms, disk);
  const [path] = pathsOf(disk);
  put(store, disk, path!);
  const stale = writeSegment(disk, [path!]);
  disk.write(path!, "台積電第三季營收為777億元。\n");
  put(store, disk, path!);
  store.addSegment(stale, (file) => file.modified !== disk.files.get(file.path)?.modified);
  assert.equal(store.file(path!)?.text, "台積電第三季營收為777億元。\n");
  assert.equal(store.counts().files, 1);
  assert.deepEqual(answers(store, [path!]), answers(only(disk, path!), [path!]));
});

function only(disk: Disk, path: string): LayeredStore {
  const store = new LayeredStore(tables.lexicon, tables.terms, disk);
  put(store, disk, path);
  return store;
}
