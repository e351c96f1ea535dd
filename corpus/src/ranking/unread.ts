// What the words that nothing could read make of a figure: perhaps they are a company that no table knows, then a figure whose
// article does not hold them is not its; perhaps the short form of a name (建行 of 建設銀行), then other companies' are not.
import { allNames } from "../entities/lexicon.ts";
import { visitTokens } from "../index/tokens.ts";
import { lineLength, lineStart } from "../index/indexedChunk.ts";
import type { Store } from "../index/store.ts";
import type { FigureAt } from "../index/figureAt.ts";
import { fold } from "../text/fold.ts";

/** How much of an article is looked through. */
const READ = 4000;

/** The tokens of each unread word. */
export type UnreadWords = readonly { readonly word: string; readonly tokens: ReadonlySet<number> }[];

export function unreadWordsOf(words: readonly string[]): UnreadWords {
  return words.map((word) => {
    const tokens = new Set<number>();
    visitTokens(word, 0, word.length, (token) => tokens.add(token));
    return { word: fold(word), tokens };
  });
}

/** Whether the beginning of the figure's article holds at least half of the pairs of one of the words. */
export function holdsUnread(words: UnreadWords, { chunk, article, line }: FigureAt): boolean {
  const first = lineStart(chunk, article ? article.firstLine - 1 : line);
  const last = article ? article.lastLine - 1 : line;
  const end = Math.min(first + READ, lineStart(chunk, last) + lineLength(chunk, last));
  const found = new Set<number>();
  visitTokens(chunk.text, first, end, (token) => found.add(token));
  return standsIn(words, (token) => found.has(token));
}

/** Whether at least half of the pairs of one of the words are among some tokens. */
export const standsIn = (words: UnreadWords, has: (token: number) => boolean): boolean =>
  words.some(({ tokens }) => [...tokens].filter(has).length * 2 >= tokens.size);

/** Whether one of the words is a short form of a name of the entity: its characters in their order, the first one first. */
export function isShortFor(index: Store, words: UnreadWords, entity: number): boolean {
  const known = index.lexicon.entities[entity];
  if (!known) return false;
  const names = allNames(known).map((name) => fold(name));
  return words.some(({ word }) => names.some((name) => name.charAt(0) === word.charAt(0) && isWithin(word, name)));
}

function isWithin(word: string, name: string): boolean {
  let at = -1;
  for (const unit of word) {
    at = name.indexOf(unit, at + 1);
    if (at < 0) return false;
  }
  return true;
}
