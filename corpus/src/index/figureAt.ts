// One figure of the index, its columns read back into words.
import type { FigureKind } from "../figures/figure.ts";
import type { Period } from "../figures/statement.ts";
import { KINDS, unpackFlags, type Flags } from "./codes.ts";
import { articleOf, type IndexedFile } from "./corpusIndex.ts";
import { isoDay } from "./days.ts";
import { NO_DAY, type ArticleRecord } from "./segment.ts";

export interface FigureAt extends Flags {
  readonly file: IndexedFile;
  readonly article: ArticleRecord | undefined;
  /** Row of the sentence and of the figure in the segment. */
  readonly sentence: number;
  readonly row: number;
  /** 0-based line; UTF-16 columns of the line, end exclusive. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly kind: FigureKind;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  /** Term number. */
  readonly metric: number | undefined;
  /** Entities of this run. */
  readonly subjects: readonly number[];
  readonly period: Period | undefined;
  readonly scope: string;
  readonly asOf: string;
  readonly attribution: string;
}

/** Markdown's marks inside a figure (`US$**57.0**bn`) are no part of it. */
const withoutMarks = ({ path }: IndexedFile, surface: string): string => (path.toLowerCase().endsWith(".md") ? surface.replace(/[*_`]/g, "") : surface);

/** Reads figure `row` of `sentence` in a file. */
export function figureAt(file: IndexedFile, sentence: number, row: number): FigureAt {
  const { figures, sentences, strings } = file.segment;
  const line = sentences.line[sentence] ?? 0;
  const start = figures.start[row] ?? 0;
  const end = figures.end[row] ?? 0;
  const at = file.lines[line] ?? 0;
  const word = (column: Uint32Array): string => strings[column[row] ?? 0] ?? "";
  const entity = (column: Uint32Array): number[] => {
    const local = column[row] ?? 0;
    return local ? [file.entities[local - 1] ?? 0] : [];
  };
  const from = figures.from[row] ?? NO_DAY;
  const to = figures.to[row] ?? NO_DAY;
  const calendarFrom = figures.calendarFrom[row] ?? NO_DAY;
  const metric = figures.metric[row] ?? 0;
  return {
    ...unpackFlags(figures.flags[row] ?? 0),
    file,
    article: articleOf(file, sentence),
    sentence,
    row,
    line,
    start,
    end,
    surface: withoutMarks(file, file.text.slice(at + start, at + end)),
    kind: KINDS[figures.kind[row] ?? 0] ?? "other",
    low: figures.low[row] ?? 0,
    high: figures.high[row] ?? 0,
    unit: word(figures.unit),
    metric: metric ? metric - 1 : undefined,
    subjects: [...entity(figures.subject), ...entity(figures.second)],
    period:
      from === NO_DAY
        ? undefined
        : {
            text: word(figures.period),
            from: isoDay(from),
            to: isoDay(to),
            ...(calendarFrom === NO_DAY ? {} : { calendarFrom: isoDay(calendarFrom), calendarTo: isoDay(figures.calendarTo[row] ?? to) }),
            inferred: false,
          },
    scope: word(figures.scope),
    asOf: word(figures.asOf),
    attribution: word(figures.attribution),
  };
}

/** The figures of a sentence, in order. */
export function figuresOfSentence(file: IndexedFile, sentence: number): FigureAt[] {
  const { figures } = file.segment.sentences;
  const found: FigureAt[] = [];
  for (let row = figures[sentence] ?? 0; row < (figures[sentence + 1] ?? 0); row++) found.push(figureAt(file, sentence, row));
  return found;
}
