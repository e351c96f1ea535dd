// Sentences in the order of their articles' dates, from a resident column: only those that are wanted are read.
import type { SentencePlace, Store } from "../index/store.ts";

/** More than any list has that is put in order. */
const PLACES = 0x8000;

/** The places of at most `limit` living sentences, the newest first, in an order that does not depend on their numbers; read one at a time. */
export function* newestPlaces(index: Store, sentences: Uint32Array, limit: number): Generator<SentencePlace> {
  // recency in the high part, the place in the list in the low one, which puts the sentences of one article in order: one array to sort
  const keys = new Float64Array(sentences.length);
  // a posting is a view that the next query may overwrite
  const numbers = sentences.slice();
  for (let i = 0; i < numbers.length; i++) keys[i] = index.recency(numbers[i] ?? 0) * PLACES + (numbers.length - 1 - i);
  keys.sort();
  let left = limit;
  for (let at = keys.length - 1; at >= 0 && left > 0; at--) {
    const key = keys[at] ?? 0;
    const place = index.place(numbers[numbers.length - 1 - (key - Math.floor(key / PLACES) * PLACES)] ?? 0);
    if (!place) continue;
    left--;
    yield place;
  }
}
