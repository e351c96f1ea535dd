// Entities and articles by a few typed characters: an entity leads to its newest passage, an article to its title.
import { displayName } from "../../entities/displayName.ts";
import type { TypeAhead } from "../../entities/typeAhead.ts";
import { lineLength } from "../../index/indexedChunk.ts";
import { newestMentions } from "../../ranking/rankPassages.ts";
import type { Desk, Place } from "../desk.ts";
import { mentionSpan } from "../hover/entityCard.ts";

export interface FoundSymbol {
  readonly kind: "entity" | "article";
  readonly name: string;
  readonly container: string;
  readonly place: Place;
}

const ENTITIES = 20;
const ARTICLES = 40;

export function findSymbols(desk: Desk, typeAhead: TypeAhead, query: string): FoundSymbol[] {
  const typed = query.trim();
  if (!typed) return [];
  const entities = typeAhead.search(typed, ENTITIES).flatMap(({ entity }): FoundSymbol[] => {
    const one = desk.tables.lexicon.entities[entity];
    const [newest] = newestMentions(desk.index, entity, 1);
    if (!one || !newest) return [];
    const { chunk, row } = newest;
    const place = { path: chunk.path, line: chunk.sentences.line[row] ?? 0, ...mentionSpan(chunk, row, entity) };
    return [{ kind: "entity", name: displayName(one, "TW"), container: one.type, place }];
  });
  const articles = desk.index.articles.titled(typed, ARTICLES).map(({ chunk, article }): FoundSymbol => {
    const line = (article.titleLine ?? article.firstLine) - 1;
    return { kind: "article", name: article.title ?? "", container: article.publisher ?? "", place: { path: chunk.path, line, start: 0, end: lineLength(chunk, line) } };
  });
  return [...entities, ...articles];
}
