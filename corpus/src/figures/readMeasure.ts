// A number with its unit: numeral, English magnitude, unit word, the half or the smaller unit behind it (兩年半, 三成五, 6毫5仙,
// 1小時30分). It is read without regard to what stands before it.
import { add, multiply, shift, whole, type Decimal } from "../text/decimal.ts";
import { classAt, HALF, isNumeralAt, LETTER, NATIVE_DIGIT } from "./characterClasses.ts";
import { oneOf, starts } from "./cues.ts";
import { englishMagnitude } from "./englishMagnitude.ts";
import { spelledNumeral } from "./englishNumber.ts";
import { afterSpace, type Line } from "./line.ts";
import { numeralValue } from "./numeralValue.ts";
import { readNumeral, type Numeral } from "./readNumeral.ts";
import { readRule, type Unit, type UnitReading } from "./suffixRules.ts";
import { suffixAt, type Suffix } from "./suffixTable.ts";

/** A smaller unit behind a larger one, or a half: an amount in the measure's own unit. */
interface Tail {
  readonly amount: Decimal;
  readonly step: Decimal;
}

export interface Measure {
  readonly start: number;
  readonly end: number;
  readonly numeral: Numeral;
  /** Exponent of million, bn …; 0 if none. */
  readonly english: number;
  readonly unit: Unit | undefined;
  /** It is a date, a time, an ordinal …, up to `end`. */
  readonly excluded: boolean;
  readonly open: boolean;
  readonly tail: Tail | undefined;
}

const HALF_FOLLOWERS = "導年月數天日小場個途價官夜路山空球島票身斤公";
/** What a second, smaller unit makes of the first: 1年6個月 is 18 mo. */
const SMALLER: ReadonlyMap<string, readonly [unit: string, times: number]> = new Map([
  ["yr", ["mo", 12]],
  ["h", ["min", 60]],
  ["min", ["s", 60]],
  ["d", ["h", 24]],
  ["wk", ["d", 7]],
  ["ft", ["in", 12]],
]);
const COINS: ReadonlyMap<string, number> = new Map(
  ["角 -1", "毛 -1", "毫 -1", "分 -2", "仙 -2"].map((coin) => {
    const [word = "", exponent] = coin.split(" ");
    return [word, Number(exponent)] as const;
  }),
);

const half = (start: number): Numeral => ({
  start,
  end: start + 1,
  parts: [{ low: 5, high: 5, exponent: -1, last: -1, from: start, to: start + 1, long: false }],
  arabic: false,
  spelled: false,
  native: true,
  size: 0.5,
  single: -1,
  open: false,
  trailingMore: false,
  bare: false,
  row: false,
  comma: false,
  decimals: 1,
  integerDigits: 0,
  magnitude: 0,
  largest: 0,
  mantissa: 0.5,
  broken: false,
  doubtful: false,
});

const unitAt = (line: Line, numeral: Numeral, at: number): UnitReading | undefined => {
  const suffix: Suffix | undefined = suffixAt(line, at, numeral.largest >= 4 || !numeral.arabic);
  return suffix && readRule({ line, numeral, suffix, at, end: at + suffix.word.length });
};

/** 個半月, 個多月: a classifier with 半 or 多 before the unit proper. */
function splitUnit(
  line: Line,
  numeral: Numeral,
  at: number,
): { readonly unit: Unit; readonly half: boolean } | undefined {
  const { folded } = line;
  if (!oneOf(folded, at, "個") || !oneOf(folded, at + 1, "半多")) return undefined;
  const suffix = suffixAt(
    { ...line, folded: `个${folded.slice(at + 2, at + 8)}`, text: `個${line.text.slice(at + 2, at + 8)}` },
    0,
  );
  if (!suffix || suffix.kind === "count") return undefined;
  const found = readRule({ line, numeral, suffix, at, end: at + suffix.word.length + 1 });
  return found?.type === "unit"
    ? { unit: { ...found, classifier: false }, half: oneOf(folded, at + 1, "半") }
    : undefined;
}

const tailOf = (amount: Decimal, step: Decimal): Tail => ({ amount, step });
const TENTH = shift(whole(1), -1);

const isNumberAt = (folded: string, at: number): boolean =>
  isNumeralAt(folded, at) || classAt(folded, at) === NATIVE_DIGIT;

function readTail(
  line: Line,
  numeral: Numeral,
  unit: Unit,
): { readonly end: number; readonly unit: Unit; readonly tail: Tail } | undefined {
  const { folded } = line;
  const { end } = unit;
  const scale = { coefficient: BigInt(unit.coefficient), exponent: unit.exponent };
  if (oneOf(folded, end, "半") && numeral.decimals === 0 && !numeral.open && !oneOf(folded, end + 1, HALF_FOLLOWERS)) {
    if (unit.kind === "count" && unit.word !== "个") return undefined;
    return {
      end: end + 1,
      unit: { ...unit, end: end + 1 },
      tail: tailOf(multiply(scale, shift(whole(5), -1)), multiply(scale, TENTH)),
    };
  }
  const digitClass = classAt(folded, end);
  const linked = oneOf(folded, end, "零又") && isNumeralAt(folded, end + 1) ? end + 1 : end;
  if (!isNumeralAt(folded, linked) && digitClass !== NATIVE_DIGIT) return undefined;
  const next = readNumeral(line, linked);
  if (!next || next.magnitude || next.open || next.row) return undefined;
  // 三成五, 2成6; 1米8.
  const digit = next.end === linked + 1 && linked === end;
  if (
    digit &&
    (unit.word === "成" || unit.word === "米") &&
    (!next.arabic ||
      !(oneOf(folded, next.end, "%:/-") || (oneOf(folded, next.end, ".,") && isNumeralAt(folded, next.end + 1)))) &&
    !isNumeralAt(folded, next.end) &&
    !suffixAt(line, next.end)
  ) {
    const place = multiply(scale, TENTH);
    return { end: next.end, unit: { ...unit, end: next.end }, tail: tailOf(multiply(place, whole(next.size)), place) };
  }
  if (unit.kind === "money") {
    if (unit.unit === "USD" && starts(folded, next.end, "美分 美仙")) {
      return {
        end: next.end + 2,
        unit: { ...unit, end: next.end + 2 },
        tail: tailOf(shift(whole(next.size), -2), shift(whole(1), -2)),
      };
    }
    const coin = COINS.get(folded.charAt(next.end));
    if (coin === undefined || next.size >= 100 || next.decimals || oneOf(folded, next.end + 1, "米升利別鐘"))
      return undefined;
    const value = shift(whole(next.size), coin);
    const here: Unit = { ...unit, end: next.end + 1 };
    const deeper = readTail(line, next, { ...here, coefficient: 1, exponent: coin });
    // 五元一毫八: the next place without its word.
    const last =
      !deeper && coin === -1 && isNumberAt(folded, next.end + 1) ? readNumeral(line, next.end + 1) : undefined;
    if (
      last &&
      last.end === next.end + 2 &&
      last.size < 10 &&
      !isNumberAt(folded, last.end) &&
      !suffixAt(line, last.end)
    ) {
      const amount = add(value, shift(whole(last.size), coin - 1));
      return { end: last.end, unit: { ...unit, end: last.end }, tail: tailOf(amount, shift(whole(1), coin - 1)) };
    }
    if (deeper)
      return {
        end: deeper.end,
        unit: { ...unit, end: deeper.end },
        tail: tailOf(add(value, deeper.tail.amount), deeper.tail.step),
      };
    return { end: next.end + 1, unit: here, tail: tailOf(value, shift(whole(1), coin)) };
  }
  const smaller = SMALLER.get(unit.unit);
  if (!smaller || numeral.decimals || numeral.open) return undefined;
  const suffix = suffixAt(line, next.end);
  // 2小時15分, 3年10月 of a sentence: alone, 分 and 月 would be something else.
  const short =
    suffix?.word === "分" && unit.unit === "h"
      ? "min"
      : suffix?.word === "月" && unit.unit === "yr" && !isNumeralAt(folded, next.end + 1)
        ? "mo"
        : undefined;
  const found = short ? { end: next.end + 1, unit: short, kind: "duration" } : unitAt(line, next, next.end);
  if (!found || !("unit" in found) || found.unit !== smaller[0] || next.size >= smaller[1] * 2) return undefined;
  const amount = whole(next.size);
  return {
    end: found.end,
    unit: { ...unit, unit: smaller[0], coefficient: smaller[1], exponent: 0, end: found.end },
    tail: tailOf(amount, whole(1)),
  };
}

const measureOf = (
  start: number,
  end: number,
  numeral: Numeral,
  english: number,
  unit: Unit | undefined,
  excluded: boolean,
  open: boolean,
  tail: Tail | undefined,
): Measure => ({ start, end, numeral, english, unit, excluded, open, tail });

function numeralAt(line: Line, start: number, formal: boolean): Numeral | undefined {
  switch (classAt(line.folded, start)) {
    case HALF:
      return half(start);
    case LETTER:
      return spelledNumeral(line.folded, start);
    default:
      return readNumeral(line, start, formal);
  }
}

/** Reads the number at `start` with what belongs to it. `money`: a currency stands before it. */
export function readMeasure(line: Line, start: number, money = false, formal = false): Measure | undefined {
  const { folded } = line;
  const numeral = numeralAt(line, start, formal);
  if (!numeral) return undefined;
  if (numeral.broken) return measureOf(start, numeral.end, numeral, 0, undefined, true, false, undefined);
  const latin = numeral.arabic || numeral.spelled;
  const magnitude = latin && numeral.magnitude === 0 ? englishMagnitude(line, numeral.end, money) : undefined;
  const english = magnitude ? magnitude.exponent : 0;
  const end = magnitude ? magnitude.end : numeral.end;
  const split = splitUnit(line, numeral, end);
  if (split) {
    const tail = split.half ? tailOf(shift(whole(5), -1), TENTH) : undefined;
    return measureOf(start, split.unit.end, numeral, english, split.unit, false, numeral.open || !split.half, tail);
  }
  const spaced = latin ? afterSpace(folded, end) : end;
  const found = unitAt(line, numeral, end) ?? (spaced > end ? unitAt(line, numeral, spaced) : undefined);
  if (!found) {
    // 多 without a unit behind it is a hedge, not part of the number.
    return measureOf(
      start,
      numeral.trailingMore ? numeral.end - 1 : end,
      numeral,
      english,
      undefined,
      false,
      numeral.open && !numeral.trailingMore,
      undefined,
    );
  }
  if (found.type === "excluded")
    return measureOf(start, found.end, numeral, english, undefined, true, numeral.open, undefined);
  const tail = readTail(line, numeral, found);
  if (tail) return measureOf(start, tail.end, numeral, english, tail.unit, false, numeral.open, tail.tail);
  return measureOf(start, found.end, numeral, english, found, false, numeral.open, undefined);
}

export interface MeasureValue {
  readonly low: Decimal;
  readonly high: Decimal;
  readonly step: Decimal;
}

const scaled = (value: Decimal, times: number, power: number): Decimal =>
  times === 1
    ? { coefficient: value.coefficient, exponent: value.exponent + power }
    : { coefficient: value.coefficient * BigInt(times), exponent: value.exponent + power };

/** The value of a measure in base units of its unit. `exponent` adds a magnitude that it shares with its partner in a range. */
export function measureValue(line: Line, measure: Measure, unit: Unit | undefined, exponent = 0): MeasureValue {
  const value = numeralValue(line, measure.numeral);
  const times = unit ? unit.coefficient : 1;
  const power = (unit ? unit.exponent : 0) + measure.english + exponent;
  const low = scaled(value.low, times, power);
  const high = value.high === value.low ? low : scaled(value.high, times, power);
  const { tail } = measure;
  if (!tail) return { low, high, step: scaled(value.step, times, power) };
  return { low: add(low, tail.amount), high: add(high, tail.amount), step: tail.step };
}
