// The one way from a file of the corpus to its articles: the path's ending chooses the reader. HTML, PDF and DOCX will be
// readers beside these two.
import type { ReadResult, SourceFile } from "./article.ts";
import { readFeed } from "./readFeed.ts";
import { readMarkdown } from "./readMarkdown.ts";

/** The articles of a file, with exact UTF-16 positions, and what is wrong with it. Never throws. */
export function readArticles(file: SourceFile): ReadResult {
  return /\.(?:md|markdown)$/i.test(file.path) ? readMarkdown(file) : readFeed(file);
}
