// Bytes to a chunk: gives exactly what encodeChunk was given. The bytes may be damaged: every count is held against what is left of
// them before anything is allocated, and what makes no sense throws SegmentDamaged.
import { NO_DAY, type ArticleRecord, type Chunk, type ChunkEntity, type FigureColumns, type MentionColumns, type SentenceColumns } from "../chunk.ts";
import { readArticles, readCopyHashes, type CopyHashes } from "./articleRecords.ts";
import { ByteReader } from "./byteReader.ts";
import { unzigzag } from "./byteWriter.ts";
import { readDouble } from "./doubles.ts";
import { readInts } from "./ints.ts";
import { must } from "./segmentDamaged.ts";
import { readTexts } from "./texts.ts";
import { readTuples } from "./tuples.ts";

/** The segment's numbers of the entities that a chunk names, by its local ones. */
export function readEntityNumbers(from: ByteReader): Uint32Array {
  const count = from.varint();
  must(count <= from.left, "the entities of a chunk end too early");
  const numbers = new Uint32Array(count);
  for (let i = 0; i < count; i++) numbers[i] = from.varint();
  return numbers;
}

const skipEntities = (from: ByteReader): void => {
  for (let i = from.varint(); i > 0; i--) from.varint();
};

interface Head {
  readonly firstLine: number;
  readonly endLine: number;
  readonly start: number;
  readonly end: number;
}

function readHead(from: ByteReader): Head {
  const firstLine = from.varint();
  const endLine = firstLine + from.signed();
  const start = from.varint();
  return { firstLine, endLine, start, end: start + from.signed() };
}

/** The articles with the chunk's strings: the reader stands behind both. */
function readRecords(from: ByteReader, firstLine: number): { readonly articles: ArticleRecord[]; readonly strings: string[] } {
  const count = from.varint();
  const records = from.part(from.varint());
  const strings = from.varint();
  const more = from.varint();
  const pool = readTexts(from.part(from.varint()), strings + more);
  const articles = readArticles(records, count, firstLine, pool);
  pool.length = strings;
  return { articles, strings: pool };
}

/** Only the articles of a chunk. */
export function decodeArticles(bytes: Uint8Array): readonly ArticleRecord[] {
  const from = new ByteReader(bytes);
  skipEntities(from);
  return readRecords(from, readHead(from).firstLine).articles;
}

/** Only what one article's copies are known by. */
export function decodeCopyHashes(bytes: Uint8Array, row: number): CopyHashes {
  const from = new ByteReader(bytes);
  skipEntities(from);
  readHead(from);
  must(row < from.varint(), "a chunk of a segment has fewer articles than its table says");
  return readCopyHashes(from.part(from.varint()), row);
}

export interface DecodedChunk {
  readonly chunk: Chunk;
  /** The segment's numbers of its entities, by the local ones. */
  readonly entityNumbers: Uint32Array;
}

/** A whole chunk; `entityOf` gives the segment's entities by number, when the chunk's are first looked at. */
export function decodeChunk(bytes: Uint8Array, entityOf: (number: number) => ChunkEntity): DecodedChunk {
  const from = new ByteReader(bytes);
  const numbers = readEntityNumbers(from);
  let entities: readonly ChunkEntity[] | undefined;
  const head = readHead(from);
  const { articles, strings } = readRecords(from, head.firstLine);
  const sentenceCount = from.varint();
  const figureCount = from.varint();
  const mentionCount = from.varint();
  // each takes at least a bit (see `bounded` in ints.ts)
  must(Math.max(sentenceCount, figureCount, mentionCount) <= 8 * from.left, "a chunk of a segment has more rows than bytes");
  // columns share one buffer: small typed arrays of their own cost more than filling them
  const columns = new Columns(6 * sentenceCount + 2 + 16 * figureCount + 3 * mentionCount);
  const sentences = readSentences(from, columns, sentenceCount, head.firstLine, articles, figureCount, mentionCount);
  const figures = readFigures(from, columns, figureCount, sentences);
  const mentions = readMentions(from, columns, mentionCount, sentences);
  const chunk: Chunk = {
    ...head,
    articles,
    // read when first asked for: who knows the entities by their numbers needs none of them
    get entities() {
      return (entities ??= Array.from(numbers, (number) => entityOf(number)));
    },
    strings,
    sentences,
    figures,
    mentions,
  };
  return { chunk, entityNumbers: numbers };
}

class Columns {
  readonly #buffer: ArrayBuffer;
  #at = 0;

  constructor(words: number) {
    this.#buffer = new ArrayBuffer(words * 4);
  }

  column(length: number): Uint32Array {
    const column = new Uint32Array(this.#buffer, this.#at, length);
    this.#at += length * 4;
    return column;
  }

  days(length: number): Int32Array {
    const column = new Int32Array(this.#buffer, this.#at, length);
    this.#at += length * 4;
    return column;
  }
}

/** Numbers that writeSigned wrote, as they are, into words that wrap below zero: differences from them come out right again. */
function readSigned(from: ByteReader, into: Uint32Array, count: number): void {
  const negative = from.byte();
  readInts(from, into, count);
  if (negative) for (let i = 0; i < count; i++) into[i] = unzigzag(into[i] as number);
}

function addUp(values: Uint32Array, before: number): void {
  let sum = before;
  for (let i = 0; i < values.length; i++) values[i] = sum = (sum + (values[i] as number)) >>> 0;
}

/** Throws unless the rows of the sentences ascend and stay within their table. */
function mustBeRows(rows: Uint32Array, count: number): void {
  let before = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    must(row >= before && row <= count, "the sentences of a chunk point outside its columns");
    before = row;
  }
}

function readSentences(from: ByteReader, columns: Columns, count: number, firstLine: number, articles: readonly ArticleRecord[], figureCount: number, mentionCount: number): SentenceColumns {
  const article = columns.column(count);
  const line = columns.column(count);
  const start = columns.column(count);
  const end = columns.column(count);
  const figures = columns.column(count + 1);
  const mentions = columns.column(count + 1);
  if (from.byte()) {
    let row = 0;
    for (const [number, { endSentence }] of articles.entries()) for (; row < endSentence && row < count; row++) article[row] = number;
    must(row === count, "the articles of a chunk do not hold all its sentences");
  } else {
    readSigned(from, article, count);
    addUp(article, 0);
  }
  readSigned(from, line, count);
  addUp(line, firstLine);
  readSigned(from, start, count);
  readSigned(from, end, count);
  for (let i = 0; i < count; i++) {
    if (i && line[i] === line[i - 1]) start[i] = (start[i] as number) + (end[i - 1] as number);
    end[i] = (end[i] as number) + (start[i] as number);
  }
  readSigned(from, figures, count + 1);
  addUp(figures, 0);
  mustBeRows(figures, figureCount);
  readSigned(from, mentions, count + 1);
  addUp(mentions, 0);
  mustBeRows(mentions, mentionCount);
  return { article, line, start, end, figures, mentions };
}

/** Starts and ends of figures or mentions from distances and lengths, in place. */
function place(rows: Uint32Array, sentenceStarts: Uint32Array, start: Uint32Array, end: Uint32Array): void {
  const free = rows.length ? (rows[0] as number) : start.length;
  for (let row = 0; row < free; row++) end[row] = (end[row] as number) + (start[row] as number);
  for (let sentence = 0; sentence < sentenceStarts.length; sentence++) {
    let at = sentenceStarts[sentence] as number;
    const behind = rows[sentence + 1] as number;
    for (let row = rows[sentence] as number; row < behind; row++) {
      start[row] = (start[row] as number) + at;
      at = end[row] = (end[row] as number) + (start[row] as number);
    }
  }
  for (let row = Math.max(free, rows.at(-1) ?? 0); row < start.length; row++) end[row] = (end[row] as number) + (start[row] as number);
}

function readFigures(from: ByteReader, columns: Columns, count: number, sentences: SentenceColumns): FigureColumns {
  const start = columns.column(count);
  const end = columns.column(count);
  readSigned(from, start, count);
  readSigned(from, end, count);
  place(sentences.figures, sentences.start, start, end);
  const rows = columns.column(count);
  const kind = new Uint8Array(count);
  const unit = columns.column(count);
  const flags = columns.column(count);
  const [kinds, units, flagsOf] = readTuples(from, 3, count, rows) as readonly [Float64Array, Float64Array, Float64Array];
  for (let i = 0; i < count; i++) {
    const row = rows[i] as number;
    must(row < kinds.length, "a figure of a segment has an unknown form");
    kind[i] = kinds[row] as number;
    unit[i] = units[row] as number;
    flags[i] = flagsOf[row] as number;
  }
  const metric = columns.column(count);
  const [metrics] = readTuples(from, 1, count, rows) as readonly [Float64Array];
  for (let i = 0; i < count; i++) metric[i] = metrics[rows[i] as number] ?? 0;
  const [from_, to_, calendarFrom_, calendarTo_, periods] = readTuples(from, 5, count, rows) as readonly [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const first = columns.days(count);
  const to = columns.days(count);
  const calendarFrom = columns.days(count);
  const calendarTo = columns.days(count);
  const period = columns.column(count);
  for (let i = 0; i < count; i++) {
    const row = rows[i] as number;
    must(row < periods.length, "a figure of a segment has an unknown period");
    const day = from_[row] as number;
    const base = day ? unzigzag(day - 1) : 0;
    first[i] = day ? base : NO_DAY;
    to[i] = dayBehind(base, to_[row] as number);
    calendarFrom[i] = dayBehind(base, calendarFrom_[row] as number);
    calendarTo[i] = dayBehind(base, calendarTo_[row] as number);
    period[i] = periods[row] as number;
  }
  const [subject, second, scope, asOf, attribution] = [columns.column(count), columns.column(count), columns.column(count), columns.column(count), columns.column(count)];
  for (const column of [subject, second, scope, asOf, attribution]) readInts(from, column, count);
  readInts(from, rows, count);
  const low = new Float64Array(count);
  for (let i = 0; i < count; i++) low[i] = readDouble(from);
  const high = low.slice();
  for (let i = 0; i < count; i++) if (rows[i]) high[i] = readDouble(from);
  return { start, end, kind, low, high, unit, flags, metric, subject, second, from: first, to, calendarFrom, calendarTo, period, scope, asOf, attribution };
}

const dayBehind = (base: number, code: number): number => (code ? base + unzigzag(code - 1) : NO_DAY);

function readMentions(from: ByteReader, columns: Columns, count: number, sentences: SentenceColumns): MentionColumns {
  const start = columns.column(count);
  const end = columns.column(count);
  const entity = columns.column(count);
  readSigned(from, start, count);
  readSigned(from, end, count);
  place(sentences.mentions, sentences.start, start, end);
  readInts(from, entity, count);
  return { start, end, entity };
}
