// What the guide leaves out although it is a number with a unit: small native counts, ordinals, names of periods and papers,
// idioms, models.
import type { FigureKind } from "./figure.ts";
import { isLetterAt } from "./characterClasses.ts";
import { endsWith, oneOf, starts } from "./cues.ts";
import { hedgeOf } from "./hedges.ts";
import type { Kinded } from "./kindOf.ts";
import { isIdiom, isLeading, isModel, isPointing, isWeekday, touchesMetric } from "./leftContext.ts";
import type { Line } from "./line.ts";
import type { Measure } from "./readMeasure.ts";
import type { Unit } from "./suffixRules.ts";

const STRONG: ReadonlySet<FigureKind> = new Set(["percent", "percentage_point", "basis_point", "money", "multiple"]);
const TENORS =
  "拆息 港元拆息 同業拆息 hibor 美債 國債 公債 債息 _treasury _note _bond _yield _jgb _gilt _bund _lpr _hibor _sofr _tp _target_price 成交 市 定存利率 lpr";

const smallNative = ({ numeral, open }: Measure): boolean =>
  numeral.native && !numeral.arabic && numeral.size < 10 && numeral.magnitude === 0 && !numeral.decimals && !open;

/** Letters stand directly before the number: a model (H200), unless they are a metric (ROE15%) or what follows is strong. */
export function isName(folded: string, start: number, from: number, { kind }: Kinded, magnitude: number): boolean {
  if (!isModel(folded, start, from) || touchesMetric(folded, start)) return false;
  if (oneOf(folded, start - 1, "/") && STRONG.has(kind)) return false;
  const letters = isLetterAt(folded, start - 1) && isLetterAt(folded, start - 2);
  return !(letters && (kind === "percent" || kind === "percentage_point" || (kind === "money" && magnitude >= 4)));
}

function isNativeWord(
  folded: string,
  start: number,
  first: Measure,
  last: Measure,
  unit: Unit | undefined,
  kind: FigureKind,
): boolean {
  const { numeral } = first;
  const duration = kind === "duration";
  // 每周六天: six days of each week.
  const eachWeek = unit?.word === "天" && oneOf(folded, start - 2, "每一");
  if (isWeekday(folded, start) && numeral.single >= 0 && !eachWeek) return true;
  if (isIdiom(folded, start) || numeral.single === 0) return true;
  // 二六八點, 一四三五元: newspapers that spell digits do so from three digits on.
  if (numeral.row && unit?.word !== "折" && (numeral.size < 100 || unit?.classifier === true)) return true;
  if (unit?.classifier && smallNative(first) && smallNative(last)) return true;
  // 半個馬位: less than one of a counted thing.
  if (unit?.classifier && numeral.size === 0.5) return true;
  if (numeral.single === 1 && duration && isPointing(folded, start)) return true;
  if (numeral.size === 0.5 && duration && oneOf(folded, start - 1, "上下大前後一多小每")) return true;
  if (!numeral.bare || numeral.open || kind === "multiple") return false;
  // 百家, 千年, 萬人, 億元 need a hedge before them; 千億美元 does not, unless it heads a table (單位:百萬元).
  const round =
    kind === "money" && numeral.end - numeral.start > 1 && !endsWith(folded, start, "單位 單位: ( (人民幣 (新台幣 /");
  return !round && hedgeOf(folded, start, first.end, false).bound === "exact";
}

/** iPhone 17 handsets, (2603 TW): the number belongs to the name before it, or is a code. */
function isNumberOfModel(line: Line, start: number, { numeral, english }: Measure, unit: Unit | undefined): boolean {
  if (!unit || !numeral.arabic || numeral.comma || numeral.decimals || numeral.magnitude || english) return false;
  const { folded, text } = line;
  if (unit.word === "tw") return numeral.integerDigits === 4 && folded.charCodeAt(numeral.end) === 0x20;
  if (unit.kind !== "count" || numeral.integerDigits > 2 || !isLetterAt(folded, unit.end - 1)) return false;
  let at = start - 1;
  if (folded.charCodeAt(at) !== 0x20 || !isLetterAt(folded, at - 1)) return false;
  let capital = false;
  while (isLetterAt(folded, at - 1) && start - at < 16) capital = isCapital(text, --at);
  const mixed = capital || isCapital(text, at + 1);
  // The first word of a sentence has its capital for another reason.
  return mixed && at >= 2 && folded.charCodeAt(at - 1) === 0x20 && !oneOf(folded, at - 2, ".:;!?*#>-");
}

const isCapital = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit >= 0x41 && unit <= 0x5a;
};

/** `start` is where the number itself begins, `first` and `last` its one or two measures. */
export function isLeftOut(
  line: Line,
  start: number,
  first: Measure,
  last: Measure,
  unit: Unit | undefined,
  kind: FigureKind,
): boolean {
  const { folded } = line;
  const { numeral } = first;
  const duration = kind === "duration";
  if (numeral.spelled && (!unit || unit.classifier || kind === "count") && first.english === 0) return true;
  if (!numeral.arabic && isNativeWord(folded, start, first, last, unit, kind)) return true;
  if (duration) {
    // 10年期公債, 7天期逆回購, 一個月拆息, 10-year Treasury: the name of a paper, not a length.
    if (
      oneOf(folded, last.end, "期") &&
      !oneOf(folded, last.end + 1, "限間內中後") &&
      !endsWith(folded, start, "為 共 長達 達")
    )
      return true;
    if (starts(folded, last.end, TENORS)) return true;
  }
  if (isNumberOfModel(line, start, first, unit)) return true;
  // 排12檔: a horse's place at the start.
  if (unit?.word === "档" && oneOf(folded, start - 1, "排由自")) return true;
  // 3房1套: the plan of a flat.
  if (unit?.word === "套" && oneOf(folded, start - 1, "房")) return true;
  return (duration || kind === "count") && isLeading(folded, start, duration);
}
