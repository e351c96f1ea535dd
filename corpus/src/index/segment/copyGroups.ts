// Which articles of a segment are copies of each other, by the rules of articles/copyTable.ts and without comparing all with all:
// each article has five keys at most, and only those that share one are compared, with the first of each group alone.
import { alike, PROBES } from "../../articles/copyTable.ts";
import { growing32 } from "../growing.ts";
import type { CopyHashes } from "./articleRecords.ts";
import { at, lowerBound, sortedPlaces } from "./sortPairs.ts";

/** Groups that share a key and are compared: past them, what shares a sentence and the figures is no copy but a form letter. */
const COMPARED = 64;

const mixed = (value: number): number => {
  const h = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  return (h ^ (h >>> 15)) >>> 0;
};

/** 32-bit keys under which copies meet: the body, and the figures with each of the lowest sentences. */
export function copyKeys({ body, figures, sentences }: CopyHashes): number[] {
  const keys = [mixed((body % 0x100000000) ^ Math.floor(body / 0x100000000))];
  const salt = (figures % 0x100000000) ^ Math.imul(Math.floor(figures / 0x100000000), 0x85ebca6b);
  for (const sentence of sentences.subarray(0, PROBES)) {
    const key = mixed(salt ^ Math.imul(sentence, 0x9e3779b1));
    if (!keys.includes(key)) keys.push(key);
  }
  return keys;
}

export const areCopies = (a: CopyHashes, b: CopyHashes): boolean => a.body === b.body || (a.figures === b.figures && alike(a.sentences, b.sentences));

/**
 * The group of each article: the number of its first article. `keys` ascend, `articles` are whose keys they are, ascending among
 * equal keys; `cutOffs` names the article of which another is the cut-off repeat.
 */
export function groupCopies(count: number, keys: Uint32Array, articles: Uint32Array, hashesOf: (article: number) => CopyHashes, cutOffs: ReadonlyMap<number, number>): Uint32Array {
  const groups = new Uint32Array(count);
  for (let article = 0; article < count; article++) groups[article] = article;
  const firsts = new FirstsByKey(keys.length);
  // the keys that several articles have, by their places; then article by article, so that each meets the firsts before it
  const met = growing32();
  const owners = growing32();
  for (let start = 0; start < keys.length;) {
    let end = start + 1;
    while (end < keys.length && keys[end] === keys[start]) end++;
    if (end - start > 1)
      for (let i = start; i < end; i++) {
        met.push(start);
        owners.push(articles[i] as number);
      }
    start = end;
  }
  const places = sortedPlaces(owners.done());
  const [keysMet, ofArticles] = [at(met.done(), places), at(owners.done(), places)];
  for (let from = 0; from < places.length;) {
    const article = ofArticles[from] as number;
    let to = from;
    const candidates: number[] = [];
    for (; to < places.length && ofArticles[to] === article; to++) firsts.visit(keysMet[to] as number, (first) => void (candidates.includes(first) || candidates.push(first)));
    candidates.sort((a, b) => a - b);
    const hashes = candidates.length ? hashesOf(article) : undefined;
    const found = hashes && candidates.find((first) => areCopies(hashesOf(first), hashes));
    if (found !== undefined) groups[article] = found;
    else if (!cutOffs.has(article)) for (let i = from; i < to; i++) firsts.add(keysMet[i] as number, article);
    from = to;
  }
  // a cut-off repeat comes behind the article that it repeats, and is none that others repeat
  for (const [article, original] of cutOffs) if (groups[article] === article && original < article) groups[article] = groups[original] ?? article;
  return groups;
}

/** The first articles of the groups that share a key, by the key's place; so many at most as are compared. */
class FirstsByKey {
  readonly #heads: Uint32Array;
  readonly #counts: Uint8Array;
  /** Article and next entry + 1. */
  readonly #articles = growing32();
  readonly #next = growing32();

  constructor(keys: number) {
    this.#heads = new Uint32Array(keys);
    this.#counts = new Uint8Array(keys);
  }

  add(key: number, article: number): void {
    const counted = this.#counts[key] as number;
    if (counted >= COMPARED) return;
    this.#counts[key] = counted + 1;
    this.#articles.push(article);
    this.#next.push(this.#heads[key] as number);
    this.#heads[key] = this.#articles.length;
  }

  visit(key: number, visit: (article: number) => void): void {
    for (let entry = this.#heads[key] as number; entry; entry = this.#next.at(entry - 1)) visit(this.#articles.at(entry - 1));
  }
}

/** The first article of the group that an article with these hashes is of; undefined if it repeats none. */
export function findCopy(hashes: CopyHashes, keys: Uint32Array, articles: Uint32Array, groups: Uint32Array, hashesOf: (article: number) => CopyHashes): number | undefined {
  const seen = new Set<number>();
  for (const key of copyKeys(hashes)) {
    let compared = 0;
    for (let i = lowerBound(keys, key); i < keys.length && keys[i] === key && compared < COMPARED; i++) {
      const article = articles[i] as number;
      if (groups[article] !== article) continue;
      compared++;
      if (seen.has(article)) continue;
      seen.add(article);
      if (areCopies(hashesOf(article), hashes)) return article;
    }
  }
  return undefined;
}
