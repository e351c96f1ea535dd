// Figures that are not a number with a unit behind it: 數以百萬計, 半數, 個半小時, 對折, two-thirds, US$(12.3)m.
import { add, multiply, negate, shift, whole } from "../text/decimal.ts";
import { bracketedMoney } from "./accounting.ts";
import { classAt, HALF, isNumeralAt, LETTER, PAIR, VAGUE } from "./characterClasses.ts";
import { endsWith, oneOf } from "./cues.ts";
import { spelledShare } from "./englishNumber.ts";
import type { Figure } from "./figure.ts";
import { quotient, type Share } from "./fractions.ts";
import { hedgeOf } from "./hedges.ts";
import type { Line } from "./line.ts";
import { shareFigure } from "./makeFigure.ts";
import { measureValue, readMeasure, type Measure } from "./readMeasure.ts";

/** A figure, or the place up to which there is none. */
export interface Special {
  readonly figure?: Figure;
  readonly next: number;
}

const HUNDREDTH = shift(whole(1), -2);

/** 數以百萬計: a power that stands for an open count. */
function countless(line: Line, at: number): Special | undefined {
  const { folded } = line;
  if (!oneOf(folded, at + 1, "以")) return undefined;
  const measure = readMeasure(line, at + 2);
  if (!measure || measure.numeral.arabic || !oneOf(folded, measure.numeral.end, "計")) return undefined;
  const { low, high, step } = measureValue(line, measure, undefined);
  const end = measure.numeral.end + 1;
  return {
    figure: {
      start: at,
      end,
      kind: "count",
      low,
      high,
      open: true,
      unit: "",
      assumedUnit: false,
      step,
      bound: "exact",
      doubtful: false,
    },
    next: end,
  };
}

/** 半數; 個半小時, an hour and a half without a number before it. */
function half(line: Line, at: number, from: number): Special | undefined {
  const { folded } = line;
  if (oneOf(folded, at + 1, "數")) {
    if (oneOf(folded, at - 1, "過逾") && !endsWith(folded, at, "超過")) return { next: at + 2 };
    const value = shift(whole(5), -1);
    const share: Share = {
      end: at + 2,
      kind: "fraction",
      unit: "1",
      low: value,
      high: value,
      step: HUNDREDTH,
      open: false,
    };
    return { figure: shareFigure(line, share, at, from), next: at + 2 };
  }
  if (
    !oneOf(folded, at - 1, "個") ||
    at - 1 < from ||
    isNumeralAt(folded, at - 2) ||
    oneOf(folded, at - 2, "數幾多每這那整")
  )
    return undefined;
  const measure = readMeasure(line, at);
  if (measure?.unit?.kind !== "duration" || measure.excluded) return undefined;
  const { low, step } = measureValue(line, measure, measure.unit);
  const value = add(low, multiply(low, whole(2)));
  const { bound } = hedgeOf(folded, at - 1, measure.end, true);
  return {
    figure: {
      start: at - 1,
      end: measure.end,
      kind: "duration",
      low: value,
      high: value,
      open: false,
      unit: measure.unit.unit,
      assumedUnit: false,
      step,
      bound,
      doubtful: false,
    },
    next: measure.end,
  };
}

/** 對折: half the price. */
function pairFold(line: Line, at: number, from: number): Special {
  const value = whole(50);
  const share: Share = {
    end: at + 2,
    kind: "percent",
    unit: "%",
    low: value,
    high: value,
    step: whole(10),
    open: false,
  };
  return { figure: shareFigure(line, share, at, from), next: at + 2 };
}

function spelled(line: Line, at: number, from: number): Special | undefined {
  const found = spelledShare(line.folded, at);
  if (!found) return undefined;
  const value = quotient(BigInt(found.numerator), BigInt(found.denominator));
  if (found.kind) {
    const unit = found.kind === "percent" ? "%" : "pp";
    const part: Share = {
      end: found.end,
      kind: found.kind,
      unit,
      low: value,
      high: value,
      step: HUNDREDTH,
      open: false,
    };
    return { figure: shareFigure(line, part, at, from), next: found.end };
  }
  const share: Share = {
    end: found.end,
    kind: "fraction",
    unit: "1",
    low: value,
    high: value,
    step: HUNDREDTH,
    open: false,
  };
  return { figure: shareFigure(line, share, at, from), next: found.end };
}

/** The special form at `at`, if one begins there. */
export function specialForm(line: Line, at: number, from: number): Special | undefined {
  switch (classAt(line.folded, at)) {
    case VAGUE:
      return countless(line, at);
    case HALF:
      return half(line, at, from);
    case PAIR:
      return pairFold(line, at, from);
    case LETTER:
      return spelled(line, at, from);
    default:
      return undefined;
  }
}

/** US$(12.3)m, for the measure that begins inside the bracket. */
export function accountingForm(line: Line, at: number, measure: Measure): Special | undefined {
  const found = bracketedMoney(line, at, measure.numeral.end);
  if (!found) return undefined;
  const { low, step } = measureValue(line, measure, undefined, found.magnitude?.exponent ?? 0);
  const value = negate(low);
  const { start, code, assumed } = found.prefix;
  return {
    figure: {
      start,
      end: found.end,
      kind: "money",
      low: value,
      high: value,
      open: false,
      unit: code,
      assumedUnit: assumed,
      step,
      bound: "exact",
      direction: "down",
      doubtful: false,
    },
    next: found.end,
  };
}
