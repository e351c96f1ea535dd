// Periods as they are written (2026財年第三財季, 3Q25, 今年前三季, 截至10月26日的三個月, the third quarter of 2025): found in one
// pass at the few characters that can begin one, and taken apart; what days they mean is told by resolvePeriod.ts.
import { fold } from "../text/fold.ts";
import { BEGINS, PERIOD } from "./periodPattern.ts";

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

type Groups = Readonly<Record<string, string | undefined>>;
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
const has = (text: string | undefined, ...words: string[]): boolean => text !== undefined && words.some((word) => text.startsWith(fold(word)));

/** The periods of a text, in order, none overlapping. Offsets are UTF-16 units. Linear: a pattern is tried where one can begin and is bounded. */
export function findWrittenPeriods(text: string): WrittenPeriod[] {
  const folded = fold(text);
  const found: WrittenPeriod[] = [];
  for (let at = 0; at < folded.length; at++) {
    const unit = folded.charCodeAt(at);
    if (BEGINS[unit] !== 1) continue;
    const before = folded.charCodeAt(at - 1);
    const latin = (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
    if (latin && ((before >= 0x61 && before <= 0x7a) || (before >= 0x30 && before <= 0x39) || before === 0x2e || before === 0x24)) continue;
    PERIOD.lastIndex = at;
    const match = PERIOD.exec(folded);
    if (!match) continue;
    const end = at + match[0].length;
    const read = readGroups(match.groups ?? {}, folded, at, end);
    if (read) {
      found.push({ start: at, end, fiscal: false, same: false, moment: false, ...read });
      at = end - 1;
    } else if (latin) {
      // a number that is no period is not begun again in its middle
      while (at + 1 < folded.length && folded.charCodeAt(at + 1) >= 0x30 && folded.charCodeAt(at + 1) <= 0x39) at++;
    }
  }
  return found;
}

const FISCAL_WORD = fold("財");
const MONTH_NOT = new Set([...fold("薪租費均餘線刊亮球台餅光票嫂子經考圓底")]);
const YEAR_NOT = new Set([...fold("前後来來期薪齡級利輕內化均資終份紀輩")]);

function readGroups(g: Groups, folded: string, start: number, end: number): Read | undefined {
  const next = folded.charAt(end);
  const isLatinNext = /[a-z0-9]/.test(next);
  if (g["rq"]) return { part: { kind: "relativeQuarter", offset: has(g["rq"], "上", "前") ? -1 : has(g["rq"], "下") ? 1 : 0 } };
  if (g["rm"]) return { part: { kind: "relativeMonth", offset: has(g["rm"], "上", "前") ? -1 : has(g["rm"], "下") ? 1 : 0 } };
  if (g["rd"]) {
    if (has(g["rd"], "周", "星期")) return undefined;
    return { part: { kind: "relativeDay", offset: has(g["rd"], "昨") ? -1 : has(g["rd"], "前") ? -2 : has(g["rd"], "明") ? 1 : 0 } };
  }
  if (g["rw"]) return { part: { kind: "relativeWeek", offset: has(g["rw"], "上") ? -1 : has(g["rw"], "下") ? 1 : 0 } };
  if (g["past"]) {
    const n = number(g["pn"]) ?? 1;
    const unit = g["pu"] ?? "";
    const months = n * (unit.startsWith("年") ? 12 : unit.endsWith("月") ? 1 : unit.includes(fold("季")) ? 3 : unit.startsWith(fold("周")) ? 0.25 : 1 / 30);
    return { part: { kind: "trailing", months: has(g["past"], "未", "今", "接") ? months : -months } };
  }
  if (g["to"]) {
    const year = yearOf(g["toy"], g["tory"]);
    const month = Number(g["tom"]);
    const day = g["tod"] ? Number(g["tod"]) : new Date(Date.UTC(2025, month, 0)).getUTCDate();
    const months = number(g["ton"]) ?? (g["tof"] ? 12 : g["toh"] ? 6 : g["toq"] ? 3 : undefined);
    if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
    if (months === undefined) return g["to"].startsWith(fold("截")) ? { part: { kind: "day", month, day }, ...year, moment: true } : undefined;
    return { part: { kind: "monthsTo", month, day, months }, ...year };
  }
  if (g["same2"]) {
    const year = has(g["same2"], "前年") ? -2 : has(g["same2"], "同") ? 0 : -1;
    return year === 0 ? { part: { kind: "year" }, ...SAME, year: { relative: 0 } } : { part: { kind: "year" }, ...SAME, year: { relative: year } };
  }
  if (g["nat"]) {
    const digits = [...g["nat"]].map((digit) => (fold("〇零○").includes(digit) ? 0 : (NUMERALS[digit] ?? 0))).join("");
    const year = fullYear(digits);
    return year ? { part: { kind: "year" }, year: { number: year } } : undefined;
  }
  if (g["y"] || g["ry"] || g["fy"] || g["bare"]) return readYear(g, folded, start, end);
  const part = partOf(g, "b", folded, end);
  if (part) {
    if (part.kind === "month" && (MONTH_NOT.has(next) || folded.charAt(start - 1) === fold("個"))) return undefined;
    if (((part.kind === "quarter" || part.kind === "half") && isLatinNext) || (g["bq"] && !folded.slice(start, end).startsWith(fold("第")) && !folded.slice(start, end).endsWith("度") && !/季度?$/.test(folded.slice(start, end)))) return undefined;
    if (g["bwhole"] && folded.charAt(end) === fold("無")) return undefined;
    return { part, fiscal: folded.slice(start, end).includes(FISCAL_WORD), moment: false };
  }
  return readLatin(g, next);
}

function readYear(g: Groups, folded: string, start: number, end: number): Read | undefined {
  const text = folded.slice(start, end);
  const next = folded.charAt(end);
  const fiscal = text.includes(fold("財年")) || text.includes(fold("會計年度")) || text.includes(fold("財政年度")) || g["fy"] !== undefined || text.includes(fold("財季"));
  const year = g["fy"] ? yearOf(g["fy"]) : g["bare"] ? yearOf(g["bare"]) : yearOf(g["y"], g["ry"], g["republic"] !== undefined);
  if (!year) return undefined;
  const part = partOf(g, "", folded, end);
  // 20年 alone is a length of time; two digits need a part or a fiscal word
  if (g["y"]?.length === 2 && !g["republic"] && (!part || g["m"]) && !fiscal) return undefined;
  if (g["y"]?.length === 3 && !g["republic"] && !part && !fiscal && YEAR_NOT.has(next)) return undefined;
  if (g["y"] && !part && next !== "" && fold("前後").includes(next) && g["y"].length < 4) return undefined;
  const lastYear = fullYear(g["y2"] && g["y2"].length === 2 ? `20${g["y2"]}` : g["y2"]);
  return {
    part: part ?? { kind: "year" },
    year: year.year,
    ...(lastYear ? { lastYear } : {}),
    fiscal,
    ...markOf(g["fymark"]),
    ...(g["same"] ? SAME : {}),
    moment: g["eoy"] !== undefined,
  };
}

function yearOf(written: string | undefined, relative?: string, republic = false): { readonly year: WrittenYear } | undefined {
  const offset = relative === undefined ? undefined : RELATIVE_YEARS[relative];
  if (offset !== undefined) return { year: { relative: offset } };
  const year = fullYear(written, republic);
  return year === undefined ? undefined : { year: { number: year } };
}

function partOf(g: Groups, prefix: "" | "b", folded: string, end: number): Part | undefined {
  const at = (name: string): string | undefined => g[prefix + name];
  const quarter = number(at("q")) ?? number(at("q2")) ?? number(at("q3")) ?? (has(at("qw"), "首") ? 1 : has(at("qw"), "次") ? 2 : has(at("qw"), "末") ? 4 : undefined);
  if (quarter !== undefined) return { kind: "quarter", quarter };
  const half = at("h") ?? at("h2");
  if (half) return { kind: "half", half: half === "1" || half === fold("上") ? 1 : 2 };
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
  if (g["lq"]) return letterNext ? undefined : { part: { kind: "quarter", quarter: Number(g["lq"]) }, ...year(g["lqy"]), ...markOf(g["lqm"]) };
  if (g["lq2"]) return letterNext ? undefined : { part: { kind: "quarter", quarter: Number(g["lq2"]) }, ...year(g["lq2y"] ?? g["lq2z"]), ...markOf(g["lq2m"]) };
  if (g["lh"] || g["lh2"]) {
    if (letterNext) return undefined;
    return { part: { kind: "half", half: (g["lh"] ?? g["lh2"]) === "1" ? 1 : 2 }, ...year(g["lhy"] ?? g["lh2y"]), ...markOf(g["lhm"] ?? g["lh2m"]) };
  }
  if (g["lnm"]) return { part: { kind: "firstMonths", months: Number(g["lnm"].charAt(0)) }, ...year(g["lnmy"]) };
  if (g["ttm"]) return letterNext ? undefined : { part: { kind: "trailing", months: g["ttm"] === "ntm" ? 12 : -12 } };
  if (g["ytdl"]) return letterNext ? undefined : { part: { kind: "yearToDate" }, year: { relative: 0 } };
  if (g["eq"]) return { part: { kind: "quarter", quarter: NUMERALS[g["eq"]] ?? 1 }, ...year(g["eqy"]), ...relative(g["eqr"]), fiscal: g["eqf"] !== undefined || g["eqf2"] !== undefined };
  if (g["eh"]) return { part: { kind: "half", half: g["eh"] === "first" ? 1 : 2 }, ...year(g["ehy"]), ...relative(g["ehr"]) };
  if (g["enm"]) return { part: { kind: "monthsTo", month: monthOf(g["enmon"]), day: Number(g["enday"]), months: NUMERALS[g["enm"]] ?? 3 }, ...year(g["eny"]) };
  if (g["efm"]) return { part: { kind: "firstMonths", months: NUMERALS[g["efm"]] ?? 9 }, ...year(g["efmy"]) };
  if (g["efy"]) return { part: { kind: "year" }, ...year(g["efy"]), fiscal: true };
  if (g["epast"]) {
    const n = number(g["epn"]) ?? 1;
    const months = n * (g["epu"] === "months" ? 1 : g["epu"] === "years" ? 12 : g["epu"] === "quarters" ? 3 : 120);
    return { part: { kind: "trailing", months: g["epast"] === "next" || g["epast"] === "coming" ? months : -months } };
  }
  if (g["eyr"]) {
    const offset = g["eyr"] === "last" ? -1 : g["eyr"] === "next" ? 1 : 0;
    switch (g["eyu"]) {
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
  if (g["emon"]) return { part: { kind: "day", month: monthOf(g["emon"]), day: Number(g["emday"]) }, ...year(g["emdy"]) };
  if (g["emon2"]) return { part: { kind: "month", month: monthOf(g["emon2"]) }, ...year(g["emy"]) };
  if (g["emon3"]) return { part: { kind: "month", month: monthOf(g["emon3"]) } };
  if (g["ey"]) return letterNext || Number(g["ey"]) > 2060 ? undefined : { part: { kind: "year" }, ...year(g["ey"]), ...markOf(g["eym"]) };
  return undefined;
}
