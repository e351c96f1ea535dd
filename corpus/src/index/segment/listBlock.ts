// The head of a block of posting lists (listWriter.ts), read: what its lists are and where.
import { ByteReader } from "./byteReader.ts";
import { readInts } from "./ints.ts";
import { GROUP, KEYS, SHORT } from "./listWriter.ts";
import { must } from "./segmentDamaged.ts";

export class ListBlock {
  #count = 0;
  readonly #keys = new Float64Array(KEYS);
  readonly #kept = new Float64Array(KEYS);
  readonly #cut = new Float64Array(KEYS);
  readonly #greatest = new Float64Array(KEYS);
  readonly #lengths = new Float64Array(KEYS);
  readonly #gaps = new Float64Array(KEYS * SHORT);
  /** Where each list's gaps are: a short one's among `gaps`, another's behind the head. */
  readonly #places = new Float64Array(KEYS);
  readonly #sizes = new Float64Array(KEYS);
  #gapBytes: ByteReader = new ByteReader(new Uint8Array(0));
  #gapCount = 0;
  #hasGaps = false;
  readonly #row = new Float64Array(GROUP);

  /** Reads a head; `limit` is above every number of a list. What was read before is gone. */
  read(head: ByteReader, firstKey: number, limit: number): void {
    const count = head.byte();
    must(count > 0 && count <= KEYS, "a block of a segment's lists has no lists");
    this.#count = count;
    const keys = this.#keys;
    keys[0] = firstKey;
    readInts(head, keys, count - 1, 1);
    for (let i = 1; i < count; i++) keys[i] = (keys[i] as number) + (keys[i - 1] as number) + 1;
    must((keys[count - 1] as number) <= 0xffffffff, "a list of a segment has no key that could be");
    readInts(head, this.#kept, count);
    readInts(head, this.#cut, count);
    readInts(head, this.#greatest, count);
    let longs = 0;
    let gaps = 0;
    for (let i = 0; i < count; i++) {
      const kept = (this.#kept[i] as number) + 1;
      this.#kept[i] = kept;
      must((this.#greatest[i] as number) < limit && kept <= limit, "a list of a segment holds an unknown number");
      if (kept >= SHORT) longs++;
      else {
        this.#places[i] = gaps;
        gaps += kept - 1;
      }
    }
    readInts(head, this.#lengths, longs);
    this.#gapBytes = head;
    this.#gapCount = gaps;
    this.#hasGaps = false;
    let place = 0;
    for (let i = 0, long = 0; i < count; i++) {
      const kept = this.#kept[i] as number;
      if (kept < SHORT) continue;
      const length = this.#lengths[long++] as number;
      // a row of gaps that are all the same takes two bytes, no row less
      must(kept <= 1 + (length / 2) * GROUP, "a list of a segment is longer than its bytes");
      this.#places[i] = place;
      this.#sizes[i] = length;
      place += length;
    }
  }

  get count(): number {
    return this.#count;
  }

  /** The place of a key in the block; −1 if it has none. */
  placeOf(key: number): number {
    for (let i = 0; i < this.#count; i++) if ((this.#keys[i] as number) >= key) return this.#keys[i] === key ? i : -1;
    return -1;
  }

  key(place: number): number {
    return this.#keys[place] as number;
  }

  /** How many numbers the list has, those that were cut included. */
  total(place: number): number {
    return (this.#kept[place] as number) + (this.#cut[place] as number);
  }

  /** How many of them are kept. */
  kept(place: number): number {
    return this.#kept[place] as number;
  }

  /** Offset and length behind the head of a list's gaps; undefined for a short list, which stands in the head. */
  bytesOf(place: number): readonly [number, number] | undefined {
    return (this.#kept[place] as number) < SHORT ? undefined : [this.#places[place] as number, this.#sizes[place] as number];
  }

  /** The newest `count` of a list's numbers, ascending, into `into` from `from` on; `gaps` are a longer list's bytes. */
  numbers(place: number, count: number, gaps: ByteReader | undefined, into: Uint32Array, from: number): void {
    let number = this.#greatest[place] as number;
    let at = from + count - 1;
    into[at--] = number;
    if (!gaps) {
      if (!this.#hasGaps) readInts(this.#gapBytes, this.#gaps, this.#gapCount);
      this.#hasGaps = true;
      for (let gap = this.#places[place] as number; at >= from; gap++) {
        number -= (this.#gaps[gap] as number) + 1;
        into[at--] = number;
      }
    } else
      for (let left = (this.#kept[place] as number) - 1; at >= from; left -= GROUP) {
        const group = Math.min(left, GROUP);
        const wanted = Math.min(group, at - from + 1);
        readInts(gaps, this.#row, wanted, 0, group);
        for (let i = 0; i < wanted; i++) {
          number -= (this.#row[i] as number) + 1;
          into[at--] = number;
        }
      }
    must(number >= 0, "a list of a segment holds an unknown number");
  }
}
