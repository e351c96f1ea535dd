// Which articles of a segment are copies of each other, by the rules of articles/copyTable.ts and without comparing all with all:
// each article has five keys at most, and only those that share one are compared, with the first of each group alone.
import { alike, PROBES } from "../../articles/copyTable.ts";
import type { CopyHashes } from "./articleRecords.ts";
import { lowerBound, sortedPlaces } from "./sortPairs.ts";

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
  // the keys that several articles have, by article
  const met: number[] = [];
  const owners: number[] = [];
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
  const groups = new Uint32Array(count);
  for (let article = 0; article < count; article++) groups[article] = article;
  const firsts = new Map<number, number[]>();
  const join = (article: number, keysMet: readonly number[]): void => {
    const candidates = [...new Set(keysMet.flatMap((key) => firsts.get(key) ?? []))].sort((a, b) => a - b);
    const hashes = candidates.length || keysMet.length ? hashesOf(article) : undefined;
    const found = hashes && candidates.find((first) => areCopies(hashesOf(first), hashes));
    const original = cutOffs.get(article);
    if (found !== undefined) groups[article] = found;
    else if (original !== undefined) groups[article] = groups[original] ?? article;
    if (groups[article] !== article) return;
    for (const key of keysMet) {
      const known = firsts.get(key);
      if (!known) firsts.set(key, [article]);
      else if (known.length < COMPARED) known.push(article);
    }
  };
  // articles in order, so that each meets the firsts before it
  const places = sortedPlaces(Uint32Array.from(owners));
  const rest = new Set(cutOffs.keys());
  const todo: (readonly [number, readonly number[]])[] = [];
  for (let i = 0; i < places.length;) {
    const article = owners[places[i] as number] as number;
    const keysMet: number[] = [];
    for (; i < places.length && owners[places[i] as number] === article; i++) keysMet.push(met[places[i] as number] as number);
    rest.delete(article);
    todo.push([article, keysMet]);
  }
  for (const article of rest) todo.push([article, []]);
  for (const [article, keysMet] of todo.sort((a, b) => a[0] - b[0])) join(article, keysMet);
  return groups;
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
