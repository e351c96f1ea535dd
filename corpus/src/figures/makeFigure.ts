// The figure made of its parts: value with sign and range, unit with rate, brackets, hedge and direction.
import { compare, negate, type Decimal } from "../text/decimal.ts";
import type { Figure, FigureKind } from "./figure.ts";
import { bracketsNegate } from "./accounting.ts";
import type { Share } from "./fractions.ts";
import type { Head } from "./head.ts";
import { directionBefore, hedgeOf } from "./hedges.ts";
import type { Kinded } from "./kindOf.ts";
import type { Line } from "./line.ts";
import { rateAt } from "./rates.ts";
import type { Measure, MeasureValue } from "./readMeasure.ts";
import { signBefore } from "./signs.ts";
import type { Unit } from "./suffixRules.ts";

const signed = (value: Decimal, negative: boolean): Decimal => (negative ? negate(value) : value);

const RATED: ReadonlySet<FigureKind> = new Set([
  "money",
  "count",
  "volume",
  "mass",
  "data_size",
  "length",
  "energy",
  "area",
]);
const ratedKind = (kind: FigureKind): FigureKind =>
  kind === "money" ? "price_per_unit" : kind === "data_size" ? "data_rate" : kind;

const WORLD_MARKETS: ReadonlySet<string> = new Set(["bbl", "oz", "MMBtu"]);

export interface FigureParts {
  readonly head: Head;
  readonly first: Measure;
  /** The same as `first` unless it is a range. */
  readonly last: Measure;
  readonly kinded: Kinded;
  readonly low: MeasureValue;
  readonly high: MeasureValue;
  readonly unit: Unit | undefined;
  /** The second number of the range has a minus sign of its own. */
  readonly negativeEnd: boolean;
  /** The currency that the text goes on with, for a bare 元. */
  readonly series: string | undefined;
}

function bounds(
  { head, first, last, low, high, negativeEnd }: FigureParts,
  negative: boolean,
): readonly [Decimal, Decimal] {
  if (head.sign?.both) return [negate(low.low), high.high];
  const from = signed(low.low, negative);
  const to = signed(high.high, first === last ? negative : negativeEnd);
  if (first === last && from === to) return [from, from];
  return compare(from, to) <= 0 ? [from, to] : [to, from];
}

export function makeFigure(line: Line, parts: FigureParts): Figure {
  const { folded } = line;
  const { head, first, last, kinded, unit, series } = parts;
  const rate =
    RATED.has(kinded.kind) && (unit ?? head.prefix) ? rateAt(line, last.end, kinded.kind === "money") : undefined;
  const tokens = rate?.per === "s" && kinded.unit === "token";
  const stated = kinded.assumed && series !== undefined && unit?.unit === "local";
  // Oil and gold are quoted in US dollars everywhere.
  const quoted = kinded.assumed && head.prefix !== undefined && rate !== undefined && WORLD_MARKETS.has(rate.per);
  const own = quoted ? "USD" : stated ? series : kinded.unit;
  const until = rate?.end ?? last.end;
  const brackets = first === last && bracketsNegate(folded, head.start, until);
  const start = brackets ? head.start - 1 : head.start;
  const end = brackets ? until + 1 : until;
  const negative = brackets || head.sign?.negative === true;
  const [low, high] = bounds(parts, negative);
  const hedge = hedgeOf(folded, start, end, kinded.kind === "duration");
  const direction = negative && kinded.kind !== "temperature" ? "down" : directionBefore(folded, hedge.start);
  return {
    start,
    end,
    kind: tokens ? "data_rate" : rate ? ratedKind(kinded.kind) : kinded.kind,
    low,
    high,
    open: first.open || last.open,
    unit: tokens ? "tokens/s" : rate ? `${own}/${rate.per}` : own,
    assumedUnit: kinded.assumed && !stated,
    step: parts.high.step,
    bound: hedge.bound,
    ...(direction ? { direction } : {}),
    doubtful: first.numeral.doubtful || last.numeral.doubtful,
  };
}

/** The figure of a share that begins at `at`. */
export function shareFigure(line: Line, share: Share, at: number, from: number): Figure {
  const sign = signBefore(line, at, from);
  const start = sign?.start ?? at;
  const negative = sign?.negative === true;
  const hedge = hedgeOf(line.folded, start, share.end, false);
  const direction = directionBefore(line.folded, hedge.start);
  return {
    start,
    end: share.end,
    kind: share.kind,
    low: signed(share.low, negative),
    high: signed(share.high, negative),
    open: share.open,
    unit: share.unit,
    assumedUnit: false,
    step: share.step,
    bound: hedge.bound,
    ...(direction ? { direction } : {}),
    doubtful: false,
  };
}
