// The code actions of a note: cite a plain figure, cite all that are sure, mend citations. What is listed here is cheap; the
// edits are made when an action is chosen.
import type { Desk } from "../desk.ts";
import type { Messages } from "../messages.ts";
import type { Draft } from "../draft.ts";
import { citeAllEdits, citeEdits, citeOffers, sureCitations, type SourceAt } from "./citePlain.ts";
import { inOrder, type NoteEdit } from "./noteEdit.ts";
import { citationAt, repairOf, repairsOf, type Repair, type RepairKind } from "./repairs.ts";

/** What an action does, as plain data: it comes back from the client when the action is chosen. */
export type ActionData =
  | { readonly do: "cite"; readonly start: number; readonly end: number; readonly source: SourceAt }
  | { readonly do: "citeAll" | "reanchorAll" | "refreshHints" }
  | { readonly do: "repair"; readonly at: number };

export interface CitationAction {
  readonly title: string;
  readonly kind: "quickfix" | "source.tickmark.citeAll" | "source.tickmark.reanchorAll" | "source.tickmark.refreshHints";
  readonly preferred: boolean;
  readonly data: ActionData;
}

export interface ActionRequest {
  /** UTF-16 offsets of the note; equal for a cursor. */
  readonly from: number;
  readonly to: number;
  /** Kinds asked for; empty for all. `source` stands for all below it. */
  readonly only: readonly string[];
  /** Asked for by the analyst, not by every move of the cursor. */
  readonly invoked: boolean;
}

const wants = (only: readonly string[], kind: string): boolean => !only.length || only.some((one) => kind === one || kind.startsWith(`${one}.`));
const REANCHORED: readonly RepairKind[] = ["moved", "drifted"];

/** The actions at a span of a note, the likeliest first. */
export function citationActions(desk: Desk, draft: Draft, { from, to, only, invoked }: ActionRequest): CitationAction[] {
  if (!draft.note) return [];
  const actions: CitationAction[] = [];
  if (wants(only, "quickfix")) {
    const citation = citationAt(draft, from, to);
    const repair = citation && repairOf(desk, draft, citation);
    if (citation && repair) actions.push({ title: titleOf(desk.messages, repair), kind: "quickfix", preferred: repair.kind === "moved" || repair.kind === "requote", data: { do: "repair", at: citation.linkRange.start } });
    for (const { start, end, words, source } of citeOffers(desk, draft, from, to))
      actions.push({ title: desk.messages.cite(words), kind: "quickfix", preferred: false, data: { do: "cite", start, end, source } });
  }
  // the whole note is looked through only when somebody asks
  if (!invoked && !only.length) return actions;
  const whole = (does: "citeAll" | "reanchorAll" | "refreshHints", title: (count: number) => string, count: () => number) => {
    const kind = `source.tickmark.${does}` as const;
    if (!wants(only, kind)) return;
    const number = count();
    if (number) actions.push({ title: title(number), kind, preferred: false, data: { do: does } });
  };
  whole("citeAll", desk.messages.citeAll, () => sureCitations(desk, draft).length);
  whole("reanchorAll", desk.messages.reanchorAll, () => repairsOf(desk, draft, REANCHORED).length);
  whole("refreshHints", desk.messages.refreshHints, () => repairsOf(desk, draft, ["hint"]).length);
  return actions;
}

function titleOf(messages: Messages, { kind, path, figure }: Repair): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  switch (kind) {
    case "moved":
    case "moved-doubtful":
      return messages.reanchorMoved(name);
    case "drifted":
      return messages.reanchorDrifted;
    case "changed":
      return messages.quoteChanged(figure);
    case "requote":
      return messages.requote;
    case "hint":
      return messages.refreshHint;
  }
}

/** The edits of a chosen action; undefined where what it was made for is no longer there. */
export function actionEdits(desk: Desk, draft: Draft, data: ActionData): readonly NoteEdit[] | undefined {
  switch (data.do) {
    case "cite":
      return citeEdits(desk, draft, data.start, data.end, data.source);
    case "citeAll":
      return citeAllEdits(desk, draft);
    case "reanchorAll":
      return inOrder(
        repairsOf(desk, draft, REANCHORED).flatMap((repair) =>
          repair.edits.map((edit): NoteEdit => ({ ...edit, confirm: { label: repair.kind === "moved" ? desk.messages.movedPassages : desk.messages.driftedQuotes, description: titleOf(desk.messages, repair) } })),
        ),
      );
    case "refreshHints":
      return inOrder(repairsOf(desk, draft, ["hint"]).flatMap(({ edits }) => edits));
    case "repair": {
      const citation = draft.note?.citations.find(({ linkRange }) => linkRange.start === data.at);
      return citation && repairOf(desk, draft, citation)?.edits;
    }
  }
}
