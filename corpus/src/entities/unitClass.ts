// The class of each UTF-16 code unit as names see it: letters of Latin kind, digits, Han, signs that may stand inside a
// name without changing it. One table of 65,536 bytes, so that the scan asks nothing twice.

export const OTHER = 0;
export const LATIN = 1;
export const DIGIT = 2;
export const HAN = 3;
/** Spaces, middle dots, hyphens, apostrophes and full stops: `Open AI`, `SK 海力士`, `J.P. Morgan`, 瑞·達利歐. */
export const JOINER = 4;

const RANGES: readonly (readonly [number, number, number])[] = [
  [0x41, 0x5a, LATIN],
  [0x61, 0x7a, LATIN],
  [0xc0, 0xd6, LATIN],
  [0xd8, 0xf6, LATIN],
  [0xf8, 0x24f, LATIN],
  [0x370, 0x3ff, LATIN],
  [0x400, 0x52f, LATIN],
  [0x1e00, 0x1eff, LATIN],
  [0xff21, 0xff3a, LATIN],
  [0xff41, 0xff5a, LATIN],
  [0x30, 0x39, DIGIT],
  [0xff10, 0xff19, DIGIT],
  [0x3400, 0x4dbf, HAN],
  [0x4e00, 0x9fff, HAN],
  [0xf900, 0xfaff, HAN],
  [0xd840, 0xd888, HAN],
  [0xdc00, 0xdfff, HAN],
  [0x3005, 0x3007, HAN],
];
const JOINERS = " \u00a0\u2009\u202f\u3000·‧・•･-‐‑–—－'’‘＇.．";

function makeTable(): Uint8Array {
  const table = new Uint8Array(65536);
  for (const [from, to, kind] of RANGES) table.fill(kind, from, to + 1);
  for (const unit of JOINERS) table[unit.charCodeAt(0)] = JOINER;
  return table;
}

export const unitClasses: Uint8Array = makeTable();

/** The class of the unit at `at`; OTHER outside the text. */
export const classAt = (text: string, at: number): number =>
  at >= 0 && at < text.length ? (unitClasses[text.charCodeAt(at)] as number) : OTHER;

/** A letter or a digit of Latin kind: where such units touch there is no border between words. */
export const isLatinUnit = (kind: number): boolean => kind === LATIN || kind === DIGIT;

/** An upper-case Latin letter, full-width ones included. */
export function isUpper(unit: number): boolean {
  if ((unit >= 0x41 && unit <= 0x5a) || (unit >= 0xff21 && unit <= 0xff3a)) return true;
  if (unit < 0xc0 || unitClasses[unit] !== LATIN) return false;
  const letter = String.fromCharCode(unit);
  return letter !== letter.toLowerCase();
}

/** The share of Han among the letters of a text, 0 to 1; a text without letters has 0. Looks at the first 2,000 units. */
export function hanShare(text: string): number {
  let han = 0;
  let latinWords = 0;
  let before = OTHER;
  for (let at = 0; at < text.length && at < 2000; at++) {
    const kind = unitClasses[text.charCodeAt(at)] as number;
    if (kind === HAN) han++;
    else if (kind === LATIN && before !== LATIN) latinWords++;
    before = kind;
  }
  return han + latinWords === 0 ? 0 : han / (han + latinWords);
}
