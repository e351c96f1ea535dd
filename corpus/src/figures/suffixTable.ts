// The words that can stand behind a number, found by their first code unit, the longest first. All tables meet here.
import { fold } from "../text/fold.ts";
import type { FigureKind } from "./figure.ts";
import { DIGIT, LETTER, unitClass } from "./characterClasses.ts";
import type { Line } from "./line.ts";
import { CLASSIFIERS } from "./tables/classifiers.ts";
import { DURATIONS } from "./tables/durations.ts";
import { ENGLISH_NOUNS } from "./tables/englishNouns.ts";
import { LATIN_UNITS } from "./tables/latinUnits.ts";
import { CURRENCY_SUFFIXES } from "./tables/money.ts";
import { PHYSICAL } from "./tables/physical.ts";
import { RATES } from "./tables/rates.ts";
import type { Rule, UnitRow } from "./tables/row.ts";

export interface Suffix {
  /** As it stands in folded text. */
  readonly word: string;
  /** The case it must be written in, if that matters. */
  readonly cased?: string;
  readonly kind: FigureKind;
  /** Empty where the word itself, as the text writes it, is the unit. */
  readonly unit: string;
  readonly coefficient: number;
  readonly exponent: number;
  readonly rule?: Rule;
  readonly classifier: boolean;
  readonly latin: boolean;
  readonly not: Follower | undefined;
  readonly large: Follower | undefined;
  readonly only: Follower | undefined;
}

/** Words that may or may not follow: one set for single characters, a list for the rest. */
interface Follower {
  readonly units: ReadonlySet<number>;
  readonly words: readonly string[];
}

const follower = (words: string | undefined): Follower | undefined => {
  if (!words) return undefined;
  const folded = words.split(" ").filter(Boolean).map(fold);
  return {
    units: new Set(folded.filter((word) => word.length === 1).map((word) => word.charCodeAt(0))),
    words: folded.filter((word) => word.length > 1),
  };
};

const followed = (by: Follower, folded: string, at: number): boolean =>
  by.units.has(folded.charCodeAt(at)) || by.words.some((word) => folded.startsWith(word, at));

const entry = (unit: UnitRow, written: string): Suffix => {
  const word = written.replaceAll("_", " ");
  const last = unitClass[fold(word).charCodeAt(word.length - 1)];
  const latin = last === LETTER || last === DIGIT;
  return {
    word: fold(word),
    ...(unit.cased ? { cased: word } : {}),
    kind: unit.kind,
    unit: unit.unit,
    coefficient: unit.coefficient,
    exponent: unit.exponent,
    ...(unit.rule ? { rule: unit.rule } : {}),
    classifier: unit.classifier === true,
    latin,
    not: follower(unit.not),
    large: follower(unit.large),
    only: follower(unit.only),
  };
};

const buckets: (Suffix[] | undefined)[] = new Array<Suffix[] | undefined>(65536).fill(undefined);
/** 1 where a word of the tables can begin. */
const begins = new Uint8Array(65536);

for (const unit of [RATES, PHYSICAL, LATIN_UNITS, DURATIONS, CURRENCY_SUFFIXES, CLASSIFIERS, ENGLISH_NOUNS].flat()) {
  for (const word of unit.words.split(" ").filter(Boolean)) {
    const suffix = entry(unit, word);
    const first = suffix.word.charCodeAt(0);
    begins[first] = 1;
    (buckets[first] ??= []).push(suffix);
  }
}
// Longest first; of equal words the one that asks for its case, then the order of the tables.
for (const bucket of buckets)
  bucket?.sort((a, b) => b.word.length - a.word.length || Number(!a.cased) - Number(!b.cased));

/** Whether any unit word can begin with this folded code unit. */
export const canBeginSuffix = (unit: number): boolean => begins[unit] === 1;

const sameCase = (line: Line, at: number, cased: string): boolean => {
  for (let index = 0; index < cased.length; index++) {
    const unit = line.text.charCodeAt(at + index);
    const narrow = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit;
    if (narrow !== cased.charCodeAt(index)) return false;
  }
  return true;
};

/** The longest word of the tables at `at` that its neighbours allow; rules are not applied yet. `large`: behind a magnitude. */
export function suffixAt(line: Line, at: number, large = false): Suffix | undefined {
  const { folded } = line;
  const first = folded.charCodeAt(at);
  if (begins[first] !== 1) return undefined;
  for (const suffix of buckets[first] ?? []) {
    const { word } = suffix;
    if (word.length > 1 && !folded.startsWith(word, at)) continue;
    const end = at + word.length;
    if (suffix.latin) {
      const next = unitClass[folded.charCodeAt(end)];
      if (next === LETTER || next === DIGIT) continue;
    }
    if (suffix.cased !== undefined && !sameCase(line, at, suffix.cased)) continue;
    if (suffix.not && followed(suffix.not, folded, end)) continue;
    if (large && suffix.large && followed(suffix.large, folded, end)) continue;
    if (suffix.only && !followed(suffix.only, folded, end)) continue;
    return suffix;
  }
  return undefined;
}
