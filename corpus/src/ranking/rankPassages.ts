// The passages of the corpus that fit a sentence of a note best, for an entity: the same candidates and wording as for
// figures, without a figure in the middle.
import type { CorpusIndex, SentencePlace } from "../index/corpusIndex.ts";
import { articleDay, articleOf } from "../index/corpusIndex.ts";
import { entityToken } from "../index/tokens.ts";
import { findCandidates } from "./candidates.ts";

export interface RankedPassage extends SentencePlace {
  readonly score: number;
}

/** Sentences that name `entity`, those that share most with `tokens` first; the newest where nothing tells them apart. */
export function rankPassages(index: CorpusIndex, tokens: ReadonlyMap<number, number>, entity: number, limit: number): RankedPassage[] {
  const name = entityToken(entity);
  const others = new Map([...tokens].filter(([token]) => token !== name));
  const found = findCandidates(index, others, limit * 4 + 8, name).flatMap(({ sentence, score }) => {
    const place = index.place(sentence);
    // a sentence that only speaks of the entity shows less than one that names it
    return place ? [{ ...place, score: names(place, entity) ? score : score / 4 }] : [];
  });
  if (found.length < limit) {
    const seen = new Set(found.map(({ file, row }) => file.base + row));
    found.push(...newestMentions(index, entity, limit - found.length, seen).map((place) => ({ ...place, score: 0 })));
  }
  return found
    .sort((a, b) => b.score - a.score || articleDay(articleOf(b.file, b.row)) - articleDay(articleOf(a.file, a.row)))
    .slice(0, limit);
}

/** Whether a sentence names the entity, rather than having it for an understood subject. */
function names({ file, row }: SentencePlace, entity: number): boolean {
  const { sentences, mentions } = file.segment;
  for (let i = sentences.mentions[row] ?? 0; i < (sentences.mentions[row + 1] ?? 0); i++) if (file.entities[mentions.entity[i] ?? 0] === entity) return true;
  return false;
}

/** The newest sentences that name an entity; undated articles last. */
export function newestMentions(index: CorpusIndex, entity: number, limit: number, without: ReadonlySet<number> = new Set()): SentencePlace[] {
  const places: SentencePlace[] = [];
  for (const sentence of index.posting(entityToken(entity))) {
    if (without.has(sentence)) continue;
    const place = index.place(sentence);
    if (place && names(place, entity)) places.push(place);
  }
  const day = (place: SentencePlace) => articleDay(articleOf(place.file, place.row));
  return places.sort((a, b) => day(b) - day(a) || a.file.base + a.row - (b.file.base + b.row)).slice(0, limit);
}
