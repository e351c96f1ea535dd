// Periods compared: whether two mean the same time, and what to make of those whose year is not written or told from another day.
import type { Period } from "../figures/statement.ts";
import { dayNumber } from "../index/days.ts";

/** A year that needs no guess: as a number, or told from the day of writing. */
const YEAR = /(?:19|20)\d{2}|\d{2,3}\s?(?:年|財年|财年)|FY\s?\d|[1-4]Q\s?\d{2}|[12]H\s?\d{2}|[今去本明前後后上當当下]年|(?:this|last|next) year/i;
/** Words that mean another time on another day. */
const RELATIVE = /今年|去年|本年|明年|前年|後年|后年|上年|當年|当年|[本當当該该上下前]一?季|[本上下這这]個?个?月|[今昨明前]日|[今昨明]天|[本上下][周週]|(?:this|last|next) (?:year|quarter|month|week)/i;

/** Whether a period tells no year. */
export const isYearless = ({ text }: Period): boolean => !YEAR.test(text);

/** First and last day since 1970. */
export type Days = readonly [from: number, to: number];

/** A period of a figure of the index: as written, and its readings (fiscal and calendar) in days. */
export interface ToldPeriod {
  readonly text: string;
  readonly readings: readonly Days[];
}

const days = (from: string, to: string): Days => [dayNumber(from) ?? 0, dayNumber(to) ?? 0];
const lengthOf = ([from, to]: Days): number => to - from + 1;

/** The readings of a period, in days. */
export const readingsOf = ({ from, to, calendarFrom, calendarTo }: Period): readonly Days[] => [days(from, to), ...(calendarFrom && calendarTo ? [days(calendarFrom, calendarTo)] : [])];

const shifted = new WeakMap<Period, Map<number, readonly Days[]>>();

/** The readings of a period moved by whole years; a query compares one period with hundreds. */
function readingsIn(period: Period, years: number): readonly Days[] {
  let byYears = shifted.get(period);
  if (!byYears) shifted.set(period, (byYears = new Map()));
  const known = byYears.get(years);
  if (known) return known;
  const moved = (day: string): string => `${String(Number(day.slice(0, 4)) + years).padStart(4, "0")}${day.slice(4)}`;
  const { from, to, calendarFrom, calendarTo } = period;
  const readings = years === 0 ? readingsOf(period) : readingsOf({ ...period, from: moved(from), to: moved(to), ...(calendarFrom && calendarTo ? { calendarFrom: moved(calendarFrom), calendarTo: moved(calendarTo) } : {}) });
  byYears.set(years, readings);
  return readings;
}

/** Longer than this is a year or about one: 今年 is also said of what of it is over. */
const YEARLY = 345;
const A_WEEK = 7;

/**
 * How a period told stands to the one asked for. `inside`: one is a moment of the other, or a part of the year asked for;
 * `around`: the year of it; `anyYear`: the same quarter or month of another year, where none is asked for.
 */
export type PeriodMatch = "same" | "about" | "anyYear" | "inside" | "around" | "other";

function match(asked: Days, told: Days): PeriodMatch {
  const [short, long] = lengthOf(asked) <= lengthOf(told) ? [asked, told] : [told, asked];
  const overlap = Math.min(asked[1], told[1]) - Math.max(asked[0], told[0]) + 1;
  if (lengthOf(short) <= A_WEEK && lengthOf(long) > 2 * A_WEEK) return overlap > 0 ? "inside" : "other";
  if (lengthOf(long) > YEARLY) {
    if (overlap * 2 >= lengthOf(long)) return lengthOf(short) > YEARLY ? "same" : "about";
    return overlap < lengthOf(short) ? "other" : short === told ? "inside" : "around";
  }
  // quarters end on the last Sunday of a month, months may be weeks: what is meant has the same ends, give or take
  const leeway = Math.min(20, lengthOf(short) / 3);
  return Math.abs(asked[0] - told[0]) <= leeway && Math.abs(asked[1] - told[1]) <= leeway ? "same" : "other";
}

const ORDER: readonly PeriodMatch[] = ["same", "about", "anyYear", "inside", "around", "other"];

function compare(asked: readonly Days[], told: readonly Days[]): PeriodMatch {
  let nearest = ORDER.length - 1;
  for (const one of asked) for (const other of told) nearest = Math.min(nearest, ORDER.indexOf(match(one, other)));
  return ORDER[nearest] ?? "other";
}

/** The period asked for and a figure's, under the fiscal and the calendar reading. */
export function comparePeriods(asked: Period, told: ToldPeriod): PeriodMatch {
  const direct = compare(readingsIn(asked, 0), told.readings);
  if (direct === "same" || direct === "about") return direct;
  // 今年 of a note without a date is read by today: the same words in an article mean the article's year
  if (asked.text === told.text && RELATIVE.test(asked.text)) return "about";
  if (!isYearless(asked)) return direct;
  const years = Math.round(((told.readings[0]?.[0] ?? 0) - (readingsIn(asked, 0)[0]?.[0] ?? 0)) / 365.25);
  if (!years) return direct;
  const moved = compare(readingsIn(asked, years), told.readings);
  return moved === "same" ? "anyYear" : (ORDER[Math.min(ORDER.indexOf(direct), ORDER.indexOf(moved))] ?? direct);
}

/** Whether two periods may well be the same time. */
export function isSameTime(asked: Period, told: ToldPeriod): boolean {
  const match = comparePeriods(asked, told);
  return match === "same" || match === "about" || match === "anyYear";
}
