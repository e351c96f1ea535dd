// What is asked when a citation is resolved, and which figures of a stretch answer it.
import type { Figure } from "../figures/figure.ts";
import type { Span } from "../text/sentences.ts";
import type { Citation } from "./citation.ts";
import { citedFigures } from "./citedFigures.ts";
import type { Sought } from "./exactPlaces.ts";
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

/** A file of the corpus as far as it can be read. */
export const fileAt = (path: string, access: SourceAccess): SourceFile | undefined => {
  const source = access.source(path);
  return source && { path, source };
};
