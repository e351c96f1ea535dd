// A passage is one line (or table cell) of an article or a note as plain text, with the way back to the file's columns.
// Readers make them; figures, names and statements are read from them.

export type PassageKind = "title" | "heading" | "text" | "cell" | "caption";

/** What a table says about one of its cells. */
export interface CellContext {
  readonly rowHead: string;
  readonly columnHead: string;
  /** Unit or magnitude words of caption, head or 單位 (`億美元`, `%`); empty when none is given. */
  readonly unit: string;
}

export interface Passage {
  /** 0-based line of the file. */
  readonly line: number;
  /** UTF-16 column of the first unit of `text`. */
  readonly start: number;
  /** The text without markup. */
  readonly text: string;
  /** The column of each unit of `text`, and one past its end; absent where text is one run of the line from `start`. */
  readonly columns?: Uint32Array;
  readonly kind: PassageKind;
  readonly cell?: CellContext;
}

/** The column in the file's line of an offset into the passage's text (0 to text.length). */
export const columnOf = (passage: Passage, offset: number): number =>
  passage.columns ? (passage.columns[offset] ?? passage.start) : passage.start + offset;

/** The column just behind a run that ends at `end`: markup behind the run stays outside. */
export const endColumnOf = (passage: Passage, end: number): number => (end > 0 ? columnOf(passage, end - 1) + 1 : columnOf(passage, 0));
