// Cuts the lines of a text file into articles. A file is a feed only on evidence (a topic line, repeated articles, closing
// publishers, whole articles on one line); without any it is one article. In a feed an article begins at its headline, at a
// repeat of a beginning, or where the text turns to the subject of the headline that follows (an untitled lead). What
// stands behind a finished article and before the next headline are readers' comments.
import { creditLine } from "../credits.ts";
import { findBreaks } from "./breaks.ts";
import { closingPublisher } from "./closing.ts";
import { cut } from "./cut.ts";
import { evidenceOf } from "./evidence.ts";
import type { FeedLine } from "./feedLine.ts";
import { LineTerms, splitLeads } from "./leads.ts";
import { findRepeats } from "./repeats.ts";
import { topicHeader, topicsBetween } from "./topicHeader.ts";

/** Indices into the lines; `end` exclusive. Lines of no article are in no segment. */
export interface FeedSegment {
  readonly start: number;
  readonly end: number;
  /** Index of the headline, where there is one: `start`, or a few lines of credits later. */
  readonly title?: number;
}

const NONE: ReadonlySet<number> = new Set();

/** A line this wide is more than a heading. */
const SENTENCE = 40;

/** All lines below the topic as one article. */
function asOne(lines: readonly FeedLine[], top: number): FeedSegment[] {
  if (top >= lines.length) return [];
  let title = top;
  // a date or a source may stand above the headline
  while (title < top + 3 && creditLine(lines[title]?.text ?? "")) title++;
  const first = lines[title];
  const titled =
    first !== undefined &&
    title + 1 < lines.length &&
    (first.strength >= 0 || (first.width <= 40 && /[^。]…$/.test(first.text)));
  return [{ start: top, end: lines.length, ...(titled ? { title } : {}) }];
}

/** The articles of a file's lines, in order. A short text that looks like a feed's but holds no article of one is one itself. */
export function segmentFeed(lines: readonly FeedLine[]): FeedSegment[] {
  const { length: top } = topicHeader(lines);
  const segments = cutFeed(lines);
  return segments.length || !lines.slice(top).some(({ ends, width }) => ends || width >= SENTENCE) ? segments : asOne(lines, top);
}

function cutFeed(lines: readonly FeedLine[]): FeedSegment[] {
  const repeats = findRepeats(lines);
  const closings = lines.map((line) => closingPublisher(line.text) !== undefined);
  const { length: top, collects } = topicHeader(lines);
  const evidence = evidenceOf(lines, repeats, collects || topicsBetween(lines, top) > 0, closings);
  const breaks = evidence.oneLine || evidence.headlines ? NONE : findBreaks(lines, top);
  if (!evidence.oneLine && !evidence.headlines && !breaks.size) return asOne(lines, top);

  const terms = new LineTerms(lines);
  const cutFresh = (from: number, to: number): FeedSegment[] => {
    const found = cut(lines, from, to, evidence, closings, breaks);
    return evidence.headlines ? splitLeads(lines, found, terms) : found;
  };
  const fresh = cutFresh(top, lines.length);
  if (repeats.every((source) => source < 0)) return fresh;
  // a repeat counts where an article's beginning is repeated: a disclaimer under each article begins nothing
  const beginnings = new Set(fresh.map(({ start }) => start));
  const repeatsBeginning = (i: number) => beginnings.has(repeats[i] ?? -1);

  const segments: FeedSegment[] = [];
  const originals = new Map<number, FeedSegment>();
  const taken = new Uint8Array(lines.length);
  const take = (segment: FeedSegment) => {
    segments.push(segment);
    taken.fill(1, segment.start, segment.end);
  };
  for (let i = top; i < lines.length;) {
    const source = repeats[i] ?? -1;
    const original = repeatsBeginning(i) ? originals.get(source) : undefined;
    if (original) {
      let end = i + 1;
      while (
        end < lines.length &&
        end - i < original.end - original.start &&
        repeats[end] === (repeats[end - 1] ?? -1) + 1
      )
        end++;
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
