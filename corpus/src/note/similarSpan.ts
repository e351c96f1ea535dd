// The stretch of a text most similar to a quote: numbers masked, at least 0.85 of the quote's character pairs. One pass with a
// sliding window finds it in a file of any size; an alignment of the few units around then gives its ends.
import { isDigit } from "../text/han.ts";
import { alignUnits } from "./alignUnits.ts";

export const LEAST_SIMILARITY = 0.85;
/** A quote of fewer pairs is similar to anything: it counts only at the hinted place. */
const FEW_PAIRS = 6;
const LONGEST_QUOTE = 400;
/** A masked number. */
const NUMBER = 0x23;

/** A key with each number as one unit. `at[i]` is the key index of unit i, with one more for the end. */
interface Masked {
  readonly units: readonly number[];
  readonly at: readonly number[];
}

const isSeparator = (unit: number): boolean => unit === 0x2e || unit === 0x2c;

/** The key index behind the unit at `at`: behind the whole number where one begins there. */
function behind(key: string, at: number): number {
  if (!isDigit(key.charCodeAt(at))) return at + 1;
  let end = at + 1;
  while (
    end < key.length &&
    (isDigit(key.charCodeAt(end)) || (isSeparator(key.charCodeAt(end)) && isDigit(key.charCodeAt(end + 1))))
  )
    end++;
  return end;
}

const maskedUnit = (key: string, at: number): number => {
  const unit = key.charCodeAt(at);
  return isDigit(unit) ? NUMBER : unit;
};

function masked(key: string, from: number, to: number): Masked {
  const units: number[] = [];
  const at: number[] = [];
  for (let i = from; i < to; i = behind(key, i)) {
    units.push(maskedUnit(key, i));
    at.push(i);
  }
  return { units, at: [...at, to] };
}

export interface SimilarSpan {
  /** Key indexes in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly similarity: number;
  /** The stretch of the text's key that stands where [start, end) of the quote's key stood; undefined where nothing does. */
  readonly counterpart: (start: number, end: number) => { readonly start: number; readonly end: number } | undefined;
}

export interface SearchRange {
  readonly from: number;
  readonly to: number;
  /** Key indexes of the hinted place; of equally similar stretches the nearest one wins. */
  readonly near: { readonly start: number; readonly end: number };
  /** The place is a hint that the citation gives, not merely the beginning of its article. */
  readonly hinted: boolean;
}

const pairOf = (a: number, b: number): number => a * 0x10000 + b;

interface Window {
  readonly from: number;
  readonly to: number;
  readonly pairs: number;
}

/** The window of `length` masked units with most of the quote's pairs, at least `least` of them. */
function bestWindow(quote: Masked, key: string, range: SearchRange, length: number, least: number): Window | undefined {
  const numbers = new Map<number, number>();
  const wanted: number[] = [];
  const inQuote = new Uint8Array(65536);
  quote.units.forEach((unit, i) => {
    inQuote[unit] = 1;
    if (i === 0) return;
    const pair = pairOf(quote.units[i - 1] ?? 0, unit);
    const number = numbers.get(pair) ?? wanted.length;
    numbers.set(pair, number);
    wanted[number] = (wanted[number] ?? 0) + 1;
  });
  const present = new Int32Array(wanted.length);
  const numberOf = (a: number, b: number): number =>
    inQuote[a] && inQuote[b] ? (numbers.get(pairOf(a, b)) ?? -1) : -1;
  const away = (from: number, to: number): number => Math.max(0, range.near.start - to, from - range.near.end);
  let best: Window | undefined;
  let [left, leftUnit, previous, count, shared] = [range.from, maskedUnit(key, range.from), -1, 0, 0];
  for (let right = range.from; right < range.to;) {
    const unit = maskedUnit(key, right);
    const added = previous < 0 ? -1 : numberOf(previous, unit);
    if (added >= 0 && (present[added] = (present[added] ?? 0) + 1) <= (wanted[added] ?? 0)) shared++;
    previous = unit;
    right = behind(key, right);
    if (++count > length) {
      const next = behind(key, left);
      const nextUnit = maskedUnit(key, next);
      const dropped = numberOf(leftUnit, nextUnit);
      if (dropped >= 0 && (present[dropped] = (present[dropped] ?? 0) - 1) < (wanted[dropped] ?? 0)) shared--;
      [left, leftUnit] = [next, nextUnit];
      count--;
    }
    if (shared < least) continue;
    if (!best || shared > best.pairs || (shared === best.pairs && away(left, right) < away(best.from, best.to)))
      best = { from: left, to: right, pairs: shared };
  }
  return best;
}

/** The window at the hinted place if it is similar enough, else the most similar one; few pairs count at that place alone. */
function similarWindow(quote: Masked, key: string, range: SearchRange, slack: number): Window | undefined {
  const pairs = quote.units.length - 1;
  const length = quote.units.length + slack;
  const least = Math.ceil(LEAST_SIMILARITY * pairs - 1e-9);
  const around = 2 * ((quote.at.at(-1) ?? 0) + slack);
  const near = {
    ...range,
    from: Math.max(range.from, range.near.start - around),
    to: Math.min(range.to, range.near.end + around),
  };
  const hinted = range.hinted ? bestWindow(quote, key, near, length, least) : undefined;
  if (hinted && hinted.from <= range.near.end && hinted.to >= range.near.start) return hinted;
  return pairs < FEW_PAIRS ? undefined : bestWindow(quote, key, range, length, least);
}

/** The most similar stretch of a key within a range; undefined where none is similar enough. Linear in the range. */
export function similarSpan(quoteKey: string, key: string, range: SearchRange): SimilarSpan | undefined {
  const quote = masked(quoteKey, 0, Math.min(quoteKey.length, LONGEST_QUOTE));
  const pairs = quote.units.length - 1;
  if (pairs < 1 || range.to <= range.from) return undefined;
  const slack = Math.ceil(quote.units.length * 0.2) + 1;
  const window = similarWindow(quote, key, range, slack);
  if (!window) return undefined;
  const text = masked(key, Math.max(range.from, window.from - slack), Math.min(range.to, window.to + slack));
  const aligned = alignUnits(quote.units, text.units);
  const start = text.at[aligned.start] ?? window.from;
  const end = text.at[aligned.end] ?? window.to;
  return {
    start,
    end,
    similarity: window.pairs / pairs,
    counterpart: (from, to) => {
      const places = aligned.counterparts
        .filter((_, i) => (quote.at[i + 1] ?? 0) > from && (quote.at[i] ?? to) < to)
        .filter((place) => place >= 0);
      const [first, last] = [places[0], places.at(-1)];
      if (first === undefined || last === undefined) return undefined;
      return { start: text.at[first] ?? start, end: text.at[last + 1] ?? end };
    },
  };
}
