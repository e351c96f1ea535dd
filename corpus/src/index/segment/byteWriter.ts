// Bytes that grow while a part of a segment is written. Read back by ByteReader.

export class ByteWriter {
  #bytes: Uint8Array;
  #length = 0;

  constructor(size = 1024) {
    this.#bytes = new Uint8Array(size);
  }

  get length(): number {
    return this.#length;
  }

  /** Room for `more` bytes; gives the array to write into from `length` on. */
  #room(more: number): Uint8Array {
    const needed = this.#length + more;
    if (needed > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    return this.#bytes;
  }

  byte(value: number): void {
    this.#room(1)[this.#length++] = value;
  }

  /** A whole number from 0 to 2^53 − 1, seven bits a byte, the low ones first. */
  varint(value: number): void {
    const bytes = this.#room(8);
    let rest = value;
    while (rest >= 128) {
      bytes[this.#length++] = (rest % 128) | 128;
      rest = rest > 0x7fffffff ? Math.floor(rest / 128) : rest >>> 7;
    }
    bytes[this.#length++] = rest;
  }

  /** A whole number of either sign, below 2^52. */
  signed(value: number): void {
    this.varint(zigzag(value));
  }

  /** Eight bytes, as they lie in memory. */
  double(value: number): void {
    const bytes = this.#room(8);
    scratch[0] = value;
    bytes.set(scratchBytes, this.#length);
    this.#length += 8;
  }

  bytes(more: Uint8Array): void {
    this.#room(more.length).set(more, this.#length);
    this.#length += more.length;
  }

  /** What was written; good until the next write. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** A copy of what was written. */
  copy(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  clear(): void {
    this.#length = 0;
  }
}

const scratch = new Float64Array(1);
const scratchBytes = new Uint8Array(scratch.buffer);

/** Small numbers of either sign as small numbers from 0: 0, −1, 1, −2, 2 … */
export const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);

/** The inverse of `zigzag`. */
export const unzigzag = (value: number): number => (value % 2 ? -(value + 1) / 2 : value / 2);
