// Whether a figure of a note and one of a source can be the same quantity: families of kinds, conversions of form, and
// rounding by one unit of the last digit that the note writes (DESIGN section 8, Agreement).
import { absolute, compare, multiply, parseDecimal, shift, subtract, whole, type Decimal } from "../text/decimal.ts";
import type { Figure } from "../figures/figure.ts";

export type Agreement = "same" | "rounded" | "disagrees" | "incomparable";

type Valued = Pick<Figure, "kind" | "unit" | "low" | "high" | "step" | "bound">;

const HUNDREDTH = parseDecimal("0.01") ?? whole(0);

/** The dimension in which a figure is compared, and the factor that brings its value there. */
function dimension(figure: Pick<Figure, "kind" | "unit">): readonly [string, Decimal] {
  switch (figure.kind) {
    case "money":
      return [`money ${figure.unit}`, whole(1)];
    case "percent":
      return ["rate", whole(1)];
    case "percentage_point":
      return ["points", whole(1)];
    case "basis_point":
      return ["points", HUNDREDTH];
    case "fraction":
      return ["rate", whole(100)];
    case "count":
      return ["count", whole(1)];
    default:
      return [`${figure.kind} ${figure.unit}`, whole(1)];
  }
}

/** Counts agree across classifiers (個 and 枚, 塊 and 顆); rates agree with points where only the metric could tell. */
const comparable = (a: string, b: string): boolean => a === b || ((a === "rate" || a === "points") && (b === "rate" || b === "points"));

const within = (note: Decimal, source: Decimal, step: Decimal): Agreement => {
  const distance = absolute(subtract(note, source));
  if (distance.coefficient === 0n) return "same";
  return compare(multiply(distance, whole(2)), step) <= 0 ? "rounded" : "disagrees";
};

/**
 * One unit of the last digit that a figure writes; after 約 and about trailing zeros say nothing, so that 約160億 is as coarse as
 * ten 億.
 */
export function stepOf({ bound, step, low, high }: Pick<Figure, "bound" | "step" | "low" | "high">): Decimal {
  if (bound !== "about" || step.coefficient === 0n || low.coefficient === 0n) return step;
  let coarse = step;
  // never coarser than a tenth of the value: 約20% is not 24%
  for (let zeros = 0; zeros < 12; zeros++) {
    const next = shift(coarse, 1);
    if (!isMultiple(low, next) || !isMultiple(high, next) || compare(absolute(low), shift(next, 1)) < 0) break;
    coarse = next;
  }
  return coarse;
}

function isMultiple(value: Decimal, unit: Decimal): boolean {
  const exponent = Math.min(value.exponent, unit.exponent);
  const size = unit.coefficient * 10n ** BigInt(unit.exponent - exponent);
  return size !== 0n && (value.coefficient * 10n ** BigInt(value.exponent - exponent)) % size === 0n;
}

/** A source's single value may lie in the range that a note gives, and the other way about only with a hedge. */
export function agreement(note: Valued, source: Valued): Agreement {
  const [dimensionOfNote, factor] = dimension(note);
  const [dimensionOfSource, sourceFactor] = dimension(source);
  if (!comparable(dimensionOfNote, dimensionOfSource)) return "incomparable";
  const own = (value: Decimal) => multiply(value, factor);
  const other = (value: Decimal) => multiply(value, sourceFactor);
  const written = stepOf(note);
  const step = compare(own(written), other(source.step)) >= 0 ? own(written) : other(source.step);
  const low = within(absolute(own(note.low)), absolute(other(source.low)), step);
  const high = within(absolute(own(note.high)), absolute(other(source.high)), step);
  if (low === "disagrees" || high === "disagrees") return "disagrees";
  return low === "same" && high === "same" ? "same" : "rounded";
}

/** A double from the index as an exact decimal of at most 15 significant digits. */
export function decimalOf(value: number): Decimal {
  const [digits = "0", exponent = "0"] = Number(value.toPrecision(15)).toExponential().split("e");
  return shift(parseDecimal(digits) ?? whole(0), Number(exponent));
}
