// The second number of a range (400-500 台, 200億至300億美元, 3.5 to 4%) and what the two share.
import { classAt, HALF, isDigitAt, isNumeralAt, VAGUE } from "./characterClasses.ts";
import { endsWith, oneOf } from "./cues.ts";
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
  const negative = !dash && oneOf(folded, from, "-負") && (isDigitAt(folded, from + 1) || isNumeralAt(folded, from + 1));
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

const isNumber = (folded: string, at: number): boolean => isNumeralAt(folded, at) || classAt(folded, at) === VAGUE || classAt(folded, at) === HALF;

export interface Shared {
  /** Exponent that the first number takes from the second (40-42億: 8). */
  readonly exponent: number;
  readonly unit: Unit | undefined;
}

/** What the first number takes from the second, or nothing if the two are no range. */
export function shareRange(first: Measure, second: Second, money: boolean): Shared | undefined {
  const next = second.measure;
  if (next.excluded || first.excluded) return undefined;
  const magnitude = first.numeral.magnitude + first.english;
  const own = first.unit;
  const other = next.unit;
  if (own && !other) return undefined;
  if (own && other) return own.kind === other.kind && (own.unit === other.unit || own.unit === "local" || other.unit === "local") ? { exponent: 0, unit: own } : undefined;
  if (!other && !money && next.numeral.magnitude + next.english === 0) return undefined;
  const theirs = next.numeral.magnitude + next.english;
  const shares = magnitude === 0 && theirs > 0 && first.numeral.size <= next.numeral.mantissa;
  if (magnitude === 0 && theirs > 0 && !shares && first.numeral.size < 1000) return undefined;
  return { exponent: shares ? theirs : 0, unit: other };
}

/** 從A至B: the value moves, and both ends are figures of their own; 從A到B不等 is a range. */
export function moves(folded: string, start: number, falling: boolean): boolean {
  return falling && endsWith(folded, start, "從 由 自");
}

/** Behind a serial number (2345-6789-10) another dash and digits follow. */
export const goesOn = (folded: string, end: number): boolean => oneOf(folded, end, "-") && isDigitAt(folded, end + 1);
