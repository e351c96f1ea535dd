// A chunk as bytes: first the entities it names, by their numbers in the segment, which change when segments are merged; then all
// the rest, which does not. Read back by decodeChunk.
import { NO_DAY, type Chunk, type FigureColumns, type MentionColumns, type SentenceColumns } from "../chunk.ts";
import { writeArticles } from "./articleRecords.ts";
import { ByteReader } from "./byteReader.ts";
import { ByteWriter, zigzag } from "./byteWriter.ts";
import { writeDouble } from "./doubles.ts";
import { writeInts } from "./ints.ts";
import { writeTexts } from "./texts.ts";
import { writeTuples } from "./tuples.ts";

const part = new ByteWriter();

/** Writes a chunk; `entities` are the segment's numbers of its local entities. */
export function encodeChunk(out: ByteWriter, chunk: Chunk, entities: ArrayLike<number>): void {
  out.varint(chunk.entities.length);
  for (let i = 0; i < chunk.entities.length; i++) out.varint(entities[i] ?? 0);
  out.varint(chunk.firstLine);
  out.signed(chunk.endLine - chunk.firstLine);
  out.varint(chunk.start);
  out.signed(chunk.end - chunk.start);
  const more: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    const number = chunk.strings.length + more.length;
    more.push(text);
    numbers.set(text, number);
    return number;
  };
  part.clear();
  writeArticles(part, chunk.articles, chunk.firstLine, numberOf);
  out.varint(chunk.articles.length);
  out.varint(part.length);
  out.bytes(part.view());
  part.clear();
  writeTexts(part, [...chunk.strings, ...more]);
  out.varint(chunk.strings.length);
  out.varint(more.length);
  out.varint(part.length);
  out.bytes(part.view());
  out.varint(chunk.sentences.line.length);
  out.varint(chunk.figures.start.length);
  out.varint(chunk.mentions.start.length);
  writeSentences(out, chunk);
  writeFigures(out, chunk.figures, chunk.sentences);
  writeMentions(out, chunk.mentions, chunk.sentences);
}

/** Whether the sentences say nothing of articles that the articles do not say of them. */
function followsArticles({ articles, sentences }: Chunk): boolean {
  let row = 0;
  for (let article = 0; article < articles.length; article++)
    for (; row < (articles[article]?.endSentence ?? 0); row++) if (sentences.article[row] !== article) return false;
  return row === sentences.article.length;
}

/** Numbers of either sign as they are if none is negative; the reader is told which. */
function writeSigned(out: ByteWriter, values: readonly number[], bounded = false): void {
  const negative = values.some((value) => value < 0);
  out.byte(negative ? 1 : 0);
  writeInts(out, negative ? values.map(zigzag) : values, values.length, bounded);
}

const differences = (values: ArrayLike<number>, before: number): number[] => Array.from(values, (value, i) => value - (i ? (values[i - 1] as number) : before));

function writeSentences(out: ByteWriter, chunk: Chunk): void {
  const { article, line, start, end, figures, mentions } = chunk.sentences;
  const follows = followsArticles(chunk);
  out.byte(follows ? 1 : 0);
  if (!follows) writeSigned(out, differences(article, 0));
  writeSigned(out, differences(line, chunk.firstLine));
  writeSigned(out, Array.from(start, (at, i) => at - (i && line[i] === line[i - 1] ? (end[i - 1] as number) : 0)));
  writeSigned(out, Array.from(end, (at, i) => at - (start[i] as number)), true);
  writeSigned(out, differences(figures, 0));
  writeSigned(out, differences(mentions, 0));
}

/** Starts as distances from the end of the row before in the same sentence, from the sentence's start for its first row. */
function distances(rows: Uint32Array, sentenceStarts: Uint32Array, start: Uint32Array, end: Uint32Array): number[] {
  const found = Array.from(start);
  for (let sentence = 0; sentence < sentenceStarts.length; sentence++) {
    const first = rows[sentence] as number;
    for (let row = first; row < (rows[sentence + 1] as number); row++) found[row] = (start[row] as number) - (row > first ? (end[row - 1] as number) : (sentenceStarts[sentence] as number));
  }
  return found;
}

function writeFigures(out: ByteWriter, figures: FigureColumns, sentences: SentenceColumns): void {
  const { start, end, kind, unit, flags, metric, subject, second, low, high, from, to, calendarFrom, calendarTo, period, scope, asOf, attribution } = figures;
  writeSigned(out, distances(sentences.figures, sentences.start, start, end));
  writeSigned(out, Array.from(end, (at, i) => at - (start[i] as number)), true);
  writeTuples(out, [kind, unit, flags], start.length);
  writeTuples(out, [metric], start.length);
  const base = Array.from(from, (day) => (day === NO_DAY ? 0 : day));
  const relative = (days: Int32Array): number[] => Array.from(days, (day, i) => (day === NO_DAY ? 0 : zigzag(day - (base[i] as number)) + 1));
  const days = Array.from(from, (day) => (day === NO_DAY ? 0 : zigzag(day) + 1));
  writeTuples(out, [days, relative(to), relative(calendarFrom), relative(calendarTo), period], start.length);
  for (const column of [subject, second, scope, asOf, attribution]) writeInts(out, column);
  const ranges = Array.from(high, (value, i) => (Object.is(value, low[i]) ? 0 : 1));
  writeInts(out, ranges);
  for (const value of low) writeDouble(out, value);
  for (const [i, value] of high.entries()) if (ranges[i]) writeDouble(out, value);
}

function writeMentions(out: ByteWriter, { start, end, entity }: MentionColumns, sentences: SentenceColumns): void {
  writeSigned(out, distances(sentences.mentions, sentences.start, start, end));
  writeSigned(out, Array.from(end, (at, i) => at - (start[i] as number)), true);
  writeInts(out, entity);
}

/** Writes an encoded chunk again for a segment where entities have other numbers. */
export function renumberChunk(out: ByteWriter, bytes: Uint8Array, entity: (number: number) => number): void {
  const from = new ByteReader(bytes);
  const count = from.varint();
  out.varint(count);
  for (let i = 0; i < count; i++) out.varint(entity(from.varint()));
  out.bytes(bytes.subarray(from.at));
}
