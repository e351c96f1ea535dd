// The one ranking of figures: from a query (the sentence so far and what its figure would say) to figures of the corpus,
// best first, each with the parts of its score. Serves completion, hover, definition and citing; does a bounded amount
// of work whatever the corpus.
import { articleDay } from "../index/indexedChunk.ts";
import type { Store } from "../index/store.ts";
import { figuresOfSentence, type FigureAt } from "../index/figureAt.ts";
import { findCandidates, rarity } from "./candidates.ts";
import { withCorrections } from "./corrections.ts";
import type { Query } from "./query.ts";
import { scoreFigure, unaskedShare, WEIGHTS, type RankedFigure } from "./scoreFigure.ts";
import { readAround, readSentence, type SentenceView } from "./sentenceView.ts";
import { tokensOfValue } from "./tokensOfValue.ts";

export type { RankedFigure } from "./scoreFigure.ts";

const SENTENCES = 100;
/** Figures whose surroundings are read: the article's title and the two sentences before. */
const FINALISTS = 30;

/** Figures of the corpus for a query, best first. `keep` leaves figures out before they are scored. */
export function rankFigures(index: Store, query: Query, limit: number, keep: (figure: FigureAt) => boolean = () => true, extraTokens: readonly number[] = []): RankedFigure[] {
  const tokens = new Map(query.tokens);
  for (const stated of query.stated) for (const token of tokensOfValue(stated)) tokens.set(token, 1.5);
  for (const token of extraTokens) tokens.set(token, 2.5);
  const ranked: (RankedFigure & { readonly siblings: readonly FigureAt[]; readonly view: SentenceView })[] = [];
  const worth = new Map([...query.tokens].map(([token, weight]) => [token, weight * rarity(index, token)]));
  let total = 0;
  for (const [token, value] of worth) total += index.count(token) || weighsUnknown(token) ? value : value * 0.3;
  for (const { sentence } of findCandidates(index, tokens, SENTENCES)) {
    const place = index.place(sentence);
    if (!place) continue;
    const figures = figuresOfSentence(place.chunk, place.row);
    const kept = figures.filter(keep);
    if (!kept.length) continue;
    const view = readSentence(index, place.chunk, place.row, worth);
    for (const figure of kept) ranked.push({ ...scoreFigure(index, query, figure, figures, view, total), siblings: figures, view });
  }
  const first = ranked.sort((a, b) => b.score - a.score).slice(0, Math.max(limit, FINALISTS));
  const surroundings = new Map<number, ReadonlyMap<number, number>>();
  const finalists = first.map(({ figure, siblings, view }) => {
    const number = figure.chunk.base + figure.sentence;
    const around = surroundings.get(number) ?? readAround(index, figure, worth, view);
    surroundings.set(number, around);
    const scored = scoreFigure(index, query, figure, siblings, { ...view, around }, total);
    const unasked = WEIGHTS.unasked * unaskedShare(index, query, figure);
    return { siblings, ...(unasked === 0 ? scored : { ...scored, score: scored.score + unasked, parts: { ...scored.parts, unasked } }) };
  });
  return withCorrections(finalists, ({ siblings }) => siblings)
    .sort((a, b) => b.score - a.score || articleDay(b.figure.article) - articleDay(a.figure.article))
    .slice(0, limit);
}

/** Entities and terms that the corpus does not hold still count as asked for. */
const weighsUnknown = (token: number): boolean => token >= 0xe0000000;
