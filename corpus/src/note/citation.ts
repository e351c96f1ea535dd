// A citation of a note as it is written: the link, its target and its quote, with the offsets of each part.
import type { Span } from "../text/sentences.ts";

/** 1-based line and column of the source where the cited figure begins; a hint, never the meaning. */
export interface PlaceHint {
  readonly line: number;
  readonly column?: number;
}

/**
 * link: an ordinary Markdown link to a file; web: a link to a URL; pandoc: `[@key, {「quote」}]`; footnote: `[^1]` whose
 * definition holds a quote in 「」 or a link to a file.
 */
export type CitationForm = "link" | "web" | "pandoc" | "footnote";

/** All spans are UTF-16 offsets of the note, end exclusive. */
export interface Citation {
  readonly form: CitationForm;
  readonly style: "reference" | "inline";
  /** The whole link as it stands in the sentence, brackets and label or destination included. */
  readonly linkRange: Span;
  /** Between the brackets; empty for footnotes and pandoc keys, which have no text of their own. */
  readonly textRange: Span;
  /** The Markdown between the brackets. */
  readonly text: string;
  readonly label?: string;
  readonly labelRange?: Span;
  /** The destination as written, without angle brackets; empty where the form has none. */
  readonly target: string;
  readonly targetRange?: Span;
  /** The title read (escapes undone, full-width replacements kept); absent where it is missing or blank. */
  readonly title?: string;
  /** The title with its delimiters. */
  readonly titleRange?: Span;
  /** The definition of a reference or of a footnote. */
  readonly definitionRange?: Span;
  readonly hint?: PlaceHint;
  /** The destination decoded, NFC, with `/` and without its fragment; a `file:` URL's path begins with `/`. */
  readonly path?: string;
  /** From where the path counts: the note's folder, the workspace folder (it begins with `/`), or nowhere (a `file:` URL). */
  readonly pathKind?: "relative" | "rooted" | "file";
  /** The URL without its fragment, of the form `web`. */
  readonly url?: string;
  /** The key behind `@`, of the form `pandoc`. */
  readonly key?: string;
  /** The words quoted, from whichever part of the form holds them. */
  readonly quote?: string;
  /** A text fragment `start,end` quotes from one to the other: the end. */
  readonly quoteEnd?: string;
  /** Written as only a citation is, so that a target that cannot be found is worth telling. */
  readonly evident: boolean;
}

/** A link reference definition, used or not. */
export interface Definition {
  readonly range: Span;
  readonly label: string;
  readonly labelRange: Span;
  readonly target: string;
  readonly targetRange: Span;
  readonly title?: string;
  readonly titleRange?: Span;
  /** Stands in no list, quote or other block, so that others can be written behind it. */
  readonly topLevel: boolean;
}

/** Labels are compared as CommonMark does: without regard to case and runs of white space. */
export const normalizeLabel = (label: string): string => label.trim().replace(/\s+/g, " ").toLowerCase().toUpperCase();
