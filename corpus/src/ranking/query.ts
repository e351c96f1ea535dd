// What is asked of the index at a place in a note: weighted tokens of the sentence, and what the figure there would say.
import type { FigureKind } from "../figures/figure.ts";
import type { Figure } from "../figures/figure.ts";
import type { Comparison, Period, Role } from "../figures/statement.ts";
import type { Mention } from "../entities/entity.ts";
import { entityToken, termToken, visitTokens } from "../index/tokens.ts";
import type { TermFinder } from "../index/store.ts";

/** What the figure at the place says or would say, as far as the note's sentence tells. */
export interface Expectation {
  /** Entities it is of, the nearest first. */
  readonly subjects: readonly number[];
  /** Term number of the metric. */
  readonly metric?: number;
  readonly period?: Period;
  readonly scope?: string;
  readonly comparison?: Comparison;
  readonly role?: Role;
  readonly forecast?: boolean;
  /** Who says it: an entity's id, or a word (市場, analysts). */
  readonly attribution?: string;
  /** Kinds that fit, the likeliest first; empty when anything does. */
  readonly kinds: readonly FigureKind[];
  readonly unit?: string;
}

export interface Query {
  /** Weight by token; the nearer to the place, the heavier. */
  readonly tokens: ReadonlyMap<number, number>;
  readonly expected: Expectation;
  /** Other figures of the sentence: they point to the source and are not offered again. */
  readonly stated: readonly Figure[];
}

export interface QueryText {
  /** Plain text of the passage. */
  readonly text: string;
  /** Offset of the place, or of the figure or name asked about, with its end. */
  readonly start: number;
  readonly end: number;
  /** The sentence around the place. */
  readonly from: number;
  readonly to: number;
  readonly mentions: readonly Mention[];
  readonly figures: readonly Figure[];
  /** Text that heads the sentence (its heading, its table's heads): weighs a little. */
  readonly heading?: string;
  readonly headingMentions?: readonly Mention[];
}

const BREAKS = /[，,。；;！!？?：:、\n]/;
const ENTITY_WEIGHT = 3;
const TERM_WEIGHT = 2;

/** Weight of a run of the sentence by the clauses between it and the place. */
function weightAt(text: string, at: number, start: number, end: number): number {
  let clauses = 0;
  for (let i = Math.min(at, end); i < Math.max(at, start); i++) if (BREAKS.test(text.charAt(i)) && !/\d/.test(text.charAt(i + 1))) clauses++;
  const distance = at < start ? start - at : at - end;
  const behind = at >= end ? 0.8 : 1;
  return (behind * (clauses === 0 ? 1 : clauses === 1 ? 0.6 : 0.4)) / (1 + Math.max(0, distance - 8) / 60);
}

/** The tokens of a sentence around a place, each once with its greatest weight. */
export function queryTokens(around: QueryText, terms: TermFinder): Map<number, number> {
  const tokens = new Map<number, number>();
  const add = (token: number, weight: number) => {
    if (weight > (tokens.get(token) ?? 0)) tokens.set(token, weight);
  };
  const { text, start, end, from, to } = around;
  const covered = new Uint8Array(to - from);
  const cover = (a: number, b: number) => covered.fill(1, Math.max(0, a - from), Math.max(0, Math.min(to, b) - from));
  for (const mention of around.mentions) {
    if (mention.end <= from || mention.start >= to) continue;
    cover(mention.start, mention.end);
    add(entityToken(mention.entity), ENTITY_WEIGHT * mention.confidence * weightAt(text, mention.start, start, end));
  }
  terms.visit(text, from, to, (term, a, b) => {
    cover(a, b);
    add(termToken(term), TERM_WEIGHT * weightAt(text, a, start, end));
  });
  for (const figure of around.figures) cover(figure.start, figure.end);
  visitTokens(text, from, to, (token, at) => {
    if (at >= start && at < end) return;
    const share = covered[at - from] ? 0.25 : 1;
    add(token, share * weightAt(text, at, start, end));
  });
  if (around.heading) {
    for (const mention of around.headingMentions ?? []) add(entityToken(mention.entity), 0.8);
    visitTokens(around.heading, 0, around.heading.length, (token) => add(token, 0.2));
  }
  return tokens;
}
