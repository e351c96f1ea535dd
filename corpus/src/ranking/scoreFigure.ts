// The score of one figure for a query, part by part: how much of the wording stands near it, and in which slots what it
// says agrees with what is asked.
import { familyValue, kindFamily } from "../index/codes.ts";
import { lineStart, offsetsOf } from "../index/indexedChunk.ts";
import type { Store } from "../index/store.ts";
import type { FigureAt } from "../index/figureAt.ts";
import { entityToken, termToken, visitTokens } from "../index/tokens.ts";
import type { Figure, FigureKind } from "../figures/figure.ts";
import { toNumber } from "../text/decimal.ts";
import { fold } from "../text/fold.ts";
import { rarity } from "./candidates.ts";
import { inYearOf, periodsOverlap } from "./periods.ts";
import type { Query } from "./query.ts";
import type { SentenceView } from "./sentenceView.ts";

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
  /** A correction says that it was another figure. */
  voided: -0.5,
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

const BREAKS = /[，,。；;！!？?：:、\n]/;

export function scoreFigure(index: Store, query: Query, figure: FigureAt, siblings: readonly FigureAt[], view: SentenceView, total: number): RankedFigure {
  const parts: Partial<Record<Part, number>> = {};
  const add = (part: Part, share = 1) => {
    parts[part] = WEIGHTS[part] * share;
  };
  const { expected } = query;

  const line = lineStart(figure.chunk, figure.line);
  const near = new Map<number, number>();
  let around = 0;
  for (const hit of view.hits) {
    const share = hit.worth * nearness(view.text, hit.at, line + figure.start, line + figure.end, siblings, line);
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
      add([...asked].some((subject) => isNamedIn(figure, subject)) ? "subjectFar" : "subjectAbsent");
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
export function unaskedShare(index: Store, query: Query, { chunk, line, start, sentence }: FigureAt): number {
  const end = lineStart(chunk, line) + start;
  const first = Math.max(offsetsOf(chunk, sentence)[0], end - CLAUSE);
  let from = end;
  while (from > first && !BREAKS.test(chunk.text.charAt(from - 1))) from--;
  let all = 0;
  let asked = 0;
  const meet = (token: number): void => {
    const value = rarity(index, token);
    all += value;
    if (query.tokens.has(token)) asked += value;
  };
  visitTokens(chunk.text, from, end, meet);
  index.terms.visit(chunk.text, from, end, (term) => meet(termToken(term)));
  return all > 0 ? 1 - asked / all : 0;
}

/** Whether a scope's words stand in the query: as its scope, or among its tokens in another wording. */
function isSameScope(index: Store, query: Query, asked: string | undefined, scope: string): boolean {
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

/** Whether the figure's article names an entity anywhere, or has a figure of it. */
function isNamedIn({ chunk, article }: FigureAt, entity: number): boolean {
  if (!article) return false;
  const { sentences, mentions, figures, run } = chunk;
  for (let i = sentences.mentions[article.firstSentence] ?? 0; i < (sentences.mentions[article.endSentence] ?? 0); i++) if (run[mentions.entity[i] ?? 0] === entity) return true;
  for (let i = sentences.figures[article.firstSentence] ?? 0; i < (sentences.figures[article.endSentence] ?? 0); i++) {
    const subject = figures.subject[i] ?? 0;
    if (subject && run[subject - 1] === entity) return true;
  }
  return false;
}

const isAmount = (kind: FigureKind): boolean => kind === "money" || kind === "count";

/** How near a word stands to the figure: by the clauses and other figures between them. */
function nearness(text: string, at: number, start: number, end: number, siblings: readonly FigureAt[], line: number): number {
  const [from, to] = at < start ? [at, start] : [end, at];
  if (to - from > 200) return 0.3;
  let clauses = 0;
  for (let i = from; i < to; i++) if (BREAKS.test(text.charAt(i)) && !(isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1)))) clauses++;
  let between = 0;
  for (const sibling of siblings) {
    const [a, b] = [line + sibling.start, line + sibling.end];
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
