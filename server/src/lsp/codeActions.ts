// textDocument/codeAction and codeAction/resolve: citing plain figures and mending citations. The edit is made when the action
// is chosen, for the version that it was listed for; where the client resolves nothing it is made at once.
import { CodeActionTriggerKind, type CodeAction, type CodeActionParams } from "vscode-languageserver/node";
import { actionEdits, citationActions, type ActionData } from "../../../corpus/src/features/citing/citationActions.ts";
import { offsetAt } from "./convert.ts";
import { decisionsAt } from "./decideEntity.ts";
import type { Session } from "./session.ts";
import { workspaceEdit } from "./workspaceEdit.ts";

interface ListedAction {
  readonly uri: string;
  readonly version: number;
  readonly action: ActionData;
}

export function codeActions(session: Session, params: CodeActionParams): CodeAction[] | null {
  const { textDocument, range, context } = params;
  const decisions = decisionsAt(session, params);
  const draft = session.draft(textDocument.uri);
  const version = session.documents.get(textDocument.uri)?.version;
  if (!draft?.note || version === undefined) return null;
  const found = citationActions(session.desk, draft, {
    from: offsetAt(draft, range.start),
    to: offsetAt(draft, range.end),
    only: context.only ?? [],
    invoked: context.triggerKind === CodeActionTriggerKind.Invoked,
  });
  const resolves = session.capabilities.textDocument?.codeAction?.resolveSupport?.properties.includes("edit") && session.capabilities.textDocument.codeAction.dataSupport;
  const cites = found.map(({ title, kind, preferred, data }) => {
    const listed: ListedAction = { uri: textDocument.uri, version, action: data };
    const action: CodeAction = { title, kind, ...(preferred ? { isPreferred: true } : {}), data: listed };
    return resolves ? action : resolveCodeAction(session, action);
  });
  return [...cites, ...decisions];
}

/** The action with its edit; as it was where the note has changed since. */
export function resolveCodeAction(session: Session, action: CodeAction): CodeAction {
  const listed = action.data as ListedAction | undefined;
  const draft = listed && session.draft(listed.uri);
  if (!draft || session.documents.get(listed.uri)?.version !== listed.version) return action;
  const edits = actionEdits(session.desk, draft, listed.action);
  return edits ? { ...action, edit: workspaceEdit(session, [{ uri: listed.uri, version: listed.version, lined: draft, edits }]) } : action;
}
