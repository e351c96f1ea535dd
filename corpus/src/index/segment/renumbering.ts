// What the numbers of a segment become in the merged one: shifted where all of it stays, counted anew where files are dead.
import { ByteReader } from "./byteReader.ts";
import { readEntityNumbers } from "./decodeChunk.ts";
import { isLearned, readEntityId } from "./entityRecords.ts";
import { must } from "./segmentDamaged.ts";
import type { SegmentReader } from "./segmentReader.ts";

/** What is not in the merged segment. */
export const GONE = 0xffffffff;

export interface Renumbering {
  readonly reader: SegmentReader;
  /** The files that stay. */
  readonly alive: readonly number[];
  /** Whether all do. */
  readonly whole: boolean;
  /** New numbers by old ones: of sentences and articles. */
  readonly sentence: (number: number) => number;
  readonly article: (number: number) => number;
  /** How many sentences and articles stay. */
  readonly sentences: number;
  readonly articles: number;
}

/** `firstSentence` and `firstArticle` are the first new numbers. */
export function renumber(reader: SegmentReader, isDead: ((file: number) => boolean) | undefined, firstSentence: number, firstArticle: number): Renumbering {
  const { counts } = reader;
  const alive: number[] = [];
  for (let file = 0; file < counts.files; file++) if (!isDead?.(file)) alive.push(file);
  if (alive.length === counts.files)
    return {
      reader,
      alive,
      whole: true,
      sentence: (number) => number + firstSentence,
      article: (number) => number + firstArticle,
      sentences: counts.sentences,
      articles: counts.articles,
    };
  const sentences = new Uint32Array(counts.sentences).fill(GONE);
  const articles = new Uint32Array(counts.articles).fill(GONE);
  let nextSentence = firstSentence;
  let nextArticle = firstArticle;
  for (const file of alive) {
    const [first, end] = reader.chunksOf(file);
    for (let chunk = first; chunk < end; chunk++) {
      const { base, end: behind, firstArticle: from, endArticle: to } = reader.place(chunk);
      for (let number = base; number < behind; number++) sentences[number] = nextSentence++;
      for (let number = from; number < to; number++) articles[number] = nextArticle++;
    }
  }
  return {
    reader,
    alive,
    whole: false,
    sentence: (number) => sentences[number] ?? GONE,
    article: (number) => articles[number] ?? GONE,
    sentences: nextSentence - firstSentence,
    articles: nextArticle - firstArticle,
  };
}

/** Which entities of a segment are named in files that stay, or listed for them (a company for its ticker). */
function usedEntities({ reader, alive, sentence }: Renumbering): Uint8Array {
  const used = new Uint8Array(reader.counts.entities);
  for (const file of alive) {
    const [first, end] = reader.chunksOf(file);
    for (let chunk = first; chunk < end; chunk++) for (const entity of readEntityNumbers(new ByteReader(reader.chunkBytes(chunk)))) used[entity] = 1;
  }
  let numbers = new Uint32Array(1024);
  const lists = reader.named.walk();
  while (lists.next()) {
    const entity = Math.floor(lists.key / 2);
    if (used[entity]) continue;
    const { kept } = lists;
    if (numbers.length < kept) numbers = new Uint32Array(kept * 2);
    lists.readInto(numbers, 0);
    for (let i = 0; i < kept; i++) if (sentence(numbers[i] as number) !== GONE) used[entity] = 1;
  }
  return used;
}

/** The entities of the merged segment, and their numbers there by those of each source. */
export interface JoinedEntities {
  readonly numbers: readonly Uint32Array[];
  readonly hashes: Uint32Array;
  /** Source and number in it of each, whose record is taken. */
  readonly sources: Uint32Array;
  readonly originals: Uint32Array;
}

/** Joins the tables of entities: by hash, then by id, as each of them is ordered. Who carries what makes an entity known again goes before. */
export function joinEntities(parts: readonly Renumbering[]): JoinedEntities {
  const total = parts.reduce((sum, { reader }) => sum + reader.counts.entities, 0);
  const hashes = new Uint32Array(total);
  const sources = new Uint32Array(total);
  const originals = new Uint32Array(total);
  const used = parts.map((part) => (part.whole ? undefined : usedEntities(part)));
  const numbers = parts.map(({ reader }) => new Uint32Array(reader.counts.entities).fill(GONE));
  const next = new Uint32Array(parts.length);
  let count = 0;
  for (;;) {
    let least = Infinity;
    for (const [source, { reader }] of parts.entries()) {
      const rows = reader.entityHashes;
      while ((next[source] as number) < rows.length && used[source] && !used[source][next[source] as number]) next[source] = (next[source] as number) + 1;
      least = Math.min(least, rows[next[source] as number] ?? Infinity);
    }
    if (least === Infinity) break;
    // all of the least hash: one id, nearly always
    const same: { readonly id: string; readonly source: number; readonly number: number }[] = [];
    for (const [source, { reader }] of parts.entries()) {
      const rows = reader.entityHashes;
      for (let number = next[source] as number; ; number++) {
        next[source] = number;
        if (number >= rows.length || rows[number] !== least) break;
        if (!used[source] || used[source][number]) same.push({ id: readEntityId(reader.entityBytes(number)), source, number });
      }
    }
    same.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.source - b.source));
    for (const [i, { id, source, number }] of same.entries()) {
      if (i === 0 || same[i - 1]?.id !== id) {
        hashes[count] = least;
        sources[count] = source;
        originals[count] = number;
        count++;
      } else {
        const reader = parts[sources[count - 1] as number]?.reader;
        must(reader !== undefined, "a merge lost a segment");
        if (!isLearned(reader.entityBytes(originals[count - 1] as number)) && isLearned(parts[source]?.reader.entityBytes(number) ?? NO_BYTES_AT_ALL)) {
          sources[count - 1] = source;
          originals[count - 1] = number;
        }
      }
      const own = numbers[source];
      if (own) own[number] = count - 1;
    }
  }
  return { numbers, hashes: hashes.slice(0, count), sources: sources.slice(0, count), originals: originals.slice(0, count) };
}

const NO_BYTES_AT_ALL = new Uint8Array(0);
