// What the figures of an article or note say, passage by passage in reading order: later passages know what earlier ones
// spoke of. Relies on figures, mentions and terms found before.
import type { Region } from "../articles/article.ts";
import type { Entity, Mention } from "../entities/entity.ts";
import type { Figure } from "../figures/figure.ts";
import type { Statement } from "../figures/statement.ts";
import { foldedPassage } from "../text/foldedPassage.ts";
import type { Passage } from "../text/passage.ts";
import { readCell } from "./readCell.ts";
import { readLine } from "./readLine.ts";
import type { Memory } from "./said.ts";
import { makeScene, type NamedMention } from "./scene.ts";
import type { TermHit, Terms } from "./terms.ts";

export interface StatementInput {
  readonly passages: readonly Passage[];
  readonly figures: readonly (readonly Figure[])[];
  readonly mentions: readonly (readonly Mention[])[];
  readonly terms: readonly (readonly TermHit[])[];
  readonly vocabulary: Terms;
  readonly entities: (index: number) => Entity | undefined;
  readonly region: Region;
  /** ISO day of the article or note: relative words and omitted years count from it. */
  readonly date?: string;
  readonly title?: string;
}

/** One list per passage, one statement per figure in the same order. Linear in the text; never throws. */
export function readStatements(input: StatementInput): readonly (readonly Statement[])[] {
  const { vocabulary, entities, date } = input;
  const memory: Memory = { sentence: 0 };
  return input.passages.map((passage, i): readonly Statement[] => {
    const places = input.figures[i] ?? [];
    const mentions = input.mentions[i] ?? [];
    if (passage.kind === "cell" && passage.cell) {
      const { cell } = passage;
      const headed = passage.kind === "cell" ? memory.company ?? memory.headline : undefined;
      return places.map((figure): Statement => ({ figure, ...readCell({ cell, kind: figure.kind, vocabulary, date, ...(headed ? { owner: headed } : {}) }) }));
    }
    if (!places.length && !mentions.length) return [];
    if (passage.kind === "title" || passage.kind === "heading") headline(memory, mentions, entities, passage.kind === "title");
    const scene = makeScene({ text: passage.text, folded: foldedPassage(passage), places, mentions, terms: input.terms[i] ?? [], vocabulary, entities });
    const said = readLine(scene, memory, date);
    return places.map((figure, at): Statement => ({ figure, ...(said[at] ?? { subjects: [] }) }));
  });
}

/** The company of a title is what the article is about; one of a heading takes over what is spoken of. */
function headline(memory: Memory, mentions: readonly Mention[], entities: StatementInput["entities"], isTitle: boolean): void {
  for (const mention of mentions) {
    const named = entities(mention.entity);
    if (named?.type !== "company") continue;
    const company: NamedMention = { ...mention, named };
    if (isTitle) memory.headline = company;
    else memory.topic = company;
    return;
  }
}
