// From a citation to the very words of its source, in the order of DESIGN section 2 (Resolution): the quote in its file, in the
// articles that the file once held, in the corpus; then similar words. Only an exact quote is followed silently.
import type { Figure } from "../figures/figure.ts";
import { compare } from "../text/decimal.ts";
import { fold } from "../text/fold.ts";
import type { Span } from "../text/sentences.ts";
import { lineAt, lineEnd } from "../text/lines.ts";
import type { Citation } from "./citation.ts";
import { citedFigures } from "./citedFigures.ts";
import { articleSpan, distance, exactPlaces, hintedSpan, type Sought } from "./exactPlaces.ts";
import { locateTarget } from "./locateTarget.ts";
import { endOffsetOfKey, keyIndexOf, offsetOfKey, quoteKey } from "./quoteKey.ts";
import { figuresTouching, quotePlace, type SourceFile } from "./quotePlace.ts";
import type { QuotePlace, Resolution, SimilarPlace } from "./resolution.ts";
import { similarSpan } from "./similarSpan.ts";
import type { ArticlePlace, SourceAccess } from "./sourceAccess.ts";

/** So many of the articles that may hold a quote are looked into. */
const MOST_ARTICLES = 64;

/** What is resolved, with what does not change from file to file. */
interface Inquiry {
  readonly citation: Citation;
  readonly quote: string;
  readonly sought: Sought;
  /** The figures of the note that cite: of the link text, or of its scope. */
  readonly link: readonly Figure[];
  readonly access: SourceAccess;
}

/** Citations of the two styles that we write cite the last comparable figure, all others the one that agrees. */
const isOurs = ({ form, title }: Citation): boolean => form === "link" && title !== undefined;

const citedBy = ({ citation, link, access }: Inquiry, figures: readonly Figure[]): readonly Figure[] =>
  citedFigures(link, figures, isOurs(citation) ? undefined : access.agrees?.bind(access));

const citedIn = (inquiry: Inquiry, file: SourceFile, span: Span): readonly Figure[] =>
  citedBy(inquiry, figuresTouching(file, span, inquiry.access, true));

const fileAt = (path: string, access: SourceAccess): SourceFile | undefined => {
  const source = access.source(path);
  return source && { path, source };
};

/** How many places these are where those in copies of one article count as one. */
function countPlaces({ path, source }: SourceFile, spans: readonly Span[], access: SourceAccess): number {
  const inInstance = new Map<string, number>();
  const inArticle = new Map<string, number>();
  for (const { start } of spans) {
    const article = access.articleAt?.(path, lineAt(source.lineStarts, start));
    const id = article?.id ?? path;
    const instance = `${id}\n${article?.firstLine ?? 1}`;
    const count = (inInstance.get(instance) ?? 0) + 1;
    inInstance.set(instance, count);
    inArticle.set(id, Math.max(count, inArticle.get(id) ?? 0));
  }
  return [...inArticle.values()].reduce((sum, count) => sum + count, 0);
}

/** The quote in the file that the citation names: at the hinted place, else at the hinted column of another line, else nearest. */
function foundIn(inquiry: Inquiry, file: SourceFile): Resolution | undefined {
  const { citation, sought, access } = inquiry;
  const hinted = hintedSpan(file.source, citation.hint);
  // a hint past the end of the file is nearest to its end
  const near = hinted ?? (citation.hint ? { start: file.source.text.length, end: file.source.text.length } : { start: 0, end: 0 });
  const spans = exactPlaces(file, sought, { start: 0, end: file.source.text.length }, near, access);
  const [nearest] = spans;
  if (!nearest) return undefined;
  const isHinted = hinted !== undefined && distance(nearest, hinted) === 0;
  const places = spans.map((span) => quotePlace(file, span, citedIn(inquiry, file, span)));
  // lines inserted above move the line of a hint, never its column
  const sameColumn = places.find(({ figures, start }) => (figures[0]?.start ?? start) + 1 === citation.hint?.column);
  const place = isHinted ? places[0] : (sameColumn ?? places[0]);
  return place && { outcome: "found", place, places: countPlaces(file, spans, access), hinted: isHinted };
}

/** The quote in other articles: the first that holds it, and in how many it stands. */
function foundAmong(inquiry: Inquiry, articles: readonly ArticlePlace[], except: string | undefined): { place: QuotePlace; places: number } | undefined {
  let first: QuotePlace | undefined;
  const ids = new Set<string>();
  for (const article of articles.slice(0, MOST_ARTICLES)) {
    if (article.path === except || ids.has(article.id) || !inquiry.access.isInside(article.path)) continue;
    const file = fileAt(article.path, inquiry.access);
    if (!file) continue;
    const within = articleSpan(file.source, article);
    const [span] = exactPlaces(file, inquiry.sought, within, within, inquiry.access);
    if (!span) continue;
    ids.add(article.id);
    first ??= quotePlace(file, span, citedIn(inquiry, file, span));
  }
  return first && { place: first, places: ids.size };
}

const sameValue = (a: Figure, b: Figure): boolean =>
  a.kind === b.kind && a.unit === b.unit && compare(a.low, b.low) === 0 && compare(a.high, b.high) === 0;

/** Numbers of a text without figures: a date or a bare number that was edited is a change as well. */
const digitsOf = (text: string): string => (fold(text).match(/[0-9](?:[0-9.,]*[0-9])?/g) ?? []).join(" ");

/** Similar words in a stretch of a file, and whether the cited figures are still the same there. */
function similarIn(inquiry: Inquiry, file: SourceFile, within: Span): ({ outcome: "drifted" | "changed" } & SimilarPlace) | undefined {
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
  if (quoted.length === 0) return found(digitsOf(quote) === digitsOf(text.slice(span.start, span.end)) ? "drifted" : "changed", citedIn(inquiry, file, span));

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
  const same = pairs.every(({ figure, other }) => other && (sameValue(figure, other) || written(figure, quote) === written(other, text)));
  return found(same ? "drifted" : "changed", others);
}

/** Similar words among articles, the first that has any. */
function similarAmong(inquiry: Inquiry, articles: readonly ArticlePlace[], except?: string): ReturnType<typeof similarIn> {
  for (const article of articles.slice(0, MOST_ARTICLES)) {
    if (article.path === except || !inquiry.access.isInside(article.path)) continue;
    const file = fileAt(article.path, inquiry.access);
    const similar = file && similarIn(inquiry, file, articleSpan(file.source, article));
    if (similar) return similar;
  }
  return undefined;
}

/** The hinted line of a citation without a quote, with the figure at the hinted column. */
function hintedPlace({ citation, link, access }: Inquiry, file: SourceFile): QuotePlace | undefined {
  const span = hintedSpan(file.source, citation.hint);
  if (!span) return undefined;
  const { text, lineStarts } = file.source;
  const line = lineAt(lineStarts, span.start);
  const whole = { start: lineStarts[line] ?? 0, end: lineEnd(text, lineStarts, line) };
  const at = { start: span.start, end: Math.max(span.end, Math.min(whole.end, span.start + 1)) };
  const figures = figuresTouching(file, at, access, true);
  if (citation.hint?.column === undefined) return quotePlace(file, whole, citedFigures(link, figures, access.agrees?.bind(access)));
  const figure = figures.find(({ start }) => start === span.start) ?? figures[0];
  return quotePlace(file, figure ?? { start: span.start, end: span.start }, figure ? [figure] : []);
}

function withoutQuote(inquiry: Inquiry, path: string): Resolution {
  const file = fileAt(path, inquiry.access);
  if (!file) return { outcome: "missing", what: "file", path, now: inquiry.access.formerArticles(path) };
  const place = hintedPlace(inquiry, file);
  return place ? { outcome: "no-quote", path, place } : { outcome: "no-quote", path };
}

/** A citation that names no file: a web page that is an article's, a pandoc key, a footnote's quote alone. */
function resolveUnnamed(inquiry: Inquiry): Resolution {
  const { citation, access, sought } = inquiry;
  const named = citation.url !== undefined ? access.articlesOfUrl(citation.url) : (access.articlesOfKey?.(citation.key ?? "") ?? []);
  const articles = named.length > 0 ? named : citation.url !== undefined ? [] : access.searchQuote(sought.key);
  const [first] = articles;
  if (sought.key === "" && first) {
    const file = access.isInside(first.path) ? fileAt(first.path, access) : undefined;
    const start = file && articleSpan(file.source, first).start;
    return file && start !== undefined ? { outcome: "no-quote", path: first.path, place: quotePlace(file, { start, end: start }, []) } : { outcome: "no-quote", path: first.path };
  }
  const found = foundAmong(inquiry, articles, undefined);
  if (found) return { outcome: "found", ...found, hinted: false };
  return similarAmong(inquiry, named) ?? { outcome: "missing", what: citation.url !== undefined ? "page" : "quote", now: [] };
}

function resolveNamed(inquiry: Inquiry, path: string): Resolution {
  const { access, sought } = inquiry;
  if (sought.key === "") return withoutQuote(inquiry, path);
  const file = fileAt(path, access);
  const found = file && foundIn(inquiry, file);
  if (found) return found;
  const former = access.formerArticles(path);
  const moved = foundAmong(inquiry, former, path) ?? foundAmong(inquiry, access.searchQuote(sought.key), path);
  const similar = file && similarIn(inquiry, file, { start: 0, end: file.source.text.length });
  if (moved) return similar ? { outcome: "moved", ...moved, similar } : { outcome: "moved", ...moved };
  return similar ?? similarAmong(inquiry, former, path) ?? { outcome: "missing", what: file ? "quote" : "file", path, now: former };
}

/**
 * Resolves a citation of the note at `notePath` (a path as in sourcePath.ts). `figures` are the note's figures that it cites;
 * without them those of its text are read. Never reads a path that `access.isInside` denies.
 */
export function resolveCitation(citation: Citation, notePath: string, access: SourceAccess, figures?: readonly Figure[]): Resolution {
  const quote = citation.quote ?? "";
  const endKey = citation.quoteEnd === undefined ? "" : quoteKey(citation.quoteEnd).key;
  const sought = { key: quoteKey(quote).key, ...(endKey === "" ? {} : { endKey }) };
  const link = figures ?? (citation.text === "" ? [] : access.figuresIn(citation.text));
  const inquiry: Inquiry = { citation, quote, sought, link, access };
  const target = locateTarget(citation, notePath, access);
  if (!target) return resolveUnnamed(inquiry);
  return target.inside ? resolveNamed(inquiry, target.path) : { outcome: "outside", path: target.path };
}
