// The links over a note's citations: between the brackets, where nothing of VS Code's own lies.
import { citationsOf } from "../citing/citationsOf.ts";
import { resolveIn } from "../citing/resolveIn.ts";
import type { Desk } from "../desk.ts";
import type { Draft } from "../draft.ts";

export interface CitationLink {
  readonly start: number;
  readonly end: number;
  readonly tooltip: string;
  /** Offset of the link, to find the citation again. */
  readonly at: number;
}

/** A link for every citation with words between its brackets. */
export function citationLinks(desk: Desk, draft: Draft): CitationLink[] {
  return (draft.note ? citationsOf(desk, draft.path, draft.note) : [])
    .filter(({ textRange }) => textRange.end > textRange.start)
    .map(({ textRange, linkRange, quote }) => ({ ...textRange, tooltip: quote ?? "", at: linkRange.start }));
}

/** The URI that the citation at `at` opens: its words selected; where they are not found, the file itself. */
export function resolveCitationLink(desk: Desk, draft: Draft, at: number): string | undefined {
  const citation = draft.note?.citations.find(({ linkRange }) => linkRange.start === at);
  if (!citation) return undefined;
  const { place, path } = resolveIn(desk, draft, citation) ?? {};
  if (place) return `${desk.uriOf(place.path)}#L${place.line + 1},${place.start + 1}-L${place.line + 1},${place.end + 1}`;
  return path !== undefined && desk.fileText(path) !== undefined ? desk.uriOf(path) : undefined;
}
