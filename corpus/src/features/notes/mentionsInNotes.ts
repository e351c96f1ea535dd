// Where notes name an entity; what is read from a note is kept as long as the note and the names are.
import { findMentions } from "../../entities/findMentions.ts";
import { ownerOf } from "../../index/runEntities.ts";
import { noteDay } from "../../note/readDay.ts";
import type { Note } from "../../note/note.ts";
import { markdownPassages } from "../../text/markdownPassages.ts";
import { columnOf, endColumnOf } from "../../text/passage.ts";
import type { Desk, Place } from "../desk.ts";
import type { KnownNote } from "./notesOf.ts";

interface Mentioned {
  readonly version: number;
  readonly byEntity: ReadonlyMap<number, readonly Omit<Place, "path">[]>;
}

const kept = new WeakMap<Note, Mentioned>();

function mentionsOf({ tables }: Desk, note: Note): Mentioned {
  const known = kept.get(note);
  if (known?.version === tables.lexicon.version) return known;
  const byEntity = new Map<number, Omit<Place, "path">[]>();
  for (const passage of markdownPassages(note.text, note.tree))
    for (const { entity, start, end } of findMentions(passage.text, tables.lexicon)) {
      const owner = ownerOf(tables.lexicon, entity);
      const place = { line: passage.line, start: columnOf(passage, start), end: endColumnOf(passage, end) };
      byEntity.set(owner, [...(byEntity.get(owner) ?? []), place]);
    }
  const mentioned = { version: tables.lexicon.version, byEntity };
  kept.set(note, mentioned);
  return mentioned;
}

export interface DatedPlace {
  readonly place: Place;
  /** ISO day; undefined where the note states none. */
  readonly day: string | undefined;
}

/** The places where notes name an entity. */
export const mentionsInNotes = (desk: Desk, notes: Iterable<KnownNote>, entity: number): DatedPlace[] =>
  [...notes].flatMap(({ path, note }) => (mentionsOf(desk, note).byEntity.get(entity) ?? []).map((place) => ({ place: { path, ...place }, day: noteDay(note, path) })));
