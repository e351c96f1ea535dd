// The number that a text wholly is, as loosely as people write one: grouped, spaced, native, formal, with k or 萬 behind it.
import type { Decimal } from "../text/decimal.ts";
import { readQuantity } from "./readQuantity.ts";

/** The single value of a text that is a number or a figure; undefined for anything else and for ranges. */
export function looseNumber(text: string): Decimal | undefined {
  const quantity = readQuantity(text, "INTL");
  return quantity && quantity.low === quantity.high ? quantity.low : undefined;
}
