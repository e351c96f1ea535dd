// VS Code's side of Tickmark: looks for the corpus folders, starts the language server where there are any, and wires
// commands, status and nudge. Where there is no corpus it starts nothing and shows only the command that chooses one.
import * as vscode from "vscode";
import { chooseCorpusFolder } from "./chooseCorpusFolder.ts";
import { corpusFolders } from "./corpusFolders.ts";
import { registerCiting } from "./citing.ts";
import { assignFeedLanguage } from "./feedLanguage.ts";
import { startNudge } from "./nudge.ts";
import { registerPaste } from "./pasteCitations.ts";
import type { Server } from "./server.ts";
import { showMenu } from "./showMenu.ts";
import { StatusItem } from "./statusItem.ts";

let server: Server | undefined;

/** Returns at once: reading the settings' folders and starting the server go on behind it. */
export function activate(context: vscode.ExtensionContext): void {
  const status = new StatusItem();
  const startWhereWanted = async (): Promise<void> => {
    const folders = await corpusFolders();
    await vscode.commands.executeCommand("setContext", "tickmark.hasCorpus", folders.length > 0);
    if (!folders.length) return;
    // the language client is most of the bundle: a window without a corpus never evaluates it
    const { Server } = await import("./server.ts");
    server ??= new Server(context, status);
    await server.start();
  };
  const rebuildIndex = () => server?.rebuild();
  const showLog = () => server?.showLog();
  context.subscriptions.push(
    status,
    vscode.commands.registerCommand("tickmark.chooseCorpusFolder", async () => {
      if (await chooseCorpusFolder()) await startWhereWanted();
    }),
    vscode.commands.registerCommand("tickmark.suggest", () =>
      vscode.commands.executeCommand("editor.action.triggerSuggest"),
    ),
    vscode.commands.registerCommand("tickmark.rebuildIndex", rebuildIndex),
    vscode.commands.registerCommand("tickmark.showLog", showLog),
    vscode.commands.registerCommand("tickmark.showMenu", () => showMenu(status.last)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("tickmark.corpus.folders")) void startWhereWanted();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => void startWhereWanted()),
    vscode.workspace.onDidGrantWorkspaceTrust(async () => {
      await startWhereWanted();
      await server?.trusted();
      await server?.settingsChanged();
    }),
    vscode.commands.registerCommand("tickmark.decideEntity", () =>
      vscode.commands.executeCommand("editor.action.codeAction", {
        kind: "refactor.tickmark.entity",
        apply: "never",
      }),
    ),
    assignFeedLanguage(),
    startNudge(() => server),
    registerCiting(() => server),
    registerPaste(() => server),
  );
  void startWhereWanted();
}

export const deactivate = (): Promise<void> | undefined => server?.stop();
