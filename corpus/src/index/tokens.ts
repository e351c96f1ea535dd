// Tokens: what a sentence is looked up by, each one 32-bit code. Pairs of Han characters and Latin words come from the
// folded text; entities, terms (metrics, regional wordings of one thing) and rounded values get ranges of their own.
//   0x00000000–0x3fffffff  Latin word (hash)      0x4e00…–0x9fff…  Han pair      0xc…  subject of a figure
//   0xd…  value      0xe…  entity      0xf…  term
import { foldUnit } from "../text/fold.ts";

/** A run of tokens in a text: code and the UTF-16 offset where it begins. */
export type TokenVisitor = (token: number, start: number) => void;

const isHan = (unit: number): boolean => (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf);
const isLetter = (unit: number): boolean => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xe0 && unit <= 0x24f);
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

export const entityToken = (entity: number): number => (0xe0000000 | entity) >>> 0;
/** Of the sentences with a figure that has a metric and this entity for its first subject. */
export const subjectToken = (entity: number): number => (0xc0000000 | entity) >>> 0;
/** Whether a token stands for an entity of the run, or for a subject; tokens of words, terms and values mean the same in every run. */
export const isEntityToken = (token: number): boolean => token >>> 28 === 0xe;
export const isSubjectToken = (token: number): boolean => token >>> 28 === 0xc;
/** The entity of either. */
export const entityOfToken = (token: number): number => token & 0x0fffffff;
export const termToken = (term: number): number => (0xf0000000 | term) >>> 0;

/** The class of a kind for looking up values: percentages with points, money, everything else. */
const VALUE_SALT = 0x9e3779b1;

/** The token of a value rounded to two significant digits; `family` is a small number for money, rates, the rest. */
export function valueToken(family: number, value: number): number {
  const magnitude = Math.abs(value);
  if (!(magnitude > 0) || !Number.isFinite(magnitude)) return (0xd0000000 | (family << 20)) >>> 0;
  let exponent = Math.floor(Math.log10(magnitude));
  let digits = Math.round(magnitude / 10 ** (exponent - 1));
  if (digits >= 100) {
    digits = 10;
    exponent++;
  } else if (digits < 10) {
    digits = Math.round(magnitude / 10 ** (exponent - 2));
    exponent--;
  }
  return valueTokenOf(family, digits, exponent);
}

/** The token of `digits` (10 to 99) × 10^(exponent − 1). */
export const valueTokenOf = (family: number, digits: number, exponent: number): number =>
  (0xd0000000 | ((Math.imul(family * 1000 + digits + (exponent + 40) * 100_000, VALUE_SALT) >>> 5) & 0x0fffffff)) >>> 0;

/** Visits the Han pairs and Latin words of `text` between two offsets, in order. */
export function visitTokens(text: string, start: number, end: number, visit: TokenVisitor): void {
  let before = 0;
  for (let i = start; i < end; i++) {
    const unit = foldUnit(text.charCodeAt(i));
    if (isHan(unit)) {
      if (before) visit(((before << 16) | unit) >>> 0, i - 1);
      before = unit;
      continue;
    }
    before = 0;
    if (!isLetter(unit)) continue;
    const from = i;
    let hash = 0x811c9dc5;
    for (let code = unit; i < end && (isLetter(code) || isDigit(code)); code = i + 1 < end ? foldUnit(text.charCodeAt(i + 1)) : 0, i++)
      hash = Math.imul(hash ^ code, 0x01000193);
    i--;
    if (i > from) visit((hash >>> 2) & 0x3fffffff, from);
  }
}
