// The fields that an article's YAML front matter states. Broken YAML costs only what is broken: each plain `key: value` line
// is still read, and the problem is told.
import { isScalar, parseDocument, isSeq } from "yaml";
import { frontMatterRange } from "../text/frontMatter.ts";
import { lineAt, lineStarts } from "../text/lines.ts";
import type { ReadProblem } from "./article.ts";
import { readDate } from "./dates/statedDate.ts";

export interface FrontMatterFields {
  readonly title?: string;
  /** UTF-16 offset of the title in the file, where it stands there unescaped. */
  readonly titleStart?: number;
  /** ISO day. */
  readonly date?: string;
  readonly author?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly lang?: string;
  readonly id?: string;
}

export interface FrontMatterResult {
  readonly fields: FrontMatterFields;
  readonly problem?: ReadProblem;
}

interface Value {
  readonly text: string;
  /** Offset in the YAML of the first unit of `text`, where it stands there as it is. */
  readonly start?: number;
}

type Values = ReadonlyMap<string, Value>;

const KEYS = {
  title: ["title", "headline", "標題", "标题"],
  date: [
    "date",
    "published",
    "publishedat",
    "published_at",
    "publish_date",
    "pubdate",
    "pub_date",
    "datepublished",
    "time",
    "日期",
    "發布日期",
    "发布日期",
  ],
  author: ["author", "authors", "by", "byline", "作者", "記者", "记者"],
  publisher: ["publisher", "source", "site", "site_name", "media", "出處", "來源", "来源", "媒體", "媒体"],
  url: ["url", "link", "source_url", "source-url", "sourceurl", "canonical", "permalink", "原文", "連結", "链接"],
  lang: ["lang", "language", "locale"],
  id: ["id", "guid", "uid"],
} as const;

function scalarText(node: unknown, yaml: string): Value | undefined {
  if (isSeq(node)) {
    const texts = node.items.map((item) => scalarText(item, yaml)?.text).filter((text) => text !== undefined);
    return texts.length ? { text: texts.join(", ") } : undefined;
  }
  if (!isScalar(node) || node.value === null || node.value === undefined) return undefined;
  // the source keeps 20251120 and 0001 as they were written
  const text = (typeof node.value === "string" ? node.value : (node.source ?? String(node.value))).trim();
  if (!text || text.length > 2000) return undefined;
  const from = node.range?.[0];
  if (from === undefined) return { text };
  if (yaml.startsWith(text, from)) return { text, start: from };
  return yaml.startsWith(text, from + 1) ? { text, start: from + 1 } : { text };
}

/** `key: plain words` and nothing that YAML could read otherwise. */
const PLAIN =
  /^([A-Za-z_\u4e00-\u9fff][A-Za-z_\u4e00-\u9fff-]{0,30}):[ ]+([0-9A-Za-z\u3400-\u9fff《〈「（][^\n\r#\t]*)$/;

/** Front matter of plain lines only, which is nearly all of it: fifteen times as fast as the YAML parser. */
function readPlain(yaml: string): Values | undefined {
  const values = new Map<string, Value>();
  let start = 0;
  for (const line of yaml.split("\n")) {
    if (line !== "") {
      const match = PLAIN.exec(line);
      const [, key, text] = match ?? [];
      if (
        key === undefined ||
        text === undefined ||
        text.length > 500 ||
        text.includes(": ") ||
        text.endsWith(":") ||
        text.endsWith(" ") ||
        /^(?:null|~)$/i.test(text)
      )
        return undefined;
      values.set(key.toLowerCase(), { text, start: start + line.length - text.length });
    }
    start += line.length + 1;
  }
  return values.size ? values : undefined;
}

function readYaml(yaml: string): {
  readonly values: Values;
  readonly broken?: { readonly message: string; readonly at: number };
} {
  const plain = readPlain(yaml);
  if (plain) return { values: plain };
  const document = parseDocument(yaml, { logLevel: "silent", strict: false, uniqueKeys: false });
  const values = new Map<string, Value>();
  const error = document.errors[0];
  const root = document.contents;
  if (!error && root && "items" in root) {
    for (const pair of root.items) {
      if (!("key" in pair) || !isScalar(pair.key)) continue;
      const value = scalarText(pair.value, yaml);
      if (value) values.set(String(pair.key.value).trim().toLowerCase(), value);
    }
    return { values };
  }
  for (const match of yaml.matchAll(/^([^\s:#'"-][^:\n\r]{0,30}):[ \t]+(["']?)([^\n\r]{1,500}?)\2[ \t]*$/gm)) {
    const [all, key = "", quote = "", text = ""] = match;
    // a quote that was opened and never closed
    const words = quote ? text : text.replace(/^["']/, "");
    if (words) values.set(key.trim().toLowerCase(), { text: words, start: match.index + all.lastIndexOf(words) });
  }
  if (!error && !yaml.trim()) return { values };
  return {
    values,
    broken: {
      message: error ? (error.message.split("\n")[0] ?? "").replace(/ at line.*$/, "") : "it is no list of fields",
      at: error?.pos[0] ?? 0,
    },
  };
}

/** The fields of a Markdown text's front matter; without one no fields and no problem. */
export function frontMatterFields(text: string): FrontMatterResult {
  const range = frontMatterRange(text);
  if (range === undefined) return { fields: {} };
  if (range === "unclosed")
    return {
      fields: {},
      problem: {
        code: "front-matter",
        line: 1,
        message: "the front matter is not closed: put a line --- below it; the article is read as text",
      },
    };
  const yaml = text.slice(range.start, range.end);
  const { values, broken } = readYaml(yaml);
  const find = (keys: readonly string[]): Value | undefined => {
    for (const key of keys) {
      const value = values.get(key);
      if (value) return value;
    }
    return undefined;
  };
  const title = find(KEYS.title);
  const dated = find(KEYS.date)?.text;
  const date = dated === undefined ? undefined : readDate(dated);
  const source = find(KEYS.publisher)?.text;
  const sourceIsAddress = source !== undefined && /^https?:/.test(source);
  const url = find(KEYS.url)?.text ?? (sourceIsAddress ? source : undefined);
  const author = find(KEYS.author)?.text;
  const lang = find(KEYS.lang)?.text;
  const id = find(KEYS.id)?.text;
  const problem: ReadProblem | undefined = broken
    ? {
        code: "front-matter",
        line: lineAt(lineStarts(text), range.start + broken.at) + 1,
        message: `the front matter is not valid YAML (${broken.message}): mend it; what could be read was taken`,
      }
    : dated !== undefined && date === undefined
      ? {
          code: "front-matter",
          line: 1,
          message: `the date "${dated.slice(0, 40)}" is not understood: write it as 2025-11-20`,
        }
      : undefined;
  return {
    fields: {
      ...(title
        ? { title: title.text, ...(title.start === undefined ? {} : { titleStart: range.start + title.start }) }
        : {}),
      ...(date ? { date } : {}),
      ...(author ? { author } : {}),
      ...(source && !sourceIsAddress ? { publisher: source } : {}),
      ...(url ? { url } : {}),
      ...(lang ? { lang } : {}),
      ...(id ? { id } : {}),
    },
    ...(problem ? { problem } : {}),
  };
}
