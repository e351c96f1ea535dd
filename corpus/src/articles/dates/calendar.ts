// Days as whole numbers since 1970-01-01 and as ISO text, without a clock and without time zones.

const DAY = 86_400_000;

/** Days since 1970 of a calendar day; undefined where there is no such day (2025-02-30). */
export function dayOf(year: number, month: number, day: number): number | undefined {
  if (!(year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= lastDayOf(year, month))) return undefined;
  // years are counted from March, so that the leap day is a year's last
  const from = month > 2 ? year : year - 1;
  const inYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return from * 365 + Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400) + inYear - 719_468;
}

const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The last day of a month (1 to 12): 28 to 31. */
export const lastDayOf = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : (LAST_DAYS[month - 1] ?? 31);

/** The day a moment (milliseconds since 1970) falls on; desks in Taipei and Hong Kong are eight hours ahead of UTC. */
export const dayOfTime = (milliseconds: number): number => Math.floor((milliseconds + 8 * 3_600_000) / DAY);

/** Days written before: every figure with a period asks for two to four, of which there are a few thousand different ones. */
const written = new Map<number, string>();

/** `2025-11-20`. */
export function isoOfDay(day: number): string {
  let iso = written.get(day);
  if (iso === undefined) written.set(day, (iso = new Date(day * DAY).toISOString().slice(0, 10)));
  return iso;
}

export const yearOfDay = (day: number): number => new Date(day * DAY).getUTCFullYear();

/** 0 is Sunday. */
export const weekdayOfDay = (day: number): number => (((day + 4) % 7) + 7) % 7;
