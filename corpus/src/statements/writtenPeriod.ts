// Periods as they are written (2026財年第三財季, 3Q25, 今年前三季, 截至10月26日的三個月, the third quarter of 2025): found in one
// pass at the few characters that can begin one, and taken apart; what days they mean is told by resolvePeriod.ts.
import { fold } from "../text/fold.ts";
import { BEHIND_NUMBER, FIRST_UNITS, PATTERNS, SECOND_UNITS, type PatternSort } from "./periodPattern.ts";

/** Which year: a number, or one told from the article's day (0 this year, -1 the last). */
export type WrittenYear = { readonly number: number } | { readonly relative: number };

export type Part =
  | { readonly kind: "year" }
  | { readonly kind: "quarter"; readonly quarter: number }
  /** Quarters told from the article's day: -1 the last. */
  | { readonly kind: "relativeQuarter"; readonly offset: number }
  | { readonly kind: "half"; readonly half: 1 | 2 }
  /** The first n quarters or months of a year. */
  | { readonly kind: "firstMonths"; readonly months: number }
  | { readonly kind: "month"; readonly month: number; readonly lastMonth?: number }
  | { readonly kind: "relativeMonth"; readonly offset: number }
  | { readonly kind: "day"; readonly month: number; readonly day: number }
  | { readonly kind: "relativeDay"; readonly offset: number }
  | { readonly kind: "relativeWeek"; readonly offset: number }
  /** Some months up to a day: 截至10月26日的三個月. */
  | { readonly kind: "monthsTo"; readonly month: number; readonly day: number; readonly months: number }
  /** 過去12個月, TTM, 未來五年: months before (negative) or after the article's day. */
  | { readonly kind: "trailing"; readonly months: number }
  | { readonly kind: "yearToDate" };

export interface WrittenPeriod {
  readonly start: number;
  readonly end: number;
  readonly part: Part;
  readonly year?: WrittenYear;
  /** The last year of a run of them (2024至2026年). */
  readonly lastYear?: number;
  /** 財年, 財季, FY. */
  readonly fiscal: boolean;
  /** E or F behind the year; A. */
  readonly mark?: "forecast" | "actual";
  /** 去年同期: the period spoken of, a year before. */
  readonly same: boolean;
  /** 年底, 截至…: a moment at the end of the period. */
  readonly moment: boolean;
}

const NUMERALS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10, 兩: 2, 半: 0.5, first: 1, second: 2, third: 3, fourth: 4, final: 4, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12 };
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const number = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (/^[0-9]+$/.test(text)) return Number(text);
  if (NUMERALS[text] !== undefined) return NUMERALS[text];
  if (text.length === 2) {
    const [a, b] = [NUMERALS[text.charAt(0)] ?? 0, NUMERALS[text.charAt(1)] ?? 0];
    return a === 10 ? 10 + b : b === 10 ? a * 10 : undefined;
  }
  return undefined;
};
const fullYear = (text: string | undefined, republic = false): number | undefined => {
  const year = number(text);
  if (year === undefined) return undefined;
  if (republic || (text?.length === 3 && year >= 90 && year <= 150)) return year + 1911;
  if (text?.length === 4) return year >= 1900 && year <= 2100 ? year : undefined;
  return text?.length === 2 ? 2000 + year : undefined;
};
const monthOf = (name: string | undefined): number => MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1;
const markOf = (letter: string | undefined): { mark?: "forecast" | "actual" } => (letter === undefined ? {} : { mark: letter === "a" ? "actual" : "forecast" });
const RELATIVE_YEARS: Readonly<Record<string, number>> = Object.fromEntries(
  ([["今年", 0], ["本年度", 0], ["本年", 0], ["當年", 0], ["同年", 0], ["去年", -1], ["上年度", -1], ["上年", -1], ["前年", -2], ["明年", 1], ["下年度", 1], ["後年", 2]] as const).map(([word, offset]) => [fold(word), offset]),
);

/** What a named group matched. */
type Groups = (name: string) => string | undefined;
interface Read {
  readonly part: Part;
  readonly year?: WrittenYear;
  readonly lastYear?: number;
  readonly fiscal?: boolean;
  readonly mark?: "forecast" | "actual";
  readonly same?: boolean;
  readonly moment?: boolean;
}

const SAME = { same: true } as const;
/** Whether a text begins with one of the folded units. */
const begins = (text: string | undefined, units: string): boolean => text !== undefined && text !== "" && units.includes(text.charAt(0));

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** The patterns that can begin at `at`, a bit for each. */
function patternsAt(folded: string, at: number): number {
  const unit = folded.charCodeAt(at);
  const patterns = (FIRST_UNITS[unit] as number) & (SECOND_UNITS[folded.charCodeAt(at + 1)] ?? 0);
  if (patterns === 0 || !isDigit(unit)) return patterns;
  let end = at + 1;
  while (end < at + 5 && isDigit(folded.charCodeAt(end))) end++;
  return BEHIND_NUMBER[folded.charCodeAt(end)] === 1 || (end === at + 4 && unit === 0x32) ? patterns : 0;
}

/** The periods of a text, in order, none overlapping. Offsets are UTF-16 units. Linear: a pattern is tried where one can begin and is bounded. */
export function findWrittenPeriods(text: string, folded: string = fold(text)): WrittenPeriod[] {
  const found: WrittenPeriod[] = [];
  for (let at = 0; at < folded.length; at++) {
    let left = patternsAt(folded, at);
    if (left === 0) continue;
    const unit = folded.charCodeAt(at);
    const before = folded.charCodeAt(at - 1);
    const latin = (unit >= 0x61 && unit <= 0x7a) || isDigit(unit);
    if (latin && ((before >= 0x61 && before <= 0x7a) || isDigit(before) || before === 0x2e || before === 0x24)) continue;
    for (; left !== 0; left &= left - 1) {
      const pattern = PATTERNS[31 - Math.clz32(left & -left)];
      if (!pattern) break;
      pattern.expression.lastIndex = at;
      const match = pattern.expression.exec(folded);
      if (!match) continue;
      const end = at + match[0].length;
      const read = readGroups(pattern.sort, (name) => match[pattern.groups.get(name) ?? -1], folded, at, end);
      if (read) {
        found.push({ start: at, end, fiscal: false, same: false, moment: false, ...read });
        at = end - 1;
      } else if (latin) {
        // a number that is no period is not begun again in its middle
        while (at + 1 < folded.length && isDigit(folded.charCodeAt(at + 1))) at++;
      }
      break;
    }
  }
  return found;
}

const FISCAL_WORD = fold("財");
const FISCAL_YEARS = ["財年", "會計年度", "財政年度", "財季"].map((words) => fold(words));
const MONTH_NOT = new Set([...fold("薪租費均餘線刊亮球台餅光票嫂子經考圓底")]);
const YEAR_NOT = new Set([...fold("前後来來期薪齡級利輕內化均資終份紀輩")]);
const [EARLIER, LATER, YESTERDAY, DAY_BEFORE, TOMORROW, WEEKDAYS] = [fold("上前"), fold("下"), fold("昨"), fold("前"), fold("明"), fold("周星")];
const [AHEAD, UP_TO, THE_SAME, YEAR_BEFORE_LAST, ZEROS] = [fold("未今接"), fold("截"), fold("同"), fold("前年"), fold("〇零○")];
const [SEASON, WEEK, PIECE, NUMBERED, WITHOUT, AROUND] = [fold("季"), fold("周"), fold("個"), fold("第"), fold("無"), fold("前後")];
const [FIRST, SECOND, LAST, UPPER] = [fold("首"), fold("次"), fold("末"), fold("上")];

function readGroups(sort: PatternSort, g: Groups, folded: string, start: number, end: number): Read | undefined {
  const next = folded.charAt(end);
  switch (sort) {
    case "quarter":
      return { part: { kind: "relativeQuarter", offset: turn(g("rq")) } };
    case "month":
      return { part: { kind: "relativeMonth", offset: turn(g("rm")) } };
    case "day": {
      const day = g("rd");
      if (begins(day, WEEKDAYS)) return undefined;
      return { part: { kind: "relativeDay", offset: begins(day, YESTERDAY) ? -1 : begins(day, DAY_BEFORE) ? -2 : begins(day, TOMORROW) ? 1 : 0 } };
    }
    case "week":
      return { part: { kind: "relativeWeek", offset: turn(g("rw")) } };
    case "past": {
      const n = number(g("pn")) ?? 1;
      const unit = g("pu") ?? "";
      const months = n * (unit.startsWith("年") ? 12 : unit.endsWith("月") ? 1 : unit.includes(SEASON) ? 3 : unit.startsWith(WEEK) ? 0.25 : 1 / 30);
      return { part: { kind: "trailing", months: begins(g("past"), AHEAD) ? months : -months } };
    }
    case "to": {
      const year = yearOf(g("toy"), g("tory"));
      const month = Number(g("tom"));
      const day = g("tod") ? Number(g("tod")) : new Date(Date.UTC(2025, month, 0)).getUTCDate();
      const months = number(g("ton")) ?? (g("tof") ? 12 : g("toh") ? 6 : g("toq") ? 3 : undefined);
      if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
      if (months === undefined) return begins(g("to"), UP_TO) ? { part: { kind: "day", month, day }, ...year, moment: true } : undefined;
      return { part: { kind: "monthsTo", month, day, months }, ...year };
    }
    case "same": {
      const same = g("same2") ?? "";
      return { part: { kind: "year" }, ...SAME, year: { relative: same.startsWith(YEAR_BEFORE_LAST) ? -2 : begins(same, THE_SAME) ? 0 : -1 } };
    }
    case "native": {
      const digits = [...(g("nat") ?? "")].map((digit) => (ZEROS.includes(digit) ? 0 : (NUMERALS[digit] ?? 0))).join("");
      const year = fullYear(digits);
      return year ? { part: { kind: "year" }, year: { number: year } } : undefined;
    }
    case "year":
      return readYear(g, folded, start, end);
    case "part":
      return readPart(g, folded, start, end);
    case "latin":
      return readLatin(g, next);
  }
}

/** 上季, 前一個月 lie before, 下季 behind. */
const turn = (words: string | undefined): number => (begins(words, EARLIER) ? -1 : begins(words, LATER) ? 1 : 0);

function readPart(g: Groups, folded: string, start: number, end: number): Read | undefined {
  const part = partOf(g, "b", folded, end);
  if (!part) return undefined;
  const next = folded.charAt(end);
  if (part.kind === "month" && (MONTH_NOT.has(next) || folded.charAt(start - 1) === PIECE)) return undefined;
  const text = folded.slice(start, end);
  if (((part.kind === "quarter" || part.kind === "half") && /[a-z0-9]/.test(next)) || (g("bq") && !text.startsWith(NUMBERED) && !text.endsWith("度") && !/季度?$/.test(text))) return undefined;
  if (g("bwhole") && next === WITHOUT) return undefined;
  return { part, fiscal: text.includes(FISCAL_WORD), moment: false };
}

function readYear(g: Groups, folded: string, start: number, end: number): Read | undefined {
  const text = folded.slice(start, end);
  const next = folded.charAt(end);
  const [fiscalYear, bare, written, second] = [g("fy"), g("bare"), g("y"), g("y2")];
  const republic = g("republic") !== undefined;
  const fiscal = fiscalYear !== undefined || FISCAL_YEARS.some((words) => text.includes(words));
  const year = fiscalYear ? yearOf(fiscalYear) : bare ? yearOf(bare) : yearOf(written, g("ry"), republic);
  if (!year) return undefined;
  const part = partOf(g, "", folded, end);
  // 20年 alone is a length of time; two digits need a part or a fiscal word
  if (written?.length === 2 && !republic && (!part || g("m")) && !fiscal) return undefined;
  if (written?.length === 3 && !republic && !part && !fiscal && YEAR_NOT.has(next)) return undefined;
  if (written && !part && next !== "" && AROUND.includes(next) && written.length < 4) return undefined;
  const lastYear = fullYear(second?.length === 2 ? `20${second}` : second);
  return {
    part: part ?? { kind: "year" },
    year: year.year,
    ...(lastYear ? { lastYear } : {}),
    fiscal,
    ...markOf(g("fymark")),
    ...(g("same") ? SAME : {}),
    moment: g("eoy") !== undefined,
  };
}

function yearOf(written: string | undefined, relative?: string, republic = false): { readonly year: WrittenYear } | undefined {
  const offset = relative === undefined ? undefined : RELATIVE_YEARS[relative];
  if (offset !== undefined) return { year: { relative: offset } };
  const year = fullYear(written, republic);
  return year === undefined ? undefined : { year: { number: year } };
}

function partOf(g: Groups, prefix: "" | "b", folded: string, end: number): Part | undefined {
  const at = (name: string): string | undefined => g(prefix + name);
  const quarter = number(at("q")) ?? number(at("q2")) ?? number(at("q3")) ?? (begins(at("qw"), FIRST) ? 1 : begins(at("qw"), SECOND) ? 2 : begins(at("qw"), LAST) ? 4 : undefined);
  if (quarter !== undefined) return { kind: "quarter", quarter };
  const half = at("h") ?? at("h2");
  if (half) return { kind: "half", half: half === "1" || half === UPPER ? 1 : 2 };
  if (at("fq")) return { kind: "firstMonths", months: 3 * (number(at("fq")) ?? 3) };
  const first = number(at("fm")) ?? number(at("fm2"));
  if (first !== undefined && first > 1 && first <= 12) return { kind: "firstMonths", months: first };
  const month = number(at("m"));
  if (month !== undefined) {
    if (month < 1 || month > 12) return undefined;
    const day = number(at("d"));
    if (day !== undefined && day >= 1 && day <= 31) return { kind: "day", month, day };
    // 10月20 is a day whose 日 is not written
    if (/[0-9]/.test(folded.charAt(end))) return undefined;
    const last = number(at("m2"));
    return { kind: "month", month, ...(last ? { lastMonth: last } : {}) };
  }
  if (at("ytd")) return { kind: "yearToDate" };
  if (at("whole")) return { kind: "year" };
  return undefined;
}

function readLatin(g: Groups, next: string): Read | undefined {
  const letterNext = /[a-z]/.test(next);
  const year = (text: string | undefined): { year?: WrittenYear } => yearOf(text) ?? {};
  const relative = (word: string | undefined): { year?: WrittenYear } => (word ? { year: { relative: word === "last" ? -1 : word === "next" ? 1 : 0 } } : {});
  if (g("lq")) return letterNext ? undefined : { part: { kind: "quarter", quarter: Number(g("lq")) }, ...year(g("lqy")), ...markOf(g("lqm")) };
  if (g("lq2")) return letterNext ? undefined : { part: { kind: "quarter", quarter: Number(g("lq2")) }, ...year(g("lq2y") ?? g("lq2z")), ...markOf(g("lq2m")) };
  if (g("lh") || g("lh2")) {
    if (letterNext) return undefined;
    return { part: { kind: "half", half: (g("lh") ?? g("lh2")) === "1" ? 1 : 2 }, ...year(g("lhy") ?? g("lh2y")), ...markOf(g("lhm") ?? g("lh2m")) };
  }
  const soFar = g("lnm");
  if (soFar) return { part: { kind: "firstMonths", months: Number(soFar.charAt(0)) }, ...year(g("lnmy")) };
  if (g("ttm")) return letterNext ? undefined : { part: { kind: "trailing", months: g("ttm") === "ntm" ? 12 : -12 } };
  if (g("ytdl")) return letterNext ? undefined : { part: { kind: "yearToDate" }, year: { relative: 0 } };
  const quarter = g("eq");
  if (quarter) return { part: { kind: "quarter", quarter: NUMERALS[quarter] ?? 1 }, ...year(g("eqy")), ...relative(g("eqr")), fiscal: g("eqf") !== undefined || g("eqf2") !== undefined };
  if (g("eh")) return { part: { kind: "half", half: g("eh") === "first" ? 1 : 2 }, ...year(g("ehy")), ...relative(g("ehr")) };
  if (g("enm")) return { part: { kind: "monthsTo", month: monthOf(g("enmon")), day: Number(g("enday")), months: NUMERALS[g("enm") ?? ""] ?? 3 }, ...year(g("eny")) };
  if (g("efm")) return { part: { kind: "firstMonths", months: NUMERALS[g("efm") ?? ""] ?? 9 }, ...year(g("efmy")) };
  if (g("efy")) return { part: { kind: "year" }, ...year(g("efy")), fiscal: true };
  if (g("epast")) {
    const n = number(g("epn")) ?? 1;
    const months = n * (g("epu") === "months" ? 1 : g("epu") === "years" ? 12 : g("epu") === "quarters" ? 3 : 120);
    return { part: { kind: "trailing", months: g("epast") === "next" || g("epast") === "coming" ? months : -months } };
  }
  if (g("eyr")) {
    const offset = g("eyr") === "last" ? -1 : g("eyr") === "next" ? 1 : 0;
    switch (g("eyu")) {
      case "year":
        return { part: { kind: "year" }, year: { relative: offset } };
      case "quarter":
        return { part: { kind: "relativeQuarter", offset } };
      case "month":
        return { part: { kind: "relativeMonth", offset } };
      default:
        return { part: { kind: "relativeWeek", offset } };
    }
  }
  if (g("emon")) return { part: { kind: "day", month: monthOf(g("emon")), day: Number(g("emday")) }, ...year(g("emdy")) };
  if (g("emon2")) return { part: { kind: "month", month: monthOf(g("emon2")) }, ...year(g("emy")) };
  if (g("emon3")) return { part: { kind: "month", month: monthOf(g("emon3")) } };
  if (g("ey")) return letterNext || Number(g("ey")) > 2060 ? undefined : { part: { kind: "year" }, ...year(g("ey")), ...markOf(g("eym")) };
  return undefined;
}
