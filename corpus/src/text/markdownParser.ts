// The one Markdown parser of the project: CommonMark with tables, strikethrough and task lists. GFM's bare links are left
// out, for they run on through Han text behind an address (`https://a.com/x，年增62%`); addresses are found by urls.ts.
import { parser, Strikethrough, Table, TaskList, type InlineContext, type MarkdownConfig } from "@lezer/markdown";
import type { Input, Tree, TreeFragment } from "@lezer/common";

/** A paragraph longer than this is plain text, and so are marks beyond these numbers: their cost grows with the square. */
const LONGEST = 50_000;
const MOST: Readonly<Record<number, number>> = { 0x2a: 1000, 0x5f: 1000, 0x7e: 1000, 0x5d: 1000, 0x3c: 300, 0x60: 300 };
/** `](`, each of which may look for its end through the whole paragraph. */
const MOST_DESTINATIONS = 200;

interface Used {
  readonly marks: Map<number, number>;
  destinations: number;
}

const used = new WeakMap<InlineContext, Used>();

/** Lists and quotes nested deeper than this are plain text. */
const DEEPEST = 50;

const bounded: MarkdownConfig = {
  parseBlock: [
    {
      name: "TooDeep",
      before: "Blockquote",
      parse(context, line) {
        if (context.depth < DEEPEST) return false;
        context.addElement(
          context.elt("Paragraph", context.lineStart + line.pos, context.lineStart + line.text.length),
        );
        context.nextLine();
        return true;
      },
    },
  ],
  parseInline: [
    {
      name: "Bounded",
      before: "Escape",
      parse(context, next, position) {
        if (context.end - context.offset > LONGEST) return context.end;
        const most = MOST[next];
        if (most === undefined) return -1;
        let counts = used.get(context);
        if (!counts) used.set(context, (counts = { marks: new Map(), destinations: 0 }));
        const count = (counts.marks.get(next) ?? 0) + 1;
        counts.marks.set(next, count);
        if (next === 0x5d && context.char(position + 1) === 0x28) counts.destinations++;
        return count > most || counts.destinations > MOST_DESTINATIONS ? position + 1 : -1;
      },
    },
  ],
};

export const markdownParser = parser.configure([Table, Strikethrough, TaskList, bounded]);

/** The syntax tree of a Markdown text; `fragments` of an older tree make it incremental. Offsets are UTF-16. */
export const parseMarkdown = (text: string | Input, fragments?: readonly TreeFragment[]): Tree =>
  // the parser knows \n and \r\n; VS Code ends a line at a lone \r too
  markdownParser.parse(
    typeof text === "string" && text.includes("\r") ? text.replace(/\r(?!\n)/g, "\n") : text,
    fragments,
  );
