// Writes the sections of a segment one behind the other, in parts of some hundred kilobytes.
import { COUNTS, FORMAT, MAGIC, SECTIONS, TRAILER, type Section, type SegmentCounts } from "./format.ts";

/** Bytes of a part; what is larger when it comes is a part of its own. */
const PART = 1 << 18;

export class SegmentOutput {
  #part = new Uint8Array(PART);
  #filled = 0;
  #offset = 0;
  readonly #places = new Map<Section, readonly [number, number]>();

  /** The parts are the receiver's to keep. */
  constructor(private readonly writePart: (bytes: Uint8Array) => void) {}

  /** Writes a section; `write` gets what its bytes go to. */
  section(name: Section, write: (put: (bytes: Uint8Array) => void) => void): void {
    this.#put(new Uint8Array((8 - (this.#offset % 8)) % 8));
    const start = this.#offset;
    write((bytes) => this.#put(bytes));
    this.#places.set(name, [start, this.#offset - start]);
  }

  array(name: Section, values: Uint32Array | Int32Array | Float64Array): void {
    this.section(name, (put) => put(new Uint8Array(values.buffer, values.byteOffset, values.byteLength)));
  }

  /** Ends the segment. */
  finish(counts: SegmentCounts): void {
    this.#put(new Uint8Array((8 - (this.#offset % 8)) % 8));
    const places = SECTIONS.flatMap((name) => this.#places.get(name) ?? [0, 0]);
    const trailer = Float64Array.of(MAGIC, FORMAT, ...COUNTS.map((name) => counts[name]), ...places, this.#offset + TRAILER * 8, MAGIC);
    this.#put(new Uint8Array(trailer.buffer));
    this.#flush();
  }

  #put(bytes: Uint8Array): void {
    this.#offset += bytes.length;
    if (this.#filled + bytes.length > PART) this.#flush();
    if (bytes.length >= PART) {
      this.writePart(bytes.slice());
      return;
    }
    this.#part.set(bytes, this.#filled);
    this.#filled += bytes.length;
  }

  #flush(): void {
    if (!this.#filled) return;
    this.writePart(this.#part.slice(0, this.#filled));
    this.#filled = 0;
  }
}
