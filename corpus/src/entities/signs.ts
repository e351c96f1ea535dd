// Which telling signs stand in a text, as bits of one number: brackets, quotation marks, middle dots, capitals, digits. Most
// lines hold few of them, and whoever looks for `《…》報導` or `NVDA-US` need not look there.

export const BRACKET = 1;
/** 《. */
export const TITLE_MARK = 2;
/** 《, 「 and “. */
export const QUOTE = 4;
export const MIDDLE_DOT = 8;
/** A to Z, half and full width, and the accented ones up to Þ. */
export const CAPITAL = 16;
/** 0 to 9, half width. */
export const DIGIT_SIGN = 32;
/** 報 and 报, of 報導. */
export const REPORT = 64;
/** 法, 例, 約, 定, 令, 則 and their simplified forms: the last units of laws. */
export const LAW_END = 128;

const signOf = new Uint8Array(65536);
const mark = (units: string, sign: number): void => {
  for (const unit of units) signOf[unit.charCodeAt(0)] = (signOf[unit.charCodeAt(0)] as number) | sign;
};
mark("(（", BRACKET);
mark("《", TITLE_MARK | QUOTE);
mark("「“", QUOTE);
mark("·‧・•･∙⋅", MIDDLE_DOT);
mark("ABCDEFGHIJKLMNOPQRSTUVWXYZＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ", CAPITAL);
for (let unit = 0xc0; unit <= 0xde; unit++) signOf[unit] = CAPITAL;
mark("0123456789", DIGIT_SIGN);
mark("報报", REPORT);
mark("法例約约定令則则", LAW_END);

/** The signs that stand in a text. */
export function signsOf(text: string): number {
  let signs = 0;
  for (let at = 0; at < text.length; at++) signs |= signOf[text.charCodeAt(at)] as number;
  return signs;
}

/** Whether all of `wanted` are among `signs`. */
export const hasSigns = (signs: number, wanted: number): boolean => (signs & wanted) === wanted;
