// The index over layers: immutable segments, oldest first, and above them an index in memory for what came or changed since. A file
// stands in one layer at a time; where an older one holds it too, that one is dead there. Texts come from the articles' own files.
// Over 300 lines because every answer of a Store has to be joined over the layers in one place.
import type { Lexicon } from "../entities/lexicon.ts";
import type { FileReading } from "./chunk.ts";
import { ChunkCache } from "./chunkCache.ts";
import { CorpusIndex } from "./corpusIndex.ts";
import { recencyOf } from "./indexedChunk.ts";
import { Layer, type StoredFile, type TextSource } from "./layer.ts";
import { LayeredArticles } from "./layeredArticles.ts";
import type { IndexCounts, IndexedChunk, IndexedFile, SentencePlace, Store, TermFinder } from "./store.ts";
import type { SegmentReader } from "./segment/segmentReader.ts";
import type { StoredChunk } from "./storedChunk.ts";
import { nextVersion } from "./versions.ts";

/** Where the index in memory begins to count its sentences: above all that segments can hold. */
const ABOVE = 0x40000000;
/** Whole files kept ready. */
const FILES = 64;
const BUFFER = 32_768;
/** Tokens whose counts are kept. */
const COUNTS = 40_000;

export interface Survey {
  /** What was read of the file at a path; undefined for one that no segment holds. */
  readonly see: (path: string) => StoredFile | undefined;
  /** The paths that were not seen. */
  readonly gone: () => Iterable<string>;
}

export class LayeredStore implements Store {
  #layers: readonly Layer[] = [];
  #delta: CorpusIndex;
  readonly articles: LayeredArticles;
  readonly #chunks = new ChunkCache<StoredChunk>();
  readonly #files = new Map<string, IndexedFile>();
  readonly #counts = new Map<number, number>();
  #buffer = new Uint32Array(BUFFER);
  #version = nextVersion();
  #died: Set<string> | undefined;
  #entities: { readonly layers: readonly Layer[]; readonly count: number } | undefined;

  constructor(
    readonly lexicon: Lexicon,
    readonly terms: TermFinder,
    readonly texts: TextSource,
  ) {
    this.#delta = new CorpusIndex(lexicon, terms, ABOVE);
    this.articles = new LayeredArticles(this);
  }

  get version(): number {
    return Math.max(this.#version, this.delta.version);
  }

  /** What was read since the segments were written. */
  get delta(): CorpusIndex {
    return this.#delta;
  }

  /** The same files in memory, without what is dead: see CorpusIndex.compacted. */
  replaceDelta(compacted: CorpusIndex): void {
    this.#delta = compacted;
    this.#version = nextVersion();
  }

  get layers(): readonly Layer[] {
    return this.#layers;
  }

  /**
   * Puts a segment above the others; what they and the index in memory hold of its files is dead from then on. A file of which
   * `isStale` says that memory has it as it was later is dead in the segment instead.
   */
  addSegment(segment: SegmentReader, isStale: (file: StoredFile) => boolean = () => false): void {
    const layer = new Layer(segment, 0);
    if (this.#layers.length || this.delta.counts().files)
      for (let number = 0; number < segment.counts.files; number++) {
        const file = layer.file(number);
        if (isStale(file)) layer.bury(file.path);
        else this.remove(file.path);
      }
    this.#stack([...this.#layers, layer]);
  }

  /** From now on the paths of files that die in segments are gathered, until they are handed to `replaceSegments`. */
  gatherDeaths(): ReadonlySet<string> {
    return (this.#died = new Set());
  }

  /** Puts a segment merged of `count` layers from `from` on in their place; `died` are the files that died in them since they were merged. */
  replaceSegments(from: number, count: number, merged: SegmentReader, died: ReadonlySet<string> = new Set()): void {
    const layer = new Layer(merged, 0);
    for (const path of died) layer.bury(path);
    for (const old of this.#layers.slice(from, from + count)) for (const [file, modified] of old.restamped) if (!old.dead[file]) layer.restamp(old.segment.file(file).path, modified);
    this.#died = undefined;
    this.#stack([...this.#layers.slice(0, from), layer, ...this.#layers.slice(from + count)]);
  }

  /** Puts other segments in place of all; what stands in memory stays above them. */
  setSegments(segments: readonly { readonly segment: SegmentReader; readonly dead?: Uint8Array; readonly restamped?: ReadonlyMap<number, number> }[]): void {
    const known = new Map(this.#layers.map((layer) => [layer.segment, layer]));
    const layers = segments.map(({ segment, dead, restamped }) => {
      const layer = known.get(segment);
      if (!layer) return new Layer(segment, 0, dead, restamped);
      // what another process buried since is dead here too
      for (let file = dead?.indexOf(1) ?? -1; file >= 0; file = dead?.indexOf(1, file + 1) ?? -1) layer.bury(segment.file(file).path);
      for (const [file, modified] of restamped ?? []) layer.restamp(segment.file(file).path, modified);
      return layer;
    });
    for (const { path } of this.delta.files()) for (const layer of layers) layer.bury(path);
    this.#stack(layers);
  }

  #stack(layers: readonly Layer[]): void {
    let base = 0;
    this.#layers = layers.map((layer) => {
      const moved = layer.at(base);
      base = moved.end;
      return moved;
    });
    this.release();
    this.#version = nextVersion();
  }

  /** Adds a file that was just read, in place of what stood under its path. */
  put(reading: FileReading, text: string): void {
    this.#bury(reading.path);
    this.delta.put(reading, text);
  }

  /** Takes a file out; its path may be unknown. */
  remove(path: string): void {
    this.#bury(path);
    this.delta.remove(path);
  }

  #bury(path: string): void {
    for (const layer of this.#layers) {
      if (!layer.bury(path)) continue;
      this.#version = nextVersion();
      this.#died?.add(path);
    }
    this.#files.delete(path);
  }

  /** Forgets the texts and columns that were kept ready. */
  release(): void {
    this.#chunks.clear();
    this.#files.clear();
    this.#counts.clear();
    this.articles.release();
    this.#buffer = new Uint32Array(BUFFER);
  }

  get sentenceCount(): number {
    return (this.#layers.at(-1)?.end ?? 0) + this.delta.sentenceCount;
  }

  count(token: number): number {
    return this.#countBelow(token) + this.delta.count(token);
  }

  /** In the segments: a ranking asks for the same tokens again and again. */
  #countBelow(token: number): number {
    if (!this.#layers.length) return 0;
    let count = this.#counts.get(token);
    if (count !== undefined) return count;
    count = 0;
    for (const layer of this.#layers) count += layer.count(token, this.lexicon);
    if (this.#counts.size > COUNTS) this.#counts.clear();
    this.#counts.set(token, count);
    return count;
  }

  posting(token: number, most = Infinity): Uint32Array {
    const above = this.delta.posting(token, most);
    if (!this.#layers.length) return above;
    const wanted = Math.min(most, this.count(token));
    if (this.#buffer.length < wanted) this.#buffer = new Uint32Array(Math.ceil(wanted * 1.25));
    const buffer = this.#buffer;
    let at = buffer.length - above.length;
    buffer.set(above, at);
    for (const layer of this.#layers.toReversed()) {
      const left = most - (buffer.length - at);
      if (left <= 0) break;
      const list = layer.posting(token, left, this.lexicon);
      at -= list.length;
      for (let i = 0; i < list.length; i++) buffer[at + i] = layer.base + (list[i] ?? 0);
    }
    return buffer.subarray(at);
  }

  #layerOf(sentence: number): Layer | undefined {
    return this.#layers.findLast(({ base, end }) => base <= sentence && sentence < end);
  }

  place(sentence: number): SentencePlace | undefined {
    if (sentence >= ABOVE) return this.delta.place(sentence);
    const layer = this.#layerOf(sentence);
    const chunk = layer && this.chunk(layer, layer.segment.chunkOfSentence(sentence - layer.base));
    return chunk && { chunk, row: sentence - chunk.base };
  }

  isLiving(sentence: number): boolean {
    if (sentence >= ABOVE) return this.#delta.isLiving(sentence);
    const layer = this.#layerOf(sentence);
    return layer !== undefined && (!layer.deadFiles || !layer.dead[layer.segment.fileOfChunk(layer.segment.chunkOfSentence(sentence - layer.base))]);
  }

  recency(sentence: number): number {
    if (sentence >= ABOVE) return this.delta.recency(sentence);
    const layer = this.#layerOf(sentence);
    return layer ? layer.segment.recency(sentence - layer.base) : recencyOf(undefined, "");
  }

  living(token: number): number {
    let count = this.delta.living(token);
    for (const layer of this.#layers) count += layer.living(token, this.lexicon);
    return count;
  }

  /** A chunk of a layer, ready to be read; undefined where its file is dead or no longer what was read. */
  chunk(layer: Layer, number: number): IndexedChunk | undefined {
    // bases are unique: sentences are numbered through, and a chunk without any is asked for by its own number
    const key = `${layer.base}:${number}`;
    const known = this.#chunks.get(key);
    const file = layer.segment.fileOfChunk(number);
    if (known) return layer.dead[file] || !this.texts.isCurrent(layer.file(file)) ? undefined : known;
    const chunk = layer.open(number, this.lexicon, this.texts);
    if (chunk) this.#chunks.set(key, chunk);
    return chunk;
  }

  file(path: string): IndexedFile | undefined {
    const above = this.delta.file(path);
    if (above) return above;
    const known = this.#files.get(path);
    for (const layer of this.#layers) {
      const number = layer.fileOf(path);
      if (number < 0 || !this.texts.isCurrent(layer.file(number))) continue;
      if (known) return known;
      const file = new StoredFileView(this, layer, number);
      this.#files.set(path, file);
      const [oldest] = this.#files.keys();
      if (this.#files.size > FILES && oldest !== undefined) this.#files.delete(oldest);
      return file;
    }
    return undefined;
  }

  /** The paths of all files. */
  *paths(): Generator<string> {
    for (const { segment, dead } of this.#layers) for (let file = 0; file < segment.counts.files; file++) if (!dead[file]) yield segment.file(file).path;
    for (const { path } of this.delta.files()) yield path;
  }

  /** What was read of a file, by size, time and content; undefined for one that is not in a segment. */
  stored(path: string): StoredFile | undefined {
    for (const layer of this.#layers) {
      const number = layer.fileOf(path);
      if (number >= 0) return layer.file(number);
    }
    return undefined;
  }

  /** The file has another time on disk and is what was read all the same. */
  restamp(path: string, modified: number): void {
    for (const layer of this.#layers) layer.restamp(path, modified);
  }

  /** To be shown every file that is on disk; what it was not shown is gone. */
  survey(): Survey {
    const seen = this.#layers.map(({ segment }) => new Uint8Array(segment.counts.files));
    const layers = this.#layers;
    return {
      see: (path) => {
        for (const [i, layer] of layers.entries()) {
          const number = layer.fileOf(path);
          if (number < 0) continue;
          (seen[i] ?? [])[number] = 1;
          return layer.file(number);
        }
        return undefined;
      },
      *gone() {
        for (const [i, layer] of layers.entries())
          for (let file = 0; file < layer.segment.counts.files; file++) if (!layer.dead[file] && !seen[i]?.[file]) yield layer.segment.file(file).path;
      },
    };
  }

  counts(): IndexCounts {
    const sums = { files: 0, articles: 0, passages: 0, figures: 0 };
    for (const one of [this.delta.counts(), ...this.#layers.map((layer) => layer.counts())]) for (const name of ["files", "articles", "passages", "figures"] as const) sums[name] += one[name];
    return { ...sums, entities: Math.max(this.delta.counts().entities, this.#entityCount()) };
  }

  /** Names of the segments, those of several once: by the hashes of their ids. */
  #entityCount(): number {
    const [first] = this.#layers;
    if (this.#layers.length < 2) return first?.segment.counts.entities ?? 0;
    if (this.#entities?.layers !== this.#layers) {
      const hashes = new Set<number>();
      for (const { segment } of this.#layers) for (const hash of segment.entityHashes) hashes.add(hash);
      this.#entities = { layers: this.#layers, count: hashes.size };
    }
    return this.#entities.count;
  }
}

/** A file of a layer. */
class StoredFileView implements IndexedFile {
  readonly path: string;
  readonly modified: number;
  readonly articleCount: number;
  #text: string | undefined;

  constructor(
    private readonly store: LayeredStore,
    private readonly layer: Layer,
    private readonly number: number,
  ) {
    const { path, modified } = layer.file(number);
    this.path = path;
    this.modified = modified;
    this.articleCount = layer.segment.file(number).articles;
  }

  get first(): IndexedChunk | undefined {
    const [from, to] = this.layer.segment.chunksOf(this.number);
    return from < to ? this.store.chunk(this.layer, from) : undefined;
  }
  chunkAt(line: number): IndexedChunk | undefined {
    const chunk = this.layer.chunkOfLine(this.number, line);
    return chunk < 0 ? undefined : this.store.chunk(this.layer, chunk);
  }
  get text(): string {
    return (this.#text ??= this.store.texts.read(this.layer.file(this.number)));
  }
}
