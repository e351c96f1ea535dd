// What days a written period means: by the article's day where it tells no year, and by the subject's fiscal year where one
// is known and meant. Days are ISO, both ends inclusive.
import type { Period } from "../figures/statement.ts";
import { dayOf, isoOfDay, lastDayOf } from "../articles/dates/calendar.ts";
import type { WrittenPeriod } from "./writtenPeriod.ts";

export interface Calendar {
  /** ISO day of the article or note. */
  readonly date: string | undefined;
  /** Month of the subject's fiscal year end, 12 for the calendar year or where nothing is known. */
  readonly fiscalYearEnd: number;
  /** The year that the fiscal year is called by is the one it begins in (Japan). */
  readonly namedByStart: boolean;
  /** The figure is of the company's accounts, so that quarters and years are its own. */
  readonly accounts: boolean;
  /** The clause speaks of what is to come. */
  readonly forecast: boolean;
  /** The year that the sentence told before. */
  readonly year?: number;
}

interface Days {
  readonly from: string;
  readonly to: string;
}

const iso = (year: number, month: number, day: number): string => isoOfDay(dayOf(year, month, day) ?? 0);

/** Whole months: the first one of a year, counted on beyond its ends. */
function months(year: number, first: number, count: number): Days {
  const start = year * 12 + first - 1;
  const end = start + count - 1;
  const endYear = Math.floor(end / 12);
  const endMonth = (end % 12) + 1;
  return { from: iso(Math.floor(start / 12), (start % 12) + 1, 1), to: iso(endYear, endMonth, lastDayOf(endYear, endMonth)) };
}

/** The months of a part within a year: first and count. */
function monthsOf(part: WrittenPeriod["part"]): readonly [number, number] | undefined {
  switch (part.kind) {
    case "year":
      return [1, 12];
    case "quarter":
      return [part.quarter * 3 - 2, 3];
    case "half":
      return part.half === 1 ? [1, 6] : [7, 6];
    case "firstMonths":
      return [1, part.months];
    case "month":
      return [part.month, part.lastMonth !== undefined && part.lastMonth > part.month ? part.lastMonth - part.month + 1 : 1];
    case "relativeQuarter":
    case "relativeMonth":
    case "relativeDay":
    case "relativeWeek":
    case "day":
    case "monthsTo":
    case "trailing":
    case "yearToDate":
      return undefined;
  }
}

interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

let parted: { readonly iso: string; readonly parts: DayParts | undefined } | undefined;

/** An ISO day taken apart: an article asks for the same one again and again. */
function dayParts(iso: string | undefined): DayParts | undefined {
  if (iso === undefined) return undefined;
  if (parted?.iso === iso) return parted.parts;
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  parted = { iso, parts: match ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : undefined };
  return parted.parts;
}

/** Years in the range that a calendar can hold. */
const sane = (year: number): boolean => year >= 1900 && year <= 2100;

/**
 * The period in days. Undefined where its year can not be told: no year is written, the sentence told none and the article
 * has no day. `text` is the period as written.
 */
export function resolvePeriod(written: WrittenPeriod, text: string, calendar: Calendar): Period | undefined {
  const { part } = written;
  const today = dayParts(calendar.date);
  const period = (days: Days, calendarDays?: Days): Period => ({
    text,
    ...days,
    ...(calendarDays && (calendarDays.from !== days.from || calendarDays.to !== days.to)
      ? { calendarFrom: calendarDays.from, calendarTo: calendarDays.to }
      : {}),
    inferred: false,
  });
  const year = yearOf(written, calendar, today);
  if (year !== undefined && !sane(year)) return undefined;
  switch (part.kind) {
    case "relativeDay":
    case "relativeWeek":
    case "relativeMonth":
    case "relativeQuarter":
    case "trailing":
    case "yearToDate":
      break;
    case "day": {
      if (year === undefined || dayOf(year, part.month, part.day) === undefined) return undefined;
      const day = iso(year, part.month, part.day);
      return period({ from: day, to: day });
    }
    case "monthsTo": {
      if (year === undefined || dayOf(year, part.month, part.day) === undefined) return undefined;
      const full = part.day >= lastDayOf(year, part.month) - 7 ? 0 : -1;
      const days = months(year, part.month + full - part.months + 1, part.months);
      return period({ from: days.from, to: full === 0 ? iso(year, part.month, part.day) : iso(year, part.month, part.day) });
    }
    case "year":
    case "quarter":
    case "half":
    case "firstMonths":
    case "month": {
      const span = monthsOf(part);
      if (year === undefined || !span) return undefined;
      const last = written.lastYear;
      const plain = last !== undefined && last > year && sane(last) ? { from: iso(year, 1, 1), to: iso(last, 12, 31) } : months(year, span[0], span[1]);
      const end = calendar.fiscalYearEnd;
      if (part.kind === "month" || end === 12 || written.moment) return period(plain);
      if (part.kind === "year" && !written.fiscal) return period(plain);
      if (!calendar.accounts && !written.fiscal) return period(plain);
      const named = calendar.namedByStart ? year + 1 : year;
      const fiscal = months(named - 1, end + span[0], span[1]);
      if (written.fiscal && written.year !== undefined) return period(fiscal, plain);
      // 第三季 without a fiscal word: of the fiscal quarters of that number, the latest begun before the article's day
      const limit = calendar.date ?? plain.to;
      const later = months(named, end + span[0], span[1]);
      const earlier = months(named - 2, end + span[0], span[1]);
      const begun = [later, fiscal, earlier].find(({ from, to }) => (calendar.forecast ? from : to) <= limit) ?? fiscal;
      return period(written.year !== undefined && "number" in written.year ? nearest([later, fiscal, earlier], plain, limit) : begun, plain);
    }
  }
  if (!today) return undefined;
  const now = dayOf(today.year, today.month, today.day) ?? 0;
  switch (part.kind) {
    case "relativeDay":
      return period({ from: isoOfDay(now + part.offset), to: isoOfDay(now + part.offset) });
    case "relativeWeek": {
      const monday = now - ((((now + 3) % 7) + 7) % 7) + 7 * part.offset;
      return period({ from: isoOfDay(monday), to: isoOfDay(monday + 6) });
    }
    case "relativeMonth":
      return period(months(today.year, today.month + part.offset, 1));
    case "relativeQuarter": {
      const quarter = Math.ceil(today.month / 3) + part.offset;
      return period(months(today.year, quarter * 3 - 2, 3));
    }
    case "trailing": {
      const count = Math.abs(part.months);
      if (count < 1) {
        const days = Math.round(count * 30);
        return period(part.months < 0 ? { from: isoOfDay(now - days), to: isoOfDay(now) } : { from: isoOfDay(now), to: isoOfDay(now + days) });
      }
      const days = Math.round((count * 365.25) / 12);
      return period(part.months < 0 ? { from: isoOfDay(now - days), to: isoOfDay(now) } : { from: isoOfDay(now), to: isoOfDay(now + days) });
    }
    case "yearToDate": {
      const from = year ?? today.year;
      const to = from < today.year ? iso(from, 12, 31) : calendar.date ?? iso(from, 12, 31);
      return period({ from: iso(from, 1, 1), to: to.slice(0, 10) });
    }
  }
}

/** Of the readings that ended before the article's day, the one nearest to the calendar's. */
function nearest(readings: readonly Days[], plain: Days, limit: string): Days {
  const distance = ({ from }: Days): number => Math.abs(Date.parse(from) - Date.parse(plain.from));
  const ended = readings.filter(({ to }) => to <= limit);
  return (ended.length ? ended : readings).reduce((best, one) => (distance(one) < distance(best) ? one : best));
}

/** The year of a written period: as written, told by the sentence, or the one that puts it nearest before the article's day. */
function yearOf(written: WrittenPeriod, calendar: Calendar, today: DayParts | undefined): number | undefined {
  const { part } = written;
  if (written.year !== undefined) {
    if ("number" in written.year) return written.year.number;
    return today === undefined ? undefined : today.year + written.year.relative;
  }
  if (calendar.year !== undefined) return calendar.year;
  if (!today) return undefined;
  switch (part.kind) {
    case "year":
    case "yearToDate":
      return today.year;
    case "quarter":
      return before(today, part.quarter * 3 - 2, 0, calendar.forecast);
    case "half":
      return before(today, part.half === 1 ? 1 : 7, 0, calendar.forecast);
    case "firstMonths":
      // 前10月 is told of when the tenth month is over
      return before(today, part.months, 0, calendar.forecast);
    case "month":
      return before(today, part.month, 2, calendar.forecast);
    case "day":
    case "monthsTo":
      return before(today, part.month, 2, calendar.forecast);
    case "relativeQuarter":
    case "relativeMonth":
    case "relativeDay":
    case "relativeWeek":
    case "trailing":
      return today.year;
  }
}

/** This year where the month has come (or comes within some months), else the last; the next one only for what is to come. */
function before(today: { year: number; month: number }, month: number, ahead: number, forecast: boolean): number {
  if (month <= today.month + (forecast ? 12 : ahead)) return forecast && month < today.month - 6 ? today.year + 1 : today.year;
  return today.year - 1;
}
