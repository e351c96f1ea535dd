// From an article: the figure or the selected words as a citation to paste anywhere, or put into a note at once.
import { writeFigure } from "../../figures/writeFigure.ts";
import { forTable, insertCitation, titlePart } from "../../note/insertCitation.ts";
import { escapeLinkText } from "../../note/escapeLinkText.ts";
import { fileTarget, rootedTarget } from "../../note/relativeTarget.ts";
import type { Draft } from "../draft.ts";
import type { Desk } from "../desk.ts";
import { choose, type Refused } from "./chosenPassage.ts";
import { citeSource, type SourceSpan } from "./citeFigure.ts";
import { inOrder, type NoteEdit } from "./noteEdit.ts";

/** A citation as Markdown, or why there is none. */
export type Copied = { readonly text: string } | Refused;

/**
 * The citation as an inline link that is right wherever it is pasted without us. `folders` are the window's workspace folders,
 * absolute. VS Code reads a target that begins with `/` from the workspace folder of the note: in a window of one folder that is
 * the article's own. With several folders, or for an article outside of them, only a `file:` URL leads there from every note.
 * Pasted into a note of ours either is written anew for that note.
 */
export function copyCitation(desk: Desk, draft: Draft, from: number, to: number, folders: readonly string[]): Copied {
  const chosen = choose(desk, draft, from, to);
  if ("refused" in chosen) return chosen;
  const { path } = chosen.span.chunk;
  const [only, ...others] = folders;
  const { quote } = citeSource(chosen.span, draft.path);
  const target = (only !== undefined && !others.length ? rootedTarget(only, path) : undefined) ?? fileTarget(path);
  return { text: `[${escapeLinkText(chosen.words)}](${forTable(target)}#L${chosen.span.line + 1},${chosen.span.start + 1}${titlePart(quote)})` };
}

export interface CitedInNote {
  readonly edits: readonly NoteEdit[];
  /** Offset in the note as it then is, behind the citation. */
  readonly cursor: number;
}

/** The edits that put the article's figure or words, cited, into a note at `start`..`end`, or why there are none. */
export function citeInNote(desk: Desk, article: Draft, from: number, to: number, noteDraft: Draft, start: number, end: number): CitedInNote | Refused {
  const chosen = choose(desk, article, from, to);
  if ("refused" in chosen) return chosen;
  const text = chosen.figure ? writeFigure(chosen.figure, noteDraft.region) : chosen.words;
  return insertCited(desk, noteDraft, start, end, text, chosen.span) ?? { refused: "noLink" };
}

/** The edits of a citation and where the cursor goes: behind it; undefined where no link can stand. */
export function insertCited(desk: Desk, { note, path }: Draft, start: number, end: number, text: string, span: SourceSpan): CitedInNote | undefined {
  if (!note) return undefined;
  const { target, quote } = citeSource(span, path);
  const { mainEdit, additionalEdits, cited } = insertCitation({ note, range: { start, end }, text, target, quote, style: desk.settings.citationStyle, snippets: false });
  if (!cited) return undefined;
  // at the end of a note link and definition are one edit
  const [link = ""] = mainEdit.newText.split(/\r\n|[\r\n]/, 1);
  const before = additionalEdits.filter((edit) => edit.start < mainEdit.start).reduce((sum, edit) => sum + edit.newText.length - (edit.end - edit.start), 0);
  return { edits: inOrder([{ start: mainEdit.start, end: mainEdit.end, newText: mainEdit.newText }, ...additionalEdits]), cursor: mainEdit.start + before + link.length };
}
