// Names that the corpus introduced (施怡君, 禾晟熱控), found in a draft: they stand in the lexicon's table under their own key and
// are not matched in articles, where only what an article itself introduces counts.
import type { Mention } from "./entity.ts";
import type { Lexicon } from "./lexicon.ts";
import { nameKey } from "./nameKey.ts";
import { classAt, HAN } from "./unitClass.ts";
import { isCrossed, wordsAround } from "./wordVeto.ts";

const LONGEST = 8;
/** A name of two characters is too often part of a word. */
const SHORTEST = 3;
/** What one article took for a name with less evidence is not looked for elsewhere. */
const SURE = 0.65;

/** Mentions of learned Han names outside the known ones, by start, none overlapping. Linear: at most eight looks a character, and none where no learned name begins so. */
export function findLearned(text: string, lexicon: Lexicon, known: readonly Mention[]): readonly Mention[] {
  const found: Mention[] = [];
  if (!lexicon.learnedNames) return found;
  let next = 0;
  for (let start = 0; start + SHORTEST <= text.length; start++) {
    while (next < known.length && (known[next] as Mention).end <= start) next++;
    const over = known[next];
    if (over && over.start <= start) {
      start = over.end - 1;
      continue;
    }
    if (classAt(text, start) !== HAN || !lexicon.mayBeLearned(text.charCodeAt(start), text.charCodeAt(start + 1))) continue;
    const limit = Math.min(text.length, start + LONGEST, over ? over.start : Infinity);
    for (let end = limit; end >= start + SHORTEST; end--) {
      const entity = lexicon.numberOf(nameKey(text.slice(start, end)));
      const learned = entity === undefined ? undefined : lexicon.entities[entity];
      if (entity === undefined || learned?.origin !== "learned" || learned.confidence < SURE || isCrossed(wordsAround(text, start, end))) continue;
      found.push({ start, end, entity, confidence: learned.confidence });
      start = end - 1;
      break;
    }
  }
  return found;
}
