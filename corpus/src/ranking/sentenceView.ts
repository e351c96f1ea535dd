// A sentence of the index as a query sees it: where its tokens stand, and which stand in the article around it.
import { lineStart, offsetsOf } from "../index/indexedChunk.ts";
import type { IndexedChunk, Store } from "../index/store.ts";
import type { FigureAt } from "../index/figureAt.ts";
import { entityToken, termToken, visitTokens } from "../index/tokens.ts";

export interface SentenceView {
  /** Tokens of the query found in the sentence: offset in the chunk's text and worth. */
  readonly hits: readonly { readonly token: number; readonly at: number; readonly worth: number }[];
  readonly text: string;
  /** Tokens found in the article's title and the sentences before, not in the sentence, with what they are worth. */
  readonly around: ReadonlyMap<number, number>;
}

const NOTHING: ReadonlyMap<number, number> = new Map();
type Visit = (token: number, offset: number) => void;

/** Visits all that a sentence of the index is looked up by, at offsets of the chunk's text. */
function visitRow(index: Store, chunk: IndexedChunk, row: number, visit: Visit): void {
  const [start, end] = offsetsOf(chunk, row);
  visitTokens(chunk.text, start, end, visit);
  index.terms.visit(chunk.text, start, end, (term, offset) => visit(termToken(term), offset));
  const { mentions, sentences } = chunk;
  for (let i = sentences.mentions[row] ?? 0; i < (sentences.mentions[row + 1] ?? 0); i++)
    visit(entityToken(chunk.run[mentions.entity[i] ?? 0] ?? 0), lineStart(chunk, sentences.line[row] ?? 0) + (mentions.start[i] ?? 0));
}

export function readSentence(index: Store, chunk: IndexedChunk, row: number, worth: ReadonlyMap<number, number>): SentenceView {
  const hits: { token: number; at: number; worth: number }[] = [];
  visitRow(index, chunk, row, (token, at) => {
    const value = worth.get(token);
    if (value !== undefined) hits.push({ token, at, worth: value });
  });
  return { hits, text: chunk.text, around: NOTHING };
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
