// The nudge: VS Code opens no list while Han characters are typed (Markdown's quick suggestions are off, and trigger
// characters inside a word are suppressed), so after a committed Han character the server is asked whether a list would
// show something, and only then it is opened. Preedit text is Latin or bopomofo, which never ends in a Han character.
import * as vscode from "vscode";
import { isInCorpus } from "./corpusFolders.ts";
import type { Server } from "./server.ts";

const HAN_AT_END = /[\u3400-\u4dbf\u4e00-\u9fff]$/;
/** Commits in quick succession ask once. */
const PAUSE = 60;

/** Watches what is typed into notes. */
export function startNudge(server: Server): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  const listener = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    const editor = vscode.window.activeTextEditor;
    const [change] = contentChanges;
    if (editor?.document !== document || document.languageId !== "markdown" || contentChanges.length !== 1 || reason !== undefined || !change) return;
    if (!HAN_AT_END.test(change.text) || change.text.length > 40 || isInCorpus(document.uri)) return;
    const mode = vscode.workspace.getConfiguration("tickmark", document.uri).get<string>("suggest.nudge", "onMatch");
    if (mode === "off" || (mode === "afterAt" && !afterAt(document, change.range.start))) return;
    const { version } = document;
    clearTimeout(timer);
    timer = setTimeout(() => void ask(editor, version), PAUSE);
  });
  const ask = async (editor: vscode.TextEditor, version: number): Promise<void> => {
    const { document, selection } = editor;
    if (document.version !== version || !selection.isEmpty) return;
    const wanted = await server.request<boolean>("tickmark/nudge", server.positionParams(document, selection.active));
    if (wanted && document.version === version && vscode.window.activeTextEditor === editor) await vscode.commands.executeCommand("editor.action.triggerSuggest", { auto: true });
  };
  return new vscode.Disposable(() => {
    clearTimeout(timer);
    listener.dispose();
  });
}

/** Whether a name is being typed behind `@` or `＠`. */
const afterAt = (document: vscode.TextDocument, position: vscode.Position): boolean =>
  /[@＠][^\s，。、；：,;]*$/.test(document.lineAt(position.line).text.slice(0, position.character));
