// The figure of the corpus that a figure of a note cites, where it stands in a citation whose quote was found.
import { figuresOfSentence, type FigureAt } from "../../index/figureAt.ts";
import { citedScopes } from "../../note/citedScopes.ts";
import type { Citation } from "../../note/citation.ts";
import type { Desk } from "../desk.ts";
import type { Draft } from "../draft.ts";
import { sentencePlace } from "../rowAt.ts";
import { citationsOf } from "./citationsOf.ts";
import { resolveIn } from "./resolveIn.ts";

interface Cited {
  readonly citation: Citation;
  /** Which of the citation's figures, counted from 0. */
  readonly order: number;
}

const scopes = new WeakMap<Draft, ReadonlyMap<number, Cited>>();

/** The cited figures of a note by the offset at which they start. */
function citedOf(desk: Desk, draft: Draft): ReadonlyMap<number, Cited> {
  const known = scopes.get(draft);
  if (known) return known;
  const byStart = new Map<number, Cited>();
  if (draft.note) {
    const spans = draft.passages.flatMap((passage) => draft.read(passage).figures.map((figure) => draft.spanOf(passage, figure)));
    for (const { citation, figures, kind } of citedScopes(draft.note, spans, citationsOf(desk, draft.path, draft.note))) {
      if (kind === "second") continue;
      figures.forEach((index, order) => {
        const span = spans[index];
        if (span && !byStart.has(span.start)) byStart.set(span.start, { citation, order });
      });
    }
  }
  scopes.set(draft, byStart);
  return byStart;
}

/** The citation of the figure that starts at an offset of the note. */
export const citationOfFigure = (desk: Desk, draft: Draft, start: number): Citation | undefined => citedOf(desk, draft).get(start)?.citation;

/** The source's figure for the note's figure at `span`; undefined where it is not cited or the quote does not stand. */
export function citedFigureOf(desk: Desk, draft: Draft, span: { readonly start: number; readonly end: number }): FigureAt | undefined {
  const cited = citedOf(desk, draft).get(span.start);
  if (!cited) return undefined;
  const { resolution } = resolveIn(desk, draft, cited.citation);
  if (resolution.outcome !== "found" && resolution.outcome !== "moved") return undefined;
  const figure = resolution.place.figures[cited.order];
  const place = figure && sentencePlace(desk.index, resolution.place.path, figure.line, figure.start);
  return place && figuresOfSentence(place.chunk, place.row).find(({ start }) => start === figure.start);
}
