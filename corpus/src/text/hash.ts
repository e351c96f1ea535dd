// A hash of text that folds as it goes and passes over white space: equal for two scrapes of one text in either script.
import { foldTable } from "./fold.ts";
import { isSpace } from "./han.ts";

/** Two 32-bit lanes; feed it with `hashInto`, read it with `hashNumber` or `hashName`. */
export interface HashState {
  a: number;
  b: number;
}

export const newHash = (): HashState => ({ a: 0x811c9dc5 | 0, b: 0x5bd1e995 | 0 });

/** One code unit, as it is. */
export function hashUnit(state: HashState, unit: number): void {
  state.a = Math.imul(state.a ^ unit, 0x01000193);
  state.b = Math.imul(state.b ^ unit ^ (state.b >>> 15), 0x85ebca6b);
}

/** The folded units of text from `start` to `end`, white space left out. */
export function hashInto(state: HashState, text: string, start = 0, end = text.length): void {
  let { a, b } = state;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (isSpace(unit)) continue;
    const folded = foldTable[unit] ?? unit;
    a = Math.imul(a ^ folded, 0x01000193);
    b = Math.imul(b ^ folded ^ (b >>> 15), 0x85ebca6b);
  }
  state.a = a;
  state.b = b;
}

const mixed = (value: number): number => {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
};

/** 53 bits, a whole number. */
export const hashNumber = (state: HashState): number =>
  (mixed(state.a ^ Math.imul(state.b, 31)) & 0x1fffff) * 0x100000000 + mixed(state.b);

/** Thirteen characters of a–z and 0–9. */
export const hashName = (state: HashState): string =>
  (mixed(state.a).toString(36).padStart(7, "0") + mixed(state.b).toString(36).padStart(7, "0")).slice(0, 13);

/** The 53-bit hash of a folded text without its white space. */
export function hashFolded(text: string, start = 0, end = text.length): number {
  const state = newHash();
  hashInto(state, text, start, end);
  return hashNumber(state);
}
