// A sentence of the index as a query sees it: where its tokens stand, and which stand in the article around it.
import { lineLength, lineStart, offsetsOf } from "../index/indexedChunk.ts";
import type { IndexedChunk, Store } from "../index/store.ts";
import type { FigureAt } from "../index/figureAt.ts";
import { entityToken, termToken, visitTokens } from "../index/tokens.ts";

/** A token of the query in a sentence. */
export interface TokenHit {
  readonly token: number;
  /** Offset in the chunk's text; -1 for what stands in the head of the sentence's table row. */
  readonly at: number;
  readonly worth: number;
}

export interface SentenceView {
  readonly hits: readonly TokenHit[];
  readonly text: string;
}

type Visit = (token: number, offset: number) => void;

/** Visits the words and terms of a part of a chunk's text. */
function visitText(index: Store, { text }: IndexedChunk, start: number, end: number, visit: Visit): void {
  visitTokens(text, start, end, visit);
  index.terms.visit(text, start, end, (term, offset) => visit(termToken(term), offset));
}

/** Visits all that a sentence of the index is looked up by, at offsets of the chunk's text. */
function visitRow(index: Store, chunk: IndexedChunk, row: number, visit: Visit): void {
  const [start, end] = offsetsOf(chunk, row);
  visitText(index, chunk, start, end, visit);
  const { mentions, sentences } = chunk;
  for (let i = sentences.mentions[row] ?? 0; i < (sentences.mentions[row + 1] ?? 0); i++)
    visit(entityToken(chunk.run[mentions.entity[i] ?? 0] ?? 0), lineStart(chunk, sentences.line[row] ?? 0) + (mentions.start[i] ?? 0));
}

/** The tokens of a query in a sentence; for a table's cell also those in the head of its row. */
export function readSentence(index: Store, chunk: IndexedChunk, row: number, worth: ReadonlyMap<number, number>): SentenceView {
  const hits: TokenHit[] = [];
  visitRow(index, chunk, row, (token, at) => {
    const value = worth.get(token);
    if (value !== undefined) hits.push({ token, at, worth: value });
  });
  const line = chunk.sentences.line[row] ?? 0;
  const start = lineStart(chunk, line);
  const { text } = chunk;
  if (text.charAt(start) === "|") {
    const bar = text.indexOf("|", start + 1);
    const end = Math.min(bar, start + lineLength(chunk, line), start + (chunk.sentences.start[row] ?? 0));
    if (bar > 0)
      visitText(index, chunk, start + 1, end, (token) => {
        const value = worth.get(token);
        if (value !== undefined) hits.push({ token, at: -1, worth: value });
      });
  }
  return { hits, text };
}

/** The query's tokens in the article's first sentence and the two before the figure's that its own sentence does not hold. */
export function readAround(index: Store, { chunk, sentence, article }: FigureAt, worth: ReadonlyMap<number, number>, { hits }: SentenceView): ReadonlyMap<number, number> {
  const around = new Map<number, number>();
  if (!article) return around;
  const found = new Set(hits.map(({ token }) => token));
  for (const row of new Set([article.firstSentence, sentence - 1, sentence - 2]))
    if (row >= article.firstSentence && row < sentence)
      visitRow(index, chunk, row, (token) => {
        const value = worth.get(token);
        if (value !== undefined && !found.has(token)) around.set(token, value);
      });
  return around;
}
