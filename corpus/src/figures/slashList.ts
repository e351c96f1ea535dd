// Numbers parted by slashes that share the unit of the last one: 5.2/7.1/9.3億元, 25/30倍. Each is a figure of its own.
// 12/8 is a date, 1/10 a fraction, 7%/12% are two figures anyway.
import type { FigureKind } from "./figure.ts";
import { isDigitAt } from "./characterClasses.ts";
import type { Line } from "./line.ts";
import { readMeasure, type Measure } from "./readMeasure.ts";

const LONGEST = 8;
const SHARED: ReadonlySet<FigureKind> = new Set([
  "percent",
  "percentage_point",
  "basis_point",
  "money",
  "multiple",
  "length",
  "power",
  "data_size",
  "mass",
  "area",
]);
const SLASH = 0x2f;

/** The measures of the list that `first` begins, the last one with the unit; undefined if it is none. */
export function slashList(line: Line, first: Measure, money: boolean): readonly Measure[] | undefined {
  const { folded } = line;
  if (first.unit || first.excluded || !first.numeral.arabic || first.numeral.magnitude || first.english)
    return undefined;
  const list: Measure[] = [first];
  let last = first;
  while (folded.charCodeAt(last.end) === SLASH && isDigitAt(folded, last.end + 1)) {
    const next = readMeasure(line, last.end + 1, money);
    if (!next || next.excluded || next.numeral.broken || list.length === LONGEST) return undefined;
    list.push(next);
    last = next;
    if (next.unit) break;
  }
  if (list.length < 2 || (folded.charCodeAt(last.end) === SLASH && isDigitAt(folded, last.end + 1))) return undefined;
  const decimals = list.some(({ numeral }) => numeral.decimals > 0);
  if (!last.unit) return money && (decimals || list.length > 2) ? list : undefined;
  if (!SHARED.has(last.unit.kind) || last.unit.classifier) return undefined;
  const part =
    list.length === 2 && !decimals && first.numeral.size < last.numeral.mantissa && last.numeral.mantissa <= 10;
  return part ? undefined : list;
}
