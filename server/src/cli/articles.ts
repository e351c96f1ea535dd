// `tickmark articles`: the articles of files as JSON lines.
import { parseArgs } from "node:util";
import { findCopies } from "../../../corpus/src/articles/copies.ts";
import type { Article, SourceFile } from "../../../corpus/src/articles/article.ts";
import { readArticles } from "../../../corpus/src/articles/readArticles.ts";
import { complain, namedFiles } from "./files.ts";

export async function run(args: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const read: { readonly file: SourceFile; readonly article: Article }[] = [];
  for (const file of namedFiles(positionals)) {
    const { articles, problems } = readArticles(file);
    for (const { message, line } of problems) complain(line ? `${file.path}:${line}` : file.path, message);
    for (const article of articles) read.push({ file, article });
  }
  const copies = findCopies(read.map(({ file, article }) => ({ article, text: file.text })));
  read.forEach(({ file, article }, number) => {
    const original = read[copies[number] ?? number];
    const copied = original && original.article !== article ? original : undefined;
    process.stdout.write(
      `${JSON.stringify({
        file: file.path,
        firstLine: article.firstLine,
        lastLine: article.lastLine,
        titleLine: article.titleLine ?? null,
        title: article.title ?? null,
        publisher: article.publisher ?? null,
        date: article.date?.day ?? null,
        dateInferred: article.date?.inferred ?? null,
        duplicateOf: copied ? `${copied.file.path}#L${copied.article.firstLine}` : null,
      })}\n`,
    );
  });
  return 0;
}
