// What the figures of passages say: subject, metric and comparison by what stands nearest in the clause before each figure.
import type { Region } from "../articles/article.ts";
import type { Entity, Mention } from "../entities/entity.ts";
import type { Figure } from "../figures/figure.ts";
import type { Statement, Subject } from "../figures/statement.ts";
import type { Passage } from "../text/passage.ts";
import type { TermHit, Terms } from "./terms.ts";

export interface StatementInput {
  readonly passages: readonly Passage[];
  readonly figures: readonly (readonly Figure[])[];
  readonly mentions: readonly (readonly Mention[])[];
  readonly terms: readonly (readonly TermHit[])[];
  readonly vocabulary: Terms;
  readonly entities: (index: number) => Entity | undefined;
  readonly region: Region;
  readonly date?: string;
  readonly title?: string;
}

const REACH = 60;

/** One list per passage, one statement per figure in the same order. */
export const readStatements = (input: StatementInput): readonly (readonly Statement[])[] =>
  input.passages.map((_, i) => {
    const mentions = input.mentions[i] ?? [];
    const terms = input.terms[i] ?? [];
    return (input.figures[i] ?? []).map((figure): Statement => {
      const subject = mentions.findLast((mention) => mention.end <= figure.start && mention.end > figure.start - REACH);
      const term = terms.findLast((hit) => hit.metric !== undefined && hit.end <= figure.start && hit.end > figure.start - REACH);
      const fits = term && input.vocabulary.rows[term.term]?.kinds.includes(figure.kind);
      const subjects: Subject[] = subject ? [{ entity: subject.entity, part: "of", inferred: false }] : [];
      return { figure, subjects, ...(fits && term.metric ? { metric: term.metric } : {}) };
    });
  });
