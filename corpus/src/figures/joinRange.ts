// The second number of a range (400-500 台, 200億至300億美元, 3.5 to 4%) and what the two share.
import { classAt, HALF, isDigitAt, isNumeralAt, VAGUE } from "./characterClasses.ts";
import { endsWith, oneOf } from "./cues.ts";
import type { FigureKind } from "./figure.ts";
import type { Head } from "./head.ts";
import { currencyPrefixBefore, type CurrencyPrefix } from "./currencyPrefix.ts";
import { afterSpace, type Line } from "./line.ts";
import { readMeasure, type Measure } from "./readMeasure.ts";
import type { Unit } from "./suffixRules.ts";

export interface Second {
  readonly measure: Measure;
  readonly negative: boolean;
  readonly prefix: CurrencyPrefix | undefined;
  /** Joined by a dash or tilde, as serial numbers are. */
  readonly dash: boolean;
}

const EM_DASH = 0x2014;
const LONGEST_PREFIX = 6;

/** Reads what follows 至, 到, to, a dash or a tilde behind `end`; nothing if no number does. */
export function secondAfter(line: Line, end: number, money: boolean): Second | undefined {
  const { folded } = line;
  const at = afterSpace(folded, end);
  let from: number;
  let dash = false;
  if (oneOf(folded, at, "至到")) from = at + 1;
  else if (oneOf(folded, at, "-~")) {
    if (line.text.charCodeAt(at) === EM_DASH && line.text.charCodeAt(at + 1) === EM_DASH) return undefined;
    from = at + 1;
    dash = true;
  } else if (at > end && folded.startsWith("to ", at)) from = at + 3;
  else return undefined;
  from = afterSpace(folded, from);
  // 至-5%: a sign of its own.
  const negative =
    !dash && oneOf(folded, from, "-負") && (isDigitAt(folded, from + 1) || isNumeralAt(folded, from + 1));
  if (negative) from++;
  let start = from;
  let prefix: CurrencyPrefix | undefined;
  if (!isNumber(folded, start)) {
    while (start - from < LONGEST_PREFIX && !isNumber(folded, start)) start++;
    if (!isNumber(folded, start)) return undefined;
    prefix = currencyPrefixBefore(line, start);
    if (!prefix || prefix.start !== from) return undefined;
  }
  if (classAt(folded, start) === HALF && !oneOf(folded, start + 1, "年個天日成小")) return undefined;
  const measure = readMeasure(line, start, money || prefix !== undefined);
  return measure && { measure, negative, prefix, dash };
}

const isNumber = (folded: string, at: number): boolean =>
  isNumeralAt(folded, at) || classAt(folded, at) === VAGUE || classAt(folded, at) === HALF;

export interface Shared {
  /** Exponent that the first number takes from the second (40-42億: 8). */
  readonly exponent: number;
  readonly unit: Unit | undefined;
}

/** What the first number takes from the second, or nothing if the two are no range. */
function shareRange(first: Measure, second: Second, money: boolean): Shared | undefined {
  const next = second.measure;
  if (next.excluded || first.excluded) return undefined;
  const magnitude = first.numeral.magnitude + first.english;
  const own = first.unit;
  const other = next.unit;
  if (own && !other) return undefined;
  if (own && other)
    return own.kind === other.kind && (own.unit === other.unit || own.unit === "local" || other.unit === "local")
      ? { exponent: 0, unit: own }
      : undefined;
  if (!other && !money && next.numeral.magnitude + next.english === 0) return undefined;
  const theirs = next.numeral.magnitude + next.english;
  const shares = magnitude === 0 && theirs > 0 && first.numeral.size <= next.numeral.mantissa;
  if (magnitude === 0 && theirs > 0 && !shares && first.numeral.size < 1000) return undefined;
  return { exponent: shares ? theirs : 0, unit: other };
}

const CHANGES =
  "加 up down rose fell gained dropped added lost up_by down_by by 增 減 升 跌 漲 降 增加 減少 上升 下跌 上漲 下降 增了 減了 升了 跌了 漲了 回落 反彈 急升 急跌";
const AMOUNTS: ReadonlySet<FigureKind> = new Set(["money", "count", "points"]);

/** Verbs behind which a rate is a step (減息0.25厘至4厘), and by how much the second must then exceed the first elsewhere. */
const STEPS = "息 上調 下調 調升 調降 調高 調低 上修 下修";
const FAR = 8;

/** 減少12億元至2,890億元: by how much and to what, two figures. A rate of change (增長3%至5%) is a range. */
function isChangeTo(folded: string, head: Head, first: Measure, second: Second): boolean {
  if (second.dash) return false;
  const english = head.prefix !== undefined && second.prefix !== undefined;
  const both = first.unit !== undefined && second.measure.unit !== undefined;
  if (!english && !both) return false;
  let at = head.start;
  if (folded.charCodeAt(at - 1) === 0x20) at--;
  if (oneOf(folded, at - 1, "約近逾超")) at--;
  if (english || (first.unit && AMOUNTS.has(first.unit.kind))) return endsWith(folded, at, CHANGES);
  return (
    endsWith(folded, at, STEPS) ||
    (second.measure.numeral.size >= first.numeral.size * FAR && endsWith(folded, at, CHANGES))
  );
}

const sizeOf = (measure: Measure, exponent: number): number =>
  measure.numeral.size * 10 ** (exponent + measure.english);

/** What the two numbers of a range share; undefined if they are none. Words join upward only: 從10%到5% is a move, two figures. */
export function joined(line: Line, head: Head, first: Measure, second: Second): Shared | undefined {
  const money = head.prefix !== undefined;
  if ((second.prefix && !money && !first.unit) || isChangeTo(line.folded, head, first, second)) return undefined;
  const shared = shareRange(first, second, money);
  if (!shared || second.dash) return shared;
  const low = sizeOf(first, shared.exponent + (shared.unit?.exponent ?? 0)) * (head.sign?.negative ? -1 : 1);
  const high = sizeOf(second.measure, second.measure.unit?.exponent ?? 0) * (second.negative ? -1 : 1);
  return high < low ? undefined : shared;
}

/** The end of the number or range that `first` begins, whatever it is. */
export function rangeEnd(line: Line, first: Measure): number {
  const second = secondAfter(line, first.end, false);
  return second && !second.measure.numeral.broken ? second.measure.end : first.end;
}

/** The end of a serial number (2345-6789-10) that goes on with a dash and digits at `from`; `from` if it does not. */
export function serialEnd(folded: string, from: number): number {
  let at = from;
  while (oneOf(folded, at, "-") && isDigitAt(folded, at + 1)) {
    at++;
    while (isDigitAt(folded, at)) at++;
  }
  return at;
}
