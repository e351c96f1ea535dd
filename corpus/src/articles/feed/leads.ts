// Untitled leads: a topic page puts a summary of the topic, without a headline, before the articles under it. Such a lead
// hangs at the end of the article before; it shows by speaking of what follows and not of what it hangs on.
import type { FeedLine } from "./feedLine.ts";
import type { FeedSegment } from "./segmentFeed.ts";
import { visitTerms } from "./terms.ts";

/** A lead is at least this wide. */
const LEAST = 80;
/** How far a lead must lie on the side of what follows: see turnOf. */
const TURN = 0.65;
/** Paragraphs tried as the beginning of a lead. */
const MOST = 40;
/** Units of a paragraph that are read. */
const READ = 1200;

/** The terms of a file's lines as numbers from 0 up, each once in a line; a line is read when it is first asked for. */
export class LineTerms {
  readonly #numbers = new Map<number, number>();
  readonly #ofLine: (readonly number[] | undefined)[] = [];
  /** By term: the line that had it last, so that each counts once. */
  readonly #seen: number[] = [];

  constructor(private readonly lines: readonly FeedLine[]) {}

  get size(): number {
    return this.#numbers.size;
  }

  of(line: number): readonly number[] {
    const known = this.#ofLine[line];
    if (known) return known;
    const own: number[] = [];
    visitTerms(this.lines[line]?.text ?? "", READ, (term) => {
      let number = this.#numbers.get(term);
      if (number === undefined) {
        number = this.#numbers.size;
        this.#numbers.set(term, number);
        this.#seen.push(-1);
      }
      if (this.#seen[number] === line) return;
      this.#seen[number] = line;
      own.push(number);
    });
    this.#ofLine[line] = own;
    return own;
  }
}

/** How often each term stands somewhere, with those that stood there at all in the order they came. */
class Counts {
  readonly of: Int32Array;
  readonly terms: number[] = [];

  constructor(size: number) {
    this.of = new Int32Array(size);
  }

  add(terms: readonly number[]): void {
    for (const term of terms) {
      const before = this.of[term] as number;
      if (before === 0) this.terms.push(term);
      this.of[term] = before + 1;
    }
  }

  take(terms: readonly number[]): void {
    for (const term of terms) this.of[term] = (this.of[term] as number) - 1;
  }

  clear(): void {
    for (const term of this.terms) this.of[term] = 0;
    this.terms.length = 0;
  }
}

/** How far the lead's shared terms lie behind it (1) or before it (-1); a term weighs by the paragraphs that share it. */
function turnOf(lead: Counts, before: Counts, after: Counts, weights: Float64Array): number {
  let turn = 0;
  let all = 0;
  for (const term of lead.terms) {
    const own = lead.of[term] as number;
    const b = Math.min(own, before.of[term] as number);
    const a = Math.min(own, after.of[term] as number);
    if (!a && !b) continue;
    const w = weights[term] as number;
    turn += w * (a - b);
    all += w * Math.max(a, b);
  }
  return all ? turn / all : 0;
}

const NONE: readonly number[] = [];

/** The segments, with every lead found cut off the article it hangs on. */
export function splitLeads(lines: readonly FeedLine[], segments: readonly FeedSegment[], lineTerms: LineTerms): FeedSegment[] {
  const hasLead = (segment: FeedSegment, next: FeedSegment | undefined): next is FeedSegment => {
    const body = segment.title === undefined ? segment.start : segment.title + 1;
    return next !== undefined && next.title !== undefined && next.start === segment.end && segment.end - body >= 3;
  };
  if (!segments.some((segment, k) => hasLead(segment, segments[k + 1]))) return [...segments];
  const times = new Map<number, number>();
  for (const { start, end } of segments)
    for (let i = start; i < end; i++) times.set(lines[i]?.hash ?? 0, (times.get(lines[i]?.hash ?? 0) ?? 0) + 1);
  // a disclaimer under every article binds none to the next
  const terms: (readonly number[])[] = [];
  let paragraphs = 0;
  for (const { start, end } of segments)
    for (let i = start; i < end; i++) {
      terms[i] = (times.get(lines[i]?.hash ?? 0) ?? 0) > 1 ? NONE : lineTerms.of(i);
      paragraphs++;
    }
  const weights = new Float64Array(lineTerms.size);
  for (const { start, end } of segments)
    for (let i = start; i < end; i++) for (const term of terms[i] ?? NONE) weights[term] = (weights[term] as number) + 1;
  for (let term = 0; term < weights.length; term++) weights[term] = Math.log(1 + paragraphs / (weights[term] || 1));
  const [lead, before, after] = [new Counts(lineTerms.size), new Counts(lineTerms.size), new Counts(lineTerms.size)];

  const found: FeedSegment[] = [];
  segments.forEach((segment, k) => {
    const next = segments[k + 1];
    if (!hasLead(segment, next)) {
      found.push(segment);
      return;
    }
    const body = segment.title === undefined ? segment.start : segment.title + 1;
    for (const counts of [lead, before, after]) counts.clear();
    for (let i = next.start; i < Math.min(next.end, next.start + 12); i++) after.add(terms[i] ?? NONE);
    for (let i = segment.start; i < segment.end; i++) before.add(terms[i] ?? NONE);
    let best = -1;
    let bestTurn = TURN;
    let width = 0;
    let rest = 0;
    for (let i = body; i < segment.end; i++) rest += lines[i]?.width ?? 0;
    for (let i = segment.end - 1; i > body + 1 && segment.end - i <= MOST; i--) {
      lead.add(terms[i] ?? NONE);
      before.take(terms[i] ?? NONE);
      width += lines[i]?.width ?? 0;
      rest -= lines[i]?.width ?? 0;
      // what is left must be an article still
      if (rest < width / 2) break;
      // a subheading begins no lead, and neither does a line that its predecessor breaks off into
      if (width < LEAST || (lines[i]?.strength ?? -1) >= 0 || !(lines[i - 1]?.ends ?? false)) continue;
      const turn = turnOf(lead, before, after, weights);
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
