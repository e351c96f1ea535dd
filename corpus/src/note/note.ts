// A research note as parsed: its syntax tree, citations, definitions, front matter and headings, all with UTF-16 offsets.
import type { Tree } from "@lezer/common";
import { lineAt } from "../text/lines.ts";
import type { Span } from "../text/sentences.ts";
import type { Citation, Definition } from "./citation.ts";
import type { FrontMatter } from "./frontMatter.ts";
import type { SilentSpan } from "./silentAt.ts";

export interface Heading {
  readonly range: Span;
  /** 1 to 6. */
  readonly level: number;
  /** The Markdown of the heading without its marks. */
  readonly text: string;
}

/** `[text][label]` without a definition of that label. */
export interface UndefinedLabel {
  readonly linkRange: Span;
  readonly label: string;
}

export interface Note {
  readonly text: string;
  /** Lezer's tree of the text with its front matter blanked out; offsets are those of `text`. */
  readonly tree: Tree;
  readonly lineStarts: Uint32Array;
  readonly frontMatter?: FrontMatter;
  readonly headings: readonly Heading[];
  /** In the order of the text; ordinary links to files and web pages among them, see isCitation. */
  readonly citations: readonly Citation[];
  readonly definitions: readonly Definition[];
  readonly undefinedLabels: readonly UndefinedLabel[];
  /** Where no completion opens, in order. */
  readonly silent: readonly SilentSpan[];
}

/** 0-based line and UTF-16 column of an offset. */
export function positionIn(
  note: Pick<Note, "lineStarts">,
  offset: number,
): { readonly line: number; readonly column: number } {
  const line = lineAt(note.lineStarts, offset);
  return { line, column: offset - (note.lineStarts[line] ?? 0) };
}

/** The offset of a 0-based line and column; past the end it is the text's length. */
export const offsetIn = (note: Pick<Note, "lineStarts" | "text">, line: number, column: number): number =>
  Math.min(note.text.length, (note.lineStarts[line] ?? note.text.length) + column);
