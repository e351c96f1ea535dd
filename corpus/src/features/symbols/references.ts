// References: where notes and corpus name the entity at a place, the newest first; of a figure or passage of an article, and of a
// cited figure of a note, the citations in notes that lead there.
import { articleDay, articleOf } from "../../index/indexedChunk.ts";
import { dayNumber } from "../../index/days.ts";
import { positionIn } from "../../note/note.ts";
import { newestMentions } from "../../ranking/rankPassages.ts";
import { citedFigureOf } from "../citing/citedFigure.ts";
import type { Desk, Place } from "../desk.ts";
import type { Draft } from "../draft.ts";
import { mentionSpan } from "../hover/entityCard.ts";
import { mentionsInNotes } from "../notes/mentionsInNotes.ts";
import { citationsInto, type CitingPlace, type KnownNote } from "../notes/notesOf.ts";
import { sentencePlace } from "../rowAt.ts";

/** A list longer than this is no list to read. */
const LIMIT = 100;

/** `today` dates notes that state no day. */
export function findReferences(desk: Desk, draft: Draft, offset: number, notes: readonly KnownNote[] = [], today = "9999-12-31"): Place[] {
  const read = draft.at(offset);
  if (!read) return [];
  const figure = draft.touched(read.passage, read.figures, offset);
  if (figure) {
    const span = draft.spanOf(read.passage, figure);
    if (!draft.note) {
      const start = span.start - (draft.lines[read.passage.line] ?? 0);
      return citing(desk, notes, { path: draft.path, line: read.passage.line, start, end: start + span.end - span.start });
    }
    const source = citedFigureOf(desk, draft, span);
    return source ? citing(desk, notes, { path: source.chunk.path, line: source.line, start: source.start, end: source.end }) : [];
  }
  const mention = draft.touched(read.passage, read.mentions, offset);
  if (mention) return mentions(desk, mention.entity, notes, today);
  return draft.note ? [] : citing(desk, notes, passageAt(desk, draft, read.passage.line, offset));
}

/** Mentions of an entity in notes and corpus, the newest first. */
function mentions(desk: Desk, entity: number, notes: readonly KnownNote[], today: string): Place[] {
  const inCorpus = newestMentions(desk.index, entity, LIMIT).map(({ chunk, row }) => ({
    place: { path: chunk.path, line: chunk.sentences.line[row] ?? 0, ...mentionSpan(chunk, row, entity) },
    day: articleDay(articleOf(chunk, row)),
  }));
  const inNotes = mentionsInNotes(desk, notes, entity).map(({ place, day }) => ({ place, day: dayNumber(day ?? today) ?? 0 }));
  return [...inNotes, ...inCorpus]
    .sort((a, b) => b.day - a.day)
    .slice(0, LIMIT)
    .map(({ place }) => place);
}

/** The sentence around an offset of an article. */
function passageAt(desk: Desk, draft: Draft, line: number, offset: number): Place {
  const place = sentencePlace(desk.index, draft.path, line, offset - (draft.lines[line] ?? 0));
  if (!place) return { path: draft.path, line, start: 0, end: Infinity };
  const { start, end } = place.chunk.sentences;
  return { path: draft.path, line, start: start[place.row] ?? 0, end: end[place.row] ?? Infinity };
}

const citing = (desk: Desk, notes: readonly KnownNote[], { path, line, start, end }: Place): Place[] =>
  citationsInto(desk, notes, path)
    .filter(({ place }) => place.line === line && place.start < end && place.end > start)
    .slice(0, LIMIT)
    .map(placeOf);

/** Where a citation stands in its note. */
function placeOf({ known: { path, note }, citation: { linkRange } }: CitingPlace): Place {
  const { line, column } = positionIn(note, linkRange.start);
  const last = positionIn(note, linkRange.end);
  return { path, line, start: column, end: last.line === line ? last.column : column + 1 };
}
