// What a figure of the corpus says, in words: NVIDIA · revenue · 3Q26 (2025-08-01 to 2025-10-31) · forecast.
import { displayName } from "../entities/displayName.ts";
import type { Region } from "../articles/article.ts";
import type { FigureAt } from "../index/figureAt.ts";
import type { Desk } from "./desk.ts";

/** The stated slots of a figure, parted by middle dots; empty where it states nothing. */
export function describeFigure(desk: Desk, figure: FigureAt, region: Region): string {
  const { entities } = desk.tables.lexicon;
  const subject = figure.subjects[0] === undefined ? undefined : entities[figure.subjects[0]];
  const { period } = figure;
  return [
    subject ? displayName(subject, region) : "",
    figure.scope,
    figure.metric === undefined ? "" : desk.tables.terms.display(figure.metric, region),
    period ? (period.text.includes(period.from) ? period.text : `${period.text} (${period.from} – ${period.to})`) : "",
    figure.comparison === undefined || figure.comparison === "other" ? "" : `on the ${figure.comparison}`,
    figure.forecast === true ? "forecast" : "",
    figure.asOf,
  ]
    .filter(Boolean)
    .join(" · ");
}
