// The words of an article as a card shows them: a stretch of the sentence around a span, the span in bold, and where it
// comes from.
import type { ArticleRecord } from "../index/chunk.ts";
import { articleOf, lineStart, offsetsOf } from "../index/indexedChunk.ts";
import type { IndexedChunk } from "../index/store.ts";
import type { Desk } from "./desk.ts";
import { escapeMarkdown, link } from "./escape.ts";

/** Units shown before and behind the span. */
const BEFORE = 56;
const BEHIND = 56;

export interface ExcerptSpan {
  readonly chunk: IndexedChunk;
  /** Row of the sentence in the chunk. */
  readonly row: number;
  /** UTF-16 columns of the line, end exclusive. */
  readonly start: number;
  readonly end: number;
}

const trimStart = (text: string): string => text.replace(/^[\s，,。、；;：:！!？?）)」』]+/, "");

/** Never between the halves of a surrogate pair. */
const whole = (text: string, at: number): number => ((text.charCodeAt(at) & 0xfc00) === 0xdc00 ? at - 1 : at);

/** Markdown: `…words before **the span** words behind…`, escaped. */
export function excerpt({ chunk, row, start, end }: ExcerptSpan): string {
  const [from, to] = offsetsOf(chunk, row);
  const line = lineStart(chunk, chunk.sentences.line[row] ?? 0);
  const left = whole(chunk.text, Math.max(from, line + start - BEFORE));
  const right = whole(chunk.text, Math.min(to, line + end + BEHIND));
  const before = trimStart(plain(chunk.text.slice(left, line + start)));
  const behind = plain(chunk.text.slice(line + end, right)).trimEnd();
  return `${left > from ? "…" : ""}${escapeMarkdown(before)}**${escapeMarkdown(plain(chunk.text.slice(line + start, line + end)).trim())}**${escapeMarkdown(behind)}${right < to ? "…" : ""}`;
}

/** The Markdown marks of an article's line say nothing in a card. */
const plain = (text: string): string => text.replace(/\*\*|__|`|^\s*(?:[#>]+|[-*+])\s+/g, "");

const FIRST = 28;

/** Publisher and date of an article, `≥` before an inferred date; its title where no publisher is known. `undated` in the reader's language. */
export function provenance(article: ArticleRecord | undefined, { path }: Pick<IndexedChunk, "path">, undated = "undated"): string {
  const name = article?.publisher ?? article?.title ?? path.slice(path.lastIndexOf("/") + 1);
  const short = name.length > FIRST ? `${name.slice(0, whole(name, FIRST))}…` : name;
  const date = article?.date ? `${article.date.inferred ? "≥ " : ""}${article.date.day}` : undated;
  return `${short}, ${date}`;
}

/** A link to a span of a file: publisher and date, opening with the words selected. */
export const sourceLink = (desk: Desk, { chunk, row, start, end }: ExcerptSpan): string => {
  const line = (chunk.sentences.line[row] ?? 0) + 1;
  return link(provenance(articleOf(chunk, row), chunk, desk.messages.undated), `${desk.uriOf(chunk.path)}#L${line},${start + 1}-L${line},${end + 1}`);
};
