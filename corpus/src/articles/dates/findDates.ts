// Dates written in running text: 2025年11月20日, 11月20號, 12/8盤後, 2025-12-08, 民國114年11月20日, Nov. 20, 2025; also years and
// months alone, which bound how late a text can be. Each with whether its clause speaks of the future.
import { dayOf } from "./calendar.ts";

export interface WrittenDate {
  /** UTF-16 offset in the text it was read from. */
  readonly start: number;
  /** Absent where the text omits it. */
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** 0 is Sunday; named beside the date. */
  readonly weekday?: number;
  /** Announced, expected or a deadline: not a past event. */
  readonly future: boolean;
}

/** So many are enough to know a text's time. */
const MOST = 4000;

const NUMERALS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  "○": 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  廿: 20,
  卅: 30,
};
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const WEEKDAYS = "日一二三四五六";

const NUMBER = "[0-9０-９]{1,4}";
const CANDIDATE = new RegExp(
  [
    // 2025年11月20日, 民國114年11月, 11月20日, 2025年
    `(?:民國|民国)?\\s?(${NUMBER})\\s?年(?:\\s?(${NUMBER})\\s?月(?!份?[的]?[大小]\\s?)(?:\\s?(${NUMBER})\\s?[日號号])?)?`,
    `(${NUMBER})\\s?月\\s?(${NUMBER})\\s?[日號号]`,
    // 2025-11-20, 2025/11/20, 2025.11.20
    `((?:19|20)[0-9]{2})([-/.])([0-9]{1,2})\\7([0-9]{1,2})`,
    // 12/8
    `([0-9]{1,2})/([0-9]{1,2})`,
    // 二〇二五年十一月二十日, 十一月二十日
    `(?:([一二〇零○九][〇零○一二三四五六七八九]{3})年)?([一二三四五六七八九十]{1,2})月([一二三四五六七八九十廿卅]{1,3})[日號号]`,
    // November 20, 2025; 20 November 2025
    `(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?\\s([0-9]{1,2})(?:st|nd|rd|th)?(?:,?\\s((?:19|20)[0-9]{2}))?`,
    `([0-9]{1,2})(?:st|nd|rd|th)?\\s(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?(?:,?\\s((?:19|20)[0-9]{2}))?`,
  ].join("|"),
  "g",
);

const FUTURE_BEFORE =
  /(?:將|将|預計|预计|預定|预定|預期|预期|預料|预料|擬|拟|計畫|計劃|计划|有望|可望|定於|定于|訂於|订于|排定|訂在|最快|最遲|最迟|最晚|直到|截止|期限|屆滿|届满|到期|或於|或于|或在|(?<![資资材原塑飲饮爆燃肥食涂塗面])料|目標|目标|希望|期盼|盼|爭取|争取|力拚|力爭|力争|能在|能於|能于|可在|要在|迎來|迎来|下一?[次場场]|明年|後年|距離|距离|倒數|倒数|(?:^|[^A-Za-z])(?:until|will|expect|schedul|plan|due|by|before|deadline|upcoming|next|expires?|forecast)[a-z]{0,3}[^A-Za-z])[^。，,！？!?；;]{0,24}$/i;
/** 去年11月20日: not the nearest one, and too far back to tell anything. */
const EARLIER = /(?:去年|上年|前年|同年|當年|当年|翌年|次年|每年|歷年|历年|last year(?:'s)?\s?)\s?[的在於于]?$/;
const FUTURE_JUST_BEFORE = /(?:自|從|从|於|于|在|至|到|迄)$/;
const FUTURE_AFTER =
  /^[^。！？!?；;，,]{0,12}(?:起|將|将|前|之前|以前|生效|實施|实施|截止|到期|屆滿|届满|預計|预计|舉行在即|登場在即|期間公布|之後將|上路|開跑|即將)/;
const AS_WEEKDAY = /^\s?[（(]?\s?(?:[週周]|星期|禮拜|礼拜)([日天一二三四五六])|^\s?[（(]([日一二三四五六])[)）]/;
/** What makes of 12/8 a day and not a fraction. */
const DAY_AFTER =
  /^\s?(?:[（(]\s?(?:[週周日一二三四五六]|星期)|[)）]|盤|早|晚|上午|下午|凌晨|中午|傍晚|深夜|當[天日]|当[天日]|宣|公[布佈告開]|發|发|表示|收盤|收盘|開|开|報導|报道|報價|美股|台股|舉|举|登場|起|將|将|以[前來来]|止|截|前|後|后|[日號号]|訊|讯|電|电|晨|夜|召開|傳出|期間|一早|~|～|至|到)/;
const DAY_BEFORE =
  /(?:於|于|在|自|從|从|至|到|截至|今|昨|明|本週|上週|下週|周[一二三四五六日]|週[一二三四五六日]|日期|[（(])\s?$/;

function number(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    value = value * 10 + (unit >= 0xff10 ? unit - 0xff10 : unit - 48);
  }
  return value;
}

/** 二十一, 廿一, 十一, 二〇二五. */
function native(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (text.length === 4) return [...text].reduce((value, digit) => value * 10 + (NUMERALS[digit] ?? 0), 0);
  let value = 0;
  let pending = 0;
  for (const digit of text) {
    const n = NUMERALS[digit] ?? 0;
    if (n === 10) value += (pending || 1) * 10;
    else if (n > 10) value += n;
    else {
      pending = n;
      continue;
    }
    pending = 0;
  }
  return value + pending;
}

const month = (name: string | undefined): number | undefined =>
  name === undefined ? undefined : MONTHS.indexOf(name.toLowerCase()) + 1;

/** A year as an article writes it: 114 with 民國 or in a full Taiwanese date is 2025; 25年 alone is no year. */
function fullYear(year: number | undefined, republic: boolean, withMonth: boolean): number | undefined {
  if (year === undefined) return undefined;
  if (year >= 1900 && year <= 2100) return year;
  if ((republic && year > 0 && year < 200) || (withMonth && year >= 90 && year <= 150)) return year + 1911;
  return undefined;
}

/** The dates of `text`, in its order. Linear; at most some thousands are given. */
export function findDates(text: string): WrittenDate[] {
  const found: WrittenDate[] = [];
  CANDIDATE.lastIndex = 0;
  for (let match = CANDIDATE.exec(text); match && found.length < MOST; match = CANDIDATE.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = text.charCodeAt(start - 1);
    if ((before >= 48 && before <= 57) || before === 0x2f || before === 0x2e) continue;
    const g = match;
    let year: number | undefined;
    let monthNumber: number | undefined;
    let day: number | undefined;
    if (g[1] !== undefined) {
      const republic = /^民[國国]/.test(g[0]);
      year = fullYear(number(g[1]), republic, g[2] !== undefined);
      if (year === undefined) continue;
      monthNumber = number(g[2]);
      day = number(g[3]);
    } else if (g[4] !== undefined) [monthNumber, day] = [number(g[4]), number(g[5])];
    else if (g[6] !== undefined) [year, monthNumber, day] = [number(g[6]), number(g[8]), number(g[9])];
    else if (g[10] !== undefined) {
      [monthNumber, day] = [number(g[10]), number(g[11])];
      const next = text.charAt(end);
      if (next === "/" || next === "%" || next === "％" || /[0-9]/.test(next)) continue;
      if (!DAY_AFTER.test(text.slice(end, end + 8)) && !DAY_BEFORE.test(text.slice(Math.max(0, start - 4), start)))
        continue;
    } else if (g[13] !== undefined) [year, monthNumber, day] = [native(g[12]), native(g[13]), native(g[14])];
    else if (g[15] !== undefined) [year, monthNumber, day] = [number(g[17]), month(g[15]), number(g[16])];
    else [year, monthNumber, day] = [number(g[20]), month(g[19]), number(g[18])];
    if (monthNumber !== undefined && (monthNumber < 1 || monthNumber > 12)) continue;
    if (day !== undefined && (monthNumber === undefined || dayOf(year ?? 2024, monthNumber, day) === undefined))
      continue;

    const ahead = text.slice(end, end + 24);
    const weekdayMatch = day === undefined ? null : AS_WEEKDAY.exec(ahead);
    const weekdayName = weekdayMatch?.[1] ?? weekdayMatch?.[2];
    if (year === undefined && EARLIER.test(text.slice(Math.max(0, start - 12), start))) continue;
    const clauseBefore = text.slice(Math.max(0, start - 32), start);
    const future =
      FUTURE_BEFORE.test(clauseBefore) ||
      (FUTURE_AFTER.test(ahead) &&
        !/^[^。，,]{0,6}(?:後|后)/.test(ahead) &&
        (FUTURE_JUST_BEFORE.test(clauseBefore) ||
          /^[^。，,]{0,12}(?:將|将|預計|预计|生效|截止|到期|前|即將|上路)/.test(ahead)));
    found.push({
      start,
      ...(year === undefined ? {} : { year }),
      ...(monthNumber === undefined ? {} : { month: monthNumber }),
      ...(day === undefined ? {} : { day }),
      ...(weekdayName === undefined ? {} : { weekday: WEEKDAYS.indexOf(weekdayName === "天" ? "日" : weekdayName) }),
      future,
    });
  }
  return found;
}
