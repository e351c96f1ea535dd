// The index in memory: files with their text and segment, and posting lists from tokens to sentences. Every sentence has
// one number for its lifetime; a file that goes or changes leaves its numbers dead, and the lists are made anew when a
// quarter of them are. Queries are answered from lists and columns, not by walking the corpus (titles for
// workspace symbols are the one exception).
import { lineStarts } from "../text/lines.ts";
import type { Lexicon } from "../entities/lexicon.ts";
import { familyValue, kindFamily, KINDS } from "./codes.ts";
import { ArticleTable } from "./articleTable.ts";
import { Postings, type Posting } from "./postings.ts";
import type { ArticleRecord, Segment } from "./segment.ts";
import { entityToken, termToken, valueToken, visitTokens } from "./tokens.ts";
import { dayNumber } from "./days.ts";

/** Over all indexes of a run: what is kept for one version is never taken for another index's. */
let versions = 0;

export interface IndexedFile {
  readonly path: string;
  readonly text: string;
  readonly segment: Segment;
  /** UTF-16 offset of each line's start. */
  readonly lines: Uint32Array;
  /** Number of the first sentence. */
  readonly base: number;
  /** Entity of this run by the segment's local entity. */
  readonly entities: Uint32Array;
  alive: boolean;
}

/** A sentence of the index: its file and its row in the segment's columns. */
export interface SentencePlace {
  readonly file: IndexedFile;
  readonly row: number;
}

export interface IndexCounts {
  readonly files: number;
  readonly articles: number;
  /** Lines with a figure or a mention. */
  readonly passages: number;
  readonly figures: number;
  readonly entities: number;
}

/** What finds the terms (metrics, regional wordings) of a text. */
export interface TermFinder {
  visit(text: string, start: number, end: number, visit: (term: number, start: number, end: number) => void): void;
}

export class CorpusIndex {
  readonly #files = new Map<string, IndexedFile>();
  #bySentence: IndexedFile[] = [];
  #postings = new Postings();
  readonly #articles = new ArticleTable();
  /** Sums over the files, kept as they come and go. */
  readonly #sums = { articles: 0, passages: 0, figures: 0 };
  /** In how many files each entity is named. */
  readonly #named = new Map<number, number>();
  #next = 0;
  #dead = 0;
  /** Counts every change: what was read from an older one may be stale. */
  version = ++versions;

  constructor(
    readonly lexicon: Lexicon,
    readonly terms: TermFinder,
  ) {}

  /** Adds a file, in place of what stood under its path. */
  put(segment: Segment, text: string): IndexedFile {
    this.remove(segment.path);
    const entities = Uint32Array.from(segment.entities, ({ id, learned }) => ownerOf(this.lexicon, this.lexicon.numberOf(id) ?? (learned ? this.lexicon.intern(learned) : 0)));
    const file: IndexedFile = { path: segment.path, text, segment, lines: lineStarts(text), base: this.#next, entities, alive: true };
    this.#files.set(file.path, file);
    this.#list(file);
    this.#articles.add(file);
    this.#sum(file, 1);
    this.version = ++versions;
    return file;
  }

  /** Takes a file out; its path may be unknown. */
  remove(path: string): void {
    const file = this.#files.get(path);
    if (!file) return;
    file.alive = false;
    this.#files.delete(path);
    this.#articles.remove(file);
    this.#sum(file, -1);
    this.#dead += file.segment.sentences.line.length;
    this.version = ++versions;
    if (this.#dead > 10_000 && this.#dead * 4 > this.#next) this.#rebuild();
  }

  #rebuild(): void {
    this.#postings = new Postings();
    this.#bySentence = [];
    this.#next = 0;
    this.#dead = 0;
    for (const [path, file] of [...this.#files]) {
      const moved = { ...file, base: this.#next };
      this.#files.set(path, moved);
      this.#articles.replace(file, moved);
      this.#list(moved);
    }
  }

  #list(file: IndexedFile): void {
    const { sentences, figures, mentions } = file.segment;
    const count = sentences.line.length;
    this.#bySentence.push(file);
    this.#next += count;
    for (let row = 0; row < count; row++) {
      const number = file.base + row;
      const add = (token: number) => this.#postings.add(token, number);
      const [start, end] = offsetsOf(file, row);
      visitTokens(file.text, start, end, add);
      this.terms.visit(file.text, start, end, (term) => add(termToken(term)));
      for (let i = sentences.mentions[row] ?? 0; i < (sentences.mentions[row + 1] ?? 0); i++)
        add(entityToken(file.entities[mentions.entity[i] ?? 0] ?? 0));
      for (let i = sentences.figures[row] ?? 0; i < (sentences.figures[row + 1] ?? 0); i++) {
        const kind = KINDS[figures.kind[i] ?? 0] ?? "other";
        const family = kindFamily(kind);
        const low = familyValue(kind, figures.low[i] ?? 0);
        const high = familyValue(kind, figures.high[i] ?? 0);
        add(valueToken(family, low));
        if (high !== low) add(valueToken(family, high));
        const subject = figures.subject[i] ?? 0;
        if (subject) add(entityToken(file.entities[subject - 1] ?? 0));
      }
    }
  }

  file(path: string): IndexedFile | undefined {
    return this.#files.get(path);
  }

  files(): IterableIterator<IndexedFile> {
    return this.#files.values();
  }

  /** Where articles are and were, by id and url, and which repeat others. */
  get articles(): ArticleTable {
    return this.#articles;
  }

  /** The sentences of a token, ascending; some may be dead. */
  posting(token: number): Posting {
    return this.#postings.get(token);
  }

  /** How many sentences hold a token, dead ones included. */
  count(token: number): number {
    return this.#postings.count(token);
  }

  /** How many sentences there are, and so the largest number + 1. */
  get sentenceCount(): number {
    return this.#next;
  }

  /** The place of a sentence by its number; undefined where its file is gone. */
  place(sentence: number): SentencePlace | undefined {
    let low = 0;
    let high = this.#bySentence.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#bySentence[middle]?.base ?? 0) <= sentence) low = middle;
      else high = middle - 1;
    }
    // empty files share a base with their successor: the last of equal bases holds the sentence
    const file = this.#bySentence[low];
    return file?.alive ? { file, row: sentence - file.base } : undefined;
  }

  counts(): IndexCounts {
    return { files: this.#files.size, ...this.#sums, entities: this.#named.size };
  }

  #sum({ segment, entities }: IndexedFile, sign: 1 | -1): void {
    this.#sums.articles += sign * segment.articles.length;
    this.#sums.figures += sign * segment.figures.start.length;
    let line = -1;
    for (const at of segment.sentences.line) {
      if (at !== line) this.#sums.passages += sign;
      line = at;
    }
    for (const entity of entities) {
      const files = (this.#named.get(entity) ?? 0) + sign;
      if (files) this.#named.set(entity, files);
      else this.#named.delete(entity);
    }
  }
}

/** The company of a ticker; any other entity is its own. A mention of the ticker counts as one of the company. */
export function ownerOf(lexicon: Lexicon, number: number): number {
  const entity = lexicon.entities[number];
  const owner = entity?.type === "ticker" ? entity.links[0] : undefined;
  return owner === undefined ? number : (lexicon.numberOf(owner) ?? number);
}

/** UTF-16 offsets in the file's text of a sentence, end exclusive. */
export function offsetsOf(file: IndexedFile, row: number): readonly [number, number] {
  const { line, start, end } = file.segment.sentences;
  const at = file.lines[line[row] ?? 0] ?? 0;
  return [at + (start[row] ?? 0), at + (end[row] ?? 0)];
}

/** The article of a sentence. */
export const articleOf = (file: IndexedFile, row: number): ArticleRecord | undefined => file.segment.articles[file.segment.sentences.article[row] ?? 0];

/** The article's day since 1970; undated ones come before all others. */
export const articleDay = (article: ArticleRecord | undefined): number => (article?.date ? (dayNumber(article.date.day) ?? -1_000_000) : -1_000_000);
