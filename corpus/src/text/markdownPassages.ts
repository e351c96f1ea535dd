// The text of a Markdown document as passages: paragraphs, headings, lists, quotes, table cells and link texts, a passage a
// line. Code, front matter, HTML, comments, images, addresses, link destinations, titles and definitions are no text.
import type { SyntaxNode, Tree } from "@lezer/common";
import { frontMatterRange } from "./frontMatter.ts";
import { lineStarts } from "./lines.ts";
import { tablePassages } from "./markdownTable.ts";
import { parseMarkdown } from "./markdownParser.ts";
import { tameMarkdown } from "./tameMarkdown.ts";
import type { Passage } from "./passage.ts";
import { plainPassages, type LineWalk } from "./plainText.ts";

/** Where a tree's text is read from. */
export interface PassageSource {
  /** By the tree's offsets. */
  readonly source: string;
  /** Added to the tree's offsets, gives those of `walk`. */
  readonly shift: number;
  readonly walk: LineWalk;
}

/** What stands around a block and decides how it is read. */
export interface BlockContext {
  /** The last line of the paragraph or heading right before it: a table's caption. */
  readonly before: string;
  /** A table follows. */
  readonly beforeTable: boolean;
  /** How many lists and quotes the block lies in. */
  readonly depth: number;
}

export interface BlockPassages {
  readonly passages: readonly Passage[];
  /** `before` of the next block. */
  readonly last: string;
}

const CAPTION = /^(?:表|圖表|图表|[Tt]able|TABLE|[Ee]xhibit|單位|单位|[(（]?(?:單位|单位))/;
/** A footnote's definition is a citation, not text. */
const FOOTNOTE = /^\[\^[^\]\n]{1,80}\]:/;
const DEEPEST = 100;

/** The passages of one block of a tree, in order. Blocks of a document are read in order, for the walk goes on. */
export function blockPassages(block: SyntaxNode, from: PassageSource, { before, beforeTable, depth }: BlockContext): BlockPassages {
  const { source, shift, walk } = from;
  switch (block.name) {
    case "Blockquote":
    case "BulletList":
    case "OrderedList":
    case "ListItem":
      return { passages: depth < DEEPEST ? innerPassages(block, from, depth + 1) : [], last: "" };
    case "Paragraph":
    case "Task": {
      const found = FOOTNOTE.test(source.slice(block.from, block.from + 90)) ? [] : plainPassages(block, source, shift, walk, "text");
      const last = found.at(-1)?.text ?? "";
      const isCaption = beforeTable && CAPTION.test(last);
      return { passages: isCaption ? found.map((passage, i) => (i === found.length - 1 ? { ...passage, kind: "caption" as const } : passage)) : found, last };
    }
    case "ATXHeading1":
    case "ATXHeading2":
    case "ATXHeading3":
    case "ATXHeading4":
    case "ATXHeading5":
    case "ATXHeading6":
    case "SetextHeading1":
    case "SetextHeading2": {
      const passages = plainPassages(block, source, shift, walk, "heading");
      return { passages, last: passages.at(-1)?.text ?? "" };
    }
    case "Table":
      return { passages: tablePassages(block, source, shift, walk, before), last: "" };
    default:
      return { passages: [], last: "" };
  }
}

/** `start`: blocks that begin before it, by the tree's offsets, are left out. */
function innerPassages(parent: SyntaxNode, from: PassageSource, depth: number, start = 0): Passage[] {
  const passages: Passage[] = [];
  let before = "";
  for (let block = parent.firstChild; block; block = block.nextSibling) {
    if (block.from < start) continue;
    const found = blockPassages(block, from, { before, beforeTable: block.nextSibling?.name === "Table", depth });
    for (const passage of found.passages) passages.push(passage);
    before = found.last;
  }
  return passages;
}

/**
 * @param text the whole document, front matter included
 * @param tree its syntax tree by `markdownParser`, if there is one already; without, the text is parsed
 * @returns passages in the order of the text; lines are 0-based, columns UTF-16
 */
export function markdownPassages(text: string, tree?: Tree): Passage[] {
  const front = frontMatterRange(text);
  const bodyStart = typeof front === "object" ? front.bodyStart : 0;
  const source = tree ? text : text.slice(bodyStart);
  const from = { source, shift: tree ? 0 : bodyStart, walk: { source: text, starts: lineStarts(text), line: 0 } };
  return innerPassages((tree ?? parseMarkdown(tameMarkdown(source))).topNode, from, 0, bodyStart - from.shift);
}
