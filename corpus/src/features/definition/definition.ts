// Go to source: one place, the very words. A citation leads to its passage, a figure or a name to the passage that fits
// its sentence best.
import { lineLength } from "../../index/indexedChunk.ts";
import type { IndexedChunk } from "../../index/store.ts";
import { rankPassages } from "../../ranking/rankPassages.ts";
import type { Desk, Place } from "../desk.ts";
import type { Draft } from "../draft.ts";
import { askAt } from "../askAt.ts";
import { findSources } from "../citing/findSources.ts";
import { resolveIn } from "../citing/resolveIn.ts";
import { citationOfFigure, citedFigureOf } from "../citing/citedFigure.ts";
import { mentionSpan } from "../hover/entityCard.ts";

export interface DefinitionLink {
  /** UTF-16 offsets in the draft of what was asked about. */
  readonly origin: { readonly start: number; readonly end: number };
  /** The words, at most 80 characters. */
  readonly selection: Place;
  /** The paragraph, or 300 characters around the words. */
  readonly around: Place;
}

const SELECTION = 80;
const AROUND = 150;

/** The one place that an offset of the draft leads to. */
export function findDefinition(desk: Desk, draft: Draft, offset: number): DefinitionLink | undefined {
  const read = draft.at(offset);
  if (read) {
    const figure = draft.touched(read.passage, read.figures, offset);
    if (figure) {
      const origin = draft.spanOf(read.passage, figure);
      const citation = citationOfFigure(desk, draft, origin.start);
      const cited = citedFigureOf(desk, draft, origin) ?? (citation ? undefined : findSources(desk, draft, read, figure).agreeing[0]?.figure);
      if (cited) return linkTo(origin, cited.chunk, cited.line, cited.start, cited.end);
      // a definition that leads to its own place has VS Code list the references: the notes that cite this figure
      const own = draft.note ? undefined : desk.index.file(draft.path);
      const lineStart = draft.lines[read.passage.line] ?? 0;
      const chunk = own?.text === draft.text ? own.chunkAt(read.passage.line) : undefined;
      if (chunk) return linkTo(origin, chunk, read.passage.line, origin.start - lineStart, origin.end - lineStart);
    }
    const mention = draft.touched(read.passage, read.mentions, offset);
    if (mention) {
      const entity = mention.entity;
      const { tokens } = askAt(draft, read, mention.start, mention.end, desk.tables);
      const best = rankPassages(desk.index, tokens, entity, 3).find(({ chunk, row }) => chunk.path !== draft.path || chunk.sentences.line[row] !== read.passage.line);
      if (best) {
        const span = mentionSpan(best.chunk, best.row, entity);
        return linkTo(draft.spanOf(read.passage, mention), best.chunk, best.chunk.sentences.line[best.row] ?? 0, span.start, span.end);
      }
    }
  }
  const citation = draft.note?.citations.find(({ linkRange, definitionRange }) => within(linkRange, offset) || (definitionRange !== undefined && within(definitionRange, offset)));
  if (!citation) return undefined;
  const resolved = resolveIn(desk, draft, citation);
  const file = resolved?.place && desk.index.file(resolved.place.path);
  const origin = within(citation.linkRange, offset) ? citation.linkRange : (citation.definitionRange ?? citation.linkRange);
  const chunk = file && resolved.place && file.chunkAt(resolved.place.line);
  return chunk && resolved.place ? linkTo(origin, chunk, resolved.place.line, resolved.place.start, resolved.place.end) : undefined;
}

const within = (range: { readonly start: number; readonly end: number }, offset: number): boolean => range.start <= offset && offset <= range.end;

/** Lines are 0-based; the paragraph is the line where it is short enough. */
export function linkTo(origin: DefinitionLink["origin"], chunk: IndexedChunk, line: number, start: number, end: number): DefinitionLink {
  const length = lineLength(chunk, line);
  const from = length <= 2 * AROUND ? 0 : Math.max(0, start - AROUND);
  const to = length <= 2 * AROUND ? length : Math.min(length, Math.max(end, start + AROUND));
  return {
    origin,
    selection: { path: chunk.path, line, start, end: Math.min(end, start + SELECTION) },
    around: { path: chunk.path, line, start: from, end: Math.max(to, Math.min(end, start + SELECTION)) },
  };
}

