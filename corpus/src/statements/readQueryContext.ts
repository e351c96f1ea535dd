// What the figure at a place of a draft says, or would say if it stood there: the same grammar as for articles, read up to the
// place (or around the figure), with the kinds that fit.
import type { Region } from "../articles/article.ts";
import type { Entity, Mention } from "../entities/entity.ts";
import type { Figure } from "../figures/figure.ts";
import type { Expectation } from "../ranking/query.ts";
import type { CellContext } from "../text/passage.ts";
import { endsClause } from "../text/sentences.ts";
import { expectKinds } from "./expectedKinds.ts";
import { readCell } from "./readCell.ts";
import { readLine } from "./readLine.ts";
import { isGrowth, isMacro, metricsLike } from "./metricTraits.ts";
import { byKind } from "./readMetric.ts";
import { readMovement } from "./readRole.ts";
import type { Memory, Said } from "./said.ts";
import { findQualifiers } from "./qualifiers.ts";
import { makeScene, type NamedMention, type Place } from "./scene.ts";
import type { TermHit, Terms } from "./terms.ts";
import { unreadWords } from "./unreadWords.ts";
import { voiceOf } from "./voice.ts";

export interface QueryContextInput {
  readonly text: string;
  /** UTF-16 offset of the place, or where the figure begins. */
  readonly at: number;
  /** The sentence around the place. */
  readonly from: number;
  readonly to: number;
  /** The figure that already stands at the place, when asked about one. */
  readonly figure?: Figure;
  readonly figures: readonly Figure[];
  readonly mentions: readonly Mention[];
  readonly terms: readonly TermHit[];
  readonly vocabulary: Terms;
  readonly entities: (index: number) => Entity | undefined;
  readonly region: Region;
  /** ISO day of the note. */
  readonly date: string;
  readonly cell?: CellContext;
  readonly headingMentions?: readonly Mention[];
}

const RANGE = /區間|区间|範圍|范围|介於|介于|[^A-Za-z]range(?![A-Za-z])/i;
/** 美元營收 is no part of the company. */
const CURRENCY = /^(?:美元|美金|港元|港幣|港币|人民幣|人民币|新台幣|新臺幣|台幣|歐元|欧元|日圓|日元|US dollars?|dollars?)(?:計|計價|计价)?$/i;

/** How much of the text before the sentence is read for antecedents. */
const BEFORE = 400;

const TOPICAL = new Set(["company", "org", "product", "place", "index"]);

/** Asks for what is newest. */
const LATEST = /最新|目前|現時|现时|現報|现报|當前|当前|[^A-Za-z](?:now|latest|currently|current)(?![A-Za-z])/i;

/** Never throws; slots that the sentence does not tell stay empty. */
export function readQueryContext(input: QueryContextInput): Expectation {
  const { figure, vocabulary, entities, at } = input;
  const base = Math.max(0, input.from - BEFORE);
  const end = figure ? Math.max(input.to, figure.end) : at;
  const shifted = <Item extends { readonly start: number; readonly end: number }>(items: readonly Item[]): Item[] =>
    items.filter((item) => item.start >= base && item.end <= end).map((item) => ({ ...item, start: item.start - base, end: item.end - base }));
  const heading = headed(input.headingMentions ?? [], entities);
  if (input.cell) return fromCell(input, input.cell, heading);
  const own: Place = figure ? { start: figure.start - base, end: figure.end - base, kind: figure.kind } : { start: at - base, end: at - base };
  const figures = shifted(input.figures);
  const places: Place[] = [...figures.filter((one) => one.end <= own.start || one.start >= own.end), own].sort((a, b) => a.start - b.start);
  if (!figure && figures.some((one) => one.start < own.start && one.end > own.start)) places.splice(places.indexOf(own), 1);
  const text = input.text.slice(base, end);
  const mentions = shifted(input.mentions);
  const scene = makeScene({ text, places, mentions, terms: shifted(input.terms), vocabulary, entities });
  const memory: Memory = { sentence: 0, ...(heading ? { headline: heading, topic: heading, company: heading } : {}) };
  // a place at the very end stands behind the last unit: the line is read as if one more unit followed
  const said = readLine({ ...scene, text: figure ? text : `${text}\u0000` }, memory, input.date)[places.indexOf(own)] ?? { subjects: [] };
  const before = figures.filter((one) => one.end <= own.start && one.start >= input.from - base);
  let clauseStart = own.start;
  while (clauseStart > 0 && own.start - clauseStart < 200 && !endsClause(text, clauseStart - 1)) clauseStart--;
  const word = said.metric;
  let metric = word === undefined ? undefined : vocabulary.numberOf(word);
  const taken = metric === undefined ? [] : (vocabulary.rows[metric]?.kinds ?? []);
  const movement = readMovement({ scene, start: clauseStart, end: text.length, sentence: { start: clauseStart, end: text.length, named: [] }, memory, asides: new Set(), topic: undefined }, own);
  const expected = figure ? { kinds: [figure.kind], unit: figure.unit } : expectKinds(text.slice(clauseStart, own.start), before, movement, taken);
  if (!figure && word !== undefined && expected.kinds[0] !== undefined) metric = vocabulary.numberOf(byKind(word, expected.kinds[0])) ?? metric;
  const subjects = [...said.subjects.map(({ entity }) => entity)];
  const sentence = Math.max(0, input.from - base);
  // HIBOR of HIBOR報… is what is measured, no one it is of
  const isMetric = ({ start, end: last }: Mention): boolean => shifted(input.terms).some((term) => term.metric !== undefined && term.start < last && term.end > start);
  if (!subjects.length)
    for (const mention of [...mentions].reverse())
      if (mention.start >= sentence && mention.end <= own.start && TOPICAL.has(entities(mention.entity)?.type ?? "") && !isMetric(mention) && !subjects.includes(mention.entity)) subjects.push(mention.entity);
  const clause = text.slice(Math.max(clauseStart, sentence), figure ? own.end : own.start);
  const isTold = said.subjects.length > 0 || subjects.some((subject) => isMacro(word) || entities(subject)?.type !== "place");
  const unread = isTold ? [] : unreadBefore(text, sentence, own.start, [...scene.mentions, ...scene.metrics, ...scene.topics, ...scene.periods, ...scene.cues, ...figures]);
  const voice = voiceOf(clause);
  const qualifiers = findQualifiers(clause);
  const rate = word === undefined ? undefined : vocabulary.rows[vocabulary.numberOf(word) ?? -1]?.kinds[0];
  const isRate = rate === "percent" || rate === "percentage_point";
  const by = typeof said.attribution === "number" ? entities(said.attribution)?.id : said.attribution;
  const { role, period, scope, ...rest } = expectation(subjects, metric, said, expected);
  return {
    ...rest,
    ...(by !== undefined ? { attribution: by } : {}),
    ...(scope && !CURRENCY.test(scope) ? { scope } : {}),
    // 成長率 is a level that looks like a change
    ...(role && !(isRate && isGrowth(word) && role === "change") ? { role } : {}),
    // 自4月以來 is told of no month
    ...(period && !isSince(text, period.text) ? { period } : {}),
    ...(word !== undefined && metricsLike(word).length ? { alike: metricsLike(word).flatMap((one) => vocabulary.numberOf(one) ?? []) } : {}),
    ...(RANGE.test(` ${clause}`) ? { isRange: true } : {}),
    ...(isRate && !isGrowth(word) ? { isRate } : {}),
    ...(qualifiers.size ? { qualifiers } : {}),
    ...(unread.length ? { unread } : {}),
    ...(voice ? { voice } : {}),
    ...(LATEST.test(` ${clause}`) ? { latest: true } : {}),
  };
}

/** Whether a period stands only for the moment since which something is told. */
function isSince(text: string, written: string): boolean {
  const at = text.lastIndexOf(written);
  return at >= 0 && (/^\s?(?:份|底|初)?(?:以來|以来|起)/.test(text.slice(at + written.length, at + written.length + 4)) || /since\s(?:early\s|late\s|the\s)?$/i.test(text.slice(Math.max(0, at - 12), at)));
}

/** How far behind the beginning of a clause its subject may stand. */
const HEAD = 4;

/** The unread words of the nearest clause before a place that has any. */
function unreadBefore(text: string, from: number, place: number, covered: readonly { readonly start: number; readonly end: number }[]): readonly string[] {
  for (let end = place; end > from; ) {
    let start = end;
    while (start > from && (start === end || !endsClause(text, start - 1))) start--;
    // a clause before tells of whoever it begins with
    const words = unreadWords(text, start, end, covered).filter((word) => end === place || text.indexOf(word, start) - start <= HEAD);
    if (words.length) return words;
    end = start;
  }
  return [];
}

function expectation(subjects: readonly number[], metric: number | undefined, said: Said, expected: { kinds: Expectation["kinds"]; unit?: string }): Expectation {
  const { period, scope, comparison, role, forecast } = said;
  return {
    subjects,
    ...(metric !== undefined ? { metric } : {}),
    ...(period ? { period } : {}),
    ...(scope !== undefined ? { scope } : {}),
    ...(comparison ? { comparison } : {}),
    ...(role ? { role } : {}),
    ...(forecast !== undefined ? { forecast } : {}),
    kinds: expected.kinds,
    ...(expected.unit !== undefined ? { unit: expected.unit } : {}),
  };
}

function headed(mentions: readonly Mention[], entities: QueryContextInput["entities"]): NamedMention | undefined {
  for (const mention of mentions) {
    const named = entities(mention.entity);
    if (named?.type === "company") return { ...mention, named };
  }
  return undefined;
}

function fromCell({ figure, vocabulary, date, mentions }: QueryContextInput, cell: CellContext, owner: NamedMention | undefined): Expectation {
  const said = readCell({ cell, ...(figure ? { kind: figure.kind } : {}), vocabulary, date, ...(owner ? { owner } : {}) });
  const metric = said.metric === undefined ? undefined : vocabulary.numberOf(said.metric);
  const kinds = figure ? [figure.kind] : metric === undefined ? [] : (vocabulary.rows[metric]?.kinds ?? []);
  const subjects = said.subjects.length ? said.subjects.map(({ entity }) => entity) : mentions.map(({ entity }) => entity).slice(0, 1);
  return expectation(subjects, metric, said, { kinds });
}
