// Whether a text file is a feed, and of which form. Without evidence it is one article, whatever its subheadings look like.
import type { FeedLine } from "./feedLine.ts";

/** What a file shows of being a feed. */
export interface FeedEvidence {
  /** Articles stand on one line each, under their headlines. */
  readonly oneLine: boolean;
  /** The same, and some of those lines are short: news in brief, each closed by its publisher. */
  readonly brief: boolean;
  /** There are several such lines: each is an article, whether a publisher closes it or not. */
  readonly alone: boolean;
  /** Publishers close three articles or more. */
  readonly closed: boolean;
  /** Several articles of several lines: a strong headline begins the next. */
  readonly headlines: boolean;
}

/** A line that a publisher closes is an article from here on. */
export const BRIEF = 24;

/** What the lines show. `closings`: which lines end with a publisher in brackets; `topics`: topic lines stand above articles. */
export function evidenceOf(
  lines: readonly FeedLine[],
  repeats: Int32Array,
  topics: boolean,
  closings: readonly boolean[],
): FeedEvidence {
  let all = 0;
  let repeated = 0;
  let closed = 0;
  let wideWithHeadline = 0;
  let wideWidth = 0;
  let closedWide = false;
  let strength = 0;
  let headlines = 0;
  let since = 0;
  let briefs = 0;
  let briefWidth = 0;
  lines.forEach((line, i) => {
    all += line.width;
    if ((repeats[i] ?? -1) >= 0) repeated += line.width;
    const next = lines[i + 1];
    // a source in brackets under a paragraph closes no article unless a headline, or nothing, follows
    if (closings[i] && i > 0) closed += next === undefined ? 1 : next.strength >= 1 || (next.strength < 0 && next.width < 24 && (lines[i + 2]?.strength ?? 0) >= 1) ? 2 : 0;
    // subheadings of one article are narrower, or nearer to each other
    if (i > 1 && line.strength >= 3.5 && line.width >= 18 && next && next.width >= 40) {
      if (since >= 150) headlines++;
      since = 0;
    } else since += line.width;
    const before = lines[i - 1];
    if (closings[i] && before && before.strength >= 0 && !(closings[i - 1] ?? false) && line.width >= BRIEF) {
      briefs++;
      briefWidth += line.width;
    }
    if (line.width >= 400 && before && before.strength >= 0) {
      wideWithHeadline++;
      closedWide ||= closings[i] ?? false;
      wideWidth += line.width;
      strength += before.strength;
    }
  });
  const brief = briefs >= 2 && briefWidth >= 0.4 * all;
  const oneLine =
    brief ||
    (wideWithHeadline >= 2 &&
      wideWidth >= 0.6 * all &&
      (closed >= 1 || topics || strength / wideWithHeadline >= 1.5)) ||
    (wideWithHeadline === 1 && closedWide && wideWidth >= 0.6 * all);
  return {
    oneLine,
    brief,
    closed: closed >= 5,
    alone: oneLine && wideWithHeadline > 1,
    headlines: topics || repeated >= 300 || closed >= 2 || headlines >= 3,
  };
}
