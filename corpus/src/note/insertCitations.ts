// Several citations put into a note at once: the links in place, their definitions in one block. Each citation's edits stand
// apart, so that an analyst can leave one out and the rest still reads.
import { definitionPlace } from "./definitionPlace.ts";
import { insertCitation, linkWords, titlePart, type CitationToInsert, type TextEdit } from "./insertCitation.ts";
import type { Note } from "./note.ts";
import { labelIn } from "./noteLabels.ts";
import { writeTitle } from "./title.ts";

export type OneOfMany = Pick<CitationToInsert, "range" | "text" | "target" | "quote">;

export interface InsertedCitations {
  /** What every definition stands behind (a blank line); none where a block is there or nothing is defined. */
  readonly shared: readonly TextEdit[];
  /** The edits of each citation, in the order given; empty where no link can stand. Those at one offset go in this order. */
  readonly each: readonly (readonly TextEdit[])[];
}

/** The edits of citations whose ranges do not touch one another; offsets are those of the note as it is. */
export function insertCitations(note: Note, citations: readonly OneOfMany[], style: "reference" | "inline"): InsertedCitations {
  if (style === "inline")
    return {
      shared: [],
      each: citations.map((one) => {
        const { mainEdit, cited } = insertCitation({ note, style, snippets: false, ...one });
        return cited ? [{ start: mainEdit.start, end: mainEdit.end, newText: mainEdit.newText }] : [];
      }),
    };
  const labels = new Map<string, string>();
  const taken = new Set<string>();
  // no words are inserted where the note ends: what stands there decides
  const { offset, before, behind, appended } = definitionPlace(note, note.text.length + 1);
  let defined = 0;
  const each = citations.map((one): readonly TextEdit[] => {
    const words = linkWords({ note, ...one });
    if (words === undefined) return [];
    const key = `${one.target}\n${writeTitle(one.quote)}`;
    const known = labels.get(key);
    const { label, isNew } = known === undefined ? labelIn(note, one.target, writeTitle(one.quote), taken) : { label: known, isNew: false };
    labels.set(key, label);
    taken.add(label);
    const link = { ...one.range, newText: `${words}[${label}]` };
    const edit = { start: link.start, end: link.end, newText: link.newText };
    if (!isNew) return [edit];
    defined++;
    const definition = `[${label}]: ${one.target}${titlePart(one.quote)}`;
    return [edit, { start: offset, end: offset, newText: appended ? `${before}${definition}` : `${definition}${behind}` }];
  });
  return { shared: defined > 0 && !appended && before !== "" ? [{ start: offset, end: offset, newText: before }] : [], each };
}
