// Lezer's Markdown takes time that grows with the square of some things that no document has by thousands: brackets, stars or
// tags in one paragraph, a run of spaces, lists in lists, a title that never closes. Their excess is written as points before
// parsing, so that any text is parsed in linear time, at the same offsets.
import { lineEnd, lineStarts } from "./lines.ts";

/** So many of each mark a paragraph may have, and a line of nested list markers or of spaces. */
const MOST_MARKS = 1000;
const MOST_NESTED = 100;
const MOST_SPACES = 200;
/** A definition's label and title close within so many units. */
const LONGEST_PART = 2000;

const SPACE = 0x20;
const MARKS = "[<*_~";
/** 1 more than the place of a unit in MARKS. */
const markOf = new Uint8Array(65536);
for (let i = 0; i < MARKS.length; i++) markOf[MARKS.charCodeAt(i)] = i + 1;

const DELIMITER_ROW = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const NESTED = new RegExp(`(?:[ \\t]{0,3}(?:[-+*]|\\d{1,9}[.)])[ \\t]){${MOST_NESTED}}`, "y");
const OPEN_TITLE = /\[[^\]]{0,999}\]:[ \t]*\n?[ \t]*[^ \t\n]{1,2000}[ \t]*\n?[ \t]*(["'(])/y;

/** Whether the definition that begins at `at` has a label or title that closes too late or never. */
function neverCloses(text: string, at: number): boolean {
  const label = text.slice(at, at + LONGEST_PART).indexOf("]");
  if (label < 0) return text.length > at + LONGEST_PART;
  OPEN_TITLE.lastIndex = at;
  const title = OPEN_TITLE.exec(text);
  if (!title) return false;
  const closing = title[1] === "(" ? ")" : (title[1] ?? '"');
  const behind = OPEN_TITLE.lastIndex;
  return text.length > behind + LONGEST_PART && !text.slice(behind, behind + LONGEST_PART).includes(closing);
}

/** Where a line nests too many lists, if it does. */
function nestedTooDeep(text: string, start: number, end: number): number | undefined {
  if (end - start < 2 * MOST_NESTED) return undefined;
  NESTED.lastIndex = start;
  return NESTED.test(text) ? NESTED.lastIndex : undefined;
}

/** Whether anything stands there in such numbers: one quick pass, for hardly any text has it. */
function isWild(text: string): boolean {
  const counts = new Uint32Array(MARKS.length + 1);
  for (let at = 0, spaces = 0, lineStart = 0; at <= text.length; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : 10;
    if (unit === SPACE) {
      if (++spaces > MOST_SPACES) return true;
      continue;
    }
    spaces = 0;
    const mark = markOf[unit] ?? 0;
    if (mark > 0 && (counts[mark] = (counts[mark] ?? 0) + 1) > MOST_MARKS) return true;
    if (unit !== 10) continue;
    if (at === lineStart) counts.fill(0);
    if (nestedTooDeep(text, lineStart, at) !== undefined) return true;
    if (text.charCodeAt(lineStart) === 0x5b && neverCloses(text, lineStart)) return true;
    lineStart = at + 1;
  }
  return false;
}

/** Offsets of the units to be written as points, ascending. */
function excessOf(text: string): number[] {
  const starts = lineStarts(text);
  const excess: number[] = [];
  const counts = new Uint32Array(MARKS.length + 1);
  let inTable = false;
  for (let line = 0; line < starts.length; line++) {
    const start = starts[line] ?? text.length;
    const end = lineEnd(text, starts, line);
    const short = end - start < 400 ? text.slice(start, end) : undefined;
    const isBlank = short?.trim() === "";
    inTable = !isBlank && (inTable || (short !== undefined && DELIMITER_ROW.test(short)));
    // the cells of a table are parsed one by one
    if (isBlank || inTable) counts.fill(0);
    if (text.charCodeAt(start) === 0x5b && neverCloses(text, start)) excess.push(start);
    const nested = nestedTooDeep(text, start, end);
    if (nested !== undefined) excess.push(nested);
    for (let at = start, spaces = 0; at < end; at++) {
      const unit = text.charCodeAt(at);
      const mark = markOf[unit] ?? 0;
      spaces = unit === SPACE ? spaces + 1 : 0;
      const isExcess = mark > 0 && (counts[mark] = (counts[mark] ?? 0) + 1) > MOST_MARKS;
      if (spaces > MOST_SPACES || isExcess) {
        excess.push(at);
        spaces = 0;
      }
    }
  }
  return excess.sort((a, b) => a - b);
}

/** The text for Lezer: mostly the text itself, always of its length. Lines end with \n. */
export function tameMarkdown(text: string): string {
  if (!isWild(text)) return text;
  const pieces: string[] = [];
  let kept = 0;
  for (const at of excessOf(text)) {
    if (at < kept) continue;
    pieces.push(text.slice(kept, at), ".");
    kept = at + 1;
  }
  return pieces.join("") + text.slice(kept);
}
