// The passages of the corpus that name the entity at a place, the newest first.
import { newestMentions } from "../../ranking/rankPassages.ts";
import type { Desk, Place } from "../desk.ts";
import { touchedAt, type Draft } from "../draft.ts";
import { mentionSpan } from "../hover/entityCard.ts";

/** A list longer than this is no list to read. */
const LIMIT = 100;

export function findReferences(desk: Desk, draft: Draft, offset: number): Place[] {
  const read = draft.at(offset);
  const mention = read && touchedAt(read.mentions, draft.within(read.passage, offset));
  if (!mention) return [];
  const entity = mention.entity;
  return newestMentions(desk.index, entity, LIMIT).map(({ file, row }) => ({
    path: file.path,
    line: file.segment.sentences.line[row] ?? 0,
    ...mentionSpan(file, row, entity),
  }));
}
