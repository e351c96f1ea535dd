// What stands beside an item of the list when it is looked at: the figure's sentence with its source, or who the entity is.
import { allNames } from "../../entities/lexicon.ts";
import type { Desk } from "../desk.ts";
import { escapeMarkdown } from "../escape.ts";
import { excerpt, sourceLink } from "../excerpt.ts";
import type { CompletionChoice } from "./completion.ts";

export function documentCompletion(desk: Desk, about: CompletionChoice["about"]): string | undefined {
  if ("entity" in about) {
    const number = desk.tables.lexicon.numberOf(about.entity);
    const entity = number === undefined ? undefined : desk.tables.lexicon.entities[number];
    if (!entity) return undefined;
    return [`${entity.type}${entity.tickers.length ? ` · ${escapeMarkdown(entity.tickers.slice(0, 3).join(" · "))}` : ""}`, escapeMarkdown(entity.description), escapeMarkdown(allNames(entity).slice(0, 8).join(" · "))]
      .filter(Boolean)
      .join("\n\n");
  }
  const file = desk.index.file(about.path);
  if (!file) return undefined;
  const row = rowAt(file.segment.sentences, about.line, about.start);
  if (row === undefined) return undefined;
  const span = { file, row, start: about.start, end: about.end };
  return `${excerpt(span)}\n\n— ${sourceLink(desk, span)}`;
}

/** The sentence that holds a column of a line. */
export function rowAt(sentences: { readonly line: Uint32Array; readonly start: Uint32Array; readonly end: Uint32Array }, line: number, column: number): number | undefined {
  let low = 0;
  let high = sentences.line.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sentences.line[middle] ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  for (let row = low; row < sentences.line.length && sentences.line[row] === line; row++)
    if ((sentences.start[row] ?? 0) <= column && column < (sentences.end[row] ?? 0)) return row;
  return undefined;
}
