// The telling terms of a piece of text, as numbers: Latin words and pairs of Han characters without the little words. Used
// to see whether a headline belongs to the text behind it, and where the subject of a feed changes.
import { foldTable } from "../../text/fold.ts";
import { isHan, isLatinLetter } from "../../text/han.ts";

const LITTLE_WORDS =
  "的了在是和與与及而也都就這这那有為为以於于被將将會会能可不我你他她它們们上下中來来去到說说對对從从向並并或但因所其之等個个一二三四五六七八九十百千萬万億亿兆年月日時时已再還还更最很只則则此該该些讓让使把給给出過过後后前如何什麼么者";
const LITTLE = new Uint8Array(65536);
for (const unit of LITTLE_WORDS) LITTLE[foldTable[unit.charCodeAt(0)] ?? 0] = 1;

/** 1 for Latin letters, 2 for Han characters that are no little words, by the folded unit. */
const SORT = new Uint8Array(65536);
for (let unit = 0; unit < 65536; unit++) SORT[unit] = isLatinLetter(unit) ? 1 : isHan(unit) && !LITTLE[unit] ? 2 : 0;

/** Visits the terms of the first `limit` units of `text`, as often as they stand there. */
export function visitTerms(text: string, limit: number, visit: (term: number) => void): void {
  const end = Math.min(text.length, limit);
  let previous = 0;
  for (let i = 0; i < end; i++) {
    const unit = foldTable[text.charCodeAt(i)] as number;
    const sort = SORT[unit];
    if (sort === 2) {
      if (previous) visit(((previous & 0x7fff) << 16) | unit);
      previous = unit;
    } else if (sort === 1) {
      let hash = 7;
      const start = i;
      for (; i < end; i++) {
        const letter = foldTable[text.charCodeAt(i)] as number;
        if (SORT[letter] !== 1) break;
        hash = Math.imul(hash ^ letter, 0x01000193);
      }
      if (i - start > 1) visit((hash | 0x80000000) >>> 0);
      previous = 0;
      i--;
    } else previous = 0;
  }
}

export function termsOf(text: string, limit = 4000): Set<number> {
  const terms = new Set<number>();
  visitTerms(text, limit, (term) => terms.add(term));
  return terms;
}

/** How many of the first set's terms the second holds. */
export function sharedTerms(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let count = 0;
  for (const term of a) if (b.has(term)) count++;
  return count;
}

/**
 * Whether a text turns to something else than the one before it: what its headline begins with stands at the head of its
 * own body and nowhere before. Sections of one article seldom take up their heading so.
 */
export function turnsFrom(before: string, headline: string, body: string): boolean {
  const subject = /^[^\u3400-\u9fffA-Za-z]{0,12}([\u3400-\u9fff]{2}|[A-Za-z]{3,12})/.exec(headline)?.[1];
  return subject !== undefined && body.slice(0, 60).includes(subject) && !before.includes(subject);
}
