// ISO days as whole days since 1970, so that periods and dates fit into columns.

/** Days since 1970-01-01 of `2025-11-20`; undefined for anything that is not a day of the calendar. */
export function dayNumber(iso: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso.slice(0, 10));
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const time = Date.UTC(year, month - 1, day);
  return new Date(time).getUTCDate() === day && month <= 12 ? Math.round(time / 86_400_000) : undefined;
}

/** The ISO day of a number of days since 1970. */
export const isoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
