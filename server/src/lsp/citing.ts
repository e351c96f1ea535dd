// Requests of Tickmark's own client about citations: adding one behind an inserted figure, copying one from an article, citing in
// the last note, and citations that travel with copy and paste. Answers are edits for the editor to make, with its one undo.
import type { Position, Range, TextEdit } from "vscode-languageserver/node";
import { carriedFrom, pasteCarried, type Carried } from "../../../corpus/src/features/citing/carryCitations.ts";
import { citeInNote, copyCitation, insertCited, type CitedInNote, type Copied } from "../../../corpus/src/features/citing/copyCitation.ts";
import type { Refused } from "../../../corpus/src/features/citing/chosenPassage.ts";
import { spanOfFigure } from "../../../corpus/src/features/citing/citeFigure.ts";
import { figureOf, type SourceAt } from "../../../corpus/src/features/citing/citePlain.ts";
import type { Draft } from "../../../corpus/src/features/draft.ts";
import { lineStarts } from "../../../corpus/src/text/lines.ts";
import { offsetAt, positionAt, rangeOf } from "./convert.ts";
import type { Session } from "./session.ts";

interface Place {
  readonly uri: string;
  readonly range: Range;
}

export interface EditsOfNote {
  readonly edits: readonly TextEdit[];
  /** Where the cursor goes, in the note as it then is. */
  readonly cursor: Position;
}

const spanIn = (draft: Draft, range: Range): readonly [number, number] => [offsetAt(draft, range.start), offsetAt(draft, range.end)];

function editsOf(draft: Draft, cited: CitedInNote | undefined): EditsOfNote | null {
  if (!cited) return null;
  let text = draft.text;
  for (const { start, end, newText } of cited.edits.toReversed()) text = text.slice(0, start) + newText + text.slice(end);
  return {
    edits: cited.edits.map((edit) => ({ range: rangeOf(draft, edit), newText: edit.newText })),
    cursor: positionAt({ text, lines: lineStarts(text) }, cited.cursor),
  };
}

/** tickmark/addCitation: the edits that cite `source` for the words at a range of a note. */
export function addCitation(session: Session, { uri, range, source }: Place & { readonly source: SourceAt }): EditsOfNote | null {
  const draft = session.draft(uri);
  const figure = figureOf(session.desk, source);
  if (!draft || !figure) return null;
  const [start, end] = spanIn(draft, range);
  return editsOf(draft, insertCited(session.desk, draft, start, end, draft.text.slice(start, end), spanOfFigure(figure)));
}

/** tickmark/copyCitation: the figure or selection of an article as Markdown, or why there is none. */
export function copyAsCitation(session: Session, { uri, range }: Place): Copied {
  const draft = session.draft(uri);
  return draft ? copyCitation(session.desk, draft, ...spanIn(draft, range), session.folders) : { refused: "unread" };
}

/** tickmark/citeIn: the edits that put the figure or selection of an article into a note, or why there are none. */
export function citeIn(session: Session, { article, note }: { readonly article: Place; readonly note: Place }): EditsOfNote | Refused | null {
  const [source, target] = [session.draft(article.uri), session.draft(note.uri)];
  if (!source) return { refused: "unread" };
  if (!target?.note) return { refused: "noLink" };
  const cited = citeInNote(session.desk, source, ...spanIn(source, article.range), target, ...spanIn(target, note.range));
  return "refused" in cited ? cited : editsOf(target, cited);
}

/** tickmark/carry: what the copied stretches of a note take along. */
export function carry(session: Session, { uri, ranges }: { readonly uri: string; readonly ranges: readonly Range[] }): Carried | null {
  const draft = session.draft(uri);
  const [range] = ranges;
  return (draft && range && ranges.length === 1 && carriedFrom(draft, ...spanIn(draft, range))) || null;
}

/** tickmark/paste: pasted text with its citations written for this note. */
export function paste(session: Session, { uri, range, text, carried }: Place & { readonly text: string; readonly carried: Carried }): { readonly text: string; readonly edits: readonly TextEdit[] } | null {
  const draft = session.draft(uri);
  const pasted = draft && pasteCarried(session.desk, draft, ...spanIn(draft, range), text, carried);
  return pasted ? { text: pasted.text, edits: pasted.additional.map((edit) => ({ range: rangeOf(draft, edit), newText: edit.newText })) } : null;
}
