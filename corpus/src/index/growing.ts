// Columns that grow while a segment is built, cut to size at the end.

type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** A typed array with a length of its own. */
export class Growing<T extends Column> {
  #items: T;
  #length = 0;

  constructor(private readonly make: (size: number) => T) {
    this.#items = make(64);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#items.length) {
      const grown = this.make(this.#length * 2);
      grown.set(this.#items);
      this.#items = grown;
    }
    this.#items[this.#length++] = value;
  }

  /** The number at a place; 0 behind the last. */
  at(place: number): number {
    return place < this.#length ? (this.#items[place] ?? 0) : 0;
  }

  /** A copy of exactly what was pushed. */
  done(): T {
    return this.#items.slice(0, this.#length) as T;
  }
}

export const growing8 = () => new Growing((size) => new Uint8Array(size));
export const growing32 = () => new Growing((size) => new Uint32Array(size));
export const growingDays = () => new Growing((size) => new Int32Array(size));
export const growingValues = () => new Growing((size) => new Float64Array(size));
