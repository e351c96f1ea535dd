// What speaks for an ambiguous name: its entity stands elsewhere in the article by an unmistakable name, one of its context
// words stands near, its ticker follows in brackets. Scores are compared, never shown.
import { fold } from "../text/fold.ts";
import type { Lexicon, NameUse } from "./lexicon.ts";

/** What is known of the article around a text. */
export interface Evidence {
  /** How often each entity is named unmistakably in the article. */
  readonly established: ReadonlyMap<number, number>;
  /** How many established entities are linked to an id: four districts of Hong Kong speak for Hong Kong. */
  readonly linked?: ReadonlyMap<string, number>;
  /** The article's text as far as it was read, folded; for telling homonyms apart. */
  readonly folded?: string;
}

export const noEvidence: Evidence = { established: new Map() };

const NEAR = 60;

/** A folded window around a place, made once for all uses of a name. */
export const windowAround = (text: string, start: number, end: number): string =>
  `${fold(text.slice(Math.max(0, start - NEAR), start))}\n${fold(text.slice(end, end + NEAR))}`;

/** How many of an entity's context words stand in a folded window, at most 3. */
export function contextNear(lexicon: Lexicon, entity: number, window: string): number {
  let hits = 0;
  for (const word of lexicon.contextOf(entity)) if (holdsWord(window, word) && ++hits === 3) break;
  return hits;
}

const LATIN = /[a-z0-9]/;

/** The folded text holds the folded word; a Latin word only at its borders (`arm` is not in `army`). */
export function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const startsLatin = LATIN.test(word.charAt(0));
    const endsLatin = LATIN.test(word.charAt(word.length - 1));
    if ((!startsLatin || !LATIN.test(text.charAt(at - 1))) && (!endsLatin || !LATIN.test(text.charAt(at + word.length)))) return true;
  }
  return false;
}

/** How well an entity fits the article: named itself, its links named, its context words written anywhere. */
export function fitsArticle(lexicon: Lexicon, entity: number, evidence: Evidence): number {
  let score = 3 * Math.min(3, evidence.established.get(entity) ?? 0);
  let links = 0;
  for (const id of lexicon.entities[entity]?.links ?? []) {
    const link = lexicon.numberOf(id);
    const named = link === undefined ? 0 : (evidence.established.get(link) ?? 0);
    links = Math.max(links, Math.log2(1 + named + (evidence.linked?.get(id) ?? 0)));
  }
  score += Math.min(2.5, links);
  if (evidence.folded !== undefined) score += contextNear(lexicon, entity, evidence.folded) / 2;
  return score;
}

/** How many established entities are linked to each id. */
export function countLinks(lexicon: Lexicon, established: ReadonlyMap<number, number>): ReadonlyMap<string, number> {
  const linked = new Map<string, number>();
  for (const entity of established.keys())
    for (const id of lexicon.entities[entity]?.links ?? []) linked.set(id, (linked.get(id) ?? 0) + 1);
  return linked;
}

/** The uses of a name that have evidence, best first: those without need of any come in with a head start. */
export function rankUses(
  lexicon: Lexicon,
  uses: readonly NameUse[],
  window: string,
  evidence: Evidence,
): readonly { readonly use: NameUse; readonly near: number; readonly score: number }[] {
  return uses
    .map((use) => {
      const near = contextNear(lexicon, use.entity, window);
      return { use, near, score: 2 * near + fitsArticle(lexicon, use.entity, evidence) + (use.needsContext ? 0 : 1) };
    })
    .sort((a, b) => b.score - a.score);
}
