// Reads what ByteWriter wrote. Never reads past its end: bytes that make no sense throw SegmentDamaged.
import { unzigzag } from "./byteWriter.ts";
import { must, SegmentDamaged } from "./segmentDamaged.ts";

export class ByteReader {
  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
    readonly end = bytes.length,
  ) {}

  get left(): number {
    return this.end - this.at;
  }

  byte(): number {
    must(this.at < this.end, "a segment's data ends too early");
    return this.bytes[this.at++] as number;
  }

  varint(): number {
    const { bytes, end } = this;
    let at = this.at;
    if (at >= end) throw new SegmentDamaged("a segment's data ends too early");
    const first = bytes[at++] as number;
    if (first < 128) {
      this.at = at;
      return first;
    }
    let value = first & 127;
    let scale = 128;
    for (;;) {
      if (at >= end || scale > 2 ** 49) throw new SegmentDamaged("a number in a segment has no end");
      const byte = bytes[at++] as number;
      value += (byte & 127) * scale;
      if (byte < 128) break;
      scale *= 128;
    }
    if (value > Number.MAX_SAFE_INTEGER) throw new SegmentDamaged("a number in a segment is too large");
    this.at = at;
    return value;
  }

  signed(): number {
    return unzigzag(this.varint());
  }

  double(): number {
    scratchBytes.set(this.take(8));
    return scratch[0] as number;
  }

  /** The next bytes, not copied. */
  take(length: number): Uint8Array {
    must(length <= this.end - this.at, "a segment's data ends too early");
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  /** A reader of the next bytes. */
  part(length: number): ByteReader {
    must(length <= this.end - this.at, "a segment's data ends too early");
    this.at += length;
    return new ByteReader(this.bytes, this.at - length, this.at);
  }
}

const scratch = new Float64Array(1);
const scratchBytes = new Uint8Array(scratch.buffer);
