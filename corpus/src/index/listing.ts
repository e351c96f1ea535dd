// Under what a chunk's sentences are listed: the one place that decides it, for the index in memory and the segments on disk.
import type { Chunk } from "./chunk.ts";
import { familyValue, kindFamily, KINDS } from "./codes.ts";
import { offsetsOf, type Lined } from "./indexedChunk.ts";
import type { TermFinder } from "./store.ts";
import { termToken, valueToken, visitTokens } from "./tokens.ts";

/** Rows come ascending; the same visit may come more than once for one row. */
export interface ListingVisitor {
  /** A pair of Han characters, a Latin word, a term or a value in the sentence. */
  token(row: number, token: number): void;
  /** A local entity that the sentence names, or that a figure of it has as its first subject. */
  entity(row: number, entity: number): void;
  /** A local entity of which a figure of the sentence tells a metric. */
  subject(row: number, entity: number): void;
}

/** Visits all under which the sentences of a chunk are listed. Whose entity stands for a ticker's is the caller's to decide. */
export function visitListing(chunk: Chunk & Lined, terms: TermFinder, visitor: ListingVisitor): void {
  const { text, sentences, figures, mentions } = chunk;
  let row = 0;
  const token = (code: number): void => visitor.token(row, code);
  const term = (number: number): void => visitor.token(row, termToken(number));
  for (; row < sentences.line.length; row++) {
    const [start, end] = offsetsOf(chunk, row);
    visitTokens(text, start, end, token);
    terms.visit(text, start, end, term);
    for (let i = sentences.mentions[row] ?? 0; i < (sentences.mentions[row + 1] ?? 0); i++) visitor.entity(row, mentions.entity[i] ?? 0);
    for (let i = sentences.figures[row] ?? 0; i < (sentences.figures[row + 1] ?? 0); i++) {
      const kind = KINDS[figures.kind[i] ?? 0] ?? "other";
      const family = kindFamily(kind);
      const low = familyValue(kind, figures.low[i] ?? 0);
      const high = familyValue(kind, figures.high[i] ?? 0);
      token(valueToken(family, low));
      if (high !== low) token(valueToken(family, high));
      const subject = figures.subject[i] ?? 0;
      if (!subject) continue;
      visitor.entity(row, subject - 1);
      if (figures.metric[i]) visitor.subject(row, subject - 1);
    }
  }
}
