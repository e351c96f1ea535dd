// The figures of a note as CSV, a row each, with what they cite: UTF-8 with a byte order mark and CRLF, as spreadsheets want it,
// and no cell that a spreadsheet would run as a formula.
import { formatDecimal } from "../../text/decimal.ts";
import { lineAt } from "../../text/lines.ts";
import { citationOfFigure } from "../citing/citedFigure.ts";
import type { Desk } from "../desk.ts";
import type { Draft } from "../draft.ts";
import type { ExportedCitation } from "./exportedCitation.ts";

const COLUMNS = ["line", "column", "text", "kind", "value", "high", "unit", "bound", "outcome", "sourcePath", "sourceLine", "sourceColumn", "sourceText", "quote", "title", "publisher", "date", "dateInferred"] as const;

/** Lines and columns are 1-based, columns UTF-16. `pathOf` gives a source's path as the reader is to see it. */
export function exportCsv(desk: Desk, draft: Draft, exported: readonly ExportedCitation[], pathOf: (path: string) => string): string {
  const byCitation = new Map(exported.map((one) => [one.citation, one]));
  const rows = draft.passages.flatMap((passage) =>
    draft.read(passage).figures.map((figure): Partial<Record<(typeof COLUMNS)[number], string | number>> => {
      const { start, end } = draft.spanOf(passage, figure);
      const citation = citationOfFigure(desk, draft, start);
      const cited = citation && byCitation.get(citation);
      const line = lineAt(draft.lines, start);
      const { low, high } = figure;
      const [value, last] = [formatDecimal(low), formatDecimal(high)];
      return {
        line: line + 1,
        column: start - (draft.lines[line] ?? 0) + 1,
        text: draft.text.slice(start, end),
        kind: figure.kind,
        value,
        ...(last === value ? {} : { high: last }),
        unit: figure.unit,
        bound: figure.bound,
        outcome: cited?.outcome ?? (citation ? "missing" : "uncited"),
        ...(cited?.path === undefined ? {} : { sourcePath: pathOf(cited.path) }),
        ...(cited?.place ? { sourceLine: cited.place.line + 1, sourceColumn: cited.place.start + 1 } : {}),
        ...(cited?.figure === undefined ? {} : { sourceText: cited.figure }),
        ...(cited ? { quote: cited.quote } : {}),
        ...(cited?.article?.title === undefined ? {} : { title: cited.article.title }),
        ...(cited?.article?.publisher === undefined ? {} : { publisher: cited.article.publisher }),
        ...(cited?.article?.date ? { date: cited.article.date.day, dateInferred: String(cited.article.date.inferred) } : {}),
      };
    }),
  );
  const lines = [COLUMNS.join(","), ...rows.map((row) => COLUMNS.map((column) => cell(row[column])).join(","))];
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** A cell that begins as a formula does gets an apostrophe before it (OWASP, CSV injection); plain numbers stay numbers. */
export function cell(value: string | number | undefined): string {
  if (value === undefined) return "";
  const text = String(value);
  const safe = /^[\s]*[=+\-@＝＋－＠\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
