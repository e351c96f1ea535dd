// The corpus folders that the settings name and that exist, as VS Code sees them.
import * as vscode from "vscode";
import * as path from "node:path";

/** Absolute paths of the configured folders, each workspace folder's relative ones in it, whether they exist or not. */
export const configuredFolders = (): string[] => [
  ...new Set(
    (vscode.workspace.workspaceFolders ?? []).flatMap((folder) =>
      vscode.workspace
        .getConfiguration("tickmark", folder.uri)
        .get<string[]>("corpus.folders", ["corpus"])
        .filter((name) => typeof name === "string" && name.length > 0)
        .map((name) => path.resolve(folder.uri.fsPath, name)),
    ),
  ),
];

/** Those of them that are folders. */
export async function corpusFolders(): Promise<string[]> {
  const found = await Promise.all(
    configuredFolders().map(async (folder) => {
      try {
        const { type } = await vscode.workspace.fs.stat(vscode.Uri.file(folder));
        return (type & vscode.FileType.Directory) !== 0 ? [folder] : [];
      } catch {
        return [];
      }
    }),
  );
  return found.flat();
}

/** Whether a file lies below one of the configured folders. */
export const isInCorpus = (uri: vscode.Uri): boolean =>
  uri.scheme === "file" && configuredFolders().some((folder) => !path.relative(folder, uri.fsPath).startsWith("..") && !path.isAbsolute(path.relative(folder, uri.fsPath)));
