// The mentions of known names in one text: leftmost-longest over what the scan found, ambiguous names only with evidence,
// tickers beside them. Relies on scanNames for the places and on evidence for what an ambiguous name means. Some lines over three
// hundred: what decides about one name is kept in one place.
import type { Entity, EntityType, Mention } from "./entity.ts";
import { type Evidence, homeScore, noEvidence, rankUses, windowAround } from "./evidence.ts";
import { fold } from "../text/fold.ts";
import { endsInMaterial, firmRightBehind, readsAsFirm } from "./genericWords.ts";
import { bracketNear, isOfficeElsewhere, joinMentions } from "./joinMentions.ts";
import type { Lexicon } from "./lexicon.ts";
import type { NameEntry, NameUse } from "./nameTable.ts";
import { isHanName, isLatinName } from "./nameKey.ts";
import { type FoundName, scanNames } from "./scanNames.ts";
import { CAPITAL, hasSigns, signsOf } from "./signs.ts";
import { findTickers, tickerId, type WrittenTicker } from "./tickers.ts";
import { classAt, HAN, hanShare, isUpper, LATIN } from "./unitClass.ts";
import { isCommonUnit, isCrossed, isOrdinaryWord, wordsAround, type WordVerdict } from "./wordVeto.ts";

/** What a text holds before anything is judged; kept, so that an article is scanned once. */
export interface Scan {
  readonly text: string;
  readonly folded: string;
  readonly names: readonly FoundName[];
  readonly tickers: readonly WrittenTicker[];
  readonly inHan: boolean;
  /** Which signs stand in it at all: see signs.ts. */
  readonly signs: number;
}

/** A mention with why it counts: `plain` names are unmistakable and establish their entity for the article. */
export interface JudgedMention extends Mention {
  readonly plain: boolean;
}

/** Scans a text once. */
export function scanText(text: string, lexicon: Lexicon, folded: string = fold(text)): Scan {
  const signs = signsOf(text);
  return {
    text,
    folded,
    names: scanNames(text, lexicon),
    tickers: hasSigns(signs, CAPITAL) ? findTickers(text, (normal) => lexicon.numberOfTicker(normal) !== undefined) : NO_TICKERS,
    inHan: hanShare(text) > 0.3,
    signs,
  };
}

const NO_TICKERS: readonly WrittenTicker[] = [];

/**
 * The mentions in one text, by start, none overlapping; UTF-16 offsets in `text`. `evidence` is what the rest of the
 * article says; without it only the text itself speaks for an ambiguous name.
 */
export function findMentions(text: string, lexicon: Lexicon, evidence: Evidence = noEvidence): readonly Mention[] {
  const scan = scanText(text, lexicon);
  const first = judgeNames(scan, lexicon, evidence);
  if (first.every(({ plain }) => plain) && first.length === scan.names.length) return first;
  return judgeNames(scan, lexicon, { ...evidence, established: countPlain([first], evidence.established) });
}

/** How often each entity is named unmistakably. */
export function countPlain(
  lists: readonly (readonly JudgedMention[])[],
  before: ReadonlyMap<number, number> = new Map(),
): ReadonlyMap<number, number> {
  const counts = new Map(before);
  for (const mentions of lists)
    for (const { entity, plain } of mentions) if (plain) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  return counts;
}

/** The mentions of a scanned text under the evidence at hand. */
export function judgeNames(scan: Scan, lexicon: Lexicon, evidence: Evidence): readonly JudgedMention[] {
  const mentions: JudgedMention[] = [];
  let from = 0;
  let nextTicker = 0;
  const takeTickers = (to: number): void => {
    for (; nextTicker < scan.tickers.length; nextTicker++) {
      const ticker = scan.tickers[nextTicker] as WrittenTicker;
      if (ticker.start >= to) return;
      if (ticker.start < from) continue;
      mentions.push({
        start: ticker.start,
        end: ticker.end,
        entity: internTicker(scan.text, ticker, lexicon),
        confidence: 1,
        plain: true,
      });
      from = ticker.end;
    }
  };
  for (const found of scan.names) {
    takeTickers(found.start);
    if (found.start < from) continue;
    const ticker = scan.tickers[nextTicker];
    if (ticker && ticker.start < found.end && found.start < ticker.end) continue;
    const entry = lexicon.nameAt(found.entry);
    if (!entry) continue;
    if (entry.uses.length === 0) {
      from = found.end;
      continue;
    }
    const judged = judge(scan, found, entry, lexicon, evidence, mentions[mentions.length - 1]);
    if (!judged) continue;
    mentions.push(judged);
    from = found.end;
  }
  takeTickers(scan.text.length);
  return joinMentions(scan.text, mentions, lexicon);
}

function judge(
  scan: Scan,
  { start, end }: FoundName,
  entry: NameEntry,
  lexicon: Lexicon,
  evidence: Evidence,
  before: Mention | undefined,
): JudgedMention | undefined {
  const { text } = scan;
  const only = entry.uses[0];
  if (!only) return undefined;
  const ambiguous = entry.uses.length > 1 || only.needsContext;
  const verdict = shortVerdict(text, start, end, entry.key);
  if (isCrossed(verdict) && !survivesWord(text.slice(start, end), entry, ambiguous, evidence)) return undefined;
  if (isHeadOf(text, start, end)) return undefined;
  if (endsInMaterial(lexicon, entry.key) && lexicon.entities[only.entity]?.type === "company") {
    const reads = readsAsFirm(scan.folded.slice(Math.max(0, start - 2), start), scan.folded.slice(end, end + 4));
    if (reads === "no" || (reads === "open" && !evidence.established.has(only.entity))) return undefined;
  }
  if (!ambiguous) {
    if (verdict === "contained" && lexicon.entities[only.entity]?.type !== "place") return undefined;
    return { start, end, entity: only.entity, confidence: confidenceOf(lexicon, only), plain: verdict === "free" };
  }
  const ticker = entityOfTickerBehind(text, end, lexicon);
  const byTicker = entry.uses.find(({ entity }) => entity === ticker);
  if (byTicker) return { start, end, entity: byTicker.entity, confidence: 1, plain: true };
  const placeBefore = before?.end === start ? lexicon.entities[before.entity] : undefined;
  const uses =
    placeBefore?.type === "place"
      ? entry.uses.filter(({ entity }) => !isOfficeElsewhere(lexicon.entities[entity], placeBefore))
      : entry.uses;
  const ranked = rankUses(lexicon, uses, () => windowAround(scan, start, end, lexicon), evidence);
  const linked =
    placeBefore?.type === "place"
      ? ranked.find(({ use }) => lexicon.entities[use.entity]?.links.includes(placeBefore.id))
      : undefined;
  const best = linked ?? ranked[0];
  if (!best) return undefined;
  const { use, near } = best;
  const type = lexicon.entities[use.entity]?.type;
  const established = evidence.established.has(use.entity);
  // A word of two characters (央行, 國會) or 中央銀行 is said of other countries' too; a place's name is not.
  const said = end - start > 2 && !scan.folded.startsWith(CENTRAL, start);
  const atHome = said || type === "place" ? homeScore(lexicon, use.entity, evidence.region) : 0;
  const score = best.score + atHome;
  const known =
    !use.needsContext ||
    near > 0 ||
    linked !== undefined ||
    (established && (verdict === "free" || !isHanName(entry.key))) ||
    (score >= 1.5 &&
      (type === "org" || type === "place" || type === "law" || (entry.uses.length > 1 && type === "person"))) ||
    (type === "company" && firmRightBehind(scan.folded.slice(end, end + 14))) ||
    isListed(scan, start, end, type, before, lexicon) ||
    (entry.uses.length === 1 &&
      (scan.inHan ? standsAsName(text, start, end, entry) : standsInEnglish(text, start, end, entry, type)));
  if (!known || (verdict === "contained" && type !== "place")) return undefined;
  return {
    start,
    end,
    entity: use.entity,
    confidence: established || near > 1 ? 0.95 : 0.8,
    // Two of its words right beside it make it as good as a full name for the rest of the article.
    plain: (entry.uses.length > 1 && !use.needsContext) || (entry.uses.length === 1 && near > 1 && verdict === "free"),
  };
}

const [LONG, LONG_SIMPLIFIED, DEPUTY] = ["長", "长", "委"].map((unit) => unit.charCodeAt(0)) as [number, number, number];
const CENTRAL = fold("中央銀行");

/** 台北市 in 台北市長 is the city's head: the shorter 台北 is the name there. */
const isHeadOf = (text: string, start: number, end: number): boolean =>
  end - start > 2 &&
  (text.charCodeAt(end) === LONG || text.charCodeAt(end) === LONG_SIMPLIFIED || text.charCodeAt(end) === DEPUTY) &&
  /[市縣县州省區区鎮镇鄉乡]/.test(text.charAt(end - 1)) &&
  /^(?:長(?![期久年途者達假線遠青征夜江城沙春安])|长(?![期久年途者达假线远青征夜江城沙春安])|委[員员])/.test(
    text.slice(end, end + 3),
  );

/** A word over the end of a name is believed, unless the list does not know the name and the article or its characters speak for it. */
function survivesWord(name: string, entry: NameEntry, ambiguous: boolean, evidence: Evidence): boolean {
  if (isOrdinaryWord(name)) return false;
  return (
    entry.uses.some(({ entity }) => evidence.established.has(entity)) ||
    (!ambiguous && !isCommonUnit(entry.key.charAt(0)))
  );
}

/** The words around a short Han name; at three units only a word that begins before it can hide it. */
function shortVerdict(text: string, start: number, end: number, key: string): WordVerdict {
  if (end - start > 3 || !isHanName(key)) return "free";
  const verdict = wordsAround(text, start, end);
  return end - start === 2 || verdict === "crossedLeft" ? verdict : "free";
}

const confidenceOf = (lexicon: Lexicon, use: NameUse): number => lexicon.entities[use.entity]?.confidence ?? 1;

/** A capitalised Latin word that stands alone in Han text is a name there, even if it is a word in English. */
function standsAsName(text: string, start: number, end: number, entry: NameEntry): boolean {
  if (!isLatinName(text.slice(start, end)) || !isUpper(text.charCodeAt(start)) || end - start < 3) return false;
  const capitals = entry.forms.every((form) => form === form.toUpperCase());
  if (capitals) return false;
  const wordBefore = start > 1 && /[\s]/.test(text.charAt(start - 1)) && classAt(text, start - 2) === LATIN;
  const wordBehind = /[\s&'’-]/.test(text.charAt(end)) && classAt(text, end + 1) === LATIN;
  return (
    !wordBefore &&
    !wordBehind &&
    (classAt(text, start - 1) === HAN ||
      classAt(text, end) === HAN ||
      /[\s、，,。；;:：「」『』“”"（）()《》]/.test(text.charAt(end) || " "))
  );
}

const SENTENCE_START = /(?:^|[.!?:;"“(\n-])\s*$/;
const ACTS_IN_ENGLISH =
  /^(?:['’]s| said| says| reported| reports| announced| plans| will | has | have | is | are | and [A-Z]|, [A-Z]| shares| stock)/;

/** In English a capitalised word inside a sentence is a name; at its start only if it does what names do. */
function standsInEnglish(
  text: string,
  start: number,
  end: number,
  entry: NameEntry,
  type: EntityType | undefined,
): boolean {
  if (!isUpper(text.charCodeAt(start)) || !isLatinName(text.slice(start, end))) return false;
  const capitals = text.slice(start, end) === text.slice(start, end).toUpperCase();
  if (capitals && entry.forms.some((form) => form === form.toUpperCase()))
    return (type === "place" || type === "org") && /[a-z]/.test(text.slice(start - 12, end + 12));
  if (
    /^ (?:[A-Z][a-z]|of )/.test(text.slice(end, end + 3)) ||
    (/[A-Za-z] $/.test(text.slice(start - 2, start)) &&
      /[A-Z][A-Za-z]* $/.test(text.slice(Math.max(0, start - 16), start)))
  )
    return false;
  return (
    !SENTENCE_START.test(text.slice(Math.max(0, start - 4), start)) || ACTS_IN_ENGLISH.test(text.slice(end, end + 12))
  );
}

const LIST_SIGN = /[、,，/和與与及跟]/;

/** Beside an unmistakable name of its kind in a list: 微軟、亞馬遜和谷歌. */
function isListed(
  { text, names }: Scan,
  start: number,
  end: number,
  type: EntityType | undefined,
  before: Mention | undefined,
  lexicon: Lexicon,
): boolean {
  if (type !== "company" && type !== "product") return false;
  if (
    before &&
    before.end === start - 1 &&
    LIST_SIGN.test(text.charAt(start - 1)) &&
    lexicon.entities[before.entity]?.type === type
  )
    return true;
  if (!LIST_SIGN.test(text.charAt(end))) return false;
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((names[middle] as FoundName).start < end + 1) low = middle + 1;
    else high = middle;
  }
  const next = names[low];
  const [use, ...others] = (next && next.start === end + 1 && lexicon.nameAt(next.entry)?.uses) || [];
  return use !== undefined && others.length === 0 && !use.needsContext && lexicon.entities[use.entity]?.type === type;
}

const TICKER_BEHIND = /^\s?[(（]\s?([^()（）]{1,14}?)\s?[)）]/;

/** The entity whose ticker follows in brackets. */
function entityOfTickerBehind(text: string, end: number, lexicon: Lexicon): number | undefined {
  if (!bracketNear(text, end)) return undefined;
  const match = TICKER_BEHIND.exec(text.slice(end, end + 20));
  return match?.[1] === undefined ? undefined : lexicon.numberOfTicker(match[1]);
}

/** The entity of a written ticker: its id as written in upper case, linked to the company that has it. */
function internTicker(text: string, ticker: WrittenTicker, lexicon: Lexicon): number {
  const company = lexicon.numberOfTicker(ticker.normal);
  return lexicon.intern(
    tickerEntity(
      tickerId(text.slice(ticker.start, ticker.end)),
      ticker.normal,
      company === undefined ? undefined : lexicon.entities[company]?.id,
    ),
  );
}

/** A ticker as an entity of its own. */
export const tickerEntity = (id: string, normal: string, company: string | undefined): Entity => ({
  id,
  type: "ticker",
  names: { TW: [id], HK: [id], CN: [id], INTL: [id] },
  short: [],
  tickers: [normal],
  fiscalYearEnd: 12,
  description: "",
  links: company === undefined ? [] : [company],
  origin: "learned",
  confidence: 1,
});
