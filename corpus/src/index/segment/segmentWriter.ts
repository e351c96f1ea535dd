// Writes a segment from freshly read files. Everything is gathered in bytes and typed arrays, so that a worker stays small; lists are
// sorted once, at the end.
import type { Entity } from "../../entities/entity.ts";
import type { Lexicon } from "../../entities/lexicon.ts";
import { lineStarts } from "../../text/lines.ts";
import type { ChunkEntity, FileReading } from "../chunk.ts";
import { growing32 } from "../growing.ts";
import { recencyOf } from "../indexedChunk.ts";
import { visitListing } from "../listing.ts";
import { runEntities } from "../runEntities.ts";
import type { TermFinder } from "../store.ts";
import { visitTitleTokens } from "../titles.ts";
import type { CopyHashes } from "./articleRecords.ts";
import { ByteWriter } from "./byteWriter.ts";
import { CollectedLists } from "./collectedLists.ts";
import { copyKeys } from "./copyGroups.ts";
import { encodeChunk, renumberChunk } from "./encodeChunk.ts";
import { writeEntity } from "./entityRecords.ts";
import { writeFile } from "./fileRecords.ts";
import { isCut, NO_BYTES } from "./format.ts";
import { hashText } from "./hashText.ts";
import { writeLists } from "./listWriter.ts";
import { SegmentColumns } from "./segmentColumns.ts";
import { SegmentOutput } from "./segmentOutput.ts";

/** What the host knows of a file when it was read. */
export interface FileStamp {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** Of the content: a whole number below 2^53. */
  readonly hash: number;
  readonly encoding: string;
}

/** Offset and length in the file of a chunk's bytes. */
export type ByteRange = readonly [offset: number, length: number];

/** Entities of a segment while it is written, numbered as they come. */
class EntityTable {
  readonly #numbers = new Map<string, number>();
  readonly #entities: { id: string; learned?: Entity }[] = [];

  number({ id, learned }: ChunkEntity): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) {
      const entity = this.#entities[known];
      if (learned && entity && !entity.learned) entity.learned = learned;
      return known;
    }
    this.#numbers.set(id, this.#entities.length);
    this.#entities.push(learned ? { id, learned } : { id });
    return this.#entities.length - 1;
  }

  /** The entities in the order of the segment, with the hashes of their ids, and the segment's number of each. */
  ordered(): { readonly entities: readonly ChunkEntity[]; readonly hashes: Uint32Array; readonly numbers: Uint32Array } {
    const all = this.#entities.map((entity, number) => ({ entity, number, hash: hashText(entity.id) }));
    all.sort((a, b) => a.hash - b.hash || (a.entity.id < b.entity.id ? -1 : 1));
    const numbers = new Uint32Array(all.length);
    all.forEach(({ number }, place) => (numbers[number] = place));
    return { entities: all.map(({ entity }) => entity), hashes: Uint32Array.from(all, ({ hash }) => hash), numbers };
  }
}

export class SegmentWriter {
  readonly #lexicon: Lexicon;
  readonly #terms: TermFinder;
  readonly #columns = new SegmentColumns();
  readonly #entities = new EntityTable();
  readonly #files = new ByteWriter();
  /** Encoded chunks, their entities numbered as they came. */
  readonly #chunks = new ByteWriter(1 << 16);
  readonly #chunkStarts = growing32();
  readonly #tokens = new CollectedLists();
  readonly #named = new CollectedLists();
  readonly #titles = new CollectedLists();
  readonly #hashes: CopyHashes[] = [];

  constructor(tables: { readonly lexicon: Lexicon; readonly terms: TermFinder }) {
    this.#lexicon = tables.lexicon;
    this.#terms = tables.terms;
  }

  /** About as many bytes as the segment would have now. */
  get weight(): number {
    const lists = this.#tokens.count + this.#named.count + this.#titles.count;
    return this.#chunks.length + this.#files.length + lists * 2 + this.#columns.articles * 80 + this.#columns.files * 50;
  }

  get files(): number {
    return this.#columns.files;
  }

  /** Adds a file as it was read from `text`; `bytes` says for each chunk where it lies in the file, where that is UTF-8. */
  add(stamp: FileStamp, reading: FileReading, text: string, bytes?: readonly ByteRange[]): void {
    const columns = this.#columns;
    columns.addFile({ ...stamp, pathHash: hashText(stamp.path), at: this.#files.length });
    const before = columns.articles;
    const firstLines = new Map<number, number>();
    let figures = 0;
    let passages = 0;
    let line = -1;
    for (const [i, chunk] of reading.chunks.entries()) {
      const base = columns.sentences;
      const own = text.slice(chunk.start, chunk.end);
      const [byteOffset, byteLength] = bytes?.[i] ?? [NO_BYTES, 0];
      columns.addChunk({ byteOffset, byteLength, firstLine: chunk.firstLine, endLine: chunk.endLine, sentences: chunk.sentences.line.length });
      this.#chunkStarts.push(this.#chunks.length);
      encodeChunk(this.#chunks, chunk, chunk.entities.map((entity) => this.#entities.number(entity)));
      const listed = Array.from(runEntities(chunk, this.#lexicon), (run) => this.#entities.number(this.#entityOf(run)));
      visitListing({ ...chunk, text: own, lines: lineStarts(own) }, this.#terms, {
        token: (row, token) => this.#tokens.add(token, base + row),
        entity: (row, entity) => this.#named.add((listed[entity] ?? 0) * 2, base + row),
        subject: (row, entity) => this.#named.add((listed[entity] ?? 0) * 2 + 1, base + row),
      });
      for (const article of chunk.articles) {
        const number = columns.articles;
        firstLines.set(article.firstLine, number);
        columns.addArticle(recencyOf(article, stamp.path), base + article.firstSentence);
        columns.ids.add(hashText(article.id), number);
        if (article.url !== undefined) columns.urls.add(hashText(article.url), number);
        for (const key of copyKeys(article.signature)) columns.copies.add(key, number);
        this.#hashes.push(article.signature);
        const original = article.cutOffOf === undefined ? undefined : firstLines.get(article.cutOffOf);
        if (original !== undefined && original < number) columns.addCutOff(number, original);
        const { title } = article;
        if (title !== undefined) visitTitleTokens(title, (token) => this.#titles.add(token, number));
      }
      figures += chunk.figures.start.length;
      for (const at of chunk.sentences.line) {
        if (at !== line) passages++;
        line = at;
      }
    }
    columns.figures += figures;
    columns.passages += passages;
    writeFile(this.#files, { path: stamp.path, encoding: stamp.encoding, articles: columns.articles - before, figures, passages });
  }

  #entityOf(run: number): ChunkEntity {
    const entity = this.#lexicon.entities[run];
    if (!entity) return { id: "" };
    return entity.origin === "learned" ? { id: entity.id, learned: entity } : { id: entity.id };
  }

  /** Ends the segment and gives its parts, to be written one behind the other. */
  finish(): Uint8Array[] {
    const parts: Uint8Array[] = [];
    const out = new SegmentOutput((part) => parts.push(part));
    const columns = this.#columns;
    const { entities, hashes, numbers } = this.#entities.ordered();
    const number = (before: number): number => numbers[before] ?? 0;
    out.section("chunkData", (put) => {
      const bytes = this.#chunks.view();
      const starts = this.#chunkStarts.done();
      const chunk = new ByteWriter();
      let at = 0;
      for (let i = 0; i < starts.length; i++) {
        chunk.clear();
        renumberChunk(chunk, bytes.subarray(starts[i], starts[i + 1] ?? bytes.length), number);
        columns.chunkAt.push(at);
        at += chunk.length;
        put(chunk.view());
      }
    });
    out.section("fileData", (put) => put(this.#files.view()));
    const entityAt = growing32();
    out.section("entityData", (put) => {
      const records = new ByteWriter();
      for (const entity of entities) {
        entityAt.push(records.length);
        writeEntity(records, entity);
      }
      put(records.view());
    });
    this.#named.rename((key) => number(key >>> 1) * 2 + (key & 1));
    writeLists(out, "tokenLists", "tokenBlocks", (lists) => this.#tokens.visit((key, found, count) => lists.add(key, found, count, isCut(key))));
    writeLists(out, "entityLists", "entityBlocks", (lists) => this.#named.visit((key, found, count) => lists.add(key, found, count, false)));
    writeLists(out, "titleLists", "titleBlocks", (lists) => this.#titles.visit((key, found, count) => lists.add(key, found, count, false)));
    out.array("entityHash", hashes);
    out.array("entityAt", entityAt.done());
    columns.write(out, (article) => this.#hashes[article] ?? NO_HASHES);
    out.finish({ ...columns.counts, entities: entities.length });
    return parts;
  }
}

const NO_HASHES: CopyHashes = { body: 0, figures: 0, sentences: new Uint32Array(0) };
