// One segment in the stack of layers: where its sentences begin, and which of its files are dead because a newer layer holds them or
// they are gone.
import type { Lexicon } from "../entities/lexicon.ts";
import { runEntity } from "./runEntities.ts";
import type { SegmentReader } from "./segment/segmentReader.ts";
import type { IndexCounts } from "./store.ts";
import { StoredChunk } from "./storedChunk.ts";
import { lowerBound } from "./segment/sortPairs.ts";
import { entityOfToken, isEntityToken, isSubjectToken } from "./tokens.ts";

/** A file as it was read. */
export interface StoredFile {
  readonly path: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** Of the bytes. */
  readonly hash: number;
}

/** What the host lends: texts of files as they were when they were read. */
export interface TextSource {
  /** Whether the file is still what was read; where it is not, the host has it read again. */
  isCurrent(file: StoredFile): boolean;
  /** Bytes of a file as text, the whole file where none are named; the empty string where it is no longer what was read. */
  read(file: StoredFile, bytes?: readonly [offset: number, length: number]): string;
}

const NONE = new Uint32Array(0);

export class Layer {
  readonly #dead: Uint8Array;
  #deadFiles = 0;
  #spans: { readonly files: number; readonly spans: readonly (readonly [number, number])[] } | undefined;
  /** Times of files that are what was read, under another time than when they were. */
  readonly #restamped: Map<number, number>;
  readonly #sums: { articles: number; passages: number; figures: number };
  #known: { readonly lexicon: Lexicon; readonly run: Int32Array } | undefined;

  constructor(
    readonly segment: SegmentReader,
    /** Number of its first sentence in the index. */
    readonly base: number,
    /** Files that are dead from the start. */
    dead?: Uint8Array,
    restamped: ReadonlyMap<number, number> = new Map(),
  ) {
    this.#restamped = new Map(restamped);
    this.#dead = dead ?? new Uint8Array(segment.counts.files);
    const { articles, passages, figures } = segment.counts;
    this.#sums = { articles, passages, figures };
    for (let file = this.#dead.indexOf(1); file >= 0; file = this.#dead.indexOf(1, file + 1)) this.#takeOff(file);
  }

  get end(): number {
    return this.base + this.segment.counts.sentences;
  }

  /** 1 for each dead file. */
  get dead(): Uint8Array {
    return this.#dead;
  }

  get deadFiles(): number {
    return this.#deadFiles;
  }

  counts(): Pick<IndexCounts, "files" | "articles" | "passages" | "figures"> {
    return { files: this.segment.counts.files - this.#deadFiles, ...this.#sums };
  }

  /** The same segment with its sentences at another place. */
  at(base: number): Layer {
    return base === this.base ? this : new Layer(this.segment, base, this.#dead, this.#restamped);
  }

  /** A file as it was read, or as it was found again: the same content under another time. */
  file(number: number): StoredFile {
    const { stamps } = this.segment;
    return {
      path: this.segment.file(number).path,
      size: stamps.size[number] ?? -1,
      modified: this.#restamped.get(number) ?? stamps.modified[number] ?? -1,
      hash: stamps.hash[number] ?? -1,
    };
  }

  restamp(path: string, modified: number): void {
    const number = this.fileOf(path);
    if (number >= 0) this.#restamped.set(number, modified);
  }

  get restamped(): ReadonlyMap<number, number> {
    return this.#restamped;
  }

  /** The living file of a path; -1 where there is none. */
  fileOf(path: string): number {
    const file = this.segment.fileOf(path);
    return file === undefined || this.#dead[file] ? -1 : file;
  }

  /** A file is dead from now on; false where it is none of the living. */
  bury(path: string): boolean {
    const file = this.fileOf(path);
    if (file < 0) return false;
    this.#dead[file] = 1;
    this.#takeOff(file);
    return true;
  }

  #takeOff(file: number): void {
    const { articles, passages, figures } = this.segment.file(file);
    this.#deadFiles++;
    this.#sums.articles -= articles;
    this.#sums.passages -= passages;
    this.#sums.figures -= figures;
  }

  count(token: number, lexicon: Lexicon): number {
    if (!isEntityToken(token) && !isSubjectToken(token)) return this.segment.count(token);
    let count = 0;
    for (const number of this.#numbers(token, lexicon)) count += this.segment.countEntity(number, isSubjectToken(token));
    return count;
  }

  /** The segment's own numbers, ascending, the `most` greatest; good until the next call. */
  posting(token: number, most: number, lexicon: Lexicon): Uint32Array {
    if (!isEntityToken(token) && !isSubjectToken(token)) return this.segment.posting(token, most);
    const lists = this.#numbers(token, lexicon).map((number) => this.segment.postingOfEntity(number, isSubjectToken(token), most));
    const [only = NONE] = lists;
    if (lists.length < 2) return only;
    // an entity of several ids, merged by the analyst: rare
    const all = Uint32Array.from(new Set(lists.flatMap((list) => [...list]))).sort();
    return all.length > most ? all.subarray(all.length - most) : all;
  }

  /** The run's entities of a chunk; each entity of the segment is looked up once in the life of a lexicon. */
  #run(numbers: Uint32Array, lexicon: Lexicon): Uint32Array {
    if (this.#known?.lexicon !== lexicon) this.#known = { lexicon, run: new Int32Array(this.segment.counts.entities).fill(-1) };
    const { run } = this.#known;
    return numbers.map((number) => {
      const known = run[number] ?? -1;
      if (known >= 0) return known;
      return (run[number] = runEntity(this.segment.entity(number), lexicon));
    });
  }

  /** How many sentences of living files hold a token. */
  living(token: number, lexicon: Lexicon): number {
    const count = this.count(token, lexicon);
    if (!count || !this.#deadFiles) return count;
    const list = this.posting(token, Infinity, lexicon);
    let dead = 0;
    for (const [from, to] of this.#deadSpans()) dead += lowerBound(list, to) - lowerBound(list, from);
    // a list that was cut says of those it lost only that they were
    return list.length ? Math.round(count * (1 - dead / list.length)) : count;
  }

  /** Sentences of dead files: the first and one past the last. */
  #deadSpans(): readonly (readonly [number, number])[] {
    if (this.#spans?.files === this.#deadFiles) return this.#spans.spans;
    const spans: [number, number][] = [];
    this.#dead.forEach((isDead, file) => {
      const [first, end] = isDead ? this.segment.chunksOf(file) : [0, 0];
      if (first < end) spans.push([this.segment.place(first).base, this.segment.place(end - 1).end]);
    });
    this.#spans = { files: this.#deadFiles, spans };
    return spans;
  }

  /** The segment's numbers of an entity of the run. */
  #numbers(token: number, lexicon: Lexicon): number[] {
    const numbers: number[] = [];
    for (const id of lexicon.idsOf(entityOfToken(token))) {
      const number = this.segment.entityNumber(id);
      if (number !== undefined) numbers.push(number);
    }
    return numbers;
  }

  /** The chunk of a file that holds a 0-based line; -1 where none does. */
  chunkOfLine(file: number, line: number): number {
    const [first, end] = this.segment.chunksOf(file);
    let low = first;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.segment.place(middle).endLine <= line) low = middle + 1;
      else high = middle;
    }
    return low < end && this.segment.place(low).firstLine <= line ? low : -1;
  }

  /** A chunk made ready; undefined where its file is dead or no longer what was read. */
  open(chunk: number, lexicon: Lexicon, texts: TextSource): StoredChunk | undefined {
    const { file: number, bytes, base } = this.segment.place(chunk);
    if (this.#dead[number]) return undefined;
    const file = this.file(number);
    if (!texts.isCurrent(file)) return undefined;
    const { chunk: columns, entityNumbers } = this.segment.decoded(chunk);
    const read = (): string => (bytes ? texts.read(file, bytes) : texts.read(file).slice(columns.start, columns.end));
    return new StoredChunk(columns, file.path, this.base + base, this.#run(entityNumbers, lexicon), read);
  }
}
