// The library: the corpus folders of a workspace read into an index and kept up to date. Small corpora are read here in
// slices between requests; large ones in worker threads. What cannot be read is listed with its reason and costs nothing else.
import { statSync } from "node:fs";
import { readChunks, type ReadingTables } from "../../../corpus/src/index/readChunks.ts";
import type { FileReading } from "../../../corpus/src/index/chunk.ts";
import { CorpusIndex } from "../../../corpus/src/index/corpusIndex.ts";
import type { ReadProblem } from "../../../corpus/src/articles/article.ts";
import { nameKey } from "../../../corpus/src/entities/nameKey.ts";
import { findRoots, mayRead, rootOf, type CorpusRoot } from "./roots.ts";
import { readSourceFile } from "./readSourceFile.ts";
import { readInWorkers } from "./readInWorkers.ts";
import { isInside } from "./paths.ts";
import { pathFilter, walk, type FoundFile, type PathFilter } from "./walk.ts";
import type { Settings } from "./settings.ts";

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly articles: number;
}

export interface LoadOptions {
  readonly progress?: (progress: Progress) => void;
  readonly cancelled?: () => boolean;
  /** Folder of the bundle, for the worker's file; without it everything is read in this thread. */
  readonly dist?: string;
}

/** Above this many bytes a first index goes to worker threads: starting them costs as much as reading two megabytes. */
const WORKERS_FROM = 4 * 1024 * 1024;
/** How long a slice may keep the thread, in milliseconds. */
const SLICE = 20;

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export class Library {
  #index: CorpusIndex;
  #tables: ReadingTables;
  readonly #problems = new Map<string, readonly ReadProblem[]>();
  #roots: readonly CorpusRoot[] = [];
  #missing: readonly string[] = [];
  #wanted: PathFilter = () => false;
  #known = new Map<string, string>();
  /** The last reading was done by workers, which know the bundled tables only. */
  readByWorkers = false;

  constructor(tables: ReadingTables) {
    this.#tables = tables;
    this.#index = new CorpusIndex(tables.lexicon, tables.terms);
  }

  get index(): CorpusIndex {
    return this.#index;
  }

  get tables(): ReadingTables {
    return this.#tables;
  }

  /** Other tables, of which only `names` are read otherwise: files that hold one are read anew, the others keep what was read. */
  async retable(tables: ReadingTables, names: readonly string[]): Promise<void> {
    const old = this.#index;
    const index = new CorpusIndex(tables.lexicon, tables.terms);
    const holds = holdsAny(names);
    let start = performance.now();
    for (const file of [...old.files()]) {
      const { path, text, modified } = file;
      index.put(holds(text) ? readChunks({ path, text, modified }, tables) : file, text);
      if (performance.now() - start > SLICE) {
        await breathe();
        start = performance.now();
      }
    }
    // what came, changed or went meanwhile
    for (const file of old.files()) if (index.file(file.path)?.text !== file.text) index.put(readChunks({ path: file.path, text: file.text, modified: file.modified }, tables), file.text);
    for (const file of [...index.files()]) if (!old.file(file.path)) index.remove(file.path);
    index.articles.settle();
    this.#index = index;
    this.#tables = tables;
  }

  get roots(): readonly CorpusRoot[] {
    return this.#roots;
  }

  /** Folders that the settings name and that are not there. */
  get missing(): readonly string[] {
    return this.#missing;
  }

  /** Whether a missing folder has come or a root has gone since `configure`. */
  rootsChanged(): boolean {
    const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
    return this.#missing.some(isFolder) || !this.#roots.every(({ real }) => isFolder(real));
  }

  /** What is wrong with files of the corpus, by path. */
  get problems(): ReadonlyMap<string, readonly ReadProblem[]> {
    return this.#problems;
  }

  /** Whether a path is a wanted file of the corpus. */
  holds(path: string): boolean {
    const root = rootOf(this.#roots, path);
    return root !== undefined && this.#wanted(isInside(path, root.path) ? path.slice(root.path.length + 1) : path.slice(root.real.length + 1));
  }

  /** Points the library at folders; files that are no longer wanted leave the index. Follow with `load`. */
  configure(workspaceFolders: readonly string[], settings: Settings): void {
    const { roots, missing } = findRoots(workspaceFolders, settings.corpusFolders);
    this.#roots = roots;
    this.#missing = missing;
    this.#wanted = pathFilter(settings.corpusInclude, settings.corpusExclude);
    for (const path of [...this.#known.keys()]) if (!this.holds(path)) this.#forgetFile(path);
  }

  /** Reads all that is new or changed, and forgets what is gone. */
  async load(options: LoadOptions = {}): Promise<void> {
    const first = this.#known.size === 0;
    await this.#load(options);
    if (first) this.index.articles.settle();
  }

  async #load(options: LoadOptions): Promise<void> {
    const found = new Map<string, FoundFile>();
    for (const root of this.#roots) {
      for (const file of walk(root, this.#wanted, (path, error) => this.#fail(path, error))) found.set(file.path, file);
    }
    for (const path of [...this.#known.keys()]) if (!found.has(path)) this.#forgetFile(path);
    const changed = [...found.values()].filter((file) => this.#known.get(file.path) !== stamp(file));
    const bytes = changed.reduce((sum, file) => sum + file.size, 0);
    let done = 0;
    let articles = this.index.counts().articles;
    const report = () => options.progress?.({ done, total: changed.length, articles });
    report();
    const take = (file: FoundFile, problems: readonly ReadProblem[], reading: FileReading | undefined, text: string) => {
      this.#known.set(file.path, stamp(file));
      this.#note(file.path, reading ? [...problems, ...reading.problems] : problems);
      if (reading) {
        this.index.put(reading, text);
        articles += reading.chunks.reduce((sum, chunk) => sum + chunk.articles.length, 0);
      }
      done++;
    };
    this.readByWorkers = bytes > WORKERS_FROM && options.dist !== undefined;
    if (this.readByWorkers && options.dist !== undefined) {
      await readInWorkers(options.dist, changed, options.cancelled ?? (() => false), (file, read) => {
        take(file, read.problems, read.reading, read.text);
        report();
      });
      return;
    }
    let start = performance.now();
    for (const file of changed) {
      if (options.cancelled?.()) return;
      this.#read(file, take);
      if (performance.now() - start > SLICE) {
        report();
        await breathe();
        start = performance.now();
      }
    }
    report();
  }

  #read(file: FoundFile, take: (file: FoundFile, problems: readonly ReadProblem[], reading: FileReading | undefined, text: string) => void): void {
    const { source, problems } = readSourceFile(file.path, file.modified);
    if (source) {
      try {
        take(file, problems, readChunks(source, this.tables), source.text);
      } catch (error) {
        // one file that cannot be read costs nothing else
        take(file, [...problems, { code: "unreadable", message: `reading it failed (${error instanceof Error ? error.message : String(error)}): exclude it and report it` }], undefined, "");
      }
    } else {
      // the last good version serves until the file can be read again
      take(file, problems, undefined, "");
    }
  }

  /** Reads one file again; true if it changed. Files outside the roots are not read. */
  refresh(path: string): boolean {
    if (!this.holds(path) || !mayRead(this.#roots, path)) {
      const had = this.#known.has(path);
      this.forget(path);
      return had;
    }
    const { source, problems } = readSourceFile(path);
    if (!source) {
      this.#note(path, problems);
      return false;
    }
    const kept = this.index.file(path);
    if (kept?.text === source.text) {
      this.#note(path, [...problems, ...(this.index.problemsOf(path))]);
      return false;
    }
    this.#known.set(path, "refreshed");
    const reading = readChunks(source, this.tables);
    this.#note(path, [...problems, ...reading.problems]);
    this.index.put(reading, source.text);
    return true;
  }

  /** Takes a file, or all files below a folder, out of the index. */
  forget(path: string): void {
    if (this.#known.has(path)) this.#forgetFile(path);
    else for (const known of [...this.#known.keys()]) if (isInside(known, path)) this.#forgetFile(known);
  }

  #forgetFile(path: string): void {
    this.#known.delete(path);
    this.#problems.delete(path);
    this.index.remove(path);
  }

  #note(path: string, problems: readonly ReadProblem[]): void {
    if (problems.length) this.#problems.set(path, problems);
    else this.#problems.delete(path);
  }

  #fail(path: string, error: unknown): void {
    this.#note(path, [{ code: "unreadable", message: `cannot be read (${error instanceof Error ? error.message : String(error)})` }]);
  }
}

/** Whether a text holds one of some names, in either script, with any spaces or dots that writers put into them. */
function holdsAny(names: readonly string[]): (text: string) => boolean {
  const keys = names.map(nameKey).filter(Boolean);
  return (text) => {
    if (!keys.length) return false;
    const key = nameKey(text);
    return keys.some((one) => key.includes(one));
  };
}

const stamp = (file: FoundFile): string => `${file.size}:${file.modified}`;
