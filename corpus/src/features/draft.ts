// A draft: a document open in the editor (a note, or an article of the corpus) as the features see it. What is read from a
// passage is kept over edits of the others, so that a keystroke costs the passage it changed.
import type { Article, Region } from "../articles/article.ts";
import type { ReadingTables } from "../index/readChunks.ts";
import type { Note } from "../note/note.ts";
import { lineAt, lineStarts } from "../text/lines.ts";
import { columnOf, endColumnOf, type Passage } from "../text/passage.ts";
import { PassageReadings, type ReadPassage } from "./passageReadings.ts";

export type { ReadPassage } from "./passageReadings.ts";

export interface DraftSource {
  /** Absolute, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly region: Region;
  /** ISO day against which relative words resolve. */
  readonly date: string;
  readonly passages: readonly Passage[];
  /** Of a note; absent for an article. */
  readonly note?: Note;
  /** Of an article file; empty for a note. */
  readonly articles: readonly Article[];
}

export class Draft {
  readonly path: string;
  readonly text: string;
  readonly region: Region;
  readonly date: string;
  readonly note: Note | undefined;
  readonly articles: readonly Article[];
  readonly lines: Uint32Array;
  readonly #passages: readonly Passage[];
  readonly #readings: PassageReadings;
  #headings: readonly Passage[] | undefined;

  /** `earlier`: the document before an edit; what was read from it serves on. */
  constructor(source: DraftSource, { lexicon }: ReadingTables, earlier?: Draft) {
    this.path = source.path;
    this.text = source.text;
    this.region = source.region;
    this.date = source.date;
    this.note = source.note;
    this.articles = source.articles;
    this.#passages = source.passages;
    this.lines = source.note?.lineStarts ?? lineStarts(source.text);
    this.#readings = earlier ? earlier.#readings.for(source.region, lexicon) : new PassageReadings(source.region, lexicon);
    this.#readings.keep(source.passages);
  }

  get passages(): readonly Passage[] {
    return this.#passages;
  }

  /** The passage that holds an offset of the text, its last unit's end included, with what stands in it. */
  at(offset: number): ReadPassage | undefined {
    const line = lineAt(this.lines, offset);
    const column = offset - (this.lines[line] ?? 0);
    let low = 0;
    let high = this.#passages.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#passages[middle]?.line ?? 0) < line) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < this.#passages.length; i++) {
      const passage = this.#passages[i];
      if (!passage || passage.line !== line) return undefined;
      const end = endColumnOf(passage, passage.text.length);
      // a space typed behind the last word is not of the passage yet
      const typedOn = column > end && !this.text.slice(offset - (column - end), offset).trim() && this.#passages[i + 1]?.line !== line;
      if (column >= passage.start && (column <= end || typedOn)) return this.read(passage);
    }
    return undefined;
  }

  read(passage: Passage): ReadPassage {
    return this.#readings.read(passage);
  }

  /** The last heading or title above a passage. */
  headingAbove({ line }: Passage): Passage | undefined {
    this.#headings ??= this.#passages.filter(({ kind }) => kind === "heading" || kind === "title");
    let low = 0;
    let high = this.#headings.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#headings[middle]?.line ?? 0) < line) low = middle + 1;
      else high = middle;
    }
    return this.#headings[low - 1];
  }

  /** Offset in the document of an offset in a passage's text. */
  offsetOf(passage: Passage, at: number): number {
    return (this.lines[passage.line] ?? 0) + columnOf(passage, at);
  }

  /** Offsets in the document of a span of a passage's text. */
  spanOf(passage: Passage, span: { readonly start: number; readonly end: number }): { readonly start: number; readonly end: number } {
    return { start: this.offsetOf(passage, span.start), end: (this.lines[passage.line] ?? 0) + endColumnOf(passage, span.end) };
  }

  /** The span that an offset of the document touches, its end included; none where the offset lies in hidden text beside it. */
  touched<T extends { readonly start: number; readonly end: number }>(passage: Passage, spans: readonly T[], offset: number): T | undefined {
    const found = touchedAt(spans, this.within(passage, offset));
    const span = found && this.spanOf(passage, found);
    return span && span.start <= offset && offset <= span.end ? found : undefined;
  }

  /** Offset in a passage's text of an offset in the document: the first unit at or behind it. */
  within(passage: Passage, offset: number): number {
    const column = offset - (this.lines[passage.line] ?? 0);
    if (!passage.columns) return Math.max(0, Math.min(passage.text.length, column - passage.start));
    let at = 0;
    while (at < passage.text.length && columnOf(passage, at) < column) at++;
    return at;
  }
}

/** The first of spans that holds an offset, half-open; where two touch, the one that starts there. */
export const spanAt = <T extends { readonly start: number; readonly end: number }>(spans: readonly T[], at: number): T | undefined =>
  spans.find(({ start, end }) => start <= at && at < end);

/** As `spanAt`, the end included where nothing starts there. */
export const touchedAt = <T extends { readonly start: number; readonly end: number }>(spans: readonly T[], at: number): T | undefined =>
  spanAt(spans, at) ?? spans.find(({ end }) => end === at);
