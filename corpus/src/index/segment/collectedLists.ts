// What a segment's lists are made of, while files are added: the keys of each sentence (or article) in order, four bytes apiece and
// no object; sorted once, at the end, key by key.
import { Growing, growing32 } from "../growing.ts";

/** Keys in a piece: pieces are not copied when more are needed. */
const PIECE = 1 << 18;

export class CollectedLists {
  #pieces: Uint32Array[] = [];
  #count = 0;
  /** Numbers that have keys, and how many keys there were before each. */
  readonly #numbers: Growing<Uint32Array> = growing32();
  readonly #starts: Growing<Uint32Array> = growing32();
  #last = -1;

  /** How many keys were added. */
  get count(): number {
    return this.#count;
  }

  /** Adds a number to a key's list. Numbers must come in ascending order; a repeated pair is kept once. */
  add(key: number, number: number): void {
    if (number !== this.#last) {
      this.#last = number;
      this.#numbers.push(number);
      this.#starts.push(this.#count);
    }
    const at = this.#count++ % PIECE;
    if (at === 0) this.#pieces.push(new Uint32Array(PIECE));
    (this.#pieces[this.#pieces.length - 1] as Uint32Array)[at] = key;
  }

  /** Gives every key another number, before they are visited. */
  rename(name: (key: number) => number): void {
    for (const [i, piece] of this.#pieces.entries()) {
      const filled = Math.min(PIECE, this.#count - i * PIECE);
      for (let at = 0; at < filled; at++) piece[at] = name(piece[at] as number);
    }
  }

  /** Visits every key, ascending, with its numbers, ascending and each once: the first `count` of `numbers`, good until it returns. Ends the collection. */
  visit(visit: (key: number, numbers: Uint32Array, count: number) => void): void {
    const count = this.#count;
    const highStarts = new Uint32Array(65537);
    for (const [i, piece] of this.#pieces.entries()) {
      const filled = Math.min(PIECE, count - i * PIECE);
      for (let at = 0; at < filled; at++) {
        const slot = ((piece[at] as number) >>> 16) + 1;
        highStarts[slot] = (highStarts[slot] as number) + 1;
      }
    }
    let largest = 0;
    for (let i = 1; i < highStarts.length; i++) {
      largest = Math.max(largest, highStarts[i] as number);
      highStarts[i] = (highStarts[i] as number) + (highStarts[i - 1] as number);
    }
    // by the upper halves first; each of those groups is small and sorted by itself
    const lows = new Uint16Array(count);
    const numbers = new Uint32Array(count);
    const next = highStarts.slice();
    const owners = this.#numbers.done();
    const starts = this.#starts.done();
    for (let owner = 0; owner < owners.length; owner++) {
      const end = owner + 1 < starts.length ? (starts[owner + 1] as number) : count;
      for (let at = starts[owner] as number; at < end; at++) {
        const key = (this.#pieces[(at / PIECE) | 0] as Uint32Array)[at % PIECE] as number;
        const to = next[key >>> 16] as number;
        next[key >>> 16] = to + 1;
        lows[to] = key;
        numbers[to] = owners[owner] as number;
      }
    }
    this.#pieces = [];
    const sorter = new HalfSorter(largest);
    for (let high = 0; high < 65536; high++) {
      const from = highStarts[high] as number;
      const to = highStarts[high + 1] as number;
      if (from === to) continue;
      const group = numbers.subarray(from, to);
      const keys = lows.subarray(from, to);
      sorter.sort(keys, group);
      for (let start = 0; start < keys.length;) {
        const low = keys[start] as number;
        let kept = start;
        let end = start + 1;
        for (; end < keys.length && keys[end] === low; end++) if (group[end] !== group[kept]) group[++kept] = group[end] as number;
        visit(((high << 16) | low) >>> 0, group.subarray(start, kept + 1), kept + 1 - start);
        start = end;
      }
    }
  }
}

/** Sorts numbers by 16-bit keys, equal ones left in their order. */
class HalfSorter {
  readonly #keys: Uint16Array;
  readonly #numbers: Uint32Array;
  readonly #starts = new Uint32Array(257);

  constructor(largest: number) {
    this.#keys = new Uint16Array(largest);
    this.#numbers = new Uint32Array(largest);
  }

  sort(keys: Uint16Array, numbers: Uint32Array): void {
    if (keys.length <= 24) {
      insert(keys, numbers);
      return;
    }
    this.#pass(keys, numbers, this.#keys, this.#numbers, 0);
    this.#pass(this.#keys, this.#numbers, keys, numbers, 8, keys.length);
  }

  #pass(keys: Uint16Array, numbers: Uint32Array, toKeys: Uint16Array, toNumbers: Uint32Array, shift: number, count = keys.length): void {
    const starts = this.#starts.fill(0);
    for (let i = 0; i < count; i++) {
      const slot = (((keys[i] as number) >>> shift) & 255) + 1;
      starts[slot] = (starts[slot] as number) + 1;
    }
    for (let i = 1; i < 257; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
    for (let i = 0; i < count; i++) {
      const key = keys[i] as number;
      const slot = (key >>> shift) & 255;
      const to = starts[slot] as number;
      starts[slot] = to + 1;
      toKeys[to] = key;
      toNumbers[to] = numbers[i] as number;
    }
  }
}

function insert(keys: Uint16Array, numbers: Uint32Array): void {
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i] as number;
    const number = numbers[i] as number;
    let at = i;
    for (; at > 0 && (keys[at - 1] as number) > key; at--) {
      keys[at] = keys[at - 1] as number;
      numbers[at] = numbers[at - 1] as number;
    }
    keys[at] = key;
    numbers[at] = number;
  }
}
