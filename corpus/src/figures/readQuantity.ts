// The value of a text that is wholly one number or figure: what an analyst has typed so far, and the public test cases.
// Looser than findFigures, which must not take prose for figures: bare numbers, spoken forms (萬九, 個半), unfinished ones (570.).
import { negate, type Decimal } from "../text/decimal.ts";
import { fold } from "../text/fold.ts";
import type { Region } from "../articles/article.ts";
import type { Bound, FigureKind } from "./figure.ts";
import { findFigures } from "./findFigures.ts";
import { isNumeralAt } from "./characterClasses.ts";
import { oneOf } from "./cues.ts";
import { currencyPrefixBefore, localCurrency } from "./currencyPrefix.ts";
import { hedgeOf } from "./hedges.ts";
import type { Line } from "./line.ts";
import { measureValue, readMeasure, type Measure } from "./readMeasure.ts";
import { readShare } from "./fractions.ts";
import { spokenQuantity } from "./spokenQuantity.ts";

export interface Quantity {
  readonly low: Decimal;
  readonly high: Decimal;
  readonly open: boolean;
  readonly step: Decimal;
  /** Absent for a bare number. */
  readonly kind?: FigureKind;
  readonly unit?: string;
  readonly bound: Bound;
  /** False where more is to come: `570.`, `5,`, a number without unit. */
  readonly complete: boolean;
}

const LONGEST = 200;

/**
 * The quantity that `text` wholly is; undefined if it holds anything beside one figure or number and its hedge words.
 * `570`, `570.` and `1,2` give what is there so far with `complete: false`. Values are in base units of `unit`.
 */
export function readQuantity(text: string, region: Region): Quantity | undefined {
  const trimmed = text.trim();
  if (!trimmed || trimmed.length > LONGEST) return undefined;
  const figures = findFigures(trimmed, { region });
  const [figure] = figures;
  if (figure && figures.length === 1 && covers(trimmed, figure.start, figure.end)) {
    // 570億 alone: the currency is a guess from nothing.
    if (figure.assumedUnit && isNumeralAt(fold(trimmed), figure.end - 1)) {
      return {
        low: figure.low,
        high: figure.high,
        open: figure.open,
        step: figure.step,
        bound: figure.bound,
        complete: false,
      };
    }
    return {
      low: figure.low,
      high: figure.high,
      open: figure.open,
      step: figure.step,
      kind: figure.kind,
      unit: figure.unit,
      bound: figure.bound,
      complete: true,
    };
  }
  return readLoosely(trimmed, region) ?? spokenQuantity(trimmed, region, (text) => readQuantity(text, region));
}

/** Nothing but hedge words may stand around the figure. */
function covers(text: string, start: number, end: number): boolean {
  if (start === 0 && end === text.length) return true;
  const folded = fold(text);
  const hedge = hedgeOf(folded, start, end, false);
  const rest = folded.slice(end).trim();
  return (
    folded.slice(0, hedge.start === start ? start : hedge.start).trim() === "" &&
    (rest === "" || (hedge.bound !== "exact" && hedge.start === start && rest.length <= 3))
  );
}

function readLoosely(text: string, region: Region): Quantity | undefined {
  const folded = fold(text);
  const line: Line = { text, folded, region };
  let at = 0;
  let negative = false;
  if (oneOf(folded, at, "負-")) {
    negative = true;
    at++;
  } else if (oneOf(folded, at, "+")) at++;
  while (oneOf(folded, at, " ")) at++;
  while (
    at < folded.length &&
    at < 8 &&
    currencyPrefixBefore(line, at)?.start !== 0 &&
    !readMeasure(line, at, false, true)
  )
    at++;
  const prefix = at > 0 ? currencyPrefixBefore(line, at) : undefined;
  while (oneOf(folded, at, " ")) at++;
  const measure = readMeasure(line, at, true, true);
  if (!measure || measure.numeral.broken) return undefined;
  if (at > 0 && !prefix && !negative && !oneOf(folded, 0, "+")) return undefined;
  const share = readShare(line, measure.numeral);
  if (share?.kind && share.end === folded.length) {
    return {
      low: share.low,
      high: share.high,
      open: share.open,
      step: share.step,
      kind: share.kind,
      unit: share.unit,
      bound: "exact",
      complete: true,
    };
  }
  const sign = (value: Decimal): Decimal => (negative ? negate(value) : value);
  if (measure.end === folded.length && !measure.excluded) {
    const value = measureValue(line, measure, measure.unit);
    const low = sign(value.low);
    const kinded = kindOf(measure, region, prefix?.code);
    return {
      low,
      high: value.high === value.low ? low : sign(value.high),
      open: measure.open,
      step: value.step,
      ...kinded,
      bound: "exact",
      complete: measure.unit !== undefined,
    };
  }
  // 570. and 5,: more is to come.
  const { numeral } = measure;
  if (numeral.end + 1 === folded.length && numeral.arabic && oneOf(folded, numeral.end, ".,")) {
    const value = measureValue(line, { ...measure, english: 0, tail: undefined }, undefined);
    const low = sign(value.low);
    return { low, high: low, open: false, step: value.step, bound: "exact", complete: false };
  }
  return undefined;
}

function kindOf(
  measure: Measure,
  region: Region,
  code: string | undefined,
): { readonly kind?: FigureKind; readonly unit?: string } {
  if (measure.unit)
    return {
      kind: measure.unit.kind,
      unit: measure.unit.unit === "local" ? (code ?? localCurrency(region)) : measure.unit.unit,
    };
  return code ? { kind: "money", unit: code } : {};
}
