// What is asked when a citation is resolved, and which figures of a stretch answer it.
import type { Figure } from "../figures/figure.ts";
import { compare } from "../text/decimal.ts";
import type { Span } from "../text/sentences.ts";
import type { Citation } from "./citation.ts";
import { citedFigures } from "./citedFigures.ts";
import type { Sought } from "./exactPlaces.ts";
import { endOffsetOfKey, keyIndexOf, offsetOfKey, quoteKey } from "./quoteKey.ts";
import { figuresTouching, type SourceFile } from "./quotePlace.ts";
import type { SourceAccess } from "./sourceAccess.ts";

/** So many of the articles that may hold a quote are looked into. */
export const MOST_ARTICLES = 64;

/** What is resolved, with what does not change from file to file. */
export interface Inquiry {
  readonly citation: Citation;
  readonly quote: string;
  readonly sought: Sought;
  /** The figures of the note that cite: of the link text, or of its scope. */
  readonly link: readonly Figure[];
  readonly access: SourceAccess;
}

/** Citations of the two styles that we write cite the last comparable figure, all others the one that agrees. */
const isOurs = ({ form, title }: Citation): boolean => form === "link" && title !== undefined;

/** The figures among those of a quote that the citation cites. */
export const citedBy = ({ citation, link, access }: Inquiry, figures: readonly Figure[]): readonly Figure[] =>
  citedFigures(link, figures, isOurs(citation) ? undefined : access.agrees?.bind(access));

/** The cited figures of a stretch of a file, at offsets of the file. */
export const citedIn = (inquiry: Inquiry, file: SourceFile, span: Span): readonly Figure[] =>
  citedBy(inquiry, figuresTouching(file, span, inquiry.access, true));

/**
 * The cited figures where the quote stands word for word. The quote itself says which they are: odd spaces of a page scraped
 * again can hide a figure there, and its neighbour must not be taken for it.
 */
export function citedWhereQuoted(inquiry: Inquiry, file: SourceFile, span: Span): readonly Figure[] {
  const there = figuresTouching(file, span, inquiry.access, true);
  const cited = citedBy(inquiry, there);
  const quoted = citedBy(inquiry, inquiry.access.figuresIn(inquiry.quote, file.path));
  if (quoted.length === 0 || inquiry.citation.quoteEnd !== undefined) return cited;
  const quoteKeyed = quoteKey(inquiry.quote);
  const { key } = file.source;
  const from = keyIndexOf(key, span.start);
  const mapped = quoted.map((figure) => ({
    ...figure,
    start: offsetOfKey(key, from + keyIndexOf(quoteKeyed, figure.start)),
    end: endOffsetOfKey(key, from + keyIndexOf(quoteKeyed, figure.end)),
  }));
  const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
  if (cited.length >= mapped.length && mapped.every((one) => cited.some((figure) => meets(figure, one)))) return cited;
  return mapped.map((one) => there.find((figure) => meets(figure, one) && sameNumber(figure, one)) ?? one);
}

const sameNumber = (a: Figure, b: Figure): boolean => compare(a.low, b.low) === 0 && compare(a.high, b.high) === 0;

/** A file of the corpus as far as it can be read. */
export const fileAt = (path: string, access: SourceAccess): SourceFile | undefined => {
  const source = access.source(path);
  return source && { path, source };
};
