// What the features ask of an index, whether it lies in memory or on disk. Every answer comes from lists and columns; none walks
// the corpus. Sentences and articles have numbers, good until `version` changes.
import type { Lexicon } from "../entities/lexicon.ts";
import type { ArticleRecord, Chunk } from "./chunk.ts";

/** What finds the terms (metrics, regional wordings) of a text. */
export interface TermFinder {
  visit(text: string, start: number, end: number, visit: (term: number, start: number, end: number) => void): void;
}

/**
 * A chunk in the index. The columns are there at once; the text is read from the article's own file when first asked for; `place`
 * gives no chunk whose file is no longer what was read.
 */
export interface IndexedChunk extends Chunk {
  readonly path: string;
  /** Text of the chunk: lines `firstLine` to `endLine` of the file. */
  readonly text: string;
  /** UTF-16 offset in `text` of each line's start; use `lineStart`, which takes lines of the file. */
  readonly lines: Uint32Array;
  /** Number of the first sentence. */
  readonly base: number;
  /** Entity of this run by the chunk's local entity; a ticker's is its company. */
  readonly run: Uint32Array;
}

/** A sentence of the index: its chunk and its row in the columns. */
export interface SentencePlace {
  readonly chunk: IndexedChunk;
  readonly row: number;
}

/** An article in the chunk that holds it. */
export interface IndexedArticle {
  readonly chunk: IndexedChunk;
  readonly article: ArticleRecord;
}

/** A file of the index. */
export interface IndexedFile {
  readonly path: string;
  /** Milliseconds since 1970 of its last change when it was read. */
  readonly modified: number;
  readonly articleCount: number;
  /** The chunk of the first article; undefined where the file holds none. */
  readonly first: IndexedChunk | undefined;
  /** The whole text; a large file's is better asked for by chunk. */
  readonly text: string;
  /** The chunk that holds a 0-based line; undefined for a line of no article. */
  chunkAt(line: number): IndexedChunk | undefined;
}

export interface IndexCounts {
  readonly files: number;
  readonly articles: number;
  /** Lines with a figure or a mention. */
  readonly passages: number;
  readonly figures: number;
  readonly entities: number;
}

/** Where articles are and were, and which repeat others. */
export interface ArticleLookup {
  /** Every place of the article with this id: more than one where it stands in several files or twice in one. */
  byId(id: string): readonly IndexedArticle[];
  byUrl(url: string): readonly IndexedArticle[];
  /** Where the articles are now that were last known under a path that is gone or changed. */
  formerly(path: string): readonly IndexedArticle[];
  /** The same for all copies of one article, its own where it repeats none. */
  groupOf(chunk: IndexedChunk, article: ArticleRecord): string;
  /** Articles whose titles hold what was typed, in either script; at most `limit`, the newest first. */
  titled(typed: string, limit: number): readonly IndexedArticle[];
}

export interface Store {
  readonly lexicon: Lexicon;
  readonly terms: TermFinder;
  /** Another one after every change: what was read from an older one may be stale. */
  readonly version: number;
  /** How many sentences there are, dead ones included. */
  readonly sentenceCount: number;
  readonly articles: ArticleLookup;
  /** How many sentences hold a token, dead ones included. */
  count(token: number): number;
  /** The sentences of a token, ascending, some of them dead: the `most` greatest numbers, all where it is not given. A view, good until the next call. */
  posting(token: number, most?: number): Uint32Array;
  /** The place of a sentence; undefined where its file is gone or has changed since. */
  place(sentence: number): SentencePlace | undefined;
  /** Of a sentence's article, from a resident column: see `recencyOf`. */
  recency(sentence: number): number;
  /** How many sentences of files that are there hold a token: for telling, where `count` is for weighing. */
  living(token: number): number;
  file(path: string): IndexedFile | undefined;
  counts(): IndexCounts;
}
