// Edits of a note as the features answer them; the edge turns them into a versioned workspace edit.
import type { TextEdit } from "../../note/insertCitation.ts";

/** An edit that is shown and confirmed before it is done, where the client can. */
export interface NoteEdit extends TextEdit {
  /** What it does, in a few words; edits with the same words belong together. Absent: done without asking. */
  readonly confirm?: { readonly label: string; readonly description: string };
}

/** Edits in the order of the note; those at one place keep their order. */
export const inOrder = (edits: readonly NoteEdit[]): readonly NoteEdit[] => [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
