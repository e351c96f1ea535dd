// Folding maps each UTF-16 code unit to the representative of its class, always one to one, so that offsets never move:
// script (OpenCC's classes), width, case, odd spaces, middle dots, quotes, dashes. For equality only, never for display.
import classes from "tickmark:fold-classes";

const SAME: readonly string[] = [
  " \t\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
  "·‧・•･∙⋅",
  "\"“”„‟「」『』〝〞＂",
  "'‘’‚‛＇",
  "-‐‑‒–—―−─－",
  "~～〜∼",
  ",，﹐",
  ":：﹕",
  ";；﹔",
  "(（",
  ")）",
  "<《〈",
  ">》〉",
];

function makeTable(): Uint16Array {
  const table = new Uint16Array(65536);
  for (let unit = 0; unit < 65536; unit++) table[unit] = unit;
  for (let unit = 0xff01; unit <= 0xff5e; unit++) table[unit] = unit - 0xfee0;
  for (const same of SAME) for (const unit of same) table[unit.charCodeAt(0)] = same.charCodeAt(0);
  for (const same of classes.split(" ")) for (const unit of same) table[unit.charCodeAt(0)] = same.charCodeAt(0);
  for (let unit = 0; unit < 65536; unit++) {
    const folded = table[unit] as number;
    const lower = String.fromCharCode(folded).toLowerCase();
    if (lower.length === 1) table[unit] = table[lower.charCodeAt(0)] as number;
  }
  return table;
}

/** The class of each of the 65,536 code units. */
export const foldTable: Uint16Array = makeTable();

/** The class of one code unit. */
export const foldUnit = (unit: number): number => foldTable[unit] as number;

const CHUNK = 8192;
/** Up to here a text is put together from the runs that folding leaves as they are, a longer one from its units. */
const SHORT = 12;
const units: number[] = [];

/** The folded text, unit by unit: the same length as `text`. */
export function fold(text: string): string {
  if (text.length <= SHORT) return foldShort(text);
  let folded = "";
  for (let start = 0; start < text.length; start += CHUNK) {
    units.length = Math.min(CHUNK, text.length - start);
    for (let i = 0; i < units.length; i++) units[i] = foldTable[text.charCodeAt(start + i)] as number;
    folded += String.fromCharCode.apply(null, units);
  }
  return folded;
}

function foldShort(text: string): string {
  let folded = "";
  let kept = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const to = foldTable[unit] as number;
    if (to === unit) continue;
    folded += text.slice(kept, i) + String.fromCharCode(to);
    kept = i + 1;
  }
  return kept === 0 ? text : folded + text.slice(kept);
}
