// One walk over the syntax tree of a note: links, definitions, headings and what is not prose, as spans.
import type { SyntaxNodeRef, Tree } from "@lezer/common";
import type { Span } from "../text/sentences.ts";
import { normalizeLabel, type Definition } from "./citation.ts";
import type { Heading } from "./note.ts";
import type { SilentSpan } from "./silentAt.ts";
import { readTitle } from "./title.ts";

/** A link as Markdown parts it; whether its label is defined is not known here. */
export interface WrittenLink {
  readonly range: Span;
  readonly textRange: Span;
  /** Between the brackets of `[text][label]`; equal to textRange for `[text]` and `[text][]`. */
  readonly labelRange?: Span;
  readonly shortcut: boolean;
  /** Without angle brackets. */
  readonly targetRange?: Span;
  readonly titleRange?: Span;
}

export interface TreeParts {
  readonly links: readonly WrittenLink[];
  readonly definitions: readonly Definition[];
  readonly headings: readonly Heading[];
  readonly silent: readonly SilentSpan[];
}

const inside = (text: string, { from, to }: { from: number; to: number }): Span =>
  text.charCodeAt(from) === 0x3c && text.charCodeAt(to - 1) === 0x3e ? { start: from + 1, end: to - 1 } : { start: from, end: to };

function writtenLink(text: string, { node }: SyntaxNodeRef): WrittenLink | undefined {
  const marks = node.getChildren("LinkMark");
  const closing = marks.find(({ from }, i) => i > 0 && text.charCodeAt(from) === 0x5d);
  if (!closing) return undefined;
  const range = { start: node.from, end: node.to };
  const textRange = { start: node.from + 1, end: closing.from };
  const behind = <T extends { readonly from: number }>(child: T | undefined) => (child && child.from >= closing.to ? child : undefined);
  const label = behind(node.getChildren("LinkLabel").at(-1));
  if (label) {
    const empty = label.to - label.from <= 2;
    return { range, textRange, labelRange: empty ? textRange : { start: label.from + 1, end: label.to - 1 }, shortcut: false };
  }
  if (closing.to === node.to) return { range, textRange, labelRange: textRange, shortcut: true };
  const url = behind(node.getChildren("URL").at(-1));
  const title = behind(node.getChildren("LinkTitle").at(-1));
  return {
    range,
    textRange,
    shortcut: false,
    targetRange: url ? inside(text, url) : { start: closing.to + 1, end: closing.to + 1 },
    ...(title ? { titleRange: { start: title.from, end: title.to } } : {}),
  };
}

function definition(text: string, { node }: SyntaxNodeRef): Definition | undefined {
  const label = node.getChild("LinkLabel");
  const url = node.getChild("URL");
  if (!label || !url) return undefined;
  const written = node.getChild("LinkTitle");
  const targetRange = inside(text, url);
  const title = written ? readTitle(text.slice(written.from, written.to)) : undefined;
  return {
    range: { start: node.from, end: written?.to ?? url.to },
    label: normalizeLabel(text.slice(label.from + 1, label.to - 1)),
    labelRange: { start: label.from + 1, end: label.to - 1 },
    target: text.slice(targetRange.start, targetRange.end),
    targetRange,
    ...(written ? { titleRange: { start: written.from, end: written.to } } : {}),
    ...(title === undefined ? {} : { title }),
    topLevel: node.parent?.name === "Document",
  };
}

function heading(text: string, { node }: SyntaxNodeRef): Heading {
  const marks = node.getChildren("HeaderMark");
  const underlined = node.name.startsWith("Setext");
  const start = underlined ? node.from : (marks[0]?.to ?? node.from);
  const last = marks.at(-1);
  const end = last && last.from >= start ? last.from : node.to;
  return { range: { start: node.from, end: node.to }, level: Number(node.name.slice(-1)), text: text.slice(start, end).trim() };
}

const BLOCKS: ReadonlyMap<string, SilentSpan["kind"]> = new Map([
  ["FencedCode", "code"],
  ["CodeBlock", "code"],
  ["HTMLBlock", "html"],
  ["CommentBlock", "html"],
  ["ProcessingInstructionBlock", "html"],
]);
const INLINE: ReadonlyMap<string, SilentSpan["kind"]> = new Map([
  ["InlineCode", "code"],
  ["HTMLTag", "html"],
  ["Comment", "html"],
  ["ProcessingInstruction", "html"],
  ["Autolink", "target"],
]);

/** The parts of a note's tree, each list in the order of the text. */
export function readTree(text: string, tree: Tree): TreeParts {
  const links: WrittenLink[] = [];
  const definitions: Definition[] = [];
  const headings: Heading[] = [];
  const silent: SilentSpan[] = [];
  tree.iterate({
    enter(node) {
      const block = BLOCKS.get(node.name);
      const inline = block ?? INLINE.get(node.name);
      if (inline !== undefined) {
        // an indented block's first line begins before its node
        const start = node.name === "CodeBlock" ? node.from - 1 : node.from;
        silent.push({ start, end: node.to, kind: inline, closed: block !== undefined });
        if (node.name === "Autolink") {
          const target = { start: node.from + 1, end: node.to - 1 };
          links.push({ range: { start: node.from, end: node.to }, textRange: target, targetRange: target, shortcut: false });
        }
        return false;
      }
      if (node.name === "Link") {
        const link = writtenLink(text, node);
        if (link) links.push(link);
      } else if (node.name === "LinkReference") {
        const found = definition(text, node);
        if (found) definitions.push(found);
        silent.push({ start: node.from, end: found?.range.end ?? node.to, kind: "definition", closed: true });
        return false;
      } else if (node.name.startsWith("ATXHeading") || node.name.startsWith("SetextHeading")) headings.push(heading(text, node));
      return undefined;
    },
    leave(node) {
      // behind the link's text: label, destination, title; pushed on leaving, for code may stand in the text
      if (node.name !== "Link") return;
      const link = links.findLast(({ range }) => range.start === node.from);
      if (link && !link.shortcut) silent.push({ start: link.textRange.end, end: node.to, kind: "target", closed: false });
    },
  });
  return { links, definitions, headings, silent };
}
