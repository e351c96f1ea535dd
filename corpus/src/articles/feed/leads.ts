// Untitled leads: a topic page puts a summary of the topic, without a headline, before the articles under it. Such a lead
// hangs at the end of the article before; it shows by speaking of what follows and not of what it hangs on.
import type { FeedLine } from "./feedLine.ts";
import type { FeedSegment } from "./segmentFeed.ts";
import { termsOf } from "./terms.ts";

/** A lead is at least this wide. */
const LEAST = 80;
/** How far a lead must lie on the side of what follows: see turnOf. */
const TURN = 0.65;
/** Paragraphs tried as the beginning of a lead. */
const MOST = 40;

type Counts = Map<number, number>;

const count = (counts: Counts, terms: ReadonlySet<number>, by: number): void => {
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + by);
};

/** How far the lead's shared terms lie behind it (1) or before it (-1); a term weighs by the paragraphs that share it. */
function turnOf(lead: Counts, before: Counts, after: Counts, weight: (term: number) => number): number {
  let turn = 0;
  let all = 0;
  for (const [term, own] of lead) {
    const b = Math.min(own, before.get(term) ?? 0);
    const a = Math.min(own, after.get(term) ?? 0);
    if (!a && !b) continue;
    const w = weight(term);
    turn += w * (a - b);
    all += w * Math.max(a, b);
  }
  return all ? turn / all : 0;
}

/** The segments, with every lead found cut off the article it hangs on. */
export function splitLeads(lines: readonly FeedLine[], segments: readonly FeedSegment[]): FeedSegment[] {
  const terms = new Map<number, Set<number>>();
  const frequency = new Map<number, number>();
  let paragraphs = 0;
  const times = new Map<number, number>();
  for (const { start, end } of segments)
    for (let i = start; i < end; i++) times.set(lines[i]?.hash ?? 0, (times.get(lines[i]?.hash ?? 0) ?? 0) + 1);
  for (const { start, end } of segments)
    for (let i = start; i < end; i++) {
      // a disclaimer under every article binds none to the next
      const own = (times.get(lines[i]?.hash ?? 0) ?? 0) > 1 ? new Set<number>() : termsOf(lines[i]?.text ?? "", 1200);
      terms.set(i, own);
      paragraphs++;
      for (const term of own) frequency.set(term, (frequency.get(term) ?? 0) + 1);
    }
  const weight = (term: number) => Math.log(1 + paragraphs / (frequency.get(term) ?? 1));
  const countsOf = (from: number, to: number): Counts => {
    const counts: Counts = new Map();
    for (let i = from; i < to; i++) count(counts, terms.get(i) ?? new Set(), 1);
    return counts;
  };

  const found: FeedSegment[] = [];
  segments.forEach((segment, k) => {
    const next = segments[k + 1];
    const body = segment.title === undefined ? segment.start : segment.title + 1;
    if (!next || next.title === undefined || next.start !== segment.end || segment.end - body < 3) {
      found.push(segment);
      return;
    }
    const after = countsOf(next.start, Math.min(next.end, next.start + 12));
    const before = countsOf(segment.start, segment.end);
    const lead: Counts = new Map();
    let best = -1;
    let bestTurn = TURN;
    let width = 0;
    let rest = 0;
    for (let i = body; i < segment.end; i++) rest += lines[i]?.width ?? 0;
    for (let i = segment.end - 1; i > body + 1 && segment.end - i <= MOST; i--) {
      const own = terms.get(i) ?? new Set<number>();
      count(lead, own, 1);
      count(before, own, -1);
      width += lines[i]?.width ?? 0;
      rest -= lines[i]?.width ?? 0;
      // what is left must be an article still
      if (rest < width / 2) break;
      // a subheading begins no lead, and neither does a line that its predecessor breaks off into
      if (width < LEAST || (lines[i]?.strength ?? -1) >= 0 || !(lines[i - 1]?.ends ?? false)) continue;
      const turn = turnOf(lead, before, after, weight);
      if (turn > bestTurn) {
        best = i;
        bestTurn = turn;
      }
    }
    if (best < 0) found.push(segment);
    else found.push({ ...segment, end: best }, { start: best, end: segment.end });
  });
  return found;
}
