// Finds the figures of one line: skips to the next place where a number can begin, reads there, goes on behind what was read.
// Every step looks at a bounded window, so that the time grows with the length of the line and with nothing else.
import type { Region } from "../articles/article.ts";
import { fold } from "../text/fold.ts";
import type { CellContext } from "../text/passage.ts";
import { cellFigure } from "./cellFigure.ts";
import {
  classAt,
  DIGIT,
  HALF,
  LETTER,
  MAGNITUDE,
  NATIVE_DIGIT,
  NATIVE_POWER,
  PAIR,
  unitClass,
  VAGUE,
} from "./characterClasses.ts";
import type { Figure } from "./figure.ts";
import type { Line } from "./line.ts";
import { maskedSpans } from "./maskedSpans.ts";
import { readFigure, type Found } from "./readFigure.ts";
import { canEndLevel } from "./bareNumber.ts";
import { canEndPrefix } from "./currencyPrefix.ts";
import { seriesCurrency, statedCurrency } from "./seriesCurrency.ts";
import { canBeginSuffix } from "./suffixTable.ts";

export interface FigureContext {
  /** Whose bare 元 it is. */
  readonly region: Region;
  /** The text folded, where the caller has it. */
  readonly folded?: string;
  /** Set for a table cell: a bare number there is a figure of the column's unit. */
  readonly cell?: CellContext;
}

const NONE: readonly Figure[] = [];
const GOES_ON = new Set([...fold("分份半點又多餘來比零至到-~")].map((character) => character.charCodeAt(0)));

/** Whether a numeral can begin with the native character at `at`: what follows it must go on with a number or a unit. */
function canBegin(folded: string, at: number): boolean {
  const next = folded.charCodeAt(at + 1);
  const found = unitClass[next] ?? 0;
  return (found >= NATIVE_DIGIT && found <= MAGNITUDE) || canBeginSuffix(next) || GOES_ON.has(next);
}

/** 1 where a number can go on or a unit can stand behind it; where a sign, a currency or a word of level can stand before it. */
const behind = new Uint8Array(65536);
const before = new Uint8Array(65536);
for (const character of fold("%.:/-~至到比分份半點又多餘來幾零+")) behind[character.charCodeAt(0)] = 1;
for (const character of fold("-+負±▼▽▲△下.")) before[character.charCodeAt(0)] = 1;
for (let unit = 0; unit < 65536; unit++) {
  if (unitClass[unit] || canBeginSuffix(unit)) behind[unit] = 1;
  if (canEndPrefix(unit) || canEndLevel(unit)) before[unit] = 1;
}

/** The end of a row of plain digits that nothing beside it can make a figure; 0 if something may. */
function bareDigits(folded: string, at: number): number {
  let end = at + 1;
  while (unitClass[folded.charCodeAt(end)] === DIGIT) end++;
  const next = folded.charCodeAt(end);
  if (behind[next] === 1 || (next === COMMA && unitClass[folded.charCodeAt(end + 3)] === DIGIT)) return 0;
  const after = folded.charCodeAt(end + 1);
  if (next === SPACE && behind[after] === 1 && unitClass[after] !== DIGIT) return 0;
  const spaced = folded.charCodeAt(at - 1) === SPACE ? at - 2 : at - 1;
  return before[folded.charCodeAt(spaced)] === 1 ? 0 : end;
}
/** 半數. */
const COUNT = fold("數").charCodeAt(0);
const COMMA = 0x2c;
const SPACE = 0x20;

const WORD_STARTS = new Set([..."otfsenhaq"].map((letter) => letter.charCodeAt(0)));
const beginsNumberWord = (folded: string, at: number): boolean =>
  WORD_STARTS.has(folded.charCodeAt(at)) && unitClass[folded.charCodeAt(at - 1)] !== LETTER;

/** 打對折; 一對折疊椅 is none. */
const isPairFold = (folded: string, at: number): boolean =>
  folded.charCodeAt(at + 1) === FOLD && folded.charCodeAt(at - 1) === STRIKE;
const [FOLD = 0, STRIKE = 0] = [...fold("折打")].map((character) => character.charCodeAt(0));

/** No number is written with more native numerals than this. */
const LONGEST_RUN = 32;

const isNative = (found: number): boolean => found >= NATIVE_DIGIT && found <= MAGNITUDE;

/** The end of a row of native numerals that is too long to be a number, if one begins at `at`. */
function endlessRun(folded: string, at: number): number {
  if (isNative(classAt(folded, at - 1))) return 0;
  let end = at + 1;
  while (isNative(classAt(folded, end))) end++;
  return end - at > LONGEST_RUN ? end : 0;
}

function readAt(line: Line, at: number, from: number, series: string | undefined): Found {
  const { folded } = line;
  switch (classAt(folded, at)) {
    case DIGIT: {
      const end = bareDigits(folded, at);
      return end ? { figures: NONE, next: end } : readFigure(line, at, from, series);
    }
    case NATIVE_DIGIT:
    case NATIVE_POWER:
    case MAGNITUDE: {
      if (!canBegin(folded, at)) return { figures: NONE, next: at + 1 };
      const end = endlessRun(folded, at);
      return end ? { figures: NONE, next: end } : readFigure(line, at, from, series);
    }
    case HALF: {
      const next = folded.charCodeAt(at + 1);
      return canBeginSuffix(next) || next === COUNT
        ? readFigure(line, at, from, series)
        : { figures: NONE, next: at + 1 };
    }
    case VAGUE:
    case LETTER:
    case PAIR:
      return readFigure(line, at, from, series);
    default:
      return { figures: NONE, next: at + 1 };
  }
}

/**
 * The figures of a line of text, in order, never overlapping. Offsets are UTF-16 units of `text`. Never throws; linear in the
 * length of the text, whatever it holds.
 */
export function findFigures(text: string, context: FigureContext): Figure[] {
  const folded = context.folded ?? fold(text);
  const line: Line = { text, folded, region: context.region };
  if (context.cell) {
    const whole = cellFigure(line, context.cell);
    if (whole) return [whole];
  }
  const masks = maskedSpans(folded);
  const figures: Figure[] = [];
  const stated = statedCurrency(folded);
  let lastMoney: Figure | undefined;
  let mask = 0;
  let from = 0;
  for (let at = 0; at < folded.length;) {
    const found = unitClass[folded.charCodeAt(at)] ?? 0;
    if (
      found === 0 ||
      (found === PAIR && !isPairFold(folded, at)) ||
      (found === LETTER && !beginsNumberWord(folded, at))
    ) {
      at++;
      continue;
    }
    while (mask < masks.length && (masks[mask]?.end ?? 0) <= at) mask++;
    const masked = masks[mask];
    if (masked && masked.start <= at) {
      at = masked.end;
      continue;
    }
    const read = readAt(line, at, from, (stated || lastMoney) && seriesCurrency(line, at, stated, lastMoney));
    for (const figure of read.figures) {
      if (figure.start < from) continue;
      figures.push(figure);
      from = figure.end;
      if (figure.kind === "money") lastMoney = figure;
    }
    at = Math.max(read.next, at + 1, from);
  }
  return figures;
}
