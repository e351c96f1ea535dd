// Numbers that say which of several things is meant, no value: 一個月拆息 and 三個月拆息, 5年期LPR, 3奈米, the 10-year yield. They
// tell two figures of one metric apart.
import { fold } from "../text/fold.ts";

const NUMERALS = "一二三四五六七八九十";
const QUALIFIER = new RegExp(
  fold(`([0-9]{1,3}|[${NUMERALS}兩]{1,3})\\s?-?(?:(個月|month)|(年期|年(?=期|債|美債|公債|國債)|year)|(奈米|納米|nm)(?![a-z])|(吋|寸|英寸|inch))`),
  "g",
);
const SORTS = ["month", "year", "nanometre", "inch"] as const;
type Sort = (typeof SORTS)[number];

/** The number of each sort of qualifier that stands last in a text. */
export type Qualifiers = ReadonlyMap<Sort, number>;

function numberOf(written: string): number {
  if (/^\d/.test(written)) return Number(written);
  let value = 0;
  let ten = false;
  for (const unit of written) {
    const digit = fold(NUMERALS).indexOf(unit) + 1 || 2;
    if (digit === 10) {
      value = (value || 1) * 10;
      ten = true;
    } else value = ten ? value + digit : digit;
  }
  return value;
}

export function findQualifiers(text: string): Qualifiers {
  const found = new Map<Sort, number>();
  for (const match of fold(text).matchAll(QUALIFIER)) {
    const sort = SORTS.find((_, i) => match[i + 2] !== undefined);
    if (sort) found.set(sort, numberOf(match[1] ?? ""));
  }
  return found;
}
