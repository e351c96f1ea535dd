// What analysts decide about names: code actions that offer the choices, and the command that writes one as a row of
// `.tickmark/entities.tsv` in the workspace folder that holds the note. Nothing is offered or written without trust.
import { userInfo } from "node:os";
import type { CodeAction, CodeActionParams, ExecuteCommandParams } from "vscode-languageserver/node";
import type { Decision } from "../../../corpus/src/entities/decisions.ts";
import { decideActions, type Choice } from "../../../corpus/src/features/deciding/decideActions.ts";
import { appendDecision } from "../host/decisionFiles.ts";
import { isInside, pathOfUri } from "../host/paths.ts";
import { DECIDE, DECIDE_KIND } from "./capabilities.ts";
import { offsetAt } from "./convert.ts";
import type { Session } from "./session.ts";

/** The choices for the name at the cursor or the selected words. */
export function decisionsAt(session: Session, { textDocument, range, context }: CodeActionParams): CodeAction[] {
  const wanted = context.only ? context.only.some((kind) => DECIDE_KIND === kind || DECIDE_KIND.startsWith(`${kind}.`)) : context.triggerKind === 1;
  const draft = wanted && session.trusted ? session.draft(textDocument.uri) : undefined;
  if (!draft?.note || folderOf(session, textDocument.uri) === undefined) return [];
  const from = offsetAt(draft, range.start);
  return decideActions(session.desk, draft, { from, to: offsetAt(draft, range.end) }).map(({ title, choice }) => ({
    title,
    kind: DECIDE_KIND,
    command: { title, command: DECIDE, arguments: [textDocument.uri, choice] },
  }));
}

const folderOf = (session: Session, uri: string): string | undefined => {
  const path = pathOfUri(uri);
  return path === undefined ? undefined : session.folders.find((folder) => isInside(path, folder));
};

/** Writes the decision and takes it at once; what is wrong is shown to the analyst. */
export async function decide(session: Session, { command, arguments: given }: ExecuteCommandParams): Promise<null> {
  if (command !== DECIDE || !session.trusted) return null;
  const [uri, choice] = given ?? [];
  const folder = typeof uri === "string" ? folderOf(session, uri) : undefined;
  if (folder === undefined || !isChoice(choice)) return null;
  const decision: Decision = { action: choice.action, id: choice.id, name: choice.name, type: choice.type, by: who(), date: new Date().toISOString().slice(0, 10) };
  try {
    appendDecision(folder, decision);
  } catch (error) {
    session.connection.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    return null;
  }
  await session.readDecisions();
  return null;
}

function isChoice(given: unknown): given is Choice {
  if (typeof given !== "object" || given === null) return false;
  const { action, id, name, type } = given as Record<string, unknown>;
  return ["confirm", "correct", "merge", "reject"].includes(String(action)) && typeof id === "string" && id !== "" && typeof name === "string" && (type === undefined || type === null || typeof type === "string");
}

function who(): string {
  try {
    return userInfo().username;
  } catch {
    return "";
  }
}
