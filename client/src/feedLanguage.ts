// Text files under a corpus folder get the language `tickmark-feed`: word wrap and long-line settings that keep a line of
// 20,000 characters readable. Other text files are left alone.
import * as vscode from "vscode";
import { isInCorpus } from "./corpusFolders.ts";

async function assign(document: vscode.TextDocument): Promise<void> {
  if (document.languageId !== "plaintext" || !document.uri.path.toLowerCase().endsWith(".txt") || !isInCorpus(document.uri)) return;
  const feed = await vscode.languages.setTextDocumentLanguage(document, "tickmark-feed");
  // a jump went to its place before the lines were wrapped: it is shown again in the wrapped text
  for (const editor of vscode.window.visibleTextEditors)
    if (editor.document === feed && !editor.selection.start.isEqual(new vscode.Position(0, 0)))
      editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Gives the language to open documents now and to every one opened later. */
export function assignFeedLanguage(): vscode.Disposable {
  for (const document of vscode.workspace.textDocuments) void assign(document);
  return vscode.workspace.onDidOpenTextDocument((document) => void assign(document));
}
