// A quote as the title of a link, and back. What Markdown, tables or VS Code would read in a title is written full-width:
// the length stays, and folding undoes it (DESIGN section 2).
import { unescapeMarkdown } from "./unescapeMarkdown.ts";

const READ_BY_MARKDOWN = /["\\&|`[\]]/g;
const LINE_END = /[\r\n\u2028\u2029]/g;

/** The title without its delimiters, of the same length as the quote. */
export const writeTitle = (quote: string): string =>
  quote.replace(READ_BY_MARKDOWN, (unit) => String.fromCharCode(unit.charCodeAt(0) + 0xfee0)).replace(LINE_END, " ");

/** The quote of a title as written, with its delimiters `"…"`, `'…'` or `(…)`; undefined where it is blank. */
export function readTitle(written: string): string | undefined {
  const quote = unescapeMarkdown(written.slice(1, -1)).trim();
  return quote === "" ? undefined : quote;
}
