// Days as whole numbers since 1970-01-01 and as ISO text, without a clock and without time zones.

const DAY = 86_400_000;

/** Days since 1970 of a calendar day; undefined where there is no such day (2025-02-30). */
export function dayOf(year: number, month: number, day: number): number | undefined {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const number = Date.UTC(year, month - 1, day) / DAY;
  return new Date(number * DAY).getUTCDate() === day ? number : undefined;
}

/** The day a moment (milliseconds since 1970) falls on; desks in Taipei and Hong Kong are eight hours ahead of UTC. */
export const dayOfTime = (milliseconds: number): number => Math.floor((milliseconds + 8 * 3_600_000) / DAY);

/** `2025-11-20`. */
export const isoOfDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

export const yearOfDay = (day: number): number => new Date(day * DAY).getUTCFullYear();

/** 0 is Sunday. */
export const weekdayOfDay = (day: number): number => (((day + 4) % 7) + 7) % 7;
