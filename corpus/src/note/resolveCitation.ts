// From a citation to the very words of its source, in the order of DESIGN section 2 (Resolution): the quote in its file, in the
// articles that the file once held, in the corpus; then similar words. Only an exact quote is followed silently.
import type { Figure } from "../figures/figure.ts";
import { lineAt, lineEnd } from "../text/lines.ts";
import type { Span } from "../text/sentences.ts";
import type { Citation } from "./citation.ts";
import { citedFigures } from "./citedFigures.ts";
import { articleSpan, distance, exactPlaces, hintedSpan } from "./exactPlaces.ts";
import { citedBy, citedWhereQuoted, fileAt, MOST_ARTICLES, type Inquiry } from "./inquiry.ts";
import { locateTarget } from "./locateTarget.ts";
import { quoteKey } from "./quoteKey.ts";
import { figuresTouching, quotePlace, type SourceFile } from "./quotePlace.ts";
import type { QuotePlace, Resolution, SimilarPlace } from "./resolution.ts";
import { sameValue, similarAmong, similarIn } from "./similarPlace.ts";
import type { ArticlePlace, SourceAccess } from "./sourceAccess.ts";

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

/** Similar words with another figure at the very place that the hint names. */
function changedAt(inquiry: Inquiry, file: SourceFile, hinted: Span): SimilarPlace | undefined {
  const { text, lineStarts } = file.source;
  const line = lineAt(lineStarts, hinted.start);
  const lineStart = lineStarts[line] ?? 0;
  const similar = similarIn(inquiry, file, { start: lineStart, end: lineEnd(text, lineStarts, line) });
  if (similar?.outcome !== "changed") return undefined;
  const { start, end } = similar.place;
  return distance({ start: lineStart + start, end: lineStart + end }, hinted) === 0 ? similar : undefined;
}

/** The quote in the file that the citation names: at the hinted place, else at the hinted column of another line, else nearest. */
function foundIn(inquiry: Inquiry, file: SourceFile): Resolution | undefined {
  const { citation, sought, access } = inquiry;
  const hinted = hintedSpan(file.source, citation.hint);
  // a hint past the end of the file is nearest to its end
  const near =
    hinted ?? (citation.hint ? { start: file.source.text.length, end: file.source.text.length } : { start: 0, end: 0 });
  const spans = exactPlaces(file, sought, { start: 0, end: file.source.text.length }, near, access);
  const [nearest] = spans;
  if (!nearest) return undefined;
  const isHinted = hinted !== undefined && distance(nearest, hinted) === 0;
  const places = spans.map((span) => quotePlace(file, span, citedWhereQuoted(inquiry, file, span)));
  // lines inserted above move the line of a hint, never its column
  const sameColumn = places.find(({ figures, start }) => (figures[0]?.start ?? start) + 1 === citation.hint?.column);
  const place = isHinted ? places[0] : (sameColumn ?? places[0]);
  const similar = isHinted || !hinted ? undefined : changedAt(inquiry, file, hinted);
  return (
    place && {
      outcome: "found",
      place,
      places: countPlaces(file, spans, access),
      hinted: isHinted,
      ...(similar ? { similar } : {}),
    }
  );
}

/** The quote in other articles: the first that holds it, and in how many it stands. */
function foundAmong(
  inquiry: Inquiry,
  articles: readonly ArticlePlace[],
  except: string | undefined,
): { place: QuotePlace; places: number } | undefined {
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
    first ??= quotePlace(file, span, citedWhereQuoted(inquiry, file, span));
  }
  return first && { place: first, places: ids.size };
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
  if (citation.hint?.column === undefined)
    return quotePlace(file, whole, citedFigures(link, figures, access.agrees?.bind(access)));
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
  const named =
    citation.url !== undefined
      ? access.articlesOfUrl(citation.url)
      : (access.articlesOfKey?.(citation.key ?? "") ?? []);
  const articles = named.length > 0 ? named : citation.url !== undefined ? [] : access.searchQuote(sought.key);
  const [first] = articles;
  if (sought.key === "" && first) {
    const file = access.isInside(first.path) ? fileAt(first.path, access) : undefined;
    const start = file && articleSpan(file.source, first).start;
    return file && start !== undefined
      ? { outcome: "no-quote", path: first.path, place: quotePlace(file, { start, end: start }, []) }
      : { outcome: "no-quote", path: first.path };
  }
  const found = foundAmong(inquiry, articles, undefined);
  if (found) return { outcome: "found", ...found, hinted: false };
  return (
    similarAmong(inquiry, named) ?? { outcome: "missing", what: citation.url !== undefined ? "page" : "quote", now: [] }
  );
}

/**
 * The quoted figure on the very line that the hint names, under words edited beyond similarity: then the same words elsewhere are
 * as likely another passage. Its similarity is told as 0.
 */
function sameFigureAtHint(inquiry: Inquiry, file: SourceFile): SimilarPlace | undefined {
  const hinted = hintedSpan(file.source, inquiry.citation.hint);
  if (!hinted) return undefined;
  const { text, lineStarts } = file.source;
  const line = lineAt(lineStarts, hinted.start);
  const quoted = citedBy(inquiry, inquiry.access.figuresIn(inquiry.quote, file.path));
  const there = figuresTouching(file, { start: lineStarts[line] ?? 0, end: lineEnd(text, lineStarts, line) }, inquiry.access, true);
  const same = quoted.flatMap((figure) => there.find((one) => sameValue(one, figure)) ?? []);
  const [first] = same;
  if (!first || same.length < quoted.length) return undefined;
  const span = { start: Math.min(...same.map(({ start }) => start)), end: Math.max(...same.map(({ end }) => end)) };
  return { place: quotePlace(file, span, same), similarity: 0, quoted };
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
  const left = moved && file ? (similar ?? sameFigureAtHint(inquiry, file)) : similar;
  if (moved) return left ? { outcome: "moved", ...moved, similar: left } : { outcome: "moved", ...moved };
  return (
    similar ??
    similarAmong(inquiry, former, path) ?? { outcome: "missing", what: file ? "quote" : "file", path, now: former }
  );
}

/**
 * Resolves a citation of the note at `notePath` (a path as in sourcePath.ts). `figures` are the note's figures that it cites;
 * without them those of its text are read. Never reads a path that `access.isInside` denies.
 */
export function resolveCitation(
  citation: Citation,
  notePath: string,
  access: SourceAccess,
  figures?: readonly Figure[],
): Resolution {
  const quote = citation.quote ?? "";
  const endKey = citation.quoteEnd === undefined ? "" : quoteKey(citation.quoteEnd).key;
  const sought = { key: quoteKey(quote).key, ...(endKey === "" ? {} : { endKey }) };
  const link = figures ?? (citation.text === "" ? [] : access.figuresIn(citation.text));
  const inquiry: Inquiry = { citation, quote, sought, link, access };
  const target = locateTarget(citation, notePath, access);
  if (!target) return resolveUnnamed(inquiry);
  return target.inside ? resolveNamed(inquiry, target.path) : { outcome: "outside", path: target.path };
}
