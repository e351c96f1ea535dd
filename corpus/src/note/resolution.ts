// What became of a citation's source. Only `found` is followed silently; everything else is told.
import type { Figure } from "../figures/figure.ts";
import type { ArticlePlace } from "./sourceAccess.ts";

/** A cited figure in the source. Line 0-based, UTF-16 columns of that line, end exclusive. */
export interface CitedFigure {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly figure: Figure;
}

/** The quoted words in the source. Lines 0-based, UTF-16 columns; they end in another line where the source was wrapped anew. */
export interface QuotePlace {
  readonly path: string;
  readonly line: number;
  readonly start: number;
  readonly endLine: number;
  readonly end: number;
  /** In the order of the link text's figures; empty where the quote holds none. */
  readonly figures: readonly CitedFigure[];
}

export type Resolution =
  /**
   * The quote stands there. `places`: how often in the file, copies of an article counted once; `hinted`: at the hinted place.
   * `similar`: it does not, and where the hint points similar words give another figure; a correction of a copy looks so.
   */
  | {
      readonly outcome: "found";
      readonly place: QuotePlace;
      readonly places: number;
      readonly hinted: boolean;
      readonly similar?: SimilarPlace;
    }
  /** The quote stands in another file. `similar`: what stands in its place in the old one, if anything. */
  | { readonly outcome: "moved"; readonly place: QuotePlace; readonly places: number; readonly similar?: SimilarPlace }
  /** Similar words with the same figure, or with another figure in its place. */
  | ({ readonly outcome: "drifted" | "changed" } & SimilarPlace)
  /** File, page or words are gone. `now`: where the articles went that the file held. */
  | {
      readonly outcome: "missing";
      readonly what: "file" | "quote" | "page";
      readonly path?: string;
      readonly now: readonly ArticlePlace[];
    }
  /** The target lies outside the roots; it was not read. */
  | { readonly outcome: "outside"; readonly path: string }
  /** A target without a quote. `place`: the hinted line, with the figure at the hinted column. */
  | { readonly outcome: "no-quote"; readonly path: string; readonly place?: QuotePlace };

export interface SimilarPlace {
  readonly place: QuotePlace;
  /** Part of the quote's character pairs found there, digits masked: 0.85 to 1; 0 where only the figure stands there still. */
  readonly similarity: number;
  /** The cited figures of the quote itself, beside those of `place`. */
  readonly quoted: readonly Figure[];
}
