// The sentences worth a closer look: posting lists from the rarest token up, within a fixed amount of work, so that the
// cost does not grow with the corpus. What the budget leaves out is still counted for the sentences found.
import type { Store } from "../index/store.ts";

export interface Candidate {
  readonly sentence: number;
  /** Sum of weight × rarity of the tokens met so far. */
  readonly score: number;
}

/** Entries of posting lists that one query may walk. */
const BUDGET = 30_000;

/** Of an entity's sentences, those with the greatest numbers that a search for them knows. */
const MUST = 100_000;

/** How much a token tells: the rarer, the more. */
export const rarity = (index: Store, token: number): number => Math.log(1 + index.sentenceCount / (1 + index.count(token)));

/** At most `limit` sentences that share most with `tokens`, best first. `must` keeps only sentences with that token. */
export function findCandidates(index: Store, tokens: ReadonlyMap<number, number>, limit: number, must?: number): Candidate[] {
  const lists = [...tokens]
    .map(([token, weight]) => ({ token, count: index.count(token), worth: weight * rarity(index, token) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count);
  sums.clear();
  let left = BUDGET;
  for (const { token, worth } of lists) {
    if (left <= 0) break;
    const list = index.posting(token, left);
    for (const sentence of list) sums.add(sentence, worth);
    left -= list.length;
  }
  return best(limit, must === undefined ? undefined : index.posting(must, MUST));
}

/** A power of two above twice the budget: the table is never more than half full. */
const SLOTS = 65_536;

/** What was summed for each sentence, in one table for all queries. */
class SentenceSums {
  readonly #keys = new Int32Array(SLOTS).fill(-1);
  readonly #values = new Float64Array(SLOTS);
  readonly #slots = new Int32Array(SLOTS);
  size = 0;

  add(sentence: number, worth: number): void {
    let slot = (Math.imul(sentence, 0x9e3779b1) >>> 16) & (SLOTS - 1);
    while (this.#keys[slot] !== sentence && this.#keys[slot] !== -1) slot = (slot + 1) & (SLOTS - 1);
    if (this.#keys[slot] === -1) {
      this.#keys[slot] = sentence;
      this.#values[slot] = 0;
      this.#slots[this.size++] = slot;
    }
    this.#values[slot] = (this.#values[slot] ?? 0) + worth;
  }

  /** The sentence that was met as number `at`. */
  sentence(at: number): number {
    return this.#keys[this.#slots[at] ?? 0] ?? 0;
  }

  score(at: number): number {
    return this.#values[this.#slots[at] ?? 0] ?? 0;
  }

  clear(): void {
    for (let at = 0; at < this.size; at++) this.#keys[this.#slots[at] ?? 0] = -1;
    this.size = 0;
  }
}

const sums = new SentenceSums();

/** The `limit` sentences with the greatest scores, in a short list kept sorted, the least first. */
function best(limit: number, must: Uint32Array | undefined): Candidate[] {
  const kept: Candidate[] = [];
  for (let met = 0; met < sums.size; met++) {
    const sentence = sums.sentence(met);
    const score = sums.score(met);
    if (kept.length === limit && score <= (kept[0]?.score ?? 0)) continue;
    if (must && !includes(must, sentence)) continue;
    if (kept.length === limit) kept.shift();
    let at = kept.length;
    while (at > 0 && (kept[at - 1]?.score ?? 0) > score) at--;
    kept.splice(at, 0, { sentence, score });
  }
  return kept.reverse();
}

function includes(list: Uint32Array, sentence: number): boolean {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const at = list[middle] ?? 0;
    if (at === sentence) return true;
    if (at < sentence) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
