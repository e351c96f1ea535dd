// The sources of a figure that stands in a draft: figures of the corpus that agree with it, best first, and comparable
// ones that do not.
import type { Figure } from "../../figures/figure.ts";
import { agreement, decimalOf, stepOf } from "../../verdicts/agreement.ts";
import type { FigureAt } from "../../index/figureAt.ts";
import { toNumber, whole } from "../../text/decimal.ts";
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

/** Below this share of the sentence's wording nothing is a source, whatever its value, unless company and metric agree. */
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

interface Doubles {
  readonly low: number;
  readonly high: number;
  readonly step: number;
}
const doubles = new WeakMap<Figure, Doubles>();

function doublesOf(figure: Figure): Doubles {
  const known = doubles.get(figure) ?? { low: Math.abs(toNumber(figure.low)), high: Math.abs(toNumber(figure.high)), step: toNumber(stepOf(figure)) };
  doubles.set(figure, known);
  return known;
}

/** Whether doubles alone tell that two figures of one kind are further apart than rounding goes. */
function isFar(note: Figure, source: FigureAt): boolean {
  if (note.kind !== source.kind) return false;
  const { low, high, step } = doublesOf(note);
  const apart = (one: number, other: number) => 2 * Math.abs(one - other) > step + 1e-9 * (one + other);
  return apart(low, Math.abs(source.low)) || apart(high, Math.abs(source.high));
}

/** Whether a figure of the index gives what the note's figure says, rounded or not. */
export function agrees(note: Figure, source: FigureAt): boolean {
  // most candidates are far off, and exact decimals are made slowly
  if (isFar(note, source)) return false;
  const result = agreement(note, valued(source));
  return result === "same" || result === "rounded";
}

const queryOf = (desk: Desk, draft: Draft, read: ReadPassage, figure: Figure): Query => askAt(draft, read, figure.start, figure.end, desk.tables, figure);
const isItself = (draft: Draft, read: ReadPassage, one: FigureAt): boolean => one.chunk.path === draft.path && one.line === read.passage.line;

/** Figures of the corpus that give what the draft's figure says, best first. */
export const agreeingSources = (desk: Desk, draft: Draft, read: ReadPassage, figure: Figure, query = queryOf(desk, draft, read, figure)): readonly RankedFigure[] =>
  withoutCopies(
    desk.index,
    rankFigures(desk.index, query, 24, (one) => !isItself(draft, read, one) && agrees(figure, one), tokensOfValue({ ...figure, step: stepOf(figure) })),
    // a cell has no words of its own: its heads say whose it is and what
  ).filter(({ coverage, parts }) => (coverage >= LEAST || (parts.subject !== undefined && parts.metric !== undefined)) && !parts.otherKind);

export function findSources(desk: Desk, draft: Draft, read: ReadPassage, figure: Figure): Sources {
  const query = queryOf(desk, draft, read, figure);
  const agreeing = agreeingSources(desk, draft, read, figure, query);
  const others = rankFigures(desk.index, query, 12, (one) => !isItself(draft, read, one) && one.kind === figure.kind && one.unit === figure.unit && !agrees(figure, one)).filter(
    ({ score, parts }) => score >= SURE && parts.metric !== undefined && parts.subject !== undefined && parts.otherPeriod === undefined && parts.otherRole === undefined,
  );
  return { agreeing, others: withoutCopies(desk.index, others) };
}
