// Finds the figures of one line: skips to the next place where a number can begin, reads there, goes on behind what was read.
// Every step looks at a bounded window, so that the time grows with the length of the line and with nothing else.
import type { Region } from "../articles/article.ts";
import { fold } from "../text/fold.ts";
import type { CellContext } from "../text/passage.ts";
import { cellFigure } from "./cellFigure.ts";
import { classAt, DIGIT, HALF, LETTER, MAGNITUDE, NATIVE_DIGIT, NATIVE_POWER, PAIR, unitClass, VAGUE } from "./characterClasses.ts";
import { fold as foldWords } from "../text/fold.ts";
import type { Figure } from "./figure.ts";
import type { Line } from "./line.ts";
import { maskedSpans } from "./maskedSpans.ts";
import { readFigure, type Found } from "./readFigure.ts";
import { canBeginSuffix } from "./suffixTable.ts";

export interface FigureContext {
  /** Whose bare 元 it is. */
  readonly region: Region;
  /** Set for a table cell: a bare number there is a figure of the column's unit. */
  readonly cell?: CellContext;
}

const GOES_ON = new Set([...foldWords("分份半點又多餘來比零至到-~")].map((character) => character.charCodeAt(0)));

/** Whether a numeral can begin with the native character at `at`: what follows it must go on with a number or a unit. */
function canBegin(folded: string, at: number): boolean {
  const next = folded.charCodeAt(at + 1);
  const found = unitClass[next] ?? 0;
  return (found >= NATIVE_DIGIT && found <= MAGNITUDE) || canBeginSuffix(next) || GOES_ON.has(next);
}

function readAt(line: Line, at: number, from: number, series: string | undefined): Found {
  const { folded } = line;
  switch (classAt(folded, at)) {
    case DIGIT:
      return readFigure(line, at, from, series);
    case NATIVE_DIGIT:
    case NATIVE_POWER:
      return canBegin(folded, at) ? readFigure(line, at, from, series) : { next: at + 1 };
    case MAGNITUDE:
    case VAGUE:
    case HALF:
      return readFigure(line, at, from, series);
    default:
      return { next: at + 1 };
  }
}

/**
 * The figures of a line of text, in order, never overlapping. Offsets are UTF-16 units of `text`. Never throws; linear in the
 * length of the text, whatever it holds.
 */
export function findFigures(text: string, context: FigureContext): Figure[] {
  const folded = fold(text);
  const line: Line = { text, folded, region: context.region };
  if (context.cell) {
    const whole = cellFigure(line, context.cell);
    if (whole) return [whole];
  }
  const masks = maskedSpans(folded);
  const figures: Figure[] = [];
  let mask = 0;
  let from = 0;
  for (let at = 0; at < folded.length; ) {
    const found = unitClass[folded.charCodeAt(at)] ?? 0;
    if (found === 0 || found === LETTER || found === PAIR) {
      at++;
      continue;
    }
    while (mask < masks.length && (masks[mask]?.end ?? 0) <= at) mask++;
    const masked = masks[mask];
    if (masked && masked.start <= at) {
      at = masked.end;
      continue;
    }
    const read = readAt(line, at, from, undefined);
    if (read.figure && read.figure.start >= from) {
      figures.push(read.figure);
      from = read.figure.end;
    }
    at = Math.max(read.next, at + 1, from);
  }
  return figures;
}
