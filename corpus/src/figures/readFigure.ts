// The figure, if any, at a place where a number begins: what stands before the number, the number with its unit, a second number,
// a rate behind it, and whether the guide counts it.
import type { Figure } from "./figure.ts";
import { isDigitAt, isHanAt, isLetterAt } from "./characterClasses.ts";
import { readShare, type Share } from "./fractions.ts";
import { fitting, headOf, type Head } from "./head.ts";
import { joined, rangeEnd, secondAfter, serialEnd } from "./joinRange.ts";
import { kindOf } from "./kindOf.ts";
import { isOrdinal } from "./leftContext.ts";
import { isLeftOut, isName } from "./leftOut.ts";
import type { Line } from "./line.ts";
import { makeFigure, shareFigure } from "./makeFigure.ts";
import { measureValue, readMeasure, type Measure } from "./readMeasure.ts";
import { slashList } from "./slashList.ts";
import { accountingForm, specialForm } from "./specialForms.ts";
import { suffixAt } from "./suffixTable.ts";

export interface Found {
  readonly figures: readonly Figure[];
  /** Where to go on; past the start in any case. */
  readonly next: number;
}

const NONE: readonly Figure[] = [];
const none = (next: number): Found => ({ figures: NONE, next });
const one = (figure: Figure, next: number): Found => ({ figures: [figure], next });

/** The point of `.5%`, if it is one: no sentence ends there. */
const startsWithPoint = (folded: string, at: number, from: number): boolean =>
  folded.charCodeAt(at - 1) === 0x2e &&
  at - 1 >= from &&
  isDigitAt(folded, at) &&
  !isDigitAt(folded, at - 2) &&
  !isLetterAt(folded, at - 2) &&
  !isHanAt(folded, at - 2);

/** 1/4厘, 四分一厘: a part of a percent. */
function withRate(line: Line, share: Share): Share {
  const suffix = share.kind === "fraction" ? suffixAt(line, share.end) : undefined;
  if (suffix?.word !== "厘" && suffix?.kind !== "percentage_point" && suffix?.word !== "%") return share;
  return { ...share, end: share.end + suffix.word.length, kind: suffix.kind, unit: suffix.unit };
}

function listed(
  line: Line,
  list: readonly Measure[],
  head: Head,
  from: number,
  series: string | undefined,
): Found | undefined {
  const last = list[list.length - 1];
  if (!last) return undefined;
  const { unit } = last;
  const kinded = kindOf(line, head.start, last, unit, head.prefix);
  if (!kinded || isName(line.folded, head.start, from, kinded, last.numeral.largest)) return undefined;
  const figures = list.map((measure, index) => {
    const own: Head = index === 0 ? head : { start: measure.start, sign: undefined, prefix: undefined };
    const shares = measure !== last && measure.numeral.magnitude === 0 ? last.numeral.magnitude + last.english : 0;
    const value = measureValue(line, measure, unit, shares);
    return makeFigure(line, {
      head: own,
      first: measure,
      last: measure,
      kinded,
      low: value,
      high: value,
      unit: measure === last ? unit : undefined,
      negativeEnd: false,
      series,
    });
  });
  return { figures, next: last.end };
}

/**
 * Reads the number at `at` (a digit, a native numeral, 數, 半 or a number word). `from`: nothing before it belongs to this figure.
 * `series`: the currency that the text goes on with.
 */
export function readFigure(line: Line, at: number, from: number, series: string | undefined): Found {
  const { folded } = line;
  const special = specialForm(line, at, from);
  if (special) return special.figure ? one(special.figure, special.next) : none(special.next);
  const begin = startsWithPoint(folded, at, from) ? at - 1 : at;
  const head = headOf(line, begin, from);
  const money = head.prefix !== undefined;
  const first = readMeasure(line, begin, money);
  if (!first) return none(at + 1);
  const { numeral } = first;
  if (numeral.spelled && !first.unit && first.english === 0) return none(numeral.end);
  if (isOrdinal(folded, begin)) return none(rangeEnd(line, first));
  if (!numeral.broken) {
    const list = slashList(line, first, money);
    const found = list && listed(line, list, head, from, series);
    if (found) return found;
    const share = readShare(line, numeral);
    if (share && share.kind === undefined) return none(share.end);
    if (share) {
      const figure = shareFigure(line, withRate(line, share), begin, from);
      return one(figure, figure.end);
    }
    const accounting = accountingForm(line, begin, first);
    if (accounting?.figure) return one(accounting.figure, accounting.next);
  }
  if (first.excluded) return none(Math.max(first.end, at + 1));
  const second = secondAfter(line, first.end, money);
  // 2025-27年, 3至5月: the date of the second number is the date of both.
  if (second && !first.unit && second.measure.excluded) return none(second.measure.end);
  if (second?.dash && !first.unit) {
    const end = serialEnd(folded, second.measure.end);
    if (end > second.measure.end) return none(end);
  }
  const range = second && joined(line, head, first, second);
  const last = range && second ? second.measure : first;
  const unit = range ? (last.unit ?? range.unit) : first.unit;
  const own = fitting(line, head, begin, from, unit);
  const kinded = kindOf(line, own.start, last, unit, own.prefix);
  if (!kinded)
    return none(
      second?.dash && !first.unit && !second.measure.unit ? Math.max(first.end, second.measure.end) : first.end,
    );
  if (isName(folded, own.start, from, kinded, numeral.largest)) return none(first.end);
  if (isLeftOut(line, begin, first, last, unit, kinded.kind)) return none(last.end);
  const low = measureValue(line, first, range?.unit ?? first.unit, range?.exponent ?? 0);
  const high = range ? measureValue(line, last, unit) : low;
  return one(
    makeFigure(line, {
      head: own,
      first,
      last,
      kinded,
      low,
      high,
      unit,
      negativeEnd: range !== undefined && second?.negative === true,
      series,
    }),
    last.end,
  );
}
