// The places of a file that hold a quote word for word: equal by the quote key, and not the middle of a longer number.
import { fold } from "../text/fold.ts";
import { isDigit } from "../text/han.ts";
import { lineEnd } from "../text/lines.ts";
import type { Span } from "../text/sentences.ts";
import type { PlaceHint } from "./citation.ts";
import { endOffsetOfKey, keyIndexOf, offsetOfKey } from "./quoteKey.ts";
import { figuresTouching, type SourceFile } from "./quotePlace.ts";
import type { ArticlePlace, SourceAccess, SourceText } from "./sourceAccess.ts";

/** More places than this are not all compared by distance: the first ones and the nearest are. */
const MOST = 1000;
/** So many of the nearest places are looked into. */
const NEAREST = 32;
/** How far behind its start the end of a text fragment is looked for. */
const FRAGMENT = 2000;

/** What is looked for: the key of a quote, or of its beginning and its end. */
export interface Sought {
  readonly key: string;
  readonly endKey?: string;
}

/** The stretch that a hint names: its line, or the place in it; undefined where the text has no such line. */
export function hintedSpan({ text, lineStarts }: SourceText, hint: PlaceHint | undefined): Span | undefined {
  const start = hint && lineStarts[hint.line - 1];
  if (hint === undefined || start === undefined) return undefined;
  const end = lineEnd(text, lineStarts, hint.line - 1);
  if (hint.column === undefined) return { start, end };
  const at = Math.min(end, start + hint.column - 1);
  return { start: at, end: at };
}

/** The stretch of an article in its file. */
export function articleSpan(
  { text, lineStarts }: SourceText,
  article: Pick<ArticlePlace, "firstLine" | "lastLine">,
): Span {
  const start = article.firstLine === undefined ? 0 : (lineStarts[article.firstLine - 1] ?? text.length);
  const end = article.lastLine === undefined ? text.length : (lineStarts[article.lastLine] ?? text.length);
  return { start, end: Math.max(start, end) };
}

export const distance = (a: Span, b: Span): number => Math.max(0, a.start - b.end, b.start - a.end);

function keyIndexes(haystack: string, needle: string, from: number, to: number, near: number): number[] {
  const found: number[] = [];
  for (
    let at = haystack.indexOf(needle, from);
    at >= 0 && at + needle.length <= to;
    at = haystack.indexOf(needle, at + 1)
  ) {
    found.push(at);
    if (found.length < MOST) continue;
    const back = haystack.lastIndexOf(needle, near);
    const ahead = haystack.indexOf(needle, near);
    for (const one of [back, ahead]) if (one >= from && one + needle.length <= to) found.push(one);
    break;
  }
  return found;
}

/** Digits, numerals and signs of a figure as written: what an edit of its value changes. */
const numberOf = (text: string): string => fold(text).replace(/[^0-9.〇零一二三四五六七八九十百千两兩半\-▼▲負负]/g, "");

/** Whether a stretch begins or ends inside a number, so that the words are there but the number is another. */
export function cutsNumber(file: SourceFile, span: Span, access: SourceAccess): boolean {
  const { text } = file.source;
  const digit = (at: number) => isDigit(text.charCodeAt(at));
  const point = (at: number) => ".,．，".includes(text.charAt(at)) && digit(at - 1) && digit(at + 1);
  for (const at of [span.start, span.end]) if ((digit(at - 1) && digit(at)) || point(at) || point(at - 1)) return true;
  return figuresTouching(file, span, access, true).some(({ start, end }) => {
    if (start >= span.start && end <= span.end) return false;
    const inside = text.slice(Math.max(start, span.start), Math.min(end, span.end));
    return numberOf(inside) !== numberOf(text.slice(start, end));
  });
}

/** The places of the quote within a stretch of the file, nearest to `near` first, at most 32; not where a number merely goes on. */
export function exactPlaces(
  file: SourceFile,
  sought: Sought,
  within: Span,
  near: Span,
  access: SourceAccess,
): readonly Span[] {
  const { key } = file.source;
  if (sought.key === "") return [];
  const from = keyIndexOf(key, within.start);
  const to = keyIndexOf(key, within.end);
  const spans = keyIndexes(key.key, sought.key, from, to, keyIndexOf(key, near.start)).flatMap((at) => {
    let end = at + sought.key.length;
    if (sought.endKey !== undefined) {
      const last = key.key.slice(end, Math.min(to, end + FRAGMENT)).indexOf(sought.endKey);
      if (last < 0) return [];
      end += last + sought.endKey.length;
    }
    return [{ start: offsetOfKey(key, at), end: endOffsetOfKey(key, end) }];
  });
  spans.sort((a, b) => distance(a, near) - distance(b, near));
  return spans.slice(0, NEAREST).filter((span) => !cutsNumber(file, span, access));
}
