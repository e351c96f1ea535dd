// The value of a figure as the gold writes it.
import { compare, formatDecimal } from "../text/decimal.ts";
import type { Figure } from "./figure.ts";

/** `57006000000`, `3.5..3.75`, `100000+`. */
export function formatFigureValue(figure: Pick<Figure, "low" | "high" | "open">): string {
  const low = formatDecimal(figure.low);
  if (figure.open && compare(figure.low, figure.high) === 0) return `${low}+`;
  return compare(figure.low, figure.high) === 0 ? low : `${low}..${formatDecimal(figure.high)}`;
}
