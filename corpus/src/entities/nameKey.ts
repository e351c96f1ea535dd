// The key of a name: its folded units without the signs that writers put in or leave out (spaces, hyphens, middle dots,
// apostrophes, full stops). Two names with one key are one name to the matcher.
import { foldTable } from "../text/fold.ts";
import { HAN, JOINER, LATIN, unitClasses } from "./unitClass.ts";

/** `Open AI`, `OpenAI` and `ＯＰＥＮＡＩ` give `openai`; 黃仁勳 and 黄仁勋 give one key. Empty for a name of signs only. */
export function nameKey(name: string): string {
  let key = "";
  let kept = 0;
  for (let at = 0; at < name.length; at++) {
    const unit = name.charCodeAt(at);
    const joiner = unitClasses[unit] === JOINER;
    const folded = foldTable[unit] as number;
    if (folded === unit && !joiner) continue;
    if (kept < at) key += name.slice(kept, at);
    if (!joiner) key += String.fromCharCode(folded);
    kept = at + 1;
  }
  return kept === 0 ? name : kept < name.length ? key + name.slice(kept) : key;
}

const every = (name: string, kind: number): boolean => {
  for (let at = 0; at < name.length; at++) if (unitClasses[name.charCodeAt(at)] !== kind) return false;
  return name.length > 0;
};

/** The name is written in Han characters alone. */
export const isHanName = (name: string): boolean => every(name, HAN);

/** The name holds a Latin letter and no Han character. */
export function isLatinName(name: string): boolean {
  let latin = false;
  for (let at = 0; at < name.length; at++) {
    const kind = unitClasses[name.charCodeAt(at)];
    if (kind === HAN) return false;
    if (kind === LATIN) latin = true;
  }
  return latin;
}
