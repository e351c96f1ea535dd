// tickmark/nudge: whether opening the list by itself would show something, asked by the client after a committed Han
// character. The list opens only on a true answer, so that it never flashes empty over the input method.
import type { TextDocumentPositionParams } from "vscode-languageserver/node";
import { isWorthANudge } from "../../../corpus/src/features/completion/nudge.ts";
import { offsetAt } from "./convert.ts";
import type { Session } from "./session.ts";

export function nudge(session: Session, { textDocument, position }: TextDocumentPositionParams): boolean {
  const draft = session.draft(textDocument.uri);
  return draft !== undefined && isWorthANudge(session.desk, session.typeAhead, draft, offsetAt(draft, position));
}
