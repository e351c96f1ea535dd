// Whether a ranked figure is of the very thing that a sentence asks for, with no slot left open: what may be shown unasked.
import type { FigureKind } from "../../figures/figure.ts";
import type { Expectation } from "../../ranking/query.ts";
import { isCorrection } from "../../ranking/corrections.ts";
import type { RankedFigure } from "../../ranking/rankFigures.ts";
import type { Part } from "../../ranking/scoreFigure.ts";
import { isAccounts } from "../../statements/metricTraits.ts";
import { articleDay } from "../../index/indexedChunk.ts";
import type { ReadingTables } from "../../index/readChunks.ts";

/** Parts of a score that say: another figure than the one asked for. */
const OTHER: readonly Part[] = ["voided", "otherMetric", "otherPeriod", "otherKind", "otherScope", "otherRole", "otherComparison", "otherForecast", "doubtful", "hypothetical", "repeated"];

/** Kinds that a sentence asks for alike: 量 may be money or pieces, a growth percent or points. */
const FAMILIES: readonly (readonly FigureKind[])[] = [
  ["money", "count", "price_per_unit"],
  ["percent", "percentage_point", "fraction", "multiple"],
];
const isLike = (a: FigureKind, b: FigureKind): boolean => a === b || FAMILIES.some((family) => family.includes(a) && family.includes(b));

/** Who a forecast is of: empty for the company itself, one word for all who are no entity (市場, 法人, analysts). */
function voice(by: string | undefined, subjects: readonly number[], entityId: (entity: number) => string | undefined): string {
  if (!by || subjects.some((subject) => entityId(subject) === by)) return "";
  return /^[\x21-\x7e]+$/.test(by) && !/^(?:analysts|economists|investors)$/i.test(by) ? by : "others";
}

/**
 * The company and the metric are named and agree; of a company's accounts the period is asked for and said; nothing says another
 * figure. A forecast is asked for as one, and of the same voice: what is announced for a quarter is not what the quarter brought,
 * and not what the market expects of it.
 */
export function isAsked({ figure, parts }: RankedFigure, expected: Expectation, { terms, lexicon }: Pick<ReadingTables, "terms" | "lexicon">): boolean {
  const { period, forecast, metric, kinds, subjects } = expected;
  if (parts.subject === undefined || parts.metric === undefined || metric === undefined) return false;
  if (period ? parts.period === undefined : isAccounts(terms.rows[metric]?.id)) return false;
  if ((figure.forecast === true) !== (forecast === true)) return false;
  const idOf = (entity: number): string | undefined => lexicon.entities[entity]?.id;
  if (forecast && voice(expected.attribution, subjects, idOf) !== voice(figure.attribution, figure.subjects, idOf)) return false;
  // `grew revenue` wants a growth before it wants an amount
  const [first] = kinds;
  return (first === undefined || isLike(first, figure.kind)) && OTHER.every((part) => parts[part] === undefined);
}

/** Whether a figure of the same thing, or a correction, was published later: then the earlier one is not clearly the answer. */
export function isOutdated(best: RankedFigure, ranked: readonly RankedFigure[]): boolean {
  const { kind, forecast, comparison, article } = best.figure;
  return ranked.some(({ figure, parts }) => {
    if (figure.kind !== kind || articleDay(figure.article) <= articleDay(article)) return false;
    if (parts.otherPeriod !== undefined || parts.otherScope !== undefined || parts.otherForecast !== undefined || figure.comparison !== comparison) return false;
    return (parts.subject !== undefined && parts.metric !== undefined && figure.forecast === forecast) || isCorrection(figure);
  });
}
