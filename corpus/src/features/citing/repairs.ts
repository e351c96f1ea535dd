// What can be mended on the citations of a note: a moved passage's target, a drifted or missing quote, stale line hints. The
// words between the brackets, and so the note's figure, are never touched.
import { lineOf } from "../../index/indexedChunk.ts";
import type { Citation } from "../../note/citation.ts";
import type { TextEdit } from "../../note/insertCitation.ts";
import { relativeTarget } from "../../note/relativeTarget.ts";
import type { QuotePlace } from "../../note/resolution.ts";
import { ownCopy } from "../../text/ownCopy.ts";
import type { Desk } from "../desk.ts";
import type { Draft } from "../draft.ts";
import { citationsOf } from "./citationsOf.ts";
import { citeSource, type SourceSpan } from "./citeFigure.ts";
import { keptByWords } from "./keptCitations.ts";
import { resolveIn } from "./resolveIn.ts";
import { rewriteCitation, withHint, type Rewritten } from "./rewriteCitation.ts";

/**
 * moved: the very words stand elsewhere (doubtful: similar ones still stand in the old place); drifted: other words, the same
 * figure; requote: a place without a quote; changed: the
 * passage gives another figure, which only the analyst can judge; hint: the place in the file has moved.
 */
export type RepairKind = "moved" | "moved-doubtful" | "drifted" | "requote" | "changed" | "hint";

export interface Repair {
  readonly kind: RepairKind;
  readonly citation: Citation;
  readonly edits: readonly TextEdit[];
  /** The file that the citation then names. */
  readonly path: string;
  /** The source's figure as it is written there, where one is cited. */
  readonly figure?: string;
}

/** What a repair writes, wherever the citation stands. */
interface Remedy {
  readonly kind: RepairKind;
  readonly path: string;
  readonly figure?: string;
  readonly rewritten: Rewritten;
}

/** What mends a citation; undefined where nothing is amiss or nothing of ours helps. */
export function repairOf(desk: Desk, draft: Draft, citation: Citation): Repair | undefined {
  const { remedy } = remedyOf(desk, draft.path, citation);
  const edits = remedy && rewriteCitation(draft.text, citation, remedy.rewritten);
  if (!remedy || !edits?.length) return undefined;
  const { kind, path, figure } = remedy;
  return { kind, citation, edits, path, ...(figure === undefined ? {} : { figure }) };
}

const remedyOf = keptByWords<{ readonly remedy?: Remedy }>((desk, notePath, citation) => {
  const remedy = findRemedy(desk, notePath, citation);
  return remedy ? { remedy } : {};
});

function findRemedy(desk: Desk, notePath: string, citation: Citation): Remedy | undefined {
  const { resolution } = resolveIn(desk, { path: notePath }, citation);
  switch (resolution.outcome) {
    case "found":
      // where the hint points other words now give another figure: that is for the analyst to see
      return resolution.hinted || resolution.similar ? undefined : rehint(resolution.place);
    case "moved": {
      const { line, column } = hintOf(resolution.place);
      return remedy(resolution.similar ? "moved-doubtful" : "moved", resolution.place, { target: relativeTarget(notePath, resolution.place.path, line, column) });
    }
    case "drifted":
    case "changed":
      return anew(resolution.outcome, resolution.place);
    case "no-quote":
      return resolution.place && resolution.place.figures.length ? anew("requote", resolution.place) : undefined;
    case "missing":
    case "outside":
      return undefined;
  }

  function remedy(kind: RepairKind, place: QuotePlace, rewritten: Rewritten): Remedy {
    const [figure] = place.figures;
    const file = desk.index.file(place.path);
    const chunk = figure && file && file.chunkAt(figure.line);
    return { kind, path: place.path, rewritten, ...(chunk ? { figure: ownCopy(lineOf(chunk, figure.line).slice(figure.start, figure.end)) } : {}) };
  }

  function rehint(place: QuotePlace): Remedy | undefined {
    if (!citation.hint) return undefined;
    const { line, column } = hintOf(place);
    return remedy("hint", place, { target: withHint(citation.target, line, column) });
  }

  /** The quote made again around the cited figures. */
  function anew(kind: RepairKind, place: QuotePlace): Remedy | undefined {
    const file = desk.index.file(place.path);
    const first = place.figures[0];
    const last = place.figures.findLast(({ line }) => line === first?.line);
    const chunk = file && file.chunkAt(first?.line ?? place.line);
    if (!chunk) return undefined;
    const span: SourceSpan = first && last ? { chunk, line: first.line, start: first.start, end: last.end } : { chunk, line: place.line, start: place.start, end: place.endLine === place.line ? place.end : place.start + 1 };
    const { target, quote } = citeSource(span, notePath);
    return remedy(kind, place, { target: ownCopy(target), quote: ownCopy(quote) });
  }
}

/** 1-based line and column of the first cited figure, else of the quote. */
function hintOf({ figures, line, start }: QuotePlace): { readonly line: number; readonly column: number } {
  const [figure] = figures;
  return { line: (figure?.line ?? line) + 1, column: (figure?.start ?? start) + 1 };
}

/** The citation that an offset touches, on its link or its definition. */
export const citationAt = (draft: Draft, from: number, to: number): Citation | undefined =>
  draft.note?.citations.find(({ linkRange, definitionRange }) => touches(linkRange, from, to) || (definitionRange !== undefined && touches(definitionRange, from, to)));

const touches = ({ start, end }: { readonly start: number; readonly end: number }, from: number, to: number): boolean => start <= to && from <= end;

/** The repairs of the kinds asked for, a definition once however many links use it. */
export function repairsOf(desk: Desk, draft: Draft, kinds: readonly RepairKind[]): readonly Repair[] {
  const seen = new Set<number>();
  return (draft.note ? citationsOf(desk, draft.path, draft.note) : []).flatMap((citation): Repair[] => {
    const at = citation.definitionRange?.start ?? citation.linkRange.start;
    if (seen.has(at)) return [];
    const found = repairOf(desk, draft, citation);
    if (!found || !kinds.includes(found.kind)) return [];
    seen.add(at);
    return [found];
  });
}
