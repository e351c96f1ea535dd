// Publisher, author, address and stated date of a plain-text article: from lines of their own near its ends (`來源:……`), and
// from the dateline its text begins with (`【明報專訊】`, `鉅亨網記者王大文 台北`, `新華社北京11月20日電`).
import { readDate } from "./dates/statedDate.ts";

export interface Credits {
  readonly publisher?: string;
  readonly author?: string;
  readonly url?: string;
  /** ISO day. */
  readonly date?: string;
}

const SOURCE =
  /^(?:文章|新聞|新闻|本文|資訊|稿件)?(?:來源|来源|出處|出处|媒體|媒体|轉載自|转载自|轉自|转自|發布單位|[Ss]ource|[Pp]ublisher)\s*[:：／/]\s*(.{2,40})$/;
const AUTHOR =
  /^(?:作者|撰文|文字|文|記者|记者|撰稿|採訪|采访|編譯|编译|[Bb]y|[Aa]uthor)\s*[:：／/|｜]\s*([^\s:：]{2,24}(?:\s[A-Z][^\s:：]{1,20}){0,2})\s*$|^By\s([A-Z][A-Za-z.'-]{1,20}(?:\s[A-Z][A-Za-z.'-]{1,20}){1,2})$/;
const ADDRESS =
  /^(?:(?:原文|網址|网址|連結|链接|原文網址|原文連結|原文鏈接|URL|Url|Link|link)\s*[:：]?\s*)?(https?:\/\/[!-~]{4,500})$/;
const DATED =
  /^(?:(?:發布|发布|發佈|發表|刊登|更新|建立|出版)?(?:時間|时间|日期)|[Dd]ate|[Pp]ublished|[Uu]pdated|發布於|发布于)?\s*[:：]?\s*([0-9民A-Z].{5,40})$/;
/** What may follow the day on a date line. */
const AFTER_DAY =
  /^[0-9年月日號号/.\-–民國国\sA-Za-z,T:：+Z()（）週周星期禮拜一二三四五六日上下中午晚早凌晨點点分時时秒|｜]{6,40}$/;

const BRACKETED =
  /^[【《〔[［(（]\s*([^】》〕\]］)）\s。，,]{2,16}?)(?:[0-9]{1,2}日)?(?:專訊|专讯|電訊|電|电|訊|讯|報道|報導|报道)\s*[】》〕\]］)）]/;
const REPORTER =
  /^[（(【〔[［]?\s*([\u4e00-\u9fffA-Za-z.]{2,8}?(?:社|網|网|報|报|新聞|新闻|電|电|台))?\s?[記记]者\s?([\u4e00-\u9fff]{2,4}?)(?:[／/、\s]+|(?=台北|新北|桃園|台中|台南|高雄|新竹|香港|北京|上海|華盛頓|紐約|綜合|[0-9]|$))/;
const WIRE =
  /^[（(【〔[［]?\s*([\u4e00-\u9fff]{1,6}?(?:社|網|网|報|报|通訊社|通讯社))[\u4e00-\u9fff]{0,8}?\s?(?:[0-9]{1,2}月)?[0-9]{1,2}日(?:綜合|专|專)?(?:外)?(?:電|电|訊|讯)/;
const NO_PUBLISHER = /^(?:本報|本报|本網|本网|本台|本刊|特約|綜合|综合|專題|独家|獨家|即時|要聞|港聞|記者)/;

const LINES = 6;

/** What one line says about the article, where the line says nothing else; undefined for a line of the text. */
export function creditLine(text: string): Credits | undefined {
  if (text.length > 120) return undefined;
  const address = ADDRESS.exec(text)?.[1];
  if (address) return { url: address };
  const source = SOURCE.exec(text)?.[1];
  if (source)
    return /^https?:/.test(source) ? { url: source } : { publisher: source.replace(/[《》「」()（）]/g, "").trim() };
  const author = AUTHOR.exec(text);
  if (author) return { author: author[1] ?? author[2] ?? "" };
  const dated = DATED.exec(text)?.[1];
  if (dated && AFTER_DAY.test(dated)) {
    const date = readDate(dated);
    if (date) return { date };
  }
  return undefined;
}

/** Publisher and author of a dateline at the beginning of the text. */
export function dateline(text: string): Credits {
  const head = text.slice(0, 60);
  const bracketed = BRACKETED.exec(head)?.[1];
  if (bracketed && !NO_PUBLISHER.test(bracketed) && !/[記记]者/.test(bracketed)) return { publisher: bracketed };
  const reporter = REPORTER.exec(head);
  if (reporter?.[2])
    return {
      ...(reporter[1] && !NO_PUBLISHER.test(reporter[1]) ? { publisher: reporter[1] } : {}),
      author: reporter[2],
    };
  const wire = WIRE.exec(head)?.[1];
  return wire && !NO_PUBLISHER.test(wire) ? { publisher: wire } : {};
}

/**
 * The credits of an article's lines behind its headline.
 * @param whole the article is the whole file, so that a date on a line of its own is the article's
 */
export function creditsOf(lines: readonly string[], whole: boolean): Credits {
  let credits: Credits = {};
  const near = lines.length <= 2 * LINES ? lines : [...lines.slice(0, LINES), ...lines.slice(-LINES)];
  for (const line of near) {
    const found = creditLine(line);
    if (found) credits = { ...found, ...credits };
  }
  if (!whole) {
    const { date: _, ...rest } = credits;
    credits = rest;
  }
  const first = lines.find((line) => creditLine(line) === undefined);
  return first === undefined ? credits : { ...dateline(first), ...credits };
}
