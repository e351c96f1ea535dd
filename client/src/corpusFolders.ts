// The corpus folders that the settings name and that exist, as VS Code sees them. In a workspace that is not trusted only
// folders count that lie in it and are no links, whatever the settings say.
import * as vscode from "vscode";
import { realpath } from "node:fs/promises";
import * as path from "node:path";

/** Whether `file` is `folder` or lies below it; both absolute. */
export function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

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

/** Those of them that are folders and may be read. */
export async function corpusFolders(): Promise<string[]> {
  const found = await Promise.all(
    configuredFolders().map(async (folder) => ((await isFolder(folder)) && (await mayBeRead(folder)) ? [folder] : [])),
  );
  return found.flat();
}

async function isFolder(folder: string): Promise<boolean> {
  try {
    const { type } = await vscode.workspace.fs.stat(vscode.Uri.file(folder));
    return (type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}

async function mayBeRead(folder: string): Promise<boolean> {
  if (vscode.workspace.isTrusted) return true;
  const workspace = vscode.workspace.workspaceFolders?.find(({ uri }) => isInside(uri.fsPath, folder));
  if (!workspace) return false;
  const root = workspace.uri.fsPath;
  return (await realpath(folder)) === path.join(await realpath(root), path.relative(root, folder));
}

/** Whether a file lies below one of the configured folders. */
export const isInCorpus = (uri: vscode.Uri): boolean =>
  uri.scheme === "file" && configuredFolders().some((folder) => isInside(folder, uri.fsPath));
