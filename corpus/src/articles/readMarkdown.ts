// Reads a Markdown file of the corpus as one article: front matter, else the first heading and the file name; the text by
// text/markdownPassages.
import { lineAt, lineStarts } from "../text/lines.ts";
import { markdownPassages } from "../text/markdownPassages.ts";
import type { Passage } from "../text/passage.ts";
import { articleId } from "./articleId.ts";
import type { Article, ReadProblem, ReadResult, SourceFile } from "./article.ts";
import { creditsOf } from "./credits.ts";
import { findDates } from "./dates/findDates.ts";
import { inferDate, timeHints } from "./dates/inferDate.ts";
import { dateInName } from "./dates/statedDate.ts";
import { closingPublisher } from "./feed/closing.ts";
import { frontMatterFields, type FrontMatterFields } from "./frontMatterFields.ts";
import { noScores, originEvidence, settleOrigin } from "./origin.ts";

const stem = (path: string): string => path.slice(path.lastIndexOf("/") + 1).replace(/\.[A-Za-z]{1,10}$/, "");

/** The headline as a passage: the heading that repeats it, else its place in the front matter, else the first heading. */
function withTitle(
  passages: readonly Passage[],
  fields: FrontMatterFields,
  starts: Uint32Array,
): { readonly passages: readonly Passage[]; readonly title?: string; readonly titleLine?: number } {
  const heading = passages.findIndex(({ kind }) => kind === "heading");
  const first = passages[heading];
  if (first && (fields.title === undefined || fields.title === first.text)) {
    const titled = passages.map((passage, i) => (i === heading ? { ...passage, kind: "title" as const } : passage));
    return { passages: titled, title: first.text, titleLine: first.line + 1 };
  }
  if (fields.title === undefined) return { passages };
  if (fields.titleStart === undefined) return { passages, title: fields.title };
  const line = lineAt(starts, fields.titleStart);
  const title: Passage = { line, start: fields.titleStart - (starts[line] ?? 0), text: fields.title, kind: "title" };
  return { passages: [title, ...passages], title: fields.title, titleLine: line + 1 };
}

/** The article of a `.md` file. A pure function of text, path and time. */
export function readMarkdown(file: SourceFile): ReadResult {
  const { text } = file;
  if (!text.trim())
    return { articles: [], problems: [{ code: "empty", message: "the file holds no text: delete it or fill it" }] };
  const { fields, problem } = frontMatterFields(text);
  const problems: ReadProblem[] = problem ? [problem] : [];
  const starts = lineStarts(text);
  const { passages, title = stem(file.path), titleLine } = withTitle(markdownPassages(text), fields, starts);
  const body = passages.filter(({ kind }) => kind !== "title");
  if (!body.length) {
    problems.push({
      code: "no-text",
      message: "the article has no text behind its front matter or heading: fill it or delete the file",
    });
    if (!passages.length) return { articles: [], problems };
  }

  const credits = creditsOf(
    body.map((passage) => passage.text),
    true,
  );
  const publisher = fields.publisher ?? closingPublisher(body.at(-1)?.text ?? "")?.publisher ?? credits.publisher;
  const url = fields.url ?? credits.url;
  const author = fields.author ?? credits.author;
  const stated = fields.date ?? dateInName(file.path) ?? credits.date;
  const dates = stated ? [] : passages.flatMap((passage) => findDates(passage.text));
  const day = stated ?? inferDate(dates, file.modified, timeHints(dates, file.modified));
  const evidence = originEvidence(
    passages.map((passage) => passage.text),
    publisher,
    url,
  );
  const said = regionOfLanguage(fields.lang);
  if (said) evidence.scores[said] += 4;
  const article: Article = {
    id: articleId(fields.id, url, title, passages),
    firstLine: 1,
    lastLine: Math.max((passages.at(-1)?.line ?? 0) + 1, lastLineWithText(text, starts)),
    ...(titleLine === undefined ? {} : { titleLine }),
    title,
    ...(publisher ? { publisher } : {}),
    ...(author ? { author } : {}),
    ...(day ? { date: { day, inferred: stated === undefined } } : {}),
    ...(url ? { url } : {}),
    ...settleOrigin(evidence, noScores()),
    passages,
  };
  return { articles: [article], problems };
}

const regionOfLanguage = (lang: string | undefined): "TW" | "HK" | "CN" | undefined => {
  const region = lang?.toUpperCase().split(/[-_]/).at(-1);
  return region === "TW" || region === "HK" || region === "CN" ? region : undefined;
};

/** 1-based. */
function lastLineWithText(text: string, starts: Uint32Array): number {
  return lineAt(starts, Math.max(0, text.trimEnd().length - 1)) + 1;
}
