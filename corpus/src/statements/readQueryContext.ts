// What the figure at a place of a note says, or would say if it stood there.
import type { Region } from "../articles/article.ts";
import type { Entity, Mention } from "../entities/entity.ts";
import type { Figure } from "../figures/figure.ts";
import type { Expectation } from "../ranking/query.ts";
import type { CellContext } from "../text/passage.ts";
import type { TermHit, Terms } from "./terms.ts";

export interface QueryContextInput {
  readonly text: string;
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly figure?: Figure;
  readonly figures: readonly Figure[];
  readonly mentions: readonly Mention[];
  readonly terms: readonly TermHit[];
  readonly vocabulary: Terms;
  readonly entities: (index: number) => Entity | undefined;
  readonly region: Region;
  readonly date: string;
  readonly cell?: CellContext;
  readonly headingMentions?: readonly Mention[];
}

export function readQueryContext(input: QueryContextInput): Expectation {
  const before = input.mentions.filter(({ start, end }) => start >= input.from && end <= input.at);
  const subjects = [...new Set([...before].reverse().map(({ entity }) => entity))];
  const term = input.terms.findLast((hit) => hit.metric !== undefined && hit.start >= input.from && hit.end <= input.at);
  const kinds = input.figure ? [input.figure.kind] : term ? (input.vocabulary.rows[term.term]?.kinds ?? []) : [];
  return { subjects, ...(term ? { metric: term.term } : {}), kinds };
}
