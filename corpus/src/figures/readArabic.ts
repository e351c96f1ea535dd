// A run of Arabic digits with thousands commas and decimals. The commas of feeds are ambiguous (`在2025,300家`): a group
// counts only where three digits follow and what stands before them can be a first group.
import { digitValue, DIGIT, unitClass } from "./characterClasses.ts";
import type { Line } from "./line.ts";

export interface Arabic {
  readonly end: number;
  /** All digits as one whole number; exact up to 15 digits. */
  readonly mantissa: number;
  readonly digits: number;
  readonly integerDigits: number;
  readonly decimals: number;
  readonly comma: boolean;
  /** A version, an address or a serial number (`1.2.3`, over 24 digits): no number at all. */
  readonly broken: boolean;
  /** Groups that machine translation tore apart (`6000000850000,000`). */
  readonly doubtful: boolean;
}

const COMMA = 0x2c;
const POINT = 0x2e;
const FULL_WIDTH_COMMA = 0xff0c;
const FULL_WIDTH_ZERO = 0xff10;
const MOST_DIGITS = 24;

const isDigit = (folded: string, at: number): boolean => unitClass[folded.charCodeAt(at)] === DIGIT;
const threeDigits = (folded: string, at: number): boolean =>
  isDigit(folded, at) && isDigit(folded, at + 1) && isDigit(folded, at + 2) && !isDigit(folded, at + 3);

/** A full-width comma between half-width digits is punctuation; between full-width digits it groups. */
const groups = (line: Line, at: number): boolean =>
  line.text.charCodeAt(at) !== FULL_WIDTH_COMMA || line.text.charCodeAt(at - 1) >= FULL_WIDTH_ZERO;

/** Reads the digits at `start` (a digit, or the point of `.5`), to their end. */
export function readArabic(line: Line, start: number): Arabic {
  const { folded } = line;
  let at = start;
  let mantissa = 0;
  let digits = 0;
  let comma = false;
  let doubtful = false;
  const run = (): number => {
    const from = at;
    while (isDigit(folded, at)) mantissa = mantissa * 10 + (digitValue[folded.charCodeAt(at++)] ?? 0);
    digits += at - from;
    return at - from;
  };
  const first = run();
  const year = first === 4 && mantissa >= 1900 && mantissa < 2100;
  if (first > 0 && first <= 3) {
    while (folded.charCodeAt(at) === COMMA && threeDigits(folded, at + 1) && groups(line, at)) {
      comma = true;
      at++;
      run();
    }
  } else if (first > 4 && !year && folded.charCodeAt(at) === COMMA && threeDigits(folded, at + 1) && groups(line, at)) {
    doubtful = comma = true;
    at++;
    run();
  }
  const integerDigits = digits;
  let decimals = 0;
  let broken = false;
  if (folded.charCodeAt(at) === POINT && isDigit(folded, at + 1)) {
    at++;
    decimals = run();
    while (folded.charCodeAt(at) === POINT && isDigit(folded, at + 1)) {
      broken = true;
      at++;
      run();
    }
  }
  return {
    end: at,
    mantissa,
    digits,
    integerDigits,
    decimals,
    comma,
    broken: broken || digits > MOST_DIGITS,
    doubtful,
  };
}
