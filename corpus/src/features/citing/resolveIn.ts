// A citation of a note resolved against the corpus, kept while its words and the corpus stay as they are.
import { resolveCitation } from "../../note/resolveCitation.ts";
import type { Citation } from "../../note/citation.ts";
import type { Resolution } from "../../note/resolution.ts";
import type { Desk, Place } from "../desk.ts";
import type { Draft } from "../draft.ts";
import { keptByWords } from "./keptCitations.ts";
import { sourceAccessFor } from "./sourceAccessOf.ts";

export interface ResolvedCitation {
  readonly resolution: Resolution;
  /** What a jump selects: the cited figures, else the quoted words; absent where nothing was found. */
  readonly place?: Place;
  /** The file that the citation names, where it may be read. */
  readonly path?: string;
}

const resolve = keptByWords<ResolvedCitation>((desk, notePath, citation) => {
  const resolution = resolveCitation(citation, notePath, sourceAccessFor(desk, notePath));
  return { resolution, ...jump(resolution) };
});

/** What became of a citation's source. Only what `found`, `moved` and `no-quote` give is a place to jump to. */
export const resolveIn = (desk: Desk, { path }: Pick<Draft, "path">, citation: Citation): ResolvedCitation => resolve(desk, path, citation);

function jump(resolution: Resolution): { readonly place?: Place; readonly path?: string } {
  switch (resolution.outcome) {
    case "found":
    case "moved":
      return { path: resolution.place.path, place: placeOf(resolution.place) };
    case "drifted":
    case "changed":
      // similar words are shown on the card, never followed silently
      return { path: resolution.place.path };
    case "no-quote":
      return resolution.place ? { path: resolution.path, place: placeOf(resolution.place) } : { path: resolution.path };
    case "missing":
      return resolution.path === undefined ? {} : { path: resolution.path };
    case "outside":
      return {};
  }
}

/** The first cited figure, else the quote as far as its first line goes. */
export function placeOf(quote: Extract<Resolution, { outcome: "found" }>["place"]): Place {
  const [figure] = quote.figures;
  if (figure) return { path: quote.path, line: figure.line, start: figure.start, end: figure.end };
  return { path: quote.path, line: quote.line, start: quote.start, end: quote.endLine === quote.line ? quote.end : quote.start + 1 };
}
