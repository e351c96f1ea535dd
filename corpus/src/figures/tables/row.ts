// How the tables of this folder write a unit down.
import type { FigureKind } from "../figure.ts";

/** A word whose meaning hangs on its surroundings; suffixRules.ts decides. */
export type Rule =
  | "tenths"
  | "discount"
  | "degree"
  | "point"
  | "minute"
  | "day"
  | "month"
  | "year"
  | "week"
  | "season"
  | "clock"
  | "never"
  | "yuan"
  | "lump"
  | "cent"
  | "hair"
  | "corner"
  | "yard"
  | "foot"
  | "tael"
  | "grade"
  | "building"
  | "instalment"
  | "letter"
  | "times"
  | "people"
  | "item"
  | "li"
  | "metre"
  | "seconds"
  | "days"
  | "heads"
  | "litre";

export interface UnitRow {
  readonly kind: FigureKind;
  readonly unit: string;
  /** The unit is worth coefficient × 10^exponent of `unit`. */
  readonly coefficient: number;
  readonly exponent: number;
  /** Parted by spaces; `_` stands for a space inside a word. Chinese words in either script, Latin ones in lower case. */
  readonly words: string;
  readonly rule?: Rule;
  /** Latin words that count only in just this case (MW, mW). */
  readonly cased?: boolean;
  /** A classifier: small native numerals before it are no figure. */
  readonly classifier?: boolean;
  /** The word is no unit where one of these follows it, or where none of `only` does. */
  readonly not?: string;
  /** The same for numbers with a magnitude (萬, 億) only. */
  readonly large?: string;
  readonly only?: string;
}

type Extra = Pick<UnitRow, "rule" | "cased" | "classifier" | "not" | "large" | "only">;

export const row = (
  kind: FigureKind,
  unit: string,
  exponent: number,
  words: string,
  extra: Extra = {},
  coefficient = 1,
): UnitRow => ({
  kind,
  unit,
  coefficient,
  exponent,
  words,
  ...extra,
});
