// What speaks for an ambiguous name: its entity stands elsewhere in the article by an unmistakable name, one of its context
// words stands near, its ticker follows in brackets. Scores are compared, never shown.
import type { Region } from "../articles/article.ts";
import type { Lexicon } from "./lexicon.ts";
import type { NameUse } from "./nameTable.ts";
import type { PairSet } from "./pairSet.ts";
import type { FoundName } from "./scanNames.ts";

/** What is known of the article around a text. */
export interface Evidence {
  /** How often each entity is named unmistakably in the article. */
  readonly established: ReadonlyMap<number, number>;
  /** How many established entities are linked to an id: four districts of Hong Kong speak for Hong Kong. */
  readonly linked?: ReadonlyMap<string, number>;
  /** The article's text as far as it was read, folded; for telling homonyms apart. */
  readonly folded?: string;
  /** Which pairs of units stand in it: most words are ruled out by theirs. */
  readonly pairs?: PairSet;
  /** The article's region: 立法會 in a paper of Hong Kong is the one there. */
  readonly region?: Region;
  /** How many context words of an entity stand anywhere in the article; filled as it is asked. */
  readonly articleContext?: Map<number, number>;
}

export const noEvidence: Evidence = { established: new Map() };

const NEAR = 60;

/** The words around a place: folded text without the longer names in it, and those names. */
export interface Surroundings {
  readonly text: string;
  readonly names: ReadonlySet<string>;
}

/** The surroundings of a name, made once for all its uses. 銀行 inside 世界銀行 is not the word 銀行. */
export function windowAround(
  { folded, names }: { readonly folded: string; readonly names: readonly FoundName[] },
  start: number,
  end: number,
  lexicon: Lexicon,
): Surroundings {
  const from = Math.max(0, start - NEAR);
  const to = Math.min(folded.length, end + NEAR);
  const keys = new Set<string>();
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((names[middle] as FoundName).start < from) low = middle + 1;
    else high = middle;
  }
  let window = "";
  let done = from;
  for (let at = low; at < names.length; at++) {
    const name = names[at] as FoundName;
    if (name.start >= to) break;
    if (name.start < done || (name.start < end && start < name.end)) continue;
    keys.add(lexicon.nameAt(name.entry)?.key ?? "");
    if (name.end - name.start < 3) continue;
    window += `${folded.slice(done, name.start)}\n`;
    done = name.end;
  }
  window += folded.slice(done, Math.max(done, to));
  return { text: window, names: keys };
}

/** How many of an entity's context words stand around, at most 3. */
export function contextNear(lexicon: Lexicon, entity: number, { text, names }: Surroundings): number {
  let hits = 0;
  for (const { word, key } of lexicon.contextOf(entity))
    if ((names.has(key) || holdsWord(text, word)) && ++hits === 3) break;
  return hits;
}

const isLatin = (unit: number): boolean => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);

/** The folded text holds the folded word; a Latin word only at its borders (`arm` is not in `army`). */
export function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const startsLatin = isLatin(word.charCodeAt(0));
    const endsLatin = isLatin(word.charCodeAt(word.length - 1));
    if (
      (!startsLatin || !isLatin(text.charCodeAt(at - 1))) &&
      (!endsLatin || !isLatin(text.charCodeAt(at + word.length)))
    )
      return true;
  }
  return false;
}

function contextAnywhere(lexicon: Lexicon, entity: number, { folded, pairs, articleContext }: Evidence): number {
  if (folded === undefined) return 0;
  const known = articleContext?.get(entity);
  if (known !== undefined) return known;
  let hits = 0;
  for (const { word } of lexicon.contextOf(entity))
    if ((!pairs || pairs.mayHold(word)) && holdsWord(folded, word) && ++hits === 3) break;
  articleContext?.set(entity, hits);
  return hits;
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
  return score + contextAnywhere(lexicon, entity, evidence) / 2;
}

const HOMES: Readonly<Record<Region, { readonly id: string; readonly said: RegExp } | undefined>> = {
  TW: { id: "taiwan", said: /Taiwan/ },
  HK: { id: "hong-kong", said: /Hong Kong/ },
  CN: { id: "china", said: /China|Chinese/ },
  INTL: undefined,
};
const AT_HOME = 1.5;

/** What the region of the article says for an office, a law or a place there. */
export function homeScore(lexicon: Lexicon, entity: number, region: Region | undefined): number {
  const home = region && HOMES[region];
  const known = lexicon.entities[entity];
  if (!home || !known || (known.type !== "org" && known.type !== "place" && known.type !== "law")) return 0;
  return known.links.includes(home.id) || home.said.test(known.description) ? AT_HOME : 0;
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
  surroundings: () => Surroundings,
  evidence: Evidence,
): readonly { readonly use: NameUse; readonly near: number; readonly score: number }[] {
  let window: Surroundings | undefined;
  const ranked = uses.map((use) => {
    const near = lexicon.contextOf(use.entity).length ? contextNear(lexicon, use.entity, (window ??= surroundings())) : 0;
    return { use, near, score: 2 * near + fitsArticle(lexicon, use.entity, evidence) + (use.needsContext ? 0 : 1) };
  });
  return ranked.length > 1 ? ranked.sort((a, b) => b.score - a.score) : ranked;
}
