// Completion: entities whose name is under way, and the figures that would follow in the sentence, each inserted with its
// citation. Ranges are computed here, never by the editor's word; the list is short and made anew at every keystroke.
import { silentAt } from "../../note/silentAt.ts";
import type { TypeAhead } from "../../entities/typeAhead.ts";
import type { Desk } from "../desk.ts";
import type { Draft } from "../draft.ts";
import { completeEntity } from "./completeEntity.ts";
import { completeFigure } from "./completeFigure.ts";

export interface CompletionEdit {
  /** UTF-16 offsets of the draft, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

export interface CompletionChoice {
  readonly kind: "entity" | "figure";
  /** At most 40 characters; begins with the figure or the name itself. */
  readonly label: string;
  /** Behind the label, paler: what it says. */
  readonly detail: string;
  /** At the right: publisher and date, or the type. */
  readonly description: string;
  readonly edit: CompletionEdit;
  /** `edit.newText` is a snippet. */
  readonly snippet: boolean;
  readonly additional: readonly CompletionEdit[];
  /** What the documentation is made from when the item is looked at. */
  readonly about: { readonly entity: string } | { readonly path: string; readonly line: number; readonly start: number; readonly end: number };
}

export interface CompletionRequest {
  readonly offset: number;
  /** The character that opened the list, if one did. */
  readonly trigger?: string;
}

/** At most this many items: the list is asked for again at every keystroke. */
const LIMIT = 50;
const TRIGGERS_OF_FIGURES = /^[\d０-９.%％:：$￥]$/;

/** The choices at an offset of a note, best first. Nothing in code, front matter, definitions or link targets. */
export function findCompletions(desk: Desk, typeAhead: TypeAhead, draft: Draft, { offset, trigger }: CompletionRequest): CompletionChoice[] {
  if (!draft.note || silentAt(draft.note, offset) !== undefined) return [];
  const read = draft.at(offset);
  if (!read) return [];
  const at = draft.within(read.passage, offset);
  const byFigureSign = trigger !== undefined && TRIGGERS_OF_FIGURES.test(trigger);
  // behind a space that the passage does not hold yet no name is under way
  const entities = byFigureSign || offset > draft.offsetOf(read.passage, read.passage.text.length) ? [] : completeEntity(desk, typeAhead, draft, read, at, offset);
  const figures = entities.some(({ sure }) => sure) ? [] : completeFigure(desk, draft, read, at, offset, byFigureSign);
  const choices = entities.some(({ sure }) => sure) || figures.length === 0 ? [...entities, ...figures] : [...figures, ...entities];
  return choices.slice(0, LIMIT);
}

/** A label of at most 40 characters. */
export const shortLabel = (text: string): string => (text.length <= 40 ? text : `${text.slice(0, 39)}…`);
