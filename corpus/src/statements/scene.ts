// One line made ready for the grammar: its figures, names, metrics, cues and periods in order, with cursors that only move
// forward, and small questions about the text between two places. Everything looks at a bounded window.
import type { Entity, Mention } from "../entities/entity.ts";
import type { FigureKind } from "../figures/figure.ts";
import { SPACES } from "../text/han.ts";
import { findCues, type Cue, type CueHit } from "./cues.ts";
import type { Preposition } from "./prepositions.ts";
import type { TermHit, Terms } from "./terms.ts";
import { findWrittenPeriods, type WrittenPeriod } from "./writtenPeriod.ts";

/** A figure, or a place in a draft where one would stand: then its kind is not known. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly kind?: FigureKind;
}

export interface MetricHit {
  readonly start: number;
  readonly end: number;
  readonly metric: string;
  readonly kinds: readonly FigureKind[];
}

export interface NamedMention extends Mention {
  readonly named: Entity;
  /** The preposition before it, once it was asked for: see prepositions.ts. */
  preposition?: Preposition | "none" | undefined;
}

export interface Scene {
  readonly text: string;
  readonly places: readonly Place[];
  readonly mentions: readonly NamedMention[];
  readonly metrics: readonly MetricHit[];
  /** Terms that are no metric: 資料中心, 雲端. */
  readonly topics: readonly { readonly start: number; readonly end: number; readonly id: string }[];
  readonly brackets: readonly Bracket[];
  readonly cues: readonly CueHit[];
  readonly periods: readonly WrittenPeriod[];
}

export interface SceneInput {
  readonly text: string;
  /** The text folded, where the caller has it. */
  readonly folded?: string;
  readonly places: readonly Place[];
  readonly mentions: readonly Mention[];
  readonly terms: readonly TermHit[];
  readonly vocabulary: Terms;
  readonly entities: (index: number) => Entity | undefined;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Items that overlap none of the others; both in order. */
function outside<Item extends Range>(items: readonly Item[], others: readonly Range[]): readonly Item[] {
  if (!items.length || !others.length) return items;
  const kept: Item[] = [];
  let at = 0;
  for (const item of items) {
    while (at < others.length && (others[at] as Range).end <= item.start) at++;
    if (at === others.length || (others[at] as Range).start >= item.end) kept.push(item);
  }
  return kept;
}

const isProper = ({ named: { type } }: NamedMention): boolean => type !== "index" && type !== "law";
const isNumber = ({ kind }: Place): boolean => kind !== "duration" && kind !== undefined;

/** Whether a span lies inside a longer wording of a metric. */
function isWording(terms: readonly TermHit[], start: number, end: number): boolean {
  const at = lowerBound(terms, start + 1) - 1;
  const term = terms[at];
  return term?.metric !== undefined && term.end > end;
}

export function makeScene({ text, folded, places, mentions, terms, vocabulary, entities }: SceneInput): Scene {
  const named: NamedMention[] = [];
  for (const { start, end, entity, confidence } of mentions) {
    const known = entities(entity);
    // 歸屬母公司 in 歸屬母公司淨利: what the article seemed to introduce is the wording of a metric
    if (known && !(known.origin === "learned" && isWording(terms, start, end))) named.push({ start, end, entity, confidence, named: known, preposition: undefined });
  }
  const metrics: MetricHit[] = [];
  const topics: { start: number; end: number; id: string }[] = [];
  for (const { start, end, term, metric } of outside(outside(terms, named.every(isProper) ? named : named.filter(isProper)), places)) {
    const row = vocabulary.rows[term];
    if (metric === undefined) topics.push({ start, end, id: row?.id ?? "" });
    else metrics.push({ start, end, metric, kinds: row?.kinds ?? [] });
  }
  const periods = outside(outside(findWrittenPeriods(text, folded), places.every(isNumber) ? places : places.filter(isNumber)), named);
  return { text, places, mentions: named, metrics, topics, brackets: findBrackets(text), cues: outside(findCues(text), named), periods };
}

const NOTHING: readonly never[] = [];

/** The part of `items` that starts in [start, end): found by halving. */
export function within<Item extends { readonly start: number }>(items: readonly Item[], start: number, end: number): readonly Item[] {
  const from = lowerBound(items, start);
  let to = from;
  while (to < items.length && (items[to] as Item).start < end) to++;
  return from === to ? NOTHING : items.slice(from, to);
}

/** Those of `items`, which are in order, that end at `end` at the latest; only the last ones can reach over it. */
export function endingBy<Item extends { readonly end: number }>(items: readonly Item[], end: number): readonly Item[] {
  for (let i = items.length - 1; i >= 0; i--) if ((items[i] as Item).end > end) return items.filter((item) => item.end <= end);
  return items;
}

/** The first of `items` that starts in [start, end). */
export function firstWithin<Item extends { readonly start: number }>(items: readonly Item[], start: number, end: number): Item | undefined {
  const item = items[lowerBound(items, start)];
  return item !== undefined && item.start < end ? item : undefined;
}

/** The last of `items` that starts in [start, end). */
export function lastWithin<Item extends { readonly start: number }>(items: readonly Item[], start: number, end: number): Item | undefined {
  const at = lowerBound(items, end) - 1;
  const item = at < 0 ? undefined : items[at];
  return item !== undefined && item.start >= start ? item : undefined;
}

/** The index of the first item that starts at `offset` or behind it. */
export function lowerBound(items: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] as { readonly start: number }).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sets of cues for `lastOf` and `firstOf`: of one, of several. */
export const only = (cue: Cue): number => 1 << cue;
export const cueSet = (...cues: readonly Cue[]): number => cues.reduce((bits, cue) => bits | only(cue), 0);

/** The last cue of a set in [start, end). */
export function lastOf(cues: readonly CueHit[], start: number, end: number, sorts: number): CueHit | undefined {
  for (let i = lowerBound(cues, end) - 1; i >= 0; i--) {
    const hit = cues[i] as CueHit;
    if (hit.start < start) return undefined;
    if ((sorts & (1 << hit.cue)) !== 0 && hit.end <= end) return hit;
  }
  return undefined;
}

/** The first cue of a set in [start, end). */
export function firstOf(cues: readonly CueHit[], start: number, end: number, sorts: number): CueHit | undefined {
  for (let i = lowerBound(cues, start); i < cues.length; i++) {
    const hit = cues[i] as CueHit;
    if (hit.start >= end) return undefined;
    if ((sorts & (1 << hit.cue)) !== 0 && hit.end <= end) return hit;
  }
  return undefined;
}

/** 1 for the units of hedge words and copulas, and for spaces. */
const HEDGES = new Uint8Array(65536);
for (const unit of SPACES) HEDGES[unit] = 1;
for (const unit of "約近逾超達了到高為是將僅只共有亦也更則再又曾已之的過估的大幅長增漲") HEDGES[unit.charCodeAt(0)] = 1;

/** Whether nothing but hedge words, spaces and copulas stands between two offsets. */
export function onlyHedges(text: string, start: number, end: number): boolean {
  if (end - start > 12) return false;
  for (let i = start; i < end; i++) if (HEDGES[text.charCodeAt(i)] !== 1) return false;
  return true;
}

const JOINS = /^(?:\s|、|,|，|和|與|与|及|以及|暨|跟|同|或|\/|／|&|and|or|則|则|的|之|(?:\([^()]{0,24}\))|(?:（[^（）]{0,24}）))*$/i;

const JOINS_UNITS = new Uint8Array(65536);
for (const unit of [..."、,，和與与及以暨跟同或/／&aAoO則则的之(（\u1680"]) JOINS_UNITS[unit.charCodeAt(0)] = 1;
for (const unit of SPACES) JOINS_UNITS[unit] = 1;

/** Whether only 、, 和, commas and brackets stand between two offsets: the items on both sides are of one list. */
export const joined = (text: string, start: number, end: number): boolean => end - start <= 40 && (start >= end || JOINS_UNITS[text.charCodeAt(start)] === 1) && JOINS.test(text.slice(start, end));

/** A bracket with its content: offsets of the opening and of the closing unit. */
export interface Bracket {
  readonly start: number;
  readonly end: number;
}

const WIDEST = 80;

/** The brackets of a text by where they open; one wider than 80 units, or that never closes, is none. */
export function findBrackets(text: string): Bracket[] {
  const brackets: Bracket[] = [];
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x28 || unit === 0xff08 || unit === 0x5b || unit === 0x3010) open.push(at);
    else if (unit === 0x29 || unit === 0xff09 || unit === 0x5d || unit === 0x3011) {
      const start = open.pop();
      if (start !== undefined && at - start <= WIDEST) brackets.push({ start, end: at });
    }
  }
  // a place at the end of a draft stands in the bracket that is still to be closed
  const last = open.at(-1);
  if (last !== undefined && text.length - last <= WIDEST) brackets.push({ start: last, end: text.length });
  return brackets.length > 1 ? brackets.sort((a, b) => a.start - b.start) : brackets;
}

/** The offset of the innermost bracket that is open at `at`, or −1. */
export function openBracket({ brackets }: Scene, at: number): number {
  if (!brackets.length) return -1;
  for (let i = lowerBound(brackets, at) - 1; i >= 0; i--) {
    const bracket = brackets[i];
    if (!bracket || at - bracket.start > WIDEST) return -1;
    if (bracket.end >= at) return bracket.start;
  }
  return -1;
}
