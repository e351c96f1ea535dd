// What a rule for an ambiguous unit word sees, and what it can answer: a unit, "no figure" with its end, or nothing (no unit here).
import type { FigureKind } from "../figure.ts";
import { clauseStart, cueBefore, firstCue, lastCue, type Cues } from "../cues.ts";
import type { Line } from "../line.ts";
import type { Numeral } from "../readNumeral.ts";
import type { Suffix } from "../suffixTable.ts";

export interface Unit {
  readonly type: "unit";
  readonly end: number;
  readonly kind: FigureKind;
  readonly unit: string;
  readonly coefficient: number;
  readonly exponent: number;
  /** A bare 元, $ or magnitude: the currency is the article's. */
  readonly assumed: boolean;
  /** A classifier or a mere part of words: small native counts before it are no figures. */
  readonly classifier: boolean;
  readonly word: string;
}
/** A date, a time, an ordinal …: read to its end and left out. */
export interface Excluded {
  readonly type: "excluded";
  readonly end: number;
}
export type UnitReading = Unit | Excluded;

export interface Site {
  readonly line: Line;
  readonly numeral: Numeral;
  readonly suffix: Suffix;
  readonly at: number;
  readonly end: number;
}

export const excluded = (end: number): Excluded => ({ type: "excluded", end });

type Change = Partial<Pick<Unit, "kind" | "unit" | "exponent" | "classifier">>;

/** The unit of the tables, changed where the rule says so. */
export function plain(site: Site, change?: Change): Unit {
  const { suffix } = site;
  const unit = change?.unit ?? (suffix.unit || site.line.text.slice(site.at, site.end));
  return {
    type: "unit",
    end: site.end,
    kind: change?.kind ?? suffix.kind,
    unit,
    coefficient: suffix.coefficient,
    exponent: change?.exponent ?? suffix.exponent,
    assumed: unit === "local",
    classifier: change?.classifier ?? suffix.classifier,
    word: suffix.word,
  };
}

/** A whole number in Arabic digits without commas or magnitudes. */
export const plainInteger = ({ numeral }: Site): boolean =>
  numeral.arabic && !numeral.comma && !numeral.decimals && numeral.magnitude === 0 && !numeral.open;

/** The start of the site's clause, at most `reach` units before the number. */
export const clause = (site: Site, reach: number): number => clauseStart(site.line.folded, site.numeral.start, reach);

/** Whether a cue stands within `before` units of the clause before the number or `after` units behind the unit. */
export function near(site: Site, before: number, after: number, cues: Cues): boolean {
  const { folded } = site.line;
  if (lastCue(folded, clause(site, before), site.numeral.start, cues) >= 0) return true;
  return firstCue(folded, site.end, Math.min(site.end + after, folded.length), cues) >= 0;
}

/** Whether a cue ends directly before the number, one space between allowed. */
export function justBefore(site: Site, cues: Cues): boolean {
  const { folded } = site.line;
  const at = site.numeral.start;
  return cueBefore(folded, folded.charCodeAt(at - 1) === 0x20 ? at - 1 : at, cues, 4) !== undefined;
}
