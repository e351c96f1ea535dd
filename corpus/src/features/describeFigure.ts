// What a figure of the corpus says, in words: for a card NVIDIA · revenue · 3Q26 (2025-08-01 – 2025-10-31) · forecast, for a
// line of the list only what tells it from its neighbours.
import { displayName } from "../entities/displayName.ts";
import type { Region } from "../articles/article.ts";
import type { FigureAt } from "../index/figureAt.ts";
import type { Desk } from "./desk.ts";

const joined = (parts: readonly string[]): string => parts.filter(Boolean).join(" · ");

const metricOf = (desk: Desk, { metric }: FigureAt, region: Region): string => (metric === undefined ? "" : desk.tables.terms.display(metric, region));

/** The stated slots of a figure, parted by middle dots; empty where it states nothing. */
export function describeFigure(desk: Desk, figure: FigureAt, region: Region): string {
  const { entities } = desk.tables.lexicon;
  const subject = figure.subjects[0] === undefined ? undefined : entities[figure.subjects[0]];
  const { period } = figure;
  return joined([
    subject ? displayName(subject, region) : "",
    figure.scope,
    metricOf(desk, figure, region),
    period ? (period.text.includes(period.from) ? period.text : `${period.text} (${period.from} – ${period.to})`) : "",
    figure.comparison === undefined || figure.comparison === "other" ? "" : desk.messages.onThe[figure.comparison],
    figure.forecast === true ? desk.messages.forecast : "",
    figure.asOf,
  ]);
}

/** Units that a line of the list has room for, beside the figure and its publisher. */
const LINE = 22;

/** Scope, metric and period, cut to what a line of the completion list shows. */
export function describeInLine(desk: Desk, figure: FigureAt, region: Region): string {
  const told = joined([figure.scope, metricOf(desk, figure, region), figure.period?.text ?? "", figure.forecast === true ? "E" : ""]);
  return told.length > LINE ? `${told.slice(0, LINE - 1)}…` : told;
}
