// An article as the finders see it: its texts, what is known in them, how often a string stands in it, and where a name
// that ends or begins at a place most likely begins or ends.
import { fold } from "../../text/fold.ts";
import type { EntityType, Mention } from "../entity.ts";
import type { Scan } from "../findMentions.ts";
import type { Lexicon } from "../lexicon.ts";
import { classAt, HAN } from "../unitClass.ts";
import { isCrossed, isOrdinaryWord, wordsAround } from "../wordVeto.ts";
import { mayBegin, mayEnd, pairMarks } from "./marks.ts";
import {
  BEFORE_NAME,
  BEHIND_NAME,
  DOTTED,
  FUNCTION,
  GENERIC,
  IN_GIVEN_NAMES,
  SPEAKS,
  SURNAMES,
  TITLES,
  TRANSLITERATION,
} from "./words.ts";

/** A name that a finder proposes. */
export interface Proposal {
  readonly name: string;
  readonly type: EntityType | undefined;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: string;
  /** Another name of the same thing: the other side of a gloss, the full form of a short one. */
  readonly same?: string;
  /** The number of the known entity that the name is another name of. */
  readonly entity?: number;
}

export interface ArticleView {
  readonly scans: readonly Scan[];
  readonly folded: readonly string[];
  readonly known: readonly (readonly Mention[])[];
  readonly lexicon: Lexicon;
  /** How often a string stands in the article; counting stops at 50. */
  readonly count: (name: string) => number;
}

const COUNTED = 50;

export function viewArticle(
  scans: readonly Scan[],
  known: readonly (readonly Mention[])[],
  lexicon: Lexicon,
): ArticleView {
  const folded = scans.map((scan) => scan.folded);
  const whole = folded.join("\n");
  const counts = new Map<string, number>();
  const count = (name: string): number => {
    const key = fold(name);
    const before = counts.get(key);
    if (before !== undefined) return before;
    let total = 0;
    for (let at = whole.indexOf(key); at >= 0 && total < COUNTED; at = whole.indexOf(key, at + key.length)) total++;
    counts.set(key, total);
    return total;
  };
  return { scans, folded, known, lexicon, count };
}

/** The known mention that covers or touches a place from the left: ends at `at`. */
export const knownEndingAt = (mentions: readonly Mention[], at: number): Mention | undefined => {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((mentions[middle] as Mention).end < at) low = middle + 1;
    else high = middle;
  }
  return mentions[low]?.end === at ? mentions[low] : undefined;
};

/** A mention that overlaps [start, end). */
export function knownOver(mentions: readonly Mention[], start: number, end: number): Mention | undefined {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((mentions[middle] as Mention).end <= start) low = middle + 1;
    else high = middle;
  }
  const mention = mentions[low];
  return mention && mention.start < end ? mention : undefined;
}

const LAST_PAIRS = pairMarks([TITLES, BEFORE_NAME], "last");
const FIRST_PAIRS = pairMarks([TITLES, BEHIND_NAME], "first");

/**
 * How surely a name begins at `start`: 3 behind a sign or at the line's start, 2.5 behind a title, 2
 * behind a word that introduces, 0 inside.
 */
export function beginsAt(folded: string, start: number): number {
  if (classAt(folded, start - 1) !== HAN) return 3;
  if (FUNCTION.has(folded.charAt(start - 1))) return 2;
  if (!mayEnd(LAST_PAIRS, folded, start)) return 0;
  for (let length = 2; length <= 4; length++) {
    const word = folded.slice(Math.max(0, start - length), start);
    if (TITLES.has(word)) return 2.5;
    if (BEFORE_NAME.has(word)) return 2;
  }
  return 0;
}

/** How surely a name ends at `end`, likewise. */
export function endsAt(folded: string, end: number): number {
  if (classAt(folded, end) !== HAN) return 3;
  if (FUNCTION.has(folded.charAt(end))) return 2;
  if (!mayBegin(FIRST_PAIRS, folded, end)) return 0;
  for (let length = 2; length <= 4; length++) {
    const word = folded.slice(end, end + length);
    if (BEHIND_NAME.has(word) || TITLES.has(word)) return 2;
  }
  return 0;
}

const holdsFunction = (name: string): boolean => {
  for (let at = 0; at < name.length; at++) if (FUNCTION.has(name.charAt(at))) return true;
  return false;
};

/** A string that reads like a coined name: the word list does not know it as words. */
export function isCoined(name: string): boolean {
  const folded = fold(name);
  let transliterated = 0;
  for (const unit of folded) if (TRANSLITERATION.has(unit)) transliterated++;
  if (transliterated === folded.length && folded.length >= 3) return true;
  return !isOrdinaryWord(name);
}

/** A word that ends before a name begins, or a title, stands inside [start, end): 放行輝達. */
function holdsVerb(folded: string, start: number, end: number): boolean {
  for (let at = start + 2; at + 1 < end; at++)
    for (let length = 3; length <= 5 && mayEnd(LAST_PAIRS, folded, at); length++)
      if (TITLES.has(folded.slice(Math.max(start, at - length), at))) return true;
  for (let at = start; at + 2 < end; at++) {
    if (!mayEnd(LAST_PAIRS, folded, at + 2)) continue;
    const word = folded.slice(at, at + 2);
    if (BEFORE_NAME.has(word) && !GENERIC.has(word)) return true;
  }
  return false;
}

/**
 * The start of the Han name that ends at `end` (2 to `longest` units), undefined if none stands out. Weighs the border
 * before it, how often it stands in the article by itself, and whether an ordinary word runs over its start.
 */
export function startOfName(view: ArticleView, passage: number, end: number, longest = 8): number | undefined {
  const text = view.scans[passage]?.text ?? "";
  const folded = view.folded[passage] ?? "";
  let best: number | undefined;
  let bestScore = 2;
  for (let length = 2; length <= longest; length++) {
    const start = end - length;
    if (classAt(text, start) !== HAN || knownOver(view.known[passage] ?? [], start, start + 1)) break;
    const name = text.slice(start, end);
    if (holdsFunction(folded.slice(start, end))) break;
    const border = beginsAt(folded, start);
    const count = view.count(name);
    const longer = classAt(text, start - 1) === HAN ? view.count(text.slice(start - 1, end)) : 0;
    // A string that stands in many places with ever other characters before it is a name by itself.
    const free = count > (length > 2 ? 1 : 2) && longer * 2 <= count && !isOrdinaryWord(name);
    let score = border + (free ? 3 : 0) + (count > 1 && longer < count ? 1 : 0) + Math.min(4, length) * 0.25;
    if (border === 3) score += length > 6 ? -1.5 : 1.5;
    if (holdsVerb(folded, start, end)) score -= 3;
    if (border < 2.5 && isCrossed(wordsAround(text, start, Math.min(end, start + 2)))) score -= 2;
    if (score > bestScore) {
      bestScore = score;
      best = start;
    }
    if (border === 3) break;
  }
  return best;
}

/** No ordinary word is made of the name's units, and none runs over its end: 議員林思銘提案. */
const standsFree = (text: string, start: number, end: number): boolean =>
  !isOrdinaryWord(text.slice(start, start + 2)) &&
  !isOrdinaryWord(text.slice(start + 1, end)) &&
  wordsAround(text, end - 2, end) === "free";

/** The end of the person's name in Han that begins at `start`, undefined if no name stands there. */
export function endOfPerson(view: ArticleView, passage: number, start: number): number | undefined {
  const text = view.scans[passage]?.text ?? "";
  const folded = view.folded[passage] ?? "";
  if (classAt(text, start) !== HAN || FUNCTION.has(folded.charAt(start))) return undefined;
  const compound = SURNAMES.has(folded.slice(start, start + 2));
  const surname = compound || SURNAMES.has(folded.charAt(start));
  if (BEHIND_NAME.has(folded.slice(start, start + 2)) || TITLES.has(folded.slice(start, start + 2))) return undefined;
  // 謝邱安儀: a married name, two surnames before a given name of two.
  const married = !compound && surname && SURNAMES.has(folded.charAt(start + 1));
  let best: number | undefined;
  let bestScore = surname ? 2.4 : 2.9;
  for (let length = 2; length <= 5; length++) {
    const end = start + length;
    if (classAt(text, end - 1) !== HAN) break;
    // 陳有忠, 劉可正: in a given name such a character is one of two, and a border follows.
    if (
      FUNCTION.has(folded.charAt(end - 1)) &&
      !(
        surname &&
        IN_GIVEN_NAMES.has(folded.charAt(end - 1)) &&
        length < 4 &&
        (length === 2 || endsAt(folded, end) > 0)
      )
    )
      break;
    if (length === 2 && FUNCTION.has(folded.charAt(end - 1))) continue;
    const name = text.slice(start, end);
    let transliterated = 0;
    for (let at = start; at < end; at++) if (DOTTED.has(folded.charAt(at))) transliterated++;
    const border = endsAt(folded, end);
    const count = view.count(name);
    const longer = view.count(text.slice(start, end + 1));
    let score = border + (count > 1 && longer < count ? 1.5 : 0) + (transliterated === length ? 1 : 0);
    if (married && length === 4 && (border > 0 || folded.charAt(end) === "料")) score += 1.6;
    else if (surname)
      score += length === (compound ? 4 : 3) ? 1 : length === 2 ? 0.3 : transliterated === length ? 0 : -1;
    else if (transliterated * 2 < length) score -= 2;
    else if (transliterated < length - 1) score -= 1;
    if (surname && length === 3 && border === 0 && transliterated < length && standsFree(text, start, end))
      score += 1.5;
    // 王青預計: two characters are enough where they speak.
    if (surname && length === 2 && (SPEAKS.has(folded.slice(end, end + 2)) || SPEAKS.has(folded.charAt(end))))
      score += 0.3;
    if (isOrdinaryWord(name)) score -= 3;
    if (border < 3 && wordsAround(text, Math.max(start, end - 2), end) === "crossed") score -= 1;
    if (score > bestScore) {
      bestScore = score;
      best = end;
    }
    if (border === 3) break;
  }
  return best;
}
