// Asks the word list behind Intl.Segmenter one thing: does an ordinary word run over the ends of a short Han name (提高通量
// holds 提高, not 高通)? Only ever a veto; no range is taken from it.
import { fold } from "../text/fold.ts";
import { classAt, HAN } from "./unitClass.ts";

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const AROUND = 3;
const KEPT = 20_000;

export type WordVerdict = "free" | "crossed" | "crossedLeft" | "contained";

const verdicts = new Map<string, WordVerdict>();
const words = new Map<string, boolean>();

/** An ordinary word runs over an end of the name. */
export const isCrossed = (verdict: WordVerdict): boolean => verdict === "crossed" || verdict === "crossedLeft";

/** Characters that stand alone or begin and end words so often that a word over a name's end is to be believed. */
const COMMON = new Set(
  fold(
    "和與在是中大上下新高前後對向從及都有也將可能最不美國臺金聯世華富東南北西海人民家力成來信天地長平安太正本全同發開建立明星日月年好友生先進出入元永順合利通達到得手心面頭部分公司多少小老第一二三四五六七八九十百千萬",
  ),
);

/** Whether a word over the end of a name of two units is to be believed although the word list does not know the name. */
export const isCommonUnit = (folded: string): boolean => COMMON.has(folded);

/** The word list holds exactly this word; asked of two to four Han characters. */
export function isOrdinaryWord(word: string): boolean {
  const known = words.get(word);
  if (known !== undefined) return known;
  if (words.size > KEPT) words.clear();
  let parts = 0;
  for (const _ of segmenter.segment(word)) if (++parts > 1) break;
  words.set(word, parts === 1);
  return parts === 1;
}

/**
 * How the ordinary words around the Han name at [start, end) lie: `crossedLeft` if one begins before it and ends inside,
 * `crossed` if one begins inside and ends behind; `contained` if one holds the name and more; else `free`.
 */
export function wordsAround(text: string, start: number, end: number): WordVerdict {
  let from = start;
  while (start - from < AROUND && classAt(text, from - 1) === HAN) from--;
  let to = end;
  while (to - end < AROUND && classAt(text, to) === HAN) to++;
  if (from === start && to === end) return "free";
  const window = text.slice(from, to);
  const key = `${window}${String.fromCharCode(start - from, end - start)}`;
  const known = verdicts.get(key);
  if (known !== undefined) return known;
  if (verdicts.size > KEPT) verdicts.clear();
  const verdict = judge(window, start - from, end - from);
  verdicts.set(key, verdict);
  return verdict;
}

function judge(window: string, start: number, end: number): WordVerdict {
  const segments = segmenter.segment(window);
  const first = segments.containing(start);
  if (!first) return "free";
  const stop = first.index + first.segment.length;
  if (stop >= end) return first.index <= start && stop - first.index > end - start ? "contained" : "free";
  if (first.index < start) return "crossedLeft";
  const last = segments.containing(end - 1);
  return last && last.index + last.segment.length > end ? "crossed" : "free";
}
