// Discovery: the finders' proposals are joined to entities (names of one gloss are one), given ids that are the same in
// every article, and marked wherever they stand in the article.
import type { Entity, EntityType, Mention } from "../entity.ts";
import { bordersAgree } from "../borders.ts";
import type { Scan } from "../findMentions.ts";
import type { Lexicon } from "../lexicon.ts";
import { isHanName, isLatinName, nameKey } from "../nameKey.ts";
import { isCrossed, wordsAround } from "../wordVeto.ts";
import { type ArticleView, knownOver, type Proposal, startOfName, viewArticle } from "./article.ts";
import { namesByDeeds } from "./deeds.ts";
import { glossedNames } from "./glosses.ts";
import { latinNames } from "./latinNames.ts";
import { announcers, firmsByCode, limitedCompanies } from "./limitedCompanies.ts";
import { citedMedia, closingSource, quotedLaws } from "./mediaAndLaws.ts";
import { dottedPersons, personsByAge, personsBySpeech, personsByTitle } from "./persons.ts";
import { shortCountries, shortForms } from "./shortForms.ts";
import { namesBySuffix, typeOfHan } from "./suffixes.ts";

/** An entity that an article introduced, with the evidence for it. */
export interface LearnedEntity extends Entity {
  readonly reasons: readonly string[];
}

/** What discovery adds to the known mentions of an article. */
export interface Discovered {
  readonly mentions: readonly (readonly Mention[])[];
  readonly learned: readonly LearnedEntity[];
}

const FINDERS: readonly ((view: ArticleView) => readonly Proposal[])[] = [
  glossedNames,
  firmsByTicker,
  firmsByCode,
  limitedCompanies,
  announcers,
  personsByTitle,
  dottedPersons,
  personsByAge,
  personsBySpeech,
  namesBySuffix,
  namesByDeeds,
  latinNames,
  closingSource,
  citedMedia,
  quotedLaws,
  shortCountries,
];

/** Finds what the article itself introduces. Names that the lexicon knows as something unmistakable are not learned. */
export function discover(scans: readonly Scan[], known: readonly (readonly Mention[])[], lexicon: Lexicon): Discovered {
  const view = viewArticle(scans, known, lexicon);
  const proposals = FINDERS.flatMap((finder) => finder(view)).filter(
    ({ name }) => !isUnmistakable(lexicon, name) && !lexicon.rejected.has(nameKey(name)),
  );
  const full = [...proposals, ...knownPersons(view)];
  const groups = joinProposals([...proposals, ...shortForms(view, full)]);
  if (!groups.length) return { mentions: known, learned: [] };
  const places: Place[] = [];
  const learned: LearnedEntity[] = [];
  for (const group of groups) {
    const made = group.entity === undefined ? toEntity(group) : undefined;
    const number = group.entity ?? (made ? lexicon.intern(made) : undefined);
    if (number === undefined) continue;
    if (made) learned.push(made);
    for (const name of group.names) mark(view, name, number, group.confidence, places);
  }
  const byPassage = new Map<number, Place[]>();
  for (const place of places) {
    const here = byPassage.get(place.passage);
    if (here) here.push(place);
    else byPassage.set(place.passage, [place]);
  }
  return {
    mentions: known.map((mentions, passage) => merge(mentions, byPassage.get(passage) ?? [])),
    learned,
  };
}

const isUnmistakable = (lexicon: Lexicon, name: string): boolean =>
  lexicon.entryOf(name)?.uses.some(({ needsContext }) => !needsContext) === true;

/** Persons of the lexicon named in full, for their surnames. */
function knownPersons(view: ArticleView): readonly Proposal[] {
  const found = new Map<number, Proposal>();
  view.known.forEach((mentions, passage) => {
    for (const { start, end, entity } of mentions) {
      if (view.lexicon.entities[entity]?.type !== "person" || found.has(entity)) continue;
      const name = view.scans[passage]?.text.slice(start, end) ?? "";
      if (/[·‧・•･ ]/.test(name))
        found.set(entity, { name, type: "person", confidence: 0.9, reason: "known person", entity });
    }
  });
  return [...found.values()];
}

/** A name right before a ticker in brackets. */
function firmsByTicker(view: ArticleView): readonly Proposal[] {
  return view.scans.flatMap(({ text, tickers }, passage) =>
    tickers.flatMap((ticker): readonly Proposal[] => {
      let at = ticker.start;
      while (at > ticker.start - 3 && /[\s(（]/.test(text.charAt(at - 1))) at--;
      if (at === ticker.start || knownOver(view.known[passage] ?? [], at - 1, at)) return [];
      const latin =
        /(?<![A-Za-z0-9])[A-ZÀ-Þ][A-Za-zÀ-ɏ0-9&.'’-]{0,30}(?: [A-ZÀ-Þ][A-Za-zÀ-ɏ0-9&.'’-]{0,30}){0,4}$/.exec(
          text.slice(Math.max(0, at - 40), at),
        );
      if (latin) return [{ name: latin[0], type: "company", confidence: 0.9, reason: "ticker" }];
      if (/公司$/.test(text.slice(at - 2, at))) at -= 2;
      const start = startOfName(view, passage, at);
      return start === undefined
        ? []
        : [{ name: text.slice(start, at), type: "company", confidence: 0.85, reason: "ticker" }];
    }),
  );
}

interface Group {
  readonly names: string[];
  readonly reasons: string[];
  readonly types: Map<EntityType, number>;
  confidence: number;
  entity?: number;
}

/** Proposals with a common name are one group; confidence grows with independent reasons. */
function joinProposals(proposals: readonly Proposal[]): readonly Group[] {
  const byKey = new Map<string, Group>();
  const groups = new Set<Group>();
  for (const { name, same, type, confidence, reason, entity } of proposals) {
    const keys = [nameKey(name), ...(same === undefined ? [] : [nameKey(same)])];
    if (!keys[0] || keys[0].length < 2) continue;
    const existing = [...new Set(keys.flatMap((key) => byKey.get(key) ?? []))];
    const group: Group = existing[0] ?? { names: [], reasons: [], types: new Map(), confidence: 0 };
    for (const other of existing.slice(1)) {
      group.names.push(...other.names.filter((one) => !group.names.includes(one)));
      group.reasons.push(...other.reasons);
      for (const [kind, weight] of other.types) group.types.set(kind, (group.types.get(kind) ?? 0) + weight);
      if (group.entity === undefined && other.entity !== undefined) group.entity = other.entity;
      for (const [key, value] of byKey) if (value === other) byKey.set(key, group);
      groups.delete(other);
    }
    groups.add(group);
    for (const key of keys) byKey.set(key, group);
    for (const one of same === undefined ? [name] : [name, same]) if (!group.names.includes(one)) group.names.push(one);
    if (!group.reasons.includes(reason)) group.reasons.push(reason);
    if (type !== undefined) group.types.set(type, (group.types.get(type) ?? 0) + confidence);
    group.confidence = Math.max(group.confidence, confidence);
    if (entity !== undefined && group.entity === undefined) group.entity = entity;
  }
  return [...groups];
}

function toEntity(group: Group): LearnedEntity | undefined {
  const latin = group.names.filter(isLatinName).sort((a, b) => b.length - a.length);
  const han = group.names.filter((name) => !isLatinName(name));
  const first = latin[0] ?? han[0];
  const type =
    [...group.types].sort((a, b) => b[1] - a[1])[0]?.[0] ?? han.map(typeOfHan).find((one) => one !== undefined);
  if (first === undefined || type === undefined) return undefined;
  return {
    id: learnedId(first),
    type,
    names: { TW: han, HK: han, CN: han, INTL: latin },
    short: [],
    tickers: [],
    fiscalYearEnd: 12,
    description: "",
    links: [],
    origin: "learned",
    confidence: Math.min(0.95, group.confidence + 0.03 * (group.reasons.length - 1)),
    reasons: group.reasons,
  };
}

/** The id of a learned name, the same in every article: Latin in small letters with hyphens, else the name itself. */
export const learnedId = (name: string): string =>
  isLatinName(name)
    ? name
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, "-")
        .replace(/^-|-$/g, "")
    : nameKey(name);

interface Place extends Mention {
  readonly passage: number;
}

/** Notes every place of a learned name in the article. */
function mark(view: ArticleView, name: string, entity: number, confidence: number, places: Place[]): void {
  const short = isHanName(name) && name.length === 2;
  view.scans.forEach(({ text }, passage) => {
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length)) {
      const end = start + name.length;
      if (!bordersAgree(text, start, end) || (short && isCrossed(wordsAround(text, start, end)))) continue;
      places.push({ passage, start, end, entity, confidence });
    }
  });
}

/** Known mentions win, but a longer learned name takes the place of the known names inside it; the longest learned first. */
function merge(known: readonly Mention[], places: readonly Place[]): readonly Mention[] {
  if (!places.length) return known;
  const taken: Mention[] = [];
  for (const { start, end, entity, confidence } of [...places].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start,
  )) {
    if (taken.some((one) => one.start < end && start < one.end)) continue;
    const over = known.filter((one) => one.start < end && start < one.end);
    if (over.every((one) => one.start >= start && one.end <= end && one.end - one.start < end - start))
      taken.push({ start, end, entity, confidence });
  }
  const kept = known.filter((one) => !taken.some((other) => other.start < one.end && one.start < other.end));
  return [...kept, ...taken].sort((a, b) => a.start - b.start);
}
