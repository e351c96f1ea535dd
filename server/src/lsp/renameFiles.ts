// workspace/willRenameFiles: citations follow files and folders that are about to be renamed, by the setting
// tickmark.citation.updateOnRename. VS Code's own mending of links comes after the renaming and finds nothing left to do.
import type { RenameFilesParams, WorkspaceEdit } from "vscode-languageserver/node";
import { renameTargets, type Renaming } from "../../../corpus/src/features/notes/renameTargets.ts";
import { pathOfUri, uriOfPath } from "../host/paths.ts";
import type { Session } from "./session.ts";
import { workspaceEdit } from "./workspaceEdit.ts";

export async function willRenameFiles(session: Session, { files }: RenameFilesParams): Promise<WorkspaceEdit | null> {
  const { citationUpdateOnRename: mode } = session.settings;
  if (mode === "never") return null;
  await session.notesLoaded;
  const renamings = files.flatMap(({ oldUri, newUri }): Renaming[] => {
    const [from, to] = [pathOfUri(oldUri), pathOfUri(newUri)];
    return from === undefined || to === undefined ? [] : [{ from: from.normalize("NFC"), to: to.normalize("NFC") }];
  });
  // edits of closed notes are made for what stands on disk now
  for (const path of session.noteTable.notes().keys()) session.noteTable.refresh(path);
  const notes = session.notes();
  const found = renameTargets(session.desk, notes, renamings);
  if (!found.length) return null;
  if (mode === "prompt" && !(await isWanted(session, found.reduce((sum, { edits }) => sum + edits.length, 0), found.length))) return null;
  return workspaceEdit(
    session,
    found.map(({ known, edits }) => {
      const uri = session.documents.all().find((document) => pathOfUri(document.uri) === known.path)?.uri ?? uriOfPath(known.path);
      return { uri, version: session.documents.get(uri)?.version ?? null, lined: { text: known.note.text, lines: known.note.lineStarts }, edits };
    }),
  );
}

async function isWanted(session: Session, citations: number, notes: number): Promise<boolean> {
  const { updatePaths, update, leave } = session.desk.messages;
  const answer = await session.connection.window.showInformationMessage(updatePaths(citations, notes), { title: update }, { title: leave });
  return answer?.title === update;
}
