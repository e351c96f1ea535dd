// Parts of a whole: 三分之二, 三份之一, 十分一, 百分之五點二, 百分百, 1/10, 一半, and ratios (10:1, 3比1).
import { shift, whole, type Decimal } from "../text/decimal.ts";
import type { FigureKind } from "./figure.ts";
import { classAt, DIGIT, isDigitAt, isNumeralAt, NATIVE_DIGIT, VAGUE } from "./characterClasses.ts";
import { clauseStart, cuesOf, endsWith, lastCue, oneOf, starts, wordsOf } from "./cues.ts";
import { afterSpace, type Line } from "./line.ts";
import { numeralValue } from "./numeralValue.ts";
import { readNumeral, type Numeral } from "./readNumeral.ts";

export interface Share {
  readonly end: number;
  readonly kind: FigureKind;
  readonly unit: string;
  readonly low: Decimal;
  readonly high: Decimal;
  readonly step: Decimal;
  readonly open: boolean;
}
/** A reading that says the number is none (a date, a time), to be passed over to `end`. */
export interface NoShare {
  readonly end: number;
  readonly kind: undefined;
}

const ONE = whole(1);

/** numerator ÷ denominator to four decimals (0.6667), to four significant digits where that would leave less than three. */
export function quotient(numerator: bigint, denominator: bigint): Decimal {
  if (denominator === 0n) return whole(0);
  let rest = numerator;
  for (let exponent = 0; exponent > -30; exponent--) {
    if (rest % denominator === 0n) return { coefficient: rest / denominator, exponent };
    const rounded = (rest * 2n + denominator) / (denominator * 2n);
    if (exponent <= -4 && rounded >= 100n) return { coefficient: rounded, exponent };
    rest *= 10n;
  }
  return whole(0);
}

/** A hundredth of the value's own size: what a fraction in words is good for. */
const stepOf = (value: Decimal): Decimal => shift(ONE, value.coefficient.toString().length - 1 + value.exponent - 1);

const fraction = (line: Line, over: Numeral, under: Numeral, end: number): Share => {
  const top = numeralValue(line, over);
  const bottom = numeralValue(line, under).low;
  const part = (value: Decimal): Decimal => {
    const exponent = Math.min(value.exponent, bottom.exponent);
    return quotient(
      value.coefficient * 10n ** BigInt(value.exponent - exponent),
      bottom.coefficient * 10n ** BigInt(bottom.exponent - exponent),
    );
  };
  const low = part(top.low);
  return {
    end,
    kind: "fraction",
    unit: "1",
    low,
    high: top.high === top.low ? low : part(top.high),
    step: stepOf(low),
    open: over.open,
  };
};

const percent = (line: Line, over: Numeral, end: number): Share => ({
  end,
  kind: "percent",
  unit: "%",
  ...numeralValue(line, over),
  open: over.open,
});

const isNumber = (folded: string, at: number): boolean => isNumeralAt(folded, at) || classAt(folded, at) === VAGUE;

/** N分之M, M/N and the like, given the number that ends at `numeral.end`. */
export function readShare(line: Line, numeral: Numeral): Share | NoShare | undefined {
  const { folded } = line;
  const { end } = numeral;
  const unit = folded.charAt(end);
  if (unit === "分" || unit === "份") return partOf(line, numeral);
  if (unit === "百") return undefined;
  if (unit === "半" && numeral.single === 1 && folded.charAt(numeral.start) === "一") {
    if (oneOf(folded, numeral.start - 1, "另") || oneOf(folded, end + 1, "天日年半")) return undefined;
    return {
      end: end + 1,
      kind: "fraction",
      unit: "1",
      low: shift(whole(5), -1),
      high: shift(whole(5), -1),
      step: shift(ONE, -2),
      open: false,
    };
  }
  if (unit === "/" || unit === "⁄") return slash(line, numeral);
  if (unit === ":" || unit === "比") return ratio(line, numeral);
  return undefined;
}

function partOf(line: Line, numeral: Numeral): Share | undefined {
  const { folded } = line;
  const { end } = numeral;
  if (folded.charAt(end + 1) === "之") {
    const from = afterSpace(folded, end + 2);
    if (numeral.size === 100 && oneOf(folded, from, "百")) {
      const hundred = whole(100);
      return { end: from + 1, kind: "percent", unit: "%", low: hundred, high: hundred, step: ONE, open: false };
    }
    const over =
      isNumber(folded, from) || oneOf(folded, from, "負-")
        ? readNumeral(line, oneOf(folded, from, "負-") ? from + 1 : from)
        : undefined;
    if (!over || over.broken || numeral.broken) return undefined;
    const stop = over.trailingMore ? over.end - 1 : over.end;
    if (numeral.size === 100)
      return oneOf(folded, from, "負-")
        ? negated(percent(line, over, stop))
        : percentRange(line, percent(line, over, stop));
    return numeral.size >= 2 ? fraction(line, over, numeral, stop) : undefined;
  }
  // 百分百; 三分一, 四分三, 十分一.
  if (numeral.size === 100 && numeral.bare && oneOf(folded, end + 1, "百")) {
    const hundred = whole(100);
    return { end: end + 2, kind: "percent", unit: "%", low: hundred, high: hundred, step: ONE, open: false };
  }
  if (
    numeral.arabic ||
    numeral.size > 10 ||
    numeral.size < 2 ||
    numeral.decimals ||
    classAt(folded, end + 1) !== NATIVE_DIGIT
  )
    return undefined;
  const over = readNumeral(line, end + 1);
  if (!over || over.single < 1 || over.single >= numeral.size || oneOf(folded, over.end, "秒鐘球分十個家種點"))
    return undefined;
  if (folded.charAt(numeral.start - 1) === "时" || endsWith(folded, numeral.start, "小時 點 得")) return undefined;
  return fraction(line, over, numeral, over.end);
}

/** 百分之三至五, 百分之三至百分之五. */
function percentRange(line: Line, first: Share): Share {
  const { folded } = line;
  const at = afterSpace(folded, first.end);
  if (!oneOf(folded, at, "至到-~")) return first;
  const from = starts(folded, at + 1, "百分之 百份之") ? at + 4 : at + 1;
  const over = isNumber(folded, from) ? readNumeral(line, from) : undefined;
  if (
    !over ||
    over.broken ||
    over.open ||
    (from === at + 1 && !oneOf(folded, over.end, "之間,。的、不以或") && over.end < folded.length)
  )
    return first;
  const { high, step } = numeralValue(line, over);
  return { ...first, end: over.end, high, step };
}

const negated = (share: Share): Share => ({
  ...share,
  low: { ...share.low, coefficient: -share.low.coefficient },
  high: { ...share.high, coefficient: -share.high.coefficient },
});

const PART_CUES = cuesOf(
  "約 近 逾 超過 不到 僅 只有 只 佔 占 的 為 是 達 至 到 減 跌 少 縮 降 增 剩 接近 大約 不足 過 近乎 相當於 有 高達 至少 剩下 about nearly over than around of by to",
);

/** a/b with a < b is a fraction where the words say so; month/day otherwise. */
function slash(line: Line, numeral: Numeral): Share | NoShare | undefined {
  const { folded } = line;
  if (!numeral.arabic || numeral.decimals || numeral.comma || numeral.magnitude || !isDigitAt(folded, numeral.end + 1))
    return undefined;
  const under = readNumeral(line, numeral.end + 1);
  if (!under || under.decimals || under.comma || under.magnitude) return undefined;
  const none: NoShare = { end: under.end, kind: undefined };
  const more = oneOf(folded, under.end, "/");
  if (
    more ||
    numeral.size < 1 ||
    numeral.size >= under.size ||
    (under.size > 100 && numeral.size !== 1) ||
    isDigitAt(folded, numeral.start - 2)
  )
    return more ? passDigits(folded, under.end) : dateOrNothing(folded, numeral, under, none);
  let at = numeral.start;
  if (folded.charCodeAt(at - 1) === 0x20) at--;
  const said =
    endsWith(folded, at, PART_WORDS) ||
    starts(folded, afterSpace(folded, under.end), "的 以上 以下 左右 強 弱 of 厘 % 個百分點");
  if (!said || starts(folded, under.end, "日 盤 號 (")) return dateOrNothing(folded, numeral, under, none);
  return fraction(line, numeral, under, under.end);
}
const PART_WORDS = wordsOf(PART_CUES).join(" ");

/** 12/8 is a date; 7/12% leaves its right side to be read. */
function dateOrNothing(folded: string, numeral: Numeral, under: Numeral, none: NoShare): NoShare | undefined {
  return numeral.size <= 12 && under.size <= 31 && numeral.integerDigits <= 2 && !oneOf(folded, under.end, "%萬億")
    ? none
    : undefined;
}

function passDigits(folded: string, from: number): NoShare {
  let at = from;
  while (classAt(folded, at) === DIGIT || folded.charAt(at) === "/") at++;
  return { end: at, kind: undefined };
}

const RATIO_CUES = cuesOf("比例 比率 比 配股 拆 換 送 供 並股 合股 槓桿 賠率 ratio split 對");

function ratio(line: Line, numeral: Numeral): Share | NoShare | undefined {
  const { folded } = line;
  if (numeral.magnitude || numeral.comma || numeral.open || numeral.row) return undefined;
  const colon = folded.charAt(numeral.end) === ":";
  if (colon && !numeral.arabic) return undefined;
  const from = colon ? numeral.end + 1 : afterSpace(folded, numeral.end + 1);
  if (numeral.arabic ? !isDigitAt(folded, from) : classAt(folded, from) !== NATIVE_DIGIT && !isNumeralAt(folded, from))
    return undefined;
  const under = readNumeral(line, from);
  if (!under || under.broken || under.magnitude || under.comma || under.open) return undefined;
  const none: NoShare = { end: under.end, kind: undefined };
  if (colon && folded.charAt(under.end) === ":" && isDigitAt(folded, under.end + 1)) {
    let at = under.end;
    while (classAt(folded, at) === DIGIT || folded.charAt(at) === ":") at++;
    return { end: at, kind: undefined };
  }
  const clock =
    colon && under.integerDigits === 2 && under.size < 60 && numeral.size < 25 && !under.decimals && !numeral.decimals;
  if (clock && lastCue(folded, clauseStart(folded, numeral.start, 12), numeral.start, RATIO_CUES) < 0) return none;
  if (numeral.integerDigits === 4 && under.integerDigits === 4) return none;
  if (!numeral.arabic && numeral.single < 0 && numeral.size < 10) return undefined;
  const share = fraction(line, numeral, under, under.end);
  return { ...share, kind: "ratio", unit: "ratio" };
}
