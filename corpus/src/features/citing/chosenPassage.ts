// What is meant at a span of an open article: the words selected, else the figure at the cursor, as a span of the index. An
// article that was edited since it was read is cited where the words still stand as they were read.
import { figuresOfSentence, type FigureAt } from "../../index/figureAt.ts";
import type { IndexedChunk, IndexedFile } from "../../index/store.ts";
import { lineAt, lineEnd, lineStarts, lineText } from "../../text/lines.ts";
import { touchedAt, type Draft } from "../draft.ts";
import type { Desk } from "../desk.ts";
import { rowAt } from "../rowAt.ts";
import type { SourceSpan } from "./citeFigure.ts";

export interface Chosen {
  readonly span: SourceSpan;
  readonly words: string;
  readonly figure?: FigureAt;
}

/**
 * nothing: no figure at the cursor and nothing selected; edited: the article has unsaved changes, and the words do not stand
 * exactly once in what was read; unread: no article of the corpus; noLink: no link can stand at the note's cursor.
 */
export interface Refused {
  readonly refused: "nothing" | "edited" | "unread" | "noLink";
}

/** Characters to either side that must stand as they were read, the widest tried first. */
const AROUND = [200, 60, 24, 8];

/** What is meant at `from`..`to` of an article, or why nothing is. One line only. */
export function choose(desk: Desk, draft: Draft, from: number, to: number): Chosen | Refused {
  const file = desk.index.file(draft.path);
  if (draft.note || !file) return { refused: "unread" };
  const line = lineAt(draft.lines, from);
  const at = draft.lines[line] ?? 0;
  const meant = from === to ? figureAtCursor(draft, from) : selected(draft, line, from, to);
  if (!meant) return { refused: "nothing" };
  const words = draft.text.slice(meant.start, meant.end);
  const place = placeInFile(file, draft, line, meant.start - at, meant.end - at);
  const chunk = place && file.chunkAt(place.line);
  if (!place) return { refused: "edited" };
  if (!chunk) return { refused: "unread" };
  const figure = figureFrom(chunk, place.line, place.start);
  // at the cursor a figure is meant, of a selection any words
  if (from === to) return figure ? { span: { chunk, line: place.line, start: figure.start, end: figure.end }, words: figure.surface, figure } : { refused: "edited" };
  const whole = figure?.surface === words ? figure : undefined;
  return { span: { chunk, ...place }, words, ...(whole ? { figure: whole } : {}) };
}

function figureAtCursor(draft: Draft, offset: number): { readonly start: number; readonly end: number } | undefined {
  const read = draft.at(offset);
  const touched = read && touchedAt(read.figures, draft.within(read.passage, offset));
  return read && touched && draft.spanOf(read.passage, touched);
}

function selected(draft: Draft, line: number, from: number, to: number): { readonly start: number; readonly end: number } | undefined {
  const words = draft.text.slice(from, Math.min(to, lineEnd(draft.text, draft.lines, line)));
  const start = from + words.length - words.trimStart().length;
  return words.trim() ? { start, end: start + words.trim().length } : undefined;
}

function figureFrom(chunk: IndexedChunk, line: number, start: number): FigureAt | undefined {
  const row = rowAt(chunk.sentences, line, start);
  return row === undefined ? undefined : figuresOfSentence(chunk, row).find((one) => one.start === start);
}

/** Where the span of the open document stands in the file as it was read; undefined where its words stand there no more, or often. */
function placeInFile(file: IndexedFile, draft: Draft, line: number, start: number, end: number): { readonly line: number; readonly start: number; readonly end: number } | undefined {
  const { text } = file;
  if (text === draft.text) return { line, start, end };
  const now = lineText(draft.text, draft.lines, line);
  for (const width of AROUND) {
    const from = Math.max(0, start - width);
    const words = now.slice(from, end + width);
    const found = text.indexOf(words);
    if (found < 0) continue;
    if (text.indexOf(words, found + 1) >= 0) return undefined;
    const lines = lineStarts(text);
    const there = lineAt(lines, found);
    const column = found - (lines[there] ?? 0) + (start - from);
    return { line: there, start: column, end: column + end - start };
  }
  return undefined;
}
