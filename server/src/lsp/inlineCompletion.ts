// textDocument/inlineCompletion (LSP 3.18): the figure alone; a command of the client's own adds the citation behind it, so that
// one undo takes both back. Off while the list is open.
import type { InlineCompletionItem, InlineCompletionParams } from "vscode-languageserver/node";
import { inlineFigure } from "../../../corpus/src/features/completion/inlineFigure.ts";
import type { SourceAt } from "../../../corpus/src/features/citing/citePlain.ts";
import { offsetAt, rangeOf } from "./convert.ts";
import type { Session } from "./session.ts";

/** The argument of the command: the figure that was inserted, and its source. */
export interface AddCitation {
  readonly uri: string;
  readonly text: string;
  readonly source: SourceAt;
}

export function inlineCompletion(session: Session, { textDocument, position, context }: InlineCompletionParams): InlineCompletionItem[] | null {
  if (!session.settings.inlineSuggest || context.selectedCompletionInfo) return null;
  const draft = session.draft(textDocument.uri);
  const found = draft && inlineFigure(session.desk, draft, offsetAt(draft, position));
  if (!found) return null;
  const argument: AddCitation = { uri: textDocument.uri, text: found.text, source: found.source };
  const cites = session.knowsCommands && session.settings.citationInsert === "withCitation";
  return [
    {
      insertText: found.text,
      filterText: found.text,
      range: rangeOf(draft, found),
      ...(cites ? { command: { title: "Add citation", command: "tickmark.addCitation", arguments: [argument] } } : {}),
    },
  ];
}
