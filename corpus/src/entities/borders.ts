// Where a name may begin and end, and which spelling of it counts: Latin names only at the borders of Latin words (but at
// any Han character), acronyms only in capitals, spaces left out or put in only where a writer would.
import { foldTable } from "../text/fold.ts";
import type { NameEntry } from "./nameTable.ts";
import { classAt, DIGIT, HAN, isUpper, JOINER, LATIN, unitClasses } from "./unitClass.ts";

/** Behind digits these make a date or an amount of their own: `Gartner3月`, `Nvidia20%`. */
const COUNTED =
  /^[0-9０-９][0-9０-９.,，]{0,12}\s?[年月日号號億亿萬万兆元美港季個个%％家名人次點点倍成大位款項项只隻檔档歲岁週周天小時]/;

/** No Latin word or number runs on over the ends of [start, end). */
export function bordersAgree(text: string, start: number, end: number): boolean {
  const first = unitClasses[text.charCodeAt(start)] as number;
  const last = unitClasses[text.charCodeAt(end - 1)] as number;
  const before = classAt(text, start - 1);
  const after = classAt(text, end);
  if (first === LATIN && (before === LATIN || (before === DIGIT && end - start < 4))) return false;
  if (
    first === DIGIT &&
    (before === DIGIT || before === LATIN || (isPoint(text, start - 1) && classAt(text, start - 2) === DIGIT))
  )
    return false;
  if (last === LATIN) {
    if (after === LATIN) return isPlural(text, end);
    if (after === DIGIT) return COUNTED.test(text.slice(end, end + 18));
    if (text.charCodeAt(end) === 0x24 || text.charCodeAt(end) === 0xff04) return false;
  }
  if (last === DIGIT) {
    if (after === DIGIT) return false;
    if (after === LATIN) return isPlural(text, end);
    if (isPoint(text, end) && classAt(text, end + 1) === DIGIT) return false;
  }
  return true;
}

const isPoint = (text: string, at: number): boolean => text.charCodeAt(at) === 0x2e || text.charCodeAt(at) === 0x2c;
/** `H100s`: a plural of a product ends at its s; a plain word with s is another word. */
const isPlural = (text: string, end: number): boolean =>
  text.charCodeAt(end) === 0x73 &&
  classAt(text, end - 1) === DIGIT &&
  classAt(text, end + 1) !== LATIN &&
  classAt(text, end + 1) !== DIGIT;

/** English words that are also acronyms or names when in capitals. */
const ENGLISH = new Set(
  "us it who all are can may for one key new old now gap arm ford box cat fit hp mad aim ace sun air bus car era ice pan tim ups win well best next post sea star target square oracle shell visa chase block match snap zoom slack unity apple amazon meta alphabet intuit progressive prudential sprint orange boss guess express gold coach fossil".split(
    " ",
  ),
);

/** The spelling at [start, end) is one of the entry's: case, and the signs put in or left out. */
export function formAgrees(text: string, start: number, end: number, entry: NameEntry, joined: boolean): boolean {
  if (
    (unitClasses[text.charCodeAt(start)] as number) === HAN &&
    (unitClasses[text.charCodeAt(end - 1)] as number) === HAN
  )
    return !joined || entry.forms.some((form) => joinersAgree(text, start, end, form));
  return entry.forms.some(
    (form) => caseAgrees(text, start, end, form) && (!joined || joinersAgree(text, start, end, form)),
  );
}

function caseAgrees(text: string, start: number, end: number, form: string): boolean {
  const [letters, capitals, han] = countLetters(text, start, end);
  if (letters === 0 || capitals === letters || han > 0) return true;
  const [formLetters, formCapitals] = countLetters(form, 0, form.length);
  const acronym = formLetters > 1 && formCapitals === formLetters;
  if (capitals > 0) return !acronym || formLetters > 3 || text.slice(start, end) === form;
  if (formCapitals === 0) return true;
  if (letters < 3 || ENGLISH.has(text.slice(start, end))) return false;
  // All in small letters: between Han it can only be meant as the name; in English it must be long enough to be no word.
  const amongHan =
    classAt(text, start - 1) === HAN || classAt(text, end) === HAN || (start === 0 && end === text.length);
  return amongHan || (!acronym && letters >= 5);
}

function countLetters(text: string, start: number, end: number): readonly [number, number, number] {
  let [letters, capitals, han] = [0, 0, 0];
  for (let at = start; at < end; at++) {
    const kind = classAt(text, at);
    if (kind === HAN) han++;
    if (kind !== LATIN) continue;
    letters++;
    if (isUpper(text.charCodeAt(at))) capitals++;
  }
  return [letters, capitals, han];
}

/**
 * The signs in the text stand where the form has some, or where a writer puts them: a space or hyphen beside Han, before a
 * capital or a digit, a full stop behind single letters.
 */
function joinersAgree(text: string, start: number, end: number, form: string): boolean {
  let inForm = 0;
  let letters = 0;
  for (let at = start; at < end; at++) {
    const kind = unitClasses[text.charCodeAt(at)] as number;
    if (kind !== JOINER) {
      while (inForm < form.length && (unitClasses[form.charCodeAt(inForm)] as number) === JOINER) inForm++;
      inForm++;
      letters = kind === LATIN ? letters + 1 : 0;
      continue;
    }
    const formHas = inForm < form.length && (unitClasses[form.charCodeAt(inForm)] as number) === JOINER;
    let next = at + 1;
    while (next < end && (unitClasses[text.charCodeAt(next)] as number) === JOINER) next++;
    const after = text.charCodeAt(next);
    const afterKind = classAt(text, next);
    const sign = foldTable[text.charCodeAt(at)] as number;
    if (sign === 0x2e || text.charCodeAt(at) === 0x2e) {
      if (!formHas && letters > 1) return false;
    } else if (!formHas && !(afterKind === HAN || classAt(text, at - 1) === HAN)) {
      if (!(afterKind === DIGIT || (isUpper(after) && (letters > 1 || sign !== 0x20)))) return false;
    } else if (formHas && afterKind === LATIN && sign === 0x2d && form.charAt(inForm) === "'") return false;
    letters = 0;
    at = next - 1;
  }
  return true;
}
