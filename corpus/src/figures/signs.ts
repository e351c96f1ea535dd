// Signs before a number: -0.3%, +62%, ±2%, 負3.2%, 零下5度, ▼1.2%. They are part of the figure; dashes, bullets and hyphens are not.
import { fold } from "../text/fold.ts";
import { isDigitAt, isLetterAt } from "./characterClasses.ts";
import { endsWith, oneOf } from "./cues.ts";
import type { Line } from "./line.ts";

export interface Sign {
  readonly start: number;
  readonly negative: boolean;
  /** ±: the value lies between minus and plus. */
  readonly both: boolean;
}

const ENDS = new Set([...fold("-+負±▼▽▲△下")].map((sign) => sign.charCodeAt(0)));
/** Hyphen, minus, full-width minus, en dash; an em dash is punctuation. */
const MINUS = new Set([0x2d, 0x2212, 0xff0d, 0x2013, 0x2010, 0x2011, 0xfe63]);
const HYPHEN = 0x2d;
const PLUS = 0x2b;

const sign = (start: number, negative: boolean, both = false): Sign => ({ start, negative, both });

/** The sign directly before `at`. One at `from`, just behind the last figure, joins the two and is none. */
export function signBefore({ text, folded }: Line, at: number, from: number): Sign | undefined {
  const unit = folded.charCodeAt(at - 1);
  if (!ENDS.has(unit) || (from > 0 && from === at - 1)) return undefined;
  if (folded.startsWith("+/-", at - 3)) return sign(at - 3, false, true);
  if (unit === HYPHEN || unit === PLUS) {
    const before = at - 2;
    if (isDigitAt(folded, before) || isLetterAt(folded, before) || oneOf(folded, before, "-%+)")) return undefined;
    if (unit === PLUS) return sign(at - 1, false);
    return MINUS.has(text.charCodeAt(at - 1)) ? sign(at - 1, true) : undefined;
  }
  if (oneOf(folded, at - 1, "負")) {
    if (oneOf(folded, at - 2, "正")) return sign(at - 2, false, true);
    return oneOf(folded, at - 2, "抱擔欠勝自肩背辜孤") ? undefined : sign(at - 1, true);
  }
  if (oneOf(folded, at - 1, "±")) return sign(at - 1, false, true);
  if (oneOf(folded, at - 1, "▼▽")) return sign(at - 1, true);
  if (oneOf(folded, at - 1, "▲△")) return sign(at - 1, false);
  return endsWith(folded, at, "零下") ? sign(at - 2, true) : undefined;
}
