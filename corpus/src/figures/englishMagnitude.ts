// million, bn, k behind Arabic digits. Single letters are magnitudes behind a currency (US$5m), or before a counted noun.
import { isDigitAt, isLetterAt } from "./characterClasses.ts";
import { oneOf, starts } from "./cues.ts";
import { afterSpace, type Line } from "./line.ts";

const WORDS: ReadonlyMap<string, number> = new Map([
  ["trillion", 12],
  ["billion", 9],
  ["million", 6],
  ["thousand", 3],
  ["hundred", 2],
  ["trillions", 12],
  ["billions", 9],
  ["millions", 6],
  ["tn", 12],
  ["trn", 12],
  ["bn", 9],
  ["bln", 9],
  ["mn", 6],
  ["mln", 6],
  ["mio", 6],
  ["mm", 6],
  ["lakh", 5],
  ["crore", 7],
]);
const LETTERS: ReadonlyMap<string, number> = new Map([
  ["k", 3],
  ["m", 6],
  ["b", 9],
  ["t", 12],
]);
const LONGEST = 9;
const LENGTHS = "long wide high tall deep away from above below race sprint thick";

export interface EnglishMagnitude {
  readonly end: number;
  readonly exponent: number;
}

/** The magnitude word behind the digits that end at `at`; `money`: a currency stands before them. */
export function englishMagnitude(line: Line, at: number, money: boolean): EnglishMagnitude | undefined {
  const { folded } = line;
  let from = at;
  if (folded.charCodeAt(from) === 0x20 || (folded.charCodeAt(from) === 0x2d && isLetterAt(folded, from + 1))) from++;
  if (!isLetterAt(folded, from)) return undefined;
  let end = from;
  while (isLetterAt(folded, end) && end - from <= LONGEST) end++;
  if (end - from > LONGEST || isDigitAt(folded, end)) return undefined;
  const word = folded.slice(from, end);
  const exponent = WORDS.get(word);
  if (exponent !== undefined) return word === "mm" && !money ? undefined : { end, exponent };
  const letter = LETTERS.get(word);
  if (letter === undefined || from > at) return undefined;
  if (money) return { end, exponent: letter };
  const next = afterSpace(folded, end);
  if (word === "k") return line.text.charAt(from) === "k" ? { end, exponent: letter } : undefined;
  if (starts(folded, next, "parameters params 參數 param")) return { end, exponent: letter };
  if (word === "m" && next > end && isLetterAt(folded, next) && !starts(folded, next, LENGTHS))
    return { end, exponent: letter };
  return line.text.charAt(from) !== word &&
    next > end &&
    isLetterAt(folded, next) &&
    oneOf(folded, end, " ") &&
    starts(folded, next, "users units people customers tokens shares downloads barrels tonnes")
    ? { end, exponent: letter }
    : undefined;
}
