// An index on disk, as one process sees it: its segments as layers of a store, its manifest, and, where this process is the writer,
// what is added, merged and thrown away. A process that is not the writer follows the manifest of the one that is.
import { rmSync } from "node:fs";
import { basename, join } from "node:path";
import type { Decision } from "../../../corpus/src/entities/decisions.ts";
import type { StoredFile } from "../../../corpus/src/index/layer.ts";
import type { LayeredStore } from "../../../corpus/src/index/layeredStore.ts";
import { SegmentReader } from "../../../corpus/src/index/segment/segmentReader.ts";
import { SegmentDamaged } from "../../../corpus/src/index/segment/segmentDamaged.ts";
import type { MadeSegment } from "../worker/jobs.ts";
import { readManifest, writeManifest, type FileProblems, type Manifest } from "./manifest.ts";
import { openPagedFile, type Stamp } from "./pagedFile.ts";
import { removeLeftovers, removeOldIndexes, type IndexFolder } from "./indexFolder.ts";
import { tryLock } from "./writerLock.ts";
import { IndexUnwritable, unwritableWarning } from "./unwritable.ts";

/** A segment with its file. */
interface OpenSegment {
  /** Undefined for one that could not be written and stays in memory. */
  readonly file: { readonly name: string; readonly stamp: Stamp } | undefined;
  readonly segment: SegmentReader;
  readonly close: () => void;
}

/** What the manifest says beside its segments. */
export interface IndexState {
  readonly decisions: readonly Decision[];
  readonly complete: boolean;
  readonly problems: readonly FileProblems[];
}

const EMPTY: IndexState = { decisions: [], complete: false, problems: [] };

type Lock = Extract<ReturnType<typeof tryLock>, { readonly state: "held" }>["lock"];

export class DiskIndex {
  #open: OpenSegment[] = [];
  #generation = 0;
  #named = 0;
  #state: IndexState = EMPTY;
  #lock: Lock | undefined;
  #saving: Promise<void> = Promise.resolve();

  /** `say` takes lines for the log. */
  constructor(
    readonly folder: IndexFolder,
    private readonly say: (line: string) => void,
  ) {}

  /** Whether this process may write. */
  get isWriter(): boolean {
    return this.#lock?.isHeld() === true;
  }

  get state(): IndexState {
    return this.#state;
  }

  /** By which a reader sees whether the writer goes on. */
  get generation(): number {
    return this.#generation;
  }

  get segmentCount(): number {
    return this.#open.length;
  }

  /** A number that no segment of this process was named by. */
  nextNumber(): number {
    return this.#generation + ++this.#named;
  }

  /** Where a segment lies, by its place in the stack; undefined for one that stays in memory. */
  sourceOf(place: number): { readonly path: string; readonly stamp: Stamp } | undefined {
    const file = this.#open[place]?.file;
    return file && { path: join(this.folder.path, file.name), stamp: file.stamp };
  }

  /** Whether there is an index to open: cheap. */
  exists(): boolean {
    return readManifest(this.folder.path, this.folder.key).state !== "none";
  }

  /**
   * Tries to become the writer and opens what is there; `store` has the segments as its layers then. What is damaged or of another
   * format is thrown away by the writer, and said in one line. Throws IndexUnwritable where no index can lie there.
   */
  open(store: LayeredStore): void {
    this.#takeLock();
    this.#adopt(store);
    if (!this.isWriter) return;
    removeLeftovers(this.folder.path, new Set(this.#open.flatMap(({ file }) => file?.name ?? [])));
    removeOldIndexes(this.folder.path);
  }

  #takeLock(): void {
    const locked = tryLock(this.folder.path, { onLost: () => this.say("another process writes the index now: this one reads it") });
    if (locked.state === "held") this.#lock = locked.lock;
  }

  /** Opens the segments that the manifest names, those already open again not. */
  #adopt(store: LayeredStore): void {
    for (let tries = 0; ; tries++) {
      const reading = readManifest(this.folder.path, this.folder.key);
      if (reading.state !== "good") {
        if (reading.message !== undefined) this.say(reading.message);
        this.#take(store, undefined, []);
        return;
      }
      try {
        this.#take(store, reading.manifest, this.#openAll(reading.manifest));
        return;
      } catch (error) {
        if (!(error instanceof SegmentDamaged)) throw error;
        // a segment may have been merged away between the manifest and its opening
        if (!this.isWriter && tries < 3) continue;
        this.say(`the index in ${this.folder.path} is built anew: ${error.message}`);
        this.#take(store, undefined, []);
        return;
      }
    }
  }

  #openAll(manifest: Manifest): OpenSegment[] {
    const opened: OpenSegment[] = [];
    const before = new Map(this.#open.map((one) => [one.file?.name, one]));
    try {
      for (const { name, stamp } of manifest.segments) opened.push(before.get(name) ?? this.#openSegment(name, stamp));
      return opened;
    } catch (error) {
      for (const one of opened) if (!before.has(one.file?.name)) one.close();
      throw error;
    }
  }

  #openSegment(name: string, stamp: Stamp): OpenSegment {
    const file = openPagedFile(join(this.folder.path, name), stamp);
    try {
      return { file: { name, stamp }, segment: new SegmentReader(file.readAt, file.length), close: () => file.close() };
    } catch (error) {
      file.close();
      throw error;
    }
  }

  #take(store: LayeredStore, manifest: Manifest | undefined, open: OpenSegment[]): void {
    const old = this.#open;
    this.#open = open;
    this.#generation = manifest?.generation ?? this.#generation;
    this.#state = manifest ?? EMPTY;
    store.setSegments(
      open.map(({ file: written, segment }) => {
        const known = manifest?.segments.find((one) => one.name === written?.name);
        const dead = new Uint8Array(segment.counts.files);
        for (const file of known?.dead ?? []) dead[file] = 1;
        return { segment, dead, restamped: new Map(known?.restamped ?? []) };
      }),
    );
    for (const one of old) if (!open.includes(one)) one.close();
  }

  /** For a process that is not the writer: takes what the writer has done since, and its place where it has ended. True if something is new. */
  follow(store: LayeredStore): boolean {
    if (this.isWriter) return false;
    try {
      this.#takeLock();
    } catch (error) {
      // who cannot write reads
      if (!(error instanceof IndexUnwritable)) throw error;
    }
    const reading = readManifest(this.folder.path, this.folder.key);
    if (reading.state !== "good" || reading.manifest.generation === this.#generation) return this.isWriter;
    this.#adopt(store);
    return true;
  }

  /** A segment that a worker made becomes the newest layer; one that could not be written serves from memory. Throws SegmentDamaged. */
  add(store: LayeredStore, made: MadeSegment, isStale?: (file: StoredFile) => boolean): void {
    const one = "bytes" in made ? inMemory(made.bytes) : this.#openSegment(basename(made.path), made.stamp);
    store.addSegment(one.segment, isStale);
    this.#open.push(one);
  }

  /** The merged segment takes the place of `count` segments from `from` on, whose files go once the manifest no longer names them. */
  async replace(store: LayeredStore, from: number, count: number, made: { readonly name: string; readonly stamp: Stamp; readonly died: ReadonlySet<string> }, state: IndexState): Promise<void> {
    const one = this.#openSegment(made.name, made.stamp);
    const old = this.#open.splice(from, count, one);
    store.replaceSegments(from, count, one.segment, made.died);
    await this.save(store, state);
    if (!this.isWriter) return;
    for (const gone of old) {
      gone.close();
      // another process may still read it (Windows): then it goes at the next start
      if (gone.file) rmSync(join(this.folder.path, gone.file.name), { force: true, maxRetries: 2 });
    }
  }

  /** Writes the manifest as things are now, one at a time. Nothing is written by a process that is not the writer. Throws IndexUnwritable. */
  save(store: LayeredStore, state: IndexState): Promise<void> {
    this.#saving = this.#saving
      .catch(() => undefined)
      .then(async () => {
        if (!this.isWriter) return;
        this.#state = state;
        const segments = this.#open.flatMap(({ file: written, segment }) => {
          if (!written) return [];
          const layer = store.layers.find((one) => one.segment === segment);
          const dead: number[] = [];
          layer?.dead.forEach((is, file) => is && dead.push(file));
          return [{ ...written, files: segment.counts.files, dead, restamped: [...(layer?.restamped ?? [])] }];
        });
        await writeManifest(this.folder.path, { key: this.folder.key, generation: ++this.#generation, segments, ...state });
      });
    return this.#saving;
  }

  /** Throws the index away: it is damaged. Every segment's file goes at the next start at the latest. */
  async discard(store: LayeredStore): Promise<void> {
    const old = this.#open;
    this.#take(store, undefined, []);
    // a reader takes what the manifest names once more: it may be sound by then
    if (!this.isWriter) this.#generation = -1;
    await this.save(store, EMPTY);
    if (this.isWriter) for (const { file } of old) if (file) rmSync(join(this.folder.path, file.name), { force: true, maxRetries: 2 });
  }

  /** Another process may write from now on. */
  giveUpWriting(): void {
    this.#lock?.release();
    this.#lock = undefined;
  }

  close(): void {
    for (const one of this.#open) one.close();
    this.#open = [];
    this.#lock?.release();
    this.#lock = undefined;
  }
}

const inMemory = (bytes: Uint8Array): OpenSegment => ({
  file: undefined,
  segment: new SegmentReader((offset, length) => bytes.subarray(offset, offset + length), bytes.length),
  close: () => undefined,
});

/** The warning for an error of writing; undefined for any other. */
export const warningOf = (error: unknown): string | undefined => (error instanceof IndexUnwritable ? unwritableWarning(error) : undefined);
