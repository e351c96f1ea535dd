// "Choose Corpus Folder…": asks for a folder and writes it to the workspace's settings, relative where it lies inside.
import * as vscode from "vscode";
import * as path from "node:path";
import { isInside } from "./corpusFolders.ts";

/** True when a folder was chosen and the setting written. */
export async function chooseCorpusFolder(): Promise<boolean> {
  const { t } = vscode.l10n;
  const active = vscode.window.activeTextEditor?.document.uri;
  const workspace = (active && vscode.workspace.getWorkspaceFolder(active)) ?? vscode.workspace.workspaceFolders?.[0];
  if (!workspace) {
    void vscode.window.showInformationMessage(
      t("Open the folder of your notes first; the corpus folder is a setting of it."),
    );
    return false;
  }
  const [chosen] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      defaultUri: workspace.uri,
      openLabel: t("Use as Corpus"),
      title: t("Folder of the articles"),
    })) ?? [];
  if (!chosen) return false;
  const root = workspace.uri.fsPath;
  const relative = path.relative(root, chosen.fsPath);
  const name = isInside(root, chosen.fsPath) ? relative.split(path.sep).join("/") || "." : chosen.fsPath;
  // one workspace folder: its settings file; several: the folder's own
  await vscode.workspace
    .getConfiguration("tickmark", workspace.uri)
    .update("corpus.folders", [name], vscode.ConfigurationTarget.WorkspaceFolder);
  return true;
}
