// One figure of the index, its columns read back into words.
import type { FigureKind } from "../figures/figure.ts";
import type { Period } from "../figures/statement.ts";
import { comparisonOf, isDoubtful, isOpen, KINDS, roleOf, unpackFlags, type Flags } from "./codes.ts";
import { articleOf, lineStart } from "./indexedChunk.ts";
import type { IndexedChunk } from "./store.ts";
import { isoDay } from "./days.ts";
import { NO_DAY, type ArticleRecord } from "./chunk.ts";

export interface FigureAt extends Flags {
  readonly chunk: IndexedChunk;
  readonly article: ArticleRecord | undefined;
  /** Row of the sentence and of the figure in the chunk. */
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
const withoutMarks = ({ path }: IndexedChunk, surface: string): string => (path.toLowerCase().endsWith(".md") ? surface.replace(/[*_`]/g, "") : surface);

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
    readonly chunk: IndexedChunk,
    readonly sentence: number,
    readonly row: number,
  ) {
    const { figures, sentences } = chunk;
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
    return articleOf(this.chunk, this.sentence);
  }
  get surface(): string {
    if (this.#surface !== undefined) return this.#surface;
    const at = lineStart(this.chunk, this.line);
    return (this.#surface = withoutMarks(this.chunk, this.chunk.text.slice(at + this.start, at + this.end)));
  }
  get unit(): string {
    return this.#word(this.chunk.figures.unit);
  }
  get subjects(): readonly number[] {
    const { subject, second } = this.chunk.figures;
    return (this.#subjects ??= [...this.#entity(subject), ...this.#entity(second)]);
  }
  get period(): Period | undefined {
    if (this.#period === null) this.#period = this.#readPeriod();
    return this.#period;
  }
  get scope(): string {
    return this.#word(this.chunk.figures.scope);
  }
  get asOf(): string {
    return this.#word(this.chunk.figures.asOf);
  }
  get attribution(): string {
    return this.#word(this.chunk.figures.attribution);
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
    return this.chunk.strings[column[this.row] ?? 0] ?? "";
  }
  #entity(column: Uint32Array): number[] {
    const local = column[this.row] ?? 0;
    return local ? [this.chunk.run[local - 1] ?? 0] : [];
  }
  #readPeriod(): Period | undefined {
    const { figures } = this.chunk;
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

/** Reads figure `row` of `sentence` of a chunk. */
export const figureAt = (chunk: IndexedChunk, sentence: number, row: number): FigureAt => new FigureRow(chunk, sentence, row);

/** The figures of a sentence, in order. */
export function figuresOfSentence(chunk: IndexedChunk, sentence: number): FigureAt[] {
  const { figures } = chunk.sentences;
  const found: FigureAt[] = [];
  for (let row = figures[sentence] ?? 0; row < (figures[sentence + 1] ?? 0); row++) found.push(figureAt(chunk, sentence, row));
  return found;
}
