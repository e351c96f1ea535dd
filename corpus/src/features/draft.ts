// A draft: a document open in the editor (a note, or an article of the corpus) as the features see it. What is read from a
// passage is kept until the text changes, so that a request costs the passage it asks about.
import type { Article, Region } from "../articles/article.ts";
import { findMentions } from "../entities/findMentions.ts";
import { findLearned } from "../entities/learnedNames.ts";
import type { Mention } from "../entities/entity.ts";
import type { Figure } from "../figures/figure.ts";
import { findFigures } from "../figures/findFigures.ts";
import { ownerOf } from "../index/runEntities.ts";
import type { ReadingTables } from "../index/readChunks.ts";
import type { Note } from "../note/note.ts";
import { lineAt, lineStarts } from "../text/lines.ts";
import { columnOf, endColumnOf, type Passage } from "../text/passage.ts";

export interface ReadPassage {
  readonly passage: Passage;
  readonly figures: readonly Figure[];
  /** A ticker counts as its company. */
  readonly mentions: readonly Mention[];
}

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
  readonly #read = new Map<Passage, ReadPassage>();

  constructor(
    source: DraftSource,
    private readonly tables: ReadingTables,
  ) {
    this.path = source.path;
    this.text = source.text;
    this.region = source.region;
    this.date = source.date;
    this.note = source.note;
    this.articles = source.articles;
    this.#passages = source.passages;
    this.lines = lineStarts(source.text);
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
    const known = this.#read.get(passage);
    if (known) return known;
    const { lexicon } = this.tables;
    const names = findMentions(passage.text, lexicon);
    const learned = findLearned(passage.text, lexicon, names);
    const mentions = learned.length ? [...names, ...learned].sort((a, b) => a.start - b.start) : names;
    const read: ReadPassage = {
      passage,
      figures: findFigures(passage.text, { region: this.region, ...(passage.cell ? { cell: passage.cell } : {}) }),
      mentions: mentions.map((mention) => ({ ...mention, entity: ownerOf(lexicon, mention.entity) })),
    };
    this.#read.set(passage, read);
    return read;
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
