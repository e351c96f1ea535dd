// The latest figures of an entity, one for each metric: what a card lists.
import { articleDay, articleOf, type CorpusIndex } from "../index/corpusIndex.ts";
import { figuresOfSentence, type FigureAt } from "../index/figureAt.ts";
import { entityToken } from "../index/tokens.ts";

/** How many sentences of the entity are looked at, the newest numbers first: a bound whatever the corpus. */
const SENTENCES = 3000;
const READ = 60;

/** At most `limit` figures that are of `entity`, each with a metric of its own, the newest first. */
export function latestFigures(index: CorpusIndex, entity: number, limit: number): readonly (FigureAt & { readonly metric: number })[] {
  const list = index.posting(entityToken(entity));
  const places = [];
  for (let i = list.length - 1; i >= Math.max(0, list.length - SENTENCES); i--) {
    const place = index.place(list[i] ?? 0);
    if (!place) continue;
    const { figures } = place.file.segment.sentences;
    if ((figures[place.row + 1] ?? 0) > (figures[place.row] ?? 0)) places.push({ ...place, day: articleDay(articleOf(place.file, place.row)) });
  }
  places.sort((a, b) => b.day - a.day);
  const byMetric = new Map<number, FigureAt & { readonly metric: number }>();
  for (const { file, row } of places.slice(0, READ)) {
    for (const figure of figuresOfSentence(file, row)) {
      const { metric } = figure;
      if (metric === undefined || figure.doubtful || figure.role === "hypothetical" || !figure.subjects.includes(entity) || byMetric.has(metric)) continue;
      byMetric.set(metric, { ...figure, metric });
    }
    if (byMetric.size >= limit) break;
  }
  return [...byMetric.values()].slice(0, limit);
}
