// Which links of a note are citations, kept while their words and the corpus stay as they are.
import type { Citation } from "../../note/citation.ts";
import { isCitation } from "../../note/isCitation.ts";
import type { Note } from "../../note/note.ts";
import type { Desk } from "../desk.ts";
import { keptByWords } from "./keptCitations.ts";
import { sourceAccessFor } from "./sourceAccessOf.ts";

const judge = keptByWords<{ readonly isOne: boolean }>((desk, notePath, citation) => ({ isOne: isCitation(citation, notePath, sourceAccessFor(desk, notePath)) }));

/** Whether a link of the note at `notePath` is a citation. */
export const isCitationIn = (desk: Desk, notePath: string, citation: Citation): boolean => citation.evident || judge(desk, notePath, citation).isOne;

const kept = new WeakMap<Note, { readonly index: Desk["index"]; readonly version: number; readonly path: string; readonly citations: readonly Citation[] }>();

/** The citations of a note, in order. */
export function citationsOf(desk: Desk, path: string, note: Note): readonly Citation[] {
  const { index } = desk;
  const known = kept.get(note);
  if (known && known.index === index && known.version === index.version && known.path === path) return known.citations;
  const citations = note.citations.filter((citation) => isCitationIn(desk, path, citation));
  kept.set(note, { index, version: index.version, path, citations });
  return citations;
}
