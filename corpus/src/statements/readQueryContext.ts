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
import { byKind } from "./readMetric.ts";
import { readMovement } from "./readRole.ts";
import type { Memory, Said } from "./said.ts";
import { makeScene, type NamedMention, type Place } from "./scene.ts";
import type { TermHit, Terms } from "./terms.ts";

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

/** How much of the text before the sentence is read for antecedents. */
const BEFORE = 400;

const TOPICAL = new Set(["company", "org", "product", "place", "index"]);

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
  if (!subjects.length)
    for (const mention of [...mentions].reverse())
      if (mention.start >= input.from - base && mention.end <= own.start && TOPICAL.has(entities(mention.entity)?.type ?? "") && !subjects.includes(mention.entity)) subjects.push(mention.entity);
  const by = typeof said.attribution === "number" ? entities(said.attribution)?.id : said.attribution;
  return { ...expectation(subjects, metric, said, expected), ...(by !== undefined ? { attribution: by } : {}) };
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
