// The quote key by which quotes are compared: folded (width, case, script, dashes, quotes) with white space removed, and the
// way back to the offsets of the text. The way back is kept as the gaps alone, so that a file of 20 MB costs little.
import { foldTable } from "../text/fold.ts";

export interface QuoteKey {
  readonly key: string;
  /** Key index in front of which white space was removed, ascending. */
  readonly gapAt: Uint32Array;
  /** UTF-16 units removed up to and including that gap. */
  readonly removed: Uint32Array;
}

const blank = new Uint8Array(65536);
for (const unit of " \t\n\v\f\r\u00a0\u00ad\u1680\u180e\u2028\u2029\u202f\u205f\u2060\u3000\ufeff")
  blank[unit.charCodeAt(0)] = 1;
for (let unit = 0x2000; unit <= 0x200d; unit++) blank[unit] = 1;

/** White space of any width, zero-width characters and soft hyphens: what a page scraped again has elsewhere. */
export const isBlank = (unit: number): boolean => blank[unit] === 1;

const CHUNK = 8192;

function textOf(units: Uint16Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < units.length; at += CHUNK)
    pieces.push(String.fromCharCode.apply(null, units.subarray(at, at + CHUNK) as unknown as number[]));
  return pieces.join("");
}

/** The key of a text with its gaps; linear, in one pass. */
export function quoteKey(text: string): QuoteKey {
  const units = new Uint16Array(text.length);
  let length = 0;
  let gaps = 0;
  for (let at = 0, open = false; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (blank[unit]) {
      if (!open) gaps++;
      open = true;
    } else {
      units[length++] = foldTable[unit] as number;
      open = false;
    }
  }
  const gapAt = new Uint32Array(gaps);
  const removed = new Uint32Array(gaps);
  for (let at = 0, kept = 0, gap = -1, open = false; at < text.length && gaps > 0; at++) {
    if (!blank[text.charCodeAt(at)]) {
      kept++;
      open = false;
      continue;
    }
    if (!open) gapAt[++gap] = kept;
    removed[gap] = at + 1 - kept;
    open = true;
  }
  return { key: textOf(units.subarray(0, length)), gapAt, removed };
}

/** The last gap for which `fits` holds; it holds for a first part of the gaps. */
function lastGap(count: number, fits: (gap: number) => boolean): number {
  let low = -1;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The offset in the text of the unit at a key index; the text's end for the key's length. */
export function offsetOfKey({ gapAt, removed }: QuoteKey, index: number): number {
  const gap = lastGap(gapAt.length, (i) => (gapAt[i] ?? 0) <= index);
  return index + (removed[gap] ?? 0);
}

/** The offset just behind a run of the key that ends at `end` (exclusive): white space behind it stays outside. */
export const endOffsetOfKey = (key: QuoteKey, end: number): number =>
  end > 0 ? offsetOfKey(key, end - 1) + 1 : offsetOfKey(key, 0);

/** The key index of the first unit at or behind an offset of the text. */
export function keyIndexOf({ key, gapAt, removed }: QuoteKey, offset: number): number {
  const gap = lastGap(gapAt.length, (i) => (gapAt[i] ?? 0) + (removed[i - 1] ?? 0) <= offset);
  const index = gap < 0 ? offset : Math.max(gapAt[gap] ?? 0, offset - (removed[gap] ?? 0));
  return Math.max(0, Math.min(key.length, index));
}
