// One line made ready for the grammar: its figures, names, metrics, cues and periods in order, with cursors that only move
// forward, and small questions about the text between two places. Everything looks at a bounded window.
import type { Entity, Mention } from "../entities/entity.ts";
import type { FigureKind } from "../figures/figure.ts";
import { isSpace } from "../text/han.ts";
import { findCues, type Cue, type CueHit } from "./cues.ts";
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
  readonly places: readonly Place[];
  readonly mentions: readonly Mention[];
  readonly terms: readonly TermHit[];
  readonly vocabulary: Terms;
  readonly entities: (index: number) => Entity | undefined;
}

/** Items that overlap none of the others; both in order. */
function outside<Item extends { start: number; end: number }>(items: readonly Item[], others: readonly { start: number; end: number }[]): Item[] {
  let at = 0;
  return items.filter(({ start, end }) => {
    while (at < others.length && (others[at]?.end ?? 0) <= start) at++;
    return !((others[at]?.start ?? Infinity) < end);
  });
}

/** Whether a span lies inside a longer wording of a metric. */
function isWording(terms: readonly TermHit[], { start, end }: Mention): boolean {
  const at = lowerBound(terms, start + 1) - 1;
  const term = terms[at];
  return term?.metric !== undefined && term.end > end;
}

export function makeScene({ text, places, mentions, terms, vocabulary, entities }: SceneInput): Scene {
  const named: NamedMention[] = [];
  for (const mention of mentions) {
    const entity = entities(mention.entity);
    // 歸屬母公司 in 歸屬母公司淨利: what the article seemed to introduce is the wording of a metric
    if (entity && !(entity.origin === "learned" && isWording(terms, mention))) named.push({ ...mention, named: entity });
  }
  const metrics: MetricHit[] = [];
  const topics: { start: number; end: number; id: string }[] = [];
  for (const { start, end, term, metric } of outside(outside(terms, named.filter(({ named: { type } }) => type !== "index" && type !== "law")), places))
    if (metric === undefined) topics.push({ start, end, id: vocabulary.rows[term]?.id ?? "" });
    else metrics.push({ start, end, metric, kinds: vocabulary.rows[term]?.kinds ?? [] });
  const periods = outside(outside(findWrittenPeriods(text), places.filter(({ kind }) => kind !== "duration" && kind !== undefined)), named);
  return { text, places, mentions: named, metrics, topics, brackets: findBrackets(text), cues: outside(findCues(text), named), periods };
}

/** The part of `items` that starts in [start, end): found by halving. */
export function within<Item extends { readonly start: number }>(items: readonly Item[], start: number, end: number): readonly Item[] {
  const from = lowerBound(items, start);
  const to = lowerBound(items, end);
  return from === to ? [] : items.slice(from, to);
}

function lowerBound(items: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last cue of the given sorts in [start, end). */
export function lastOf(cues: readonly CueHit[], start: number, end: number, ...sorts: readonly Cue[]): CueHit | undefined {
  return within(cues, start, end).findLast((hit) => hit.end <= end && sorts.includes(hit.cue));
}

/** The first cue of the given sorts in [start, end). */
export function firstOf(cues: readonly CueHit[], start: number, end: number, ...sorts: readonly Cue[]): CueHit | undefined {
  return within(cues, start, end).find((hit) => hit.end <= end && sorts.includes(hit.cue));
}

const HEDGES = new Set([..."約近逾超達了到高為是將僅只共有亦也更則再又曾已之的過估的大幅長增漲"]);

/** Whether nothing but hedge words, spaces and copulas stands between two offsets. */
export function onlyHedges(text: string, start: number, end: number): boolean {
  if (end - start > 12) return false;
  for (let i = start; i < end; i++) if (!isSpace(text.charCodeAt(i)) && !HEDGES.has(text.charAt(i))) return false;
  return true;
}

const JOINS = /^(?:\s|、|,|，|和|與|与|及|以及|暨|跟|同|或|\/|／|&|and|or|則|则|的|之|(?:\([^()]{0,24}\))|(?:（[^（）]{0,24}）))*$/i;

/** Whether only 、, 和, commas and brackets stand between two offsets: the items on both sides are of one list. */
export const joined = (text: string, start: number, end: number): boolean => end - start <= 40 && JOINS.test(text.slice(start, end));

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
