// The articles of a chunk as bytes: one record each, its length before it, strings by number in the chunk's pool.
import { hashFolded } from "../../text/hash.ts";
import type { Article, Language, Region } from "../../articles/article.ts";
import type { CopySignature } from "../../articles/copySignature.ts";
import type { ArticleRecord } from "../chunk.ts";
import { dayNumber, isoDay } from "../days.ts";
import type { ByteReader } from "./byteReader.ts";
import { ByteWriter } from "./byteWriter.ts";
import { must } from "./segmentDamaged.ts";

// the numbers are part of the format
const LANGUAGES: readonly Language[] = ["zh-Hant", "zh-Hans", "en", "mixed"];
const REGIONS: readonly Region[] = ["TW", "HK", "CN", "INTL"];

/** What a record holds; the compiler says when an article gets a field that is not here. */
type Kept = "id" | "firstLine" | "lastLine" | "titleLine" | "title" | "publisher" | "author" | "date" | "url" | "language" | "region" | "wording" | "firstSentence" | "endSentence" | "signature" | "cutOffOf";
type Forgotten = Exclude<keyof ArticleRecord, Kept> | Exclude<keyof CopySignature, "body" | "figures" | "sentences" | "first" | "title"> | Exclude<keyof NonNullable<Article["date"]>, "day" | "inferred">;
const nothingForgotten: [Forgotten] extends [never] ? true : never = true;

const TITLE_LINE = 1;
const TITLE = 2;
const PUBLISHER = 4;
const AUTHOR = 8;
const DATE = 16;
const INFERRED = 32;
/** The date is no day of the calendar and kept as it was read. */
const DATE_IN_WORDS = 64;
const URL = 128;
const ID_IS_URL = 256;
const CUT_OFF = 512;
/** The headline's hash is not that of the headline. */
const OTHER_TITLE_HASH = 1024;
/** The first sentence's hash is none of the sentences'. */
const OTHER_FIRST = 2048;

const record = new ByteWriter();

/** Writes the articles of a chunk whose first line is `firstLine`, 0-based; `number` gives a string its number in the pool. */
export function writeArticles(out: ByteWriter, articles: readonly ArticleRecord[], firstLine: number, number: (text: string) => number): void {
  let line = firstLine;
  let sentence = 0;
  for (const article of articles) {
    const { signature, date } = article;
    const day = date && dayNumber(date.day);
    const inWords = date !== undefined && (day === undefined || isoDay(day) !== date.day);
    const first = signature.sentences.indexOf(signature.first);
    const flags =
      (article.titleLine === undefined ? 0 : TITLE_LINE) |
      (article.title === undefined ? 0 : TITLE) |
      (article.publisher === undefined ? 0 : PUBLISHER) |
      (article.author === undefined ? 0 : AUTHOR) |
      (date ? DATE : 0) |
      (date?.inferred ? INFERRED : 0) |
      (inWords ? DATE_IN_WORDS : 0) |
      (article.url === undefined ? 0 : URL) |
      (article.url === article.id ? ID_IS_URL : 0) |
      (article.cutOffOf === undefined ? 0 : CUT_OFF) |
      (signature.title === titleHash(article.title) ? 0 : OTHER_TITLE_HASH) |
      (first < 0 ? OTHER_FIRST : 0);
    record.clear();
    record.double(signature.body);
    record.double(signature.figures);
    record.varint(signature.sentences.length);
    record.bytes(new Uint8Array(signature.sentences.buffer, signature.sentences.byteOffset, signature.sentences.byteLength));
    record.varint(flags);
    record.varint(LANGUAGES.indexOf(article.language) | (REGIONS.indexOf(article.region) << 2) | (REGIONS.indexOf(article.wording) << 4));
    record.signed(article.firstLine - line);
    record.signed(article.lastLine - article.firstLine);
    record.signed(article.firstSentence - sentence);
    record.signed(article.endSentence - article.firstSentence);
    if (article.titleLine !== undefined) record.signed(article.titleLine - article.firstLine);
    if (article.title !== undefined) record.varint(number(article.title));
    if (article.publisher !== undefined) record.varint(number(article.publisher));
    if (article.author !== undefined) record.varint(number(article.author));
    if (date) {
      if (inWords) record.varint(number(date.day));
      else record.signed(day ?? 0);
    }
    if (article.url !== undefined) record.varint(number(article.url));
    if (article.url !== article.id) record.varint(number(article.id));
    if (article.cutOffOf !== undefined) record.signed(article.cutOffOf - article.firstLine);
    if (flags & OTHER_TITLE_HASH) record.double(signature.title);
    if (first < 0) record.double(signature.first);
    else record.varint(first);
    out.varint(record.length);
    out.bytes(record.view());
    line = article.lastLine;
    sentence = article.endSentence;
  }
}

const titleHash = (title: string | undefined): number => (title === undefined ? 0 : hashFolded(title));

function readSentences(from: ByteReader): Uint32Array {
  const count = from.varint();
  must(count * 4 <= from.left, "an article's sentences in a segment end too early");
  const { bytes } = from;
  let { at } = from;
  const sentences = new Uint32Array(count);
  for (let i = 0; i < count; i++, at += 4)
    sentences[i] = (bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16) | ((bytes[at + 3] as number) << 24);
  from.at = at;
  return sentences;
}

/** What copies are compared by. */
export type CopyHashes = Pick<CopySignature, "body" | "figures" | "sentences">;

/** The hashes of one article, the others skipped. */
export function readCopyHashes(from: ByteReader, row: number): CopyHashes {
  for (let i = 0; i < row; i++) from.take(from.varint());
  const one = from.part(from.varint());
  return { body: one.double(), figures: one.double(), sentences: readSentences(one) };
}

/** Reads `count` articles. */
export function readArticles(from: ByteReader, count: number, firstLine: number, strings: readonly string[]): ArticleRecord[] {
  must(count <= from.left, "the articles of a chunk end too early");
  let line = firstLine;
  let sentence = 0;
  const text = (number: number): string => {
    const found = strings[number];
    must(found !== undefined, "an article of a segment names an unknown string");
    return found;
  };
  const articles: ArticleRecord[] = [];
  for (let i = 0; i < count; i++) {
    const one = from.part(from.varint());
    const body = one.double();
    const figures = one.double();
    const sentences = readSentences(one);
    const flags = one.varint();
    const codes = one.varint();
    const language = LANGUAGES[codes & 3];
    const region = REGIONS[(codes >> 2) & 3];
    const wording = REGIONS[codes >> 4];
    must(language !== undefined && region !== undefined && wording !== undefined, "an article of a segment is of an unknown region");
    const firstOne = line + one.signed();
    const lastLine = firstOne + one.signed();
    const firstSentence = sentence + one.signed();
    const endSentence = firstSentence + one.signed();
    const titleLine = flags & TITLE_LINE ? { titleLine: firstOne + one.signed() } : undefined;
    const title = flags & TITLE ? text(one.varint()) : undefined;
    const publisher = flags & PUBLISHER ? { publisher: text(one.varint()) } : undefined;
    const author = flags & AUTHOR ? { author: text(one.varint()) } : undefined;
    const date = flags & DATE ? { date: { day: flags & DATE_IN_WORDS ? text(one.varint()) : dayOf(one.signed()), inferred: (flags & INFERRED) > 0 } } : undefined;
    const url = flags & URL ? text(one.varint()) : undefined;
    const id = flags & ID_IS_URL ? (url ?? "") : text(one.varint());
    const cutOffOf = flags & CUT_OFF ? { cutOffOf: firstOne + one.signed() } : undefined;
    const titled = flags & OTHER_TITLE_HASH ? one.double() : titleHash(title);
    const first = flags & OTHER_FIRST ? one.double() : (sentences[one.varint()] ?? 0);
    articles.push({
      id,
      firstLine: firstOne,
      lastLine,
      ...titleLine,
      ...(title === undefined ? undefined : { title }),
      ...publisher,
      ...author,
      ...date,
      ...(url === undefined ? undefined : { url }),
      language,
      region,
      wording,
      firstSentence,
      endSentence,
      signature: { body, figures, sentences, first, title: titled },
      ...cutOffOf,
    });
    line = lastLine;
    sentence = endSentence;
  }
  return articles;
}

function dayOf(day: number): string {
  must(Math.abs(day) < 100_000_000, "an article of a segment has no day of the calendar");
  return isoDay(day);
}

void nothingForgotten;
