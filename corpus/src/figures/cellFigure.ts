// A table cell that holds nothing but a number: its unit and magnitude come from the cell's heads and the table's caption.
import { multiply, negate, type Decimal } from "../text/decimal.ts";
import type { CellContext } from "../text/passage.ts";
import type { Figure } from "./figure.ts";
import { isDigitAt, isLetterAt } from "./characterClasses.ts";
import { cuesOf, firstCue, oneOf } from "./cues.ts";
import { headKind, headUnit, unitPhrase, type HeadUnit } from "./headUnit.ts";
import type { Line } from "./line.ts";
import { numeralValue } from "./numeralValue.ts";
import { readNumeral } from "./readNumeral.ts";
import { fold } from "../text/fold.ts";

const LONGEST_CELL = 40;
const NO_FIGURES = cuesOf("代號 代碼 代码 股號 序號 編號 排名 名次 日期 年度 年份 code ticker symbol no. rank date year #");
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
      case "rate": return PERCENT;
      case "multiple": return MULTIPLE;
      case "per share": if (table?.kind === "money") return { ...table, exponent: 0 }; break;
      case undefined: break;
    }
  }
  return table ?? { kind: "count", unit: "", coefficient: 1, exponent: 0, assumed: false };
}

const saysNoFigure = (head: string): boolean => {
  const folded = fold(head);
  return firstCue(folded, 0, folded.length, NO_FIGURES) >= 0;
};

/** The figure of a cell that is a bare number; undefined for any other cell, which is read as text. */
export function cellFigure(line: Line, cell: CellContext): Figure | undefined {
  const { folded, text } = line;
  if (folded.length > LONGEST_CELL || saysNoFigure(cell.columnHead)) return undefined;
  const trimmed = folded.trimEnd().length;
  let at = folded.length - folded.trimStart().length;
  const start = at;
  const bracket = folded.charAt(at) === "(" && folded.charAt(trimmed - 1) === ")";
  if (bracket) at++;
  const negative = bracket || (oneOf(folded, at, "-▼▽") && isDigitAt(folded, at + 1));
  if (oneOf(folded, at, "-+▼▽▲△")) at++;
  if (!isDigitAt(folded, at)) return undefined;
  const numeral = readNumeral(line, at);
  if (!numeral || numeral.broken || numeral.magnitude) return undefined;
  let end = numeral.end;
  if (bracket) end++;
  // Marks of an estimate or a footnote may follow; anything else makes the cell a text.
  let rest = end;
  if (isLetterAt(folded, rest) && oneOf(folded, rest, "ae")) rest++;
  while (rest < trimmed && oneOf(folded, rest, "*† ")) rest++;
  if (rest < trimmed) return undefined;
  const unit = unitOf(line, cell);
  const bareYear = numeral.integerDigits === 4 && !numeral.comma && numeral.decimals === 0 && numeral.size >= 1900 && numeral.size < 2100;
  if (bareYear && !unitPhrase(cell.unit, line.region) && !headUnit(cell.columnHead, line.region) && !headUnit(cell.rowHead, line.region)) return undefined;
  const scale: Decimal = { coefficient: BigInt(unit.coefficient), exponent: unit.exponent };
  const { low, step } = numeralValue(line, numeral);
  const value = multiply(negative ? negate(low) : low, scale);
  return {
    start, end: Math.min(end, text.length), kind: unit.kind ?? "count", low: value, high: value, open: false, unit: unit.unit, assumedUnit: unit.assumed,
    step: multiply(step, scale), bound: "exact", ...(negative ? { direction: "down" as const } : {}), doubtful: numeral.doubtful,
  };
}
