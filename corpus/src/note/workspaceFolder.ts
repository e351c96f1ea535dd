// The workspace folder that a target beginning with `/` counts from, as VS Code's Markdown has it (getWorkspaceFolder in
// vscode-markdown-languageservice): the innermost that holds the note, else the first of the window.

/** The folder for a file; undefined only where the window has no folder. All paths absolute, parted by `/`. */
export function workspaceFolder(folders: readonly string[], path: string): string | undefined {
  let best: string | undefined;
  for (const folder of folders)
    if (path.startsWith(folder.endsWith("/") ? folder : `${folder}/`) && folder.length > (best?.length ?? -1)) best = folder;
  return best ?? folders[0];
}
