// What resolving a citation needs of the corpus. The host decides what lies inside the roots and hands out texts with their
// keys cached; paths are those of sourcePath.ts, normalised and NFC.
import type { Figure } from "../figures/figure.ts";
import { lineStarts } from "../text/lines.ts";
import { quoteKey, type QuoteKey } from "./quoteKey.ts";

/** A file of the corpus as text; key and lines are made when first asked for, and kept as long as the object is. */
export interface SourceText {
  readonly text: string;
  readonly key: QuoteKey;
  readonly lineStarts: Uint32Array;
}

export function makeSourceText(text: string): SourceText {
  let key: QuoteKey | undefined;
  let starts: Uint32Array | undefined;
  return {
    text,
    get key() {
      return (key ??= quoteKey(text));
    },
    get lineStarts() {
      return (starts ??= lineStarts(text));
    },
  };
}

/** An article in its file. Lines are 1-based and inclusive, as in Article; without them it is the whole file. */
export interface ArticlePlace {
  readonly path: string;
  /** The article's id; that of the representative for a copy, so that copies count once. */
  readonly id: string;
  readonly firstLine?: number;
  readonly lastLine?: number;
}

export interface SourceAccess {
  /** Whether a path lies, by its real path, inside a workspace or corpus folder; no other is ever asked for. */
  isInside(path: string): boolean;
  /** Whether a path lies in a corpus folder and would be read there, whether the file exists or not. */
  isCorpusPath(path: string): boolean;
  /** The text of a file of the corpus, NFC and NFD names alike; undefined where there is none. */
  source(path: string): SourceText | undefined;
  /** The workspace folder of the note, for targets that begin with `/`. */
  readonly workspaceFolder?: string;
  /** Where the articles are now that the index last knew under this path. */
  formerArticles(path: string): readonly ArticlePlace[];
  /** Articles that may hold this quote key, found by its rare character pairs; each is looked into here. */
  searchQuote(key: string): readonly ArticlePlace[];
  articlesOfUrl(url: string): readonly ArticlePlace[];
  /** The articles that a pandoc key means (file name or id); absent where keys mean nothing. */
  articlesOfKey?(key: string): readonly ArticlePlace[];
  /** The article at a 0-based line; absent or undefined: the file is one article. */
  articleAt?(path: string, line: number): ArticlePlace | undefined;
  /** The figures of a piece of text, in order, with offsets in it; the path tells the region. */
  figuresIn(text: string, path?: string): readonly Figure[];
  /** The figures of a 0-based line with columns of the file, where the index keeps them (table cells, markup inside figures). */
  figuresOfLine?(path: string, line: number): readonly Figure[] | undefined;
  /** Whether a figure of a note and one of a source agree; for citations that others wrote. */
  agrees?(note: Figure, source: Figure): boolean;
}
