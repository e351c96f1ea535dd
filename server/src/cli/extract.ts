// `tickmark extract`: every figure and name of files as JSON lines, in the order of the text, copies included.
import { parseArgs } from "node:util";
import { readArticles } from "../../../corpus/src/articles/readArticles.ts";
import { formatFigureValue } from "../../../corpus/src/figures/formatFigureValue.ts";
import type { Statement } from "../../../corpus/src/figures/statement.ts";
import type { Lexicon } from "../../../corpus/src/entities/lexicon.ts";
import { readPassages } from "../../../corpus/src/index/readChunks.ts";
import { columnOf, endColumnOf } from "../../../corpus/src/text/passage.ts";
import { distFolder, loadTables } from "../host/tables.ts";
import { complain, namedFiles } from "./files.ts";

type Row = Readonly<Record<string, unknown>> & { readonly line: number; readonly start: number };

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { figures: { type: "boolean" }, entities: { type: "boolean" }, "no-lexicon": { type: "boolean" } },
  });
  const tables = loadTables(distFolder(), !values["no-lexicon"]);
  const both = !values.figures && !values.entities;
  for (const file of namedFiles(positionals)) {
    const { articles, problems } = readArticles(file);
    for (const { message, line } of problems) complain(line ? `${file.path}:${line}` : file.path, message);
    for (const article of articles) {
      const { mentions, statements } = readPassages(article.passages, article, tables);
      const rows: Row[] = [];
      article.passages.forEach((passage, i) => {
        const place = (span: { readonly start: number; readonly end: number }) => ({
          file: file.path,
          line: passage.line + 1,
          start: columnOf(passage, span.start),
          end: endColumnOf(passage, span.end),
          text: passage.text.slice(span.start, span.end),
        });
        if (both || values.figures)
          for (const statement of statements[i] ?? [])
            rows.push({ ...place(statement.figure), type: "figure", kind: statement.figure.kind, value: formatFigureValue(statement.figure), unit: statement.figure.unit, ...told(statement, tables.lexicon) });
        if (both || values.entities)
          for (const mention of mentions[i] ?? []) {
            const entity = tables.lexicon.entities[mention.entity];
            if (entity) rows.push({ ...place(mention), type: "entity", kind: entity.type, id: entity.id, confidence: mention.confidence });
          }
      });
      rows.sort((a, b) => a.line - b.line || a.start - b.start);
      for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`);
    }
  }
  return 0;
}

/** What a figure says, without its empty slots. */
function told({ figure, ...statement }: Statement, lexicon: Lexicon): Readonly<Record<string, unknown>> {
  const id = (entity: number) => lexicon.entities[entity]?.id ?? "";
  return {
    ...(figure.bound === "exact" ? {} : { bound: figure.bound }),
    ...(figure.direction ? { direction: figure.direction } : {}),
    ...(figure.assumedUnit ? { assumedUnit: true } : {}),
    ...(figure.doubtful ? { doubtful: true } : {}),
    ...statement,
    subjects: statement.subjects.map((subject) => ({ ...subject, entity: id(subject.entity) })),
    ...(typeof statement.attribution === "number" ? { attribution: id(statement.attribution) } : {}),
  };
}
