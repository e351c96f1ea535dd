// The sections of a segment: found by its trailer, read by offset. Columns are read whole when first asked for and then stay.
import { COUNTS, FORMAT, MAGIC, SECTIONS, TRAILER, type ReadAt, type Section, type SegmentCounts } from "./format.ts";
import { must, SegmentDamaged } from "./segmentDamaged.ts";

type DataSection = "chunkData" | "fileData" | "entityData" | "tokenLists" | "entityLists" | "titleLists";
type DoubleSection = "fileSize" | "fileModified" | "fileHash";
/** Columns of 32-bit numbers without a sign. */
export type WordSection = Exclude<Section, DataSection | DoubleSection | "articleRecency">;

export class Sections {
  readonly counts: SegmentCounts;
  readonly #places = new Map<Section, readonly [number, number]>();
  readonly #words = new Map<Section, Uint32Array>();
  readonly #doubles = new Map<Section, Float64Array>();
  readonly #signed = new Map<Section, Int32Array>();

  /** Opens a segment of `length` bytes; throws SegmentDamaged for what is none of this format. */
  constructor(
    private readonly readAt: ReadAt,
    length: number,
  ) {
    must(length >= TRAILER * 8 && length % 8 === 0, "a segment is cut off");
    const trailer = doublesOf(this.#read(length - TRAILER * 8, TRAILER * 8));
    must(trailer[0] === MAGIC && trailer[TRAILER - 1] === MAGIC, "a file is no segment");
    if (trailer[1] !== FORMAT) throw new SegmentDamaged("a segment is of another format");
    must(trailer[TRAILER - 2] === length, "a segment is cut off");
    const numbers = Array.from(trailer.subarray(2));
    must(numbers.every((number) => Number.isSafeInteger(number) && number >= 0), "a segment's trailer makes no sense");
    const count = (i: number): number => numbers[i] as number;
    this.counts = { files: count(0), chunks: count(1), articles: count(2), sentences: count(3), passages: count(4), figures: count(5), entities: count(6) };
    SECTIONS.forEach((name, i) => {
      const [start, size] = [count(COUNTS.length + 2 * i), count(COUNTS.length + 2 * i + 1)];
      must(start % 8 === 0 && start + size <= length, "a section of a segment lies outside it");
      this.#places.set(name, [start, size]);
    });
    const { files, chunks, articles, sentences, entities } = this.counts;
    // all but sentences have columns, whose lengths say whether the counts are right
    const mustHave = (name: Section, expected: number): void => must(this.size(name) === expected * 4, "a column of a segment has another length");
    for (const name of ["fileFirstChunk", "fileAt", "pathHashes", "pathFiles"] as const) mustHave(name, files);
    for (const name of ["chunkByteOffset", "chunkByteLength", "chunkFirstLine", "chunkEndLine", "chunkBase", "chunkFirstArticle", "chunkAt"] as const) mustHave(name, chunks);
    for (const name of ["articleRecency", "articleFirstSentence", "articleGroup", "idHashes", "idArticles"] as const) mustHave(name, articles);
    for (const name of ["entityHash", "entityAt"] as const) mustHave(name, entities);
    for (const name of ["fileSize", "fileModified", "fileHash"] as const) must(this.size(name) === files * 8, "a column of a segment has another length");
    must(this.size("urlHashes") === this.size("urlArticles") && this.size("copyKeys") === this.size("copyArticles"), "a column of a segment has another length");
    // each takes at least a bit of its chunk (see `bounded` in ints.ts)
    must(sentences <= 8 * this.size("chunkData"), "a segment's trailer makes no sense");
  }

  #read(offset: number, length: number): Uint8Array {
    const bytes = this.readAt(offset, length);
    must(bytes.length === length, "a segment is cut off");
    return bytes;
  }

  size(section: Section): number {
    return this.#places.get(section)?.[1] ?? 0;
  }

  /** Bytes of a section from `from` on, to `to` at most. */
  bytes(section: Section, from: number, to: number): Uint8Array {
    const [start, size] = this.#places.get(section) ?? [0, 0];
    must(from <= to && to <= size, "a part of a segment lies outside its section");
    return this.#read(start + from, to - from);
  }

  #whole(section: Section): Uint8Array {
    return this.bytes(section, 0, this.size(section));
  }

  words(section: WordSection): Uint32Array {
    return kept(this.#words, section, () => wordsOf(this.#whole(section)));
  }

  signed(section: "articleRecency"): Int32Array {
    return kept(this.#signed, section, () => {
      const { buffer, byteOffset, length } = wordsOf(this.#whole(section));
      return new Int32Array(buffer, byteOffset, length);
    });
  }

  doubles(section: DoubleSection): Float64Array {
    return kept(this.#doubles, section, () => doublesOf(this.#whole(section)));
  }
}

function kept<T>(columns: Map<Section, T>, section: Section, read: () => T): T {
  let column = columns.get(section);
  if (column === undefined) {
    column = read();
    columns.set(section, column);
  }
  return column;
}

/** The bytes where a column may lie: at a multiple of eight. They are copied unless they do. */
const aligned = (bytes: Uint8Array): Uint8Array => (bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes));

function wordsOf(bytes: Uint8Array): Uint32Array {
  must(bytes.length % 4 === 0, "a column of a segment is cut off");
  const { buffer, byteOffset, length } = aligned(bytes);
  return new Uint32Array(buffer, byteOffset, length / 4);
}

function doublesOf(bytes: Uint8Array): Float64Array {
  const { buffer, byteOffset, length } = aligned(bytes);
  return new Float64Array(buffer, byteOffset, length / 8);
}
