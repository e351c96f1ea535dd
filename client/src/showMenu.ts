// What a click on the status item offers: the state in words, and the commands that belong to it.
import * as vscode from "vscode";
import type { ServerStatus } from "./statusItem.ts";

interface Choice extends vscode.QuickPickItem {
  readonly command: string;
}

/** Shows the menu and runs what was chosen. */
export async function showMenu(status: ServerStatus | undefined): Promise<void> {
  const { t } = vscode.l10n;
  const problems = status?.problems ?? 0;
  const log: Choice = {
    label: problems ? `$(warning) ${t("Show problems")}` : `$(output) ${t("Show log")}`,
    description: problems ? t("{0} files have remarks", problems) : "",
    command: "tickmark.showLog",
  };
  const choices: Choice[] = [
    { label: `$(folder) ${t("Choose Corpus Folder…")}`, command: "tickmark.chooseCorpusFolder" },
    { label: `$(refresh) ${t("Rebuild index")}`, command: "tickmark.rebuildIndex" },
    log,
  ];
  const title = status
    ? t(
        "Tickmark: {0} articles in {1} files",
        status.articles.toLocaleString("en-US"),
        status.files.toLocaleString("en-US"),
      )
    : "Tickmark";
  const chosen = await vscode.window.showQuickPick(choices, { title });
  if (chosen) await vscode.commands.executeCommand(chosen.command);
}
