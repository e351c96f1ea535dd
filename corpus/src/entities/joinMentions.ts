// Mentions that stand together as one name: a country before its office (美國商務部, 美商務部 are one), a code in brackets
// behind the firm that has it (`(VLO)`, `(2330)`), which is a ticker.
import type { Entity, Mention } from "./entity.ts";
import { type JudgedMention, tickerEntity } from "./findMentions.ts";
import { fold } from "../text/fold.ts";
import type { Lexicon } from "./lexicon.ts";
import { tickerId } from "./tickers.ts";
import { classAt, HAN } from "./unitClass.ts";

/** Countries by their one-character abbreviation, folded. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  "美us 中china 英uk 日japan 德germany 法france 俄russia 韓south-korea 印india 澳australia 加canada 歐eu 烏ukraine 以israel 伊iran 台taiwan 港hong-kong"
    .split(" ")
    .map((pair) => [fold(pair.charAt(0)), pair.slice(1)]),
);

/** The mentions of a text with those joined that are one name; the input is by start, none overlapping. */
export function joinMentions(
  text: string,
  mentions: readonly JudgedMention[],
  lexicon: Lexicon,
): readonly JudgedMention[] {
  const joined: JudgedMention[] = [];
  for (const mention of mentions) {
    const entity = lexicon.entities[mention.entity];
    const before = joined[joined.length - 1];
    const country = before && before.end === mention.start ? lexicon.entities[before.entity] : undefined;
    if (entity && before && country && isOfficeOf(entity, country))
      joined[joined.length - 1] = { ...mention, start: before.start };
    else if (entity && before?.end !== mention.start) joined.push(withAbbreviation(text, mention, entity));
    else joined.push(mention);
    const government = entity && governmentOf(text, mention, entity, lexicon);
    if (government) joined[joined.length - 1] = government;
    const ticker = entity && codeBehind(text, mention, entity);
    // 瑞銀(UBS): what the brackets hold is a name as well, and found as one.
    const named = ticker && mentions.some(({ start, end }) => start < ticker.place.end && ticker.place.start < end);
    if (ticker && !named)
      joined.push({ ...ticker.place, entity: lexicon.intern(ticker.entity), confidence: 1, plain: true });
  }
  return joined;
}

/** An office of that country: linked to it, or called by its name in full. */
function isOfficeOf(office: Entity, country: Entity): boolean {
  if (office.type !== "org" || country.type !== "place") return false;
  if (office.links.includes(country.id)) return true;
  return [...office.names.TW, ...office.names.HK, ...office.names.CN].some((name) =>
    [...country.names.TW, ...country.names.HK, ...country.names.CN].some(
      (place) => name.length > place.length && name.startsWith(place),
    ),
  );
}

/** An office that bears another country's name or is linked to none but others: 中國司法部 is not the American one. */
export function isOfficeElsewhere(office: Entity | undefined, country: Entity): boolean {
  if (office?.type !== "org" || isOfficeOf(office, country)) return false;
  return /^(?:us|uk|eu|[a-z]+)-/.test(office.id) || office.names.TW.some((name) => /^.{1,4}[國国]/.test(name));
}

/** 美商務部 is the whole name where the office is American; 中美商務部 is not one name. */
function withAbbreviation(text: string, mention: JudgedMention, office: Entity): JudgedMention {
  if (office.type !== "org") return mention;
  const country = ABBREVIATIONS.get(fold(text.charAt(mention.start - 1)));
  if (
    country === undefined ||
    ABBREVIATIONS.has(fold(text.charAt(mention.start - 2))) ||
    classAt(text, mention.start) !== HAN
  )
    return mention;
  const governs = office.links.includes(country) || office.id.startsWith(`${country}-`);
  return governs ? { ...mention, start: mention.start - 1 } : mention;
}

/** 台北市政府 is one name, the government of a town or province; 美國政府 is the country. */
function governmentOf(
  text: string,
  mention: JudgedMention,
  place: Entity,
  lexicon: Lexicon,
): JudgedMention | undefined {
  if (
    place.type !== "place" ||
    !text.startsWith("政府", mention.end) ||
    !/[市縣县省區区]/.test(text.charAt(mention.end - 1))
  )
    return undefined;
  const name = text.slice(mention.start, mention.end + 2);
  const entity = lexicon.intern({
    id: `${place.id}-government`,
    type: "org",
    names: { TW: [name], HK: [name], CN: [name], INTL: [] },
    short: [],
    tickers: [],
    fiscalYearEnd: 12,
    description: "",
    links: [place.id],
    origin: "learned",
    confidence: 0.9,
  });
  return { ...mention, end: mention.end + 2, entity };
}

const CODE =
  /^(\s?[(（[［]\s?)((?:股票代號|股票代號[:：]|代號[:：]?|股號[:：]?|股票代碼[:：]|代碼[:：]?)?\s?)([A-Z]{1,5}|\d{4,6})\s?[)）\]］]/;

/** Whether a bracket opens right behind a place, or one unit behind it. */
export const bracketNear = (text: string, at: number): boolean => opensBracket(text.charCodeAt(at)) || opensBracket(text.charCodeAt(at + 1));
const opensBracket = (unit: number): boolean => unit === 0x28 || unit === 0xff08 || unit === 0x5b || unit === 0xff3b;

/** The code in brackets right behind a firm, if it is one of the firm's. */
function codeBehind(
  text: string,
  mention: Mention,
  firm: Entity,
): { readonly place: { readonly start: number; readonly end: number }; readonly entity: Entity } | undefined {
  if (!firm.tickers.length || firm.type === "ticker") return undefined;
  if (!bracketNear(text, mention.end)) return undefined;
  const match = CODE.exec(text.slice(mention.end, mention.end + 24));
  const written = match?.[3];
  if (!match || written === undefined) return undefined;
  const plain = written.replace(/^0+(?=\d)/, "");
  const ticker = firm.tickers.find((one) => one.slice(0, one.lastIndexOf("-")).replace(/^0+(?=\d)/, "") === plain);
  if (ticker === undefined) return undefined;
  const start = mention.end + (match[1] ?? "").length + (match[2] ?? "").length;
  return { place: { start, end: start + written.length }, entity: tickerEntity(tickerId(written), ticker, firm.id) };
}
