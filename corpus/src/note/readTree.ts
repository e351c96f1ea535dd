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
  readonly labelRange?: Span | undefined;
  readonly shortcut: boolean;
  /** Without angle brackets. */
  readonly targetRange?: Span | undefined;
  readonly titleRange?: Span | undefined;
}

export interface TreeParts {
  readonly links: readonly WrittenLink[];
  readonly definitions: readonly Definition[];
  readonly headings: readonly Heading[];
  readonly silent: readonly SilentSpan[];
}

const inside = (text: string, { from, to }: { from: number; to: number }): Span =>
  text.charCodeAt(from) === 0x3c && text.charCodeAt(to - 1) === 0x3e
    ? { start: from + 1, end: to - 1 }
    : { start: from, end: to };

/** The marks of a link or image, gathered while the walk is inside it. */
interface OpenLink {
  readonly from: number;
  /** Behind the `]` that closes the text; -1 before it. */
  closed: number;
  label?: Span;
  target?: Span;
  title?: Span;
}

/** One more child of an open link; addresses and brackets within its text are none of its marks. */
function gather(open: OpenLink, text: string, node: SyntaxNodeRef): void {
  const span = { start: node.from, end: node.to };
  if (node.name === "LinkMark") {
    if (open.closed < 0 && text.charCodeAt(node.from) === 0x5d) open.closed = node.to;
  } else if (open.closed < 0) return;
  else if (node.name === "LinkLabel") open.label = span;
  else if (node.name === "URL") open.target = inside(text, node);
  else if (node.name === "LinkTitle") open.title = span;
}

function writtenLink({ from, closed, label, target, title }: OpenLink, to: number): WrittenLink | undefined {
  if (closed < 0) return undefined;
  const textRange = { start: from + 1, end: closed - 1 };
  const shortcut = label === undefined && closed === to;
  const labelRange = label && label.end - label.start > 2 ? { start: label.start + 1, end: label.end - 1 } : textRange;
  const isInline = label === undefined && !shortcut;
  return {
    range: { start: from, end: to },
    textRange,
    shortcut,
    labelRange: isInline ? undefined : labelRange,
    targetRange: isInline ? (target ?? { start: closed + 1, end: closed + 1 }) : undefined,
    titleRange: isInline ? title : undefined,
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
  return {
    range: { start: node.from, end: node.to },
    level: Number(node.name.slice(-1)),
    text: text.slice(start, end).trim(),
  };
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

const HEADING = /^(?:ATX|Setext)Heading/;

/** The parts of a note's tree, each list in the order of the text. */
export function readTree(text: string, tree: Tree): TreeParts {
  const links: WrittenLink[] = [];
  const definitions: Definition[] = [];
  const headings: Heading[] = [];
  const silent: SilentSpan[] = [];
  const open: OpenLink[] = [];
  tree.iterate({
    enter(node) {
      const { name } = node;
      if (name === "LinkMark" || name === "LinkLabel" || name === "URL" || name === "LinkTitle") {
        const link = open.at(-1);
        if (link) gather(link, text, node);
        return false;
      }
      if (name === "Link" || name === "Image") {
        open.push({ from: node.from, closed: -1 });
        return true;
      }
      const block = BLOCKS.get(name);
      const kind = block ?? INLINE.get(name);
      if (kind !== undefined) {
        // an indented block's first line begins before its node
        const start = name === "CodeBlock" ? node.from - 1 : node.from;
        silent.push({ start, end: node.to, kind, closed: block !== undefined });
        if (name === "Autolink") {
          const target = { start: node.from + 1, end: node.to - 1 };
          links.push({
            range: { start: node.from, end: node.to },
            textRange: target,
            targetRange: target,
            shortcut: false,
          });
        }
        return false;
      }
      if (name === "LinkReference") {
        const found = definition(text, node);
        if (found) definitions.push(found);
        silent.push({ start: node.from, end: found?.range.end ?? node.to, kind: "definition", closed: true });
        return false;
      }
      if (HEADING.test(name)) headings.push(heading(text, node));
      return true;
    },
    leave(node) {
      if (node.name !== "Link" && node.name !== "Image") return;
      const marks = open.pop();
      const link = marks && node.name === "Link" ? writtenLink(marks, node.to) : undefined;
      if (!link) return;
      links.push(link);
      if (!link.shortcut) silent.push({ start: link.textRange.end, end: node.to, kind: "target", closed: false });
    },
  });
  return { links, definitions, headings, silent };
}
