// The plain text of one Markdown block, line by line: markup inside is left out, every unit kept remembers its place, so
// that `US$**57.0**bn` reads as one figure and still points at its own characters.
import type { SyntaxNode } from "@lezer/common";
import { isSpace } from "./han.ts";
import type { Passage, PassageKind } from "./passage.ts";
import { findUrls } from "./urls.ts";

/** Units of the source by offset; a `replaced` run stands for one unit of text. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly replaced?: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&nbsp;": " ",
  "&#39;": "'",
  "&apos;": "'",
  "&middot;": "·",
  "&yen;": "¥",
  "&euro;": "€",
  "&pound;": "£",
};

/** Where the text of a link ends: at the bracket that closes it, before destination, title and label. */
function linkTextEnd(link: SyntaxNode, source: string): number {
  for (let child = link.firstChild; child; child = child.nextSibling)
    if (child.name === "LinkMark" && source.charAt(child.from) === "]") return child.from;
  return link.to;
}

/** The runs of text inside an inline or leaf node, up to `end`. */
function addRuns(node: SyntaxNode, source: string, runs: Run[], end = node.to): void {
  let at = node.from;
  const keep = (to: number) => {
    if (to > at) runs.push({ from: at, to });
  };
  for (let child = node.firstChild; child && child.from < end; child = child.nextSibling) {
    keep(child.from);
    at = child.to;
    switch (child.name) {
      case "EmphasisMark":
      case "StrikethroughMark":
      case "LinkMark":
      case "CodeMark":
      case "HeaderMark":
      case "QuoteMark":
      case "ListMark":
      case "TaskMarker":
      case "TableDelimiter":
      case "LinkTitle":
      case "LinkLabel":
      case "HardBreak":
      case "Comment":
      case "ProcessingInstruction":
        break;
      case "HTMLTag":
        if (/^<\/?br/i.test(source.slice(child.from, child.from + 5)))
          runs.push({ from: child.from, to: child.to, replaced: " " });
        break;
      case "Image":
      case "InlineCode":
      case "Autolink":
        runs.push({ from: child.from, to: child.to, replaced: " " });
        break;
      case "Escape":
        runs.push({ from: child.from + 1, to: child.to });
        break;
      case "Entity":
        runs.push({ from: child.from, to: child.to, replaced: ENTITIES[source.slice(child.from, child.to)] ?? " " });
        break;
      case "URL":
        // a bare address in a tree of another parser: found by its own form
        addRuns(child, source, runs);
        break;
      case "Link":
        // [^1] and [@key] are references, not words
        if (!/^\[[@^]/.test(source.slice(child.from, child.from + 2)))
          addRuns(child, source, runs, linkTextEnd(child, source));
        break;
      default:
        addRuns(child, source, runs);
    }
  }
  keep(end);
}

/** Plain text and the source offset of each of its units. */
interface Mapped {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** Each address becomes one space. */
function withoutUrls(mapped: Mapped): Mapped {
  const urls = findUrls(mapped.text);
  if (!urls.length) return mapped;
  let text = "";
  const offsets: number[] = [];
  let at = 0;
  for (const url of urls) {
    text += `${mapped.text.slice(at, url.start)} `;
    for (let i = at; i <= url.start; i++) offsets.push(mapped.offsets[i] ?? 0);
    at = url.end;
  }
  for (let i = at; i < mapped.text.length; i++) offsets.push(mapped.offsets[i] ?? 0);
  return { text: text + mapped.text.slice(at), offsets };
}

/** First and one past the last unit that is not white space. */
function trimmed(text: string): readonly [number, number] {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return [start, end];
}

/** The passage of the runs between two offsets of one line, trimmed; undefined if no text is left. */
function passageOf(
  runs: readonly Run[],
  source: string,
  line: number,
  from: number,
  to: number,
  kind: PassageKind,
): Passage | undefined {
  const single = runs.length === 1 ? runs[0] : undefined;
  if (single && single.replaced === undefined) {
    const first = Math.max(single.from, from);
    const text = source.slice(first, Math.min(single.to, to));
    if (!findUrls(text).length) {
      const [start, end] = trimmed(text);
      return start < end ? { line, start: first + start - from, text: text.slice(start, end), kind } : undefined;
    }
  }
  const parts: string[] = [];
  const places: number[] = [];
  for (const run of runs) {
    const start = Math.max(run.from, from);
    const end = run.replaced === undefined ? Math.min(run.to, to) : start + 1;
    parts.push(run.replaced ?? source.slice(start, end));
    for (let i = start; i < end; i++) places.push(i);
  }
  const { text, offsets } = withoutUrls({ text: parts.join(""), offsets: places });
  const [start, end] = trimmed(text);
  if (start === end) return undefined;
  const first = offsets[start] ?? 0;
  const last = offsets[end - 1] ?? first;
  const plain = text.slice(start, end);
  if (last - first === plain.length - 1) return { line, start: first - from, text: plain, kind };
  const columns = new Uint32Array(plain.length + 1);
  for (let i = 0; i < plain.length; i++) columns[i] = (offsets[start + i] ?? 0) - from;
  columns[plain.length] = last + 1 - from;
  return { line, start: first - from, text: plain, columns, kind };
}

/** Where a source's lines begin and which line is being read; offsets only grow. */
export interface LineWalk {
  readonly source: string;
  readonly starts: Uint32Array;
  line: number;
}

/** The passages of a leaf block or table cell, one per line with text. `shift` is added to the tree's offsets. */
export function plainPassages(
  node: SyntaxNode,
  source: string,
  shift: number,
  walk: LineWalk,
  kind: PassageKind,
): Passage[] {
  const runs: Run[] = [];
  addRuns(node, source, runs);
  const passages: Passage[] = [];
  const { starts } = walk;
  const end = node.to + shift;
  while (walk.line + 1 < starts.length && (starts[walk.line + 1] ?? 0) <= node.from + shift) walk.line++;
  let first = 0;
  for (let line = walk.line; ; line++) {
    const lineStart = starts[line] ?? 0;
    const next = line + 1 < starts.length ? (starts[line + 1] ?? 0) : walk.source.length;
    while (first < runs.length && (runs[first]?.to ?? 0) + shift <= lineStart) first++;
    let last = first;
    while (last < runs.length && (runs[last]?.from ?? 0) + shift < next) last++;
    const passage = passageOf(runs.slice(first, last), source, line, lineStart - shift, next - shift, kind);
    if (passage) passages.push(passage);
    if (next >= end || line + 1 >= starts.length) break;
  }
  return passages;
}
