// Hover: the card of what stands under the pointer. Inside a citation's text the figure or the name wins, on its label,
// target or title the citation itself.
import type { Desk } from "../desk.ts";
import { spanAt, type Draft } from "../draft.ts";
import { citationCard } from "./citationCard.ts";
import { entityCard } from "./entityCard.ts";
import { figureCard } from "./figureCard.ts";

export interface HoverCard {
  /** UTF-16 offsets in the document, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly markdown: string;
}

/** The card at an offset, undefined where there is nothing to tell. */
export function findHover(desk: Desk, draft: Draft, offset: number): HoverCard | undefined {
  const read = draft.at(offset);
  if (read) {
    const at = draft.within(read.passage, offset);
    const figure = spanAt(read.figures, at);
    const span = figure && draft.spanOf(read.passage, figure);
    if (figure && span && span.start <= offset && offset < span.end) {
      const markdown = figureCard(desk, draft, read, figure);
      if (markdown) return { ...span, markdown };
    }
    const mention = spanAt(read.mentions, at);
    const named = mention && draft.spanOf(read.passage, mention);
    if (mention && named && named.start <= offset && offset < named.end) {
      const markdown = entityCard(desk, draft, read, mention);
      if (markdown) return { ...named, markdown };
    }
  }
  const citation = draft.note?.citations.find(({ linkRange, definitionRange }) => holds(linkRange, offset) || (definitionRange !== undefined && holds(definitionRange, offset)));
  if (!citation) return undefined;
  const markdown = citationCard(desk, draft, citation);
  const range = holds(citation.linkRange, offset) ? citation.linkRange : (citation.definitionRange ?? citation.linkRange);
  return markdown ? { ...range, markdown } : undefined;
}

const holds = (range: { readonly start: number; readonly end: number }, offset: number): boolean => range.start <= offset && offset < range.end;
