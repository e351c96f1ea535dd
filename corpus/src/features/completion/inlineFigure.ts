// Inline completion: the figure alone, as ghost text, where one candidate is clearly the best. A wrong one costs more than none.
import { figureText } from "./figureText.ts";
import { silentAt } from "../../note/silentAt.ts";
import type { SourceAt } from "../citing/citePlain.ts";
import type { Desk } from "../desk.ts";
import type { Draft } from "../draft.ts";
import { rankFollowing } from "./completeFigure.ts";

export interface InlineFigure {
  /** UTF-16 offsets of what is replaced: the digits typed so far. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Where the figure stands, for its citation. */
  readonly source: SourceAt;
}

/** The best must score this much, this far ahead of the next value, and hold this share of the sentence's wording. */
const SURE = 1.15;
const AHEAD = 0.25;
const COVERED = 0.5;

/** The one figure that would follow at an offset of a note; undefined where none is clearly best. */
export function inlineFigure(desk: Desk, draft: Draft, offset: number): InlineFigure | undefined {
  if (!draft.note || silentAt(draft.note, offset) !== undefined) return undefined;
  // before words that stand already nothing is written
  if (/^[\p{L}\p{N}%％]/u.test(draft.text.slice(offset, offset + 2))) return undefined;
  const read = draft.at(offset);
  if (!read) return undefined;
  const following = rankFollowing(desk, draft, read, draft.within(read.passage, offset), false);
  const [best, second] = following?.ranked ?? [];
  if (!best || !following?.complete || best.score < SURE || best.coverage < COVERED) return undefined;
  if (second && best.score - second.score < AHEAD) return undefined;
  const { figure } = best;
  const text = figureText(desk, draft, figure);
  if (!text.startsWith(following.typed) || text === following.typed) return undefined;
  return { start: offset - following.typed.length, end: offset, text, source: { path: figure.chunk.path, line: figure.line, start: figure.start } };
}
