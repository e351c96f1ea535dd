// Where the definition of a new citation goes: behind the last of the block that is there, else at the end of the note with a
// blank line before it.
import type { SyntaxNode } from "@lezer/common";
import { readHint } from "./readTarget.ts";
import type { Definition } from "./citation.ts";
import type { Note } from "./note.ts";

export interface DefinitionPlace {
  readonly offset: number;
  /** Line ends before and behind the definition. */
  readonly before: string;
  readonly behind: string;
  /** The definition follows others; else a blank line must come before it, whatever is inserted at the same offset. */
  readonly appended: boolean;
}

/** The line end that the note uses. */
export const lineEndOf = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";

const pointsAtPlace = ({ target }: Definition): boolean => {
  const at = target.lastIndexOf("#");
  return at > 0 && readHint(target.slice(at + 1)) !== undefined;
};

/** The last definition of the block to append to: the one that ends the note, else the last that points at a place of a file. */
function lastOfBlock({ text, definitions }: Note): Definition | undefined {
  const own = definitions.filter(({ topLevel }) => topLevel);
  const last = own.at(-1);
  return last && text.slice(last.range.end).trim() === "" ? last : own.findLast(pointsAtPlace);
}

const CLOSINGS: ReadonlyMap<string, RegExp> = new Map([
  ["CommentBlock", /-->/],
  ["ProcessingInstructionBlock", /\?>/],
  ["HTMLBlock", /<\/(?:script|pre|style|textarea)>|\]\]>|>\s*$/i],
]);

/** Whether a block at the end of the note is still open, so that anything behind it would belong to it. */
function isOpen(text: string, node: SyntaxNode): boolean {
  if (node.name === "FencedCode") return node.getChildren("CodeMark").length < 2;
  const written = text.slice(node.from, node.to);
  if (node.name === "HTMLBlock" && !/^\s*<(?:script|pre|style|textarea|!\[CDATA\[|![A-Za-z])/i.test(written))
    return false;
  return CLOSINGS.get(node.name)?.test(written) === false;
}

/** Line ends that make a blank line behind `text` and end no line that is blank already. */
function blankLineAfter(text: string, eol: string): string {
  const tail = text.slice(text.trimEnd().length);
  const ends = tail.match(/\r\n|\n|\r/g)?.length ?? 0;
  // spaces on the last line would indent the definition
  const indented = /[^\r\n]$/.test(tail) ? 1 : 0;
  return eol.repeat(Math.max(2 - ends, indented));
}

/** The place of a new definition; `cursor` is where words are about to be inserted, so that no line there counts as blank. */
export function definitionPlace(note: Note, cursor: number): DefinitionPlace {
  const { text } = note;
  const eol = lineEndOf(text);
  const last = lastOfBlock(note);
  if (last) return { offset: last.range.end, before: eol, behind: "", appended: true };
  const block = note.tree.topNode.lastChild;
  const open = block !== null && isOpen(text, block);
  const offset = open ? block.from : text.length;
  const written = cursor <= offset ? `x${text.slice(cursor, offset)}` : text.slice(0, offset);
  const before = written.trim() === "" ? "" : blankLineAfter(written, eol);
  return { offset, before, behind: open ? eol + eol : eol, appended: false };
}
