// Language, region and wording of an article: by script, regional words, currency words and publisher, over its first and
// last thousands of characters. The region decides what a bare 元 is worth, the wording how names are shown.
import { fold } from "../text/fold.ts";
import { countScripts, type ScriptCounts } from "../text/scripts.ts";
import type { Language, Region } from "./article.ts";
import { ENGLISH, ORIGINS, PUBLISHERS, WORDINGS } from "./regionWords.ts";

export interface Origin {
  readonly language: Language;
  readonly region: Region;
  readonly wording: Region;
}

/** Evidence for each region; higher is surer. */
export type RegionScores = Record<Region, number>;

export const noScores = (): RegionScores => ({ TW: 0, HK: 0, CN: 0, INTL: 0 });

interface Word {
  readonly text: string;
  readonly region: Region;
  readonly weight: number;
  /** It tells the wording, not the origin. */
  readonly wording: boolean;
}

/** Words by their first two units; `pairs` rules nearly all places out before the map is asked. */
interface WordTable {
  readonly words: ReadonlyMap<number, readonly Word[]>;
  readonly pairs: Uint8Array;
}

const pairKey = (first: number, second: number): number => (first << 16) | second;
const pairSlot = (first: number, second: number): number => (Math.imul(first, 31) ^ second) & 0xffff;

type Rows = readonly (readonly [Region, number, string])[];

function tableOf(originRows: Rows, wordingRows: Rows): WordTable {
  const words = new Map<number, Word[]>();
  const pairs = new Uint8Array(65536);
  const add = (rows: Rows, wording: boolean) => {
    for (const [region, weight, names] of rows)
      for (const name of names.split(" ")) {
        const text = name.replaceAll("_", " ");
        // 0 stands for the second unit of a word of one
        const second = text.length > 1 ? text.charCodeAt(1) : 0;
        const key = pairKey(text.charCodeAt(0), second);
        words.set(key, [...(words.get(key) ?? []), { text, region, weight, wording }]);
        pairs[pairSlot(text.charCodeAt(0), second)] = 1;
      }
  };
  add(originRows, false);
  add(wordingRows, true);
  return { words, pairs };
}

const chinese = tableOf(ORIGINS, WORDINGS);
const english = tableOf(ENGLISH, []);

/** Units read at the beginning and at the end. */
const HEAD = 3000;
const TAIL = 800;

/** Adds what the words of `text` say: the first time a word in full, then a third, five times at most. */
function addWords(text: string, { words, pairs }: WordTable, scores: RegionScores, wordings: RegionScores): void {
  const seen = new Map<Word, number>();
  const add = (word: Word) => {
    const times = seen.get(word) ?? 0;
    seen.set(word, times + 1);
    if (times < 5) (word.wording ? wordings : scores)[word.region] += times === 0 ? word.weight : word.weight / 3;
  };
  let second = text.charCodeAt(0);
  for (let i = 0; i < text.length; i++) {
    const first = second;
    second = i + 1 < text.length ? text.charCodeAt(i + 1) : 0xffff;
    if (pairs[pairSlot(first, 0)]) for (const word of words.get(pairKey(first, 0)) ?? []) add(word);
    if (pairs[pairSlot(first, second)])
      for (const word of words.get(pairKey(first, second)) ?? [])
        if (word.text.length === 2 || text.startsWith(word.text, i)) add(word);
  }
}

/** Quotes: “ ” in Traditional text come from the mainland, 「 」 stand in Taiwan and Hong Kong. */
function addQuotes(text: string, scores: RegionScores): void {
  let curly = 0;
  let corner = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x201c) curly++;
    else if (unit === 0x300c) corner++;
  }
  if (curly > corner) scores.CN += Math.min(4, curly * 0.7);
  else if (corner) {
    scores.TW += 0.5;
    scores.HK += 0.5;
  }
}

/** The longest first: 香港經濟日報 is not Taiwan's 經濟日報. */
const publisherNames = (Object.entries(PUBLISHERS) as [Exclude<Region, "INTL">, string][])
  .flatMap(([region, names]) => names.split(" ").map((name) => ({ region, name: fold(name.replaceAll("_", " ")) })))
  .sort((a, b) => b.name.length - a.name.length);

/** Where a publisher is known to be; undefined for the others. */
export function publisherRegion(publisher: string): Region | undefined {
  const known = regions.get(publisher);
  if (known !== undefined) return known ?? undefined;
  const folded = fold(publisher);
  const region = publisherNames.find(({ name }) => folded.includes(name))?.region;
  if (regions.size >= KEPT) regions.clear();
  regions.set(publisher, region ?? null);
  return region;
}

/** Publishers asked for before: a feed names the same ones under all its articles. */
const regions = new Map<string, Region | null>();
const KEPT = 2000;

const languageOf = ({ han, latin, traditional, simplified }: ScriptCounts): Language => {
  if (han * 12 < latin) return "en";
  if (han < latin * 0.4 && latin > 400) return "mixed";
  if (simplified > traditional * 3) return "zh-Hans";
  if (traditional > simplified * 3 || simplified === traditional) return "zh-Hant";
  return "mixed";
};

/** What an article says of its origin, before the doubtful cases are settled by the file around it. */
export interface OriginEvidence {
  readonly language: Language;
  readonly scores: RegionScores;
  readonly wordings: RegionScores;
  readonly simplified: boolean;
}

const BARE_DOLLAR = /(?<![A-Za-z])\$ ?\d/;

/** Reads the evidence of an article: its lines, its publisher, its address. */
export function originEvidence(
  lines: Iterable<string>,
  publisher: string | undefined,
  url: string | undefined,
): OriginEvidence {
  const scores = noScores();
  const wordingScores = noScores();
  let budget = HEAD;
  let last = "";
  const pieces: string[] = [];
  for (const line of lines) {
    last = line;
    if (budget <= 0) continue;
    pieces.push(line.slice(0, budget));
    budget -= line.length + 1;
  }
  if (budget <= 0) pieces.push(last.slice(-TAIL));
  const text = pieces.join("\n");
  const counts = countScripts(text);
  const language = languageOf(counts);
  if (language === "en") {
    addWords(text, english, scores, wordingScores);
    // Who tells HK$ from a bare $ means US dollars by the latter.
    if (text.includes("HK$") && BARE_DOLLAR.test(text)) scores.HK = Math.min(scores.HK, 2);
  } else {
    addWords(text, chinese, scores, wordingScores);
    addQuotes(text, scores);
  }
  const from = publisher === undefined ? undefined : publisherRegion(publisher);
  if (from) scores[from] += 6;
  const host = url === undefined ? undefined : /^https?:\/\/[^/]*?\.(tw|hk|cn)(?:[/:]|$)/.exec(url)?.[1];
  if (host === "tw") scores.TW += 5;
  else if (host === "hk") scores.HK += 5;
  else if (host === "cn") scores.CN += 5;
  return { language, scores, wordings: wordingScores, simplified: counts.simplified > counts.traditional };
}

const CHINESE: readonly Region[] = ["TW", "HK", "CN"];

const strongest = (scores: RegionScores): { readonly region: Region; readonly lead: number } => {
  let region: Region = "TW";
  for (const one of CHINESE) if (scores[one] > scores[region]) region = one;
  let next = -Infinity;
  for (const one of CHINESE) if (one !== region) next = Math.max(next, scores[one]);
  return { region, lead: scores[region] - next };
};

/** The origin by an article's evidence; where that is thin, by the evidence of the whole file. */
export function settleOrigin(evidence: OriginEvidence, file: RegionScores): Origin {
  const { language, wordings: shown, simplified } = evidence;
  const scores = { ...evidence.scores };
  if (language === "en") {
    const { region, lead } = strongest(scores);
    return { language, region: lead >= 3 ? region : "INTL", wording: "INTL" };
  }
  if (language === "zh-Hans" || simplified) {
    // Taiwan and Hong Kong write Traditional; their few Simplified editions are read on the mainland
    return { language, region: "CN", wording: "CN" };
  }
  const wording = strongest(shown);
  // who writes 輝達 and 川普 is not in Hong Kong, who writes 聯儲局 not in Taiwan
  if (wording.lead >= 4 && wording.region === "TW" && scores.HK < wording.lead * 2) scores.HK *= 0.3;
  if (wording.lead >= 4 && wording.region === "HK" && scores.TW < wording.lead * 2) scores.TW *= 0.3;
  const own = strongest(scores);
  const region =
    own.lead >= 2
      ? own.region
      : strongest({ TW: scores.TW * 2 + file.TW, HK: scores.HK * 2 + file.HK, CN: scores.CN * 2 + file.CN, INTL: 0 })
          .region;
  return {
    language,
    region,
    wording: wording.lead > 0 ? wording.region : shown[region] >= shown[wording.region] ? region : wording.region,
  };
}
