// Entities and articles by a few typed characters: an entity leads to its newest passage, an article to its title.
import { displayName } from "../../entities/displayName.ts";
import type { TypeAhead } from "../../entities/typeAhead.ts";
import { newestMentions } from "../../ranking/rankPassages.ts";
import { fold } from "../../text/fold.ts";
import { lineEnd } from "../../text/lines.ts";
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
    const { file, row } = newest;
    const place = { path: file.path, line: file.segment.sentences.line[row] ?? 0, ...mentionSpan(file, row, entity) };
    return [{ kind: "entity", name: displayName(one, "TW"), container: one.type, place }];
  });
  const wanted = fold(typed);
  const articles: FoundSymbol[] = [];
  for (const file of desk.index.files()) {
    for (const article of file.segment.articles) {
      if (articles.length >= ARTICLES) return [...entities, ...articles];
      if (!article.title || !fold(article.title).includes(wanted)) continue;
      const line = (article.titleLine ?? article.firstLine) - 1;
      const length = lineEnd(file.text, file.lines, line) - (file.lines[line] ?? 0);
      articles.push({ kind: "article", name: article.title, container: article.publisher ?? "", place: { path: file.path, line, start: 0, end: length } });
    }
  }
  return [...entities, ...articles];
}
