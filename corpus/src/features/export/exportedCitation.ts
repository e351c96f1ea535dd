// A note's citations with all that an export tells of their sources.
import type { ArticleRecord } from "../../index/chunk.ts";
import { articleAt, lineOf } from "../../index/indexedChunk.ts";
import type { Citation } from "../../note/citation.ts";
import { citationsOf } from "../citing/citationsOf.ts";
import { resolveIn } from "../citing/resolveIn.ts";
import type { Desk, Place } from "../desk.ts";
import type { Draft } from "../draft.ts";

export interface ExportedCitation {
  readonly citation: Citation;
  /** What became of the source: found, moved, drifted, changed, missing, outside, no-quote. */
  readonly outcome: string;
  readonly place?: Place;
  /** The file that it leads to, where it may be read. */
  readonly path?: string;
  readonly article?: ArticleRecord;
  /** The quote, else the cited words of the source. */
  readonly quote: string;
  /** The source's figure as it is written there. */
  readonly figure?: string;
}

/** The citations of a note, in order. */
export function exportedCitations(desk: Desk, draft: Draft): ExportedCitation[] {
  return (draft.note ? citationsOf(desk, draft.path, draft.note) : []).map((citation): ExportedCitation => {
    const { resolution, place, path } = resolveIn(desk, draft, citation);
    const file = path === undefined ? undefined : desk.index.file(path);
    const only = file && file.articleCount === 1 ? file.first?.articles[0] : undefined;
    const chunk = place && file && file.chunkAt(place.line);
    const article = place && chunk ? articleAt(chunk, place.line) : only;
    const words = place && chunk ? lineOf(chunk, place.line).slice(place.start, place.end) : undefined;
    const cites = "place" in resolution && resolution.place !== undefined && resolution.place.figures.length > 0;
    return {
      citation,
      outcome: resolution.outcome,
      ...(place ? { place } : {}),
      ...(path === undefined ? {} : { path }),
      ...(article ? { article } : {}),
      quote: citation.quote ?? words ?? "",
      ...(cites && words !== undefined ? { figure: words } : {}),
    };
  });
}

/** Publisher, title and date of a source in a line; the file's name where nothing else is known. */
export function sourceLine({ article, path, citation }: ExportedCitation): string {
  const date = article?.date ? `${article.date.inferred ? "≥ " : ""}${article.date.day}` : undefined;
  const told = [article?.publisher, article?.title, date].filter(Boolean);
  return told.length ? told.join(", ") : (path ?? citation.path ?? citation.url ?? citation.key ?? "").split("/").at(-1) || "";
}
