// The edits that put a cited figure (or words) into a note: the link where the analyst writes, the definition in its block.
// Both travel together, so that one undo takes both back; where they meet at the end of the file they are one edit.
import type { Span } from "../text/sentences.ts";
import { definitionPlace, lineEndOf } from "./definitionPlace.ts";
import { escapeLinkText } from "./escapeLinkText.ts";
import type { Note } from "./note.ts";
import { labelIn } from "./noteLabels.ts";
import { silentAt } from "./silentAt.ts";
import { escapeSnippet } from "./snippet.ts";
import { writeTitle } from "./title.ts";

export interface CitationToInsert {
  readonly note: Note;
  /** What is replaced, empty for a plain insertion: a half-typed number, or the plain figure that is being cited. */
  readonly range: Span;
  /** The words to stand in the link: plain text, or the very Markdown of `range` when that is wrapped. */
  readonly text: string;
  /** As `relativeTarget` writes it. */
  readonly target: string;
  /** The exact words of the source; empty for a citation without a quote. */
  readonly quote: string;
  readonly style: "reference" | "inline";
  /** Whether the client takes snippets. */
  readonly snippets: boolean;
}

/** A replacement of UTF-16 offsets of the note. */
export interface TextEdit extends Span {
  readonly newText: string;
}

export interface InsertedCitation {
  /** `snippet`: newText is an LSP snippet; send it with `insertTextMode` asIs, for its later lines must not be indented. */
  readonly mainEdit: TextEdit & { readonly snippet: boolean };
  /** Never touch or overlap mainEdit. */
  readonly additionalEdits: readonly TextEdit[];
  readonly label?: string;
  /** False where no link can stand (code, front matter, in or around another link): then the words alone are inserted. */
  readonly cited: boolean;
}

/** Whether a link is open around the range: links hold no links. */
function insideLink({ tree }: Note, { start, end }: Span): boolean {
  for (const side of [1, -1] as const)
    for (
      let node: ReturnType<typeof tree.resolveInner> | null = tree.resolveInner(side === 1 ? start : end, side);
      node;
      node = node.parent
    )
      if ((node.name === "Link" || node.name === "Image") && node.from < start && end < node.to && !isBareBracket(node))
        return true;
  return false;
}

const isBareBracket = (node: { readonly name: string; getChild(name: string): unknown }): boolean =>
  node.name === "Link" && !node.getChild("URL") && !node.getChild("LinkLabel") && !node.getChild("LinkTitle");

/** A space where the character before would make the link something else: `!` an image, `\` an escape, `]` a label, `^` a note. */
function lead({ text, citations }: Note, start: number): string {
  const before = text.charAt(start - 1);
  let escapes = 0;
  while (text.charAt(start - (before === "\\" ? 1 : 2) - escapes) === "\\") escapes++;
  if (before === "\\") return escapes % 2 === 1 ? " " : "";
  if (before === "!" || before === "^") return escapes % 2 === 1 ? "" : " ";
  if (before === "]")
    return citations.some(({ form, linkRange }) => form === "link" && linkRange.end === start) ? "" : " ";
  return "";
}

/** A target as a table cell can hold it, too. */
export const forTable = (target: string): string => target.replaceAll("|", "%7C").replaceAll("`", "%60");

/** What stands between link and label: `[words]`, escaped where they are not the note's own; undefined where no link can stand. */
export function linkWords({ note, range, text }: Pick<CitationToInsert, "note" | "range" | "text">): string | undefined {
  const wrapped = range.end > range.start && note.text.slice(range.start, range.end) === text;
  const holdsLink =
    wrapped && note.citations.some(({ linkRange }) => linkRange.start < range.end && linkRange.end > range.start);
  const silent = silentAt(note, range.start) ?? silentAt(note, range.end);
  if (holdsLink || silent !== undefined || insideLink(note, range)) return undefined;
  return lead(note, range.start) + "[" + (wrapped ? text : escapeLinkText(text)) + "]";
}

/** The title behind a target, with the space before it; empty without a quote. */
export const titlePart = (quote: string): string => (quote.trim() === "" ? "" : ` "${writeTitle(quote)}"`);

/** The edits of one citation. */
export function insertCitation(insertion: CitationToInsert): InsertedCitation {
  const { note, range, target, quote, style, snippets } = insertion;
  const words = linkWords(insertion);
  if (words === undefined)
    return { mainEdit: { ...range, newText: insertion.text, snippet: false }, additionalEdits: [], cited: false };
  const title = titlePart(quote);
  if (style === "inline")
    return {
      mainEdit: { ...range, newText: `${words}(${forTable(target)}${title})`, snippet: false },
      additionalEdits: [],
      cited: true,
    };

  const { label, isNew } = labelIn(note, target, writeTitle(quote));
  const link = `${words}[${label}]`;
  if (!isNew) return { mainEdit: { ...range, newText: link, snippet: false }, additionalEdits: [], label, cited: true };
  const definition = `[${label}]: ${target}${title}`;
  const place = definitionPlace(note, range.end);
  if (place.offset < range.start || place.offset > range.end) {
    const edit = { start: place.offset, end: place.offset, newText: `${place.before}${definition}${place.behind}` };
    return { mainEdit: { ...range, newText: link, snippet: false }, additionalEdits: [edit], label, cited: true };
  }
  const eol = lineEndOf(note.text);
  const rest = `${eol}${eol}${definition}${place.behind || eol}`;
  const newText = snippets ? `${escapeSnippet(link)}$0${escapeSnippet(rest)}` : link + rest;
  return { mainEdit: { ...range, newText, snippet: snippets }, additionalEdits: [], label, cited: true };
}
