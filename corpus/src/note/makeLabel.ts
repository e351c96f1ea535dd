// The label of a citation: four characters of a–z and 2–9 from a hash of file and quote, so that the same citation gets the
// same label in every note.
import { quoteKey } from "./quoteKey.ts";

const LETTERS = "abcdefghijklmnopqrstuvwxyz23456789";
const COUNT = LETTERS.length ** 4;

/** FNV-1a over UTF-16 units with the finish of MurmurHash3, 32 bits. */
function hash(text: string, seed: number): number {
  let h = (0x811c9dc5 ^ seed) >>> 0;
  for (let at = 0; at < text.length; at++) h = Math.imul(h ^ text.charCodeAt(at), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const letters = (value: number): string =>
  Array.from({ length: 4 }, (_, i) => LETTERS[Math.floor(value / LETTERS.length ** i) % LETTERS.length] ?? "a").join(
    "",
  );

/** Whether a label means this very citation, another one, or nothing yet. */
export type LabelUse = (label: string) => "same" | "other" | undefined;

/**
 * A label for a quote of a file (its decoded path): the one whose definition is there already, else the first free one.
 * Full-width replacements and script make no difference.
 */
export function makeLabel(path: string, quote: string, use: LabelUse): string {
  const name = `${path.normalize("NFC")}\n${quoteKey(quote).key}`;
  for (let seed = 0; seed < 64; seed++) {
    const label = letters(hash(name, seed) % COUNT);
    if (use(label) !== "other") return label;
  }
  for (let value = 0; value < COUNT; value++) if (use(letters(value)) === undefined) return letters(value);
  return letters(hash(name, 0) % COUNT);
}
