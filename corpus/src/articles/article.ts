// What the readers make of a file of the corpus. Lines here are 1-based, as an analyst sees them; passages are 0-based.
import type { Passage } from "../text/passage.ts";

export type Language = "zh-Hant" | "zh-Hans" | "en" | "mixed";
/** Whose wording and whose bare 元: Taiwan, Hong Kong, the mainland, or none of them. */
export type Region = "TW" | "HK" | "CN" | "INTL";

export interface ArticleDate {
  /** ISO day, `2025-11-20`. */
  readonly day: string;
  /** Inferred from the text: a lower bound, shown as "on or after". */
  readonly inferred: boolean;
}

export interface Article {
  /** Front matter `id`, else its url, else a hash of folded title and body. */
  readonly id: string;
  /** 1-based, inclusive. */
  readonly firstLine: number;
  readonly lastLine: number;
  readonly titleLine?: number;
  readonly title?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly date?: ArticleDate;
  readonly url?: string;
  readonly language: Language;
  /** Where the article is from, by wording, publisher and currency: decides a bare 元 and 兆. */
  readonly region: Region;
  /** The wording of its script as shown (a mainland text in Taiwan script has region CN and wording TW). */
  readonly wording: Region;
  readonly passages: readonly Passage[];
}

/** A file of the corpus as text. */
export interface SourceFile {
  /** The path as shown, with `/`. Its ending chooses the reader. */
  readonly path: string;
  readonly text: string;
  /** Last change, milliseconds since 1970: a year that a text omits is the one nearest before it. */
  readonly modified: number;
}

export interface ReadProblem {
  readonly code: "empty" | "binary" | "front-matter" | "no-text" | "too-large" | "unreadable" | "encoding";
  /** What is wrong, where, and what to do, in one line. */
  readonly message: string;
  readonly line?: number;
}

export interface ReadResult {
  readonly articles: readonly Article[];
  readonly problems: readonly ReadProblem[];
}
