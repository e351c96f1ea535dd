// A day as notes state it, in front matter or in a file name.
import type { Note } from "./note.ts";

const FORMS = [
  /(?<!\d)((?:19|20)\d{2})[-_./](\d{1,2})[-_./](\d{1,2})(?!\d)/,
  /(?<!\d)((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})[日號号]/,
  /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/,
];
const MINGUO = /(?:民國|民国)?(?<!\d)(1[01]\d)年(\d{1,2})月(\d{1,2})[日號号]/;

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const pad = (value: number): string => String(value).padStart(2, "0");

/** The first day stated in a short text, as an ISO day; undefined without a whole and possible one. */
export function readDay(text: string): string | undefined {
  const head = text.slice(0, 400);
  for (const form of [...FORMS, MINGUO]) {
    const match = form.exec(head);
    if (!match) continue;
    const year = Number(match[1]) + (form === MINGUO ? 1911 : 0);
    const [month, day] = [Number(match[2]), Number(match[3])];
    if (isDay(year, month, day)) return `${year}-${pad(month)}-${pad(day)}`;
  }
  return undefined;
}

/** The day of a note: its front matter, else its file name; undefined where the host's today counts. */
export const noteDay = (note: Pick<Note, "frontMatter">, notePath: string): string | undefined =>
  note.frontMatter?.date ?? readDay(notePath.slice(notePath.lastIndexOf("/") + 1));
