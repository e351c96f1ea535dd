// Bytes to text: byte order mark, strict UTF-8, UTF-16 without mark, then Big5 against GB18030 by how common the resulting
// characters are, windows-1252 last. A mark is not part of the text, as in VS Code, so that positions agree.
import { commonCharacters } from "./commonCharacters.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "big5" | "gb18030" | "windows-1252";

export interface DecodedText {
  /** Without the byte order mark. Empty for binary data. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Neither a mark nor strict UTF-8 said so. */
  readonly guessed: boolean;
  /** Not text at all. */
  readonly binary?: true;
}

/** Bytes looked at to tell encodings apart. */
const SAMPLE = 65_536;
/** Share of common characters below which Han text is not believed. */
const BELIEVABLE = 0.3;

const MAGIC: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // %PDF-
  [0x50, 0x4b, 3, 4], // zip, docx
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
  [0x7f, 0x45, 0x4c, 0x46],
  [0xd0, 0xcf, 0x11, 0xe0], // old Office
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
];

const beginsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, i) => bytes[i] === byte);

const decode = (bytes: Uint8Array, encoding: Encoding): string => new TextDecoder(encoding).decode(bytes);

const text = (bytes: Uint8Array, encoding: Encoding, guessed: boolean): DecodedText => ({
  text: decode(bytes, encoding),
  encoding,
  guessed,
});

const binary: DecodedText = { text: "", encoding: "utf-8", guessed: false, binary: true };

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Length without the character that the end cuts in two; the whole length if none is. */
function wholeUtf8(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

interface Counts {
  readonly zeros: number;
  readonly zerosEven: number;
  readonly zerosOdd: number;
  readonly controls: number;
  readonly high: number;
  /** High bytes between two ASCII bytes: letters with accents. */
  readonly lone: number;
}

function countBytes(bytes: Uint8Array): Counts {
  let zerosEven = 0;
  let zerosOdd = 0;
  let controls = 0;
  let high = 0;
  let lone = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === 0) {
      if (i & 1) zerosOdd++;
      else zerosEven++;
    } else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls++;
    else if (byte >= 128) {
      high++;
      if ((bytes[i - 1] ?? 0) < 128 && (bytes[i + 1] ?? 0) < 128) lone++;
    }
  }
  return { zeros: zerosEven + zerosOdd, zerosEven, zerosOdd, controls, high, lone };
}

/** How well a text reads: the share of common Han characters and CJK marks among what is not ASCII, less what no text holds. */
function readability(sample: string): number {
  let good = 0;
  let bad = 0;
  let other = 0;
  for (let i = 0; i < sample.length; i++) {
    const unit = sample.charCodeAt(i);
    if (unit < 128) {
      if (unit < 32 && unit !== 9 && unit !== 10 && unit !== 13) bad++;
    } else if (commonCharacters[unit] || (unit >= 0x3000 && unit <= 0x3011) || (unit >= 0xff01 && unit <= 0xff1f))
      good++;
    else if (unit === 0xfffd || (unit >= 0xe000 && unit <= 0xf8ff)) bad++;
    else other++;
  }
  const all = good + bad + other;
  return all === 0 ? 0 : (good - 3 * bad) / all;
}

/** UTF-16 of mostly Latin text: zeros in every other byte, and what comes out holds no control characters. */
function latinUtf16(counts: Counts, sample: Uint8Array): Encoding | undefined {
  const { zerosEven, zerosOdd } = counts;
  const encoding = zerosOdd > zerosEven ? "utf-16le" : "utf-16be";
  const [more, fewer] = zerosOdd > zerosEven ? [zerosOdd, zerosEven] : [zerosEven, zerosOdd];
  if (more < sample.length * 0.05 || fewer > more * 0.05) return undefined;
  const read = decode(sample, encoding);
  let controls = 0;
  for (let i = 0; i < read.length; i++) {
    const unit = read.charCodeAt(i);
    if ((unit < 32 && unit !== 9 && unit !== 10 && unit !== 13) || unit === 0xfffd) controls++;
  }
  return controls <= read.length / 50 ? encoding : undefined;
}

/** The encoding whose reading of the sample has the largest share of common characters. */
function mostReadable(
  sample: Uint8Array,
  encodings: readonly Encoding[],
): { readonly encoding: Encoding; readonly score: number } {
  let best: { encoding: Encoding; score: number } = { encoding: "windows-1252", score: -Infinity };
  for (const encoding of encodings) {
    const score = readability(decode(sample, encoding));
    if (score > best.score) best = { encoding, score };
  }
  return best;
}

/** The text of a file's bytes. Never throws. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return text(bytes, "utf-8", false);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return text(bytes, "utf-16le", false);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return text(bytes, "utf-16be", false);
  if (MAGIC.some((magic) => beginsWith(bytes, magic))) return binary;

  const sample = bytes.subarray(0, SAMPLE);
  const counts = countBytes(sample);
  if (counts.zeros) {
    const encoding = latinUtf16(counts, sample) ?? mostReadableUtf16(sample);
    if (encoding) return text(bytes, encoding, true);
    if (counts.zeros > sample.length / 1000) return binary;
  }
  if (counts.controls > sample.length / 50) {
    const encoding = mostReadableUtf16(sample);
    return encoding ? text(bytes, encoding, true) : binary;
  }

  const strict = strictUtf8(bytes);
  if (strict !== undefined) return { text: strict, encoding: "utf-8", guessed: false };
  const whole = wholeUtf8(bytes);
  if (whole < bytes.length && strictUtf8(bytes.subarray(0, whole)) !== undefined) return text(bytes, "utf-8", false);
  if (damagedUtf8(sample)) return text(bytes, "utf-8", true);

  const best = mostReadable(sample, ["big5", "gb18030"]);
  if (counts.lone > counts.high * 0.5 && counts.high < sample.length * 0.3 && best.score < 0.7)
    return text(bytes, "windows-1252", true);
  const wide = mostReadableUtf16(sample);
  if (wide && readability(decode(sample, wide)) > best.score) return text(bytes, wide, true);
  return text(
    bytes,
    best.score >= BELIEVABLE || counts.lone < counts.high * 0.5 ? best.encoding : "windows-1252",
    true,
  );
}

function mostReadableUtf16(sample: Uint8Array): Encoding | undefined {
  const { encoding, score } = mostReadable(sample.subarray(0, sample.length & ~1), ["utf-16le", "utf-16be"]);
  return score >= BELIEVABLE ? encoding : undefined;
}

/** UTF-8 with a few broken bytes, as scrapers leave behind. */
function damagedUtf8(sample: Uint8Array): boolean {
  const read = decode(sample.subarray(0, wholeUtf8(sample)), "utf-8");
  let broken = 0;
  let wide = 0;
  for (let i = 0; i < read.length; i++) {
    const unit = read.charCodeAt(i);
    if (unit === 0xfffd) broken++;
    else if (unit >= 128) wide++;
  }
  return broken * 20 <= wide;
}
