// Cuts the lines of a text file into articles. A file is a feed only on evidence (a topic line, repeated articles, closing
// publishers, whole articles on one line); without any it is one article. In a feed an article begins at its headline, at a
// repeat of a beginning, or where the text turns to the subject of the headline that follows (an untitled lead). What
// stands behind a finished article and before the next headline are readers' comments.
import { creditLine } from "../credits.ts";
import { closingPublisher } from "./closing.ts";
import type { FeedLine } from "./feedLine.ts";
import { HEADLINE } from "./headline.ts";
import { splitLeads } from "./leads.ts";
import { findRepeats } from "./repeats.ts";
import { sharedTerms, termsOf } from "./terms.ts";
import { isRule, isTopic, topicHeaderLength } from "./topicHeader.ts";

/** Indices into the lines; `end` exclusive. Lines of no article are in no segment. */
export interface FeedSegment {
  readonly start: number;
  readonly end: number;
  /** Index of the headline, where there is one: `start`, or a few lines of credits later. */
  readonly title?: number;
}

/** What a file shows of being a feed. */
interface Evidence {
  /** Articles stand on one line each, under their headlines. */
  readonly oneLine: boolean;
  /** Several articles of several lines: a strong headline begins the next. */
  readonly headlines: boolean;
}

/** A line this wide holds a whole article, or much of one. */
const WIDE = 250;
/** Comments and subheadings are narrower. */
const NARROW = 120;

function evidenceOf(lines: readonly FeedLine[], repeats: Int32Array, topics: number, closings: readonly boolean[]): Evidence {
  let all = 0;
  let repeated = 0;
  let closed = 0;
  let wideWithHeadline = 0;
  let wideWidth = 0;
  let strength = 0;
  let headlines = 0;
  let since = 0;
  lines.forEach((line, i) => {
    all += line.width;
    if ((repeats[i] ?? -1) >= 0) repeated += line.width;
    const next = lines[i + 1];
    if (closings[i]) closed += next && next.strength >= 1 && i > 0 ? 2 : 1;
    // subheadings of one article are narrower, or nearer to each other
    if (i > 1 && line.strength >= 3.5 && line.width >= 18 && next && next.width >= 40) {
      if (since >= 150) headlines++;
      since = 0;
    } else since += line.width;
    const before = lines[i - 1];
    if (line.width >= 400 && before && before.strength >= 0) {
      wideWithHeadline++;
      wideWidth += line.width;
      strength += before.strength;
    }
  });
  const oneLine =
    (wideWithHeadline >= 2 && wideWidth >= 0.6 * all && (closed >= 1 || topics > 0 || strength / wideWithHeadline >= 1.5)) ||
    (wideWithHeadline === 1 && closed >= 1 && wideWidth >= 0.6 * all);
  return { oneLine, headlines: topics > 0 || repeated >= 300 || closed >= 2 || headlines >= 3 };
}

/** Whether the headline-like line at `i` has an article behind it, before line `end`. */
function hasBody(lines: readonly FeedLine[], i: number, end: number): boolean {
  const headline = lines[i];
  const next = lines[i + 1];
  if (!headline || !next || i + 1 >= end || isTopic(next) || isRule(next)) return false;
  const terms = termsOf(headline.text);
  const shares = (line: FeedLine | undefined) => line !== undefined && sharedTerms(terms, termsOf(line.text)) > 0;
  if (next.width >= NARROW) return true;
  // a comment, then a headline with its text: the comment has none
  const after = i + 2 < end ? lines[i + 2] : undefined;
  if (next.strength > headline.strength && after && after.width >= NARROW) return false;
  let width = 0;
  let related = false;
  for (let k = i + 1; k < Math.min(end, i + 8); k++) {
    const line = lines[k];
    if (!line || (line.strength >= HEADLINE && k > i + 1) || (line.strength >= 0 && (lines[k + 1]?.width ?? 0) >= WIDE)) break;
    width += line.width;
    related ||= shares(line);
  }
  return headline.strength >= HEADLINE ? width >= 60 : related && width >= NARROW;
}

/** Cuts lines `from` to `to`, which repeat nothing. */
function cut(lines: readonly FeedLine[], from: number, to: number, evidence: Evidence, closings: readonly boolean[]): FeedSegment[] {
  const segments: FeedSegment[] = [];
  let start = -1;
  let title = -1;
  let closed = false;
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
    const next = lines[i + 1];
    const titleLike = line.strength >= 0 && i + 1 < to;
    if (start < 0) {
      if (titleLike && hasBody(lines, i, to)) begin(i, true);
      else if (line.width >= WIDE || (!segments.length && line.width >= 30 && line.ends)) begin(i, false);
    } else if (closed) {
      const bound = endOfGap(lines, i, to);
      if (titleLike && hasBody(lines, i, to)) begin(i, true);
      else if (line.width >= WIDE && evidence.oneLine) begin(i, false);
      else if (evidence.oneLine || (bound < to && isAside(lines, i, bound))) {
        // readers' comments
        finish(i);
        i = Math.max(i, bound - 1);
      } else closed = false;
    } else if (titleLike && i > start + (title >= 0 ? 1 : 0)) {
      if (evidence.oneLine && next && next.width >= WIDE) begin(i, true);
      else if (evidence.headlines && line.strength >= HEADLINE && hasBody(lines, i, to)) begin(i, true);
    } else if (evidence.oneLine && line.width >= WIDE && i > start + (title >= 0 ? 1 : 0) && !continues(lines, start, i)) begin(i, false);
    if (start >= 0) {
      const alone = evidence.oneLine && line.width >= 400;
      closed = i > title && ((closings[i] ?? false) || (alone && next !== undefined && next.width < NARROW && closingPublisher(next.text) === undefined));
    }
  }
  finish(to);
  return segments;
}

/** The next line from `i` on that begins an article. */
function endOfGap(lines: readonly FeedLine[], i: number, to: number): number {
  let k = i;
  while (k < to) {
    const line = lines[k];
    if (!line || line.width >= WIDE || (line.strength >= 0 && hasBody(lines, k, to))) break;
    k++;
  }
  return k;
}

/** Whether lines `from` to `to` are short enough to be readers' comments. */
function isAside(lines: readonly FeedLine[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((lines[i]?.width ?? 0) >= 80) return false;
  return true;
}

/** Whether a wide line goes on with the article begun at `start`: they speak of the same things. */
function continues(lines: readonly FeedLine[], start: number, i: number): boolean {
  const here = termsOf(lines[i]?.text ?? "", 1500);
  const before = new Set<number>();
  for (let k = start; k < i; k++) for (const term of termsOf(lines[k]?.text ?? "", 1500)) before.add(term);
  return sharedTerms(here, before) >= 0.12 * Math.min(here.size, before.size);
}

/** The articles of a file's lines, in order. */
export function segmentFeed(lines: readonly FeedLine[]): FeedSegment[] {
  const repeats = findRepeats(lines);
  const closings = lines.map((line) => closingPublisher(line.text) !== undefined);
  let top = topicHeaderLength(lines);
  const topics = top + lines.slice(top).filter(isTopic).length;
  const evidence = evidenceOf(lines, repeats, topics, closings);
  if (!evidence.oneLine && !evidence.headlines) {
    if (top >= lines.length) return [];
    let title = top;
    // a date or a source may stand above the headline
    while (title < top + 3 && creditLine(lines[title]?.text ?? "")) title++;
    const first = lines[title];
    const titled = first !== undefined && title + 1 < lines.length && (first.strength >= 0 || (first.width <= 40 && /[^。]…$/.test(first.text)));
    return [{ start: top, end: lines.length, ...(titled ? { title } : {}) }];
  }

  const cutFresh = (from: number, to: number): FeedSegment[] => {
    const found = cut(lines, from, to, evidence, closings);
    return evidence.headlines ? splitLeads(lines, found) : found;
  };
  // a repeat counts where an article's beginning is repeated: a disclaimer under each article begins nothing
  const beginnings = new Set(cutFresh(top, lines.length).map(({ start }) => start));
  const repeatsBeginning = (i: number) => beginnings.has(repeats[i] ?? -1);

  const segments: FeedSegment[] = [];
  const originals = new Map<number, FeedSegment>();
  const taken = new Uint8Array(lines.length);
  const take = (segment: FeedSegment) => {
    segments.push(segment);
    taken.fill(1, segment.start, segment.end);
  };
  for (let i = top; i < lines.length; ) {
    const source = repeats[i] ?? -1;
    const original = repeatsBeginning(i) ? originals.get(source) : undefined;
    if (original) {
      let end = i + 1;
      while (end < lines.length && end - i < original.end - original.start && repeats[end] === (repeats[end - 1] ?? -1) + 1) end++;
      const title = original.title === undefined ? undefined : i + original.title - original.start;
      take({ start: i, end, ...(title === undefined || title >= end ? {} : { title }) });
      i = end;
    } else if (source >= 0 && !taken[source]) {
      // a comment or a topic line again
      i++;
    } else {
      let end = i + 1;
      while (end < lines.length && !repeatsBeginning(end)) end++;
      for (const segment of cutFresh(i, end)) {
        take(segment);
        originals.set(segment.start, segment);
      }
      i = end;
    }
  }
  return segments;
}
