// The nudge: VS Code opens no list while Han characters are typed (Markdown's quick suggestions are off, and trigger
// characters inside a word are suppressed), so after a committed Han character the server is asked whether a list would
// show something, and only then it is opened. Preedit text is Latin or bopomofo, which never ends in a Han character.
import * as vscode from "vscode";
import { isInCorpus } from "./corpusFolders.ts";
import type { Server } from "./server.ts";

const HAN_AT_END = /\p{Script=Han}$/u;
/** Milliseconds: commits in quick succession ask once. */
const PAUSE = 60;
/** More than an input method commits at once is a paste. */
const LONGEST_COMMIT = 40;

/** The command that runs when a suggestion of ours was accepted: what it wrote is no reason to open the list again. */
export const ACCEPTED = "tickmark.accepted";

/** Watches what is typed into notes. */
export function startNudge(server: () => Server | undefined): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  const accepted = vscode.commands.registerCommand(ACCEPTED, () => clearTimeout(timer));
  const listener = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    const editor = vscode.window.activeTextEditor;
    const [change] = contentChanges;
    if (editor?.document !== document || document.languageId !== "markdown" || !change) return;
    // what was to be asked is void after any change
    clearTimeout(timer);
    if (
      reason !== undefined ||
      contentChanges.length !== 1 ||
      change.text.length > LONGEST_COMMIT ||
      !HAN_AT_END.test(change.text)
    )
      return;
    const mode = vscode.workspace.getConfiguration("tickmark", document.uri).get<string>("suggest.nudge", "onMatch");
    if (mode === "off" || (mode === "afterAt" && !isAfterAt(document, change.range.start)) || isInCorpus(document.uri))
      return;
    const { version } = document;
    timer = setTimeout(() => void ask(editor, version), PAUSE);
  });
  const ask = async (editor: vscode.TextEditor, version: number): Promise<void> => {
    const { document, selection } = editor;
    const one = server();
    if (!one || document.version !== version || !selection.isEmpty) return;
    const wanted = await one.request<boolean>("tickmark/nudge", one.positionParams(document, selection.active));
    const stillThere =
      document.version === version && vscode.window.activeTextEditor === editor && editor.selection.isEqual(selection);
    if (wanted && stillThere) await vscode.commands.executeCommand("editor.action.triggerSuggest", { auto: true });
  };
  return new vscode.Disposable(() => {
    clearTimeout(timer);
    accepted.dispose();
    listener.dispose();
  });
}

/** Whether a name is being typed behind `@` or `＠`. */
const isAfterAt = (document: vscode.TextDocument, position: vscode.Position): boolean =>
  /[@＠][^\s，。、；：,;@＠]*$/.test(document.lineAt(position.line).text.slice(0, position.character));
