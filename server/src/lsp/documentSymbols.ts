// textDocument/documentSymbol: the articles of a feed file; the headings of a note with the figures under them.
import { SymbolKind, type DocumentSymbol, type DocumentSymbolParams } from "vscode-languageserver/node";
import { outline, type OutlineNode } from "../../../corpus/src/features/symbols/outline.ts";
import { rangeOf, type Lined } from "./convert.ts";
import type { Session } from "./session.ts";

const KIND = { article: SymbolKind.File, heading: SymbolKind.String, figure: SymbolKind.Number } as const;

export function documentSymbols(session: Session, { textDocument }: DocumentSymbolParams): DocumentSymbol[] | null {
  const draft = session.draft(textDocument.uri);
  return draft ? outline(draft).map((node) => symbolOf(draft, node)) : null;
}

const symbolOf = (draft: Lined, node: OutlineNode): DocumentSymbol => ({
  name: node.name,
  detail: node.detail,
  kind: KIND[node.kind],
  range: rangeOf(draft, node.range),
  selectionRange: rangeOf(draft, node.selection),
  children: node.children.map((child) => symbolOf(draft, child)),
});
