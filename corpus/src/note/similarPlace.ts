// Where a quote no longer stands: the words most similar to it, and whether the cited figures are still the same there.
import type { Figure } from "../figures/figure.ts";
import { compare } from "../text/decimal.ts";
import { fold } from "../text/fold.ts";
import type { Span } from "../text/sentences.ts";
import { articleSpan, hintedSpan } from "./exactPlaces.ts";
import { citedBy, citedIn, fileAt, MOST_ARTICLES, type Inquiry } from "./inquiry.ts";
import { endOffsetOfKey, keyIndexOf, offsetOfKey, quoteKey } from "./quoteKey.ts";
import { figuresTouching, quotePlace, type SourceFile } from "./quotePlace.ts";
import type { SimilarPlace } from "./resolution.ts";
import { similarSpan } from "./similarSpan.ts";
import type { ArticlePlace } from "./sourceAccess.ts";

export type Similar = { readonly outcome: "drifted" | "changed" } & SimilarPlace;

export const sameValue = (a: Figure, b: Figure): boolean =>
  a.kind === b.kind && a.unit === b.unit && compare(a.low, b.low) === 0 && compare(a.high, b.high) === 0;

/** Numbers of a text without figures: a date or a bare number that was edited is a change as well. */
const digitsOf = (text: string): string => (fold(text).match(/[0-9](?:[0-9.,]*[0-9])?/g) ?? []).join(" ");

/** Similar words in a stretch of a file, and whether the cited figures are still the same there. */
export function similarIn(inquiry: Inquiry, file: SourceFile, within: Span): Similar | undefined {
  const { citation, quote, sought, access } = inquiry;
  const { text, key } = file.source;
  const hinted = hintedSpan(file.source, citation.hint);
  const near = hinted ?? within;
  const similar = similarSpan(sought.key, key.key, {
    from: keyIndexOf(key, within.start),
    to: keyIndexOf(key, within.end),
    near: { start: keyIndexOf(key, near.start), end: keyIndexOf(key, near.end) },
    hinted: hinted !== undefined,
  });
  if (!similar) return undefined;
  const span = { start: offsetOfKey(key, similar.start), end: endOffsetOfKey(key, similar.end) };
  const quoted = citedBy(inquiry, access.figuresIn(quote, file.path));
  const found = (outcome: "drifted" | "changed", figures: readonly Figure[]) => ({
    outcome,
    place: quotePlace(file, span, figures),
    similarity: similar.similarity,
    quoted,
  });
  if (quoted.length === 0)
    return found(
      digitsOf(quote) === digitsOf(text.slice(span.start, span.end)) ? "drifted" : "changed",
      citedIn(inquiry, file, span),
    );

  const quotedKey = quoteKey(quote);
  const there = figuresTouching(file, span, access, false);
  const pairs = quoted.map((figure) => {
    const place = similar.counterpart(keyIndexOf(quotedKey, figure.start), keyIndexOf(quotedKey, figure.end));
    const [start, end] = place ? [offsetOfKey(key, place.start), endOffsetOfKey(key, place.end)] : [0, 0];
    return { figure, other: there.findLast((one) => one.start < end && one.end > start) };
  });
  const others = pairs.flatMap(({ other }) => other ?? []);
  // the words are similar, but no figure stands where the cited one stood
  if (others.length < pairs.length) return undefined;
  const written = (figure: Figure, whole: string) => quoteKey(whole.slice(figure.start, figure.end)).key;
  const same = pairs.every(
    ({ figure, other }) => other && (sameValue(figure, other) || written(figure, quote) === written(other, text)),
  );
  return found(same ? "drifted" : "changed", others);
}

/** Similar words among articles, the first that has any. */
export function similarAmong(
  inquiry: Inquiry,
  articles: readonly ArticlePlace[],
  except?: string,
): Similar | undefined {
  for (const article of articles.slice(0, MOST_ARTICLES)) {
    if (article.path === except || !inquiry.access.isInside(article.path)) continue;
    const file = fileAt(article.path, inquiry.access);
    const similar = file && similarIn(inquiry, file, articleSpan(file.source, article));
    if (similar) return similar;
  }
  return undefined;
}
