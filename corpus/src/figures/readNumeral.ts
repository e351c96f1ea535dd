// A number with its magnitudes as one numeral: native, Arabic or mixed (570.06億, 1兆2,000億, 4億2千6百多萬, 數十萬, 三萬五).
// Sections follow each other with ever smaller magnitudes; the value is worked out only when the figure is kept.
import { classAt, digitValue, isDigitAt, isNumeralAt, NATIVE_DIGIT } from "./characterClasses.ts";
import type { Line } from "./line.ts";
import { isMoreAt, isShortTail, raised, readSection, type Part, type Section } from "./readSection.ts";

export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly parts: readonly Part[];
  readonly arabic: boolean;
  /** An English number word (three). */
  readonly spelled: boolean;
  /** Holds native digits or powers (三, 3千, 十萬); 萬億兆 behind Arabic digits do not count. */
  readonly native: boolean;
  /** About what it is worth, for judging what it can be. */
  readonly size: number;
  /** One native digit alone (0 to 9), else −1. */
  readonly single: number;
  /** 200多億, 數十萬. */
  readonly open: boolean;
  /** 多 or 餘 is its last character: part of the figure only if a unit follows. */
  readonly trailingMore: boolean;
  /** Begins with 百, 千, 萬 … without a digit. */
  readonly bare: boolean;
  /** A row of native digits without powers (二〇二五, 九五). */
  readonly row: boolean;
  readonly comma: boolean;
  readonly decimals: number;
  /** Digits before the point of its first Arabic run. */
  readonly integerDigits: number;
  /** Exponent of all magnitudes at the end (億: 8, 5百萬: 6); 0 if none. */
  readonly magnitude: number;
  /** Exponent of the first and largest magnitude (3萬2: 4). */
  readonly largest: number;
  /** The first coefficient, before its magnitudes. */
  readonly mantissa: number;
  /** A serial number or a version: no figure, but to be passed over. */
  readonly broken: boolean;
  readonly doubtful: boolean;
}

const ZERO = "零".charCodeAt(0);
const AND = "又".charCodeAt(0);
const SPACE = 0x20;

/** The parts that `section` adds behind a magnitude, or nothing if it is a number of its own. */
function continued(
  line: Line,
  section: Section,
  magnitude: number,
  linked: boolean,
  spaced: boolean,
): readonly Part[] | undefined {
  const { folded } = line;
  if (section.broken || section.bare) return undefined;
  // 二萬七二一一: newspapers that spell digits.
  if (section.row)
    return magnitude === 4 && !linked && section.mantissa >= 1000 && section.mantissa < 10_000
      ? section.parts
      : undefined;
  if (section.magnitude > 0) return section.magnitude < magnitude ? section.parts : undefined;
  const part = section.parts[0];
  if (!part || spaced) return undefined;
  // 2萬1,843; 3萬1746.08.
  if (section.arabic && (section.comma || section.decimals))
    return magnitude === 4 && !linked && section.integerDigits === 4 && !section.doubtful ? section.parts : undefined;
  const alone = section.arabic ? section.integerDigits === 1 && section.power === 0 : section.single > 0;
  if (alone && !linked) {
    if (part.low === 0 || folded.charAt(part.from) === "两" || !isShortTail(folded, section.end)) return undefined;
    return [{ ...part, exponent: magnitude - 1, last: magnitude - 1 }];
  }
  // 3億5千 says 3億5千萬.
  if (
    magnitude === 8 &&
    !linked &&
    section.parts.length === 1 &&
    part.low * 10 ** part.exponent >= 1000 &&
    (section.power === 3 || (section.native && !section.arabic && part.last === 3))
  ) {
    return [{ ...part, exponent: part.exponent + 4, last: part.last + 4 }];
  }
  if (!section.arabic || section.power > 0) return section.parts;
  if (magnitude !== 4 || "年月日%".includes(folded.charAt(section.end) || " ")) return undefined;
  return section.integerDigits === 4 || (linked && section.integerDigits < 4) ? section.parts : undefined;
}

/** The digits of 兩千萬點五五; not those of a time. */
function nativeDecimals(folded: string, start: number): { readonly end: number; readonly digits: number } | undefined {
  let end = start;
  let digits = 0;
  while (classAt(folded, end) === NATIVE_DIGIT && end - start < 12)
    digits = digits * 10 + (digitValue[folded.charCodeAt(end++)] ?? 0);
  return end > start && !isNumeralAt(folded, end) && !"分刻半".includes(folded.charAt(end) || " ")
    ? { end, digits }
    : undefined;
}

/** Reads the numeral that begins at `start` (a digit, a native numeral, 數 or 幾); nothing if none does. */
export function readNumeral(line: Line, start: number, formal = false): Numeral | undefined {
  const { folded } = line;
  const head = readSection(line, start, formal);
  if (!head) return undefined;
  let { end, open, magnitude, parts, native, doubtful } = head;
  let total = head.magnitude ? head.magnitude + head.power : head.power;
  while (magnitude > 0 && !head.broken) {
    const unit = folded.charCodeAt(end);
    const linked = unit === ZERO || (unit === AND && isNumeralAt(folded, end + 1));
    const spaced = unit === SPACE && isDigitAt(folded, end + 1);
    const at = linked || spaced ? end + 1 : end;
    if (!isNumeralAt(folded, at)) break;
    const next = readSection(line, at, formal);
    // 一萬五千億 is (一萬五千) 億.
    if (
      next &&
      magnitude === 4 &&
      parts.length === 1 &&
      next.magnitude === 8 &&
      !next.broken &&
      !next.row &&
      !next.bare &&
      next.mantissa < 10_000 &&
      (linked || next.mantissa >= 1000)
    ) {
      parts = [...parts.map((part) => raised(part, 8)), ...next.parts];
      ({ end, magnitude } = next);
      open ||= next.open;
      total = 8;
      continue;
    }
    const added = next && continued(line, next, magnitude, linked, spaced);
    if (!next || !added) break;
    parts = [...parts, ...added];
    ({ end, magnitude } = next);
    open ||= next.open;
    native ||= next.native;
    doubtful ||= next.doubtful;
    total = next.magnitude ? next.magnitude + next.power : next.power;
  }
  if (!head.arabic && magnitude > 0 && folded.charAt(end) === "点") {
    const fraction = nativeDecimals(folded, end + 1);
    if (fraction) {
      parts = [
        ...parts,
        {
          low: fraction.digits,
          high: fraction.digits,
          exponent: end + 1 - fraction.end,
          last: end + 1 - fraction.end,
          from: end + 1,
          to: fraction.end,
          long: false,
        },
      ];
      end = fraction.end;
      magnitude = total = 0;
    }
  }
  const trailingMore = !head.broken && isMoreAt(folded, end) && !isNumeralAt(folded, end + 1);
  if (trailingMore) end++;
  let size = 0;
  for (const part of parts) size += part.low * 10 ** part.exponent;
  const whole = parts.length === 1 && !open && !trailingMore && magnitude === 0;
  return {
    start,
    end,
    parts,
    arabic: head.arabic,
    spelled: false,
    native,
    size,
    single: whole ? head.single : -1,
    open: open || trailingMore,
    trailingMore,
    bare: head.bare,
    row: head.row && parts.length === 1 && magnitude === 0,
    comma: head.comma,
    decimals: head.decimals,
    integerDigits: head.integerDigits,
    magnitude: total,
    largest: Math.max(total, head.magnitude + head.power),
    mantissa: head.mantissa,
    broken: head.broken,
    doubtful: doubtful || (head.arabic && !head.comma && head.integerDigits >= 5 && head.magnitude >= 8),
  };
}
