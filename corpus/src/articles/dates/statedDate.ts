// Dates that a source states about itself: in front matter, in a file's name, on a line of its own under the headline.
import { dayOf, isoOfDay } from "./calendar.ts";

// letters of a hash (a–f) before the digits make no date
const IN_NAME =
  /(?:^|[^0-9A-Za-z]|[g-zG-Z])((?:19|20)[0-9]{2})[-_.年]\s?([0-9]{1,2})[-_.月]\s?([0-9]{1,2})日?(?=T[0-9]|[^0-9A-Za-z]|$)/;
const COMPACT =
  /(?:^|[^0-9A-Za-z]|[g-zG-Z])((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])(?:[Tt]?[0-9]{4,6})?(?=[^0-9A-Za-z]|$)/;

const iso = (year: string | undefined, month: string | undefined, day: string | undefined): string | undefined => {
  const number = dayOf(Number(year), Number(month), Number(day));
  return number === undefined ? undefined : isoOfDay(number);
};

/** The day in a file's name (`20251120`, `2025-11-20`, `2025_11_20`); the folders before it do not count. */
export function dateInName(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.[A-Za-z]{1,5}$/, "");
  const compact = COMPACT.exec(name);
  if (compact) {
    const found = iso(compact[1], compact[2], compact[3]);
    if (found) return found;
  }
  const match = IN_NAME.exec(name);
  return match ? iso(match[1], match[2], match[3]) : undefined;
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** The day of a stated date in any usual form: ISO with or without time, 2025年11月20日, 民國114年11月20日, Nov 20, 2025, 20251120. */
export function readDate(written: string): string | undefined {
  const text = written.trim().slice(0, 80);
  const numeric =
    /^((?:19|20)[0-9]{2})(?:[-/.年]\s?)([0-9]{1,2})(?:[-/.月]\s?)([0-9]{1,2})/.exec(text) ??
    /^((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])(?![0-9])/.exec(text);
  if (numeric) return iso(numeric[1], numeric[2], numeric[3]);
  const republic = /^(?:民[國国]\s?)?([0-9]{2,3})[-/.年]\s?([0-9]{1,2})[-/.月]\s?([0-9]{1,2})日?/.exec(text);
  if (republic && Number(republic[1]) >= 80 && Number(republic[1]) <= 150)
    return iso(String(Number(republic[1]) + 1911), republic[2], republic[3]);
  const english = /([A-Za-z]{3,9})\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)[0-9]{2})/.exec(text);
  if (english)
    return iso(english[3], String(MONTHS.indexOf((english[1] ?? "").slice(0, 3).toLowerCase()) + 1), english[2]);
  const british = /([0-9]{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+((?:19|20)[0-9]{2})/.exec(text);
  if (british)
    return iso(british[3], String(MONTHS.indexOf((british[2] ?? "").slice(0, 3).toLowerCase()) + 1), british[1]);
  return undefined;
}
