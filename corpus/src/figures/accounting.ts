// Negative amounts in brackets, as accounts write them: US$(12.3)m, a margin of (4.3%). A bracket behind a noun or a name
// (45.7 (59.5%)) is an aside and no sign.
import { isLetterAt } from "./characterClasses.ts";
import { cueBefore, cuesOf, oneOf } from "./cues.ts";
import { currencyPrefixBefore, type CurrencyPrefix } from "./currencyPrefix.ts";
import { englishMagnitude, type EnglishMagnitude } from "./englishMagnitude.ts";
import type { Line } from "./line.ts";

const VERBS = cuesOf("of was at to by is were reached be");
const OPEN = 0x28;
const CLOSE = 0x29;

/** Whether the brackets around [start, end) mean minus. */
export function bracketsNegate(folded: string, start: number, end: number): boolean {
  if (folded.charCodeAt(start - 1) !== OPEN || folded.charCodeAt(end) !== CLOSE) return false;
  if (folded.charCodeAt(start - 2) !== 0x20 || !isLetterAt(folded, start - 3)) return false;
  const word = cueBefore(folded, start - 2, VERBS, 7);
  return word !== undefined && !isLetterAt(folded, start - 3 - word.length);
}

export interface Bracketed {
  readonly prefix: CurrencyPrefix;
  readonly magnitude: EnglishMagnitude | undefined;
  /** Just behind the closing bracket or the magnitude. */
  readonly end: number;
}

/** US$(12.3)m: the currency before the bracket and the magnitude behind it, for digits at [start, end). */
export function bracketedMoney(line: Line, start: number, end: number): Bracketed | undefined {
  const { folded } = line;
  if (folded.charCodeAt(start - 1) !== OPEN || folded.charCodeAt(end) !== CLOSE || oneOf(folded, start - 2, " "))
    return undefined;
  const prefix = currencyPrefixBefore(line, start - 1);
  if (!prefix || prefix.han) return undefined;
  const magnitude = englishMagnitude(line, end + 1, true);
  return { prefix, magnitude, end: magnitude?.end ?? end + 1 };
}
