// The figure, if any, at a place where a number begins: what stands before the number, the number with its unit, a second number,
// a rate behind it, and whether the guide counts it. Longer than other files because it is the one place where all parts meet.
import { add, multiply, negate, shift, whole, type Decimal } from "../text/decimal.ts";
import { fold } from "../text/fold.ts";
import type { Figure, FigureKind } from "./figure.ts";
import { bracketedMoney, bracketsNegate, type Bracketed } from "./accounting.ts";
import { bareNumber, isIndexLevel } from "./bareNumber.ts";
import { classAt, HALF, isDigitAt, isHanAt, isLetterAt, isNumeralAt, LETTER, PAIR, VAGUE } from "./characterClasses.ts";
import { endsWith, oneOf, starts } from "./cues.ts";
import { currencyPrefixBefore, localCurrency, type CurrencyPrefix } from "./currencyPrefix.ts";
import { quotient, readShare, type Share } from "./fractions.ts";
import { spelledShare } from "./englishNumber.ts";
import { directionBefore, hedgeOf } from "./hedges.ts";
import { goesOn, moves, secondAfter, shareRange, type Second } from "./joinRange.ts";
import { isIdiom, isLeading, isModel, isOrdinal, isPointing, isWeekday, touchesMetric } from "./leftContext.ts";
import type { Line } from "./line.ts";
import { saysMoney } from "./moneyContext.ts";
import { rateAt } from "./rates.ts";
import { measureValue, readMeasure, type Measure, type MeasureValue } from "./readMeasure.ts";
import type { Unit } from "./suffixRules.ts";
import { suffixAt } from "./suffixTable.ts";

export interface Found {
  readonly figure?: Figure;
  /** Where to go on; past the start in any case. */
  readonly next: number;
}

interface Sign {
  readonly start: number;
  readonly negative: boolean;
  readonly both: boolean;
}

const SIGN_ENDS = new Set([...fold("-+負±▼▽▲△下")].map((sign) => sign.charCodeAt(0)));
const isTolerance = (folded: string, at: number): boolean => folded.startsWith("+/-", at - 3);
const MINUS = new Set([0x2d, 0x2212, 0xff0d, 0x2013, 0x2010, 0x2011, 0xfe63]);

/** A sign directly before `at`, if it is one and no dash, hyphen or bullet. */
function signBefore(line: Line, at: number, from: number): Sign | undefined {
  const { text, folded } = line;
  const unit = folded.charCodeAt(at - 1);
  if (!SIGN_ENDS.has(unit) || (from > 0 && from === at - 1)) return undefined;
  if (isTolerance(folded, at)) return { start: at - 3, negative: false, both: true };
  const before = at - 2;
  const free = !isDigitAt(folded, before) && !isLetterAt(folded, before) && !oneOf(folded, before, "-%+)");
  if (unit === 0x2d) return free && MINUS.has(text.charCodeAt(at - 1)) ? { start: at - 1, negative: true, both: false } : undefined;
  if (unit === 0x2b) return free ? { start: at - 1, negative: false, both: false } : undefined;
  if (oneOf(folded, at - 1, "負")) {
    if (oneOf(folded, at - 2, "正")) return { start: at - 2, negative: false, both: true };
    return oneOf(folded, at - 2, "抱擔欠勝自肩背辜孤") ? undefined : { start: at - 1, negative: true, both: false };
  }
  if (oneOf(folded, at - 1, "±")) return { start: at - 1, negative: false, both: true };
  if (oneOf(folded, at - 1, "▼▽")) return { start: at - 1, negative: true, both: false };
  if (oneOf(folded, at - 1, "▲△")) return { start: at - 1, negative: false, both: false };
  return endsWith(folded, at, "零下") ? { start: at - 2, negative: true, both: false } : undefined;
}

interface Head {
  readonly start: number;
  readonly sign: Sign | undefined;
  readonly prefix: CurrencyPrefix | undefined;
}

/** Sign and currency before the number, in either order. */
function headOf(line: Line, at: number, from: number): Head {
  const inner = signBefore(line, at, from);
  const prefix = currencyPrefixBefore(line, inner?.start ?? at);
  if (!prefix) return { start: inner?.start ?? at, sign: inner, prefix: undefined };
  const outer = inner ?? signBefore(line, prefix.start, from);
  return { start: Math.min(prefix.start, outer?.start ?? prefix.start), sign: outer, prefix };
}

const smallNative = (measure: Measure): boolean =>
  measure.numeral.native && !measure.numeral.arabic && measure.numeral.size < 10 && measure.numeral.magnitude === 0 && !measure.numeral.decimals && !measure.open;

/** A currency word before the number belongs to it only if the number can be money of that currency. */
function fittingPrefix(prefix: CurrencyPrefix | undefined, unit: Unit | undefined): CurrencyPrefix | undefined {
  if (!prefix) return undefined;
  if (!unit) return prefix;
  if (unit.kind !== "money") return undefined;
  return unit.unit === "local" || unit.unit === prefix.code || prefix.assumed ? prefix : undefined;
}

const STRONG: ReadonlySet<FigureKind> = new Set(["percent", "percentage_point", "basis_point", "money", "multiple"]);

interface Kinded {
  readonly kind: FigureKind;
  readonly unit: string;
  readonly assumed: boolean;
}

/** Kind and unit of a number with or without a unit word; nothing if it is no figure. */
function kindOf(line: Line, first: Measure, last: Measure, unit: Unit | undefined, prefix: CurrencyPrefix | undefined): Kinded | undefined {
  const { folded, region } = line;
  const local = localCurrency(region);
  if (prefix) return { kind: "money", unit: prefix.code === "local" ? local : prefix.code, assumed: prefix.assumed };
  if (unit) return { kind: unit.kind, unit: unit.unit === "local" ? local : unit.unit, assumed: unit.assumed };
  const { numeral } = last;
  if (numeral.largest + last.english > 0) {
    if (!numeral.arabic && (numeral.bare || numeral.largest < 4)) return undefined;
    if (numeral.arabic && numeral.largest < 3 && last.english === 0) return undefined;
    if (oneOf(folded, last.end, "級等")) return undefined;
    if (last.english === 0 && numeral.largest === 4 && isIndexLevel(folded, first.start)) return { kind: "points", unit: "points", assumed: false };
    const money = last.english === 0 && saysMoney(folded, first.start, last.end, region);
    return money ? { kind: "money", unit: local, assumed: true } : { kind: "count", unit: "", assumed: false };
  }
  const bare = bareNumber(folded, numeral);
  return bare && { ...bare, assumed: false };
}

const TENORS = "拆息 港元拆息 同業拆息 hibor 美債 國債 公債 債息 _treasury _note _bond _yield _jgb _gilt _bund _lpr _hibor _sofr _tp _target_price 成交 市 定存利率 lpr";

/** What the guide leaves out although it is a number with a unit. */
function leftOut(line: Line, start: number, first: Measure, last: Measure, unit: Unit | undefined, kind: FigureKind): boolean {
  const { folded } = line;
  const { numeral } = first;
  const duration = kind === "duration";
  const counted = kind === "count" || duration;
  if (numeral.spelled && (!unit || unit.classifier || kind === "count") && first.english === 0) return true;
  if (!numeral.arabic) {
    if (isWeekday(folded, start) && numeral.single >= 0) return true;
    if (isIdiom(folded, start)) return true;
    // 二六八點, 一四三五元: newspapers that spell digits do so from three digits on.
    if (numeral.row && unit?.word !== "折" && (numeral.size < 100 || unit?.classifier === true)) return true;
    if (unit?.classifier && smallNative(first) && smallNative(last)) return true;
    if (numeral.single === 1 && duration && isPointing(folded, start)) return true;
    if (numeral.size === 0.5 && oneOf(folded, start - 1, "上下大前後一多小每") && duration) return true;
    // 百家, 千年, 萬人, 億元 need a hedge before them; 千億美元 does not, unless it heads a table (單位:百萬元).
    const round = kind === "money" && numeral.end - numeral.start > 1 && !endsWith(folded, start, "單位 單位: ( (人民幣 (新台幣 /");
    if (numeral.bare && kind !== "multiple" && !round && hedgeOf(folded, start, first.end, false).bound === "exact") return true;
    if (numeral.single === 0) return true;
  }
  // 10年期公債, 7天期逆回購, 一個月拆息, 10-year Treasury: the name of a paper, not a length.
  if (duration && oneOf(folded, last.end, "期") && !oneOf(folded, last.end + 1, "限間內中後") && !endsWith(folded, start, "為 共 長達 達")) return true;
  if (duration && starts(folded, last.end, TENORS)) return true;
  return counted && isLeading(folded, start, duration);
}

const figureKindWithRate = (kind: FigureKind): FigureKind => (kind === "money" ? "price_per_unit" : kind === "data_size" ? "data_rate" : kind);
const takesRate = (kind: FigureKind, unit: string): boolean =>
  kind === "money" || kind === "count" || kind === "volume" || kind === "mass" || kind === "data_size" || kind === "length" || kind === "energy" || kind === "area" || unit === "token";

/** Reads the number at `at` (a digit, native numeral, 數 or 半). `from`: nothing before it belongs to this figure. */
export function readFigure(line: Line, at: number, from: number, series: string | undefined): Found {
  const { folded } = line;
  const special = readCountless(line, at) ?? readHalf(line, at, from) ?? readSpelledShare(line, at, from) ?? readPairFold(line, at, from);
  if (special) return special;
  const point = folded.charAt(at - 1) === "." && at - 1 >= from && isDigitAt(folded, at) && !isDigitAt(folded, at - 2) && !isLetterAt(folded, at - 2) && !isHanAt(folded, at - 2);
  const begin = point ? at - 1 : at;
  const head = headOf(line, begin, from);
  const first = readMeasure(line, begin, head.prefix !== undefined);
  if (!first) return { next: at + 1 };
  if (first.numeral.spelled && !first.unit && first.english === 0) return { next: first.numeral.end };
  const skip = (to: number): Found => ({ next: Math.max(to, at + 1) });
  const { numeral } = first;
  if (isOrdinal(folded, begin)) return skip(passRange(line, first));
  if (!numeral.broken) {
    const share = readShare(line, numeral);
    if (share && share.kind === undefined) return skip(share.end);
    if (share) {
      const figure = shareFigure(line, withRate(line, share), begin, from);
      return { figure, next: figure.end };
    }
    const bracketed = bracketedMoney(line, begin, numeral.end);
    if (bracketed) return bracketedFigure(line, first, bracketed);
  }
  if (first.excluded) return skip(first.end);
  const second = secondAfter(line, first.end, head.prefix !== undefined);
  if (second && !first.unit && second.measure.excluded) return skip(second.measure.end);
  if (second?.dash && goesOn(folded, second.measure.end) && !first.unit) return skip(passSerial(folded, second.measure.end));
  const range = second && !isChangeTo(folded, head, first, second) ? joined(line, first, second, head, begin) : undefined;
  const last = range && second ? second.measure : first;
  const unit = range ? (last.unit ?? range.unit) : first.unit;
  const prefix = fittingPrefix(head.prefix, unit);
  const start = prefix ? head.start : (signBefore(line, begin, from)?.start ?? begin);
  const sign = prefix ? head.sign : signBefore(line, begin, from);
  const kinded = kindOf(line, first, last, unit, prefix);
  if (!kinded) return skip(second && !range && !first.unit && !second.measure.unit ? Math.max(first.end, second.dash ? second.measure.end : 0) : first.end);
  if (isModel(folded, start, from) && !(STRONG.has(kinded.kind) || numeral.largest >= 4 ? touchesMetric(folded, start) || isStrong(folded, start, kinded, numeral.largest) : touchesMetric(folded, start))) {
    return skip(first.end);
  }
  if (leftOut(line, begin, first, last, unit, kinded.kind)) return skip(last.end);
  const low = measureValue(line, first, range?.unit ?? first.unit, range?.exponent ?? 0);
  const high = range ? measureValue(line, last, unit) : low;
  return { figure: makeFigure(line, { start, sign, first, last, kinded, low, high, unit, prefix, range: range !== undefined, series, negativeEnd: range !== undefined && second?.negative === true }), next: last.end };
}

/** 數以百萬計, 以億計: a power that stands for an open count. */
function readCountless(line: Line, at: number): Found | undefined {
  const { folded } = line;
  if (classAt(folded, at) !== VAGUE || !oneOf(folded, at + 1, "以")) return undefined;
  const measure = readMeasure(line, at + 2);
  if (!measure || measure.numeral.arabic || !oneOf(folded, measure.numeral.end, "計")) return undefined;
  const { low, high, step } = measureValue(line, measure, undefined);
  return {
    figure: { start: at, end: measure.numeral.end + 1, kind: "count", low, high, open: true, unit: "", assumedUnit: false, step, bound: "exact", doubtful: false },
    next: measure.numeral.end + 1,
  };
}

/** 半數; 個半小時, an hour and a half without a number before it. */
function readHalf(line: Line, at: number, from: number): Found | undefined {
  const { folded } = line;
  if (classAt(folded, at) !== HALF) return undefined;
  if (oneOf(folded, at + 1, "數")) {
    if (oneOf(folded, at - 1, "過逾") && !endsWith(folded, at, "超過")) return { next: at + 2 };
    const share = { end: at + 2, kind: "fraction" as const, unit: "1", low: shift(whole(5), -1), high: shift(whole(5), -1), step: shift(whole(1), -2), open: false };
    return { figure: shareFigure(line, share, at, from), next: at + 2 };
  }
  if (!oneOf(folded, at - 1, "個") || at - 1 < from || isNumeralAt(folded, at - 2) || oneOf(folded, at - 2, "數幾多每這那整")) return undefined;
  const measure = readMeasure(line, at);
  if (measure?.unit?.kind !== "duration" || measure.excluded) return undefined;
  const { low, step } = measureValue(line, measure, measure.unit);
  const value = add(low, multiply(low, whole(2)));
  const hedge = hedgeOf(folded, at - 1, measure.end, true);
  return {
    figure: { start: at - 1, end: measure.end, kind: "duration", low: value, high: value, open: false, unit: measure.unit.unit, assumedUnit: false, step, bound: hedge.bound, doubtful: false },
    next: measure.end,
  };
}

/** 對折: half the price. */
function readPairFold(line: Line, at: number, from: number): Found | undefined {
  if (classAt(line.folded, at) !== PAIR) return undefined;
  const value = whole(50);
  const share: Share = { end: at + 2, kind: "percent", unit: "%", low: value, high: value, step: whole(10), open: false };
  return { figure: shareFigure(line, share, at, from), next: at + 2 };
}

function readSpelledShare(line: Line, at: number, from: number): Found | undefined {
  const spelled = classAt(line.folded, at) === LETTER ? spelledShare(line.folded, at) : undefined;
  if (!spelled) return undefined;
  const value = quotient(BigInt(spelled.numerator), BigInt(spelled.denominator));
  const share: Share = { end: spelled.end, kind: "fraction", unit: "1", low: value, high: value, step: shift(whole(1), -2), open: false };
  return { figure: shareFigure(line, share, at, from), next: spelled.end };
}

/** 標普500 is a name, but letters of two or more may touch percent or large sums (ROE15%, AI500億美元). */
const isStrong = (folded: string, start: number, { kind }: Kinded, magnitude: number): boolean =>
  (oneOf(folded, start - 1, "/") && STRONG.has(kind)) || isLetterAt(folded, start - 1) && isLetterAt(folded, start - 2) && (kind === "percent" || kind === "percentage_point" || (kind === "money" && magnitude >= 4));

/** 減少12億元至2,890億元: by how much and to what, two figures. A rate of change (增長3%至5%) is a range. */
function isChangeTo(folded: string, head: Head, first: Measure, second: Second): boolean {
  if (second.dash) return false;
  const english = head.prefix !== undefined && second.prefix !== undefined;
  const both = first.unit !== undefined && second.measure.unit !== undefined && (first.unit.kind === "money" || first.unit.kind === "count" || first.unit.kind === "points");
  if (!english && !both) return false;
  let at = head.start;
  if (folded.charCodeAt(at - 1) === 0x20) at--;
  if (oneOf(folded, at - 1, "約近逾超")) at--;
  return endsWith(folded, at, CHANGES);
}
const CHANGES = "rose fell gained dropped added lost up_by down_by by 增 減 升 跌 漲 降 增加 減少 上升 下跌 上漲 下降 增了 減了 升了 跌了 漲了 回落 反彈 急升 急跌";

function joined(line: Line, first: Measure, second: Second, head: Head, begin: number): { exponent: number; unit: Unit | undefined } | undefined {
  const money = head.prefix !== undefined;
  if (second.prefix && !money && !first.unit) return undefined;
  const shared = shareRange(first, second, money);
  if (!shared) return undefined;
  const low = first.numeral.size * 10 ** (shared.exponent + first.english + (shared.unit?.exponent ?? 0));
  const high = second.measure.numeral.size * 10 ** (second.measure.english + (second.measure.unit?.exponent ?? 0));
  return moves(line.folded, begin, high < low) ? undefined : shared;
}

function passRange(line: Line, first: Measure): number {
  const second = secondAfter(line, first.end, false);
  return second && !second.measure.numeral.broken ? second.measure.end : first.end;
}

function passSerial(folded: string, from: number): number {
  let at = from;
  while (isDigitAt(folded, at) || (folded.charCodeAt(at) === 0x2d && isDigitAt(folded, at + 1))) at++;
  return at;
}

/** 1/4厘, 四分一厘: a part of a percent. */
function withRate(line: Line, share: Share): Share {
  const suffix = share.kind === "fraction" ? suffixAt(line, share.end) : undefined;
  if (suffix?.word !== "厘" && suffix?.kind !== "percentage_point" && suffix?.word !== "%") return share;
  return { ...share, end: share.end + suffix.word.length, kind: suffix.kind, unit: suffix.unit };
}

function bracketedFigure(line: Line, first: Measure, { prefix, magnitude, end }: Bracketed): Found {
  const { low, step } = measureValue(line, first, undefined, magnitude?.exponent ?? 0);
  const value = negate(low);
  return {
    figure: { start: prefix.start, end, kind: "money", low: value, high: value, open: false, unit: prefix.code, assumedUnit: prefix.assumed, step, bound: "exact", direction: "down", doubtful: false },
    next: end,
  };
}

const zero = whole(0);
const signed = (value: Decimal, negative: boolean): Decimal => (negative ? negate(value) : value);

function shareFigure(line: Line, share: Share, begin: number, from: number): Figure {
  const sign = signBefore(line, begin, from);
  const start = sign?.start ?? begin;
  const hedge = hedgeOf(line.folded, start, share.end, false);
  const direction = directionBefore(line.folded, hedge.start);
  return {
    start, end: share.end, kind: share.kind, low: signed(share.low, sign?.negative === true), high: signed(share.high, sign?.negative === true), open: share.open,
    unit: share.unit, assumedUnit: false, step: share.step, bound: hedge.bound, ...(direction ? { direction } : {}), doubtful: false,
  };
}

interface Parts {
  readonly start: number;
  readonly sign: Sign | undefined;
  readonly first: Measure;
  readonly last: Measure;
  readonly kinded: Kinded;
  readonly low: MeasureValue;
  readonly high: MeasureValue;
  readonly unit: Unit | undefined;
  readonly prefix: CurrencyPrefix | undefined;
  readonly range: boolean;
  readonly series: string | undefined;
  readonly negativeEnd: boolean;
}

function makeFigure(line: Line, parts: Parts): Figure {
  const { folded } = line;
  const { sign, first, last, kinded } = parts;
  const rate = takesRate(kinded.kind, kinded.unit) && (parts.unit ?? parts.prefix) ? rateAt(line, last.end, kinded.kind === "money") : undefined;
  const tokens = rate?.per === "s" && kinded.unit === "token";
  const currency = kinded.assumed && parts.series && parts.unit?.unit === "local" ? parts.series : kinded.unit;
  const brackets = !parts.range && bracketsNegate(folded, parts.start, rate?.end ?? last.end);
  const start = brackets ? parts.start - 1 : parts.start;
  const end = (rate?.end ?? last.end) + (brackets ? 1 : 0);
  const hedge = hedgeOf(folded, start, end, kinded.kind === "duration");
  const negative = brackets || sign?.negative === true;
  const direction = negative && kinded.kind !== "temperature" ? "down" : directionBefore(folded, hedge.start);
  let low = signed(parts.low.low, negative);
  let high = signed(parts.high.high, parts.range ? parts.negativeEnd || (negative && parts.negativeEnd) : negative);
  if (parts.range && negative && !parts.negativeEnd) high = parts.high.high;
  if (sign?.both) {
    low = negate(parts.low.low);
    high = parts.high.high;
  }
  return {
    start, end, kind: tokens ? "data_rate" : rate ? figureKindWithRate(kinded.kind) : kinded.kind, low, high, open: first.open || last.open,
    unit: tokens ? "tokens/s" : rate ? `${currency}/${rate.per}` : currency, assumedUnit: kinded.assumed && currency === kinded.unit, step: parts.high.step ?? shift(zero, 0),
    bound: hedge.bound, ...(direction ? { direction } : {}), doubtful: first.numeral.doubtful || last.numeral.doubtful,
  };
}
