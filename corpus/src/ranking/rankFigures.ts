// The one ranking of figures: from a query (the sentence so far and what its figure would say) to figures of the corpus, best
// first, each with the parts of its score. Serves completion, hover, definition and citing; does a bounded amount of work
// whatever the corpus: candidates are first put in order by columns, and the text of the best alone is read.
import { articleDay, NO_DATE } from "../index/indexedChunk.ts";
import type { Store } from "../index/store.ts";
import { figuresOfSentence, type FigureAt } from "../index/figureAt.ts";
import { findCandidates, rarity } from "./candidates.ts";
import { withCorrections } from "./corrections.ts";
import { isYearless } from "./periods.ts";
import type { Query } from "./query.ts";
import { scoreSlots } from "./scoreSlots.ts";
import { scoreSurroundings, scoreWording, type Wording } from "./scoreWording.ts";
import { readAround, readSentence, type SentenceView } from "./sentenceView.ts";
import { tokensOfValue } from "./tokensOfValue.ts";
import { holdsUnread, isShortFor, standsIn, unreadWordsOf } from "./unread.ts";
import { WEIGHTS, type Parts } from "./weights.ts";

export interface RankedFigure {
  readonly figure: FigureAt;
  readonly score: number;
  /** What the score is made of. */
  readonly parts: Readonly<Parts>;
  /** Share of the query's wording found near the figure, 0 to 1. */
  readonly coverage: number;
}

/** Sentences whose columns are read, and those of them whose text is. */
const SENTENCES = 100;
const READ = 30;
/** Figures whose surroundings are read: the article's title and the two sentences before. */
const FINALISTS = 30;
/** What a sentence's place among the candidates is worth before its text is read. */
const PROMISE = 0.7;

interface Slotted {
  readonly figure: FigureAt;
  readonly parts: Parts;
  readonly score: number;
}

interface Found {
  readonly siblings: readonly FigureAt[];
  readonly kept: readonly Slotted[];
  /** The best of its figures, with what the candidate promises. */
  readonly promise: number;
}

interface Worded extends Slotted {
  readonly siblings: readonly FigureAt[];
  readonly wording: Wording;
  readonly view: SentenceView;
}

const sum = (parts: Parts): number => {
  let score = 0;
  for (const part of Object.values(parts)) score += part;
  return score;
};

/** Figures of the corpus for a query, best first. `keep` leaves figures out before they are scored. */
export function rankFigures(index: Store, query: Query, limit: number, keep: (figure: FigureAt) => boolean = () => true, extraTokens: readonly number[] = []): RankedFigure[] {
  const tokens = new Map(query.tokens);
  for (const stated of query.stated) for (const token of tokensOfValue(stated)) tokens.set(token, 1.5);
  for (const token of extraTokens) tokens.set(token, 2.5);
  const worth = new Map([...query.tokens].map(([token, weight]) => [token, weight * rarity(index, token)]));
  let total = 0;
  for (const [token, value] of worth) total += index.count(token) || weighsUnknown(token) ? value : value * 0.3;
  const found: Found[] = [];
  for (const { sentence, score } of findCandidates(index, tokens, SENTENCES)) {
    const place = index.place(sentence);
    if (!place) continue;
    const siblings = figuresOfSentence(place.chunk, place.row);
    const kept = siblings.filter(keep).map((figure): Slotted => {
      const parts = scoreSlots(index, query, figure, siblings);
      return { figure, parts, score: sum(parts) };
    });
    if (kept.length) found.push({ siblings, kept, promise: Math.max(...kept.map((one) => one.score)) + PROMISE * Math.min(1, score / total) });
  }
  const worded: Worded[] = [];
  for (const { siblings, kept } of found.sort((a, b) => b.promise - a.promise).slice(0, READ)) {
    const [first] = kept;
    if (!first) continue;
    const view = readSentence(index, first.figure.chunk, first.figure.sentence, worth);
    for (const one of kept) {
      const wording = scoreWording(one.figure, siblings, view, total);
      worded.push({ ...one, siblings, wording, view, score: one.score + sum(wording.parts) });
    }
  }
  const finalists = worded.sort((a, b) => b.score - a.score).slice(0, Math.max(limit, FINALISTS));
  return withCorrections(withSurroundings(index, query, finalists, worth, total), ({ siblings }) => siblings)
    .sort(inOrder)
    .slice(0, limit)
    .map(({ figure, score, parts, coverage }) => ({ figure, score, parts, coverage }));
}

/** The finalists with what their clauses, their articles and the dates of these tell. */
function withSurroundings(index: Store, query: Query, finalists: readonly Worded[], worth: ReadonlyMap<number, number>, total: number): (RankedFigure & Pick<Worded, "siblings">)[] {
  const surroundings = new Map<number, ReadonlyMap<number, number>>();
  const unread = query.expected.unread?.length ? unreadWordsOf(query.expected.unread) : undefined;
  const held = new Map<object, boolean>();
  const recency = recencyOf(query, finalists);
  return finalists.map(({ figure, siblings, parts: slots, wording, view }) => {
    const number = figure.chunk.base + figure.sentence;
    const around = surroundings.get(number) ?? readAround(index, figure, worth, view);
    surroundings.set(number, around);
    const parts: Parts = { ...wording.parts, ...slots, ...scoreSurroundings(index, query, figure, siblings, wording, around, total) };
    if (unread) {
      const key = figure.article ?? figure.chunk;
      const holds = held.get(key) ?? holdsUnread(unread, figure);
      held.set(key, holds);
      const [first] = figure.subjects;
      if (first !== undefined && isShortFor(index, unread, first)) parts.subject = WEIGHTS.subject;
      // a country named in the sentence may be all the subject there is
      else if (!holds) parts.subjectAbsent = WEIGHTS.subjectAbsent * (query.expected.subjects.length ? 0.4 : 1);
      // the article speaks of several, and where this one stands it is not of them
      else if (first !== undefined && index.lexicon.entities[first]?.type === "company" && !standsIn(unread, (token) => around.has(token) || view.hits.some((hit) => hit.token === token))) parts.otherSubject = WEIGHTS.otherSubject * 0.3;
    }
    const recent = recency(figure);
    if (recent) parts.recent = recent;
    return { figure, siblings, score: sum(parts), parts, coverage: wording.coverage };
  });
}

/**
 * What a figure's date is worth: all for the newest article that was there when the note was written, less and less for older
 * ones; little where the sentence tells a period, more where it asks for the latest.
 */
function recencyOf({ expected, day }: Query, finalists: readonly Worded[]): (figure: FigureAt) => number {
  const weight = WEIGHTS.recent * (expected.latest ? 3 : expected.period ? (isYearless(expected.period) ? 0.7 : 0.35) : 1);
  const [unit, steps] = expected.latest ? [3.5, 6] : [7, 8];
  const today = day ?? Infinity;
  let newest = NO_DATE;
  for (const { figure } of finalists) {
    const written = articleDay(figure.article);
    if (written <= today && written > newest) newest = written;
  }
  return ({ article }) => {
    const written = articleDay(article);
    if (written === NO_DATE || newest === NO_DATE) return 0;
    const age = written > today ? 2 * (written - today) : newest - written;
    return weight * Math.max(0, 1 - Math.log2(1 + age / unit) / steps);
  };
}

/** The same whatever numbers the sentences have. */
function inOrder(a: RankedFigure, b: RankedFigure): number {
  const near = Math.abs(a.score - b.score) < 1e-9;
  return (
    (near ? 0 : b.score - a.score) ||
    articleDay(b.figure.article) - articleDay(a.figure.article) ||
    (a.figure.chunk.path < b.figure.chunk.path ? -1 : a.figure.chunk.path > b.figure.chunk.path ? 1 : 0) ||
    a.figure.line - b.figure.line ||
    a.figure.start - b.figure.start
  );
}

/** Entities and terms that the corpus does not hold still count as asked for. */
const weighsUnknown = (token: number): boolean => token >= 0xe0000000;
