// A citation of an open note resolved against the corpus, kept while note and corpus stay as they are.
import { resolveCitation } from "../../note/resolveCitation.ts";
import type { Citation } from "../../note/citation.ts";
import type { Resolution } from "../../note/resolution.ts";
import type { Desk, Place } from "../desk.ts";
import type { Draft } from "../draft.ts";
import { sourceAccessOf } from "./sourceAccessOf.ts";

export interface ResolvedCitation {
  readonly resolution: Resolution;
  /** What a jump selects: the cited figures, else the quoted words; absent where nothing was found. */
  readonly place?: Place;
  /** The file that the citation names, where it may be read. */
  readonly path?: string;
}

const kept = new WeakMap<Citation, { readonly version: number; readonly resolved: ResolvedCitation }>();

/** What became of a citation's source. Only what `found`, `moved` and `no-quote` give is a place to jump to. */
export function resolveIn(desk: Desk, draft: Pick<Draft, "path">, citation: Citation): ResolvedCitation {
  const known = kept.get(citation);
  if (known?.version === desk.index.version) return known.resolved;
  const folder = desk.workspaceFolderOf(draft.path);
  const access = sourceAccessOf(desk);
  const resolution = resolveCitation(citation, draft.path, folder === undefined ? access : { ...access, workspaceFolder: folder });
  const resolved = { resolution, ...jump(resolution) };
  kept.set(citation, { version: desk.index.version, resolved });
  return resolved;
}

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
