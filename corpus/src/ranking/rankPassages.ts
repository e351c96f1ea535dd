// The passages of the corpus that fit a sentence of a note best, for an entity: the same candidates and wording as for
// figures, without a figure in the middle.
import { articleDay, articleOf } from "../index/indexedChunk.ts";
import type { SentencePlace, Store } from "../index/store.ts";
import { entityToken } from "../index/tokens.ts";
import { findCandidates } from "./candidates.ts";
import { newestPlaces } from "./newestPlaces.ts";

export interface RankedPassage extends SentencePlace {
  readonly score: number;
}

/** Sentences that name `entity`, those that share most with `tokens` first; the newest where nothing tells them apart. */
export function rankPassages(index: Store, tokens: ReadonlyMap<number, number>, entity: number, limit: number): RankedPassage[] {
  const name = entityToken(entity);
  const others = new Map([...tokens].filter(([token]) => token !== name));
  const found = findCandidates(index, others, limit * 4 + 8, name).flatMap(({ sentence, score }) => {
    const place = index.place(sentence);
    // a sentence that only speaks of the entity shows less than one that names it
    return place ? [{ ...place, score: names(place, entity) ? score : score / 4 }] : [];
  });
  if (found.length < limit) {
    const seen = new Set(found.map(({ chunk, row }) => chunk.base + row));
    found.push(...newestMentions(index, entity, limit - found.length, seen).map((place) => ({ ...place, score: 0 })));
  }
  return found
    .sort((a, b) => b.score - a.score || articleDay(articleOf(b.chunk, b.row)) - articleDay(articleOf(a.chunk, a.row)))
    .slice(0, limit);
}

/** Whether a sentence names the entity, rather than having it for an understood subject. */
function names({ chunk, row }: SentencePlace, entity: number): boolean {
  const { sentences, mentions } = chunk;
  for (let i = sentences.mentions[row] ?? 0; i < (sentences.mentions[row + 1] ?? 0); i++) if (chunk.run[mentions.entity[i] ?? 0] === entity) return true;
  return false;
}

/** Sentences of an entity that are put in order by date: a bound whatever the corpus. */
const DATED = 20_000;
/** How many of them are read for those that name it. */
const READ = 60;

/** The newest sentences that name an entity; undated articles last. */
export function newestMentions(index: Store, entity: number, limit: number, without: ReadonlySet<number> = new Set()): SentencePlace[] {
  const places: SentencePlace[] = [];
  for (const place of newestPlaces(index, index.posting(entityToken(entity), DATED), limit + READ)) {
    if (places.length >= limit) break;
    if (!without.has(place.chunk.base + place.row) && names(place, entity)) places.push(place);
  }
  return places;
}
