// A note's text → its citations, definitions, headings and front matter. The syntax tree of the text before the edit is used
// again where nothing changed, so that a keystroke in a long note costs little.
import { TreeFragment, type ChangedRange, type Tree } from "@lezer/common";
import { lineStarts } from "../text/lines.ts";
import { parseMarkdown } from "../text/markdownParser.ts";
import { normalizeLabel, type Citation, type Definition } from "./citation.ts";
import { findFootnotes, footnoteAt, footnoteCitation, footnoteSources, isFootnoteReference } from "./footnotes.ts";
import { readFrontMatter, type FrontMatter } from "./frontMatter.ts";
import { linkCitation } from "./linkCitation.ts";
import type { Note, UndefinedLabel } from "./note.ts";
import { pandocCitations } from "./pandocCitations.ts";
import { readTree, type WrittenLink } from "./readTree.ts";
import { relinked } from "./relinked.ts";
import { tameMarkdown } from "../text/tameMarkdown.ts";
import { textFragmentLinks } from "./textFragmentLinks.ts";

/** The text as Markdown is to see it, of the same length: front matter blank, lines ended by \n alone, excess marks gone. */
function markdownText(text: string, frontMatter: FrontMatter | undefined): string {
  const lines = text.includes("\r") ? text.replace(/\r(?!\n)/g, "\n").replaceAll("\r", " ") : text;
  const body = tameMarkdown(lines);
  if (!frontMatter) return body;
  const { end } = frontMatter.range;
  return body.slice(0, end).replace(/[^\r\n]/g, " ") + body.slice(end);
}

/**
 * What changed between two texts: the units between their common beginning and their common end, widened to the start of the
 * line before. A paragraph above a table ends by looking ahead at the table's second line, which Lezer's reuse forgets; and a
 * text cut off at its beginning must not be taken for the whole of a block there.
 */
function changeBetween(before: string, after: string): ChangedRange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end++;
  const lineStart = after.lastIndexOf("\n", start - 1);
  const widened = start === 0 ? 0 : Math.max(0, after.lastIndexOf("\n", lineStart - 1));
  if (widened === 0 && end > 0) end--;
  return { fromA: widened, toA: before.length - end, fromB: widened, toB: after.length - end };
}

/** What each tree was made from. */
const parsed = new WeakMap<Tree, string>();

function parseTree(text: string, frontMatter: FrontMatter | undefined, previous: Note | undefined): Tree {
  const markdown = markdownText(text, frontMatter);
  const before = previous && parsed.get(previous.tree);
  const fragments = previous && before !== undefined ? TreeFragment.applyChanges(TreeFragment.addTree(previous.tree), [changeBetween(before, markdown)]) : undefined;
  const tree = parseMarkdown(markdown, fragments);
  parsed.set(tree, markdown);
  return tree;
}

/** Finds the definition of a label as written; the first of several holds. */
function definitionFinder(definitions: readonly Definition[]): (label: string) => Definition | undefined {
  const byLabel = new Map<string, Definition>();
  for (const definition of definitions) if (!byLabel.has(definition.label)) byLabel.set(definition.label, definition);
  const byWriting = new Map<string, Definition | undefined>();
  return (label) => {
    if (!byWriting.has(label)) byWriting.set(label, byLabel.get(normalizeLabel(label)));
    return byWriting.get(label);
  };
}

/** Parses a note; `previous` is any earlier state of it. Never fails; offsets are UTF-16 offsets of `text`. */
export function parseNote(text: string, previous?: Note): Note {
  if (previous?.text === text) return previous;
  const frontMatter = readFrontMatter(text, previous?.frontMatter);
  const tree = parseTree(text, frontMatter, previous);
  const parts = readTree(text, tree);
  const defined = definitionFinder(parts.definitions);
  const definitionOf = (link: WrittenLink) =>
    link.labelRange && defined(text.slice(link.labelRange.start, link.labelRange.end));
  const links = relinked(text, parts.links, (label) => defined(label) !== undefined);

  const footnotes = findFootnotes(text, tree, links, parts.definitions);
  const sources = footnoteSources(text, footnotes, links, (link) => linkCitation(text, link, definitionOf(link)));
  const inFootnote = ({ range }: WrittenLink) => {
    const footnote = footnoteAt(footnotes, range.start);
    return footnote !== undefined && sources.has(footnote.label);
  };

  const citations: Citation[] = [];
  const undefinedLabels: UndefinedLabel[] = [];
  for (const link of links) {
    const label = link.labelRange && text.slice(link.labelRange.start, link.labelRange.end);
    if (isFootnoteReference(text, link)) {
      const source = sources.get(normalizeLabel(label ?? ""));
      if (source) citations.push(footnoteCitation(text, link, source));
      continue;
    }
    if (inFootnote(link)) continue;
    const citation = linkCitation(text, link, definitionOf(link));
    if (citation) citations.push(citation);
    else if (!link.targetRange && !definitionOf(link)) {
      if (link.shortcut) citations.push(...pandocCitations(text, link));
      else undefinedLabels.push({ linkRange: link.range, label: label ?? "" });
    }
  }
  citations.push(...textFragmentLinks(text, parts.silent, links));
  citations.sort((a, b) => a.linkRange.start - b.linkRange.start);
  const closed = frontMatter !== undefined && !/[\r\n]$/.test(text.slice(0, frontMatter.range.end));
  const opening = frontMatter ? [{ start: -1, end: frontMatter.range.end, kind: "frontMatter" as const, closed }] : [];
  return {
    text,
    tree,
    lineStarts: lineStarts(text),
    ...(frontMatter ? { frontMatter } : {}),
    headings: parts.headings,
    citations,
    definitions: parts.definitions.filter(({ label }) => !label.startsWith("^")),
    undefinedLabels,
    silent: [...opening, ...parts.silent],
  };
}
