// From a place in a draft to the query that the ranking answers: the sentence around it, its heading, what is named and
// stated there, and what the figure at the place says or would say.
import type { Figure } from "../figures/figure.ts";
import { queryTokens, type Query } from "../ranking/query.ts";
import { readQueryContext } from "../statements/readQueryContext.ts";
import { findTerms } from "../statements/terms.ts";
import { sentenceAt } from "../text/sentences.ts";
import type { ReadingTables } from "../index/readChunks.ts";
import type { Draft, ReadPassage } from "./draft.ts";

/** How much of a sentence is looked at to either side of the place. */
const REACH = 240;

/**
 * The query for the span `start` to `end` of a passage: a figure, a name, or a place (start = end) where a figure would
 * follow. `own` is the figure asked about; the sentence's others count as stated.
 */
export function askAt(draft: Draft, read: ReadPassage, start: number, end: number, tables: ReadingTables, own?: Figure): Query {
  const { passage, figures, mentions } = read;
  const { text } = passage;
  const sentence = sentenceAt(text, start === end && start > 0 ? start - 1 : start);
  const from = Math.max(sentence.start, start - REACH);
  const to = Math.min(Math.max(sentence.end, end), end + REACH);
  const heading = headingOf(draft, read);
  const tokens = queryTokens(
    {
      text,
      start,
      end,
      from,
      to,
      mentions,
      figures,
      ...(heading ? { heading: heading.passage.text, headingMentions: heading.mentions } : {}),
    },
    tables.terms,
  );
  const expected = readQueryContext({
    text,
    at: start,
    from,
    to,
    ...(own ? { figure: own } : {}),
    figures,
    mentions,
    terms: findTerms(text, tables.terms),
    vocabulary: tables.terms,
    entities: (index) => tables.lexicon.entities[index],
    region: draft.region,
    date: draft.date,
    ...(passage.cell ? { cell: passage.cell } : {}),
    ...(heading ? { headingMentions: heading.mentions } : {}),
  });
  const stated = figures.filter((figure) => figure !== own && figure.end > from && figure.start < to && !(figure.start < end && figure.end > start));
  return { tokens, expected, stated };
}

/** The heading above a passage. */
function headingOf(draft: Draft, { passage }: ReadPassage): ReadPassage | undefined {
  const above = draft.headingAbove(passage);
  return above && draft.read(above);
}
