// The outline of a document: articles of a corpus file with publisher and date, or the headings of a note with its figures.
import type { Heading } from "../../note/note.ts";
import { lineEnd } from "../../text/lines.ts";
import type { Draft } from "../draft.ts";

export interface OutlineNode {
  readonly kind: "article" | "heading" | "figure";
  readonly name: string;
  readonly detail: string;
  /** UTF-16 offsets of the document; the selection lies inside the range. */
  readonly range: { readonly start: number; readonly end: number };
  readonly selection: { readonly start: number; readonly end: number };
  readonly children: readonly OutlineNode[];
}

const NAME = 80;

/** A note of 200 kB holds some 5,000 figures; more say nothing in an outline. */
const FIGURES = 5000;

export const outline = (draft: Draft): OutlineNode[] => (draft.note ? ofNote(draft) : ofArticles(draft));

function ofArticles(draft: Draft): OutlineNode[] {
  const { text, lines } = draft;
  return draft.articles.map((article) => {
    const start = lines[article.firstLine - 1] ?? 0;
    const titleLine = (article.titleLine ?? article.firstLine) - 1;
    const first = lines[titleLine] ?? 0;
    const untitled = text.slice(first, Math.min(first + NAME, lineEnd(text, lines, titleLine)));
    return {
      kind: "article",
      name: (article.title ?? untitled).slice(0, NAME).trim() || "untitled",
      detail: [article.publisher, article.date ? `${article.date.inferred ? "≥ " : ""}${article.date.day}` : undefined].filter(Boolean).join(", "),
      range: { start, end: lineEnd(text, lines, article.lastLine - 1) },
      selection: { start: first, end: Math.min(first + NAME, lineEnd(text, lines, titleLine)) },
      children: [],
    };
  });
}

function ofNote(draft: Draft): OutlineNode[] {
  interface Open {
    readonly node: OutlineNode & { readonly children: OutlineNode[] };
    readonly level: number;
  }
  const roots: OutlineNode[] = [];
  const open: Open[] = [];
  const headings = draft.note?.headings ?? [];
  const ends = sectionEnds(headings, draft.text.length);
  let figures = 0;
  let nextPassage = 0;
  const takeFigures = (until: number) => {
    for (; nextPassage < draft.passages.length; nextPassage++) {
      const passage = draft.passages[nextPassage];
      if (!passage || (draft.lines[passage.line] ?? 0) >= until) return;
      if (passage.kind === "heading") continue;
      for (const figure of draft.read(passage).figures) {
        if (figures++ >= FIGURES) return;
        const span = draft.spanOf(passage, figure);
        const node: OutlineNode = { kind: "figure", name: passage.text.slice(figure.start, figure.end), detail: "", range: span, selection: span, children: [] };
        (open[open.length - 1]?.node.children ?? roots).push(node);
      }
    }
  };
  headings.forEach((heading, i) => {
    takeFigures(heading.range.start);
    while (open.length && (open[open.length - 1]?.level ?? 0) >= heading.level) open.pop();
    const end = ends[i] ?? draft.text.length;
    const node = {
      kind: "heading" as const,
      name: heading.text.slice(0, NAME) || "untitled",
      detail: "",
      range: { start: heading.range.start, end },
      selection: heading.range,
      children: [] as OutlineNode[],
    };
    (open[open.length - 1]?.node.children ?? roots).push(node);
    open.push({ node, level: heading.level });
  });
  takeFigures(Infinity);
  return roots;
}

/** Where the section of each heading ends: at the next heading of its level or above. */
function sectionEnds(headings: readonly Heading[], textEnd: number): readonly number[] {
  const ends = headings.map(() => textEnd);
  const open: number[] = [];
  headings.forEach(({ level, range }, i) => {
    for (let last = open.at(-1); last !== undefined && (headings[last]?.level ?? 0) >= level; last = open.at(-1)) {
      ends[last] = range.start;
      open.pop();
    }
    open.push(i);
  });
  return ends;
}
