// Citations carried by copy and paste: what is copied from a note takes the definitions of its labels along, and what is pasted
// gets targets that count from its new note, labels of that note, and definitions in its block.
import type { Citation } from "../../note/citation.ts";
import { definitionPlace, lineEndOf } from "../../note/definitionPlace.ts";
import { forTable, type TextEdit } from "../../note/insertCitation.ts";
import { isCitation } from "../../note/isCitation.ts";
import { locateTarget } from "../../note/locateTarget.ts";
import { labelIn } from "../../note/noteLabels.ts";
import { parseNote } from "../../note/parseNote.ts";
import { targetPath } from "../../note/relativeTarget.ts";
import { silentAt } from "../../note/silentAt.ts";
import type { Desk } from "../desk.ts";
import type { Draft } from "../draft.ts";
import { sourceAccessOf } from "./sourceAccessOf.ts";

/** What travels with copied text. */
export interface Carried {
  /** The note it was copied from; absent for a citation made in an article, which takes the style of the note it comes to. */
  readonly path?: string;
  /** The definitions of the labels in the text, as written. */
  readonly definitions: readonly string[];
}

/** What a stretch of a note takes along; undefined where it holds no citation. */
export function carriedFrom({ path, note }: Draft, from: number, to: number): Carried | undefined {
  const citations = (note?.citations ?? []).filter(({ linkRange, form }) => form === "link" && linkRange.start >= from && linkRange.end <= to);
  if (!note || !citations.length) return undefined;
  const ranges = new Map(citations.flatMap(({ definitionRange }) => (definitionRange ? [[definitionRange.start, definitionRange] as const] : [])));
  return { path, definitions: [...ranges.values()].map(({ start, end }) => note.text.slice(start, end)) };
}

export interface Pasted {
  /** What stands in place of the pasted text. */
  readonly text: string;
  /** Definitions, elsewhere in the note. */
  readonly additional: readonly TextEdit[];
}

/** Pasted text with its citations written for this note; undefined where it holds none, or stands where no link can. */
export function pasteCarried(desk: Desk, draft: Draft, start: number, end: number, text: string, carried: Carried): Pasted | undefined {
  const { note } = draft;
  if (!note || silentAt(note, start) !== undefined) return undefined;
  const from = carried.path ?? draft.path;
  const copied = parseNote(`${text}\n\n${carried.definitions.join("\n")}\n`);
  const folder = desk.workspaceFolderOf(from);
  const access = folder === undefined ? sourceAccessOf(desk) : { ...sourceAccessOf(desk), workspaceFolder: folder };
  const taken = new Set<string>();
  const definitions: string[] = [];
  const edits: TextEdit[] = [];
  for (const citation of copied.citations) {
    if (citation.form !== "link" || citation.linkRange.end > text.length || !isCitation(citation, from, access)) continue;
    const located = locateTarget(citation, from, access);
    if (!located?.inside) continue;
    const target = targetPath(draft.path, located.path) + fragmentOf(citation);
    const written = citation.titleRange ? ` ${copied.text.slice(citation.titleRange.start, citation.titleRange.end)}` : "";
    const style = carried.path === undefined ? desk.settings.citationStyle : citation.style;
    const behind = citation.textRange.end + 1;
    if (style === "inline") {
      edits.push({ start: behind, end: citation.linkRange.end, newText: `(${forTable(target)}${written})` });
      continue;
    }
    const { label, isNew } = labelIn(note, target, citation.title ?? "", taken);
    if (isNew && !taken.has(label)) definitions.push(`[${label}]: ${target}${written}`);
    taken.add(label);
    edits.push({ start: behind, end: citation.linkRange.end, newText: `[${label}]` });
  }
  if (!edits.length) return undefined;
  let pasted = text;
  for (const edit of edits.toReversed()) pasted = pasted.slice(0, edit.start) + edit.newText + pasted.slice(edit.end);
  if (!definitions.length) return { text: pasted, additional: [] };
  const eol = lineEndOf(note.text);
  const place = definitionPlace(note, end);
  const block = definitions.join(eol);
  if (place.offset >= start && place.offset <= end) return { text: `${pasted.replace(/[\r\n]+$/, "")}${eol}${eol}${block}${place.behind || eol}`, additional: [] };
  return { text: pasted, additional: [{ start: place.offset, end: place.offset, newText: `${place.before}${block}${place.behind}` }] };
}

const fragmentOf = ({ target }: Citation): string => {
  const at = target.lastIndexOf("#");
  return at < 0 ? "" : target.slice(at);
};
