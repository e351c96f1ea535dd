// The sources of a figure that stands in a draft: figures of the corpus that agree with it, best first, and comparable
// ones that do not.
import type { Figure } from "../../figures/figure.ts";
import { agreement, decimalOf } from "../../verdicts/agreement.ts";
import type { FigureAt } from "../../index/figureAt.ts";
import { whole } from "../../text/decimal.ts";
import { rankFigures, type RankedFigure } from "../../ranking/rankFigures.ts";
import type { Query } from "../../ranking/query.ts";
import { tokensOfValue } from "../../ranking/tokensOfValue.ts";
import { askAt } from "../askAt.ts";
import type { Desk } from "../desk.ts";
import type { Draft, ReadPassage } from "../draft.ts";
import { withoutCopies } from "./citeFigure.ts";

export interface Sources {
  readonly agreeing: readonly RankedFigure[];
  /** Figures of the same thing with another value, surer than the gate of `SURE`. */
  readonly others: readonly RankedFigure[];
}

/** Below this share of the sentence's wording nothing is a source, whatever its value. */
const LEAST = 0.12;
/** A disagreeing figure is told only if it fits this well. */
const SURE = 1.1;

const valued = (figure: FigureAt) => ({
  kind: figure.kind,
  unit: figure.unit,
  low: decimalOf(figure.low),
  high: decimalOf(figure.high),
  step: whole(0),
  bound: figure.bound,
});

/** Whether a figure of the index gives what the note's figure says, rounded or not. */
export function agrees(note: Figure, source: FigureAt): boolean {
  const result = agreement(note, valued(source));
  return result === "same" || result === "rounded";
}

const queryOf = (desk: Desk, draft: Draft, read: ReadPassage, figure: Figure): Query => askAt(draft, read, figure.start, figure.end, desk.tables, figure);
const isItself = (draft: Draft, read: ReadPassage, one: FigureAt): boolean => one.chunk.path === draft.path && one.line === read.passage.line;

/** Figures of the corpus that give what the draft's figure says, best first. */
export const agreeingSources = (desk: Desk, draft: Draft, read: ReadPassage, figure: Figure, query = queryOf(desk, draft, read, figure)): readonly RankedFigure[] =>
  withoutCopies(
    desk.index,
    rankFigures(desk.index, query, 24, (one) => !isItself(draft, read, one) && agrees(figure, one), tokensOfValue(figure)),
  ).filter(({ coverage, parts }) => coverage >= LEAST && !parts.otherKind);

export function findSources(desk: Desk, draft: Draft, read: ReadPassage, figure: Figure): Sources {
  const query = queryOf(desk, draft, read, figure);
  const agreeing = agreeingSources(desk, draft, read, figure, query);
  const others = rankFigures(desk.index, query, 12, (one) => !isItself(draft, read, one) && one.kind === figure.kind && one.unit === figure.unit && !agrees(figure, one)).filter(
    ({ score, parts }) => score >= SURE && parts.metric !== undefined && parts.subject !== undefined && parts.otherPeriod === undefined && parts.otherRole === undefined,
  );
  return { agreeing, others: withoutCopies(desk.index, others) };
}
