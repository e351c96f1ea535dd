// "Cite this figure": a plain figure of a note wrapped in place into a citation of a source, and all plain figures with
// exactly one good source at once. The figure itself is never changed.
import { figuresOfSentence, type FigureAt } from "../../index/figureAt.ts";
import { insertCitation } from "../../note/insertCitation.ts";
import { insertCitations } from "../../note/insertCitations.ts";
import type { Desk } from "../desk.ts";
import type { Draft } from "../draft.ts";
import { provenance } from "../excerpt.ts";
import { sentencePlace } from "../rowAt.ts";
import { citeSource, spanOfFigure } from "./citeFigure.ts";
import { inOrder, type NoteEdit } from "./noteEdit.ts";
import { agreeingSources } from "./findSources.ts";
import { keptByFigure } from "./keptFigures.ts";
import { isGood, plainFigures, sourcesOf, type PlainFigure } from "./plainFigure.ts";

/** A figure of the corpus, to be found again: 0-based line, UTF-16 columns. */
export interface SourceAt {
  readonly path: string;
  readonly line: number;
  readonly start: number;
}

const sourceAtOf = ({ chunk, line, start }: FigureAt): SourceAt => ({ path: chunk.path, line, start });

/** An offer to cite the figure at `start`..`end` of the note. */
export interface CiteOffer {
  readonly start: number;
  readonly end: number;
  /** The source's figure with publisher and date. */
  readonly words: string;
  readonly source: SourceAt;
}

const OFFERS = 4;
/** Plain figures that one request looks sources up for: more would keep the server from answering for seconds. */
const MOST = 500;

/** The best sources of the plain figures that a span of the note touches. */
export const citeOffers = (desk: Desk, draft: Draft, from: number, to: number): CiteOffer[] => {
  const plains = plainFigures(desk, draft, from, to);
  // where two touch, the one that starts there
  const plain = from === to ? (plains.find(({ start }) => start === from) ?? plains[0]) : plains.length === 1 ? plains[0] : undefined;
  if (!plain) return [];
  return sourcesOf(desk, draft, plain)
    .slice(0, OFFERS)
    .map(({ figure }) => ({
      start: plain.start,
      end: plain.end,
      words: `${figure.surface.trim()} — ${provenance(figure.article, figure.chunk, desk.messages.undated)}`,
      source: sourceAtOf(figure),
    }));
};

/** The edits that cite a source for the words at a span; undefined where the source is no longer there or no link can stand. */
export function citeEdits(desk: Desk, draft: Draft, start: number, end: number, source: SourceAt): readonly NoteEdit[] | undefined {
  const { note } = draft;
  const figure = figureOf(desk, source);
  if (!note || !figure) return undefined;
  const { target, quote } = citeSource(spanOfFigure(figure), draft.path);
  const { mainEdit, additionalEdits, cited } = insertCitation({
    note,
    range: { start, end },
    text: draft.text.slice(start, end),
    target,
    quote,
    style: desk.settings.citationStyle,
    snippets: false,
  });
  return cited ? inOrder([{ start: mainEdit.start, end: mainEdit.end, newText: mainEdit.newText }, ...additionalEdits]) : undefined;
}

/** The figure of the index that stands there; undefined where it no longer does. */
export function figureOf(desk: Desk, { path, line, start }: SourceAt): FigureAt | undefined {
  const place = sentencePlace(desk.index, path, line, start);
  return place && figuresOfSentence(place.chunk, place.row).find((figure) => figure.start === start);
}

/** A plain figure with its one good source. */
export interface SureCitation {
  readonly plain: PlainFigure;
  readonly source: SourceAt;
}

const oneGood = keptByFigure<SourceAt | undefined>((desk, draft, read, figure) => {
  const [only, ...others] = agreeingSources(desk, draft, read, figure).filter(isGood);
  return only && !others.length ? sourceAtOf(only.figure) : undefined;
});

/** Every plain figure of the note that has exactly one good source. */
export const sureCitations = (desk: Desk, draft: Draft): readonly SureCitation[] =>
  plainFigures(desk, draft, 0, draft.text.length)
    .slice(0, MOST)
    .flatMap((plain): SureCitation[] => {
      const source = oneGood(desk, draft, plain.read, plain.figure);
      return source ? [{ plain, source }] : [];
    });

/** The edits that cite all of them, each told in words before it is done. */
export function citeAllEdits(desk: Desk, draft: Draft): readonly NoteEdit[] {
  const { note } = draft;
  if (!note) return [];
  const sure = sureCitations(desk, draft).flatMap(({ plain, source: at }) => {
    const source = figureOf(desk, at);
    return source ? [{ plain, source }] : [];
  });
  const { shared, each } = insertCitations(
    note,
    sure.map(({ plain, source }) => ({ range: { start: plain.start, end: plain.end }, text: plain.text, ...citeSource(spanOfFigure(source), draft.path) })),
    desk.settings.citationStyle,
  );
  const edits = each.flatMap((some, i): NoteEdit[] => {
    const one = sure[i];
    if (!one) return [];
    const confirm = { label: `${one.plain.text} ← ${one.source.surface.trim()}`, description: provenance(one.source.article, one.source.chunk, desk.messages.undated) };
    return some.map((edit) => ({ ...edit, confirm }));
  });
  return inOrder([...shared, ...edits]);
}
