// A note as one HTML page that needs nothing else: headings, paragraphs, lists, quotes, tables, emphasis, code; each citation a
// link whose title quotes the source, and the list of sources at the end. All text is escaped, raw HTML of the note too.
import type { SyntaxNode } from "@lezer/common";
import type { Note } from "../../note/note.ts";
import { unescapeMarkdown } from "../../note/unescapeMarkdown.ts";
import { sourceLine, type ExportedCitation } from "./exportedCitation.ts";

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Only these schemes become links; a relative path is one too. */
const SAFE = /^(?:https?:|mailto:|file:)/i;
const isSafe = (target: string): boolean => SAFE.test(target) || !/^[^/?#]*:/.test(target);

const ELEMENTS: Readonly<Record<string, string>> = {
  Paragraph: "p", Blockquote: "blockquote", BulletList: "ul", OrderedList: "ol", ListItem: "li", Emphasis: "em", StrongEmphasis: "strong", Strikethrough: "s", Task: "p",
  ATXHeading1: "h1", ATXHeading2: "h2", ATXHeading3: "h3", ATXHeading4: "h4", ATXHeading5: "h5", ATXHeading6: "h6", SetextHeading1: "h1", SetextHeading2: "h2",
};
/** Marks and what a link shows of itself elsewhere. */
const SILENT = /Mark$|^(?:LinkReference|CommentBlock|ProcessingInstructionBlock|Comment|ProcessingInstruction|TableDelimiter|LinkLabel|LinkTitle|URL)$/;

export function exportHtml(note: Note, exported: readonly ExportedCitation[], title: string, language: string): string {
  const { text, tree } = note;
  const byStart = new Map<number, readonly ExportedCitation[]>();
  for (const one of exported) byStart.set(one.citation.linkRange.start, [...(byStart.get(one.citation.linkRange.start) ?? []), one]);
  const numbers = new Map<string, number>();
  const sources: string[] = [];
  const numberOf = (one: ExportedCitation): number => {
    const key = `${one.citation.target}\n${one.citation.key ?? ""}\n${one.quote}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = numbers.size + 1;
    numbers.set(key, number);
    const told = `${one.quote ? `<q>${escapeHtml(one.quote)}</q> ` : ""}${escapeHtml(sourceLine(one))}`;
    const { target } = one.citation;
    sources.push(`<li id="source-${number}">${target && isSafe(target) ? `<a href="${escapeHtml(target)}">${told}</a>` : told}</li>`);
    return number;
  };
  const plain = (from: number, to: number): string => escapeHtml(unescapeMarkdown(text.slice(from, to)));

  const children = (node: SyntaxNode, from = node.from, to = node.to): string => {
    let html = "";
    let at = from;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.from < at || child.to > to) continue;
      html += plain(at, child.from) + render(child);
      at = child.to;
    }
    return html + plain(at, to);
  };
  const blocks = (node: SyntaxNode): string => {
    let html = "";
    for (let child = node.firstChild; child; child = child.nextSibling) html += render(child);
    return html;
  };
  const link = (node: SyntaxNode): string => {
    const cited = byStart.get(node.from);
    const [one] = cited ?? [];
    const marks = node.getChildren("LinkMark");
    const [open, close] = [marks[0], marks[1]];
    const words = open && close ? children(node, open.to, close.from) : plain(node.from, node.to);
    if (one && cited) {
      const notes = cited.map((each) => numberOf(each)).map((number) => `<sup><a href="#source-${number}">${number}</a></sup>`);
      const shown = one.citation.textRange.end > one.citation.textRange.start ? words : "";
      const { target } = one.citation;
      return `${shown && target && isSafe(target) ? `<a class="cited" href="${escapeHtml(target)}" title="${escapeHtml(one.quote)}">${shown}</a>` : shown}${notes.join("")}`;
    }
    const url = node.getChild("URL");
    const target = url ? unescapeMarkdown(text.slice(url.from, url.to).replace(/^<|>$/g, "")) : "";
    return target && isSafe(target) ? `<a href="${escapeHtml(target)}">${words}</a>` : node.getChild("LinkLabel") || target ? words : plain(node.from, node.to);
  };
  const row = (node: SyntaxNode, cell: "th" | "td"): string => `<tr>${node.getChildren("TableCell").map((one) => `<${cell}>${children(one).trim()}</${cell}>`).join("")}</tr>\n`;
  const render = (node: SyntaxNode): string => {
    const { name } = node;
    if (SILENT.test(name)) return "";
    const element = ELEMENTS[name];
    if (element !== undefined) {
      const isBlock = /List$|^ListItem$|^Blockquote$/.test(name);
      return isBlock ? `<${element}>${blocks(node)}</${element}>\n` : /^(?:em|strong|s)$/.test(element) ? `<${element}>${children(node)}</${element}>` : `<${element}>${children(node).trim()}</${element}>\n`;
    }
    switch (name) {
      case "Link":
        return link(node);
      case "HardBreak":
        return "<br>\n";
      case "HorizontalRule":
        return "<hr>\n";
      case "Table": {
        const head = node.getChild("TableHeader");
        return `<table>\n${head ? `<thead>${row(head, "th")}</thead>\n` : ""}<tbody>\n${node.getChildren("TableRow").map((one) => row(one, "td")).join("")}</tbody>\n</table>\n`;
      }
      case "FencedCode":
      case "CodeBlock":
        return `<pre><code>${node.getChildren("CodeText").map(({ from, to }) => escapeHtml(text.slice(from, to))).join("\n")}</code></pre>\n`;
      case "InlineCode":
        return `<code>${escapeHtml(text.slice(node.from, node.to).replace(/^`+|`+$/g, ""))}</code>`;
      case "HTMLBlock":
        return `<p>${escapeHtml(text.slice(node.from, node.to))}</p>\n`;
      case "Image":
        return plain(node.from, node.to);
      default:
        return plain(node.from, node.to);
    }
  };
  const body = blocks(tree.topNode);
  const list = sources.length ? `<ol class="sources">\n${sources.join("\n")}\n</ol>\n` : "";
  return `<!doctype html>\n<html lang="${escapeHtml(language)}">\n<meta charset="utf-8">\n<title>${escapeHtml(title)}</title>\n<style>body{max-width:46em;margin:2em auto;padding:0 1em;font-family:sans-serif;line-height:1.6}table{border-collapse:collapse}td,th{border:1px solid #bbb;padding:.2em .6em}.cited{text-decoration:underline dotted;color:inherit}.sources{font-size:.85em}</style>\n<body>\n${body}${list}</body>\n</html>\n`;
}
