// The citation of a figure of the corpus from a note: the quote made around it, unique in its article, and the target.
import { articleAt, lineLength, lineOf, lineStart } from "../../index/indexedChunk.ts";
import type { IndexedChunk, Store } from "../../index/store.ts";
import type { FigureAt } from "../../index/figureAt.ts";
import { findFigures } from "../../figures/findFigures.ts";
import { makeQuote } from "../../note/makeQuote.ts";
import { relativeTarget } from "../../note/relativeTarget.ts";

export interface CitedSource {
  readonly target: string;
  readonly quote: string;
}

/** A figure or words of a file: 0-based line, UTF-16 columns. */
export interface SourceSpan {
  /** That holds the line. */
  readonly chunk: IndexedChunk;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** How far around the cited words figures are read: a quote has at most 80 characters. */
const REACH = 200;

/** The target and quote that cite a span of a file in a note at `notePath`. */
export function citeSource(source: SourceSpan, notePath: string): CitedSource {
  const { chunk, line, start, end } = source;
  const text = lineOf(chunk, line);
  const from = Math.max(0, start - REACH);
  const figures = findFigures(text.slice(from, end + REACH), { region: articleAt(chunk, line)?.region ?? "INTL" })
    .map((figure) => ({ start: figure.start + from, end: figure.end + from }))
    .filter((figure) => figure.end <= start || figure.start >= end);
  figures.push({ start, end });
  figures.sort((a, b) => a.start - b.start);
  // what stands before the text on its line (the `title:` of front matter) is no part of a quote
  const first = Math.min(start, textStart(chunk, line));
  const shifted = figures.map((figure) => ({ start: figure.start - first, end: figure.end - first })).filter((figure) => figure.start >= 0);
  const made = makeQuote(text.slice(first), { start: start - first, end: end - first }, shifted, (quote) => occursOnce(chunk, line, quote));
  return { quote: made.quote, target: relativeTarget(notePath, chunk.path, line + 1, start + 1) };
}

/** The column where the text of a line begins: that of its first sentence. */
function textStart({ sentences, path }: IndexedChunk, line: number): number {
  const { line: lines, start } = sentences;
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lines[middle] ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return lines[low] === line && path.toLowerCase().endsWith(".md") ? (start[low] ?? 0) : 0;
}

/** Whether words stand once in the article of a line. */
function occursOnce(chunk: IndexedChunk, line: number, words: string): boolean {
  const article = articleAt(chunk, line);
  const from = article ? lineStart(chunk, article.firstLine - 1) : 0;
  const to = article ? lineStart(chunk, article.lastLine - 1) + lineLength(chunk, article.lastLine - 1) : chunk.text.length;
  // the article alone: others of its file may say the same
  const text = chunk.text.slice(from, to);
  const first = text.indexOf(words);
  return first >= 0 && text.indexOf(words, first + 1) < 0;
}

/** The span of a figure of the index. */
export const spanOfFigure = ({ chunk, line, start, end }: FigureAt): SourceSpan => ({ chunk, line, start, end });

/** Figures of copies are one: the first of those that say the same in copies of one article stays. */
export function withoutCopies<T extends { readonly figure: FigureAt }>(index: Store, ranked: readonly T[]): T[] {
  const seen = new Set<string>();
  return ranked.filter(({ figure }) => {
    const article = figure.article;
    const key = `${article ? index.articles.groupOf(figure.chunk, article) : figure.chunk.path}:${figure.kind}:${figure.unit}:${figure.low}:${figure.high}:${figure.surface}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
