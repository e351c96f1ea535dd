// The card of a citation: its quote where the source has it, with publisher and date; else what became of it.
import type { Citation } from "../../note/citation.ts";
import type { Resolution } from "../../note/resolution.ts";
import type { Desk } from "../desk.ts";
import type { Draft } from "../draft.ts";
import { escapeMarkdown } from "../escape.ts";
import { excerpt, sourceLink } from "../excerpt.ts";
import { rowAt } from "../rowAt.ts";
import { resolveIn } from "../citing/resolveIn.ts";

/** undefined for ordinary links, which are none of ours. */
export function citationCard(desk: Desk, draft: Draft, citation: Citation): string | undefined {
  const { resolution, place } = resolveIn(desk, draft, citation);
  if (!citation.evident && (resolution.outcome === "missing" || resolution.outcome === "outside")) return undefined;
  const told = tell(resolution, citation);
  const file = place && desk.index.file(place.path);
  const row = place && file && rowAt(file.segment.sentences, place.line, place.start);
  if (!place || !file || row === undefined) return told || undefined;
  const span = { file, row, start: place.start, end: place.end };
  return [...(told ? [told, ""] : []), `> ${excerpt(span)}  `, `> — ${sourceLink(desk, span)}`].join("\n");
}

function tell(resolution: Resolution, citation: Citation): string {
  switch (resolution.outcome) {
    case "found":
      return resolution.places > 1 && !resolution.hinted ? `The quote stands ${resolution.places} times in the file; this is the place nearest to the hint.` : "";
    case "moved":
      return `**Moved**: the passage now stands in ${escapeMarkdown(resolution.place.path.slice(resolution.place.path.lastIndexOf("/") + 1))}.`;
    case "drifted":
      return "**Wording changed**: the source's words differ from the quote, the figure is the same.";
    case "changed":
      return "**Source changed**: the quoted passage now gives another figure.";
    case "missing":
      return resolution.what === "file" ? "**Source missing**: there is no such file in the corpus." : `**Quote not found**: ${escapeMarkdown(citation.quote ?? "")}`;
    case "outside":
      return "**Outside the corpus**: the target lies outside the workspace and corpus folders and was not read.";
    case "no-quote":
      return "This citation has no quote: it is found by line and column alone.";
  }
}
