// The latest figures of an entity, one for each metric: what a card lists. What an analyst looks at first comes first.
import { articleDay, articleOf } from "../index/indexedChunk.ts";
import type { IndexedChunk, Store } from "../index/store.ts";
import { figuresOfSentence, type FigureAt } from "../index/figureAt.ts";
import { dayNumber } from "../index/days.ts";
import { subjectToken } from "../index/tokens.ts";
import type { Terms } from "../statements/terms.ts";
import { newestPlaces } from "./newestPlaces.ts";

/** How many sentences with a figure of the entity are put in order by date, and how many are read: bounds whatever the corpus. */
const DATED = 20_000;
const READ = 120;

/** Metrics in the order of a card; all others come after them. */
const FIRST = [
  "revenue", "net-profit", "eps", "gross-margin", "operating-profit", "operating-margin", "target-price", "market-cap", "share-price", "capex",
  "shipments", "deliveries", "car-sales", "dividend", "market-share", "valuation", "policy-rate", "gdp-growth", "cpi", "unemployment-rate", "exports",
];

/** A figure with the number of its metric. */
export type MeasuredFigure = FigureAt & { readonly metric: number };

/** A period that ended this many days before its article is history there. */
const HISTORY = 450;

function isOld({ period, article }: FigureAt): boolean {
  const to = period && dayNumber(period.to);
  return to !== undefined && article?.date !== undefined && to < articleDay(article) - HISTORY;
}

/** Whether the title of a sentence's article names the entity: then its headless sentences speak of it. */
function isTitled(chunk: IndexedChunk, row: number, entity: number): boolean {
  const article = articleOf(chunk, row);
  const { sentences, mentions } = chunk;
  if (!article || sentences.line[article.firstSentence] !== (article.titleLine ?? 0) - 1) return false;
  for (let i = sentences.mentions[article.firstSentence] ?? 0; i < (sentences.mentions[article.firstSentence + 1] ?? 0); i++)
    if (chunk.run[mentions.entity[i] ?? 0] === entity) return true;
  return false;
}

/**
 * At most `limit` figures that are surely of `entity` (it is named in their clause), each with a metric of its own: the
 * newest of each, levels of the whole before changes and parts.
 */
export function latestFigures(index: Store, entity: number, limit: number, terms: Terms): readonly MeasuredFigure[] {
  // a change, a forecast or a part of the company stands in only where nothing better is there
  const second = ({ role, scope, forecast }: MeasuredFigure): boolean => role === "change" || forecast === true || scope !== "";
  const list = index.posting(subjectToken(entity), DATED);
  const byMetric = new Map<number, MeasuredFigure>();
  for (const { chunk, row } of newestPlaces(index, list, READ)) {
    for (const figure of figuresOfSentence(chunk, row)) {
      if (!isMeasured(figure) || figure.doubtful || (figure.inferred && !isTitled(chunk, row, entity)) || figure.role === "hypothetical" || figure.subjects[0] !== entity) continue;
      // 2% as a share price is a change of it, and what ended long before its article is history
      if (terms.rows[figure.metric]?.kinds[0] !== figure.kind || isOld(figure)) continue;
      const known = byMetric.get(figure.metric);
      if (!known || (second(known) && !second(figure))) byMetric.set(figure.metric, figure);
    }
  }
  const order = (metric: number): number => {
    const at = FIRST.indexOf(terms.rows[metric]?.id ?? "");
    return at < 0 ? FIRST.length : at;
  };
  return [...byMetric.values()].sort((a, b) => order(a.metric) - order(b.metric) || articleDay(b.article) - articleDay(a.article)).slice(0, limit);
}

const isMeasured = (figure: FigureAt): figure is MeasuredFigure => figure.metric !== undefined;
