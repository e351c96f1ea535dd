// One pass over a text that notes every place where the key of a known name stands, with the fold and the forgiven signs
// (spaces, dots, hyphens) inside the pass. What counts as a mention is decided later, over these few places.
import { foldTable } from "../text/fold.ts";
import { bordersAgree, formAgrees } from "./borders.ts";
import type { Lexicon } from "./lexicon.ts";
import { DIGIT, HAN, JOINER, LATIN, unitClasses } from "./unitClass.ts";

/** A place where a name stands, by the number of its entry. UTF-16 offsets. */
export interface FoundName {
  readonly start: number;
  readonly end: number;
  readonly entry: number;
}

/** The places of names in `text`, by start, the longer before the shorter. Linear: a walk is as long as a name. */
export function scanNames(text: string, lexicon: Lexicon): readonly FoundName[] {
  const { codes, base, check } = lexicon.trie;
  const begins = lexicon.added.empty ? undefined : lexicon.added.begins;
  const found: FoundName[] = [];
  const root = base[0] as number;
  const length = text.length - 1;
  for (let start = 0; start < length; start++) {
    const unit = text.charCodeAt(start);
    const code = codes[unit] as number;
    if (code === 0 && begins === undefined) continue;
    // Most places fail at the second unit: that much is tried here, the rest of the walk costs a call.
    let state = root + code;
    if (code === 0 || check[state] !== 0) state = -1;
    else {
      const second = text.charCodeAt(start + 1);
      const next = codes[second] as number;
      if ((next === 0 || check[(base[state] as number) + next] !== state) && unitClasses[second] !== JOINER) state = -1;
    }
    const added = begins !== undefined && begins[foldTable[unit] as number] === 1;
    if (state < 0 && !added) continue;
    const kind = unitClasses[unit] as number;
    if ((kind === LATIN || kind === DIGIT) && start > 0) {
      const before = unitClasses[text.charCodeAt(start - 1)] as number;
      if (before === LATIN || (before === DIGIT && kind === DIGIT)) continue;
    }
    walk(text, start, state, added, lexicon, found);
  }
  return found;
}

/** Walks both tries from `start`, where `state` is the one after the first unit; adds what it finds, longest first. */
function walk(text: string, start: number, first: number, added: boolean, lexicon: Lexicon, found: FoundName[]): void {
  const { codes, base, check, accept } = lexicon.trie;
  const from = found.length;
  let state = first;
  let other = added ? lexicon.added.step(0, foldTable[text.charCodeAt(start)] as number) : -1;
  let joiners = 0;
  let run = 0;
  let last = unitClasses[text.charCodeAt(start)] as number;
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const kind = unitClasses[unit] as number;
    if (kind === JOINER) {
      if (++run > 2) break;
      joiners++;
      continue;
    }
    // Between two Han characters a middle dot or a hyphen is forgiven, a space is not.
    if (run > 0 && kind === HAN && last === HAN && !joinsHan(text.charCodeAt(at - 1))) break;
    run = 0;
    last = kind;
    if (state >= 0) {
      const code = codes[unit] as number;
      const to = (base[state] as number) + code;
      state = code !== 0 && check[to] === state ? to : -1;
    }
    if (other >= 0) other = lexicon.added.step(other, foldTable[unit] as number);
    if (state < 0 && other < 0) break;
    const ends = state >= 0 ? (accept[state] as number) : 0;
    if (ends > 0) keep(text, start, at + 1, ends - 1, joiners, lexicon, found);
    const endsAdded = other >= 0 ? lexicon.added.accept(other) : 0;
    if (endsAdded > 0 && endsAdded !== ends) keep(text, start, at + 1, endsAdded - 1, joiners, lexicon, found);
  }
  if (found.length - from > 1) found.push(...found.splice(from).reverse());
}

function keep(
  text: string,
  start: number,
  end: number,
  entry: number,
  joiners: number,
  lexicon: Lexicon,
  found: FoundName[],
): void {
  const known = lexicon.nameAt(entry);
  if (!known || !bordersAgree(text, start, end)) return;
  if (known.uses.length && !formAgrees(text, start, end, known, joiners > 0)) return;
  found.push({ start, end, entry });
}

const MIDDLE_DOT = foldTable[0xb7] as number;
const joinsHan = (unit: number): boolean => foldTable[unit] === MIDDLE_DOT || foldTable[unit] === 0x2d;
