// The card of an entity: who it is, the passage that fits the sentence best, its latest figures, how often it is named.
import { displayName } from "../../entities/displayName.ts";
import { allNames } from "../../entities/lexicon.ts";
import type { Entity, Mention } from "../../entities/entity.ts";
import type { IndexedChunk } from "../../index/store.ts";
import { entityToken } from "../../index/tokens.ts";
import { latestFigures } from "../../ranking/latestFigures.ts";
import { rankPassages } from "../../ranking/rankPassages.ts";
import { askAt } from "../askAt.ts";
import type { Desk } from "../desk.ts";
import type { Draft, ReadPassage } from "../draft.ts";
import { escapeMarkdown } from "../escape.ts";
import { excerpt, sourceLink } from "../excerpt.ts";

const FIGURES = 4;
const OTHER_NAMES = 6;

export function entityCard(desk: Desk, draft: Draft, read: ReadPassage, mention: Mention): string | undefined {
  const number = mention.entity;
  const entity = desk.tables.lexicon.entities[number];
  if (!entity) return undefined;
  const written = read.passage.text.slice(mention.start, mention.end);
  const lines = [heading(desk, entity, written, draft)];
  if (entity.description) lines.push(escapeMarkdown(entity.description));
  else if (entity.origin === "learned") lines.push(`_${desk.messages.learned}_`);
  const { tokens } = askAt(draft, read, mention.start, mention.end, desk.tables);
  const [best] = rankPassages(desk.index, tokens, number, 1);
  if (best) {
    const span = mentionSpan(best.chunk, best.row, number);
    lines.push("", `> ${excerpt({ chunk: best.chunk, row: best.row, ...span })}  `, `> — ${sourceLink(desk, { chunk: best.chunk, row: best.row, ...span })}`);
  }
  const figures = latestFigures(desk.index, number, FIGURES, desk.tables.terms);
  if (figures.length) lines.push("");
  for (const figure of figures) {
    const metric = desk.tables.terms.display(figure.metric, draft.region);
    const period = figure.forecast === true ? ` · ${figure.period ? `${escapeMarkdown(figure.period.text)} ` : ""}E` : figure.period ? ` · ${escapeMarkdown(figure.period.text)}` : "";
    const scope = figure.scope ? `${escapeMarkdown(figure.scope)} ` : "";
    lines.push(`- ${scope}${escapeMarkdown(metric)} **${escapeMarkdown(figure.surface)}**${period} · ${sourceLink(desk, { chunk: figure.chunk, row: figure.sentence, start: figure.start, end: figure.end })}`);
  }
  const mentions = desk.index.living(entityToken(number));
  lines.push("", mentions ? desk.messages.passages(mentions) : desk.messages.notInCorpus);
  return lines.join("\n");
}

function heading(desk: Desk, entity: Entity, written: string, draft: Draft): string {
  const shown = displayName(entity, draft.region);
  const others = [...new Set([written, ...allNames(entity)])].filter((name) => name !== shown).slice(0, OTHER_NAMES);
  const tickers = entity.tickers.slice(0, 3).map((ticker) => ` · ${escapeMarkdown(ticker)}`);
  return `**${escapeMarkdown(shown)}** · ${desk.messages.types[entity.type]}${tickers.join("")}${others.length ? `  \n${others.map(escapeMarkdown).join(" · ")}` : ""}  `;
}

/** Where a sentence names the entity; the sentence's beginning where it only speaks of it. */
export function mentionSpan(chunk: IndexedChunk, row: number, entity: number): { readonly start: number; readonly end: number } {
  const { sentences, mentions } = chunk;
  for (let i = sentences.mentions[row] ?? 0; i < (sentences.mentions[row + 1] ?? 0); i++)
    if (chunk.run[mentions.entity[i] ?? 0] === entity) return { start: mentions.start[i] ?? 0, end: mentions.end[i] ?? 0 };
  const start = sentences.start[row] ?? 0;
  return { start, end: Math.min(sentences.end[row] ?? start, start + 12) };
}
