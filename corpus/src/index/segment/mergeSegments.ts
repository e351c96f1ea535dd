// Makes one segment of several, files in their order, without the dead ones: byte for byte what SegmentWriter would have written
// from the files that stay, except that long lists which were cut before do not grow again where files are dead. Reads and writes
// from front to back and holds no more than the columns, and one block of each source's lists.
import type { CopyHashes } from "./articleRecords.ts";
import { growing32 } from "../growing.ts";
import { ByteReader } from "./byteReader.ts";
import { ByteWriter } from "./byteWriter.ts";
import { renumberChunk } from "./encodeChunk.ts";
import { readFile } from "./fileRecords.ts";
import { isCut, NO_BYTES, type SegmentCounts } from "./format.ts";
import { hashText } from "./hashText.ts";
import { writeLists } from "./listWriter.ts";
import { mergeLists } from "./mergeLists.ts";
import { GONE, joinEntities, renumber, type Renumbering } from "./renumbering.ts";
import { SegmentColumns, type Hashes } from "./segmentColumns.ts";
import { must } from "./segmentDamaged.ts";
import { SegmentOutput } from "./segmentOutput.ts";
import type { SegmentReader } from "./segmentReader.ts";

export interface MergeSource {
  readonly reader: SegmentReader;
  /** Whether a file is gone or stands in a newer segment. */
  readonly isDead?: (file: number) => boolean;
}

/** Articles whose hashes are kept at once while copies are found. */
const KEPT_HASHES = 2048;

/**
 * Merges segments, the oldest first. The parts given to `writePart` are its to keep, and stand one behind the other in the file.
 * Throws SegmentDamaged where a source is damaged, and RangeError where the result would pass 4 GB.
 */
export function mergeSegments(sources: readonly MergeSource[], writePart: (bytes: Uint8Array) => void): SegmentCounts {
  const parts: Renumbering[] = [];
  let sentences = 0;
  let articles = 0;
  for (const { reader, isDead } of sources) {
    const part = renumber(reader, isDead, sentences, articles);
    parts.push(part);
    sentences += part.sentences;
    articles += part.articles;
  }
  if (sources.reduce((sum, { reader }) => sum + reader.length, 0) > GONE) throw new RangeError("segments of more than 4 GB together");
  const entities = joinEntities(parts);
  const out = new SegmentOutput(writePart);
  const columns = new SegmentColumns();
  writeChunks(out, columns, parts, entities.numbers);
  writeFiles(out, columns, parts);
  const entityAt = growing32();
  out.section("entityData", (put) => {
    let at = 0;
    for (let entity = 0; entity < entities.hashes.length; entity++) {
      const bytes = parts[entities.sources[entity] as number]?.reader.entityBytes(entities.originals[entity] as number);
      must(bytes !== undefined, "a merge lost a segment");
      entityAt.push(at);
      at += bytes.length;
      put(bytes);
    }
  });
  const same = (key: number): number => key;
  writeLists(out, "tokenLists", "tokenBlocks", (lists) =>
    mergeLists(parts.map(({ reader, sentence, whole }) => ({ lists: reader.tokens, renumber: sentence, key: same, whole })), lists, isCut));
  writeLists(out, "entityLists", "entityBlocks", (lists) =>
    mergeLists(
      parts.map(({ reader, sentence, whole }, i) => ({
        lists: reader.named,
        renumber: sentence,
        key: (key) => {
          const entity = entities.numbers[i]?.[key >>> 1] ?? GONE;
          return entity === GONE ? GONE : entity * 2 + (key & 1);
        },
        whole,
      })),
      lists,
      () => false,
    ));
  writeLists(out, "titleLists", "titleBlocks", (lists) =>
    mergeLists(parts.map(({ reader, article, whole }) => ({ lists: reader.titles, renumber: article, key: same, whole })), lists, () => false));
  out.array("entityHash", entities.hashes);
  out.array("entityAt", entityAt.done());
  columns.write(out, hashesOf(parts));
  const counts = { ...columns.counts, entities: entities.hashes.length };
  out.finish(counts);
  return counts;
}

function writeChunks(out: SegmentOutput, columns: SegmentColumns, parts: readonly Renumbering[], entities: readonly Uint32Array[]): void {
  const bytes = new ByteWriter();
  let at = 0;
  out.section("chunkData", (put) => {
    for (const [i, { reader, alive }] of parts.entries())
      for (const file of alive) {
        const [first, end] = reader.chunksOf(file);
        for (let chunk = first; chunk < end; chunk++) {
          bytes.clear();
          renumberChunk(bytes, reader.chunkBytes(chunk), (number) => {
            const entity = entities[i]?.[number];
            must(entity !== undefined && entity !== GONE, "a chunk of a segment names an unknown entity");
            return entity;
          });
          columns.chunkAt.push(at);
          at += bytes.length;
          put(bytes.view());
        }
      }
  });
}

/** Writes the files' records, and fills all columns but those of hashes. */
function writeFiles(out: SegmentOutput, columns: SegmentColumns, parts: readonly Renumbering[]): void {
  let at = 0;
  out.section("fileData", (put) => {
    for (const { reader, alive } of parts) {
      const { size, modified, hash } = reader.stamps;
      const { recencies } = reader;
      const firstSentences = reader.firstSentences;
      for (const file of alive) {
        const bytes = reader.fileBytes(file);
        const { path, figures, passages } = readFile(new ByteReader(bytes));
        columns.addFile({ size: size[file] as number, modified: modified[file] as number, hash: hash[file] as number, pathHash: hashText(path), at });
        columns.figures += figures;
        columns.passages += passages;
        at += bytes.length;
        put(bytes);
        const [first, end] = reader.chunksOf(file);
        for (let chunk = first; chunk < end; chunk++) {
          const place = reader.place(chunk);
          const moved = columns.sentences - place.base;
          columns.addChunk({ ...place, byteOffset: place.bytes?.[0] ?? NO_BYTES, byteLength: place.bytes?.[1] ?? 0, sentences: place.end - place.base });
          for (let article = place.firstArticle; article < place.endArticle; article++) columns.addArticle(recencies[article] as number, (firstSentences[article] as number) + moved);
        }
      }
    }
  });
  for (const { reader, article } of parts) {
    const add = (to: Hashes, [hashes, numbers]: readonly [Uint32Array, Uint32Array]): void => {
      for (let i = 0; i < hashes.length; i++) {
        const number = article(numbers[i] as number);
        if (number !== GONE) to.add(hashes[i] as number, number);
      }
    };
    add(columns.ids, reader.hashed("idHashes", "idArticles"));
    add(columns.urls, reader.hashed("urlHashes", "urlArticles"));
    add(columns.copies, reader.hashed("copyKeys", "copyArticles"));
    const { cutOffs } = reader;
    for (let i = 0; i + 1 < cutOffs.length; i += 2) {
      const [copy, original] = [article(cutOffs[i] as number), article(cutOffs[i + 1] as number)];
      if (copy !== GONE && original !== GONE) columns.addCutOff(copy, original);
    }
  }
}

/** Hashes of the merged articles, by their new numbers. */
function hashesOf(parts: readonly Renumbering[]): (article: number) => CopyHashes {
  const firsts: number[] = [];
  const old = parts.map(({ reader, article, whole }) => {
    const numbers = growing32();
    if (!whole) for (let number = 0; number < reader.counts.articles; number++) if (article(number) !== GONE) numbers.push(number);
    return numbers.done();
  });
  parts.reduce((sum, { articles }) => {
    firsts.push(sum);
    return sum + articles;
  }, 0);
  let known = new Map<number, CopyHashes>();
  return (article) => {
    const before = known.get(article);
    if (before) return before;
    let source = 0;
    while (source + 1 < firsts.length && (firsts[source + 1] as number) <= article) source++;
    const part = parts[source];
    must(part !== undefined, "a merge lost a segment");
    const local = article - (firsts[source] as number);
    const hashes = part.reader.copyHashes(part.whole ? local : (old[source]?.[local] ?? 0));
    if (known.size >= KEPT_HASHES) known = new Map();
    known.set(article, hashes);
    return hashes;
  };
}
