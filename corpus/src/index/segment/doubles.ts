// Values of figures, exactly: as decimal digits and a power of ten where that gives the very same double, else as eight bytes.
import type { ByteReader } from "./byteReader.ts";
import type { ByteWriter } from "./byteWriter.ts";
import { must } from "./segmentDamaged.ts";

// the first byte: 0 to 40 the power of ten + 18, with 64 for a negative value; RAW for eight bytes
const LOWEST = -18;
const HIGHEST = 22;
const NEGATIVE = 64;
const RAW = 127;

/** Powers of ten that are doubles exactly, so that one multiplication or division rounds once. */
const POWERS = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

const scaled = (digits: number, exponent: number): number =>
  exponent < 0 ? digits / (POWERS[-exponent] as number) : digits * (POWERS[exponent] as number);

/** Fewest digits and a power of ten that give the value again; undefined where a double has none below 2^53. */
function decimalOf(value: number): readonly [number, number] | undefined {
  if (!(value < 1e37)) return undefined;
  let digits = value;
  let exponent = 0;
  if (!Number.isInteger(value) || value > Number.MAX_SAFE_INTEGER)
    for (const step of value > Number.MAX_SAFE_INTEGER ? [1, -1] : [-1]) {
      for (exponent = step; exponent >= LOWEST && exponent <= HIGHEST; exponent += step) {
        digits = Math.round(exponent < 0 ? value * (POWERS[-exponent] as number) : value / (POWERS[exponent] as number));
        if (digits > Number.MAX_SAFE_INTEGER && step < 0) return undefined;
        if (digits <= Number.MAX_SAFE_INTEGER && scaled(digits, exponent) === value) break;
      }
      if (exponent >= LOWEST && exponent <= HIGHEST) break;
    }
  if (exponent < LOWEST || exponent > HIGHEST || digits > Number.MAX_SAFE_INTEGER) return undefined;
  while (digits && digits % 10 === 0 && exponent < HIGHEST) {
    digits /= 10;
    exponent++;
  }
  return scaled(digits, exponent) === value ? [digits, exponent] : undefined;
}

export function writeDouble(out: ByteWriter, value: number): void {
  const negative = value < 0 || Object.is(value, -0);
  const decimal = Object.is(value, -0) ? undefined : decimalOf(Math.abs(value));
  if (!decimal) {
    out.byte(RAW);
    out.double(value);
    return;
  }
  out.byte((decimal[1] - LOWEST) | (negative ? NEGATIVE : 0));
  out.varint(decimal[0]);
}

export function readDouble(from: ByteReader): number {
  const code = from.byte();
  if (code === RAW) return from.double();
  const exponent = (code & ~NEGATIVE) + LOWEST;
  must(exponent <= HIGHEST, "a value in a segment has an unknown form");
  const value = scaled(from.varint(), exponent);
  return code & NEGATIVE ? -value : value;
}
