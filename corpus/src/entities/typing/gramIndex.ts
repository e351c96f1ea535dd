// Which keys hold a pair of units, in two typed arrays. Finds the keys that share most pairs with what was typed: parts in
// the middle of a name and names with a slip, without looking at all of them.

export interface GramIndex {
  readonly numbers: ReadonlyMap<number, number>;
  /** The keys of pair n stand in postings[offsets[n] … offsets[n + 1]). */
  readonly offsets: Int32Array;
  readonly postings: Int32Array;
  /** Scratch: how many pairs each key shares with the query under way. */
  readonly shared: Uint8Array;
}

const pair = (key: string, at: number): number => key.charCodeAt(at) * 65536 + key.charCodeAt(at + 1);

/** Indexes keys by their pairs of units. */
export function makeGramIndex(keys: readonly string[]): GramIndex {
  const numbers = new Map<number, number>();
  const counts: number[] = [];
  for (const key of keys)
    for (let at = 0; at + 1 < key.length; at++) {
      const gram = pair(key, at);
      const number = numbers.get(gram);
      if (number === undefined) {
        numbers.set(gram, counts.length);
        counts.push(1);
      } else counts[number] = (counts[number] as number) + 1;
    }
  const offsets = new Int32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) offsets[i + 1] = (offsets[i] as number) + (counts[i] as number);
  const next = offsets.slice();
  const postings = new Int32Array(offsets[counts.length] as number);
  keys.forEach((key, index) => {
    for (let at = 0; at + 1 < key.length; at++) {
      const number = numbers.get(pair(key, at)) as number;
      const slot = next[number] as number;
      postings[slot] = index;
      next[number] = slot + 1;
    }
  });
  return { numbers, offsets, postings, shared: new Uint8Array(keys.length) };
}

const LONGEST_LIST = 6000;

/**
 * At most `limit` keys that share the most pairs with `query`, best first. Pairs that thousands of keys have are looked
 * up last and only while there is room in the bounded work.
 */
export function mostShared(index: GramIndex, query: string, limit: number): readonly number[] {
  const lists: number[] = [];
  for (let at = 0; at + 1 < query.length && at < 24; at++) {
    const number = index.numbers.get(pair(query, at));
    if (number !== undefined && !lists.includes(number)) lists.push(number);
  }
  const length = (number: number): number => (index.offsets[number + 1] as number) - (index.offsets[number] as number);
  lists.sort((a, b) => length(a) - length(b));
  const touched: number[] = [];
  let work = 0;
  for (const number of lists) {
    if (work > 0 && work + length(number) > LONGEST_LIST * 4) break;
    work += length(number);
    const end = index.offsets[number + 1] as number;
    for (let slot = index.offsets[number] as number; slot < end; slot++) {
      const key = index.postings[slot] as number;
      if (index.shared[key] === 0) touched.push(key);
      if ((index.shared[key] as number) < 255) index.shared[key] = (index.shared[key] as number) + 1;
    }
  }
  const byCount: number[][] = [];
  for (const key of touched) (byCount[index.shared[key] as number] ??= []).push(key);
  for (const key of touched) index.shared[key] = 0;
  const best: number[] = [];
  for (let count = byCount.length - 1; count > 0 && best.length < limit; count--)
    best.push(...(byCount[count] ?? []).slice(0, limit - best.length));
  return best;
}

/** The keys that hold `part` (2 and more units), at most `limit`. */
export function keysHolding(index: GramIndex, keys: readonly string[], part: string, limit: number): readonly number[] {
  let rarest: number | undefined;
  let fewest = Infinity;
  for (let at = 0; at + 1 < part.length; at++) {
    const number = index.numbers.get(pair(part, at));
    if (number === undefined) return [];
    const count = (index.offsets[number + 1] as number) - (index.offsets[number] as number);
    if (count < fewest) [rarest, fewest] = [number, count];
  }
  if (rarest === undefined) return [];
  const found: number[] = [];
  const end = Math.min(index.offsets[rarest + 1] as number, (index.offsets[rarest] as number) + LONGEST_LIST);
  for (let slot = index.offsets[rarest] as number; slot < end && found.length < limit; slot++) {
    const key = index.postings[slot] as number;
    if ((keys[key] as string).includes(part) && found[found.length - 1] !== key) found.push(key);
  }
  return found;
}
