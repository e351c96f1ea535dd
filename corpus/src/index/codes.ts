// The numbers that stand for a figure's kinds and slots in the columns of a segment. The order is part of the index's format.
import type { Bound, Figure, FigureKind } from "../figures/figure.ts";
import type { Comparison, Role, Statement } from "../figures/statement.ts";

export const KINDS: readonly FigureKind[] = [
  "money", "percent", "percentage_point", "basis_point", "count", "multiple", "fraction", "power", "energy", "data_size",
  "data_rate", "length", "area", "mass", "volume", "duration", "price_per_unit", "temperature", "ratio", "points", "other",
];
export const BOUNDS: readonly Bound[] = ["exact", "about", "over", "under", "atLeast", "atMost"];
export const ROLES: readonly (Role | undefined)[] = [undefined, "level", "change", "before", "after", "peak", "limit", "target", "hypothetical"];
export const COMPARISONS: readonly (Comparison | undefined)[] = [undefined, "year", "quarter", "month", "week", "day", "other"];

/** The numbers by which values are looked up: money with money, rates with rates, everything else by itself. */
export function kindFamily(kind: FigureKind): number {
  if (kind === "money" || kind === "price_per_unit") return 1;
  if (kind === "percent" || kind === "percentage_point" || kind === "basis_point" || kind === "fraction") return 2;
  return 3;
}

/** The value in its family's common unit: basis points, tenths and fractions as percent; others as they are. */
export function familyValue(kind: FigureKind, value: number): number {
  if (kind === "basis_point") return value / 100;
  if (kind === "fraction") return value * 100;
  return value;
}

export interface Flags {
  readonly open: boolean;
  readonly doubtful: boolean;
  readonly assumedUnit: boolean;
  readonly bound: Bound;
  readonly direction: Figure["direction"];
  readonly role: Role | undefined;
  readonly comparison: Comparison | undefined;
  readonly forecast: boolean | undefined;
  /** The subject stands in another clause or sentence. */
  readonly inferred: boolean;
}

const DIRECTIONS: readonly Figure["direction"][] = [undefined, "up", "down"];
const FORECASTS: readonly (boolean | undefined)[] = [undefined, false, true];

/** Bits from the lowest: open 1, doubtful 1, assumed 1, bound 3, direction 2, role 4, comparison 3, forecast 2, inferred subject 1. */
export function packFlags(figure: Figure, statement: Pick<Statement, "role" | "comparison" | "forecast" | "subjects">): number {
  return (
    (figure.open ? 1 : 0) |
    (figure.doubtful ? 2 : 0) |
    (figure.assumedUnit ? 4 : 0) |
    (BOUNDS.indexOf(figure.bound) << 3) |
    (DIRECTIONS.indexOf(figure.direction) << 6) |
    (ROLES.indexOf(statement.role) << 8) |
    (COMPARISONS.indexOf(statement.comparison) << 12) |
    (FORECASTS.indexOf(statement.forecast) << 15) |
    (statement.subjects[0]?.inferred ? 1 << 17 : 0)
  );
}

export const isOpen = (flags: number): boolean => (flags & 1) > 0;
export const isDoubtful = (flags: number): boolean => (flags & 2) > 0;
export const roleOf = (flags: number): Role | undefined => ROLES[(flags >> 8) & 15];
export const comparisonOf = (flags: number): Comparison | undefined => COMPARISONS[(flags >> 12) & 7];

/** The inverse of `packFlags`. */
export const unpackFlags = (flags: number): Flags => ({
  open: isOpen(flags),
  doubtful: isDoubtful(flags),
  assumedUnit: (flags & 4) > 0,
  bound: BOUNDS[(flags >> 3) & 7] ?? "exact",
  direction: DIRECTIONS[(flags >> 6) & 3],
  role: roleOf(flags),
  comparison: comparisonOf(flags),
  forecast: FORECASTS[(flags >> 15) & 3],
  inferred: (flags & (1 << 17)) !== 0,
});
