// Text files under a corpus folder get the language `tickmark-feed`: word wrap and long-line settings that keep a line of
// 20,000 characters readable. Other text files are left alone.
import * as vscode from "vscode";
import { isInCorpus } from "./corpusFolders.ts";

const assign = async (document: vscode.TextDocument): Promise<void> => {
  if (document.languageId === "plaintext" && document.uri.path.toLowerCase().endsWith(".txt") && isInCorpus(document.uri))
    await vscode.languages.setTextDocumentLanguage(document, "tickmark-feed");
};

/** Gives the language to open documents now and to every one opened later. */
export function assignFeedLanguage(): vscode.Disposable {
  for (const document of vscode.workspace.textDocuments) void assign(document);
  return vscode.workspace.onDidOpenTextDocument((document) => void assign(document));
}
