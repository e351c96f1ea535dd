// ISO days as whole days since 1970, so that periods and dates fit into columns.

/** Days since 1970-01-01 of `2025-11-20`; undefined for anything that is not a day of the calendar. */
export function dayNumber(iso: string): number | undefined {
  if (numbers.has(iso)) return numbers.get(iso);
  if (numbers.size > 20_000) numbers.clear();
  const day = readDay(iso);
  numbers.set(iso, day);
  return day;
}

/** Days read before: periods and dates repeat. */
const numbers = new Map<string, number | undefined>();

function readDay(iso: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso.slice(0, 10));
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const time = Date.UTC(year, month - 1, day);
  return new Date(time).getUTCDate() === day && month <= 12 ? Math.round(time / 86_400_000) : undefined;
}

/** The ISO day of a number of days since 1970. */
export function isoDay(day: number): string {
  const known = written.get(day);
  if (known !== undefined) return known;
  const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
  written.set(day, iso);
  return iso;
}

/** Days written before: a ranking writes thousands, of which there are some ten thousand different ones at most. */
const written = new Map<number, string>();
