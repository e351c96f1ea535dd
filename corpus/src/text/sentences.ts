// Clauses and sentences of one line. A clause ends at any comma or stop; a sentence at a full stop, with the quotes and
// brackets that close behind it. Looking around a place is bounded, so that a line of 20 MB costs no more than a short one.
import { isDigit, isHan, isLatinLetter, isSpace } from "./han.ts";

/** UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const enum Mark {
  None,
  Comma,
  Stop,
  Point,
  Closer,
  Opener,
}

const marks = new Uint8Array(65536);
for (const unit of "，,；;﹐﹔") marks[unit.charCodeAt(0)] = Mark.Comma;
for (const unit of "。！？!?｡\n\r…") marks[unit.charCodeAt(0)] = Mark.Stop;
for (const unit of ".．") marks[unit.charCodeAt(0)] = Mark.Point;
for (const unit of '」』”’)）》】〕]］"＂') marks[unit.charCodeAt(0)] = Mark.Closer;
for (const unit of "(（") marks[unit.charCodeAt(0)] = Mark.Opener;

/** Words before a point that end no sentence. */
const ABBREVIATIONS = new Set(
  "mr mrs ms dr prof sr jr st inc corp co ltd plc vs no vol fig approx est jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n e.g i.e a.m p.m d.c".split(
    " ",
  ),
);

/** How far clauseAt and sentenceAt look to either side. */
const REACH = 4000;
/** Longest run of closing quotes, stops and spaces that is looked through. */
const RUN = 16;
/** A bracket wider than this hides no full stop. */
const BRACKET = 80;

/** A comma or point with digits on both sides belongs to a number. */
const insideNumber = (text: string, at: number): boolean =>
  isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));

const isColon = (unit: number): boolean => unit === 0x3a || unit === 0xff1a;

/** Whether the point at `at` ends an English sentence: a space or the end behind it, no abbreviation or initial before it. */
function pointEnds(text: string, at: number): boolean {
  let next = at + 1;
  while (next < text.length && next - at < RUN && marks[text.charCodeAt(next)] === Mark.Closer) next++;
  if (next < text.length && !isSpace(text.charCodeAt(next)) && !isHan(text.charCodeAt(next))) return false;
  let start = at;
  while (
    start > 0 &&
    at - start < 8 &&
    (isLatinLetter(text.charCodeAt(start - 1)) || text.charCodeAt(start - 1) === 0x2e)
  )
    start--;
  const word = text.slice(start, at).toLowerCase();
  if (ABBREVIATIONS.has(word) || (word.length === 1 && isLatinLetter(word.charCodeAt(0)))) return false;
  // "1. Title" is a list number, "on Nov. 3. Then" is not
  if (isDigit(text.charCodeAt(at - 1)) && next < text.length) {
    let digits = at;
    while (digits > 0 && at - digits < 3 && isDigit(text.charCodeAt(digits - 1))) digits--;
    const spaced = digits > 0 && isSpace(text.charCodeAt(digits - 1));
    const before = text.charCodeAt(digits - (spaced ? 2 : 1));
    const opens =
      digits === 0 || marks[before] === Mark.Stop || (isColon(before) && !isDigit(text.charCodeAt(digits - 2)));
    if (at - digits < 3 && (opens || (spaced && !isLatinLetter(before) && before !== 0x2e))) return false;
  }
  while (next < text.length && next - at < 2 * RUN && isSpace(text.charCodeAt(next))) next++;
  const follower = text.charCodeAt(next);
  return next >= text.length || !(follower >= 0x61 && follower <= 0x7a);
}

/** Whether the clause ends behind the unit at `at`. */
export function endsClause(text: string, at: number): boolean {
  switch (marks[text.charCodeAt(at)] as Mark) {
    case Mark.Comma:
      return !insideNumber(text, at);
    case Mark.Stop:
      return true;
    case Mark.Point:
      return !insideNumber(text, at) && pointEnds(text, at);
    case Mark.None:
    case Mark.Closer:
    case Mark.Opener:
      return false;
  }
}

/** The end of the sentence whose full stop stands at `at`, behind the quotes and brackets that close there; undefined if none ends there. */
function sentenceEnd(text: string, at: number): number | undefined {
  const mark = marks[text.charCodeAt(at)] as Mark;
  if (mark === Mark.Point ? insideNumber(text, at) || !pointEnds(text, at) : mark !== Mark.Stop) return undefined;
  let end = at + 1;
  while (end < text.length && end - at < RUN) {
    const next = marks[text.charCodeAt(end)] as Mark;
    if (next === Mark.Closer || next === Mark.Stop || (next === Mark.Point && mark === Mark.Stop)) end++;
    else break;
  }
  // 「……！」，他說: the sentence goes on behind the quote
  const follower = text.charCodeAt(end);
  if (end > at + 1 && (marks[follower] === Mark.Comma || follower === 0x3001 || follower === 0x7684)) return undefined;
  return end;
}

/** Where the bracket opened at `at` closes, if it does within reach; else undefined. */
function bracketEnd(text: string, at: number, limit: number): number | undefined {
  const last = Math.min(limit, at + BRACKET);
  for (let i = at + 1; i < last; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x29 || unit === 0xff09) return i;
    if (marks[unit] === Mark.Opener || unit === 10) return undefined;
  }
  return undefined;
}

/** Calls `visit(start, end)` for each sentence from `from` to `to`; together they cover the range. Linear. */
export function visitSentences(
  text: string,
  from: number,
  to: number,
  visit: (start: number, end: number) => void,
): void {
  let start = from;
  for (let at = from; at < to; at++) {
    const mark = marks[text.charCodeAt(at)];
    if (mark === Mark.None || mark === Mark.Comma || mark === Mark.Closer) continue;
    if (mark === Mark.Opener) {
      // a stop inside a short bracket ends nothing
      at = bracketEnd(text, at, to) ?? at;
      continue;
    }
    const end = sentenceEnd(text, at);
    if (end === undefined) continue;
    const bounded = Math.min(end, to);
    visit(start, bounded);
    start = bounded;
    at = bounded - 1;
  }
  if (start < to) visit(start, to);
}

/** The sentences of a text, in order; together they cover it. */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  visitSentences(text, 0, text.length, (start, end) => spans.push({ start, end }));
  return spans;
}

/** The clauses of a text, in order, each with the comma or stop that ends it; together they cover it. */
export function clausesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (marks[text.charCodeAt(at)] === Mark.None || !endsClause(text, at)) continue;
    let end = at + 1;
    while (end < text.length && marks[text.charCodeAt(end)] === Mark.Closer) end++;
    spans.push({ start, end });
    start = end;
    at = end - 1;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

/**
 * The clause that holds `offset`: behind the comma or stop before it, up to the next one, which stands outside. A comma
 * between digits ends nothing. Looks at most 4,000 units to either side.
 */
export function clauseAt(text: string, offset: number): Span {
  let start = Math.max(0, Math.min(offset, text.length));
  const lowest = Math.max(0, start - REACH);
  while (start > lowest && !endsClause(text, start - 1)) start--;
  let end = Math.max(0, Math.min(offset, text.length));
  const highest = Math.min(text.length, end + REACH);
  while (end < highest && !endsClause(text, end)) end++;
  return { start, end };
}

/** The sentence that holds `offset`, with its stop. Looks at most 4,000 units to either side. */
export function sentenceAt(text: string, offset: number): Span {
  const at = Math.max(0, Math.min(offset, text.length));
  let from = Math.max(0, at - REACH);
  // the nearest sure end before the place, so that brackets are read from their opening
  for (let i = at - 1; i >= from; i--) {
    if (marks[text.charCodeAt(i)] !== Mark.Stop) continue;
    const end = sentenceEnd(text, i);
    if (end !== undefined && end <= at - BRACKET) {
      from = end;
      break;
    }
  }
  const to = Math.min(text.length, at + REACH);
  let found: Span = { start: from, end: to };
  visitSentences(text, from, to, (start, end) => {
    if (start <= at && (at < end || end === to)) found = { start, end };
  });
  return found;
}
