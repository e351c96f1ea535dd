// The cells of a Markdown table as passages: each with its row head, column head and unit.
import type { SyntaxNode } from "@lezer/common";
import type { Passage } from "./passage.ts";
import { plainPassages, type LineWalk } from "./plainText.ts";
import { cellUnit, unitOf } from "./tableUnit.ts";

interface Cell {
  readonly column: number;
  readonly passage: Passage;
}

/** The cells with text of a row; empty cells count as columns though the tree has no node for them. */
function cellsOf(
  row: SyntaxNode,
  source: string,
  shift: number,
  walk: LineWalk,
): { readonly cells: Cell[]; readonly pipes: number } {
  const cells: Cell[] = [];
  let pipes = 0;
  let leading = 0;
  for (let child = row.firstChild; child; child = child.nextSibling) {
    if (child.name === "TableDelimiter") {
      if (!cells.length && pipes === 0) leading = 1;
      pipes++;
    } else if (child.name === "TableCell") {
      const passage = plainPassages(child, source, shift, walk, "cell")[0];
      if (passage) cells.push({ column: pipes - leading, passage });
    }
  }
  return { cells, pipes };
}

/**
 * The passages of a table. Column heads are captions, row heads cells without context; every other cell says what it
 * belongs to. `caption` is the text before the table, where a unit may stand.
 */
export function tablePassages(
  table: SyntaxNode,
  source: string,
  shift: number,
  walk: LineWalk,
  caption: string,
): Passage[] {
  const passages: Passage[] = [];
  const heads: string[] = [];
  let tableUnit = "";
  for (let row = table.firstChild; row; row = row.nextSibling) {
    if (row.name === "TableHeader") {
      for (const { column, passage } of cellsOf(row, source, shift, walk).cells) {
        heads[column] = passage.text;
        passages.push({ ...passage, kind: "caption" });
      }
      tableUnit = unitOf(heads[0] ?? "") || captionUnit(caption);
    } else if (row.name === "TableRow") {
      const { cells, pipes } = cellsOf(row, source, shift, walk);
      if (!pipes) {
        // a line right under the table is a row of it to GFM: 資料來源:公司
        for (const { passage } of cells) passages.push({ ...passage, kind: "caption" });
        continue;
      }
      const rowHead = cells.find(({ column }) => column === 0)?.passage.text ?? "";
      const rowUnit = unitOf(rowHead);
      for (const { column, passage } of cells) {
        if (column === 0) passages.push(passage);
        else {
          const columnHead = heads[column] ?? "";
          passages.push({
            ...passage,
            cell: { rowHead, columnHead, unit: cellUnit(rowUnit, unitOf(columnHead), tableUnit) },
          });
        }
      }
    }
  }
  return passages;
}

/** A caption's unit counts where it is said to be one, or stands in brackets: prose may well end in 億元. */
const captionUnit = (caption: string): string =>
  /(?:單位|单位|幣別|[Uu]nit|UNIT|[(（][^()（）]{1,32}[)）]\s*[:：]?\s*$|^\s*[(（])/.test(caption)
    ? unitOf(caption)
    : "";
