// Words near a figure that say what it is: sets of them, looked for in a bounded window of the clause.
import { fold } from "../text/fold.ts";

type WordsByUnit = ReadonlyMap<number, readonly string[]>;

/** Words by their first and by their last unit, the longest first. */
export interface Cues {
  readonly byFirst: WordsByUnit;
  readonly byLast: WordsByUnit;
}

/** A set of words, parted by spaces (`_` for a space inside one), in either script. */
export function cuesOf(words: string): Cues {
  const [byFirst, byLast] = [new Map<number, string[]>(), new Map<number, string[]>()];
  const list = (cues: Map<number, string[]>, unit: number, word: string): void => {
    const known = cues.get(unit);
    if (known) known.push(word);
    else cues.set(unit, [word]);
  };
  for (const written of words.split(" ").filter(Boolean)) {
    const word = fold(written.replaceAll("_", " "));
    list(byFirst, word.charCodeAt(0), word);
    list(byLast, word.charCodeAt(word.length - 1), word);
  }
  for (const cues of [byFirst, byLast])
    for (const known of cues.values()) if (known.length > 1) known.sort((a, b) => b.length - a.length);
  return { byFirst, byLast };
}

/** The words of a set, in no order. */
export const wordsOf = ({ byFirst }: Cues): readonly string[] => [...byFirst.values()].flat();

const BREAKS = new Set([...'，,。；;！!？?、：:()「」"《》'].map((mark) => fold(mark).charCodeAt(0)));
const HARD_BREAKS = new Set([..."，,。；;！!？?"].map((mark) => fold(mark).charCodeAt(0)));

/** The start of the clause that holds `at`, at most `reach` units back. Brackets, colons and 、 break too, unless `wide`. */
export function clauseStart(folded: string, at: number, reach: number, wide = false): number {
  const breaks = wide ? HARD_BREAKS : BREAKS;
  let start = at;
  const least = Math.max(0, at - reach);
  while (start > least) {
    const unit = folded.charCodeAt(start - 1);
    // A comma between digits belongs to a number.
    if (breaks.has(unit) && !(unit === 0x2c && isDigit(folded, start) && isDigit(folded, start - 2))) break;
    start--;
  }
  return start;
}

const isDigit = (folded: string, at: number): boolean => {
  const unit = folded.charCodeAt(at);
  return unit >= 0x30 && unit <= 0x39;
};

/** The word of `cues` that begins at `at`. */
export function cueAt(folded: string, at: number, cues: Cues): string | undefined {
  const words = cues.byFirst.get(folded.charCodeAt(at));
  if (words === undefined) return undefined;
  for (const word of words) if (word.length === 1 || folded.startsWith(word, at)) return word;
  return undefined;
}

/** The offset of the last cue that begins in [from, to), or −1. */
export function lastCue(folded: string, from: number, to: number, cues: Cues): number {
  for (let at = to - 1; at >= from; at--) if (cueAt(folded, at, cues)) return at;
  return -1;
}

/** The offset of the first cue that begins in [from, to), or −1. */
export function firstCue(folded: string, from: number, to: number, cues: Cues): number {
  for (let at = from; at < to; at++) if (cueAt(folded, at, cues)) return at;
  return -1;
}

/** The word of `cues` that ends just before `at`. `longest` bounds its length. */
export function cueBefore(folded: string, at: number, cues: Cues, longest = 6): string | undefined {
  if (at <= 0) return undefined;
  const words = cues.byLast.get(folded.charCodeAt(at - 1));
  if (words === undefined) return undefined;
  for (const word of words)
    if (word.length <= longest && word.length <= at && folded.startsWith(word, at - word.length)) return word;
  return undefined;
}

const sets = new Map<string, ReadonlySet<number>>();

/** Whether one of `characters` (in either script) stands at `at`. Meant for constants: the set is made once. */
export function oneOf(folded: string, at: number, characters: string): boolean {
  let set = sets.get(characters);
  if (!set) sets.set(characters, (set = new Set([...fold(characters)].map((character) => character.charCodeAt(0)))));
  return set.has(folded.charCodeAt(at));
}

const lists = new Map<string, Cues>();

/** Whether one of `words` (parted by spaces, in either script) begins at `at`. Meant for constants. */
export function starts(folded: string, at: number, words: string): boolean {
  let cues = lists.get(words);
  if (!cues) lists.set(words, (cues = cuesOf(words)));
  return cueAt(folded, at, cues) !== undefined;
}

/** Whether one of `words` ends just before `at`. Meant for constants. */
export function endsWith(folded: string, at: number, words: string): boolean {
  let cues = lists.get(words);
  if (!cues) lists.set(words, (cues = cuesOf(words)));
  return cueBefore(folded, at, cues) !== undefined;
}
