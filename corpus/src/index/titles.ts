// Titles by what is typed of them: under which tokens a title is listed, which tokens a query asks for, and whether a title holds it. A
// Latin word is found by its beginning, Han characters by pairs.
import { fold } from "../text/fold.ts";
import { visitTokens } from "./tokens.ts";

/** Beginnings of words are told apart up to this many units. */
const BEGINNING = 8;

const WORD = /[a-z\u00e0-\u024f][a-z0-9\u00e0-\u024f]+/g;

const hash = (word: string): number => {
  let at = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) at = Math.imul(at ^ word.charCodeAt(i), 0x01000193);
  return (at >>> 2) & 0x3fffffff;
};

const visitPairs = (text: string, visit: (token: number) => void): void =>
  visitTokens(text, 0, text.length, (token) => {
    if (isPair(token)) visit(token);
  });

const isHan = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff;
const isPair = (token: number): boolean => isHan(token >>> 16) && isHan(token & 0xffff);

/** The tokens under which a title is listed. */
export function visitTitleTokens(title: string, visit: (token: number) => void): void {
  visitPairs(title, visit);
  for (const [word] of fold(title).matchAll(WORD)) for (let end = 2; end <= Math.min(word.length, BEGINNING); end++) visit(hash(word.slice(0, end)));
}

/** The tokens that every title which holds what was typed is listed under; none for a single letter or character. */
export function titleQuery(typed: string): readonly number[] {
  const tokens = new Set<number>();
  visitPairs(typed, (token) => tokens.add(token));
  for (const [word] of fold(typed).matchAll(WORD)) tokens.add(hash(word.slice(0, BEGINNING)));
  return [...tokens];
}

/** Whether a title holds what was typed, in either script, where no Latin word is cut in front. */
export function titleHolds(title: string, typed: string): boolean {
  const text = fold(title);
  const wanted = fold(typed);
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) if (!/[a-z0-9\u00e0-\u024f]$/.test(text.slice(Math.max(0, at - 1), at)) || !/^[a-z0-9\u00e0-\u024f]/.test(wanted)) return true;
  return false;
}
