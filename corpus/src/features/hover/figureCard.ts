// The card of a figure: its best source with the sentence around it, the value in the other usual form, and what else the
// corpus says: sources that agree and figures of the same thing that do not.
import type { Figure } from "../../figures/figure.ts";
import { otherForm } from "../../figures/writeFigure.ts";
import { toNumber } from "../../text/decimal.ts";
import type { FigureAt } from "../../index/figureAt.ts";
import type { RankedFigure } from "../../ranking/rankFigures.ts";
import type { Desk } from "../desk.ts";
import type { Draft, ReadPassage } from "../draft.ts";
import { escapeMarkdown } from "../escape.ts";
import { excerpt, sourceLink } from "../excerpt.ts";
import { describeFigure, describeInLine } from "../describeFigure.ts";
import { agrees, findSources } from "../citing/findSources.ts";
import { citationOfFigure, citedFigureOf } from "../citing/citedFigure.ts";
import { citationCard } from "./citationCard.ts";

export function figureCard(desk: Desk, draft: Draft, read: ReadPassage, figure: Figure): string | undefined {
  const surface = read.passage.text.slice(figure.start, figure.end);
  const lines = [titleLine(desk, figure, surface, draft)];
  const cited = citedFigureOf(desk, draft, draft.spanOf(read.passage, figure));
  if (cited) {
    if (!agrees(figure, cited)) lines.push("", desk.messages.sourceSays(escapeMarkdown(cited.surface)));
    lines.push("", ...quoted(desk, cited));
    return lines.join("\n");
  }
  const citation = citationOfFigure(desk, draft, draft.spanOf(read.passage, figure).start);
  const became = citation && citationCard(desk, draft, citation);
  // a cited figure whose words no longer stand is never given another source in silence
  if (became) return [...lines, "", became].join("\n");
  const { agreeing, others } = findSources(desk, draft, read, figure);
  const [best, ...more] = agreeing;
  if (!best && draft.note === undefined) return lines.join("\n");
  if (!best) lines.push("", `_${desk.messages.noSource}_`);
  else lines.push("", ...quoted(desk, best.figure));
  const told = best ? describeFigure(desk, best.figure, draft.region) : "";
  if (told) lines.push("", escapeMarkdown(told));
  const agree = more.slice(0, desk.settings.hoverOtherSources);
  if (agree.length) lines.push("", `${desk.messages.also}: ${agree.map(({ figure: one }) => `${escapeMarkdown(one.surface)} ${source(desk, one)}`).join(" · ")}`);
  const differ = others.slice(0, 2);
  if (differ.length) lines.push("", `${desk.messages.differs}: ${differ.map((one) => different(desk, draft, one)).join(" · ")}`);
  return lines.join("\n");
}

function titleLine(desk: Desk, figure: Figure, surface: string, draft: Draft): string {
  const other = otherForm({ surface, kind: figure.kind, unit: figure.unit, low: toNumber(figure.low), high: toNumber(figure.high) }, draft.region);
  const currency = figure.assumedUnit && figure.kind === "money" ? ` (${desk.messages.assumed(figure.unit)})` : "";
  return `**${escapeMarkdown(surface)}**${other ? ` = ${escapeMarkdown(other)}` : ""}${currency}${figure.doubtful ? ` · ${desk.messages.doubtful}` : ""}`;
}

const spanned = (figure: FigureAt) => ({ chunk: figure.chunk, row: figure.sentence, start: figure.start, end: figure.end });
const source = (desk: Desk, figure: FigureAt): string => sourceLink(desk, spanned(figure));
const quoted = (desk: Desk, figure: FigureAt): string[] => [`> ${excerpt(spanned(figure))}  `, `> — ${source(desk, figure)}`];
/** A figure of the same thing with another value, and what it says it is: another period, a part, a forecast. */
function different(desk: Desk, draft: Draft, { figure }: RankedFigure): string {
  const told = describeInLine(desk, figure, draft.region);
  return `**${escapeMarkdown(figure.surface)}**${told ? ` (${escapeMarkdown(told)})` : ""} ${source(desk, figure)}`;
}
