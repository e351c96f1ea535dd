// Firms and offices by their suffix (國信證券, 布魯金斯研究所), and what a suffix says about a name's type.
import { fold } from "../../text/fold.ts";
import type { EntityType } from "../entity.ts";
import { classAt, HAN } from "../unitClass.ts";
import { isOrdinaryWord } from "../wordVeto.ts";
import { type ArticleView, beginsAt, endsAt, knownOver, type Proposal } from "./article.ts";
import { isLatinPerson } from "./persons.ts";
import { BEFORE_NAME, FUNCTION, GENERIC, LATIN_SUFFIXES, SUFFIXES, TRANSLITERATION } from "./words.ts";

const LONGEST_CORE = 8;

/** The suffix that a Han name ends with, the longest one. */
function suffixOf(folded: string): readonly [string, EntityType, boolean] | undefined {
  let best: readonly [string, EntityType, boolean] | undefined;
  for (const suffix of SUFFIXES) if (folded.length > suffix[0].length && folded.endsWith(suffix[0]) && suffix[0].length > (best?.[0].length ?? 0)) best = suffix;
  return best;
}

/** The type that a Han name's suffix gives it; undefined where the rest is no name (科技公司). */
export function typeOfHan(name: string): EntityType | undefined {
  const folded = fold(name);
  const suffix = suffixOf(folded);
  return suffix && !isGeneric(folded.slice(0, -suffix[0].length)) ? suffix[1] : undefined;
}

/** The type of a Latin name by its last word or, for a person, by the given name. */
export function typeOfLatin(words: readonly string[]): EntityType | undefined {
  if (isLatinPerson(words)) return "person";
  return words.length > 1 ? LATIN_SUFFIXES.get((words[words.length - 1] ?? "").replace(/\.$/, "")) : undefined;
}

/** The core is made of nothing but words that may stand before any suffix. */
export function isGeneric(core: string): boolean {
  const reach: boolean[] = [true];
  for (let at = 0; at < core.length; at++) {
    if (!reach[at]) continue;
    for (let length = 1; length <= 4 && at + length <= core.length; length++) {
      const part = core.slice(at, at + length);
      if (GENERIC.has(part) || BEFORE_NAME.has(part) || FUNCTION.has(part)) reach[at + length] = true;
    }
  }
  return reach[core.length] === true;
}

const suffixEnds = new Map<string, readonly (readonly [string, EntityType, boolean])[]>();
for (const suffix of SUFFIXES) {
  const last = suffix[0].charAt(suffix[0].length - 1);
  suffixEnds.set(last, [...(suffixEnds.get(last) ?? []), suffix].sort((a, b) => b[0].length - a[0].length));
}

/** Names that end with a suffix and begin at a border; the core must read like a name. */
export function namesBySuffix(view: ArticleView): readonly Proposal[] {
  const found: Proposal[] = [];
  view.folded.forEach((folded, passage) => {
    for (let at = 0; at < folded.length; at++) {
      const candidates = suffixEnds.get(folded.charAt(at));
      if (candidates === undefined) continue;
      const suffix = candidates.find(([word]) => at + 1 > word.length && folded.startsWith(word, at + 1 - word.length));
      if (!suffix) continue;
      const proposal = nameBefore(view, passage, at + 1, suffix);
      if (proposal) found.push(proposal);
    }
  });
  return found;
}

function nameBefore(view: ArticleView, passage: number, end: number, [suffix, type, strong]: readonly [string, EntityType, boolean]): Proposal | undefined {
  const text = view.scans[passage]?.text ?? "";
  const folded = view.folded[passage] ?? "";
  const known = view.known[passage] ?? [];
  // 國信證券公司: the longer suffix decides, the shorter one is inside it.
  if (classAt(text, end) === HAN && startsSuffix(folded, end)) return undefined;
  const coreEnd = end - suffix.length;
  let best: Proposal | undefined;
  let bestScore = strong ? 3 : 4;
  if (suffix.length === 1 && type !== "place") return undefined;
  const runsOn = endsAt(folded, end) === 0 ? 1.5 : 0;
  for (let length = 1; length <= LONGEST_CORE; length++) {
    const start = coreEnd - length;
    if (start < 0 || classAt(text, start) !== HAN || FUNCTION.has(folded.charAt(start))) break;
    if (length === 1) continue;
    const core = folded.slice(start, coreEnd);
    if (isGeneric(core) || knownOver(known, start, end)) continue;
    const border = beginsAt(folded, start);
    if (border === 0) continue;
    const name = text.slice(start, end);
    const coined = !isOrdinaryWord(text.slice(start, coreEnd)) && !isGeneric(core.slice(0, 2)) && !isGeneric(core.slice(-2));
    const transliterated = length >= 3 && [...core].every((unit) => TRANSLITERATION.has(unit));
    const count = view.count(name);
    const score = border + (coined ? 1 : -1) + (transliterated ? 1.5 : 0) + (count > 1 ? 1 : 0) - (length > 5 ? 1 : 0) - runsOn - (type === "place" && !transliterated ? 3 : 0);
    if (score <= bestScore) continue;
    bestScore = score;
    best = { name, type, confidence: Math.min(0.9, 0.5 + score * 0.06), reason: "suffix" };
  }
  return best;
}

const startsSuffix = (folded: string, at: number): boolean =>
  SUFFIXES.some(([word]) => word.length > 1 && folded.startsWith(word, at));
