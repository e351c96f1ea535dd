// Cuts lines that repeat nothing into articles: line by line, each headline, wide line and closing publisher in its turn.
import { closingPublisher } from "./closing.ts";
import { BRIEF, type FeedEvidence } from "./evidence.ts";
import type { FeedLine } from "./feedLine.ts";
import { HEADLINE } from "./headline.ts";
import type { FeedSegment } from "./segmentFeed.ts";
import { sharedTerms, termsOf, turnsFrom } from "./terms.ts";
import { isRule, isTopic } from "./topicHeader.ts";

/** A line this wide holds a whole article, or much of one. */
const WIDE = 250;
/** This wide it is a whole article where the file has others like it. */
const ARTICLE = 400;
/** A headline this strong begins a brief article where no publisher closed the one before; subheadings are weaker. */
const BEGINS = 1.5;
/** Numbered headings and lines that connect are no stronger. */
const WEAK = 0.2;
/** Comments and subheadings are narrower. */
const NARROW = 120;

/** Whether the headline-like line at `i` has an article behind it, before line `end`. */
function hasBody(lines: readonly FeedLine[], i: number, end: number): boolean {
  const headline = lines[i];
  const next = lines[i + 1];
  if (!headline || !next || i + 1 >= end || isTopic(next) || isRule(next)) return false;
  if (next.width >= NARROW) return true;
  const terms = termsOf(headline.text);
  // a comment, then a headline with its text: the comment has none
  const after = i + 2 < end ? lines[i + 2] : undefined;
  if (next.strength > headline.strength && after && after.width >= NARROW) return false;
  let width = 0;
  let related = false;
  for (let k = i + 1; k < Math.min(end, i + 8); k++) {
    const line = lines[k];
    if (!line || (line.strength >= HEADLINE && k > i + 1) || (line.strength >= 0 && (lines[k + 1]?.width ?? 0) >= WIDE))
      break;
    width += line.width;
    related ||= sharedTerms(terms, termsOf(line.text, 600)) > 0;
  }
  return headline.strength >= HEADLINE ? width >= 60 : related && width >= NARROW;
}

/** Whether the line under the headline-like line at `i` is a brief article: closed by its publisher, or a text of its own. */
function hasBrief(lines: readonly FeedLine[], i: number, end: number, closings: readonly boolean[]): boolean {
  const body = i + 1 < end ? lines[i + 1] : undefined;
  const headline = lines[i];
  if (!headline || !body || isTopic(body) || isRule(body)) return false;
  if (closings[i + 1]) return body.width >= BRIEF && !(closings[i] ?? false);
  // a comment over a headline has no text
  if (body.strength >= 0 || !body.ends) return false;
  return body.width >= NARROW || (body.width >= BRIEF && sharedTerms(termsOf(headline.text), termsOf(body.text)) > 0);
}

/** Cuts lines `from` to `to`, which repeat nothing. `breaks`: see findBreaks. */
export function cut(
  lines: readonly FeedLine[],
  from: number,
  to: number,
  evidence: FeedEvidence,
  closings: readonly boolean[],
  breaks: ReadonlySet<number>,
): FeedSegment[] {
  const segments: FeedSegment[] = [];
  let start = -1;
  let title = -1;
  let closed = false;
  let gapEnd = -1;
  const bodied = (i: number): boolean => (evidence.brief ? hasBrief(lines, i, to, closings) : hasBody(lines, i, to));
  const finish = (end: number) => {
    if (start >= 0 && end > start) segments.push({ start, end, ...(title >= 0 ? { title } : {}) });
    start = title = -1;
    closed = false;
  };
  const begin = (i: number, titled: boolean) => {
    finish(i);
    start = i;
    title = titled ? i : -1;
  };

  for (let i = from; i < to; i++) {
    const line = lines[i];
    if (!line) break;
    if (isTopic(line)) {
      finish(i);
      continue;
    }
    if (breaks.size && (breaks.has(i) || isRule(line))) {
      if (breaks.has(i)) begin(i, true);
      else finish(i);
      continue;
    }
    const next = lines[i + 1];
    const titleLike = line.strength >= 0 && i + 1 < to;
    if (start < 0) {
      if (titleLike && bodied(i)) begin(i, true);
      else if (line.width >= WIDE || (!segments.length && line.width >= 30 && line.ends)) begin(i, false);
    } else if (closed) {
      if (gapEnd <= i) gapEnd = endOfGap(lines, i, to, bodied);
      const bound = gapEnd;
      if (titleLike && bodied(i)) begin(i, true);
      else if (line.width >= WIDE && evidence.oneLine) begin(i, false);
      else if (evidence.oneLine || ((bound < to || to < lines.length) && isAside(lines, i, bound))) {
        // readers' comments
        finish(i);
        i = Math.max(i, bound - 1);
      } else closed = false;
    } else if (titleLike && i > start + (title >= 0 ? 1 : 0)) {
      if (evidence.brief ? line.strength > WEAK && bodied(i) && (line.strength >= BEGINS || turns(lines, start, i)) : evidence.oneLine && next && next.width >= WIDE) begin(i, true);
      else if (evidence.headlines && (line.strength >= HEADLINE || (evidence.closed && line.strength >= BEGINS && turns(lines, start, i))) && hasBody(lines, i, to)) begin(i, true);
    } else if (
      evidence.alone &&
      line.width >= ARTICLE &&
      i > start + (title >= 0 ? 1 : 0) &&
      !continues(lines, start, i)
    )
      begin(i, false);
    if (start >= 0) {
      const alone = evidence.alone && line.width >= ARTICLE;
      closed =
        i > title &&
        ((closings[i] ?? false) ||
          (alone && next !== undefined && next.width < NARROW && closingPublisher(next.text) === undefined));
    }
  }
  finish(to);
  return segments;
}

/** The next line from `i` on that begins an article. */
function endOfGap(lines: readonly FeedLine[], i: number, to: number, bodied: (i: number) => boolean): number {
  let k = i;
  while (k < to) {
    const line = lines[k];
    if (!line || line.width >= WIDE || (line.strength >= 0 && bodied(k))) break;
    k++;
  }
  return k;
}

/** Whether lines `from` to `to` are short enough to be readers' comments. */
function isAside(lines: readonly FeedLine[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((lines[i]?.width ?? 0) >= 80) return false;
  return true;
}

/** Whether the headline at `i` and its text turn to something else than the article begun at `start`, which had ended its sentence. */
function turns(lines: readonly FeedLine[], start: number, i: number): boolean {
  const headline = lines[i];
  const body = lines[i + 1];
  if (!headline || !body || body.strength >= 0 || !(lines[i - 1]?.ends ?? false)) return false;
  let before = "";
  for (let k = start; k < i && k < start + 8; k++) before += lines[k]?.text.slice(0, 1000) ?? "";
  return turnsFrom(before, headline.text, body.text);
}

/** Whether a wide line goes on with the article begun at `start`: they speak of the same things. */
function continues(lines: readonly FeedLine[], start: number, i: number): boolean {
  const here = termsOf(lines[i]?.text ?? "", 1500);
  const before = new Set<number>();
  for (let k = Math.max(start, i - 3); k < i; k++)
    for (const term of termsOf(lines[k]?.text ?? "", 1500)) before.add(term);
  return sharedTerms(here, before) >= 0.08 * Math.min(here.size, before.size);
}
