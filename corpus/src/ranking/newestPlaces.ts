// Sentences in the order of their articles' dates, from the resident days: only those that are wanted are read.
import type { SentencePlace, Store } from "../index/store.ts";

/** The places of at most `limit` living sentences, the newest first, by number within a day; read one at a time. */
export function* newestPlaces(index: Store, sentences: Uint32Array, limit: number): Generator<SentencePlace> {
  // the day in the high part, the place in the list in the low one: one array to sort
  const keys = new Float64Array(sentences.length);
  // a posting is a view that the next query may overwrite
  const numbers = sentences.slice();
  for (let i = 0; i < numbers.length; i++) keys[i] = index.day(numbers[i] ?? 0) * 0x1000000 + (numbers.length - 1 - i);
  keys.sort();
  let left = limit;
  for (let at = keys.length - 1; at >= 0 && left > 0; at--) {
    const key = keys[at] ?? 0;
    const place = index.place(numbers[numbers.length - 1 - (key - Math.floor(key / 0x1000000) * 0x1000000)] ?? 0);
    if (!place) continue;
    left--;
    yield place;
  }
}
