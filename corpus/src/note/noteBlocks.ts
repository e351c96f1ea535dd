// The block of a note that holds a place: paragraph, heading or table cell, with the row and table around a cell.
import type { SyntaxNode, Tree } from "@lezer/common";
import type { Span } from "../text/sentences.ts";

export interface NoteBlock {
  readonly range: Span;
  /** The row's cells and the table's body, where the block is a cell. */
  readonly row?: Span;
  readonly table?: Span;
  /** The table that ends right above this paragraph. */
  readonly tableAbove?: Span;
}

const span = ({ from, to }: SyntaxNode): Span => ({ start: from, end: to });

const bodyOf = (table: SyntaxNode): Span => ({
  start: table.getChild("TableDelimiter")?.to ?? table.from,
  end: table.to,
});

/** A table's body without its last row. */
const bodyAbove = (table: SyntaxNode, row: SyntaxNode): Span => ({
  start: bodyOf(table).start,
  end: Math.max(bodyOf(table).start, row.from),
});

/** The block at an offset; undefined between blocks. */
export function blockAt(tree: Tree, offset: number): NoteBlock | undefined {
  let node: SyntaxNode | null = tree.resolveInner(offset, 1);
  while (node && !/^(?:Paragraph|Task|TableCell|ATXHeading\d|SetextHeading\d)$/.test(node.name)) node = node.parent;
  if (!node) return undefined;
  const above = node.prevSibling;
  if (node.name !== "TableCell")
    return { range: span(node), ...(above?.name === "Table" ? { tableAbove: bodyOf(above) } : {}) };
  const row = node.parent;
  const table = row?.parent;
  if (!row || table?.name !== "Table") return { range: span(node) };
  // GFM takes a line right under a table for its last row
  const alone = row.getChildren("TableCell").length === 1;
  return {
    range: span(node),
    row: span(row),
    table: bodyOf(table),
    ...(alone ? { tableAbove: bodyAbove(table, row) } : {}),
  };
}
