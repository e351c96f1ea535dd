// Kind and unit of a number: by its currency, its unit word, the words around a bare magnitude, or as an index level or count.
import type { FigureKind } from "./figure.ts";
import { bareNumber, isIndexLevel } from "./bareNumber.ts";
import { oneOf } from "./cues.ts";
import { hedgeOf } from "./hedges.ts";
import { localCurrency, type CurrencyPrefix } from "./currencyPrefix.ts";
import type { Line } from "./line.ts";
import { saysMoney } from "./moneyContext.ts";
import type { Measure } from "./readMeasure.ts";
import type { Unit } from "./suffixRules.ts";

export interface Kinded {
  readonly kind: FigureKind;
  readonly unit: string;
  readonly assumed: boolean;
}

const POINTS: Kinded = { kind: "points", unit: "points", assumed: false };
const COUNT: Kinded = { kind: "count", unit: "", assumed: false };

/** `start` is where the figure begins, `last` its last number. Nothing if it is no figure. */
export function kindOf(
  line: Line,
  start: number,
  last: Measure,
  unit: Unit | undefined,
  prefix: CurrencyPrefix | undefined,
): Kinded | undefined {
  const { folded, region } = line;
  const local = localCurrency(region);
  if (prefix) return { kind: "money", unit: prefix.code === "local" ? local : prefix.code, assumed: prefix.assumed };
  if (unit) return { kind: unit.kind, unit: unit.unit === "local" ? local : unit.unit, assumed: unit.assumed };
  const { numeral } = last;
  if (numeral.largest + last.english > 0) {
    // 逾百萬, 近千億 need no unit; 億 and 萬 alone do.
    const round =
      numeral.bare && (numeral.end - numeral.start < 2 || hedgeOf(folded, start, numeral.end, false).bound === "exact");
    if (!numeral.arabic && (round || numeral.largest < 4)) return undefined;
    if (numeral.arabic && numeral.largest < 3 && last.english === 0) return undefined;
    // 千億級, 百萬等級.
    if (oneOf(folded, last.end, "級等")) return undefined;
    if (last.english > 0) return COUNT;
    if (numeral.largest === 4 && isIndexLevel(folded, start)) return POINTS;
    return saysMoney(folded, start, last.end, region) ? { kind: "money", unit: local, assumed: true } : COUNT;
  }
  const bare = bareNumber(folded, numeral);
  return bare && { ...bare, assumed: false };
}
