// A note with footnotes: `570億美元[^1]`, and each source in words with its quote and place, a source once. What is written is read
// again as a citation.
import { lineEndOf } from "../../note/definitionPlace.ts";
import type { Note } from "../../note/note.ts";
import { escapeMarkdown } from "../escape.ts";
import { sourceLine, type ExportedCitation } from "./exportedCitation.ts";
import { withoutCitations } from "./withoutCitations.ts";

export function exportFootnotes(note: Note, exported: readonly ExportedCitation[]): string {
  const eol = lineEndOf(note.text);
  const taken = new Set(Array.from(note.text.matchAll(/\[\^([^\]\s]{1,40})\]/g), ([, label]) => label));
  const numbers = new Map<string, string>();
  const lines: string[] = [];
  let next = 1;
  const numberOf = (one: ExportedCitation): string => {
    const { citation, quote } = one;
    const source = `${citation.target}\n${quote}`;
    const known = numbers.get(source);
    if (known !== undefined) return known;
    while (taken.has(String(next))) next++;
    const number = String(next++);
    numbers.set(source, number);
    const words = quote ? `「${oneLine(quote)}」` : "";
    lines.push(`[^${number}]: ${words}${words ? " " : ""}${escapeMarkdown(sourceLine(one))}${citation.target ? `. <${citation.target}>` : ""}`);
    return number;
  };
  const body = withoutCitations(
    note,
    exported.map(({ citation }) => citation),
    (citation, index) => {
      const one = exported[index];
      return one && citation.form !== "footnote" ? `${citation.text}[^${numberOf(one)}]` : undefined;
    },
  );
  return lines.length ? `${body.trimEnd()}${eol}${eol}${lines.join(eol)}${eol}` : body;
}

/** A quote within corner brackets ends at the bracket that closes it: its own are written otherwise. */
const oneLine = (quote: string): string => quote.replace(/[\r\n]+/g, " ").replaceAll("「", "『").replaceAll("」", "』");
