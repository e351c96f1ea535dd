// What an analyst can decide about the name at a place of a note: that it is a company, a person …, that it is the same as
// another, that it is no name, that a learned one is right. Each choice is one decision, a row of `.tickmark/entities.tsv`.
import type { Decision } from "../../entities/decisions.ts";
import { learnedId } from "../../entities/discovery/discover.ts";
import type { EntityType } from "../../entities/entity.ts";
import { displayName } from "../../entities/displayName.ts";
import { nameKey } from "../../entities/nameKey.ts";
import { createTypeAhead } from "../../entities/typeAhead.ts";
import { lineAt } from "../../text/lines.ts";
import type { Desk } from "../desk.ts";
import { touchedAt, type Draft } from "../draft.ts";

/** A decision but for who made it and when. */
export type Choice = Omit<Decision, "by" | "date">;

export interface DecideAction {
  readonly title: string;
  readonly choice: Choice;
}

const KINDS: readonly (readonly [type: EntityType, words: string])[] = [
  ["company", "a company"],
  ["person", "a person"],
  ["org", "an organisation"],
  ["product", "a product"],
  ["place", "a place"],
  ["media", "a publisher"],
  ["index", "an index or fund"],
  ["law", "a law or programme"],
];
const LONGEST = 40;
const LIKE = 3;

/** The choices for the offsets [from, to) of a note: the selected words, else the name that the cursor touches. */
export function decideActions(desk: Desk, draft: Draft, { from, to }: { readonly from: number; readonly to: number }): readonly DecideAction[] {
  const read = draft.at(from);
  if (!draft.note || !read || lineAt(draft.lines, from) !== lineAt(draft.lines, to)) return [];
  const { text } = read.passage;
  const at = draft.within(read.passage, from);
  const touched = touchedAt(read.mentions, at);
  const mention = touched && (from === to || draft.within(read.passage, to) === touched.end) && (from === to || touched.start === at) ? touched : undefined;
  const name = mention ? text.slice(mention.start, mention.end) : text.slice(at, draft.within(read.passage, to)).trim();
  if (nameKey(name).length < 2 || name.length > LONGEST || /[\n\t]/.test(name)) return [];
  const entity = mention && desk.tables.lexicon.entities[mention.entity];
  const shown = `“${name}”`;
  const actions: DecideAction[] = [];
  if (entity?.origin === "learned") actions.push({ title: `Tickmark: confirm ${shown} (${entity.type})`, choice: { action: "confirm", id: entity.id, name, type: entity.type } });
  const known = entity !== undefined && entity.origin !== "learned";
  for (const [type, words] of KINDS)
    if (type !== entity?.type || entity.origin === "learned") {
      const id = entity?.id ?? learnedId(name);
      actions.push({ title: `Tickmark: ${shown} is ${words}`, choice: { action: known ? "correct" : "confirm", id, name, type } });
    }
  for (const hit of createTypeAhead(desk.tables.lexicon).search(name, LIKE + 1)) {
    const other = desk.tables.lexicon.entities[hit.entity];
    if (!other || other.id === entity?.id || other.origin === "learned" || actions.length > 20) continue;
    actions.push({ title: `Tickmark: ${shown} is the same as ${displayName(other, draft.region)} (${other.type})`, choice: { action: "merge", id: other.id, name: entity && !known ? entity.id : name, type: undefined } });
  }
  if (entity) actions.push({ title: `Tickmark: ${shown} is not a name`, choice: { action: "reject", id: entity.id, name, type: undefined } });
  return actions;
}
