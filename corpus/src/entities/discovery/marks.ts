// Tables of one look: which units or pairs of units can begin or end a word of a list. They rule out almost every place of a
// text before a string is cut out of it and hashed.

/** Hash of two neighbouring units; collisions only cost a closer look. */
const pairAt = (folded: string, at: number): number =>
  ((folded.charCodeAt(at) * 31) ^ folded.charCodeAt(at + 1)) & 0xffff;

/** The places of a text whose unit is marked, in order. */
export function markedPlaces(folded: string, marks: Uint8Array): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < folded.length; at++) if (marks[folded.charCodeAt(at)] === 1) places.push(at);
  return places;
}

/** Marks of the units at one end of words. */
export function unitMarks(words: Iterable<string>, side: "first" | "last"): Uint8Array {
  const marks = new Uint8Array(65536);
  for (const word of words) marks[word.charCodeAt(side === "first" ? 0 : word.length - 1)] = 1;
  return marks;
}

/** Marks of the two units at one end of the words of several lists; words of one unit are not in it. */
export function pairMarks(lists: readonly Iterable<string>[], side: "first" | "last"): Uint8Array {
  const marks = new Uint8Array(65536);
  for (const words of lists)
    for (const word of words) if (word.length > 1) marks[pairAt(word, side === "first" ? 0 : word.length - 2)] = 1;
  return marks;
}

/** Whether a marked word of two units or more may begin at `at`. */
export const mayBegin = (marks: Uint8Array, folded: string, at: number): boolean => marks[pairAt(folded, at)] === 1;

/** Whether a marked word of two units or more may end at `at`. */
export const mayEnd = (marks: Uint8Array, folded: string, at: number): boolean => marks[pairAt(folded, at - 2)] === 1;
