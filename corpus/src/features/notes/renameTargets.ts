// Notes' citations follow files and folders that are renamed: the path of each target is written anew, its place and quote stay
// as they are. Links that are no citations belong to the editor.
import type { Citation } from "../../note/citation.ts";
import { forTable, type TextEdit } from "../../note/insertCitation.ts";
import { locateTarget } from "../../note/locateTarget.ts";
import { fileTarget, rootedTarget, targetPath } from "../../note/relativeTarget.ts";
import { sourceAccessOf } from "../citing/sourceAccessOf.ts";
import type { Desk } from "../desk.ts";
import type { KnownNote } from "./notesOf.ts";

/** A file or folder with its path before and after. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
}

export interface RenamedTargets {
  readonly known: KnownNote;
  /** In the note as it stands before the renaming. */
  readonly edits: readonly TextEdit[];
}

/** Where a path is after the renamings: the longest that holds it decides. */
export function renamed(path: string, renamings: readonly Renaming[]): string {
  let best: Renaming | undefined;
  for (const one of renamings) if ((path === one.from || path.startsWith(`${one.from}/`)) && one.from.length > (best?.from.length ?? -1)) best = one;
  return best ? best.to + path.slice(best.from.length) : path;
}

/** The edits that keep notes' citations on their files; notes without any are left out. */
export function renameTargets(desk: Desk, notes: Iterable<KnownNote>, renamings: readonly Renaming[]): RenamedTargets[] {
  const access = sourceAccessOf(desk);
  const found: RenamedTargets[] = [];
  for (const known of notes) {
    const { path, note } = known;
    const folder = desk.workspaceFolderOf(path);
    const rooted = folder === undefined ? access : { ...access, workspaceFolder: folder };
    const edits = new Map<number, TextEdit>();
    for (const citation of note.citations) {
      const { targetRange, form } = citation;
      if (!targetRange || (form !== "link" && form !== "footnote") || edits.has(targetRange.start)) continue;
      const located = locateTarget(citation, path, rooted);
      if (!located?.inside) continue;
      const now = renamed(located.path, renamings);
      // a target that leads into no corpus folder, before or after, is none of ours
      if (!desk.isCorpusPath(located.path) && !(desk.isCorpusPath(now) && now !== located.path)) continue;
      const written = citation.target.slice(0, fragmentAt(citation.target));
      const target = writtenAnew(citation, { now, was: located.path }, { now: renamed(path, renamings), was: path }, folder === undefined ? undefined : { was: folder, now: renamed(folder, renamings) });
      if (target === undefined || target === written) continue;
      const newText = citation.style === "inline" ? forTable(target) : target;
      edits.set(targetRange.start, { start: targetRange.start, end: targetRange.start + written.length, newText });
    }
    if (edits.size) found.push({ known, edits: [...edits.values()].sort((a, b) => a.start - b.start) });
  }
  return found;
}

interface Moved {
  readonly was: string;
  readonly now: string;
}

/** The path of a target after the renaming, in the kind it was written in; undefined where it may stay as it is. */
function writtenAnew({ pathKind }: Citation, source: Moved, note: Moved, folder: Moved | undefined): string | undefined {
  switch (pathKind) {
    case "rooted":
      if (source.now === source.was && folder?.now === folder?.was) return undefined;
      return (folder && rootedTarget(folder.now, source.now)) ?? targetPath(note.now, source.now);
    case "file":
      return source.now === source.was ? undefined : fileTarget(source.now);
    case "relative":
      // what leads the same way as before keeps its writing
      return targetPath(note.now, source.now) === targetPath(note.was, source.was) ? undefined : targetPath(note.now, source.now);
    case undefined:
      return undefined;
  }
}

/** Where a target's fragment begins; its length where it has none. */
function fragmentAt(target: string): number {
  const at = target.lastIndexOf("#");
  return at < 0 ? target.length : at;
}
