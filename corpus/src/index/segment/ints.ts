// Rows of whole numbers in few bytes: bits of one width, chosen for the row, and what does not fit behind them; a row of one
// number over and over is that number. Used for the columns of chunks and the gaps of lists.
import type { ByteReader } from "./byteReader.ts";
import type { ByteWriter } from "./byteWriter.ts";
import { must } from "./segmentDamaged.ts";

/** The width that says that all numbers are the one that follows. */
const CONSTANT = 31;
/** So that a number and seven bits of the one before it stay below 32 bits. */
const WIDEST = 24;

/** How many of a row's numbers have how many bits. */
const lengths = new Uint32Array(34);

const bitLength = (value: number): number => (value > 0xffffffff ? 33 : 32 - Math.clz32(value));

/**
 * The width at which a row takes the fewest bytes, about: what is wider goes behind in varints. Widths where nothing fits but all
 * go behind are allowed (0).
 */
function bestWidth(count: number, least: number): number {
  let behind = 0;
  for (let bits = 33; bits > WIDEST; bits--) behind += (lengths[bits] as number) * Math.ceil(bits / 7);
  let best = WIDEST;
  let fewest = Infinity;
  for (let width = WIDEST; width >= least; width--) {
    if (!width) behind += lengths[0] as number;
    const size = Math.ceil((count * width) / 8) + behind;
    if (size <= fewest) {
      fewest = size;
      best = width;
    }
    behind += (lengths[width] as number) * Math.max(1, Math.ceil(width / 7));
  }
  return best;
}

/**
 * Writes `count` numbers from 0 to 2^53 − 1. With `bounded` a row takes at least a bit per number, so that its reader can tell
 * from its bytes how many there can be at most.
 */
export function writeInts(out: ByteWriter, values: ArrayLike<number>, count = values.length, bounded = false): void {
  if (!count) return;
  lengths.fill(0);
  const first = values[0] as number;
  let same = true;
  for (let i = 0; i < count; i++) {
    const value = values[i] as number;
    if (value !== first) same = false;
    const length = bitLength(value);
    lengths[length] = (lengths[length] as number) + 1;
  }
  if (same && !bounded) {
    out.byte(CONSTANT);
    out.varint(first);
    return;
  }
  const width = bestWidth(count, bounded ? 1 : 0);
  out.byte(width);
  const escape = 2 ** width - 1;
  let held = 0;
  let bits = 0;
  if (width)
    for (let i = 0; i < count; i++) {
      const value = values[i] as number;
      held |= (value < escape ? value : escape) << bits;
      for (bits += width; bits >= 8; bits -= 8) {
        out.byte(held & 255);
        held >>>= 8;
      }
    }
  if (bits) out.byte(held);
  for (let i = 0; i < count; i++) if ((values[i] as number) >= escape) out.varint((values[i] as number) - escape);
}

/** Reads the first `count` numbers of a row of `total` into `into`, from `offset` on. Moves behind the row if all are read. */
export function readInts(from: ByteReader, into: { [index: number]: number }, count: number, offset = 0, total = count): void {
  if (!count) return;
  const width = from.byte();
  if (width === CONSTANT) {
    const value = from.varint();
    for (let i = 0; i < count; i++) into[offset + i] = value;
    return;
  }
  must(width <= WIDEST, "a row of numbers in a segment has an unknown width");
  const packed = from.at;
  must(Math.ceil((total * width) / 8) <= from.left, "a row of numbers in a segment ends too early");
  from.at += Math.ceil((total * width) / 8);
  const { bytes } = from;
  const escape = 2 ** width - 1;
  let held = 0;
  let bits = 0;
  let at = packed;
  for (let i = 0; i < count; i++) {
    while (bits < width) {
      held |= (bytes[at++] as number) << bits;
      bits += 8;
    }
    const value = held & escape;
    held >>>= width;
    bits -= width;
    into[offset + i] = value === escape ? escape + from.varint() : value;
  }
}
