// How far what a figure says agrees with what is asked, slot by slot. Read from columns alone: no text is touched, so that many
// figures can be looked at before the text of a few is.
import type { Region } from "../articles/article.ts";
import type { FigureKind } from "../figures/figure.ts";
import type { Figure } from "../figures/figure.ts";
import type { EntityType } from "../entities/entity.ts";
import { toNumber } from "../text/decimal.ts";
import { familyValue, kindFamily } from "../index/codes.ts";
import type { FigureAt } from "../index/figureAt.ts";
import type { IndexedChunk, Store } from "../index/store.ts";
import { entityToken } from "../index/tokens.ts";
import { NO_DAY } from "../index/chunk.ts";
import { comparePeriods, type Days, type ToldPeriod } from "./periods.ts";
import type { Expectation, Query } from "./query.ts";
import { WEIGHTS, type Part, type Parts } from "./weights.ts";

/** The parts of a figure's score that its columns tell; `siblings` are the figures of its sentence. */
export function scoreSlots(index: Store, query: Query, figure: FigureAt, siblings: readonly FigureAt[]): Parts {
  const parts: Parts = {};
  const add = (part: Part, share = 1): void => {
    parts[part] = WEIGHTS[part] * share;
  };
  const { expected } = query;
  let stated = 0;
  for (const other of query.stated) if (siblings.some((sibling) => sibling !== figure && sameValue(other, sibling))) stated++;
  if (stated) add("stated", Math.min(2, stated));
  if (query.stated.some((other) => sameValue(other, figure))) add("repeated");

  if (expected.kinds.length) {
    if (expected.kinds.includes(figure.kind)) add("kind");
    // 量 may be money or pieces, a share of something a percentage or a fraction: only another family is surely wrong
    else add("otherKind", (isAmount(figure.kind) && expected.kinds.some(isAmount)) || (QUANTITIES.has(figure.kind) && expected.kinds.some((kind) => QUANTITIES.has(kind))) ? 0.3 : 1);
  }
  if (expected.unit && expected.unit === figure.unit) add("unit");
  if (expected.isRange && figure.high > figure.low) add("range");
  if (expected.metric !== undefined && figure.metric !== undefined) {
    if (expected.metric === figure.metric) add("metric");
    else if (expected.alike?.includes(figure.metric)) add("metric", 0.6);
    else add("otherMetric");
  }
  scoreSubject(index, query, figure, siblings, add);
  const told = expected.period && periodOf(figure);
  if (expected.period && told) {
    const match = comparePeriods(expected.period, told);
    if (match === "same" || match === "about" || match === "anyYear") add("period", match === "same" ? 1 : match === "about" ? 0.7 : 0.4);
    // what was a year ago often stands in the sentence of this year's
    else add("otherPeriod", match === "inside" || expected.role === "before" ? 0.3 : match === "around" ? 0.6 : 1);
  }
  if (expected.comparison && figure.comparison) add(expected.comparison === figure.comparison ? "comparison" : "otherComparison");
  scoreRole(expected, figure, add);
  if (expected.forecast !== undefined && figure.forecast !== undefined) add(expected.forecast === figure.forecast ? "forecast" : "otherForecast");
  if (figure.role === "hypothetical" && expected.role !== "hypothetical") add("hypothetical");
  if (figure.doubtful) add("doubtful");
  if (figure.article?.titleLine === figure.line + 1) add("title");
  return parts;
}

/** The figure's period from its columns. */
function periodOf({ chunk, row }: FigureAt): ToldPeriod | undefined {
  const { from, to, calendarFrom, calendarTo, period } = chunk.figures;
  const first = from[row] ?? NO_DAY;
  if (first === NO_DAY) return undefined;
  const calendar = calendarFrom[row] ?? NO_DAY;
  const readings: Days[] = [[first, to[row] ?? first]];
  if (calendar !== NO_DAY) readings.push([calendar, calendarTo[row] ?? calendar]);
  return { text: chunk.strings[period[row] ?? 0] ?? "", readings };
}

type Add = (part: Part, share?: number) => void;

const COMPETING: Partial<Record<EntityType, string>> = { company: "company", place: "place", index: "index", product: "product" };

/** The place that an article speaks of without naming it. */
const HOMES: Readonly<Record<Region, string>> = { TW: "taiwan", HK: "hong-kong", CN: "china", INTL: "" };

/** Whose figure it is: of one asked for, of another, or of nobody that is told, in an article that names the one asked for near or far. */
function scoreSubject(index: Store, query: Query, figure: FigureAt, siblings: readonly FigureAt[], add: Add): void {
  const asked = query.expected.subjects;
  if (!asked.length) return;
  const { chunk, sentence, article, subjects } = figure;
  const { region } = article ?? {};
  // 財政部：4月出口… in an article of Taiwan is Taiwan's
  const isHome = region !== undefined && asked.some((subject) => index.lexicon.entities[subject]?.id === HOMES[region]);
  const isTitled = article !== undefined && asked.some((subject) => namesIn(chunk, article.firstSentence, article.firstSentence + 1, subject));
  if (isTitled) add("headline");
  const isNear = isHome || asked.some((subject) => namesIn(chunk, sentence, sentence + 1, subject) || (article !== undefined && (namesIn(chunk, Math.max(article.firstSentence, sentence - 2), sentence, subject) || namesIn(chunk, article.firstSentence, article.firstSentence + 1, subject))));
  if (subjects.some((subject) => asked.includes(subject))) return add("subject");
  const [first] = subjects;
  if (first !== undefined && !query.tokens.has(entityToken(first)) && competes(index, first, asked)) {
    const isSure = !figure.inferred || namesIn(chunk, sentence, sentence + 1, first);
    const isLearned = index.lexicon.entities[first]?.origin === "learned";
    return add("otherSubject", isHome ? 0.5 : isNear && (isLearned || !isSure) ? 0.25 : isSure ? 1 : 0.75);
  }
  // 三家銀行合計…，其中工商銀行…: the sentence has a figure that is surely its own
  if (first === undefined && siblings.some((one) => one.kind === figure.kind && !one.inferred && one.subjects.some((subject) => asked.includes(subject)))) return add("subjectFar");
  // what names no country is of the article's own
  const isNamed = !isNear && [...asked, ...ownersOf(index, asked)].some((subject) => isNamedIn(figure, subject));
  if (!isNear && region !== undefined && HOMES[region] !== "" && asked.every((subject) => index.lexicon.entities[subject]?.type === "place")) return add("otherSubject", isNamed ? 0.5 : 0.75);
  if (!isNear) add(isNamed ? "subjectFar" : "subjectAbsent");
}

/** The companies whose products are asked for: 阿里雲 is spoken of in an article about 阿里巴巴 without being named. */
function ownersOf({ lexicon }: Store, asked: readonly number[]): readonly number[] {
  return asked.flatMap((subject) => {
    const entity = lexicon.entities[subject];
    if (entity?.type !== "product") return [];
    return entity.links.flatMap((id) => lexicon.numberOf(id) ?? []);
  });
}

/** Whether a figure of `other` can not be one of those asked for: both are companies, or both countries. */
function competes({ lexicon }: Store, other: number, asked: readonly number[]): boolean {
  const sort = COMPETING[lexicon.entities[other]?.type ?? "law"];
  return sort !== undefined && asked.some((subject) => COMPETING[lexicon.entities[subject]?.type ?? "law"] === sort);
}

/** Whether sentences of a chunk name an entity. */
function namesIn({ sentences, mentions, run }: IndexedChunk, from: number, to: number, entity: number): boolean {
  for (let i = sentences.mentions[from] ?? 0; i < (sentences.mentions[to] ?? 0); i++) if (run[mentions.entity[i] ?? 0] === entity) return true;
  return false;
}

/** Whether the figure's article names an entity anywhere, or has a figure of it. */
function isNamedIn({ chunk, article }: FigureAt, entity: number): boolean {
  if (!article) return false;
  if (namesIn(chunk, article.firstSentence, article.endSentence, entity)) return true;
  const { sentences, figures, run } = chunk;
  for (let i = sentences.figures[article.firstSentence] ?? 0; i < (sentences.figures[article.endSentence] ?? 0); i++) {
    const subject = figures.subject[i] ?? 0;
    if (subject && run[subject - 1] === entity) return true;
  }
  return false;
}

/** Levels and what was reached answer each other; a change answers only a change, and what was before only what asks for it. */
function scoreRole({ role: asked, isRate }: Expectation, { role, kind }: FigureAt, add: Add): void {
  if (!role || role === "hypothetical") return;
  if (asked === role) return add("role");
  if (role === "before") return add("otherRole");
  if (!asked || asked === "hypothetical") return;
  // a percentage of what is no rate tells how much it moved, whatever the words: 樓價升幅預測上調至5%
  if ((asked === "change") !== (role === "change")) return isRate || isAmount(kind) || role === "change" ? add("otherRole") : undefined;
  if (asked === "before" || asked === "limit" || asked === "target") add("otherRole", 0.3);
}

/** Batteries are shipped by the piece, by weight and by what they hold. */
const QUANTITIES: ReadonlySet<FigureKind> = new Set(["count", "mass", "volume", "energy", "power", "area", "length", "data_size"]);
const isAmount = (kind: FigureKind): boolean => kind === "money" || kind === "count";

/** Whether a figure of the note and one of the index are the same value within the note's rounding. */
function sameValue(stated: Figure, figure: FigureAt): boolean {
  if (kindFamily(stated.kind) !== kindFamily(figure.kind)) return false;
  const step = familyValue(stated.kind, toNumber(stated.step)) / 2 + 1e-9;
  const note = familyValue(stated.kind, toNumber(stated.low));
  return Math.abs(Math.abs(note) - Math.abs(familyValue(figure.kind, figure.low))) <= step;
}
