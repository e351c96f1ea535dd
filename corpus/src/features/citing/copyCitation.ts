// From an article: the figure or the selected words as a citation to paste anywhere, or put into a note at once.
import { figuresOfSentence, type FigureAt } from "../../index/figureAt.ts";
import { writeFigure } from "../../figures/writeFigure.ts";
import { forTable, insertCitation, titlePart } from "../../note/insertCitation.ts";
import { escapeLinkText } from "../../note/escapeLinkText.ts";
import { encodePath } from "../../note/percent.ts";
import { chunkAt } from "../../index/indexedChunk.ts";
import { lineEnd, lineAt } from "../../text/lines.ts";
import { touchedAt, type Draft } from "../draft.ts";
import type { Desk } from "../desk.ts";
import { rowAt } from "../rowAt.ts";
import { citeSource, type SourceSpan } from "./citeFigure.ts";
import { inOrder, type NoteEdit } from "./noteEdit.ts";

interface Chosen {
  readonly span: SourceSpan;
  readonly words: string;
  readonly figure?: FigureAt;
}

/** What is meant at a span of an article: the words selected, else the figure at the cursor. One line only. */
function chosenAt(desk: Desk, draft: Draft, from: number, to: number): Chosen | undefined {
  const file = desk.index.file(draft.path);
  if (draft.note || !file) return undefined;
  const line = lineAt(draft.lines, from);
  const at = draft.lines[line] ?? 0;
  // the text of the index is what was read last: an article edited since is not cited by its old columns
  if (file.text !== draft.text) return undefined;
  const chunk = chunkAt(file, line);
  if (!chunk) return undefined;
  const figureFrom = (start: number): FigureAt | undefined => {
    const row = rowAt(chunk.sentences, line, start);
    return row === undefined ? undefined : figuresOfSentence(chunk, row).find((one) => one.start === start);
  };
  if (from === to) {
    const read = draft.at(from);
    const touched = read && touchedAt(read.figures, draft.within(read.passage, from));
    const span = read && touched && draft.spanOf(read.passage, touched);
    const figure = span && figureFrom(span.start - at);
    return figure && { span: { chunk, line, start: figure.start, end: figure.end }, words: figure.surface, figure };
  }
  const end = Math.min(to, lineEnd(draft.text, draft.lines, line));
  const words = draft.text.slice(from, end);
  const start = from + words.length - words.trimStart().length;
  if (!words.trim()) return undefined;
  const figure = figureFrom(start - at);
  const whole = figure?.surface === words.trim() ? figure : undefined;
  return { span: { chunk, line, start: start - at, end: start - at + words.trim().length }, words: words.trim(), ...(whole ? { figure: whole } : {}) };
}

/**
 * The citation as Markdown: an inline link whose target counts from the workspace folder, as VS Code reads it, or a `file:` URL
 * outside of it. Pasted into a note it is written anew for that note.
 */
export function copyCitation(desk: Desk, draft: Draft, from: number, to: number): string | undefined {
  const chosen = chosenAt(desk, draft, from, to);
  if (!chosen) return undefined;
  const { path } = chosen.span.chunk;
  const folder = desk.workspaceFolderOf(path);
  const { quote } = citeSource(chosen.span, draft.path);
  const target = folder === undefined ? `file://${encodePath(path)}` : encodePath(path.slice(folder.length));
  return `[${escapeLinkText(chosen.words)}](${forTable(target)}#L${chosen.span.line + 1},${chosen.span.start + 1}${titlePart(quote)})`;
}

export interface CitedInNote {
  readonly edits: readonly NoteEdit[];
  /** Offset in the note as it then is, behind the citation. */
  readonly cursor: number;
}

/** The edits that put the article's figure or words, cited, into a note at `start`..`end`; undefined where no link can stand. */
export function citeInNote(desk: Desk, article: Draft, from: number, to: number, noteDraft: Draft, start: number, end: number): CitedInNote | undefined {
  const chosen = chosenAt(desk, article, from, to);
  if (!chosen || !noteDraft.note) return undefined;
  const text = chosen.figure ? writeFigure(chosen.figure, noteDraft.region) : chosen.words;
  return insertCited(desk, noteDraft, start, end, text, chosen.span);
}

/** The edits of a citation and where the cursor goes: behind it. */
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
