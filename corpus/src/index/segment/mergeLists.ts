// The lists of several segments as those of one: key by key, each list behind the one of the segment before it.
import type { ListReader, ListWalk } from "./listReader.ts";
import type { ListWriter } from "./listWriter.ts";
import { GONE } from "./renumbering.ts";
import { must } from "./segmentDamaged.ts";

export interface ListSource {
  readonly lists: ListReader;
  /** New numbers by old ones, ascending; GONE for what is dead. */
  readonly renumber: (number: number) => number;
  /** New keys by old ones, in the same order; keys of GONE are left out. */
  readonly key: (key: number) => number;
  /** Whether no number is dead. */
  readonly whole: boolean;
}

/** Walks the lists of one source under their new keys. */
class Walk {
  readonly lists: ListWalk;
  /** Infinity behind the last. */
  key = Infinity;

  constructor(readonly source: ListSource) {
    this.lists = source.lists.walk();
    this.next();
  }

  next(): void {
    do this.key = this.lists.next() ? this.source.key(this.lists.key) : Infinity;
    while (this.key === GONE);
  }
}

/** Merges lists into `out`. A list that was cut counts its dead ones by their share among those it has kept. */
export function mergeLists(sources: readonly ListSource[], out: ListWriter, isCut: (key: number) => boolean): void {
  const walks = sources.map((source) => new Walk(source));
  let numbers = new Uint32Array(1 << 16);
  let before = -1;
  for (;;) {
    let key = Infinity;
    for (const walk of walks) key = Math.min(key, walk.key);
    if (key === Infinity) return;
    must(key > before, "the lists of a segment are in no order");
    before = key;
    let count = 0;
    let total = 0;
    for (const walk of walks) {
      if (walk.key !== key) continue;
      const { kept, total: counted } = walk.lists;
      const { renumber, whole } = walk.source;
      if (numbers.length < count + kept) {
        const grown = new Uint32Array((count + kept) * 2);
        grown.set(numbers.subarray(0, count));
        numbers = grown;
      }
      walk.lists.readInto(numbers, count);
      const end = count + kept;
      if (whole) {
        for (let i = count; i < end; i++) numbers[i] = renumber(numbers[i] as number);
        total += counted;
        count = end;
      } else {
        const first = count;
        for (let i = count; i < end; i++) {
          const number = renumber(numbers[i] as number);
          if (number !== GONE) numbers[count++] = number;
        }
        total += Math.round((counted * (count - first)) / kept);
      }
      walk.next();
    }
    out.add(key, numbers, count, isCut(key), total);
  }
}
