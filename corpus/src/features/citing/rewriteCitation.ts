// A citation's target and quote written anew, in its definition or in the link itself; its words stay.
import type { Citation } from "../../note/citation.ts";
import { forTable, titlePart } from "../../note/insertCitation.ts";
import type { TextEdit } from "../../note/insertCitation.ts";

/** What a repair puts in place of what stands there; what is absent stays. */
export interface Rewritten {
  readonly target?: string;
  readonly quote?: string;
}

/** The edits; none where nothing changes, undefined where the citation is of a form that we do not write. */
export function rewriteCitation(noteText: string, citation: Citation, { target, quote }: Rewritten): readonly TextEdit[] | undefined {
  const { form, targetRange, titleRange, style } = citation;
  if (form !== "link" || !targetRange) return undefined;
  const edits: TextEdit[] = [];
  const written = target === undefined ? undefined : style === "inline" ? forTable(target) : target;
  if (written !== undefined && written !== noteText.slice(targetRange.start, targetRange.end)) edits.push({ ...spanOf(targetRange), newText: written });
  if (quote === undefined) return edits;
  const title = titlePart(quote);
  if (titleRange) {
    if (title.trimStart() !== noteText.slice(titleRange.start, titleRange.end)) edits.push({ ...spanOf(titleRange), newText: title.trimStart() });
    return edits;
  }
  // a destination in angle brackets ends behind them
  const end = noteText.charAt(targetRange.end) === ">" && noteText.charAt(targetRange.start - 1) === "<" ? targetRange.end + 1 : targetRange.end;
  if (title) edits.push({ start: end, end, newText: title });
  return edits;
}

const spanOf = ({ start, end }: { readonly start: number; readonly end: number }) => ({ start, end });

/** The target with another place in it, its path as it is written. */
export function withHint(target: string, line: number, column: number): string {
  const at = target.lastIndexOf("#");
  return `${at < 0 ? target : target.slice(0, at)}#L${line},${column}`;
}
