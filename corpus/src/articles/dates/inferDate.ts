// The date of an article that states none: the day of the latest dated past event of its text, a lower bound. A year that
// the text omits is the one that puts the date nearest before the file's time, unless the text says otherwise: by a weekday,
// by a full date close by, or by speaking of that year as of the future.
import { dayOf, dayOfTime, isoOfDay, weekdayOfDay, yearOfDay } from "./calendar.ts";
import type { WrittenDate } from "./findDates.ts";

/** What the dates of a text, or of the whole file around it, say about its time. */
export interface TimeHints {
  /** The latest full date of a past event, in days since 1970. */
  readonly latest?: number;
  /** The latest year spoken of as past or present. */
  readonly present?: number;
  /** Years spoken of as the future only. */
  readonly ahead: ReadonlySet<number>;
}

/** Days that a full date may lie before the file's time and still place the dates beside it. */
const NEAR = 400;
const YEAR = 366;

/** Hints of the dates of one article or of a whole file. `modified`: milliseconds since 1970. */
export function timeHints(dates: readonly WrittenDate[], modified: number): TimeHints {
  const now = dayOfTime(modified);
  let latest: number | undefined;
  let present: number | undefined;
  const ahead = new Set<number>();
  for (const date of dates) {
    if (date.year === undefined) continue;
    if (date.future || date.year > yearOfDay(now)) ahead.add(date.year);
    else {
      present = Math.max(present ?? 0, date.year);
      const day =
        date.month !== undefined && date.day !== undefined ? dayOf(date.year, date.month, date.day) : undefined;
      if (day !== undefined && day <= now) latest = Math.max(latest ?? day, day);
    }
  }
  return { ...(latest === undefined ? {} : { latest }), ...(present === undefined ? {} : { present }), ahead };
}

/** The day of a date without its year. */
function nearestDay(date: WrittenDate, now: number, own: TimeHints, file: TimeHints): number | undefined {
  const { month, day } = date;
  if (month === undefined || day === undefined) return undefined;
  const on = (year: number) => dayOf(year, month, day);
  const thisYear = yearOfDay(now);
  const candidates = Array.from({ length: 12 }, (_, back) => on(thisYear - back)).filter(
    (at) => at !== undefined && at <= now,
  ) as number[];
  const [nearest] = candidates;
  if (nearest === undefined) return undefined;
  if (date.weekday !== undefined) {
    const fitting = candidates.slice(0, 7).find((at) => weekdayOfDay(at) === date.weekday);
    if (fitting !== undefined) return fitting;
  }
  for (const hints of [own, file]) {
    if (hints.latest !== undefined && now - hints.latest <= NEAR) {
      const anchor = hints.latest;
      return candidates.reduce((best, at) => (Math.abs(at - anchor) < Math.abs(best - anchor) ? at : best), nearest);
    }
    const year = yearOfDay(nearest);
    if (hints.present === year - 1 && hints.ahead.has(year) && month > 4) return on(year - 1);
  }
  return nearest;
}

const dayKey = (date: WrittenDate): number => (date.month ?? 0) * 32 + (date.day ?? 0);

/**
 * The ISO day on or after which the article was published, from the dates of its text; undefined where none tells.
 * @param modified the file's time, milliseconds since 1970
 * @param file hints of the whole file, for articles that name no year themselves
 */
export function inferDate(dates: readonly WrittenDate[], modified: number, file: TimeHints): string | undefined {
  const own = timeHints(dates, modified);
  const now = dayOfTime(modified);
  let latest: number | undefined;
  let named: number | undefined;
  // a day announced once is announced wherever the text names it
  const announced = new Set(dates.filter(({ future, day }) => future && day !== undefined).map(dayKey));
  for (const date of dates) {
    if (date.future || announced.has(dayKey(date))) continue;
    const day =
      date.month === undefined || date.day === undefined
        ? undefined
        : date.year === undefined
          ? nearestDay(date, now, own, file)
          : dayOf(date.year, date.month, date.day);
    if (day !== undefined && day <= now) latest = Math.max(latest ?? day, day);
    const from = day ?? (date.year === undefined ? undefined : dayOf(date.year, date.month ?? 1, 1));
    if (from !== undefined && from <= now) named = Math.max(named ?? from, from);
  }
  if (latest === undefined || (named !== undefined && named - latest > YEAR)) return undefined;
  return isoOfDay(latest);
}
