// Where notes name an entity; what is read from a note is kept as long as the note and the names are. An open note was read
// already as a draft.
import type { Mention } from "../../entities/entity.ts";
import { findMentions } from "../../entities/findMentions.ts";
import { ownerOf } from "../../index/runEntities.ts";
import { noteDay } from "../../note/readDay.ts";
import type { Note } from "../../note/note.ts";
import { markdownPassages } from "../../text/markdownPassages.ts";
import { columnOf, endColumnOf, type Passage } from "../../text/passage.ts";
import type { Desk, Place } from "../desk.ts";
import type { KnownNote } from "./notesOf.ts";

interface Mentioned {
  readonly version: number;
  readonly byEntity: ReadonlyMap<number, readonly Omit<Place, "path">[]>;
}

const kept = new WeakMap<Note, Mentioned>();

function mentionsOf({ tables }: Desk, { note, draft }: KnownNote): Mentioned {
  const { lexicon } = tables;
  const known = kept.get(note);
  if (known?.version === lexicon.version) return known;
  const byEntity = new Map<number, Omit<Place, "path">[]>();
  const add = (passage: Passage, { entity, start, end }: Mention) => {
    const place = { line: passage.line, start: columnOf(passage, start), end: endColumnOf(passage, end) };
    const places = byEntity.get(entity);
    if (places) places.push(place);
    else byEntity.set(entity, [place]);
  };
  if (draft) for (const passage of draft.passages) for (const mention of draft.read(passage).mentions) add(passage, mention);
  else
    for (const passage of markdownPassages(note.text, note.tree))
      for (const mention of findMentions(passage.text, lexicon)) add(passage, { ...mention, entity: ownerOf(lexicon, mention.entity) });
  const mentioned = { version: lexicon.version, byEntity };
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
  [...notes].flatMap((known) => (mentionsOf(desk, known).byEntity.get(entity) ?? []).map((place) => ({ place: { path: known.path, ...place }, day: noteDay(known.note, known.path) })));
