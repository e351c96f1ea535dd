// References: where notes and corpus name the entity at a place, the newest first; of a figure or passage of an article, and of a
// cited figure of a note, the citations in notes that lead there.
import { articleDay, articleOf } from "../../index/corpusIndex.ts";
import { dayNumber } from "../../index/days.ts";
import { positionIn } from "../../note/note.ts";
import { newestMentions } from "../../ranking/rankPassages.ts";
import { citedFigureOf } from "../citing/citedFigure.ts";
import type { Desk, Place } from "../desk.ts";
import type { Draft } from "../draft.ts";
import { mentionSpan } from "../hover/entityCard.ts";
import { mentionsInNotes } from "../notes/mentionsInNotes.ts";
import { citationsInto, type CitingPlace, type KnownNote } from "../notes/notesOf.ts";
import { rowAt } from "../rowAt.ts";

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
    return source ? citing(desk, notes, { path: source.file.path, line: source.line, start: source.start, end: source.end }) : [];
  }
  const mention = draft.touched(read.passage, read.mentions, offset);
  if (mention) return mentions(desk, mention.entity, notes, today);
  return draft.note ? [] : citing(desk, notes, passageAt(desk, draft, read.passage.line, offset));
}

/** Mentions of an entity in notes and corpus, the newest first. */
function mentions(desk: Desk, entity: number, notes: readonly KnownNote[], today: string): Place[] {
  const inCorpus = newestMentions(desk.index, entity, LIMIT).map(({ file, row }) => ({
    place: { path: file.path, line: file.segment.sentences.line[row] ?? 0, ...mentionSpan(file, row, entity) },
    day: articleDay(articleOf(file, row)),
  }));
  const inNotes = mentionsInNotes(desk, notes, entity).map(({ place, day }) => ({ place, day: dayNumber(day ?? today) ?? 0 }));
  return [...inNotes, ...inCorpus]
    .sort((a, b) => b.day - a.day)
    .slice(0, LIMIT)
    .map(({ place }) => place);
}

/** The sentence around an offset of an article. */
function passageAt(desk: Desk, draft: Draft, line: number, offset: number): Place {
  const file = desk.index.file(draft.path);
  const row = file && rowAt(file.segment.sentences, line, offset - (draft.lines[line] ?? 0));
  const { sentences } = file?.segment ?? {};
  return row === undefined || !sentences ? { path: draft.path, line, start: 0, end: Infinity } : { path: draft.path, line, start: sentences.start[row] ?? 0, end: sentences.end[row] ?? Infinity };
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
