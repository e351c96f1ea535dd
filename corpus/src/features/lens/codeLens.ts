// The lenses: how many figures of a note are cited, and by how many notes an article is.
import { citationOfFigure } from "../citing/citedFigure.ts";
import type { Desk } from "../desk.ts";
import type { Draft } from "../draft.ts";
import { citationsInto, type CitingPlace, type KnownNote } from "../notes/notesOf.ts";

export interface NoteCount {
  readonly figures: number;
  readonly cited: number;
}

/** The figures of a note and those that a citation cites. */
export function countFigures(desk: Desk, draft: Draft): NoteCount {
  let figures = 0;
  let cited = 0;
  for (const passage of draft.passages)
    for (const figure of draft.read(passage).figures) {
      figures++;
      if (citationOfFigure(desk, draft, draft.spanOf(passage, figure).start)) cited++;
    }
  return { figures, cited };
}

export interface ArticleLens {
  /** 0-based line of the article's title or first line. */
  readonly line: number;
  readonly notes: number;
  readonly citations: readonly CitingPlace[];
}

/** The articles of a file that notes cite. */
export function articleLenses(desk: Desk, draft: Draft, notes: Iterable<KnownNote>): ArticleLens[] {
  const into = citationsInto(desk, notes, draft.path);
  return draft.articles.flatMap(({ firstLine, lastLine, titleLine }): ArticleLens[] => {
    const citations = into.filter(({ place }) => place.line + 1 >= firstLine && place.line + 1 <= lastLine);
    const count = new Set(citations.map(({ known }) => known.path)).size;
    return count ? [{ line: (titleLine ?? firstLine) - 1, notes: count, citations }] : [];
  });
}
