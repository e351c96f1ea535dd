// Reads a text file of the corpus: cut into articles by feed/segmentFeed, each with its passages, credits, date and origin.
import { lineStarts } from "../text/lines.ts";
import type { Passage } from "../text/passage.ts";
import { articleId } from "./articleId.ts";
import type { Article, ReadResult, SourceFile } from "./article.ts";
import { creditLine, creditsOf, dateline } from "./credits.ts";
import { dayOf, isoOfDay } from "./dates/calendar.ts";
import { findDates, type WrittenDate } from "./dates/findDates.ts";
import { inferDate, timeHints } from "./dates/inferDate.ts";
import { dateInName } from "./dates/statedDate.ts";
import { closingPublisher } from "./feed/closing.ts";
import { feedLines, type FeedLine } from "./feed/feedLine.ts";
import { segmentFeed, type FeedSegment } from "./feed/segmentFeed.ts";
import { isRule } from "./feed/topicHeader.ts";
import { noScores, originEvidence, settleOrigin } from "./origin.ts";

/** Subheadings are no wider than this. */
const SUBHEADING = 30;

const isCredit = (text: string): boolean => creditLine(text) !== undefined || dateline(text).author !== undefined;

/** The passages of an article: a line each, rules left out. */
function passagesOf(lines: readonly FeedLine[], segment: FeedSegment): Passage[] {
  const passages: Passage[] = [];
  for (let i = segment.start; i < segment.end; i++) {
    const line = lines[i];
    if (!line || isRule(line)) continue;
    const next = i + 1 < segment.end ? lines[i + 1] : undefined;
    const heading =
      line.strength >= 0 &&
      line.width <= SUBHEADING &&
      next !== undefined &&
      next.width > line.width &&
      i > segment.start &&
      !isCredit(line.text);
    passages.push({
      line: line.line,
      start: line.column,
      text: line.text,
      kind: i === segment.title ? "title" : heading ? "heading" : "text",
    });
  }
  return passages;
}

/** The end of the full day that an article begins with, in milliseconds since 1970: a feed may go on after its name's day. */
function openingTime(passages: readonly Passage[]): number {
  const text = passages.find(({ kind }) => kind === "text")?.text.slice(0, 80) ?? "";
  const first = findDates(text).find(({ start }) => start < 40);
  const day = first && !first.future && first.year !== undefined && first.month !== undefined && first.day !== undefined ? dayOf(first.year, first.month, first.day) : undefined;
  return day === undefined ? 0 : Date.parse(`${isoOfDay(day)}T23:59:59+08:00`);
}

/** The articles of a `.txt` file. A pure function of text, path and time; linear in the text. */
export function readFeed(file: SourceFile): ReadResult {
  const lines = feedLines(file.text, lineStarts(file.text));
  if (!lines.length)
    return { articles: [], problems: [{ code: "empty", message: "the file holds no text: delete it or fill it" }] };
  const segments = segmentFeed(lines);
  if (!segments.length)
    return {
      articles: [],
      problems: [{ code: "no-text", message: "no article found in the file: it holds headings or comments only" }],
    };

  const whole = segments.length === 1;
  const named = dateInName(file.path);
  // a feed's name tells when it was scraped: no article of it is younger
  const modified = !whole && named ? Math.min(file.modified, Date.parse(`${named}T23:59:59+08:00`)) : file.modified;
  const read = segments.map((segment) => {
    const passages = passagesOf(lines, segment);
    const body = passages.filter(({ kind }) => kind !== "title").map(({ text }) => text);
    const last = lines[segment.end - 1]?.text ?? "";
    const credits = creditsOf(body, whole);
    const publisher = closingPublisher(last)?.publisher ?? credits.publisher;
    const evidence = originEvidence(
      passages.map(({ text }) => text),
      publisher,
      credits.url,
    );
    const dates: WrittenDate[] =
      whole && (named || credits.date) ? [] : passages.flatMap(({ text }) => findDates(text));
    return { segment, passages, credits, publisher, evidence, dates };
  });

  const origin = noScores();
  for (const { evidence } of read)
    for (const region of ["TW", "HK", "CN"] as const) origin[region] += evidence.scores[region] / read.length;
  const hints = timeHints(
    read.flatMap(({ dates }) => dates),
    modified,
  );
  const articles = read.map(({ segment, passages, credits, publisher, evidence, dates }): Article => {
    const title = segment.title === undefined ? undefined : lines[segment.title]?.text;
    const stated = whole ? (credits.date ?? named) : undefined;
    const inferred = stated ? undefined : inferDate(dates, Math.min(file.modified, Math.max(modified, openingTime(passages))), hints);
    const day = stated ?? inferred;
    return {
      id: articleId(undefined, credits.url, title, passages),
      firstLine: (lines[segment.start]?.line ?? 0) + 1,
      lastLine: (lines[segment.end - 1]?.line ?? 0) + 1,
      ...(title === undefined || segment.title === undefined
        ? {}
        : { titleLine: (lines[segment.title]?.line ?? 0) + 1, title }),
      ...(publisher ? { publisher } : {}),
      ...(credits.author ? { author: credits.author } : {}),
      ...(day ? { date: { day, inferred: stated === undefined } } : {}),
      ...(credits.url ? { url: credits.url } : {}),
      ...settleOrigin(evidence, origin),
      passages,
    };
  });
  return { articles, problems: [] };
}
