// "Choose Corpus Folder…": asks for a folder and writes it to the workspace's settings, relative where it lies inside.
import * as vscode from "vscode";
import * as path from "node:path";

/** True when a folder was chosen and the setting written. */
export async function chooseCorpusFolder(): Promise<boolean> {
  const [workspace] = vscode.workspace.workspaceFolders ?? [];
  if (!workspace) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Open the folder of your notes first; the corpus folder is a setting of it."));
    return false;
  }
  const [chosen] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      defaultUri: workspace.uri,
      openLabel: vscode.l10n.t("Use as Corpus"),
      title: vscode.l10n.t("Folder of the articles"),
    })) ?? [];
  if (!chosen) return false;
  const inside = path.relative(workspace.uri.fsPath, chosen.fsPath);
  const name = inside && !inside.startsWith("..") && !path.isAbsolute(inside) ? inside.split(path.sep).join("/") : chosen.fsPath;
  await vscode.workspace.getConfiguration("tickmark", workspace.uri).update("corpus.folders", [name], vscode.ConfigurationTarget.Workspace);
  return true;
}
