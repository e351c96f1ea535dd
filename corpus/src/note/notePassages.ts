// The passages of a note, block by block: Lezer keeps the tree of a block that an edit left alone, and what was read from it is
// kept by that tree. Blocks below a new line are moved, not read again.
import type { SyntaxNode, Tree } from "@lezer/common";
import { lineStarts } from "../text/lines.ts";
import { blockPassages, type BlockPassages } from "../text/markdownPassages.ts";
import { ownCopy } from "../text/ownCopy.ts";
import type { Passage } from "../text/passage.ts";
import type { Note } from "./note.ts";

interface KeptBlock extends BlockPassages {
  /** What the passages depend on: the text from the start of the block's first line, and what stands around it. */
  readonly written: string;
  readonly indent: number;
  readonly before: string;
  readonly beforeTable: boolean;
  /** 0-based line of the block in the text that asked last. */
  line: number;
  passages: readonly Passage[];
}

const blocks = new WeakMap<Tree, KeptBlock>();
const kept = new WeakMap<Note, readonly Passage[]>();

const isTable = ({ name }: SyntaxNode): boolean => name === "Table";
const mayBeCaption = ({ name }: SyntaxNode): boolean => name === "Paragraph" || name === "Task";

/**
 * The passages of a note in order, as `markdownPassages` gives them: 0-based lines, UTF-16 columns. Those of a block that an edit
 * neither changed nor moved are the same objects as before.
 */
export function notePassages(note: Note): readonly Passage[] {
  const known = kept.get(note);
  if (known) return known;
  const passages: Passage[] = [];
  const bodyStart = note.frontMatter?.range.end ?? 0;
  const { lineStarts: starts } = note;
  let line = 0;
  let before = "";
  for (let block = note.tree.topNode.firstChild; block; block = block.nextSibling) {
    if (block.from < bodyStart) continue;
    while (line + 1 < starts.length && (starts[line + 1] ?? 0) <= block.from) line++;
    const found = passagesOf(note.text, block, line, starts[line] ?? 0, before);
    for (const passage of found.passages) passages.push(passage);
    before = found.last;
  }
  kept.set(note, passages);
  return passages;
}

function passagesOf(text: string, block: SyntaxNode, line: number, lineStart: number, above: string): BlockPassages {
  const tree = block.tree ?? block.toTree();
  const indent = block.from - lineStart;
  const before = isTable(block) ? above : "";
  const beforeTable = mayBeCaption(block) && block.nextSibling !== null && isTable(block.nextSibling);
  const written = text.slice(lineStart, block.to);
  const known = blocks.get(tree);
  if (known && known.indent === indent && known.beforeTable === beforeTable && known.before === before && known.written === written) {
    if (known.line !== line) {
      const by = line - known.line;
      known.passages = known.passages.map((passage) => ({ ...passage, line: passage.line + by }));
      known.line = line;
    }
    return known;
  }
  const own = ownCopy(written);
  const walk = { source: own, starts: lineStarts(own), line: 0 };
  const read = blockPassages(tree.topNode, { source: own.slice(indent), shift: indent, walk }, { before, beforeTable, depth: 0 });
  const passages = line === 0 ? read.passages : read.passages.map((passage) => ({ ...passage, line: passage.line + line }));
  const made: KeptBlock = { written: own, indent, before, beforeTable, line, passages, last: read.last };
  blocks.set(tree, made);
  return made;
}
