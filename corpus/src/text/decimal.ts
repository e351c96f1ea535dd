// Exact decimal numbers: a whole coefficient and a power of ten. Figures are compared with these, never with binary floats.

/** coefficient × 10^exponent. */
export interface Decimal {
  readonly coefficient: bigint;
  readonly exponent: number;
}

const powers = Array.from({ length: 64 }, (_, n) => 10n ** BigInt(n));
const power = (n: number): bigint => powers[n] ?? 10n ** BigInt(n);

/** The decimal in a run of digits with at most one point (`570.06`, `-3`); anything else gives undefined. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = /^([-+]?)(\d+)(?:\.(\d*))?$/.exec(text);
  if (!match) return undefined;
  const fraction = match[3] ?? "";
  const coefficient = BigInt(`${match[2]}${fraction}`);
  return { coefficient: match[1] === "-" ? -coefficient : coefficient, exponent: -fraction.length };
}

/** The decimal of a whole number. */
export const whole = (value: number | bigint): Decimal => ({ coefficient: BigInt(value), exponent: 0 });

/** a × 10^n. */
export const shift = (a: Decimal, n: number): Decimal => ({ coefficient: a.coefficient, exponent: a.exponent + n });

export const multiply = (a: Decimal, b: Decimal): Decimal => ({
  coefficient: a.coefficient * b.coefficient,
  exponent: a.exponent + b.exponent,
});

const aligned = (a: Decimal, b: Decimal): readonly [bigint, bigint, number] => {
  const exponent = Math.min(a.exponent, b.exponent);
  return [a.coefficient * power(a.exponent - exponent), b.coefficient * power(b.exponent - exponent), exponent];
};

export function add(a: Decimal, b: Decimal): Decimal {
  const [x, y, exponent] = aligned(a, b);
  return { coefficient: x + y, exponent };
}

export const negate = (a: Decimal): Decimal => ({ coefficient: -a.coefficient, exponent: a.exponent });
export const subtract = (a: Decimal, b: Decimal): Decimal => add(a, negate(b));
export const absolute = (a: Decimal): Decimal => (a.coefficient < 0n ? negate(a) : a);

/** Below zero, zero or above zero as a is less than, equal to or greater than b. */
export function compare(a: Decimal, b: Decimal): number {
  const [x, y] = aligned(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** The nearest double; for ranking and storage, never for equality. */
export const toNumber = (a: Decimal): number => Number(`${a.coefficient}e${a.exponent}`);

/** Plain digits without an exponent and without trailing zeros after the point (`57006000000`, `0.25`). */
export function formatDecimal(a: Decimal): string {
  const sign = a.coefficient < 0n ? "-" : "";
  const digits = (a.coefficient < 0n ? -a.coefficient : a.coefficient).toString();
  if (a.exponent >= 0) return `${sign}${digits}${digits === "0" ? "" : "0".repeat(a.exponent)}`;
  const padded = digits.padStart(1 - a.exponent, "0");
  const fraction = padded.slice(a.exponent).replace(/0+$/, "");
  return `${sign}${padded.slice(0, a.exponent)}${fraction ? `.${fraction}` : ""}`;
}
