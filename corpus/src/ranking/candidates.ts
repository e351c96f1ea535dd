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

/** How much a token tells: the rarer, the more. */
export const rarity = (index: Store, token: number): number => Math.log(1 + index.sentenceCount / (1 + index.count(token)));

let scores = new Float32Array(0);

/** At most `limit` sentences that share most with `tokens`, best first. `must` keeps only sentences with that token. */
export function findCandidates(index: Store, tokens: ReadonlyMap<number, number>, limit: number, must?: number): Candidate[] {
  if (scores.length < index.sentenceCount) scores = new Float32Array(Math.ceil(index.sentenceCount * 1.2) + 1024);
  const lists = [...tokens]
    .map(([token, weight]) => ({ token, count: index.count(token), worth: weight * rarity(index, token) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count);
  const touched: number[] = [];
  let left = BUDGET;
  for (const { token, worth } of lists) {
    if (left <= 0) break;
    const list = index.posting(token, left);
    for (const sentence of list) {
      const before = scores[sentence] ?? 0;
      if (before === 0) touched.push(sentence);
      scores[sentence] = before + worth;
    }
    left -= list.length;
  }
  const found = best(touched, limit, must === undefined ? undefined : index.posting(must));
  for (const sentence of touched) scores[sentence] = 0;
  return found;
}

/** The `limit` touched sentences with the greatest scores, in a short list kept sorted, the least first. */
function best(touched: readonly number[], limit: number, must: Uint32Array | undefined): Candidate[] {
  const kept: Candidate[] = [];
  for (const sentence of touched) {
    const score = scores[sentence] ?? 0;
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
