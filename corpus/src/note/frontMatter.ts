// The front matter of a note: its title and its date, by which the note's relative words are read.
import { parseDocument } from "yaml";
import { frontMatterRange } from "../text/frontMatter.ts";
import type { Span } from "../text/sentences.ts";
import { readDay } from "./readDay.ts";

export interface FrontMatter {
  /** From the start of the text to behind the closing line. */
  readonly range: Span;
  readonly source: string;
  readonly title?: string;
  /** ISO day. */
  readonly date?: string;
}

/** A scalar of the top level as text; no alias is followed. */
function scalar(source: string, keys: readonly string[]): string | undefined {
  try {
    const document = parseDocument(source, { logLevel: "silent", strict: false });
    for (const key of keys) {
      const value: unknown = document.get(key);
      if (typeof value === "string" || typeof value === "number") return String(value);
    }
  } catch {
    // broken front matter: the note has neither title nor date
  }
  return undefined;
}

/** The front matter of a note's text, with what was read of an equal one before; undefined without one. */
export function readFrontMatter(text: string, previous?: FrontMatter): FrontMatter | undefined {
  const found = frontMatterRange(text);
  if (found === undefined || found === "unclosed") return undefined;
  const source = text.slice(found.start, found.end);
  const range = { start: 0, end: found.bodyStart };
  if (previous?.source === source) return { ...previous, range };
  const title = scalar(source, ["title", "標題", "标题"]);
  const written = scalar(source, ["date", "日期"]);
  const date = written === undefined ? undefined : readDay(written);
  return { range, source, ...(title === undefined ? {} : { title }), ...(date === undefined ? {} : { date }) };
}
