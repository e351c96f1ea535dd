// The one ranking of figures: from a query (the sentence so far and what its figure would say) to figures of the corpus,
// best first, each with the parts of its score. Serves completion, hover, definition and citing; does a bounded amount
// of work whatever the corpus.
import { familyValue, kindFamily } from "../index/codes.ts";
import type { CorpusIndex } from "../index/corpusIndex.ts";
import { articleDay, offsetsOf } from "../index/corpusIndex.ts";
import { figuresOfSentence, type FigureAt } from "../index/figureAt.ts";
import { entityToken, termToken, valueToken, valueTokenOf, visitTokens } from "../index/tokens.ts";
import type { Figure, FigureKind } from "../figures/figure.ts";
import type { Period } from "../figures/statement.ts";
import { toNumber } from "../text/decimal.ts";
import { fold } from "../text/fold.ts";
import { findCandidates, rarity } from "./candidates.ts";
import type { Query } from "./query.ts";

/** What each agreement or disagreement is worth, in shares of a perfect match of the wording. */
export const WEIGHTS = {
  wording: 1,
  article: 0.12,
  stated: 0.35,
  metric: 0.3,
  otherMetric: -0.3,
  subject: 0.2,
  subjectFar: -0.1,
  subjectAbsent: -0.7,
  period: 0.25,
  otherPeriod: -0.3,
  scope: 0.15,
  /** A part where the whole is asked for, or another part. */
  otherScope: -0.25,
  kind: 0.15,
  otherKind: -0.8,
  unit: 0.08,
  comparison: 0.1,
  otherComparison: -0.1,
  role: 0.12,
  otherRole: -0.15,
  forecast: 0.12,
  otherForecast: -0.25,
  repeated: -0.9,
  hypothetical: -0.15,
  doubtful: -0.3,
  /** Words of the figure's own clause that nobody asked for: 資料中心 before 營收 where the company's is wanted. */
  unasked: -0.3,
  /** The body says it in a sentence, the title in short. */
  title: -0.1,
} as const;
export type Part = keyof typeof WEIGHTS;

export interface RankedFigure {
  readonly figure: FigureAt;
  readonly score: number;
  /** What the score is made of. */
  readonly parts: Readonly<Partial<Record<Part, number>>>;
  /** Share of the query's wording found near the figure, 0 to 1. */
  readonly coverage: number;
}

const SENTENCES = 100;
/** Figures whose surroundings are read: the article's title and the two sentences before. */
const FINALISTS = 30;
const BREAKS = /[，,。；;！!？?：:、\n]/;

/** All sentences that hold a value which a written figure may stand for, as tokens of its two leading digits. */
export function tokensOfValue(figure: Pick<Figure, "kind" | "low" | "high" | "step">): number[] {
  const family = kindFamily(figure.kind);
  const step = familyValue(figure.kind, toNumber(figure.step));
  const tokens = new Set<number>();
  for (const bound of new Set([toNumber(figure.low), toNumber(figure.high)])) {
    const value = Math.abs(familyValue(figure.kind, bound));
    tokens.add(valueToken(family, value));
    const exponent = Math.floor(Math.log10(Math.max(value, 1e-12)));
    const unit = 10 ** (exponent - 1);
    for (let digits = Math.round((value - step / 2) / unit); digits <= Math.round((value + step / 2) / unit) && tokens.size < 24; digits++)
      if (digits >= 10 && digits < 100) tokens.add(valueTokenOf(family, digits, exponent));
  }
  return [...tokens];
}

/** Figures of the corpus for a query, best first. `keep` leaves figures out before they are scored. */
export function rankFigures(index: CorpusIndex, query: Query, limit: number, keep: (figure: FigureAt) => boolean = () => true, extraTokens: readonly number[] = []): RankedFigure[] {
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
    const figures = figuresOfSentence(place.file, place.row);
    const kept = figures.filter(keep);
    if (!kept.length) continue;
    const view = readSentence(index, place.file, place.row, worth);
    for (const figure of kept) ranked.push({ ...scoreFigure(index, query, figure, figures, view, total), siblings: figures, view });
  }
  const first = ranked.sort((a, b) => b.score - a.score).slice(0, Math.max(limit, FINALISTS));
  const surroundings = new Map<number, ReadonlyMap<number, number>>();
  return first
    .map(({ figure, siblings, view }) => {
      const number = figure.file.base + figure.sentence;
      const around = surroundings.get(number) ?? readAround(index, figure, worth, view);
      surroundings.set(number, around);
      const scored = scoreFigure(index, query, figure, siblings, { ...view, around }, total);
      const unasked = WEIGHTS.unasked * unaskedShare(index, query, figure);
      return unasked === 0 ? scored : { ...scored, score: scored.score + unasked, parts: { ...scored.parts, unasked } };
    })
    .sort((a, b) => b.score - a.score || articleDay(b.figure.article) - articleDay(a.figure.article))
    .slice(0, limit);
}

/** Entities and terms that the corpus does not hold still count as asked for. */
const weighsUnknown = (token: number): boolean => token >= 0xe0000000;

interface SentenceView {
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

function readSentence(index: CorpusIndex, file: FigureAt["file"], row: number, worth: ReadonlyMap<number, number>): SentenceView {
  const hits: { token: number; at: number; worth: number }[] = [];
  visitRow(index, file, row, (token, at) => {
    const value = worth.get(token);
    if (value !== undefined) hits.push({ token, at, worth: value });
  });
  return { hits, text: file.text, around: NOTHING };
}

/** The query's tokens in the article's first sentence and the two before the figure's that its own sentence does not hold. */
function readAround(index: CorpusIndex, { file, sentence, article }: FigureAt, worth: ReadonlyMap<number, number>, { hits }: SentenceView): ReadonlyMap<number, number> {
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

function scoreFigure(index: CorpusIndex, query: Query, figure: FigureAt, siblings: readonly FigureAt[], view: SentenceView, total: number): RankedFigure {
  const parts: Partial<Record<Part, number>> = {};
  const add = (part: Part, share = 1) => {
    parts[part] = WEIGHTS[part] * share;
  };
  const { expected } = query;

  const lineStart = figure.file.lines[figure.line] ?? 0;
  const near = new Map<number, number>();
  let around = 0;
  for (const hit of view.hits) {
    const share = hit.worth * nearness(view.text, hit.at, lineStart + figure.start, lineStart + figure.end, siblings, lineStart);
    if (share > (near.get(hit.token) ?? 0)) near.set(hit.token, share);
  }
  let wording = 0;
  for (const share of near.values()) wording += share;
  for (const value of view.around.values()) around += value;
  const coverage = total > 0 ? wording / total : 0;
  add("wording", coverage);
  if (around) add("article", Math.min(1, (around / total) * 2));

  let stated = 0;
  for (const other of query.stated) if (siblings.some((sibling) => sibling !== figure && sameValue(other, sibling))) stated += 1;
  if (stated) add("stated", Math.min(2, stated));
  if (query.stated.some((other) => sameValue(other, figure))) add("repeated");

  if (expected.kinds.length) {
    if (expected.kinds.includes(figure.kind)) add("kind");
    // 量 may be money or pieces, a share of something a percentage or a fraction: only another family is surely wrong
    else add("otherKind", isAmount(figure.kind) && expected.kinds.some(isAmount) ? 0.3 : 1);
  }
  if (expected.unit && expected.unit === figure.unit) add("unit");
  if (expected.metric !== undefined && figure.metric !== undefined) add(expected.metric === figure.metric ? "metric" : "otherMetric");
  if (expected.subjects.length) {
    const asked = new Set(expected.subjects);
    if (figure.subjects.some((subject) => asked.has(subject))) add("subject");
    else if (![...asked].some((subject) => near.has(entityToken(subject)) || view.around.has(entityToken(subject))))
      add([...asked].some((subject) => isNamedIn(index, figure, subject)) ? "subjectFar" : "subjectAbsent");
  }
  if (expected.period && figure.period) add(periodsOverlap(inYearOf(expected.period, figure.period), figure.period) ? "period" : "otherPeriod");
  if (figure.scope || expected.scope) {
    if (!figure.scope) add("otherScope", 0.4);
    else add(isSameScope(index, query, expected.scope, figure.scope) ? "scope" : "otherScope");
  }
  if (expected.comparison && figure.comparison) add(expected.comparison === figure.comparison ? "comparison" : "otherComparison");
  if (expected.role && figure.role) add(expected.role === figure.role ? "role" : "otherRole");
  if (expected.forecast !== undefined && figure.forecast !== undefined) add(expected.forecast === figure.forecast ? "forecast" : "otherForecast");
  if (figure.role === "hypothetical" && expected.role !== "hypothetical") add("hypothetical");
  if (figure.doubtful) add("doubtful");
  if (figure.article?.titleLine === figure.line + 1) add("title");

  let score = 0;
  for (const part of Object.values(parts)) score += part;
  return { figure, score, parts, coverage };
}

/** How far before a figure its clause is looked at. */
const CLAUSE = 40;

/** The part of the words of a figure's clause before it, by rarity, that the query does not hold, 0 to 1. */
function unaskedShare(index: CorpusIndex, query: Query, { file, line, start, sentence }: FigureAt): number {
  const end = (file.lines[line] ?? 0) + start;
  const first = Math.max(offsetsOf(file, sentence)[0], end - CLAUSE);
  let from = end;
  while (from > first && !BREAKS.test(file.text.charAt(from - 1))) from--;
  let all = 0;
  let asked = 0;
  const meet = (token: number): void => {
    const value = rarity(index, token);
    all += value;
    if (query.tokens.has(token)) asked += value;
  };
  visitTokens(file.text, from, end, meet);
  index.terms.visit(file.text, from, end, (term) => meet(termToken(term)));
  return all > 0 ? 1 - asked / all : 0;
}

/** Whether a scope's words stand in the query: as its scope, or among its tokens in another wording. */
function isSameScope(index: CorpusIndex, query: Query, asked: string | undefined, scope: string): boolean {
  if (asked !== undefined && (fold(asked).includes(fold(scope)) || fold(scope).includes(fold(asked)))) return true;
  let tokens = 0;
  let found = 0;
  const meet = (token: number): void => {
    tokens++;
    if (query.tokens.has(token)) found++;
  };
  let term = false;
  index.terms.visit(scope, 0, scope.length, (number) => {
    term ||= query.tokens.has(termToken(number));
  });
  visitTokens(scope, 0, scope.length, meet);
  return term || (tokens > 0 && found * 2 > tokens);
}

/** Whether the figure's article names an entity anywhere. */
function isNamedIn(index: CorpusIndex, { file, article }: FigureAt, entity: number): boolean {
  if (!article) return false;
  const list = index.posting(entityToken(entity));
  const wanted = file.base + article.firstSentence;
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low < list.length && (list[low] ?? 0) < file.base + article.endSentence;
}

const isAmount = (kind: FigureKind): boolean => kind === "money" || kind === "count";

/** How near a word stands to the figure: by the clauses and other figures between them. */
function nearness(text: string, at: number, start: number, end: number, siblings: readonly FigureAt[], lineStart: number): number {
  const [from, to] = at < start ? [at, start] : [end, at];
  if (to - from > 200) return 0.3;
  let clauses = 0;
  for (let i = from; i < to; i++) if (BREAKS.test(text.charAt(i)) && !(isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1)))) clauses++;
  let between = 0;
  for (const sibling of siblings) {
    const [a, b] = [lineStart + sibling.start, lineStart + sibling.end];
    if (a >= from && b <= to && a !== start) between++;
  }
  const side = at < start ? 1 : 0.85;
  return side * Math.max(0.35, (clauses === 0 ? 1 : clauses === 1 ? 0.75 : 0.55) - 0.12 * between);
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** Whether a figure of the note and one of the index are the same value within the note's rounding. */
function sameValue(stated: Figure, figure: FigureAt): boolean {
  if (kindFamily(stated.kind) !== kindFamily(figure.kind)) return false;
  const step = familyValue(stated.kind, toNumber(stated.step)) / 2 + 1e-9;
  const note = familyValue(stated.kind, toNumber(stated.low));
  return Math.abs(Math.abs(note) - Math.abs(familyValue(figure.kind, figure.low))) <= step;
}

const YEAR = /(?:19|20)\d{2}|\d{2,3}\s?(?:年|財年|财年)|FY\s?\d|[1-4]Q\s?\d{2}|[12]H\s?\d{2}/i;
const DAY = 86_400_000;

/** A period whose year is not written (第三季, Q3, 上年同期) may mean the year of the other one: moved by whole years to it. */
function inYearOf(period: Period, other: Period): Period {
  if (YEAR.test(period.text)) return period;
  const years = Math.round((Date.parse(other.from) - Date.parse(period.from)) / (365.25 * DAY));
  if (!years || !Number.isFinite(years)) return period;
  const moved = (day: string): string => `${String(Number(day.slice(0, 4)) + years).padStart(4, "0")}${day.slice(4)}`;
  return { ...period, from: moved(period.from), to: moved(period.to), ...(period.calendarFrom && period.calendarTo ? { calendarFrom: moved(period.calendarFrom), calendarTo: moved(period.calendarTo) } : {}) };
}

/** Periods differ only if they overlap by less than half under both the fiscal and the calendar reading. */
export function periodsOverlap(a: { from: string; to: string; calendarFrom?: string; calendarTo?: string }, b: typeof a): boolean {
  const readings = (p: typeof a): [number, number][] => [
    [Date.parse(p.from), Date.parse(p.to)],
    ...(p.calendarFrom && p.calendarTo ? [[Date.parse(p.calendarFrom), Date.parse(p.calendarTo)] as [number, number]] : []),
  ];
  return readings(a).some(([af, at]) =>
    readings(b).some(([bf, bt]) => {
      const overlap = Math.min(at, bt) - Math.max(af, bf) + DAY;
      const longer = Math.max(at - af, bt - bf) + DAY;
      return overlap * 2 >= longer;
    }),
  );
}
