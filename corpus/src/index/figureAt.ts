// One figure of the index, its columns read back into words.
import type { FigureKind } from "../figures/figure.ts";
import type { Period } from "../figures/statement.ts";
import { comparisonOf, isDoubtful, isOpen, KINDS, roleOf, unpackFlags, type Flags } from "./codes.ts";
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

/**
 * A figure whose columns are read when asked for: a ranking looks at thousands and tells of ten. Spread copies would lose what is
 * read late.
 */
class FigureRow implements FigureAt {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly kind: FigureKind;
  readonly low: number;
  readonly high: number;
  readonly metric: number | undefined;
  readonly #flags: number;
  #surface: string | undefined;
  #subjects: readonly number[] | undefined;
  #period: Period | undefined | null = null;

  constructor(
    readonly file: IndexedFile,
    readonly sentence: number,
    readonly row: number,
  ) {
    const { figures, sentences } = file.segment;
    this.line = sentences.line[sentence] ?? 0;
    this.start = figures.start[row] ?? 0;
    this.end = figures.end[row] ?? 0;
    this.kind = KINDS[figures.kind[row] ?? 0] ?? "other";
    this.low = figures.low[row] ?? 0;
    this.high = figures.high[row] ?? 0;
    const metric = figures.metric[row] ?? 0;
    this.metric = metric ? metric - 1 : undefined;
    this.#flags = figures.flags[row] ?? 0;
  }

  get article(): ArticleRecord | undefined {
    return articleOf(this.file, this.sentence);
  }
  get surface(): string {
    const at = this.file.lines[this.line] ?? 0;
    return (this.#surface ??= withoutMarks(this.file, this.file.text.slice(at + this.start, at + this.end)));
  }
  get unit(): string {
    return this.#word(this.file.segment.figures.unit);
  }
  get subjects(): readonly number[] {
    const { subject, second } = this.file.segment.figures;
    return (this.#subjects ??= [...this.#entity(subject), ...this.#entity(second)]);
  }
  get period(): Period | undefined {
    if (this.#period === null) this.#period = this.#readPeriod();
    return this.#period;
  }
  get scope(): string {
    return this.#word(this.file.segment.figures.scope);
  }
  get asOf(): string {
    return this.#word(this.file.segment.figures.asOf);
  }
  get attribution(): string {
    return this.#word(this.file.segment.figures.attribution);
  }
  get open(): boolean {
    return isOpen(this.#flags);
  }
  get doubtful(): boolean {
    return isDoubtful(this.#flags);
  }
  get assumedUnit(): boolean {
    return unpackFlags(this.#flags).assumedUnit;
  }
  get bound(): Flags["bound"] {
    return unpackFlags(this.#flags).bound;
  }
  get direction(): Flags["direction"] {
    return unpackFlags(this.#flags).direction;
  }
  get role(): Flags["role"] {
    return roleOf(this.#flags);
  }
  get comparison(): Flags["comparison"] {
    return comparisonOf(this.#flags);
  }
  get forecast(): Flags["forecast"] {
    return unpackFlags(this.#flags).forecast;
  }
  get inferred(): boolean {
    return unpackFlags(this.#flags).inferred;
  }

  #word(column: Uint32Array): string {
    return this.file.segment.strings[column[this.row] ?? 0] ?? "";
  }
  #entity(column: Uint32Array): number[] {
    const local = column[this.row] ?? 0;
    return local ? [this.file.entities[local - 1] ?? 0] : [];
  }
  #readPeriod(): Period | undefined {
    const { figures } = this.file.segment;
    const { row } = this;
    const from = figures.from[row] ?? NO_DAY;
    if (from === NO_DAY) return undefined;
    const to = figures.to[row] ?? NO_DAY;
    const calendarFrom = figures.calendarFrom[row] ?? NO_DAY;
    return {
      text: this.#word(figures.period),
      from: isoDay(from),
      to: isoDay(to),
      ...(calendarFrom === NO_DAY ? {} : { calendarFrom: isoDay(calendarFrom), calendarTo: isoDay(figures.calendarTo[row] ?? to) }),
      inferred: false,
    };
  }
}

/** Reads figure `row` of `sentence` in a file. */
export const figureAt = (file: IndexedFile, sentence: number, row: number): FigureAt => new FigureRow(file, sentence, row);

/** The figures of a sentence, in order. */
export function figuresOfSentence(file: IndexedFile, sentence: number): FigureAt[] {
  const { figures } = file.segment.sentences;
  const found: FigureAt[] = [];
  for (let row = figures[sentence] ?? 0; row < (figures[sentence + 1] ?? 0); row++) found.push(figureAt(file, sentence, row));
  return found;
}
