// Whether the list should open by itself: a known name is under way, or the sentence has a subject and a metric and a
// figure would follow.
import type { TypeAhead } from "../../entities/typeAhead.ts";
import { silentAt } from "../../note/silentAt.ts";
import { askAt } from "../askAt.ts";
import type { Desk } from "../desk.ts";
import type { Draft } from "../draft.ts";
import { completeFigure } from "./completeFigure.ts";
import { completeEntity } from "./completeEntity.ts";

export function isWorthANudge(desk: Desk, typeAhead: TypeAhead, draft: Draft, offset: number): boolean {
  if (!draft.note || silentAt(draft.note, offset) !== undefined) return false;
  const read = draft.at(offset);
  if (!read) return false;
  const at = draft.within(read.passage, offset);
  const names = completeEntity(desk, typeAhead, draft, read, at, offset);
  // a name that stands whole needs no list: Enter would accept it instead of ending the line
  const isWhole = names.some(({ how }) => how === "exact");
  if (!isWhole && names.some(({ sure, how, inCorpus }) => sure || (how === "prefix" && inCorpus))) return true;
  const { expected } = askAt(draft, read, at, at, desk.tables);
  return expected.subjects.length > 0 && expected.metric !== undefined && completeFigure(desk, draft, read, at, offset, false).length > 0;
}
