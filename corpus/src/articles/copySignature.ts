// What is kept of an article to know its copies by: hashes of its folded body, of each sentence, of its figures in their
// order. White space, script, the headline and the closing publisher do not count.
import { foldTable } from "../text/fold.ts";
import { isSpace } from "../text/han.ts";
import { hashFolded, hashInto, hashNumber, hashUnit, newHash } from "../text/hash.ts";
import { visitSentences } from "../text/sentences.ts";
import type { Article } from "./article.ts";
import { closingPublisher } from "./feed/closing.ts";

export interface CopySignature {
  /** 53-bit hash of the folded body; of headline and body where the body is too short to tell articles apart. */
  readonly body: number;
  /** 53-bit hash of the figures in their order. */
  readonly figures: number;
  /** 32-bit hashes of the sentences, ascending, each once; none for a short body. */
  readonly sentences: Uint32Array;
  /** The first sentence's hash, and the headline's (0 without one). */
  readonly first: number;
  readonly title: number;
}

/** Bodies shorter than this are alike by chance. */
const SHORT = 40;

const NUMERAL = new Uint8Array(65536);
for (const unit of "0123456789〇零一二兩三四五六七八九十百千萬億兆半成%‰")
  NUMERAL[foldTable[unit.charCodeAt(0)] ?? 0] = 1;

/** Every run of digits and numerals with the unit behind it, so that 570億美元 and 570億元 differ. */
function figuresHash(text: string): number {
  const state = newHash();
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const unit = foldTable[text.charCodeAt(i)] ?? 0;
    if (NUMERAL[unit] || (inside && unit === 0x2e)) {
      hashUnit(state, unit);
      inside = true;
    } else if (inside && unit !== 0x2c && !isSpace(unit)) {
      hashUnit(state, unit);
      hashUnit(state, 0xffff);
      inside = false;
    }
  }
  return hashNumber(state);
}

const hash32 = (text: string, start: number, end: number): number => hashFolded(text, start, end) % 0x100000000;

/** The signature of an article. Linear in its text. */
export function copySignature(article: Article): CopySignature {
  const body = article.passages.filter(({ kind }) => kind !== "title").map(({ text }) => text);
  const last = body.at(-1);
  const closing = last === undefined ? undefined : closingPublisher(last);
  if (last !== undefined && closing) body[body.length - 1] = last.slice(0, closing.start);
  const text = body.join(" ");
  const sentences: number[] = [];
  visitSentences(text, 0, text.length, (start, end) => sentences.push(hash32(text, start, end)));
  const title = article.title === undefined ? 0 : hashFolded(article.title);
  const state = newHash();
  hashInto(state, text);
  if (text.length < SHORT && article.title !== undefined) hashInto(state, article.title);
  return {
    body: hashNumber(state),
    figures: figuresHash(text),
    sentences: text.length < SHORT ? new Uint32Array(0) : Uint32Array.from(new Set(sentences)).sort(),
    first: sentences[0] ?? 0,
    title,
  };
}
