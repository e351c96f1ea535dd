// Inline completion: the figure alone, as ghost text, where one candidate is clearly the best. A wrong one costs more than none.
import { figureText } from "./figureText.ts";
import { silentAt } from "../../note/silentAt.ts";
import type { SourceAt } from "../citing/citePlain.ts";
import type { Desk } from "../desk.ts";
import type { Draft } from "../draft.ts";
import { rankFollowing } from "./completeFigure.ts";
import { isAsked, isOutdated } from "./isAsked.ts";

export interface InlineFigure {
  /** UTF-16 offsets of what is replaced: the digits typed so far. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Where the figure stands, for its citation. */
  readonly source: SourceAt;
}

/**
 * The best must score this much and stand this far ahead of the next value. Measured by test/calibrate: of what is shown at least
 * 0.95 is right, on sentences of which a fifth has no answer in the corpus. The share of the wording that is found tells nothing
 * here (展望第四季 stands in no article); what tells is that no slot is open (`isAsked`).
 */
export const CLEAR = { sure: 0.8, ahead: 0.1 } as const;

/** The one figure that would follow at an offset of a note; undefined where none is clearly best. */
export function inlineFigure(desk: Desk, draft: Draft, offset: number): InlineFigure | undefined {
  if (!draft.note || silentAt(draft.note, offset) !== undefined) return undefined;
  // before words that stand already nothing is written
  if (/^[\p{L}\p{N}%％]/u.test(draft.text.slice(offset, offset + 2))) return undefined;
  const read = draft.at(offset);
  if (!read) return undefined;
  const following = rankFollowing(desk, draft, read, draft.within(read.passage, offset), false);
  const [best, second] = following?.ranked ?? [];
  if (!best || !following || best.score < CLEAR.sure || !isAsked(best, following.expected, desk.tables)) return undefined;
  if ((second && best.score - second.score < CLEAR.ahead) || isOutdated(best, following.ranked)) return undefined;
  const { figure } = best;
  const text = figureText(desk, draft, figure);
  if (!text.startsWith(following.typed) || text === following.typed) return undefined;
  return { start: offset - following.typed.length, end: offset, text, source: { path: figure.chunk.path, line: figure.line, start: figure.start } };
}
