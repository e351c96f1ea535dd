// A trie of keys in two arrays (Aoe 1989): from state s the unit with code c leads to base[s] + c if check[...] is s.
// Codes are given by frequency, so that the arrays stay dense; a list of free cells keeps building linear in practice.

export interface DoubleArrayTrie {
  /** The code of every raw code unit, 0 where no key holds its class. */
  readonly codes: Uint16Array;
  readonly base: Int32Array;
  /** The state before; -1 where the cell is free. As long as any base plus any code. */
  readonly check: Int32Array;
  /** The number of the key that ends in a state, plus one; 0 where none does. */
  readonly accept: Int32Array;
}

/** How often a place is tried before the search for a free one moves on for good. */
const TRIES = 256;

/** The number of a key of folded units in a trie, -1 if it holds no such key. */
export function numberInTrie({ codes, base, check, accept }: DoubleArrayTrie, key: string): number {
  let state = 0;
  for (let at = 0; at < key.length; at++) {
    const code = codes[key.charCodeAt(at)] as number;
    const to = (base[state] as number) + code;
    if (code === 0 || check[to] !== state || to === 0) return -1;
    state = to;
  }
  return state === 0 ? -1 : (accept[state] as number) - 1;
}

/** Builds the trie of `keys` (non-empty, unique); `classes` maps raw units to those that keys are made of. */
export function buildTrie(keys: readonly string[], classes: Uint16Array): DoubleArrayTrie {
  const builder = new TrieBuilder(keys);
  builder.enterAll();
  return builder.done(classes);
}

/** The arrays while they grow. The work is cut into small functions, which V8 compiles one by one while the first keys are entered. */
class TrieBuilder {
  readonly #codes: Uint16Array;
  readonly #alphabet: number;
  readonly #sorted: readonly string[];
  readonly #numbers: Map<string, number>;
  #size = 1 << 12;
  #base: Int32Array<ArrayBuffer>;
  #check: Int32Array<ArrayBuffer>;
  #accept: Int32Array<ArrayBuffer>;
  /** next[i] is a free cell at or after i (path-compressed), so full stretches are jumped over. */
  #next: Int32Array<ArrayBuffer>;
  #low = 1;
  #highest = 0;
  readonly #children: number[] = [];
  readonly #starts: number[] = [];
  /** Ranges of the sorted keys to be entered: state, depth, from, to. */
  readonly #work: number[] = [];

  constructor(keys: readonly string[]) {
    this.#codes = codesByFrequency(keys);
    this.#alphabet = this.#codes.reduce((most, code) => Math.max(most, code), 0);
    this.#numbers = new Map(keys.map((key, index) => [key, index + 1]));
    this.#sorted = keys.slice().sort();
    for (let units = keys.length * 5; this.#size < units;) this.#size *= 2;
    this.#base = new Int32Array(this.#size);
    this.#check = new Int32Array(this.#size).fill(-1);
    this.#accept = new Int32Array(this.#size);
    this.#next = numbered(this.#size + 1);
    this.#take(0, 0);
  }

  /** Depth first. */
  enterAll(): void {
    const work = this.#work;
    work.push(0, 0, 0, this.#sorted.length);
    while (work.length) {
      const to = work.pop() as number;
      const from = work.pop() as number;
      const depth = work.pop() as number;
      const state = work.pop() as number;
      if (to - from === 1) this.#enterTail(state, depth, this.#sorted[from] as string);
      else this.#enterRange(state, depth, from, to);
    }
  }

  done(classes: Uint16Array): DoubleArrayTrie {
    const length = Math.min(this.#size, this.#highest + this.#alphabet + 2);
    const codes = new Uint16Array(65536);
    for (let raw = 0; raw < 65536; raw++) codes[raw] = this.#codes[classes[raw] as number] as number;
    return { codes, base: this.#base.slice(0, length), check: this.#check.slice(0, length), accept: this.#accept.slice(0, length) };
  }

  /** The tail of a single key is a chain: no need to look for siblings. */
  #enterTail(from: number, depth: number, key: string): void {
    let state = from;
    this.#children.length = 0;
    for (let at = depth; at < key.length; at++) {
      const code = this.#codes[key.charCodeAt(at)] as number;
      const base = this.#place(code);
      this.#setBase(state, base);
      this.#take(base + code, state);
      state = base + code;
    }
    this.#accept[state] = this.#numbers.get(key) as number;
  }

  #enterRange(state: number, depth: number, first: number, to: number): void {
    let from = first;
    const key = this.#sorted[from] as string;
    if (key.length === depth) {
      this.#accept[state] = this.#numbers.get(key) as number;
      from++;
    }
    if (from >= to) return;
    const [children, starts] = [this.#children, this.#starts];
    children.length = 0;
    starts.length = 0;
    let unit = -1;
    let least = 65536;
    for (let i = from; i < to; i++) {
      const here = (this.#sorted[i] as string).charCodeAt(depth);
      if (here === unit) continue;
      unit = here;
      const code = this.#codes[here] as number;
      if (code < least) least = code;
      children.push(code);
      starts.push(i);
    }
    const base = this.#place(least);
    this.#setBase(state, base);
    for (let i = 0; i < children.length; i++) {
      const child = base + (children[i] as number);
      this.#take(child, state);
      this.#work.push(child, depth + 1, starts[i] as number, i + 1 < starts.length ? (starts[i + 1] as number) : to);
    }
  }

  #setBase(state: number, base: number): void {
    this.#base[state] = base;
    if (base > this.#highest) this.#highest = base;
  }

  #take(at: number, state: number): void {
    this.#check[at] = state;
    this.#next[at] = at + 1;
    if (at > this.#highest) this.#highest = at;
  }

  /** The base at which all children fit; `least` is their smallest code. */
  #place(least: number): number {
    let at = Math.max(this.#low, least + 1);
    for (let tries = 0; ; tries++) {
      at = this.#free(at);
      if (at + this.#alphabet + 1 >= this.#size) this.#grow(at + this.#alphabet + 1);
      if (this.#next[at] === at && this.#fits(at - least)) {
        if (tries > TRIES) this.#low = at;
        return at - least;
      }
      at++;
    }
  }

  #fits(base: number): boolean {
    for (const code of this.#children) if (this.#check[base + code] !== -1) return false;
    return true;
  }

  #free(at: number): number {
    const next = this.#next;
    let found = at;
    while (found < this.#size && next[found] !== found) found = next[found] as number;
    for (let i = at; i < found && i < this.#size;) {
      const after = next[i] as number;
      next[i] = found;
      i = after;
    }
    return found;
  }

  #grow(needed: number): void {
    const larger = Math.max(this.#size * 2, needed + 1);
    this.#base = widened(this.#base, larger + 1, 0);
    this.#check = widened(this.#check, larger + 1, -1);
    this.#accept = widened(this.#accept, larger + 1, 0);
    const longer = numbered(larger + 1);
    longer.set(this.#next.subarray(0, this.#size + 1));
    this.#next = longer;
    this.#size = larger;
  }
}

function numbered(length: number): Int32Array<ArrayBuffer> {
  const numbers = new Int32Array(length);
  for (let i = 0; i < length; i++) numbers[i] = i;
  return numbers;
}

function widened(from: Int32Array, length: number, fill: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(length).fill(fill);
  to.set(from);
  return to;
}

function codesByFrequency(keys: readonly string[]): Uint16Array {
  const counts = new Uint32Array(65536);
  for (const key of keys)
    for (let at = 0; at < key.length; at++) counts[key.charCodeAt(at)] = (counts[key.charCodeAt(at)] as number) + 1;
  const units: number[] = [];
  for (let unit = 0; unit < 65536; unit++) if (counts[unit]) units.push(unit);
  units.sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
  const codes = new Uint16Array(65536);
  units.forEach((unit, rank) => (codes[unit] = rank + 1));
  return codes;
}
