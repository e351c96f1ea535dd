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

/** Builds the trie of `keys` (non-empty, unique); `classes` maps raw units to those that keys are made of. */
export function buildTrie(keys: readonly string[], classes: Uint16Array): DoubleArrayTrie {
  const codeOf = codesByFrequency(keys);
  const numbers = new Map(keys.map((key, index) => [key, index + 1]));
  const sorted = keys.slice().sort();
  let alphabet = 0;
  for (const code of codeOf) if (code > alphabet) alphabet = code;

  let size = 1 << 12;
  for (let units = keys.length * 5; size < units;) size *= 2;
  let base = new Int32Array(size);
  let check = new Int32Array(size).fill(-1);
  let accept = new Int32Array(size);
  // next[i] is a free cell at or after i (path-compressed), so full stretches are jumped over.
  let next = Int32Array.from({ length: size + 1 }, (_, i) => i);
  const grow = (needed: number): void => {
    if (needed < size) return;
    const larger = Math.max(size * 2, needed + 1);
    const wide = (from: Int32Array, fill: number): Int32Array<ArrayBuffer> => {
      const to = new Int32Array(larger + 1).fill(fill);
      to.set(from.subarray(0, size));
      return to;
    };
    base = wide(base, 0);
    check = wide(check, -1);
    accept = wide(accept, 0);
    const longer = Int32Array.from({ length: larger + 1 }, (_, i) => i);
    longer.set(next.subarray(0, size + 1));
    next = longer;
    size = larger;
  };
  const free = (at: number): number => {
    let found = at;
    while (found < size && next[found] !== found) found = next[found] as number;
    for (let i = at; i < found && i < size;) {
      const after = next[i] as number;
      next[i] = found;
      i = after;
    }
    return found;
  };
  const take = (at: number, state: number): void => {
    check[at] = state;
    next[at] = at + 1;
  };

  take(0, 0);
  let low = 1;
  const children: number[] = [];
  const starts: number[] = [];
  /** The base at which all children fit; `least` is their smallest code. */
  const place = (least: number): number => {
    let at = Math.max(low, least + 1);
    for (let tries = 0; ; tries++) {
      at = free(at);
      if (at + alphabet + 1 >= size) grow(at + alphabet + 1);
      const candidate = at - least;
      let fits = next[at] === at;
      for (let i = 0; fits && i < children.length; i++) fits = check[candidate + (children[i] as number)] === -1;
      if (fits) {
        if (tries > TRIES) low = at;
        return candidate;
      }
      at++;
    }
  };

  // Depth first over ranges of the sorted keys: [state, depth, from, to).
  const work: number[] = [0, 0, 0, sorted.length];
  while (work.length) {
    const to = work.pop() as number;
    let from = work.pop() as number;
    let depth = work.pop() as number;
    let state = work.pop() as number;
    // The tail of a single key is a chain: no need to look for siblings.
    while (to - from === 1) {
      const key = sorted[from] as string;
      if (depth === key.length) {
        accept[state] = numbers.get(key) as number;
        from++;
        break;
      }
      const code = codeOf[key.charCodeAt(depth++)] as number;
      children.length = 0;
      const at = place(code);
      base[state] = at;
      take(at + code, state);
      state = at + code;
    }
    if (from < to && (sorted[from] as string).length === depth) {
      accept[state] = numbers.get(sorted[from] as string) as number;
      from++;
    }
    if (from >= to) continue;
    children.length = 0;
    starts.length = 0;
    let unit = -1;
    let least = 65536;
    for (let i = from; i < to; i++) {
      const here = (sorted[i] as string).charCodeAt(depth);
      if (here === unit) continue;
      unit = here;
      const code = codeOf[here] as number;
      if (code < least) least = code;
      children.push(code);
      starts.push(i);
    }
    const at = place(least);
    base[state] = at;
    for (let i = 0; i < children.length; i++) {
      const child = at + (children[i] as number);
      take(child, state);
      work.push(child, depth + 1, starts[i] as number, i + 1 < starts.length ? (starts[i + 1] as number) : to);
    }
  }
  let highest = 0;
  for (let state = 0; state < size; state++)
    if (check[state] !== -1) highest = Math.max(highest, state, base[state] as number);
  const length = Math.min(size, highest + alphabet + 2);
  const codes = new Uint16Array(65536);
  for (let raw = 0; raw < 65536; raw++) codes[raw] = codeOf[classes[raw] as number] as number;
  return { codes, base: base.slice(0, length), check: check.slice(0, length), accept: accept.slice(0, length) };
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
