// A small trie for names that are added while running: edges (state, unit) → state in one open hash of typed arrays.
// Slower than the double array, but it takes names at any time.

export class AddedNames {
  /** Whether a name begins with a unit class: almost always no, and then the scan asks nothing more. */
  readonly begins = new Uint8Array(65536);
  #from = new Int32Array(1024).fill(-1);
  #unit = new Uint16Array(1024);
  #to = new Int32Array(1024);
  #edges = 0;
  #accept = new Int32Array(512);
  #states = 1;

  get empty(): boolean {
    return this.#states === 1;
  }

  /** Adds a key of folded units; `number` is what `accept` gives for it. */
  add(key: string, number: number): void {
    if (!key) return;
    this.begins[key.charCodeAt(0)] = 1;
    let state = 0;
    for (let at = 0; at < key.length; at++) {
      const unit = key.charCodeAt(at);
      let to = this.step(state, unit);
      if (to < 0) {
        to = this.#states++;
        if (to >= this.#accept.length) this.#accept = widen(this.#accept, 0);
        this.#connect(state, unit, to);
      }
      state = to;
    }
    this.#accept[state] = number + 1;
  }

  /** The state after `unit`, -1 if there is none. The root is 0. */
  step(state: number, unit: number): number {
    const mask = this.#from.length - 1;
    for (let slot = hash(state, unit) & mask; ; slot = (slot + 1) & mask) {
      const from = this.#from[slot] as number;
      if (from < 0) return -1;
      if (from === state && this.#unit[slot] === unit) return this.#to[slot] as number;
    }
  }

  /** The number of the key that ends in a state plus one, 0 if none does. */
  accept(state: number): number {
    return this.#accept[state] as number;
  }

  #connect(state: number, unit: number, to: number): void {
    if (++this.#edges * 2 > this.#from.length) this.#rehash();
    const mask = this.#from.length - 1;
    let slot = hash(state, unit) & mask;
    while ((this.#from[slot] as number) >= 0) slot = (slot + 1) & mask;
    this.#from[slot] = state;
    this.#unit[slot] = unit;
    this.#to[slot] = to;
  }

  #rehash(): void {
    const [from, unit, to] = [this.#from, this.#unit, this.#to];
    this.#from = new Int32Array(from.length * 2).fill(-1);
    this.#unit = new Uint16Array(from.length * 2);
    this.#to = new Int32Array(from.length * 2);
    const mask = this.#from.length - 1;
    for (let i = 0; i < from.length; i++) {
      if ((from[i] as number) < 0) continue;
      let slot = hash(from[i] as number, unit[i] as number) & mask;
      while ((this.#from[slot] as number) >= 0) slot = (slot + 1) & mask;
      this.#from[slot] = from[i] as number;
      this.#unit[slot] = unit[i] as number;
      this.#to[slot] = to[i] as number;
    }
  }
}

const hash = (state: number, unit: number): number => {
  const mixed = Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
};

function widen(array: Int32Array<ArrayBuffer>, fill: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(array.length * 2).fill(fill);
  wider.set(array);
  return wider;
}
