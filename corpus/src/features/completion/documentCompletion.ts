// What stands beside an item of the list when it is looked at: the figure's sentence with its source, or who the entity is.
import { allNames } from "../../entities/lexicon.ts";
import type { Desk } from "../desk.ts";
import { escapeMarkdown } from "../escape.ts";
import { excerpt, sourceLink } from "../excerpt.ts";
import { sentencePlace } from "../rowAt.ts";
import type { CompletionChoice } from "./completion.ts";

export function documentCompletion(desk: Desk, about: CompletionChoice["about"]): string | undefined {
  if ("entity" in about) {
    const number = desk.tables.lexicon.numberOf(about.entity);
    const entity = number === undefined ? undefined : desk.tables.lexicon.entities[number];
    if (!entity) return undefined;
    return [`${desk.messages.types[entity.type]}${entity.tickers.length ? ` · ${escapeMarkdown(entity.tickers.slice(0, 3).join(" · "))}` : ""}`, escapeMarkdown(entity.description), escapeMarkdown(allNames(entity).slice(0, 8).join(" · "))]
      .filter(Boolean)
      .join("\n\n");
  }
  const place = sentencePlace(desk.index, about.path, about.line, about.start);
  if (!place) return undefined;
  const span = { ...place, start: about.start, end: about.end };
  return `${excerpt(span)}\n\n— ${sourceLink(desk, span)}`;
}
