// Strings in few bytes: ASCII as one byte, what articles in Chinese are written with as two, any other UTF-16 unit as three. Every
// string comes back as it was, halves of surrogate pairs included.
import type { ByteReader } from "./byteReader.ts";
import type { ByteWriter } from "./byteWriter.ts";
import { readInts, writeInts } from "./ints.ts";
import { must } from "./segmentDamaged.ts";

/** First unit and one past the last of what takes two bytes: Latin, Greek and Cyrillic; signs and kana; Han; full width. */
const RANGES: readonly (readonly [number, number])[] = [[0x80, 0x600], [0x2000, 0x3400], [0x4e00, 0xa000], [0xff00, 0x10000]];
/** Lead byte of a unit in three bytes; two-byte leads are from 0x80 to below it. */
const PLAIN = 0xff;

/** Number of a unit among those of two bytes, + 1; 0 for others. And the other way round. */
const [numbers, units] = ((): readonly [Uint16Array, Uint16Array] => {
  const numbers = new Uint16Array(65536);
  const units = new Uint16Array(0x7f00);
  let next = 0;
  for (const [from, to] of RANGES)
    for (let unit = from; unit < to; unit++) {
      units[next] = unit;
      numbers[unit] = ++next;
    }
  return [numbers, units];
})();

/** Writes strings; their number is the reader's to know. */
export function writeTexts(out: ByteWriter, texts: readonly string[]): void {
  writeInts(out, texts.map(({ length }) => length));
  for (const text of texts)
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const number = numbers[unit] as number;
      if (unit < 0x80) out.byte(unit);
      else if (number) {
        out.byte(0x80 | ((number - 1) >> 8));
        out.byte((number - 1) & 255);
      } else {
        out.byte(PLAIN);
        out.byte(unit >> 8);
        out.byte(unit & 255);
      }
    }
}

let room = new Uint16Array(4096);
/** Arguments that a call may have. */
const MOST = 8192;

function textOf(length: number): string {
  if (length <= MOST) return String.fromCharCode.apply(null, room.subarray(0, length) as unknown as number[]);
  let text = "";
  for (let at = 0; at < length; at += MOST) text += String.fromCharCode.apply(null, room.subarray(at, Math.min(length, at + MOST)) as unknown as number[]);
  return text;
}

/** Reads `count` strings. */
export function readTexts(from: ByteReader, count: number): string[] {
  must(count <= 8 * from.left + 8, "strings in a segment end too early");
  const lengths = new Float64Array(count);
  readInts(from, lengths, count);
  let total = 0;
  for (const length of lengths) total += length;
  must(total <= from.left, "strings in a segment end too early");
  if (room.length < total) room = new Uint16Array(total * 2);
  const { bytes, end } = from;
  let at = from.at;
  for (let i = 0; i < total; i++) {
    const byte = bytes[at++] as number;
    if (byte < 0x80) room[i] = byte;
    else if (byte < PLAIN) room[i] = units[((byte & 0x7f) << 8) | (bytes[at++] as number)] as number;
    else {
      room[i] = ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
      at += 2;
    }
    if (at > end) break;
  }
  must(at <= end, "strings in a segment end too early");
  from.at = at;
  const all = textOf(total);
  const texts = new Array<string>(count);
  for (let i = 0, start = 0; i < count; i++) {
    const next = start + (lengths[i] as number);
    texts[i] = all.slice(start, next);
    start = next;
  }
  return texts;
}
