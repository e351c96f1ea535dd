// The figures of a note that cite nothing yet, and what may be offered as their source.
import type { Figure } from "../../figures/figure.ts";
import type { RankedFigure } from "../../ranking/rankFigures.ts";
import type { Desk } from "../desk.ts";
import type { Draft, ReadPassage } from "../draft.ts";
import { linkWords } from "../../note/insertCitation.ts";
import { citationOfFigure } from "./citedFigure.ts";
import { agreeingSources } from "./findSources.ts";

export interface PlainFigure {
  readonly read: ReadPassage;
  readonly figure: Figure;
  /** UTF-16 offsets in the note. */
  readonly start: number;
  readonly end: number;
  /** The Markdown that stands there. */
  readonly text: string;
}

/** The plain figures of a note that touch a span of it, in order; ends count. */
export function plainFigures(desk: Desk, draft: Draft, from: number, to: number): PlainFigure[] {
  const { note } = draft;
  if (!note) return [];
  return draft.passages.flatMap((passage) => {
    const line = draft.spanOf(passage, { start: 0, end: passage.text.length });
    if (line.end < from || line.start > to) return [];
    const read = draft.read(passage);
    return read.figures.flatMap((figure) => {
      const { start, end } = draft.spanOf(passage, figure);
      if (end < from || start > to || citationOfFigure(desk, draft, start)) return [];
      const text = draft.text.slice(start, end);
      return linkWords({ note, range: { start, end }, text }) === undefined ? [] : [{ read, figure, start, end, text }];
    });
  });
}

/** A source that fits worse than this is offered when asked for one figure, never taken for many. */
const GOOD = 0.8;

/** Whether a source says the very thing, as far as both sides say anything. */
export const isGood = ({ score, parts }: RankedFigure): boolean =>
  score >= GOOD &&
  parts.subjectAbsent === undefined &&
  parts.otherMetric === undefined &&
  parts.otherPeriod === undefined &&
  parts.voided === undefined &&
  parts.doubtful === undefined &&
  parts.hypothetical === undefined;

/** The sources of a plain figure, best first. */
export const sourcesOf = (desk: Desk, draft: Draft, { read, figure }: PlainFigure): readonly RankedFigure[] => agreeingSources(desk, draft, read, figure);
