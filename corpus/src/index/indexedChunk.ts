// Reading a chunk of the index: lines and sentences to text, sentences to articles. Lines are the file's, 0-based; offsets are
// UTF-16 offsets in the chunk's text.
import { lineEnd } from "../text/lines.ts";
import { hashFolded } from "../text/hash.ts";
import type { ArticleRecord, Chunk } from "./chunk.ts";
import { dayNumber } from "./days.ts";
import type { IndexedChunk } from "./store.ts";

/** The day of an undated article: before all others. */
export const NO_DATE = -400_000;

/** What finding a line takes. */
export type Lined = Pick<IndexedChunk, "lines" | "firstLine" | "text">;

/** Where a line of the file begins in the chunk's text; the text's end for lines outside it. */
export const lineStart = ({ lines, firstLine, text }: Lined, line: number): number => lines[line - firstLine] ?? text.length;

/** The length of a line of the file that the chunk holds, without its terminator. */
export const lineLength = (chunk: Lined, line: number): number => lineEnd(chunk.text, chunk.lines, line - chunk.firstLine) - lineStart(chunk, line);

/** A line of the file that the chunk holds, without its terminator; the empty string outside it. */
export const lineOf = (chunk: Lined, line: number): string => chunk.text.slice(lineStart(chunk, line), lineStart(chunk, line) + lineLength(chunk, line));

/** Offsets in the chunk's text of a sentence, end exclusive. */
export function offsetsOf(chunk: Lined & Pick<Chunk, "sentences">, row: number): readonly [number, number] {
  const { line, start, end } = chunk.sentences;
  const at = lineStart(chunk, line[row] ?? 0);
  return [at + (start[row] ?? 0), at + (end[row] ?? 0)];
}

/** The article of a sentence. */
export const articleOf = (chunk: Chunk, row: number): ArticleRecord | undefined => chunk.articles[chunk.sentences.article[row] ?? 0];

/** The article that holds a 0-based line. */
export const articleAt = (chunk: Chunk, line: number): ArticleRecord | undefined => chunk.articles.find((article) => article.firstLine <= line + 1 && line + 1 <= article.lastLine);

const TIES = 4096;

/**
 * By which sentences are put in order of time: the article's day, and within a day the same order however the index came to be. A 32-bit
 * number; `dayOfRecency` gives the day back.
 */
export const recencyOf = (article: ArticleRecord | undefined, path: string): number =>
  articleDay(article) * TIES + (article ? hashFolded(`${path}#${article.firstLine}`) % TIES : 0);

export const dayOfRecency = (recency: number): number => Math.floor(recency / TIES);

/** The article's day since 1970. */
export const articleDay = (article: ArticleRecord | undefined): number => (article?.date ? (dayNumber(article.date.day) ?? NO_DATE) : NO_DATE);
