// The quote of a citation that we make: the clause up to the cited figure and a little behind it, so that the figure is the
// last of its quote, lengthened to the left until it stands once in its article (DESIGN section 2).
import { isDigit, isLatinLetter } from "../text/han.ts";
import type { Span } from "../text/sentences.ts";
import { isBlank } from "./quoteKey.ts";

export interface Quote extends Span {
  /** The exact words of the line; `writeTitle` makes a title of them. */
  readonly quote: string;
}

const LONGEST = 80;
/** At least so many units before the figure where the line has them, at most so many behind it. */
const AROUND = 8;
const CLAUSE_ENDS = "，,。；;！!？?";
/** `|`, `` ` `` and `~` part cells and code; Unicode calls them symbols. */
const PUNCTUATION = /^[\p{P}|`~]$/u;

const isPunctuation = (unit: number): boolean => PUNCTUATION.test(String.fromCharCode(unit));
const isWordUnit = (unit: number): boolean => isLatinLetter(unit) || isDigit(unit) || (unit >= 0x300 && unit <= 0x36f);
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/** A line with the spans of its figures, and where a quote may be cut. */
function cutsOf(line: string, figures: readonly Span[]) {
  const unit = (at: number) => line.charCodeAt(at);
  const betweenDigits = (at: number) => isDigit(unit(at - 1)) && isDigit(unit(at + 1));
  /** Whether a Latin word, a number or a surrogate pair goes on across `at`. */
  const inWord = (at: number): boolean => {
    if (at <= 0 || at >= line.length) return false;
    if (isHighSurrogate(unit(at - 1)) && isLowSurrogate(unit(at))) return true;
    if (isWordUnit(unit(at - 1)) && isWordUnit(unit(at))) return true;
    const point = (where: number) => ".,．，".includes(line.charAt(where)) && betweenDigits(where);
    const apostrophe = (where: number) =>
      "'’".includes(line.charAt(where)) && isLatinLetter(unit(where - 1)) && isLatinLetter(unit(where + 1));
    return point(at) || point(at - 1) || apostrophe(at) || apostrophe(at - 1);
  };
  const figureAround = (at: number) => figures.find(({ start, end }) => start < at && at < end);
  const startsFigure = (at: number) => figures.some(({ start }) => start === at);
  const endsFigure = (at: number) => figures.some(({ end }) => end === at);
  const endsClause = (at: number) => CLAUSE_ENDS.includes(line.charAt(at)) && !betweenDigits(at);
  return {
    unit,
    inWord,
    figureAround,
    startsFigure,
    endsFigure,
    endsClause,
    mayCut: (at: number) => !inWord(at) && !figureAround(at),
  };
}

/**
 * The quote of a figure (or of any words) of a line. `figure` and `figures` are UTF-16 offsets in the line, as is the result;
 * `isUnique` says whether a quote stands once in its article, and is asked at most eight times.
 */
export function makeQuote(
  line: string,
  figure: Span,
  figures: readonly Span[],
  isUnique: (quote: string) => boolean,
): Quote {
  const near = figures.filter(({ start, end }) => end > figure.start - 2 * LONGEST && start < figure.end + LONGEST);
  const cuts = cutsOf(line, near);
  const isFigure = near.some(({ start, end }) => start === figure.start && end === figure.end);
  // words longer than a quote may be are quoted by their beginning
  const longest = isFigure ? Math.max(LONGEST, figure.end - figure.start) : LONGEST;
  const cited =
    isFigure || figure.end - figure.start <= longest
      ? figure
      : { start: figure.start, end: firstCut(cuts.mayCut, figure.start + longest, figure.start) };
  const end = quoteEnd(line, cited, near, cuts);
  const lowest = Math.max(0, end - longest);

  /** The nearest place to the right of `at` where a quote may begin: behind white space and punctuation, whole words ahead. */
  const trimmed = (at: number): number => {
    let start = at;
    while (start < cited.start) {
      const blank = isBlank(cuts.unit(start)) || (isPunctuation(cuts.unit(start)) && !cuts.startsFigure(start));
      if (!blank && cuts.mayCut(start)) break;
      start++;
    }
    return start;
  };
  let clause = cited.start;
  while (clause > lowest && !cuts.endsClause(clause - 1)) clause--;
  let first = Math.min(clause, Math.max(0, cited.start - AROUND));
  while (first > lowest && !cuts.mayCut(first)) first--;
  const start = trimmed(Math.max(first, lowest));

  // a quote that is unique stays so when it grows: the shortest unique one is found by halving
  const starts: number[] = [start];
  for (let at = start - 1; at >= lowest; at--) if (trimmed(at) === at && cuts.mayCut(at)) starts.push(at);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isUnique(line.slice(starts[middle], end))) high = middle;
    else low = middle + 1;
  }
  const chosen = starts[low] ?? start;
  return { quote: line.slice(chosen, end), start: chosen, end };
}

/** The last place at or before `at`, but behind `floor`, where a quote may be cut. */
function firstCut(mayCut: (at: number) => boolean, at: number, floor: number): number {
  let cut = at;
  while (cut > floor + 1 && !mayCut(cut)) cut--;
  return cut > floor + 1 ? cut : at;
}

function quoteEnd(line: string, cited: Span, figures: readonly Span[], cuts: ReturnType<typeof cutsOf>): number {
  let end = cited.end;
  const next = Math.min(
    ...figures.filter(({ start }) => start >= cited.end).map(({ start }) => start),
    line.length,
    cited.end + AROUND,
  );
  while (end < next && !cuts.endsClause(end)) end++;
  while (end > cited.end && !cuts.mayCut(end)) end--;
  if (cuts.inWord(end)) {
    // a word begun in the cited words is finished, unless the next figure stands in it
    let behind = end;
    while (behind < next && cuts.inWord(behind)) behind++;
    if (!cuts.inWord(behind)) end = behind;
  }
  while (end > cited.end && !cuts.endsFigure(end) && (isBlank(cuts.unit(end - 1)) || isPunctuation(cuts.unit(end - 1))))
    end--;
  return end;
}
