// Periods compared: two differ only if they overlap by less than half under both the fiscal and the calendar reading.
import type { Period } from "../figures/statement.ts";

const YEAR = /(?:19|20)\d{2}|\d{2,3}\s?(?:年|財年|财年)|FY\s?\d|[1-4]Q\s?\d{2}|[12]H\s?\d{2}/i;
const DAY = 86_400_000;

/** A period whose year is not written (第三季, Q3, 上年同期) may mean the year of the other one: moved by whole years to it. */
export function inYearOf(period: Period, other: Period): Period {
  if (YEAR.test(period.text)) return period;
  const years = Math.round((Date.parse(other.from) - Date.parse(period.from)) / (365.25 * DAY));
  if (!years || !Number.isFinite(years)) return period;
  const moved = (day: string): string => `${String(Number(day.slice(0, 4)) + years).padStart(4, "0")}${day.slice(4)}`;
  return { ...period, from: moved(period.from), to: moved(period.to), ...(period.calendarFrom && period.calendarTo ? { calendarFrom: moved(period.calendarFrom), calendarTo: moved(period.calendarTo) } : {}) };
}

/** Periods differ only if they overlap by less than half under both the fiscal and the calendar reading. */
export function periodsOverlap(a: { from: string; to: string; calendarFrom?: string; calendarTo?: string }, b: typeof a): boolean {
  const readings = (p: typeof a): [number, number][] => [
    [Date.parse(p.from), Date.parse(p.to)],
    ...(p.calendarFrom && p.calendarTo ? [[Date.parse(p.calendarFrom), Date.parse(p.calendarTo)] as [number, number]] : []),
  ];
  return readings(a).some(([af, at]) =>
    readings(b).some(([bf, bt]) => {
      const overlap = Math.min(at, bt) - Math.max(af, bf) + DAY;
      const longer = Math.max(at - af, bt - bf) + DAY;
      return overlap * 2 >= longer;
    }),
  );
}
