// A table cell that holds nothing but a number: its unit and magnitude come from the cell's heads and the table's caption.
import { multiply, negate, type Decimal } from "../text/decimal.ts";
import { fold } from "../text/fold.ts";
import type { CellContext } from "../text/passage.ts";
import type { Figure } from "./figure.ts";
import { isDigitAt, isLetterAt } from "./characterClasses.ts";
import { cuesOf, firstCue, oneOf } from "./cues.ts";
import { headKind, headUnit, unitPhrase, type HeadUnit } from "./headUnit.ts";
import type { Line } from "./line.ts";
import { secondAfter } from "./joinRange.ts";
import { numeralValue } from "./numeralValue.ts";
import { readNumeral } from "./readNumeral.ts";
import { suffixAt } from "./suffixTable.ts";

const LONGEST_CELL = 40;
const NO_FIGURES = cuesOf(
  "代號 代碼 代码 股號 序號 編號 排名 名次 日期 年度 年份 code ticker symbol no. rank date year #",
);
const PERCENT: HeadUnit = { kind: "percent", unit: "%", coefficient: 1, exponent: 0, assumed: false };
const MULTIPLE: HeadUnit = { kind: "multiple", unit: "x", coefficient: 1, exponent: 0, assumed: false };

function unitOf(line: Line, cell: CellContext): HeadUnit {
  const { region } = line;
  const table = unitPhrase(cell.unit, region) ?? headUnit(cell.unit, region);
  for (const head of [cell.rowHead, cell.columnHead]) {
    const written = headUnit(head, region);
    if (written?.kind) return written;
    if (written && table?.kind) return { ...table, exponent: written.exponent };
    switch (headKind(head)) {
      case "rate":
        return PERCENT;
      case "multiple":
        return MULTIPLE;
      case "per share":
        if (table?.kind === "money") return { ...table, exponent: 0 };
        break;
      case undefined:
        break;
    }
  }
  return table ?? { kind: "count", unit: "", coefficient: 1, exponent: 0, assumed: false };
}

const saysNoFigure = (head: string): boolean => {
  const folded = fold(head);
  return firstCue(folded, 0, folded.length, NO_FIGURES) >= 0;
};

/** Whether nothing but marks of an estimate and footnotes (`A`, `E`, `*`) follows the number. */
function endsCell(folded: string, from: number, trimmed: number): boolean {
  let at = from;
  if (isLetterAt(folded, at) && oneOf(folded, at, "ae")) at++;
  while (at < trimmed && oneOf(folded, at, "*† ")) at++;
  return at >= trimmed;
}

/** The figure of a cell that is a bare number; undefined for any other cell, which is read as text. */
export function cellFigure(line: Line, cell: CellContext): Figure | undefined {
  const { folded } = line;
  if (folded.length > LONGEST_CELL || saysNoFigure(cell.columnHead)) return undefined;
  const trimmed = folded.trimEnd().length;
  const start = folded.length - folded.trimStart().length;
  const bracket = folded.charAt(start) === "(" && folded.charAt(trimmed - 1) === ")";
  let at = bracket ? start + 1 : start;
  const negative = bracket || (oneOf(folded, at, "-▼▽") && isDigitAt(folded, at + 1));
  if (oneOf(folded, at, "-+▼▽▲△")) at++;
  if (!isDigitAt(folded, at)) return undefined;
  const numeral = readNumeral(line, at);
  if (!numeral || numeral.broken || numeral.magnitude) return undefined;
  // A unit of its own makes the cell a text, except in brackets, which are no minus there.
  const suffix = bracket ? suffixAt(line, numeral.end) : undefined;
  const written = suffix && numeral.end + suffix.word.length === trimmed - 1 ? suffix : undefined;
  const second = bracket ? undefined : secondAfter(line, numeral.end, false);
  const range =
    second && !second.measure.unit && !second.measure.excluded && second.measure.end >= trimmed
      ? second.measure
      : undefined;
  const end = range ? range.end : bracket ? trimmed : numeral.end;
  if (!range && !endsCell(folded, (written ? trimmed - 1 : numeral.end) + (bracket ? 1 : 0), trimmed)) return undefined;
  const unit: HeadUnit = written
    ? {
        kind: written.kind,
        unit: written.unit || written.word,
        coefficient: written.coefficient,
        exponent: written.exponent,
        assumed: false,
      }
    : unitOf(line, cell);
  const bareYear =
    numeral.integerDigits === 4 &&
    !numeral.comma &&
    numeral.decimals === 0 &&
    numeral.size >= 1900 &&
    numeral.size < 2100;
  if (
    bareYear &&
    !unitPhrase(cell.unit, line.region) &&
    !headUnit(cell.columnHead, line.region) &&
    !headUnit(cell.rowHead, line.region)
  )
    return undefined;
  const scale: Decimal = { coefficient: BigInt(unit.coefficient), exponent: unit.exponent };
  const value = numeralValue(line, numeral);
  const low = multiply(negative ? negate(value.low) : value.low, scale);
  const high = range ? multiply(numeralValue(line, range.numeral).high, scale) : low;
  return {
    start,
    end,
    kind: unit.kind ?? "count",
    low,
    high,
    open: false,
    unit: unit.unit,
    assumedUnit: unit.assumed,
    step: multiply(value.step, scale),
    bound: "exact",
    ...(negative ? { direction: "down" as const } : {}),
    doubtful: numeral.doubtful,
  };
}
