// The columns of a segment that stay in memory while it is open, as they grow while one is written or merged.
import { Growing, growing32, growingDays, growingValues } from "../growing.ts";
import { groupCopies } from "./copyGroups.ts";
import type { CopyHashes } from "./articleRecords.ts";
import type { Section, SegmentCounts } from "./format.ts";
import type { SegmentOutput } from "./segmentOutput.ts";
import { at, sortedPlaces } from "./sortPairs.ts";

/** Hashes with the numbers of what has them, in any order until they are written. */
export class Hashes {
  readonly #hashes: Growing<Uint32Array> = growing32();
  readonly #numbers: Growing<Uint32Array> = growing32();

  /** Numbers must ascend for equal hashes. */
  add(hash: number, number: number): void {
    this.#hashes.push(hash);
    this.#numbers.push(number);
  }

  /** Hashes ascending, and their numbers, ascending among equal ones. */
  sorted(): readonly [Uint32Array, Uint32Array] {
    const hashes = this.#hashes.done();
    const places = sortedPlaces(hashes);
    return [at(hashes, places), at(this.#numbers.done(), places)];
  }
}

export interface FileRow {
  readonly size: number;
  readonly modified: number;
  readonly hash: number;
  readonly pathHash: number;
  /** Where its record is in fileData. */
  readonly at: number;
}

export interface ChunkRow {
  readonly byteOffset: number;
  readonly byteLength: number;
  readonly firstLine: number;
  readonly endLine: number;
  readonly sentences: number;
}

export class SegmentColumns {
  readonly #files = { size: growingValues(), modified: growingValues(), hash: growingValues(), firstChunk: growing32(), at: growing32() };
  readonly #chunks = { byteOffset: growing32(), byteLength: growing32(), firstLine: growing32(), endLine: growing32(), base: growing32(), firstArticle: growing32() };
  readonly #articles = { recency: growingDays(), firstSentence: growing32() };
  readonly #cutOffs = new Map<number, number>();
  /** Where the bytes of each chunk are in chunkData: to be filled when they are written. */
  readonly chunkAt: Growing<Uint32Array> = growing32();
  readonly paths = new Hashes();
  readonly ids = new Hashes();
  readonly urls = new Hashes();
  readonly copies = new Hashes();
  sentences = 0;
  passages = 0;
  figures = 0;

  get files(): number {
    return this.#files.size.length;
  }
  get chunks(): number {
    return this.#chunks.base.length;
  }
  get articles(): number {
    return this.#articles.recency.length;
  }

  get counts(): Omit<SegmentCounts, "entities"> {
    const { files, chunks, articles, sentences, passages, figures } = this;
    return { files, chunks, articles, sentences, passages, figures };
  }

  addFile({ size, modified, hash, pathHash, at }: FileRow): void {
    this.paths.add(pathHash, this.files);
    const files = this.#files;
    files.size.push(size);
    files.modified.push(modified);
    files.hash.push(hash);
    files.firstChunk.push(this.chunks);
    files.at.push(at);
  }

  /** Adds a chunk of the last file, before its articles. */
  addChunk({ byteOffset, byteLength, firstLine, endLine, sentences }: ChunkRow): void {
    const chunks = this.#chunks;
    chunks.byteOffset.push(byteOffset);
    chunks.byteLength.push(byteLength);
    chunks.firstLine.push(firstLine);
    chunks.endLine.push(endLine);
    chunks.base.push(this.sentences);
    chunks.firstArticle.push(this.articles);
    this.sentences += sentences;
  }

  /** Adds an article of the last chunk; its first sentence is the segment's number, its recency what `recencyOf` says. */
  addArticle(recency: number, firstSentence: number): void {
    this.#articles.recency.push(recency);
    this.#articles.firstSentence.push(firstSentence);
  }

  addCutOff(article: number, original: number): void {
    this.#cutOffs.set(article, original);
  }

  /** Writes all columns; copies are found anew, from the hashes of the articles that `hashesOf` gives. */
  write(out: SegmentOutput, hashesOf: (article: number) => CopyHashes): void {
    const [files, chunks, articles] = [this.#files, this.#chunks, this.#articles];
    out.array("fileSize", files.size.done());
    out.array("fileModified", files.modified.done());
    out.array("fileHash", files.hash.done());
    out.array("fileFirstChunk", files.firstChunk.done());
    out.array("fileAt", files.at.done());
    out.array("chunkByteOffset", chunks.byteOffset.done());
    out.array("chunkByteLength", chunks.byteLength.done());
    out.array("chunkFirstLine", chunks.firstLine.done());
    out.array("chunkEndLine", chunks.endLine.done());
    out.array("chunkBase", chunks.base.done());
    out.array("chunkFirstArticle", chunks.firstArticle.done());
    out.array("chunkAt", this.chunkAt.done());
    out.array("articleRecency", articles.recency.done());
    out.array("articleFirstSentence", articles.firstSentence.done());
    const pair = (hashes: Section, numbers: Section, [first, second]: readonly [Uint32Array, Uint32Array]): void => {
      out.array(hashes, first);
      out.array(numbers, second);
    };
    pair("pathHashes", "pathFiles", this.paths.sorted());
    pair("idHashes", "idArticles", this.ids.sorted());
    pair("urlHashes", "urlArticles", this.urls.sorted());
    const copies = this.copies.sorted();
    pair("copyKeys", "copyArticles", copies);
    out.array("articleGroup", groupCopies(this.articles, ...copies, hashesOf, this.#cutOffs));
    out.array("cutOffs", Uint32Array.from([...this.#cutOffs].flat()));
  }
}
