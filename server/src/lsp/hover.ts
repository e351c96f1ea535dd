// textDocument/hover
import { MarkupKind, type Hover, type HoverParams } from "vscode-languageserver/node";
import { findHover } from "../../../corpus/src/features/hover/hover.ts";
import { offsetAt, rangeOf } from "./convert.ts";
import type { Session } from "./session.ts";

export function hover(session: Session, { textDocument, position }: HoverParams): Hover | null {
  const draft = session.draft(textDocument.uri);
  const card = draft && findHover(session.desk, draft, offsetAt(draft, position));
  return card ? { contents: { kind: MarkupKind.Markdown, value: card.markdown }, range: rangeOf(draft, card) } : null;
}
