// The exact value of a numeral and of its last digit.
import { add, parseDecimal, whole, type Decimal } from "../text/decimal.ts";
import type { Line } from "./line.ts";
import type { Numeral } from "./readNumeral.ts";
import type { Part } from "./readSection.ts";

const partValue = (line: Line, part: Part, mantissa: number): Decimal => {
  if (!part.long) return { coefficient: BigInt(mantissa), exponent: part.exponent };
  const digits = line.folded.slice(part.from, part.to).replaceAll(",", "").replace(".", "");
  return { coefficient: (parseDecimal(digits) ?? whole(0)).coefficient, exponent: part.exponent };
};

const sum = (line: Line, parts: readonly Part[], pick: (part: Part) => number): Decimal =>
  parts.map((part) => partValue(line, part, pick(part))).reduce((total, value) => add(total, value), whole(0));

export interface NumeralValue {
  readonly low: Decimal;
  readonly high: Decimal;
  /** One unit of the last digit written. */
  readonly step: Decimal;
}

export function numeralValue(line: Line, numeral: Numeral): NumeralValue {
  const [part] = numeral.parts;
  const last = numeral.parts[numeral.parts.length - 1];
  const step: Decimal = { coefficient: 1n, exponent: last ? last.last : 0 };
  if (numeral.parts.length === 1 && part) {
    const low = partValue(line, part, part.low);
    return { low, high: part.high === part.low ? low : partValue(line, part, part.high), step };
  }
  return {
    low: sum(line, numeral.parts, (each) => each.low),
    high: sum(line, numeral.parts, (each) => each.high),
    step,
  };
}
