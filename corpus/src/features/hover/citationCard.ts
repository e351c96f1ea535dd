// The card of a citation: its quote where the source has it, with publisher and date; else what became of it.
import type { Citation } from "../../note/citation.ts";
import type { Resolution } from "../../note/resolution.ts";
import type { Desk } from "../desk.ts";
import type { Draft } from "../draft.ts";
import { escapeMarkdown } from "../escape.ts";
import { excerpt, sourceLink } from "../excerpt.ts";
import { sentencePlace } from "../rowAt.ts";
import type { Messages } from "../messages.ts";
import { placeOf, resolveIn } from "../citing/resolveIn.ts";

/** undefined for ordinary links, which are none of ours. */
export function citationCard(desk: Desk, draft: Draft, citation: Citation): string | undefined {
  const { resolution, place: followed } = resolveIn(desk, draft, citation);
  const place = followed ?? (resolution.outcome === "drifted" || resolution.outcome === "changed" ? placeOf(resolution.place) : undefined);
  if (!citation.evident && (resolution.outcome === "missing" || resolution.outcome === "outside")) return undefined;
  const told = tell(desk.messages, resolution, citation);
  const sentence = place && sentencePlace(desk.index, place.path, place.line, place.start);
  if (!sentence) return told || undefined;
  const span = { ...sentence, start: place.start, end: place.end };
  return [...(told ? [told, ""] : []), `> ${excerpt(span)}  `, `> — ${sourceLink(desk, span)}`].join("\n");
}

function tell(messages: Messages, resolution: Resolution, citation: Citation): string {
  switch (resolution.outcome) {
    case "found":
      return resolution.places > 1 && !resolution.hinted ? messages.standsOften(resolution.places) : "";
    case "moved":
      return messages.moved(escapeMarkdown(resolution.place.path.slice(resolution.place.path.lastIndexOf("/") + 1)));
    case "drifted":
      return messages.drifted;
    case "changed":
      return messages.changed;
    case "missing":
      return resolution.what === "file" ? messages.fileMissing : messages.quoteMissing(escapeMarkdown(citation.quote ?? ""));
    case "outside":
      return messages.outside;
    case "no-quote":
      return messages.withoutQuote;
  }
}
