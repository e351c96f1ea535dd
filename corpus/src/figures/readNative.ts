// A native numeral below ten thousand (三千二百, 十五, 廿一, 兩千五, 三點五) and the pairs that mean a span (三四十, 五六).
// What stands for what: 一百五 is 150, 一百零五 is 105, 二〇二五 is a row of digits.
import {
  digitValue,
  formalDigit,
  joinedTens,
  MAGNITUDE,
  NATIVE_DIGIT,
  NATIVE_POWER,
  powerOf,
  unitClass,
} from "./characterClasses.ts";

export interface Native {
  readonly end: number;
  /** Whole numbers; the value is low ÷ 10^decimals. */
  readonly low: number;
  readonly high: number;
  readonly decimals: number;
  /** The exponent of the last digit written (三千: 3). */
  readonly last: number;
  /** The value if it is written with one digit alone, else −1. */
  readonly single: number;
  /** Begins with 百 or 千 without a digit. */
  readonly bare: boolean;
  /** A row of digits without powers (二〇二五, 九五). */
  readonly row: boolean;
  /** The last digit counts a power that is left out (兩千五). */
  readonly elliptic: boolean;
}

const POINT = "點点".charCodeAt(1);
const LONGEST = 24;

/** 百 of 百分點 is no power of the number before it. */
const isPower = (folded: string, at: number): boolean =>
  unitClass[folded.charCodeAt(at)] === NATIVE_POWER &&
  !(folded.charCodeAt(at) === 0x767e && (folded.startsWith("分点", at + 1) || folded.startsWith("份点", at + 1)));
const isFormalFollower = (folded: string, at: number): boolean => {
  const unit = folded.charCodeAt(at);
  return unit === 0x62fe || unit === 0x4f70 || unit === 0x4edf; // 拾 佰 仟
};

/** The digit at `at`, or 255; a formal one counts before 拾佰仟 only, or inside a numeral that has begun. */
function digitAt(folded: string, at: number, inside: boolean): number {
  const unit = folded.charCodeAt(at);
  if (unitClass[unit] !== NATIVE_DIGIT) return 255;
  if (formalDigit[unit] && !inside && !isFormalFollower(folded, at + 1)) return 255;
  return digitValue[unit] ?? 255;
}

const PAIR = "两".charCodeAt(0);
const isPair = (folded: string, at: number): boolean => folded.charCodeAt(at) === PAIR;
const isSpan = (a: number, b: number): boolean => (a > 0 && b === a + 1) || (a === 3 && b === 5);

/** Reads the native numeral at `start`; nothing if none begins there. `formal`: 壹 … 玖 may stand alone. */
export function readNative(folded: string, start: number, formal = false): Native | undefined {
  let at = start;
  let low = 0;
  let high = 0;
  let last = 4;
  let lastDigitPower = 0;
  let zero = false;
  let bare = false;
  let powers = 0;
  let elliptic = false;
  for (;;) {
    const digit = digitAt(folded, at, formal || at > start);
    if (digit === 255) {
      if (!isPower(folded, at)) break;
      const unit = folded.charCodeAt(at);
      const power = powerOf[unit] ?? 0;
      const tens = joinedTens[unit] ?? 0;
      if (power >= last || (unit === 0x62fe && at === start && !formal && !isFormalContext(folded, at))) break;
      if (!tens && power > 1 && (at > start || powers > 0) && !zero) break;
      if (!tens && power > 1) bare = true;
      low += (tens || 1) * 10 ** power;
      high = low;
      last = lastDigitPower = power;
      powers++;
      zero = false;
      at++;
      continue;
    }
    if (digit === 0) {
      const next = digitAt(folded, at + 1, true);
      if (at === start && next === 255 && folded.charCodeAt(at + 1) !== POINT && !isPower(folded, at + 1)) {
        return {
          end: at + 1,
          low: 0,
          high: 0,
          decimals: 0,
          last: 0,
          single: 0,
          bare: false,
          row: false,
          elliptic: false,
        };
      }
      if (at === start && next !== 255) return readRow(folded, start);
      if (at > start && next === 255 && !isPower(folded, at + 1) && folded.charCodeAt(at + 1) !== POINT) break;
      if (at === start) {
        at++;
        break;
      }
      zero = true;
      at++;
      continue;
    }
    if (isPower(folded, at + 1) && !joinedTens[folded.charCodeAt(at + 1)]) {
      const power = powerOf[folded.charCodeAt(at + 1)] ?? 0;
      if (power >= last) break;
      low += digit * 10 ** power;
      high = low;
      last = lastDigitPower = power;
      powers++;
      zero = false;
      at += 2;
      continue;
    }
    // 三十兩 counts taels: 兩 is a digit only at the head of a numeral.
    const taels =
      isPair(folded, at + 1) &&
      !isPower(folded, at + 2) &&
      unitClass[folded.charCodeAt(at + 2)] !== MAGNITUDE &&
      digit !== 1;
    if (powers > 0 && isPair(folded, at)) break;
    const next = taels ? 255 : digitAt(folded, at + 1, true);
    if (next !== 255) {
      if (powers === 0 && (digitAt(folded, at + 2, true) !== 255 || !isSpan(digit, next)))
        return readRow(folded, start);
      if (!isSpan(digit, next)) break;
      const power =
        isPower(folded, at + 2) && !joinedTens[folded.charCodeAt(at + 2)]
          ? (powerOf[folded.charCodeAt(at + 2)] ?? 0)
          : 0;
      if (power >= last) break;
      high = low + next * 10 ** power;
      low += digit * 10 ** power;
      return {
        end: at + (power ? 3 : 2),
        low,
        high,
        decimals: 0,
        last: power,
        single: -1,
        bare,
        row: false,
        elliptic: false,
      };
    }
    const place = zero || last <= 1 || last === 4 ? 0 : last - 1;
    elliptic = place > 0;
    low += digit * 10 ** place;
    high = low;
    lastDigitPower = place;
    at++;
    break;
  }
  if (at === start) return undefined;
  const single = at === start + 1 && powers === 0 ? low : -1;
  const plain: Native = { end: at, low, high, decimals: 0, last: lastDigitPower, single, bare, row: false, elliptic };
  return folded.charCodeAt(at) === POINT ? withDecimals(folded, plain) : plain;
}

/** 拾 begins a numeral only before another formal sign or a magnitude (拾萬, not 收拾). */
const isFormalContext = (folded: string, at: number): boolean => {
  const next = folded.charCodeAt(at + 1);
  return unitClass[next] === MAGNITUDE || formalDigit[next] === 1;
};

function readRow(folded: string, start: number): Native {
  let at = start;
  let low = 0;
  for (let digit = digitAt(folded, at, true); digit !== 255; digit = digitAt(folded, at, true)) {
    if (at - start < LONGEST) low = low * 10 + digit;
    at++;
  }
  const row: Native = {
    end: at,
    low,
    high: low,
    decimals: 0,
    last: 0,
    single: -1,
    bare: false,
    row: true,
    elliptic: false,
  };
  return folded.charCodeAt(at) === POINT ? withDecimals(folded, row) : row;
}

/** 三點五; but 三點十分, 兩點半 and 三點鐘 are times. */
function withDecimals(folded: string, native: Native): Native {
  let at = native.end + 1;
  let { low } = native;
  const from = at;
  for (let digit = digitAt(folded, at, true); digit !== 255 && at - from < 12; digit = digitAt(folded, at, true)) {
    low = low * 10 + digit;
    at++;
  }
  const decimals = at - from;
  if (decimals === 0 || isPower(folded, at) || "分刻半".includes(folded.charAt(at) || " ")) return native;
  return { ...native, end: at, low, high: low, decimals, last: -decimals, single: -1, elliptic: false };
}
