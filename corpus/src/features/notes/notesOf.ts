// The notes of the workspace as features see them: each a path with its text and what is parsed from it. Open documents stand
// in for what is on disk.
import { isCitation } from "../../note/isCitation.ts";
import type { Citation } from "../../note/citation.ts";
import { locateTarget } from "../../note/locateTarget.ts";
import type { Note } from "../../note/note.ts";
import { sourceAccessOf } from "../citing/sourceAccessOf.ts";
import { resolveIn } from "../citing/resolveIn.ts";
import type { Desk, Place } from "../desk.ts";

export interface KnownNote {
  /** Absolute, with `/`. */
  readonly path: string;
  readonly note: Note;
}

/** A citation of a note that leads to a place of the corpus. */
export interface CitingPlace {
  readonly known: KnownNote;
  readonly citation: Citation;
  /** In the corpus. */
  readonly place: Place;
}

interface NoteTargets {
  readonly version: number;
  /** The file that each citation names, or where its passage stands now if that file has gone; absent where none is found. */
  readonly paths: ReadonlyMap<Citation, string>;
}

const kept = new WeakMap<Note, NoteTargets>();

/** Which corpus file each citation of a note leads to; kept while note and corpus stay as they are. */
function targetsOf(desk: Desk, { path, note }: KnownNote): NoteTargets {
  const known = kept.get(note);
  if (known?.version === desk.index.version) return known;
  const access = sourceAccessOf(desk);
  const folder = desk.workspaceFolderOf(path);
  const rooted = folder === undefined ? access : { ...access, workspaceFolder: folder };
  const paths = new Map<Citation, string>();
  for (const citation of note.citations) {
    if (!isCitation(citation, path, rooted)) continue;
    const located = locateTarget(citation, path, rooted);
    // a file that is there holds what it is cited for, or did: only its citations are looked into further
    if (located?.inside && desk.index.file(located.path)) paths.set(citation, located.path);
    else {
      const { place } = resolveIn(desk, { path }, citation);
      if (place) paths.set(citation, place.path);
    }
  }
  const targets = { version: desk.index.version, paths };
  kept.set(note, targets);
  return targets;
}

/** The citations of all notes that lead into a file of the corpus, by note and place in it. */
export function citationsInto(desk: Desk, notes: Iterable<KnownNote>, file: string): CitingPlace[] {
  const found: CitingPlace[] = [];
  for (const known of notes)
    for (const [citation, path] of targetsOf(desk, known).paths) {
      if (path !== file) continue;
      const { place } = resolveIn(desk, { path: known.path }, citation);
      if (place?.path === file) found.push({ known, citation, place });
    }
  return found;
}
