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

/**
 * @param text the whole document, front matter included
 * @param tree its syntax tree by `markdownParser`, if there is one already; without, the text is parsed
 * @returns passages in the order of the text; lines are 0-based, columns UTF-16
 */
export function markdownPassages(text: string, tree?: Tree): Passage[] {
  const front = frontMatterRange(text);
  const bodyStart = typeof front === "object" ? front.bodyStart : 0;
  const shift = tree ? 0 : bodyStart;
  const source = tree ? text : text.slice(bodyStart);
  const walk: LineWalk = { source: text, starts: lineStarts(text), line: 0 };
  const passages: Passage[] = [];
  const add = (found: readonly Passage[]) => {
    for (const passage of found) passages.push(passage);
  };

  const visit = (node: SyntaxNode, depth: number): void => {
    let before = "";
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.from + shift < bodyStart) continue;
      switch (child.name) {
        case "Blockquote":
        case "BulletList":
        case "OrderedList":
        case "ListItem":
          if (depth < 100) visit(child, depth + 1);
          before = "";
          break;
        case "Paragraph":
        case "Task": {
          // a footnote's definition is a citation, not text
          const found = /^\[\^[^\]\n]{1,80}\]:/.test(source.slice(child.from, child.from + 90))
            ? []
            : plainPassages(child, source, shift, walk, "text");
          before = found.at(-1)?.text ?? "";
          const isCaption =
            child.nextSibling?.name === "Table" &&
            /^(?:表|圖表|图表|[Tt]able|TABLE|[Ee]xhibit|單位|单位|[(（]?(?:單位|单位))/.test(before);
          add(
            isCaption
              ? found.map((passage, i) => (i === found.length - 1 ? { ...passage, kind: "caption" as const } : passage))
              : found,
          );
          break;
        }
        case "ATXHeading1":
        case "ATXHeading2":
        case "ATXHeading3":
        case "ATXHeading4":
        case "ATXHeading5":
        case "ATXHeading6":
        case "SetextHeading1":
        case "SetextHeading2": {
          const found = plainPassages(child, source, shift, walk, "heading");
          before = found.at(-1)?.text ?? "";
          add(found);
          break;
        }
        case "Table":
          add(tablePassages(child, source, shift, walk, before));
          before = "";
          break;
        default:
          before = "";
      }
    }
  };
  visit((tree ?? parseMarkdown(tameMarkdown(source))).topNode, 0);
  return passages;
}
