// A chunk is all that is kept of some consecutive articles of one file of the corpus: the articles, and typed columns of
// sentences, figures and mentions. It holds no text and no reference to a run's tables, so that it can cross a thread or go to
// disk. A file of usual size is one chunk; a large one is many, so that an answer reads a few kilobytes and not the file.
import type { Article, ReadProblem } from "../articles/article.ts";
import type { CopySignature } from "../articles/copySignature.ts";
import type { Entity } from "../entities/entity.ts";

/** An article without its passages, which are not kept. */
export interface ArticleRecord extends Omit<Article, "passages"> {
  /** First sentence and one past the last, in the chunk's columns. */
  readonly firstSentence: number;
  readonly endSentence: number;
  /** By which copies are found. */
  readonly signature: CopySignature;
  /** First line (1-based) of the article of which this one, the file's last, is the cut-off repeat. */
  readonly cutOffOf?: number;
}

/** An entity as the chunk names it; one that is not of the lexicon carries all that makes it known again. */
export interface ChunkEntity {
  readonly id: string;
  readonly learned?: Entity;
}

/** Lines are 0-based, starts and ends UTF-16 columns of the line, ends exclusive. */
export interface SentenceColumns {
  readonly article: Uint32Array;
  readonly line: Uint32Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Rows of the figure and mention columns that belong to sentence i: from [i] to [i + 1]. */
  readonly figures: Uint32Array;
  readonly mentions: Uint32Array;
}

export interface FigureColumns {
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly kind: Uint8Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Index into the chunk's `strings`. */
  readonly unit: Uint32Array;
  /** See `packFlags`. */
  readonly flags: Uint32Array;
  /** Metric's term number + 1, 0 for none. */
  readonly metric: Uint32Array;
  /** Local entity + 1 of the first subject that the figure is of, 0 for none. */
  readonly subject: Uint32Array;
  /** Local entity + 1 of a second subject (by, to, or the pair's other). */
  readonly second: Uint32Array;
  /** Days since 1970, inclusive; NO_DAY where no period is stated. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly calendarFrom: Int32Array;
  readonly calendarTo: Int32Array;
  /** Index into `strings`: period as written, scope, as-of, attribution; 0 is the empty string. */
  readonly period: Uint32Array;
  readonly scope: Uint32Array;
  readonly asOf: Uint32Array;
  readonly attribution: Uint32Array;
}

export interface MentionColumns {
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Local entity. */
  readonly entity: Uint32Array;
}

export interface Chunk {
  /** 0-based line of the file where the chunk's text begins, and the line behind its last one. */
  readonly firstLine: number;
  readonly endLine: number;
  /** UTF-16 offsets of that text in the file's; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** In the order of the file; their lines are the file's. */
  readonly articles: readonly ArticleRecord[];
  readonly entities: readonly ChunkEntity[];
  /** `strings[0]` is the empty string. */
  readonly strings: readonly string[];
  /** `line` is a line of the file; `article` a row of `articles`. */
  readonly sentences: SentenceColumns;
  readonly figures: FigureColumns;
  readonly mentions: MentionColumns;
}

/** What was read from one file: its chunks in order, covering every article once. */
export interface FileReading {
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly modified: number;
  readonly chunks: readonly Chunk[];
  readonly problems: readonly ReadProblem[];
}

/** No period. */
export const NO_DAY = -0x80000000;
