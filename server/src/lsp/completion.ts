// textDocument/completion and completionItem/resolve. The list is incomplete, so that the client asks again at every
// keystroke; filterText is what was typed, so that the client's own filter, which rejects matches inside a run of Han
// characters, keeps every item in our order (microsoft/vscode: fuzzyScore wants a word start).
import {
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
} from "vscode-languageserver/node";
import { documentCompletion } from "../../../corpus/src/features/completion/documentCompletion.ts";
import { findCompletions, type CompletionChoice } from "../../../corpus/src/features/completion/completion.ts";
import { offsetAt, rangeOf, type Lined } from "./convert.ts";
import type { Session } from "./session.ts";

export function completion(session: Session, { textDocument, position, context }: CompletionParams): CompletionList | null {
  const draft = session.draft(textDocument.uri);
  if (!draft) return null;
  const offset = offsetAt(draft, position);
  const trigger = context?.triggerCharacter;
  const choices = findCompletions(session.desk, session.typeAhead, draft, trigger === undefined ? { offset } : { offset, trigger });
  if (!choices.length) return null;
  return { isIncomplete: true, items: choices.map((choice, rank) => itemOf(draft, choice, rank, offset)) };
}

function itemOf(draft: Lined, choice: CompletionChoice, rank: number, offset: number): CompletionItem {
  const { edit, additional } = choice;
  return {
    label: choice.label,
    labelDetails: { detail: choice.detail, description: choice.description },
    kind: choice.kind === "figure" ? CompletionItemKind.Value : CompletionItemKind.Reference,
    sortText: String(rank).padStart(3, "0"),
    filterText: draft.text.slice(edit.start, offset),
    // a definition's lines must not be indented like the line of the figure
    insertTextMode: InsertTextMode.asIs,
    insertTextFormat: choice.snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: rangeOf(draft, edit), newText: edit.newText },
    ...(additional.length ? { additionalTextEdits: additional.map((one) => ({ range: rangeOf(draft, one), newText: one.newText })) } : {}),
    data: choice.about,
  };
}

/** Only the documentation is resolved: VS Code drops late edits that lie after the cursor. */
export function resolveCompletion(session: Session, item: CompletionItem): CompletionItem {
  const about = item.data as CompletionChoice["about"] | undefined;
  const value = about && documentCompletion(session.desk, about);
  return value ? { ...item, documentation: { kind: MarkupKind.Markdown, value } } : item;
}
