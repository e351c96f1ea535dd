// One step of a numeral: a coefficient, its powers and its magnitudes (570.06億, 2千6百多萬, 三千五百億, 數十萬, 百萬).
import {
  isDigitAt,
  isNumeralAt,
  LETTER,
  MAGNITUDE,
  NATIVE_POWER,
  powerOf,
  unitClass,
  VAGUE,
} from "./characterClasses.ts";
import { afterSpace, type Line } from "./line.ts";
import { readArabic } from "./readArabic.ts";
import { readNative } from "./readNative.ts";

/** low (to high) × 10^exponent. `from` to `to` are its digits in the line, needed where a double would round them. */
export interface Part {
  readonly low: number;
  readonly high: number;
  readonly exponent: number;
  /** The exponent of the last digit written. */
  readonly last: number;
  readonly from: number;
  readonly to: number;
  readonly long: boolean;
}

export interface Section {
  readonly end: number;
  readonly parts: readonly Part[];
  /** Exponent of 萬億兆 at its end; 0 if none. */
  readonly magnitude: number;
  /** Exponent of the power behind Arabic digits (2千); 0 if none. */
  readonly power: number;
  readonly open: boolean;
  readonly arabic: boolean;
  readonly native: boolean;
  readonly single: number;
  readonly bare: boolean;
  readonly row: boolean;
  readonly comma: boolean;
  readonly decimals: number;
  readonly integerDigits: number;
  readonly mantissa: number;
  readonly broken: boolean;
  readonly doubtful: boolean;
}

const unitsOf = (words: string): ReadonlySet<number> => new Set([...words].map((word) => word.charCodeAt(0)));
const MORE = unitsOf("多余几+");
const ZERO = "零".charCodeAt(0);
const PLUS = 0x2b;
const COMMA = 0x2c;
const COME = "来".charCodeAt(0);
/** Behind a lone last digit these say that it counts by itself (1億5家) and is no short form of a place (3萬5). */
const COUNTS_ITSELF = unitsOf("年月日号时点分秒%‰倍成折个家人名位项件次天周层台部.,·/:-~至到块岁晚间棵张股宗");

export const isMagnitudeAt = (folded: string, at: number): boolean => unitClass[folded.charCodeAt(at)] === MAGNITUDE;
/** 百 of 百分點 and 百分之 is no power of the number before it. */
export const isPowerAt = (folded: string, at: number): boolean =>
  unitClass[folded.charCodeAt(at)] === NATIVE_POWER &&
  !(folded.charCodeAt(at) === HUNDRED && isShareWord(folded, at + 1));
const HUNDRED = "百".charCodeAt(0);
const isShareWord = (folded: string, at: number): boolean =>
  folded.startsWith("分点", at) || folded.startsWith("份点", at) || folded.startsWith("分之", at);
const powerAt = (folded: string, at: number): number => powerOf[folded.charCodeAt(at)] ?? 0;

/** 多, 餘, 幾, 來, + as part of a number: what follows must go on with it. */
export function isMoreAt(folded: string, at: number): boolean {
  const unit = folded.charCodeAt(at);
  if (MORE.has(unit)) return unit !== PLUS || !isDigitAt(folded, at + 1);
  return unit === COME && "个年岁天人名家万亿次元块种".includes(folded.charAt(at + 1) || " ");
}

/** A lone digit at the end of a number that stands for the next lower place: 3萬5, 2千6, 兩萬五. */
export function isShortTail(folded: string, end: number): boolean {
  const next = folded.charCodeAt(end);
  return (
    // 月租2萬3,: a comma that no digit follows closes the clause.
    (!COUNTS_ITSELF.has(next) || (next === COMMA && !isDigitAt(folded, end + 1))) &&
    !isNumeralAt(folded, end) &&
    unitClass[next] !== LETTER &&
    !isMoreAt(folded, end) &&
    !isMagnitudeAt(folded, afterSpace(folded, end))
  );
}

/** 兆 that means mega: 兆瓦, 兆赫, 兆位元, 兆字節. */
const isMega = (folded: string, at: number): boolean =>
  powerAt(folded, at) === 12 && "瓦赫位字比帕焦欧电伏".includes(folded.charAt(at + 1) || " ");

/** 千 of 千卡, 千瓦, 千克 belongs to the unit. */
const isKiloUnit = (folded: string, at: number): boolean =>
  folded.charAt(at) === "千" && "瓦卡米克赫焦帕伏字比".includes(folded.charAt(at + 1) || " ");

interface Magnitudes {
  readonly end: number;
  readonly exponent: number;
  readonly open: boolean;
}

/** 萬, 億, 萬億, 多億 … from `start`; exponent 0 if there is none. */
function readMagnitudes(folded: string, start: number): Magnitudes {
  let at = start;
  let exponent = 0;
  let open = false;
  if (isMoreAt(folded, at) && isMagnitudeAt(folded, at + 1) && !isMega(folded, at + 1)) {
    open = true;
    at++;
  }
  while (isMagnitudeAt(folded, at) && !isMega(folded, at)) {
    const next = powerAt(folded, at);
    if (exponent > 0 && exponent !== 4 && exponent !== 12) break;
    exponent += next;
    at++;
    if (isMoreAt(folded, at) && isMagnitudeAt(folded, at + 1) && exponent === 4) {
      open = true;
      at++;
    }
  }
  return exponent ? { end: at, exponent, open } : { end: start, exponent: 0, open: false };
}

/** Digits with powers of their own, as many as follow each other (2千6百, 1千零1). */
function readArabicSection(line: Line, start: number): Section {
  const { folded } = line;
  const parts: Part[] = [];
  const head = readArabic(line, start);
  let read = head;
  let from = start;
  let at = head.end;
  let power = 0;
  let open = false;
  // 483.46 百萬元.
  if (folded.charCodeAt(at) === 0x20 && isPowerAt(folded, at + 1) && isMagnitudeAt(folded, at + 2)) at++;
  for (;;) {
    let exponent = -read.decimals;
    let next = 0;
    const more = isMoreAt(folded, at) && isPowerAt(folded, at + 1);
    if (isPowerAt(folded, more ? at + 1 : at) && !isKiloUnit(folded, at)) next = powerAt(folded, more ? at + 1 : at);
    const short = parts.length > 0 && next === 0;
    if (next > 0 && (power === 0 || next < power)) {
      open ||= more;
      at += more ? 2 : 1;
      exponent += next;
      power = next;
    } else if (short && read.integerDigits === 1 && folded.charCodeAt(from - 1) !== ZERO) exponent = power - 1;
    parts.push({
      low: read.mantissa,
      high: read.mantissa,
      exponent: exponent || 0,
      last: exponent || 0,
      from,
      to: read.end,
      long: read.digits > 15,
    });
    if (next === 0 || short) break;
    from = folded.charCodeAt(at) === ZERO ? at + 1 : at;
    if (!isDigitAt(folded, from)) break;
    const tail = readArabic(line, from);
    const again = isPowerAt(folded, tail.end) && powerAt(folded, tail.end) < power;
    const linked = from > at && tail.integerDigits < power + 1 && !COUNTS_ITSELF.has(folded.charCodeAt(tail.end));
    if (
      tail.comma ||
      tail.decimals ||
      !(again || linked || (tail.integerDigits === 1 && isShortTail(folded, tail.end)))
    )
      break;
    read = tail;
    at = tail.end;
  }
  return {
    end: at,
    parts,
    magnitude: 0,
    power,
    open,
    arabic: true,
    native: power > 0,
    single: -1,
    bare: false,
    row: false,
    comma: head.comma,
    decimals: head.decimals,
    integerDigits: head.integerDigits,
    mantissa: head.mantissa * 10 ** -head.decimals,
    broken: head.broken,
    doubtful: head.doubtful,
  };
}

function readNativeSection(folded: string, start: number, formal: boolean): Section | undefined {
  const vague = unitClass[folded.charCodeAt(start)] === VAGUE;
  const from = vague ? start + 1 : start;
  if (isMagnitudeAt(folded, from)) {
    const part: Part = { low: 1, high: 1, exponent: 0, last: 0, from, to: from, long: false };
    return {
      end: from,
      parts: [part],
      magnitude: 0,
      power: 0,
      open: vague,
      arabic: false,
      native: true,
      single: -1,
      bare: !vague,
      row: false,
      comma: false,
      decimals: 0,
      integerDigits: 0,
      mantissa: 1,
      broken: false,
      doubtful: false,
    };
  }
  if (vague && !isPowerAt(folded, from)) return undefined;
  const read = readNative(folded, from, formal);
  if (!read) return undefined;
  const part: Part = {
    low: read.low,
    high: read.high,
    exponent: -read.decimals || 0,
    last: read.last,
    from,
    to: read.end,
    long: false,
  };
  return {
    end: read.end,
    parts: [part],
    magnitude: 0,
    power: 0,
    open: vague,
    arabic: false,
    native: true,
    single: vague ? -1 : read.single,
    bare: read.bare && !vague,
    row: read.row,
    comma: false,
    decimals: read.decimals,
    integerDigits: 0,
    mantissa: read.low * 10 ** -read.decimals,
    broken: read.end - start > 24,
    doubtful: false,
  };
}

/** The part × 10^power, its last digit with it. */
export const raised = (part: Part, power: number): Part => ({
  low: part.low,
  high: part.high,
  exponent: part.exponent + power,
  last: part.last + power,
  from: part.from,
  to: part.to,
  long: part.long,
});

/** Reads the section that begins at `start`; nothing if none does. `formal`: 壹 … 玖 count wherever they stand. */
export function readSection(line: Line, start: number, formal = false): Section | undefined {
  const { folded } = line;
  const arabic = isDigitAt(folded, start) || folded.charCodeAt(start) === 0x2e;
  const section = arabic ? readArabicSection(line, start) : readNativeSection(folded, start, formal);
  if (!section || section.broken) return section;
  const spaced = arabic ? afterSpace(folded, section.end) : section.end;
  const found = readMagnitudes(folded, isMagnitudeAt(folded, spaced) ? spaced : section.end);
  if (found.exponent === 0) return isMagnitudeAt(folded, start) ? undefined : section;
  return {
    end: found.end,
    parts: section.parts.map((part) => raised(part, found.exponent)),
    magnitude: found.exponent,
    power: section.power,
    open: section.open || found.open,
    arabic: section.arabic,
    native: section.native,
    single: section.single,
    bare: section.bare,
    row: section.row,
    comma: section.comma,
    decimals: section.decimals,
    integerDigits: section.integerDigits,
    mantissa: section.mantissa,
    broken: false,
    doubtful: section.doubtful,
  };
}
