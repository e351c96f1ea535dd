// A figure: a quantity that an analyst could cite, as it is written and what it is worth.
import type { Decimal } from "../text/decimal.ts";

export type FigureKind =
  | "money"
  | "percent"
  | "percentage_point"
  | "basis_point"
  | "count"
  | "multiple"
  | "fraction"
  | "power"
  | "energy"
  | "data_size"
  | "data_rate"
  | "length"
  | "area"
  | "mass"
  | "volume"
  | "duration"
  | "price_per_unit"
  | "temperature"
  | "ratio"
  | "points"
  | "other";

export type Bound = "exact" | "about" | "over" | "under" | "atLeast" | "atMost";

export interface Figure {
  /** UTF-16 offsets in the text it was read from; end exclusive. Hedge words stand outside. */
  readonly start: number;
  readonly end: number;
  readonly kind: FigureKind;
  /** The value in base units of `unit`; low equals high unless it is a range. */
  readonly low: Decimal;
  readonly high: Decimal;
  /** `200多億`, `數十萬`: low is the lower round bound. */
  readonly open: boolean;
  /** ISO currency, `%`, `pp`, `bp`, `x`, `1` (fractions), `ratio`, SI base symbols, or the classifier (`個`, `家`). */
  readonly unit: string;
  /** A bare 元 or $, or a magnitude alone: the currency is by region. */
  readonly assumedUnit: boolean;
  /** One unit of the last digit written, in base units (570億 → 1億; 三千億 → 1,000億). */
  readonly step: Decimal;
  readonly bound: Bound;
  readonly direction?: "up" | "down";
  /** A damaged number of a machine-translated feed: kept, never judged. */
  readonly doubtful: boolean;
}
