// A note's Markdown with each citation written in another way, and the definitions that only they used taken out.
import type { Citation } from "../../note/citation.ts";
import { lineEndOf } from "../../note/definitionPlace.ts";
import type { Note } from "../../note/note.ts";

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * `write` gives what stands in place of a citation, undefined for one that stays. Definitions and footnotes of those replaced go,
 * with the blank lines that would be left; front matter and all other text stay.
 */
export function withoutCitations(note: Note, citations: readonly Citation[], write: (citation: Citation, index: number) => string | undefined): string {
  const { text } = note;
  const replacements = new Map<number, Replacement>();
  const kept = new Set<number>();
  citations.forEach((citation, index) => {
    const written = write(citation, index);
    const { linkRange, definitionRange } = citation;
    if (written === undefined) {
      if (definitionRange) kept.add(definitionRange.start);
      return;
    }
    // several pandoc keys stand in one bracket
    const known = replacements.get(linkRange.start);
    replacements.set(linkRange.start, { ...linkRange, text: (known?.text ?? "") + written });
    if (definitionRange && !kept.has(definitionRange.start)) replacements.set(definitionRange.start, wholeLine(text, definitionRange));
  });
  for (const start of kept) if (replacements.get(start)?.text === "") replacements.delete(start);
  let done = "";
  let at = 0;
  for (const { start, end, text: written } of [...replacements.values()].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    done += text.slice(at, start) + written;
    at = end;
  }
  const eol = lineEndOf(text);
  return (done + text.slice(at)).replace(/(?:\r\n|\n|\r)[ \t]*(?:(?:\r\n|\n|\r)[ \t]*)+$/, eol);
}

/** A definition with its line end. */
function wholeLine(text: string, { start, end }: { readonly start: number; readonly end: number }): Replacement {
  const lineEnd = /\r\n|\n|\r/y;
  lineEnd.lastIndex = end;
  return { start, end: lineEnd.test(text) ? lineEnd.lastIndex : end, text: "" };
}
