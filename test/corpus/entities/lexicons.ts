// Lexicons for the tests: the whole one, compiled from the reviewed tables, and small ones from a few rows.
import { compileLexicon, COLUMNS, makeConverters, readTables } from "../../../corpus/build/lexicon.mjs";
import { type Lexicon, loadLexicon } from "../../../corpus/src/entities/lexicon.ts";
import { findMentions } from "../../../corpus/src/entities/findMentions.ts";
import { readEntities, type EntityReading } from "../../../corpus/src/entities/readEntities.ts";
import type { Passage } from "../../../corpus/src/text/passage.ts";

const converters = await makeConverters();

/** A table from rows whose cells are given by column name. */
export const table = (
  rows: readonly Readonly<Record<string, string>>[],
  file = "test.tsv",
): { readonly file: string; readonly text: string } => ({
  file,
  text: [COLUMNS.join("\t"), ...rows.map((row) => COLUMNS.map((column) => row[column] ?? "").join("\t")), ""].join(
    "\n",
  ),
});

/** A lexicon of a few rows. */
export const smallLexicon = (rows: readonly Readonly<Record<string, string>>[]): Lexicon =>
  loadLexicon(JSON.parse(JSON.stringify(compileLexicon([table(rows)], { converters }).compiled)) as never);

let whole: Lexicon | undefined;
/** The lexicon that ships. */
export const wholeLexicon = (): Lexicon =>
  (whole ??= loadLexicon(compileLexicon(readTables("corpus/lexicon"), { converters }).compiled));

/** Lines as the passages of one article. */
export const passagesOf = (lines: readonly string[]): readonly Passage[] =>
  lines.map((text, line) => ({ line, start: 0, text, kind: "text" as const }));

/** The mentions of one text as `words=id`, in order. */
export const namesIn = (text: string, lexicon: Lexicon): readonly string[] =>
  findMentions(text, lexicon).map(
    ({ start, end, entity }) => `${text.slice(start, end)}=${lexicon.entities[entity]?.id ?? "?"}`,
  );

/** The names of an article's first line as `words=type`. */
export function typedIn(
  lines: readonly string[],
  lexicon: Lexicon,
): { readonly names: readonly string[]; readonly reading: EntityReading } {
  const reading = readEntities(passagesOf(lines), lexicon);
  const names = reading.mentions.flatMap((mentions, line) =>
    mentions.map(
      ({ start, end, entity }) => `${(lines[line] ?? "").slice(start, end)}=${lexicon.entities[entity]?.type ?? "?"}`,
    ),
  );
  return { names, reading };
}
