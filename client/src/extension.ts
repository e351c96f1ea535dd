// VS Code's side of Tickmark: looks for the corpus folders, starts the language server where there are any, and wires
// commands, status and nudge. Where there is no corpus it starts nothing and shows only the command that chooses one.
import * as vscode from "vscode";
import { chooseCorpusFolder } from "./chooseCorpusFolder.ts";
import { corpusFolders } from "./corpusFolders.ts";
import { assignFeedLanguage } from "./feedLanguage.ts";
import { startNudge } from "./nudge.ts";
import { Server } from "./server.ts";
import { StatusItem } from "./statusItem.ts";

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const status = new StatusItem();
  const own = new Server(context, status);
  server = own;
  const startWhereWanted = async () => {
    const folders = await corpusFolders();
    await vscode.commands.executeCommand("setContext", "tickmark.hasCorpus", folders.length > 0);
    if (folders.length) await own.start();
  };
  context.subscriptions.push(
    status,
    vscode.commands.registerCommand("tickmark.chooseCorpusFolder", async () => {
      if (await chooseCorpusFolder()) await startWhereWanted();
    }),
    vscode.commands.registerCommand("tickmark.suggest", () => vscode.commands.executeCommand("editor.action.triggerSuggest")),
    vscode.commands.registerCommand("tickmark.rebuildIndex", () => own.rebuild()),
    vscode.commands.registerCommand("tickmark.showLog", () => own.showLog()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("tickmark.corpus.folders")) void startWhereWanted();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => void startWhereWanted()),
    assignFeedLanguage(),
    startNudge(own),
  );
  await startWhereWanted();
}

export const deactivate = (): Promise<void> | undefined => server?.stop();
