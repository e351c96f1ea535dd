// The one Markdown parser of the project: CommonMark with tables, strikethrough and task lists. GFM's bare links are left
// out, for they run on through Han text behind an address (`https://a.com/x，年增62%`); addresses are found by urls.ts.
import { parser, Strikethrough, Table, TaskList } from "@lezer/markdown";
import type { Input, Tree, TreeFragment } from "@lezer/common";

export const markdownParser = parser.configure([Table, Strikethrough, TaskList]);

/** The syntax tree of a Markdown text; `fragments` of an older tree make it incremental. Offsets are UTF-16. */
export const parseMarkdown = (text: string | Input, fragments?: readonly TreeFragment[]): Tree =>
  // the parser knows \n and \r\n; VS Code ends a line at a lone \r too
  markdownParser.parse(typeof text === "string" && text.includes("\r") ? text.replace(/\r(?!\n)/g, "\n") : text, fragments);
