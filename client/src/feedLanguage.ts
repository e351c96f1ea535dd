// Text files under a corpus folder get the language `tickmark-feed` when they are shown: word wrap and long-line settings
// that keep a line of 20,000 characters readable. Other text files are left alone. Not when they are merely opened: VS
// Code opens one at every Ctrl+hover on a citation, and a change of language there makes it open the next.
import * as vscode from "vscode";
import { isInCorpus } from "./corpusFolders.ts";

async function assign({ document }: vscode.TextEditor): Promise<void> {
  if (
    document.languageId !== "plaintext" ||
    !document.uri.path.toLowerCase().endsWith(".txt") ||
    !isInCorpus(document.uri)
  )
    return;
  try {
    await vscode.languages.setTextDocumentLanguage(document, "tickmark-feed");
  } catch {
    // closed meanwhile
    return;
  }
  // a jump went to its place before the lines were wrapped: it is shown again in the wrapped text
  for (const editor of vscode.window.visibleTextEditors)
    if (
      editor.document.uri.toString() === document.uri.toString() &&
      !editor.selection.start.isEqual(new vscode.Position(0, 0))
    )
      editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Gives the language to the files that are on the screen, now and later. */
export function assignFeedLanguage(): vscode.Disposable {
  const assignAll = (editors: readonly vscode.TextEditor[]) => {
    for (const editor of editors) void assign(editor);
  };
  assignAll(vscode.window.visibleTextEditors);
  return vscode.window.onDidChangeVisibleTextEditors(assignAll);
}
