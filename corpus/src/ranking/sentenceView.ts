// A sentence of the index as a query sees it: where its tokens stand, and which stand in the article around it.
import { offsetsOf, type CorpusIndex } from "../index/corpusIndex.ts";
import type { FigureAt } from "../index/figureAt.ts";
import { entityToken, termToken, visitTokens } from "../index/tokens.ts";

export interface SentenceView {
  /** Tokens of the query found in the sentence: offset in the file's text and worth. */
  readonly hits: readonly { readonly token: number; readonly at: number; readonly worth: number }[];
  readonly text: string;
  /** Tokens found in the article's title and the sentences before, not in the sentence, with what they are worth. */
  readonly around: ReadonlyMap<number, number>;
}

const NOTHING: ReadonlyMap<number, number> = new Map();
type Visit = (token: number, offset: number) => void;

/** Visits all that a sentence of the index is looked up by, at offsets of the file's text. */
function visitRow(index: CorpusIndex, file: FigureAt["file"], row: number, visit: Visit): void {
  const [start, end] = offsetsOf(file, row);
  visitTokens(file.text, start, end, visit);
  index.terms.visit(file.text, start, end, (term, offset) => visit(termToken(term), offset));
  const { mentions, sentences } = file.segment;
  for (let i = sentences.mentions[row] ?? 0; i < (sentences.mentions[row + 1] ?? 0); i++)
    visit(entityToken(file.entities[mentions.entity[i] ?? 0] ?? 0), (file.lines[sentences.line[row] ?? 0] ?? 0) + (mentions.start[i] ?? 0));
}

export function readSentence(index: CorpusIndex, file: FigureAt["file"], row: number, worth: ReadonlyMap<number, number>): SentenceView {
  const hits: { token: number; at: number; worth: number }[] = [];
  visitRow(index, file, row, (token, at) => {
    const value = worth.get(token);
    if (value !== undefined) hits.push({ token, at, worth: value });
  });
  return { hits, text: file.text, around: NOTHING };
}

/** The query's tokens in the article's first sentence and the two before the figure's that its own sentence does not hold. */
export function readAround(index: CorpusIndex, { file, sentence, article }: FigureAt, worth: ReadonlyMap<number, number>, { hits }: SentenceView): ReadonlyMap<number, number> {
  const around = new Map<number, number>();
  if (!article) return around;
  const found = new Set(hits.map(({ token }) => token));
  for (const row of new Set([article.firstSentence, sentence - 1, sentence - 2]))
    if (row >= article.firstSentence && row < sentence)
      visitRow(index, file, row, (token) => {
        const value = worth.get(token);
        if (value !== undefined && !found.has(token)) around.set(token, value);
      });
  return around;
}
