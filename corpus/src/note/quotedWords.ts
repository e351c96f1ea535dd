// The words between corner brackets, as footnotes and pandoc citations quote them.
import type { Span } from "../text/sentences.ts";

const OPENING = 0x300c;
const CLOSING = 0x300d;

/** The inside of the first 「…」 from `start` on, brackets nested in it included; undefined if none closes before `end`. */
export function quotedWords(text: string, start: number, end: number): Span | undefined {
  const opening = text.indexOf("「", start);
  if (opening < 0 || opening >= end) return undefined;
  for (let at = opening, depth = 0; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === OPENING) depth++;
    else if (unit === CLOSING && --depth === 0) return at > opening + 1 ? { start: opening + 1, end: at } : undefined;
  }
  return undefined;
}
