// Numbers spelled in English (two million, eight months, two-thirds); a word alone before a counted noun is no figure.
import { LETTER, unitClass } from "./characterClasses.ts";
import type { Numeral } from "./readNumeral.ts";

const WORDS: ReadonlyMap<string, number> = new Map([
  ["one", 1],
  ["two", 2],
  ["three", 3],
  ["four", 4],
  ["five", 5],
  ["six", 6],
  ["seven", 7],
  ["eight", 8],
  ["nine", 9],
  ["ten", 10],
  ["eleven", 11],
  ["twelve", 12],
  ["fifteen", 15],
  ["eighteen", 18],
  ["twenty", 20],
  ["thirty", 30],
  ["forty", 40],
  ["fifty", 50],
  ["sixty", 60],
  ["seventy", 70],
  ["eighty", 80],
  ["ninety", 90],
]);
const PARTS: ReadonlyMap<string, number> = new Map([
  ["half", 2],
  ["third", 3],
  ["thirds", 3],
  ["quarters", 4],
  ["fourth", 4],
  ["fourths", 4],
  ["fifth", 5],
  ["fifths", 5],
  ["sixth", 6],
  ["tenth", 10],
  ["tenths", 10],
  ["fifteenth", 15],
  ["twentieth", 20],
  ["quarter", 4],
]);
const LONGEST = 9;

const isLetter = (folded: string, at: number): boolean => unitClass[folded.charCodeAt(at)] === LETTER;

/** The folded word that begins at `at`, at most `LONGEST` letters; empty if it is longer. */
function wordAt(folded: string, at: number): string {
  let end = at;
  while (end - at <= LONGEST && isLetter(folded, end)) end++;
  return end - at > LONGEST ? "" : folded.slice(at, end);
}

/** The number spelled at `at`, which must be the start of a word. */
export function spelledNumeral(folded: string, at: number): Numeral | undefined {
  const word = wordAt(folded, at);
  const value = WORDS.get(word);
  if (value === undefined) return undefined;
  const end = at + word.length;
  return {
    start: at,
    end,
    parts: [{ low: value, high: value, exponent: 0, last: 0, from: at, to: end, long: false }],
    arabic: false,
    spelled: true,
    native: true,
    size: value,
    single: value < 10 ? value : -1,
    open: false,
    trailingMore: false,
    bare: false,
    row: false,
    comma: false,
    decimals: 0,
    integerDigits: 0,
    magnitude: 0,
    largest: 0,
    mantissa: value,
    broken: false,
    doubtful: false,
  };
}

export interface SpelledShare {
  readonly end: number;
  readonly numerator: number;
  readonly denominator: number;
  /** Parts of a percent or of a point; plain parts otherwise. */
  readonly kind?: "percent" | "percentage_point";
}

const SHARED = [" of ", " from ", " since ", " lower", " higher", " more ", " less ", " cheaper", " below", " above"];
const starts = (folded: string, at: number, words: readonly string[]): boolean =>
  words.some((word) => folded.startsWith(word, at));

/** half a percent, quarter-point: parts of what a rate is counted in. */
function partOfRate(folded: string, first: string, end: number): SpelledShare | undefined {
  const denominator = first === "half" ? 2 : first === "quarter" ? 4 : 0;
  if (!denominator) return undefined;
  for (const link of [" a ", " of a ", "-", " "]) {
    if (!folded.startsWith(link, end)) continue;
    const from = end + link.length;
    for (const [word, kind] of RATE_WORDS) {
      if (!folded.startsWith(word, from) || isLetter(folded, from + word.length)) continue;
      if (kind === "percent" && link === " ") continue;
      return { end: from + word.length, numerator: 1, denominator, kind };
    }
  }
  return undefined;
}
const RATE_WORDS: readonly (readonly [string, "percent" | "percentage_point"])[] = [
  ["percentage point", "percentage_point"],
  ["percentage-point", "percentage_point"],
  ["percent", "percent"],
  ["per cent", "percent"],
  ["point", "percentage_point"],
];

/** two-thirds, one-fifth, half of, a third of, half a percent. */
export function spelledShare(folded: string, at: number): SpelledShare | undefined {
  const first = wordAt(folded, at);
  const end = at + first.length;
  const rate = partOfRate(folded, first, end);
  if (rate) return rate;
  if (first === "a") {
    const part = wordAt(folded, end + 1);
    const parts = PARTS.get(part);
    const stop = end + 1 + part.length;
    const said = starts(folded, stop, parts === 4 ? [" of "] : SHARED);
    return parts && parts > 2 && folded.charCodeAt(end) === 0x20 && said
      ? { end: stop, numerator: 1, denominator: parts }
      : undefined;
  }
  if (first === "half")
    return folded.startsWith(" of ", end) || folded.startsWith(" the ", end)
      ? { end, numerator: 1, denominator: 2 }
      : undefined;
  const numerator = WORDS.get(first);
  if (numerator === undefined || folded.charCodeAt(end) !== 0x2d) return undefined;
  const second = wordAt(folded, end + 1);
  const denominator = PARTS.get(second);
  return denominator && numerator < denominator ? { end: end + 1 + second.length, numerator, denominator } : undefined;
}
