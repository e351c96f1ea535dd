// What each code unit of a folded text can be in a number: one byte per unit, so that the scanner skips prose quickly.
import { fold } from "../text/fold.ts";

export const DIGIT = 1;
/** 一 … 九, 兩, 零, and the formal 壹 … 玖. */
export const NATIVE_DIGIT = 2;
/** 十 百 千 and their formal and joined forms (拾, 廿). */
export const NATIVE_POWER = 3;
/** 萬 億 兆. */
export const MAGNITUDE = 4;
/** 數 幾 before a power: 數十, 幾百. */
export const VAGUE = 5;
export const HALF = 6;
/** 對, of 對折. */
export const PAIR = 7;
export const LETTER = 8;

/** The class of each folded code unit; 0 is anything else. */
export const unitClass = new Uint8Array(65536);
/** 0 to 9 for an Arabic or native digit, 255 for anything else. */
export const digitValue = new Uint8Array(65536).fill(255);
/** 1 for the formal digits, which are common characters of other words (大陸, 隊伍). */
export const formalDigit = new Uint8Array(65536);
/** The exponent of ten of a power or magnitude; 0 for anything else. 廿 and 卅 are 1, with a digit in `joinedTens`. */
export const powerOf = new Uint8Array(65536);
/** 2, 3, 4 for 廿, 卅, 卌. */
export const joinedTens = new Uint8Array(65536);

const mark = (words: string, each: (unit: number, index: number) => void): void =>
  [...fold(words)].forEach((character, index) => each(character.charCodeAt(0), index));

mark("0123456789", (unit, index) => ((unitClass[unit] = DIGIT), (digitValue[unit] = index)));
mark("零一二三四五六七八九", (unit, index) => ((unitClass[unit] = NATIVE_DIGIT), (digitValue[unit] = index)));
mark("〇○兩", (unit, index) => ((unitClass[unit] = NATIVE_DIGIT), (digitValue[unit] = index === 2 ? 2 : 0)));
const formal = (words: string): void =>
  mark(words, (unit, index) => {
    if (unitClass[unit]) return;
    unitClass[unit] = NATIVE_DIGIT;
    digitValue[unit] = index + 1;
    formalDigit[unit] = 1;
  });
formal("壹贰叁肆伍陆柒捌玖");
formal("壹貳參肆伍陸柒捌玖");
mark("十百千", (unit, index) => ((unitClass[unit] = NATIVE_POWER), (powerOf[unit] = index + 1)));
mark("拾佰仟", (unit, index) => ((unitClass[unit] = NATIVE_POWER), (powerOf[unit] = index + 1)));
mark(
  "廿卅卌",
  (unit, index) => ((unitClass[unit] = NATIVE_POWER), (powerOf[unit] = 1), (joinedTens[unit] = index + 2)),
);
mark("萬億兆", (unit, index) => ((unitClass[unit] = MAGNITUDE), (powerOf[unit] = (index + 1) * 4)));
mark("數幾", (unit) => (unitClass[unit] = VAGUE));
mark("半", (unit) => (unitClass[unit] = HALF));
mark("對", (unit) => (unitClass[unit] = PAIR));
mark("abcdefghijklmnopqrstuvwxyz", (unit) => (unitClass[unit] = LETTER));

export const classAt = (folded: string, at: number): number => unitClass[folded.charCodeAt(at)] ?? 0;
export const isDigitAt = (folded: string, at: number): boolean => unitClass[folded.charCodeAt(at)] === DIGIT;
export const isLetterAt = (folded: string, at: number): boolean => unitClass[folded.charCodeAt(at)] === LETTER;
/** A Han character, numeral or not. */
export const isHanAt = (folded: string, at: number): boolean => {
  const unit = folded.charCodeAt(at);
  return unit >= 0x3400 && unit <= 0x9fff;
};
/** Anything that a native or Arabic numeral is made of, 數 and 半 aside. */
export const isNumeralAt = (folded: string, at: number): boolean => {
  const found = unitClass[folded.charCodeAt(at)] ?? 0;
  return found >= DIGIT && found <= MAGNITUDE;
};
