// The library: the corpus folders of a workspace as an index, kept up to date. A small corpus is read here, between requests, and
// stays in memory; a large one is read by workers into an index on disk, which the next start opens. What cannot be read is listed
// with its reason and costs nothing else. Long, for all that changes the index must go through one owner, one after the other: see
// `#exclusive`.
import { readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { ReadProblem } from "../../../corpus/src/articles/article.ts";
import type { Decision } from "../../../corpus/src/entities/decisions.ts";
import { nameKey } from "../../../corpus/src/entities/nameKey.ts";
import { namesDecided } from "../../../corpus/src/entities/namesDecided.ts";
import type { StoredFile } from "../../../corpus/src/index/layer.ts";
import { LayeredStore } from "../../../corpus/src/index/layeredStore.ts";
import { readStepwise, type ReadingTables } from "../../../corpus/src/index/readChunks.ts";
import { FORMAT } from "../../../corpus/src/index/segment/format.ts";
import { DiskIndex, warningOf, type IndexState } from "../store/diskIndex.ts";
import { indexFolder, indexHome } from "../store/indexFolder.ts";
import { segmentName } from "../store/names.ts";
import type { FileProblems } from "../store/manifest.ts";
import { CorpusTexts } from "./corpusTexts.ts";
import { isInside } from "./paths.ts";
import { contentHash, readSourceFile } from "./readSourceFile.ts";
import { indexInWorkers, type IndexedBatch } from "./indexInWorkers.ts";
import { mergeInWorker, type Merging } from "./mergeInWorker.ts";
import { findRoots, mayRead, rootOf, type CorpusRoot } from "./roots.ts";
import type { Settings } from "./settings.ts";
import { Slices } from "./slices.ts";
import { pathFilter, walk, type FoundFile, type PathFilter } from "./walk.ts";

export interface Progress {
  /** Files. */
  readonly done: number;
  readonly total: number;
  readonly articles: number;
  /** Another process reads the corpus; this one takes what it has read. */
  readonly elsewhere?: true;
}

export interface LoadOptions {
  readonly progress?: (progress: Progress) => void;
  readonly cancelled?: () => boolean;
  /** The index of before, if there is one, answers from now on. */
  readonly opened?: () => void;
}

export interface LibraryOptions {
  /** Folder of the bundle, for the worker's file; without it everything is read in this thread and stays in memory. */
  readonly dist?: string;
  /** Discovery alone, no lexicon. */
  readonly withoutLexicon?: boolean;
  /** The folder that the client keeps for us. */
  readonly storage?: string;
  /** Takes lines for the log. */
  readonly say?: (line: string) => void;
  /** Hears of files that answers found changed on disk before an event said so. */
  readonly changed?: (path: string) => void;
}

/** From this many bytes on a corpus has an index on disk. Tests name another by TICKMARK_DISK_FROM. */
const ON_DISK = Number(process.env["TICKMARK_DISK_FROM"] ?? 4 * 1024 * 1024);
/** More than this at once goes to workers, where there is an index on disk to write into. */
const IN_THREAD_FILES = 60;
const IN_THREAD_BYTES = 400 * 1024;
/** Files in memory above an index on disk, and their bytes, before they are written into it. */
const MEMORY_FILES = 400;
const MEMORY_BYTES = 4 * 1024 * 1024;
/** Segments that are let be, and the share of dead files from which on they are not. */
const SEGMENTS = 4;
const DEAD = 0.25;
/** Milliseconds between looks at what another process has written. */
const FOLLOW = 400;
/** How long another process may write nothing before it counts as one that reads no further. */
const STILL = 30_000;
const SAVE = 2_000;
const RACY = 10_000;
/** Milliseconds without a change before lists are made anew, and the most sentences for which that is done at once. */
const QUIET = 500;
const COMPACT = 200_000;
/** An index on disk up to this many bytes is merged as soon as some of its files are dead: how rare a word is then counts no dead ones. */
const SMALL = 8 * 1024 * 1024;
const FEW_DEAD = 0.01;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

export class Library {
  #index: LayeredStore;
  #tables: ReadingTables;
  readonly #bundled: ReadingTables;
  #decisions: readonly Decision[] = [];
  /** The decisions with which all that is in the index was read: behind the others while files are read again. */
  #readWith: readonly Decision[] = [];
  readonly #options: LibraryOptions;
  readonly #texts: CorpusTexts;
  readonly #problems = new Map<string, FileProblems>();
  #roots: readonly CorpusRoot[] = [];
  #missing: readonly string[] = [];
  #wanted: PathFilter = () => false;
  #settings: Settings | undefined;
  #folders: readonly string[] = [];
  /** Size and time of files that are in memory, or that could not be read. */
  readonly #known = new Map<string, { readonly size: number; readonly modified: number; readonly hash?: number }>();
  #disk: DiskIndex | undefined;
  /** Nothing can be written to the index folder: said once, and not tried again. */
  #unwritable = false;
  #last: Promise<unknown> = Promise.resolve();
  #tidying: Promise<void> | undefined;
  #merging: Merging | undefined;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #saving: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(tables: ReadingTables, options: LibraryOptions = {}) {
    this.#tables = tables;
    this.#bundled = tables;
    this.#options = options;
    this.#texts = new CorpusTexts({ roots: () => this.#roots, changed: (path) => options.changed?.(path) });
    this.#index = new LayeredStore(tables.lexicon, tables.terms, this.#texts);
  }

  get index(): LayeredStore {
    return this.#index;
  }

  get tables(): ReadingTables {
    return this.#tables;
  }

  get roots(): readonly CorpusRoot[] {
    return this.#roots;
  }

  /** Folders that the settings name and that are not there. */
  get missing(): readonly string[] {
    return this.#missing;
  }

  /** What is wrong with files of the corpus, by path. */
  *problems(): Generator<readonly [path: string, problem: ReadProblem]> {
    for (const [path, { problems }] of this.#problems) for (const problem of problems) yield [path, problem];
  }

  get problemCount(): number {
    return this.#problems.size;
  }

  /** Whether a missing folder has come or a root has gone since `configure`. */
  rootsChanged(): boolean {
    const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
    return this.#missing.some(isFolder) || !this.#roots.every(({ real }) => isFolder(real));
  }

  /** Whether a path is a wanted file of the corpus. */
  holds(path: string): boolean {
    const root = rootOf(this.#roots, path);
    return root !== undefined && this.#wanted(isInside(path, root.path) ? path.slice(root.path.length + 1) : path.slice(root.real.length + 1));
  }

  /** Whether a path relative to its root is one of the files that the settings name. */
  wants(relative: string): boolean {
    return this.#wanted(relative);
  }

  /** Size and time of a file as it was read; undefined for one that never was. */
  stampOf(path: string): { readonly size: number; readonly modified: number } | undefined {
    return this.#known.get(path) ?? this.#index.stored(path);
  }

  /** Points the library at folders. Follow with `load`, which forgets what is no longer wanted. */
  configure(workspaceFolders: readonly string[], settings: Settings): void {
    const { roots, missing } = findRoots(workspaceFolders, settings.corpusFolders);
    this.#roots = roots;
    this.#missing = missing;
    this.#wanted = pathFilter(settings.corpusInclude, settings.corpusExclude);
    this.#settings = settings;
    this.#folders = workspaceFolders;
  }

  /** One after the other: what changes the index waits for what is changing it. */
  #exclusive<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#last.catch(() => undefined).then(work);
    this.#last = run.catch(() => undefined);
    return run;
  }

  /** Reads all that is new or changed, and forgets what is gone. What was read before can be asked for meanwhile. */
  load(options: LoadOptions = {}): Promise<void> {
    return this.#exclusive(() => this.#load(options));
  }

  async #load(options: LoadOptions): Promise<void> {
    const cancelled = (): boolean => this.#closed || options.cancelled?.() === true;
    const began = this.#index.counts().files === 0;
    this.#attach();
    options.opened?.();
    const { changed, bytes } = await this.#survey(cancelled);
    if (!this.#disk && bytes >= ON_DISK) this.#openDisk();
    await this.#redecide(cancelled);
    await this.#follow(options, cancelled);
    const left = this.#disk && !this.#disk.isWriter ? changed.filter((file) => !this.#isKnown(file)) : changed;
    await this.#read(left, cancelled, options.progress);
    if (began) this.#index.delta.articles.settle();
    if (!cancelled()) await this.#save({ complete: true });
    this.#tidy();
  }

  /** Opens the index on disk of the roots as they are now, where there is one. */
  #attach(): void {
    const folder = this.#folder();
    if (this.#disk && this.#disk.folder.path === folder?.path) return;
    this.#disk?.close();
    this.#index.setSegments([]);
    this.#disk = undefined;
    if (!folder) return;
    const disk = new DiskIndex(folder, (line) => this.#options.say?.(line));
    if (disk.exists()) this.#openDisk(disk);
  }

  #folder(): ReturnType<typeof indexFolder> | undefined {
    if (this.#options.dist === undefined || this.#unwritable || !this.#settings || !this.#roots.length) return undefined;
    const { storage } = this.#options;
    const home = indexHome({ setting: this.#settings.indexFolder, workspaceFolders: this.#folders, ...(storage ? { storage } : {}), env: process.env, platform: process.platform, user: homedir() });
    return indexFolder(home, this.#roots, [String(FORMAT), this.#options.withoutLexicon ? "no lexicon" : ""]);
  }

  #openDisk(disk?: DiskIndex): void {
    const folder = this.#folder();
    if (!folder) return;
    this.#disk = disk ?? new DiskIndex(folder, (line) => this.#options.say?.(line));
    try {
      this.#disk.open(this.#index);
      for (const one of this.#disk.state.problems) this.#takeProblems(one);
      this.#readWith = this.#disk.segmentCount ? this.#disk.state.decisions : this.#decisions;
    } catch (error) {
      this.#giveUpDisk(error);
    }
  }

  /** From here on all stays in memory. Anything but an error of writing is thrown on. */
  #giveUpDisk(error: unknown): void {
    const warning = warningOf(error);
    if (warning === undefined) throw error;
    this.#options.say?.(warning);
    this.#unwritable = true;
    this.#disk?.giveUpWriting();
  }

  #state(complete: boolean): IndexState {
    // a file that is in memory only is read again at the next start
    return { decisions: this.#readWith, complete, problems: [...this.#problems.values()].filter(({ path }) => !this.#index.delta.file(path)) };
  }

  async #save({ complete = this.#disk?.state.complete ?? false }: { readonly complete?: boolean } = {}): Promise<void> {
    if (!this.#disk?.isWriter || this.#unwritable) return;
    try {
      await this.#disk.save(this.#index, this.#state(complete));
    } catch (error) {
      this.#giveUpDisk(error);
    }
  }

  #saveSoon(): void {
    if (!this.#disk?.isWriter || this.#saving) return;
    this.#saving = setTimeout(() => {
      this.#saving = undefined;
      void this.#save();
    }, SAVE);
    this.#saving.unref();
  }

  /** Walks the roots: what is gone leaves the index, what is new or changed is given back, with the bytes of all. */
  async #survey(cancelled: () => boolean): Promise<{ readonly changed: FoundFile[]; readonly bytes: number }> {
    const slices = new Slices();
    const survey = this.#index.survey();
    const found = new Set<string>();
    const unread: string[] = [];
    const changed: FoundFile[] = [];
    let bytes = 0;
    const fail = (path: string, error: unknown): void => {
      unread.push(path);
      this.#note({ path, size: -1, modified: -1, problems: [{ code: "unreadable", message: `cannot be read (${error instanceof Error ? error.message : String(error)})` }] });
    };
    for (const root of this.#roots)
      for (const file of walk(root, this.#wanted, fail)) {
        await slices.breathe();
        if (cancelled()) return { changed, bytes };
        bytes += file.size;
        const stored = survey.see(file.path);
        if (this.#known.has(file.path)) found.add(file.path);
        if (stored ? !this.#isStored(file, stored) : !this.#isKnown(file)) changed.push(file);
      }
    // what lies below a folder that cannot be read just now is not gone
    const isGone = (path: string): boolean => !unread.some((folder) => isInside(path, folder) && this.#roots.some((root) => isInside(folder, root.path)));
    for (const path of survey.gone()) if (isGone(path)) this.#forgetFile(path);
    for (const path of [...this.#known.keys()]) if (!found.has(path) && isGone(path)) this.#forgetFile(path);
    return { changed, bytes };
  }

  #isKnown(file: FoundFile): boolean {
    const stamp = this.#known.get(file.path) ?? this.#index.stored(file.path);
    return stamp?.size === file.size && stamp.modified === file.modified;
  }

  /** Whether a file that was just written is other than what was read though size and time are the same: a disk's clock ticks in milliseconds. */
  #isRacy({ path, modified }: FoundFile): boolean {
    if (Math.abs(Date.now() - modified) > RACY) return false;
    const hash = this.#known.get(path)?.hash ?? this.#index.stored(path)?.hash;
    try {
      return hash !== undefined && contentHash(readFileSync(path)) !== hash;
    } catch {
      return false;
    }
  }

  /** Whether a file is what a segment holds: by size and time, else by what is in it. */
  #isStored(file: FoundFile, stored: { readonly size: number; readonly modified: number; readonly hash: number }): boolean {
    if (stored.size !== file.size) return false;
    if (stored.modified === file.modified) return true;
    try {
      if (contentHash(readFileSync(file.path)) !== stored.hash) return false;
    } catch {
      return false;
    }
    this.#index.restamp(file.path, file.modified);
    this.#saveSoon();
    return true;
  }

  /** Takes what another process reads, while it reads: until the first index is complete, or this process may write. */
  async #follow(options: LoadOptions, cancelled: () => boolean): Promise<void> {
    const disk = this.#disk;
    if (!disk || disk.isWriter || this.#unwritable) return;
    disk.follow(this.#index);
    let { generation } = disk;
    let since = performance.now();
    // a writer that was cancelled or cannot go on writes nothing more: then the rest is read here
    while (!disk.isWriter && !disk.state.complete && !cancelled() && performance.now() - since < STILL) {
      const { files, articles } = this.#index.counts();
      options.progress?.({ done: files, total: 0, articles, elsewhere: true });
      await pause(FOLLOW);
      disk.follow(this.#index);
      if (disk.generation !== generation) since = performance.now();
      generation = disk.generation;
    }
  }

  /** What another process has written since is taken; cheap where it has not. True if answers may be others now. */
  followWriter(): Promise<boolean> {
    return this.#exclusive(async () => {
      if (!this.#disk || this.#disk.isWriter || this.#unwritable) return false;
      return this.#disk.follow(this.#index);
    });
  }

  async #read(files: readonly FoundFile[], cancelled: () => boolean, progress?: LoadOptions["progress"]): Promise<void> {
    const before = this.#index.counts().articles;
    progress?.({ done: 0, total: files.length, articles: before });
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    const { dist } = this.#options;
    if (dist !== undefined && this.#disk?.isWriter && (files.length > IN_THREAD_FILES || bytes > IN_THREAD_BYTES)) {
      const now = (work: () => Promise<void>): Promise<void> => work();
      await this.#readByWorkers(dist, this.#disk, files, cancelled, now, (done, articles) => progress?.({ done, total: files.length, articles: before + articles }));
      return;
    }
    const slices = new Slices();
    for (const [done, file] of files.entries()) {
      if (cancelled()) return;
      await this.#readHere(file, slices);
      if (slices.ended) progress?.({ done, total: files.length, articles: this.#index.counts().articles });
    }
    progress?.({ done: files.length, total: files.length, articles: this.#index.counts().articles });
  }

  /** Whether memory has a file otherwise than the worker that wrote it out of memory: it changed meanwhile, and memory is right. */
  #isStale = ({ path, size, modified, hash }: StoredFile): boolean => {
    const known = this.#known.get(path);
    return known === undefined || this.#index.delta.file(path) === undefined || (known.size !== size || known.modified !== modified || known.hash !== hash);
  };

  /** `when` runs what changes the index: at once where nothing else may change it meanwhile. */
  async #readByWorkers(
    dist: string,
    disk: DiskIndex,
    files: readonly FoundFile[],
    cancelled: () => boolean,
    when: (work: (isStale?: (file: StoredFile) => boolean) => Promise<void>) => Promise<void>,
    progress?: (done: number, articles: number) => void,
  ): Promise<void> {
    const taken: Promise<void>[] = [];
    const outcome = await indexInWorkers({
      dist,
      decisions: this.#decisions,
      withLexicon: !this.#options.withoutLexicon,
      files,
      ...(this.#unwritable ? {} : { nextPath: () => join(disk.folder.path, segmentName(disk.nextNumber())) }),
      cancelled: () => cancelled() || this.#disk !== disk,
      progress: progress ?? (() => undefined),
      take: (batch) => {
        const one = when((isStale) => this.#take(disk, batch, isStale));
        // what fails is thrown below, when all workers are done
        one.catch(() => undefined);
        taken.push(one);
      },
    });
    await Promise.all(taken);
    if (outcome.unwritable) this.#giveUpDisk(outcome.unwritable);
    if (outcome.failed !== undefined) this.#options.say?.(`some files are not read: no worker could be started (${outcome.failed})`);
  }

  async #take(disk: DiskIndex, { segment, problems }: IndexedBatch, isStale?: (file: StoredFile) => boolean): Promise<void> {
    if (this.#disk !== disk) return;
    if (segment) disk.add(this.#index, segment, isStale);
    for (const one of problems) this.#takeProblems(one);
    // what went into a segment is no longer in memory
    for (const path of this.#known.keys()) if (this.#index.stored(path)) this.#known.delete(path);
    await this.#save();
  }

  /** Reads one file in this thread, a slice at a time. */
  async #readHere(file: FoundFile, slices: Slices): Promise<void> {
    await slices.breathe();
    const { source, bytes, problems } = readSourceFile(file.path);
    const stamp = bytes ?? file;
    this.#known.set(file.path, { size: stamp.size, modified: stamp.modified, ...(bytes ? { hash: bytes.hash } : {}) });
    if (!source) {
      // the last good version serves until the file can be read again
      this.#note({ path: file.path, size: stamp.size, modified: stamp.modified, problems });
      return;
    }
    try {
      const steps = readStepwise(source, this.#tables);
      for (;;) {
        const { done, value } = steps.next();
        if (done) {
          this.#index.put(value, source.text);
          this.#note({ path: file.path, size: stamp.size, modified: stamp.modified, problems: [...problems, ...value.problems] });
          return;
        }
        await slices.breathe();
      }
    } catch (error) {
      // one file that cannot be read costs nothing else
      const message = `reading it failed (${error instanceof Error ? error.message : String(error)}): exclude it and report it`;
      this.#note({ path: file.path, size: stamp.size, modified: stamp.modified, problems: [...problems, { code: "unreadable", message }] });
    }
  }

  /** Looks at files again, whose events came or that were found changed; true if answers may be others now. Files outside the roots are not read. */
  refresh(paths: readonly string[]): Promise<boolean> {
    return this.#exclusive(async () => {
      const slices = new Slices();
      const changed: FoundFile[] = [];
      const folders = new Set<string>();
      let any = false;
      for (const path of paths) {
        await slices.breathe();
        let stats: ReturnType<typeof statSync>;
        try {
          stats = this.holds(path) ? statSync(path, { throwIfNoEntry: false }) : undefined;
        } catch {
          // it cannot be looked at just now: it is not gone for that
          continue;
        }
        if (!stats?.isFile() || !mayRead(this.#roots, path)) {
          if (this.#known.has(path) || this.#index.stored(path)) {
            this.#forgetFile(path);
            any = true;
          } else if (!stats) folders.add(path);
          continue;
        }
        const file = { path, size: stats.size, modified: Math.trunc(stats.mtimeMs) };
        const stored = this.#index.stored(path);
        const noted = this.#problems.get(path);
        // what could not be read as it is now is not tried again until it changes
        if (stored && noted?.size === file.size && noted.modified === file.modified && noted.modified !== stored.modified) continue;
        // one that was not there is tried again: it may have been away for a moment only
        const isHeld = stored !== undefined || this.#index.delta.file(path) !== undefined;
        if (!isHeld || (stored ? !this.#isStored(file, stored) : !this.#isKnown(file)) || this.#isRacy(file)) changed.push(file);
      }
      any = (await this.#forgetFolders(folders, slices)) || any;
      await this.#read(changed, () => this.#closed);
      if (changed.length || any) this.#saveSoon();
      this.#tidySoon();
      return any || changed.length > 0;
    });
  }

  /** Takes out what lies below folders that are gone; true if there was anything. */
  async #forgetFolders(folders: ReadonlySet<string>, slices: Slices): Promise<boolean> {
    let any = false;
    if (!folders.size) return any;
    for (const path of [...this.#index.paths(), ...this.#known.keys()]) {
      await slices.breathe();
      for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
        if (!folders.has(path.slice(0, end))) continue;
        this.#forgetFile(path);
        any = true;
        break;
      }
    }
    return any;
  }

  #forgetFile(path: string): void {
    this.#forgetKnown(path);
    this.#problems.delete(path);
    this.#index.remove(path);
  }

  #forgetKnown(path: string): void {
    this.#known.delete(path);
  }

  /** What a worker or a former run found wrong; a file that could not be read is not read again until it changes. */
  #takeProblems(one: FileProblems): void {
    this.#note(one);
    if (!this.#index.stored(one.path)) this.#known.set(one.path, { size: one.size, modified: one.modified });
  }

  #note(one: FileProblems): void {
    if (one.problems.length) this.#problems.set(one.path, one);
    else this.#problems.delete(one.path);
  }

  /** Other tables, by which only what holds one of `names` is read otherwise. */
  retable(tables: ReadingTables, decisions: readonly Decision[]): Promise<void> {
    return this.#exclusive(async () => {
      const names = namesDecided(this.#decisions, decisions, [this.#bundled.lexicon, this.#tables.lexicon, tables.lexicon]);
      const old = this.#index;
      this.#tables = tables;
      this.#decisions = decisions;
      const index = new LayeredStore(tables.lexicon, tables.terms, this.#texts);
      const slices = new Slices();
      for (const file of [...old.delta.files()]) {
        await slices.breathe();
        index.put(file, file.text);
      }
      index.setSegments(old.layers);
      index.delta.articles.settle();
      this.#index = index;
      await this.#reread(names, () => this.#closed);
    });
  }

  /** The segments were read with other decisions than today's: what holds a name that they differ in is read again. */
  async #redecide(cancelled: () => boolean): Promise<void> {
    const before = this.#readWith;
    if (JSON.stringify(before) === JSON.stringify(this.#decisions)) return;
    if (!this.#disk?.segmentCount) {
      this.#readWith = this.#decisions;
      return;
    }
    await this.#reread(namesDecided(before, this.#decisions, [this.#bundled.lexicon, this.#tables.lexicon]), cancelled);
  }

  async #reread(names: readonly string[], cancelled: () => boolean): Promise<void> {
    const decided = this.#decisions;
    const holds = holdsAny(names);
    const slices = new Slices();
    const files: FoundFile[] = [];
    for (const path of names.length ? [...this.#index.paths()] : []) {
      await slices.breathe();
      if (cancelled()) return;
      if (!this.holds(path) || !mayRead(this.#roots, path)) continue;
      const { source, bytes } = readSourceFile(path);
      if (source && bytes && holds(source.text)) files.push({ path, size: bytes.size, modified: bytes.modified });
    }
    await this.#read(files, cancelled);
    if (cancelled()) return;
    this.#readWith = decided;
    await this.#save();
  }

  /** Once nothing has changed for a moment. */
  #tidySoon(): void {
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => void this.#exclusive(() => this.#compact()).then(() => this.#tidy()), QUIET);
    this.#quiet.unref();
  }

  /** Makes the lists in memory anew where much of them is dead: what is dead still weighs in how rare a word is. */
  async #compact(): Promise<void> {
    const { delta } = this.#index;
    if (!delta.dead || this.#closed || (delta.sentenceCount > COMPACT && delta.dead < DEAD * delta.sentenceCount)) return;
    const slices = new Slices();
    const steps = delta.compacted();
    for (;;) {
      const { done, value } = steps.next();
      if (done) {
        this.#index.replaceDelta(value);
        return;
      }
      await slices.breathe();
    }
  }

  /**
   * Writes what has gathered in memory into a segment, and merges segments that have become many or are dead in parts: in workers,
   * while changes go on being taken.
   */
  #tidy(): void {
    this.#tidying ??= this.#tidyUp()
      .catch((error: unknown) => this.#options.say?.(`the index was not tidied: ${error instanceof Error ? error.message : String(error)}`))
      .finally(() => (this.#tidying = undefined));
  }

  async #tidyUp(): Promise<void> {
    const cancelled = (): boolean => this.#closed;
    const { dist } = this.#options;
    const disk = this.#disk;
    if (!disk?.isWriter || this.#unwritable || dist === undefined || cancelled()) return;
    const inMemory = [...this.#index.delta.files()];
    if (inMemory.length > MEMORY_FILES || inMemory.reduce((sum, { text }) => sum + 2 * text.length, 0) > MEMORY_BYTES) {
      const files = inMemory.flatMap(({ path }): FoundFile[] => {
        const stamp = this.#known.get(path);
        return stamp ? [{ path, ...stamp }] : [];
      });
      await this.#readByWorkers(dist, disk, files, cancelled, (work) => this.#exclusive(() => work(this.#isStale)));
      await this.#exclusive(() => this.#compact());
    }
    const layers = this.#index.layers;
    const from = mergeFrom(layers.map(({ segment, deadFiles }) => ({ bytes: segment.length, dead: deadFiles / Math.max(1, segment.counts.files) })));
    if (from === undefined || cancelled() || this.#disk !== disk) return;
    const merged = layers.slice(from);
    const sources = merged.flatMap(({ dead }, i) => {
      const source = disk.sourceOf(from + i);
      return source ? [{ ...source, dead: [...dead].flatMap((is, file) => (is ? [file] : [])) }] : [];
    });
    // one that is in memory only cannot be merged
    if (sources.length < merged.length) return;
    const name = segmentName(disk.nextNumber());
    try {
      const index = this.#index;
      const died = index.gatherDeaths();
      const merging = mergeInWorker(dist, sources, join(disk.folder.path, name));
      this.#merging = merging;
      const { stamp } = await merging.done.finally(() => (this.#merging = undefined));
      await this.#exclusive(async () => {
        const same = merged.every(({ segment }, i) => this.#index.layers[from + i]?.segment === segment);
        if (same && this.#index === index && disk.isWriter && this.#disk === disk) await disk.replace(index, from, merged.length, { name, stamp, died }, this.#state(disk.state.complete));
      });
    } catch (error) {
      if (this.#closed) return;
      this.#giveUpDisk(error);
    }
  }

  /** When the index is as tidy as it will be without another change: waits for what is under way and does what would be done soon. */
  async settled(): Promise<void> {
    for (;;) {
      const { version } = this.#index;
      await this.#exclusive(() => this.#compact());
      await this.#tidying;
      this.#tidy();
      await this.#tidying;
      if (version === this.#index.version) return;
    }
  }

  /** The index on disk is damaged: it is thrown away and read anew. */
  rebuild(options: LoadOptions = {}): Promise<void> {
    return this.#exclusive(async () => {
      await this.#disk?.discard(this.#index);
      for (const path of [...this.#known.keys()]) this.#forgetFile(path);
      await this.#load(options);
    });
  }

  /** Nothing was asked for a while: what was kept ready for answers goes. */
  rest(): void {
    this.#index.release();
  }

  /** Ends: what is being read stops, and another process may write the index. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#saving);
    clearTimeout(this.#quiet);
    this.#merging?.cancel();
    await this.#last;
    await this.#tidying;
    await this.#save();
    this.#disk?.close();
    this.#disk = undefined;
  }
}

/**
 * Where merging should begin: at the lowest segment that is not much larger than all above it together, so that a byte is merged a few
 * times in its life; at one of which much is dead. Undefined where all is well.
 */
export function mergeFrom(layers: readonly { readonly bytes: number; readonly dead: number }[]): number | undefined {
  const small = layers.reduce((sum, { bytes }) => sum + bytes, 0) <= SMALL;
  const rotten = layers.findIndex(({ dead }) => dead > (small ? FEW_DEAD : DEAD));
  let from = layers.length - 1;
  let above = layers[from]?.bytes ?? 0;
  while (from > 0 && (layers[from - 1]?.bytes ?? 0) < 3 * above) above += layers[--from]?.bytes ?? 0;
  if (rotten >= 0) return Math.min(rotten, from);
  return layers.length > SEGMENTS && from < layers.length - 1 ? from : undefined;
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
