// Reads a segment by offset. Opening reads the trailer alone; columns are read whole when first asked for and then stay; paths,
// entities, lists and chunks are read when asked for. Damaged bytes throw SegmentDamaged. Long, for it is one look-up after another
// over the same columns.
import type { ArticleRecord, Chunk, ChunkEntity } from "../chunk.ts";
import { recencyOf } from "../indexedChunk.ts";
import type { CopyHashes } from "./articleRecords.ts";
import { ByteReader } from "./byteReader.ts";
import { findCopy } from "./copyGroups.ts";
import { decodeArticles, decodeChunk, decodeCopyHashes, readEntityNumbers, type DecodedChunk } from "./decodeChunk.ts";
import { readEntity, readEntityId } from "./entityRecords.ts";
import { readFile, type FileRecord } from "./fileRecords.ts";
import { NO_BYTES, type ReadAt, type Section, type SegmentCounts } from "./format.ts";
import { hashText } from "./hashText.ts";
import { ListReader } from "./listReader.ts";
import { Sections, type WordSection } from "./sections.ts";
import { must } from "./segmentDamaged.ts";
import { lowerBound, placeOf } from "./sortPairs.ts";

/** An article of a segment. */
export interface SegmentArticle {
  readonly number: number;
  /** Its chunk's number, and its row in the chunk. */
  readonly chunk: number;
  readonly row: number;
  readonly record: ArticleRecord;
}

/** Where a chunk is, without reading it. */
export interface ChunkPlace {
  readonly file: number;
  /** Where its text lies in the file; undefined where the file is not UTF-8. */
  readonly bytes: readonly [offset: number, length: number] | undefined;
  readonly firstLine: number;
  readonly endLine: number;
  /** Number of its first sentence, and one past its last. */
  readonly base: number;
  readonly end: number;
  /** Number of its first article, and one past its last. */
  readonly firstArticle: number;
  readonly endArticle: number;
}

/** The files' stamps, by number. */
export interface FileStamps {
  readonly size: Float64Array;
  readonly modified: Float64Array;
  readonly hash: Float64Array;
}

/** How many entities, and files, that were read last are kept. */
const KEPT = 4096;

export class SegmentReader {
  readonly #sections: Sections;
  readonly #lists = new Map<Section, ListReader>();
  readonly #entities = new Map<number, ChunkEntity>();
  readonly #files = new Map<number, FileRecord>();

  /** Opens a segment of `length` bytes; throws SegmentDamaged for what is none of this format. */
  constructor(
    readAt: ReadAt,
    readonly length: number,
  ) {
    this.#sections = new Sections(readAt, length);
  }

  get counts(): SegmentCounts {
    return this.#sections.counts;
  }

  #column(section: WordSection): Uint32Array {
    return this.#sections.words(section);
  }

  #listReader(lists: "tokenLists" | "entityLists" | "titleLists", blocks: WordSection, limit: number): ListReader {
    let reader = this.#lists.get(lists);
    if (!reader) {
      reader = new ListReader((offset, length) => this.#sections.bytes(lists, offset, offset + length), this.#sections.size(lists), this.#column(blocks), limit);
      this.#lists.set(lists, reader);
    }
    return reader;
  }

  get tokens(): ListReader {
    return this.#listReader("tokenLists", "tokenBlocks", this.counts.sentences);
  }
  /** Lists of entities under their numbers × 2, of subjects under the same + 1. */
  get named(): ListReader {
    return this.#listReader("entityLists", "entityBlocks", this.counts.sentences);
  }
  get titles(): ListReader {
    return this.#listReader("titleLists", "titleBlocks", this.counts.articles);
  }

  /** How many sentences hold a pair, word, term or value, those of dead files included. */
  count(token: number): number {
    return this.tokens.count(token);
  }

  /** The `most` newest sentences of a token, ascending; in `into` if they fit. Frequent pairs, words and terms keep the newest 30,000 only. */
  posting(token: number, most?: number, into?: Uint32Array): Uint32Array {
    return this.tokens.get(token, most, into);
  }

  /** The segment's number of an entity; undefined for one that it does not know. */
  entityNumber(id: string): number | undefined {
    const hash = hashText(id);
    const hashes = this.#column("entityHash");
    for (let number = lowerBound(hashes, hash); number < hashes.length && hashes[number] === hash; number++) if (readEntityId(this.entityBytes(number)) === id) return number;
    return undefined;
  }

  /** The entity of a number. */
  entity(number: number): ChunkEntity {
    const known = this.#entities.get(number);
    if (known) return known;
    const entity = readEntity(new ByteReader(this.entityBytes(number)));
    if (this.#entities.size >= KEPT) this.#entities.clear();
    this.#entities.set(number, entity);
    return entity;
  }

  /** The record of an entity as it is written. */
  entityBytes(number: number): Uint8Array {
    must(number < this.counts.entities, "a segment has no such entity");
    const starts = this.#column("entityAt");
    return this.#sections.bytes("entityData", starts[number] as number, starts[number + 1] ?? this.#sections.size("entityData"));
  }

  /** Hashes of the entities' ids, ascending. */
  get entityHashes(): Uint32Array {
    return this.#column("entityHash");
  }

  /** How many sentences name an entity, its tickers included; with `subject` those with a figure of it that has a metric. */
  countEntity(number: number, subject = false): number {
    return this.named.count(number * 2 + (subject ? 1 : 0));
  }

  postingOfEntity(number: number, subject = false, most?: number, into?: Uint32Array): Uint32Array {
    return this.named.get(number * 2 + (subject ? 1 : 0), most, into);
  }

  /** Articles whose titles hold a pair or word: the `most` newest, ascending. */
  titled(token: number, most?: number): Uint32Array {
    return this.titles.get(token, most);
  }

  /** Of a sentence's article: see `recencyOf`. */
  recency(sentence: number): number {
    return this.recencies[placeOf(this.#column("articleFirstSentence"), sentence)] ?? recencyOf(undefined, "");
  }

  get recencies(): Int32Array {
    return this.#sections.signed("articleRecency");
  }

  /** Number of each article's first sentence. */
  get firstSentences(): Uint32Array {
    return this.#column("articleFirstSentence");
  }

  chunkOfSentence(sentence: number): number {
    return placeOf(this.#column("chunkBase"), sentence);
  }

  chunkOfArticle(article: number): number {
    return placeOf(this.#column("chunkFirstArticle"), article);
  }

  fileOfChunk(chunk: number): number {
    return placeOf(this.#column("fileFirstChunk"), chunk);
  }

  /** First chunk of a file, and one past its last. */
  chunksOf(file: number): readonly [number, number] {
    const firsts = this.#column("fileFirstChunk");
    const first = firsts[file] ?? this.counts.chunks;
    const end = firsts[file + 1] ?? this.counts.chunks;
    must(first <= end && end <= this.counts.chunks, "a file of a segment has no chunks that could be");
    return [first, end];
  }

  place(chunk: number): ChunkPlace {
    must(chunk >= 0 && chunk < this.counts.chunks, "a segment has no such chunk");
    const bases = this.#column("chunkBase");
    const offset = this.#column("chunkByteOffset")[chunk] as number;
    const base = bases[chunk] as number;
    const end = bases[chunk + 1] ?? this.counts.sentences;
    const firstArticles = this.#column("chunkFirstArticle");
    const firstArticle = firstArticles[chunk] as number;
    const endArticle = firstArticles[chunk + 1] ?? this.counts.articles;
    must(base <= end && end <= this.counts.sentences && firstArticle <= endArticle && endArticle <= this.counts.articles, "a chunk of a segment has no sentences that could be");
    return {
      file: this.fileOfChunk(chunk),
      bytes: offset === NO_BYTES ? undefined : [offset, this.#column("chunkByteLength")[chunk] as number],
      firstLine: this.#column("chunkFirstLine")[chunk] as number,
      endLine: this.#column("chunkEndLine")[chunk] as number,
      base,
      end,
      firstArticle,
      endArticle,
    };
  }

  /** The bytes of a chunk as they are written. */
  chunkBytes(chunk: number): Uint8Array {
    must(chunk >= 0 && chunk < this.counts.chunks, "a segment has no such chunk");
    const starts = this.#column("chunkAt");
    return this.#sections.bytes("chunkData", starts[chunk] as number, starts[chunk + 1] ?? this.#sections.size("chunkData"));
  }

  chunk(chunk: number): Chunk {
    return this.decoded(chunk).chunk;
  }

  /** A chunk with the segment's numbers of its entities: decoded anew each time. */
  decoded(chunk: number): DecodedChunk {
    const { base, end } = this.place(chunk);
    const decoded = decodeChunk(this.chunkBytes(chunk), (number) => this.entity(number));
    must(decoded.chunk.sentences.line.length === end - base, "a chunk of a segment has other sentences than its table says");
    return decoded;
  }

  /** The segment's numbers of the entities that a chunk names, by its local ones. */
  entitiesOfChunk(chunk: number): Uint32Array {
    return readEntityNumbers(new ByteReader(this.chunkBytes(chunk)));
  }

  /** The articles of a chunk, without its columns. */
  articlesOfChunk(chunk: number): readonly ArticleRecord[] {
    return decodeArticles(this.chunkBytes(chunk));
  }

  article(number: number): SegmentArticle {
    must(number < this.counts.articles, "a segment has no such article");
    const chunk = this.chunkOfArticle(number);
    must(chunk >= 0, "an article of a segment is in no chunk");
    const row = number - (this.#column("chunkFirstArticle")[chunk] as number);
    const record = this.articlesOfChunk(chunk)[row];
    must(record !== undefined, "a chunk of a segment has fewer articles than its table says");
    return { number, chunk, row, record };
  }

  /** Every article with this id, in the order of the segment. */
  articlesById(id: string): SegmentArticle[] {
    return this.#articlesBy("idHashes", "idArticles", id, ({ record }) => record.id);
  }

  articlesByUrl(url: string): SegmentArticle[] {
    return this.#articlesBy("urlHashes", "urlArticles", url, ({ record }) => record.url);
  }

  #articlesBy(hashed: "idHashes" | "urlHashes", numbered: "idArticles" | "urlArticles", wanted: string, of: (article: SegmentArticle) => string | undefined): SegmentArticle[] {
    const hash = hashText(wanted);
    const hashes = this.#column(hashed);
    const found: SegmentArticle[] = [];
    for (let i = lowerBound(hashes, hash); i < hashes.length && hashes[i] === hash; i++) {
      const article = this.article(this.#column(numbered)[i] as number);
      if (of(article) === wanted) found.push(article);
    }
    return found;
  }

  get stamps(): FileStamps {
    const sections = this.#sections;
    return { size: sections.doubles("fileSize"), modified: sections.doubles("fileModified"), hash: sections.doubles("fileHash") };
  }

  /** The number of the file with a path; undefined for one that the segment does not hold. */
  fileOf(path: string): number | undefined {
    const hash = hashText(path);
    const hashes = this.#column("pathHashes");
    for (let i = lowerBound(hashes, hash); i < hashes.length && hashes[i] === hash; i++) {
      const file = this.#column("pathFiles")[i] as number;
      if (this.file(file).path === path) return file;
    }
    return undefined;
  }

  /** Path, encoding and counts of a file. */
  file(file: number): FileRecord {
    const known = this.#files.get(file);
    if (known) return known;
    const record = readFile(new ByteReader(this.fileBytes(file)));
    if (this.#files.size >= KEPT) this.#files.clear();
    this.#files.set(file, record);
    return record;
  }

  /** The record of a file as it is written. */
  fileBytes(file: number): Uint8Array {
    must(file < this.counts.files, "a segment has no such file");
    const starts = this.#column("fileAt");
    return this.#sections.bytes("fileData", starts[file] as number, starts[file + 1] ?? this.#sections.size("fileData"));
  }

  /** The same number for all articles of the segment that are copies of each other: that of the first of them. */
  groupOf(article: number): number {
    return this.#column("articleGroup")[article] ?? article;
  }

  /** What an article's copies are known by. */
  copyHashes(article: number): CopyHashes {
    const chunk = this.chunkOfArticle(article);
    must(article < this.counts.articles && chunk >= 0, "a segment has no such article");
    return decodeCopyHashes(this.chunkBytes(chunk), article - (this.#column("chunkFirstArticle")[chunk] as number));
  }

  /** The group that an article with these hashes is a copy of; undefined if the segment has none. Cut-off repeats are found in their own file only. */
  findCopy(hashes: CopyHashes): number | undefined {
    return findCopy(hashes, this.#column("copyKeys"), this.#column("copyArticles"), this.#column("articleGroup"), (article) => this.copyHashes(article));
  }

  /** A sorted column of hashes and the numbers of what has them, for merging. */
  hashed(hashes: "pathHashes" | "idHashes" | "urlHashes" | "copyKeys", numbers: "pathFiles" | "idArticles" | "urlArticles" | "copyArticles"): readonly [Uint32Array, Uint32Array] {
    return [this.#column(hashes), this.#column(numbers)];
  }

  /** Pairs of an article and the one of which it is the cut-off repeat. */
  get cutOffs(): Uint32Array {
    return this.#column("cutOffs");
  }
}
