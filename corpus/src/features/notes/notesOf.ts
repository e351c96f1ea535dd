// The notes of the workspace as features see them: each a path with its text and what is parsed from it. Open documents stand
// in for what is on disk.
import type { Citation } from "../../note/citation.ts";
import { locateTarget } from "../../note/locateTarget.ts";
import type { Note } from "../../note/note.ts";
import { citationsOf } from "../citing/citationsOf.ts";
import { keptByWords } from "../citing/keptCitations.ts";
import { sourceAccessFor } from "../citing/sourceAccessOf.ts";
import { resolveIn } from "../citing/resolveIn.ts";
import type { Desk, Place } from "../desk.ts";
import type { Draft } from "../draft.ts";

export interface KnownNote {
  /** Absolute, with `/`. */
  readonly path: string;
  readonly note: Note;
  /** Of a note that is open: what was read from its passages. */
  readonly draft?: Draft;
}

/** A citation of a note that leads to a place of the corpus. */
export interface CitingPlace {
  readonly known: KnownNote;
  readonly citation: Citation;
  /** In the corpus. */
  readonly place: Place;
}

/** The file that a citation names, or where its passage stands now if that file has gone; absent where none is found. */
const targetOf = keptByWords<{ readonly path?: string }>((desk, notePath, citation) => {
  const located = locateTarget(citation, notePath, sourceAccessFor(desk, notePath));
  // a file that is there holds what it is cited for, or did: only its citations are looked into further
  if (located?.inside && desk.index.file(located.path)) return { path: located.path };
  const { place } = resolveIn(desk, { path: notePath }, citation);
  return place ? { path: place.path } : {};
});

interface NoteTargets {
  readonly index: Desk["index"];
  readonly version: number;
  readonly byFile: ReadonlyMap<string, readonly Citation[]>;
}

const kept = new WeakMap<Note, NoteTargets>();

/** A note's citations by the corpus file that each leads to; kept while note and corpus stay as they are. */
function targetsOf(desk: Desk, { path, note }: KnownNote): NoteTargets["byFile"] {
  const { index } = desk;
  const known = kept.get(note);
  if (known && known.index === index && known.version === index.version) return known.byFile;
  const byFile = new Map<string, Citation[]>();
  for (const citation of citationsOf(desk, path, note)) {
    const target = targetOf(desk, path, citation).path;
    if (target === undefined) continue;
    const into = byFile.get(target);
    if (into) into.push(citation);
    else byFile.set(target, [citation]);
  }
  kept.set(note, { index, version: index.version, byFile });
  return byFile;
}

/** The citations of all notes that lead into a file of the corpus, by note and place in it. */
export function citationsInto(desk: Desk, notes: Iterable<KnownNote>, file: string): CitingPlace[] {
  const found: CitingPlace[] = [];
  for (const known of notes)
    for (const citation of targetsOf(desk, known).get(file) ?? []) {
      const { place } = resolveIn(desk, { path: known.path }, citation);
      if (place?.path === file) found.push({ known, citation, place });
    }
  return found;
}
