// The index in memory: files with their text and chunks, and posting lists from tokens to sentences. Every sentence has
// one number for its lifetime; a file that goes or changes leaves its numbers dead, and the lists are made anew when a
// quarter of them are. Queries are answered from lists and columns, not by walking the corpus (titles for
// workspace symbols are the one exception).
import { lineStarts } from "../text/lines.ts";
import type { Lexicon } from "../entities/lexicon.ts";
import { ArticleTable } from "./articleTable.ts";
import { Postings, type Posting } from "./postings.ts";
import { runEntities } from "./runEntities.ts";
import type { FileReading } from "./chunk.ts";
import type { IndexCounts, IndexedChunk, IndexedFile, SentencePlace, Store, TermFinder } from "./store.ts";
import { nextVersion } from "./versions.ts";
import { articleOf, recencyOf } from "./indexedChunk.ts";
import { visitListing } from "./listing.ts";
import { entityToken, subjectToken } from "./tokens.ts";

/** A chunk in memory. */
interface HeldChunk extends IndexedChunk {
  alive: boolean;
}

/** A file in memory. */
class HeldFile implements IndexedFile {
  constructor(
    readonly path: string,
    readonly modified: number,
    readonly text: string,
    readonly chunks: readonly HeldChunk[],
    readonly problems: FileReading["problems"],
  ) {}

  get articleCount(): number {
    return this.chunks.reduce((sum, { articles }) => sum + articles.length, 0);
  }
  get first(): IndexedChunk | undefined {
    return this.chunks[0];
  }
  chunkAt(line: number): IndexedChunk | undefined {
    return this.chunks.find(({ firstLine, endLine }) => firstLine <= line && line < endLine);
  }
}

export class CorpusIndex implements Store {
  readonly #files = new Map<string, HeldFile>();
  #bySentence: HeldChunk[] = [];
  #postings = new Postings();
  readonly #articles = new ArticleTable();
  /** Sums over the files, kept as they come and go. */
  readonly #sums = { articles: 0, passages: 0, figures: 0 };
  /** In how many files each entity is named. */
  readonly #named = new Map<number, number>();
  #next = 0;
  #dead = 0;
  /** Counts every change: what was read from an older one may be stale. */
  version = nextVersion();

  constructor(
    readonly lexicon: Lexicon,
    readonly terms: TermFinder,
    /** The number of the first sentence: an index that stands above others begins where they cannot reach. */
    private readonly first = 0,
  ) {}

  /** Adds a file, in place of what stood under its path. */
  put({ path, modified, chunks, problems }: FileReading, text: string): void {
    this.remove(path);
    const held = chunks.map((chunk): HeldChunk => {
      const own = text.slice(chunk.start, chunk.end);
      const indexed = { ...chunk, path, text: own, lines: lineStarts(own), base: this.first + this.#next, run: runEntities(chunk, this.lexicon), alive: true };
      this.#list(indexed);
      return indexed;
    });
    const file = new HeldFile(path, modified, text, held, problems);
    this.#files.set(path, file);
    this.#articles.add(file);
    this.#sum(file, 1);
    this.version = nextVersion();
  }

  /** Takes a file out; its path may be unknown. */
  remove(path: string): void {
    const file = this.#files.get(path);
    if (!file) return;
    this.#files.delete(path);
    this.#articles.remove(file);
    this.#sum(file, -1);
    for (const chunk of file.chunks) {
      chunk.alive = false;
      this.#dead += chunk.sentences.line.length;
    }
    this.version = nextVersion();
    if (this.#dead > 10_000 && this.#dead * 4 > this.#next) this.#rebuild();
  }

  #rebuild(): void {
    this.#postings = new Postings();
    this.#bySentence = [];
    this.#next = 0;
    this.#dead = 0;
    for (const [path, file] of [...this.#files]) {
      const chunks = file.chunks.map((chunk): HeldChunk => {
        const moved = { ...chunk, base: this.first + this.#next };
        this.#list(moved);
        return moved;
      });
      const moved = new HeldFile(path, file.modified, file.text, chunks, file.problems);
      this.#files.set(path, moved);
      this.#articles.replace(file, moved);
    }
  }

  #list(chunk: HeldChunk): void {
    this.#bySentence.push(chunk);
    this.#next += chunk.sentences.line.length;
    visitListing(chunk, this.terms, {
      token: (row, token) => this.#postings.add(token, chunk.base + row),
      entity: (row, local) => this.#postings.add(entityToken(chunk.run[local] ?? 0), chunk.base + row),
      subject: (row, local) => this.#postings.add(subjectToken(chunk.run[local] ?? 0), chunk.base + row),
    });
  }

  file(path: string): IndexedFile | undefined {
    return this.#files.get(path);
  }

  files(): IterableIterator<HeldFile> {
    return this.#files.values();
  }

  /** What was found wrong in a file when it was read. */
  problemsOf(path: string): FileReading["problems"] {
    return this.#files.get(path)?.problems ?? [];
  }

  /** Where articles are and were, by id and url, and which repeat others. */
  get articles(): ArticleTable {
    return this.#articles;
  }

  posting(token: number, most = Infinity): Posting {
    const list = this.#postings.get(token);
    return list.length > most ? list.subarray(list.length - most) : list;
  }

  count(token: number): number {
    return this.#postings.count(token);
  }

  get sentenceCount(): number {
    return this.#next;
  }

  place(sentence: number): SentencePlace | undefined {
    const chunk = this.#chunkOf(sentence);
    return chunk?.alive ? { chunk, row: sentence - chunk.base } : undefined;
  }

  recency(sentence: number): number {
    const chunk = this.#chunkOf(sentence);
    return recencyOf(chunk && articleOf(chunk, sentence - chunk.base), chunk?.path ?? "");
  }

  living(token: number): number {
    let count = 0;
    for (const sentence of this.posting(token)) if (this.#chunkOf(sentence)?.alive) count++;
    return count;
  }

  #chunkOf(sentence: number): HeldChunk | undefined {
    let low = 0;
    let high = this.#bySentence.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#bySentence[middle]?.base ?? 0) <= sentence) low = middle;
      else high = middle - 1;
    }
    // empty chunks share a base with their successor: the last of equal bases holds the sentence
    return this.#bySentence[low];
  }

  counts(): IndexCounts {
    return { files: this.#files.size, ...this.#sums, entities: this.#named.size };
  }

  #sum({ chunks }: HeldFile, sign: 1 | -1): void {
    let line = -1;
    const named = new Set<number>();
    for (const { articles, figures, sentences, run } of chunks) {
      this.#sums.articles += sign * articles.length;
      this.#sums.figures += sign * figures.start.length;
      for (const at of sentences.line) {
        if (at !== line) this.#sums.passages += sign;
        line = at;
      }
      for (const entity of run) named.add(entity);
    }
    for (const entity of named) {
      const files = (this.#named.get(entity) ?? 0) + sign;
      if (files) this.#named.set(entity, files);
      else this.#named.delete(entity);
    }
  }
}
