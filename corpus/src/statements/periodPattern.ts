// The ways a period is written, each an expression with a named group for each thing it tells, in the order they are tried;
// and which of them two characters can begin. Written in one script: everything is matched against folded text. Every part is bounded.
import { fold } from "../text/fold.ts";

const ENGLISH_MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\.?";

const f = (pattern: string): string => fold(pattern);
const YEAR_ZH = "(?:(?<republic>民國)?(?<y>[0-9]{2,4})(?:\\s?[-~至到/]\\s?(?<y2>[0-9]{2,4}))?\\s?(?:年度|年|會計年度|財政年度|財年)|(?<ry>今年|本年度|本年|去年|前年|明年|後年|上年度|上年|當年|同年|下年度)|fy(?<fy>[0-9]{2,4})(?<fymark>[efa])?|(?<bare>20[0-9]{2})(?=(?:第[一二三四1-4]|q[1-4]|h[12]|[一二三四]季|[上下]半|前[0-9一二三]|首[0-9一二三])))";
const FISCAL = "(?<fiscal>財年|會計年度|財政年度|財)?";
const QUARTER_ZH = "(?:第?(?<q>[一二三四1-4])財?季度?|(?<qw>首|次|末)季|q(?<q2>[1-4])(?![0-9])|(?<q3>[1-4])q(?![a-z0-9]))";
const HALF_ZH = "(?:(?<h>[上下])半財?年?(?:度)?|h(?<h2>[12])(?![0-9]))";
const FIRST_ZH = "(?:[前首](?<fq>[二三兩23])個?季度?|[前首](?<fm>[0-9]{1,2}|[一二三四五六七八九十]{1,2})個?月|1[-~至到](?<fm2>[0-9]{1,2})月份?)";
const MONTH_ZH = "(?:(?<m>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])(?:[-~至到](?<m2>1[0-2]|[1-9]))?\\s?月(?:份|\\s?(?<d>[0-9]{1,2})\\s?[日號])?(?:[-~至到][0-9]{1,2}月?[0-9]{0,2}[日號])?)";
const PART_ZH = `(?:${QUARTER_ZH}|${HALF_ZH}|${FIRST_ZH}|${MONTH_ZH}|(?<whole>全年)|(?<ytd>以來|至今|迄今|初至今|初以來)|(?<same>同期|同月|同季|同日)|(?<eoy>年底|底|年末|末|年初|初|年中))`;
const LATIN_PERIOD = [
  "(?<lq>[1-4])q(?<lqy>[0-9]{2,4})(?<lqm>[efa])?",
  "q(?<lq2>[1-4])(?:[\\s-]?(?:fy\\s?|of\\s)?(?<lq2y>20[0-9]{2})|\\s?(?:fy|')\\s?(?<lq2z>[0-9]{2}))(?![0-9%.])(?<lq2m>[efa])?",
  "(?<lh>[12])h(?<lhy>20[0-9]{2}|[1-4][0-9])(?![0-9])(?<lhm>[efa])?",
  "h(?<lh2>[12])\\s?'?(?<lh2y>20[0-9]{2}|[1-4][0-9])(?![0-9%])(?<lh2m>[efa])?",
  "(?<lnm>9m|6m|3m)(?<lnmy>[0-9]{2,4})",
  "(?<ttm>ttm|ltm|ntm)",
  "(?<ytdl>ytd|year-to-date|year to date|so far this year|this year so far)",
  "(?:the )?(?<eqf>fiscal )?(?<eq>first|second|third|fourth|final)[ -]quarter(?: (?:of |in )?(?:(?<eqf2>fiscal )?(?:year )?(?<eqy>20[0-9]{2})|(?<eqr>this|last) year))?",
  "(?:the )?(?<eh>first|second) half(?: (?:of )?(?:(?<ehy>20[0-9]{2})|(?<ehr>this|last) year|the year))?",
  "(?:the )?(?:first )?(?<enm>nine|six|three) months (?:ended|ending|to|through) (?<enmon>" + ENGLISH_MONTH + ") (?<enday>[0-9]{1,2})(?:, (?<eny>20[0-9]{2}))?",
  "(?:the )?first (?<efm>nine|six|three|ten|eight|seven|eleven) months(?: of (?<efmy>20[0-9]{2}))?",
  "fiscal(?: year)? (?<efy>20[0-9]{2})",
  "(?:the )?(?<epast>past|last|previous|trailing|next|coming) (?<epn>[0-9]{1,2}|two|three|four|five|six|ten|twelve) (?<epu>months|years|quarters|decades)",
  "(?<eyr>this|last|next) (?<eyu>year|quarter|month|week)",
  "(?<emon>" + ENGLISH_MONTH + ") (?<emday>[0-9]{1,2})(?![0-9])(?:st|nd|rd|th)?(?:,? (?<emdy>20[0-9]{2}))?",
  "(?<emon2>" + ENGLISH_MONTH + ") (?<emy>20[0-9]{2})",
  "(?<emon3>january|february|march|april|june|july|august|september|october|november|december)(?![a-z])",
  "(?<ey>20[0-9]{2})(?<eym>[efa])?(?![0-9.,%]*[0-9%])(?!\\s?(?:年|元|美元|億|萬|個|家|台|人|名|件|點|股|張|倍|萬|mn|bn|million|billion|users|people))",
] as const;
const RELATIVE_ZH = [
  "(?<rq>上一季度?|上季度?|前一季度?|前季|本季度?|當季|該季|下季度?|下一季度?|同季)",
  "(?<rm>上個?月|前一個月|本月|當月|下個?月|這個月|同月)",
  "(?<rd>今日|今天|昨日|昨天|前日|明天|明日|周[一二三四五六日]|星期[一二三四五六日])",
  "(?<rw>本周|上周|下周|這周)",
  "(?<past>過去|近|最近|未來|今後|接下來)(?<pn>[0-9]{1,2}|[一二三四五六七八九十兩]{1,2}|半)(?<pu>個月|年|個季度|季|周|天|個交易日)",
  "(?<to>截至|截止|截止至|至)\\s?(?:(?<toy>[0-9]{4})\\s?年|(?<tory>今年|去年|上年))?\\s?(?<tom>[0-9]{1,2})\\s?月(?:\\s?(?<tod>[0-9]{1,2})\\s?[日號]|(?<toe>底|末)|(?=止|財年|的[三六九十0-9]))(?:止|為止)?(?:的?(?:(?<ton>[0-9]{1,2}|[一二三四五六七八九十]{1,2})個月|(?<tof>全年|一年|年度|財年|財政年度)|(?<toh>半年)|(?<toq>財季|季度|當季)))?",
  "(?<same2>去年同期|上年同期|前年同期|去年同月|去年同季|上年同月|同期)",
  "(?<nat>[一二〇零○]{2}[〇零○一二三四五六七八九]{2})年",
] as const;

/** The same part a second time in one expression needs groups of its own. */
function rename(pattern: string): string {
  return pattern.replace(/\?<([a-z0-9]+)>/g, "?<b$1>").replace(/\|\(\?<bsame>[^)]*\)/, "").replace(/\|\(\?<bytd>[^)]*\)/, "").replace(/\|\(\?<beoy>[^)]*\)/, "");
}

/** What tells how the groups of a pattern are read. */
export type PatternSort = "quarter" | "month" | "day" | "week" | "past" | "to" | "same" | "native" | "year" | "part" | "latin";

export interface PeriodPattern {
  readonly sort: PatternSort;
  /** Sticky; its groups are numbered, for V8 makes an object of all names for each match. */
  readonly expression: RegExp;
  /** The number of each named group. */
  readonly groups: ReadonlyMap<string, number>;
}

function patternOf(sort: PatternSort, source: string): PeriodPattern {
  const groups = new Map<string, number>();
  let count = 0;
  const numbered = source.replace(/\(\?<([a-z][a-z0-9]*)>/g, (_, name: string) => {
    groups.set(name, ++count);
    return "(";
  });
  return { sort, expression: new RegExp(numbered, "y"), groups };
}

/** Digits and what stands behind the last of them decide most: these units go on with a period (the others are figures). */
const BEHIND_DIGITS = "年會財月-~至到/qhm季第一二三四上下前首";
const DIGITS = "0123456789";
const SPACES = " \u2000\u2001\n\r\v\f\u1680\u2028\u2029\ufeff";
const TENS = "一二三四五六七八九十";
const MONTH_STARTS = "jfmasond";
const MONTH_SECONDS = "aepuco";

/** The sort, the expression, the units that can begin it and those that can stand second: more than can is no fault. */
const ROWS: readonly (readonly [PatternSort, string, string, string])[] = [
  ["quarter", f(RELATIVE_ZH[0]), "上前本當該下同", "一季"],
  ["month", f(RELATIVE_ZH[1]), "上前本當下這同", "個月一"],
  ["day", f(RELATIVE_ZH[2]), "今昨前明周星", `日天期${TENS}`],
  ["week", f(RELATIVE_ZH[3]), "本上下這", "周"],
  ["past", f(RELATIVE_ZH[4]), "過近最未今接", `去近來後下兩半${TENS}${DIGITS}`],
  ["to", f(RELATIVE_ZH[5]), "截至", `至止今去上${DIGITS}${SPACES}`],
  ["same", f(RELATIVE_ZH[6]), "去上前同", "年期"],
  ["native", f(RELATIVE_ZH[7]), "一二〇零○", "一二〇零○"],
  ["latin", LATIN_PERIOD[0], "1234", "q"],
  ["latin", LATIN_PERIOD[1], "q", `1234${SPACES}-`],
  ["latin", LATIN_PERIOD[2], "12", "h"],
  ["latin", LATIN_PERIOD[3], "h", "12"],
  // a year with its part, a year, a part
  ["year", f(`${YEAR_ZH}(?:${FISCAL}[的之]?\\s?${PART_ZH})?`), `民今本去前明後上當同下f${DIGITS}`, `國年y${DIGITS}`],
  ["part", f(FISCAL.replace("fiscal", "fiscal2") + rename(PART_ZH)), `財會第首次末上下前全qh${TENS}${DIGITS}`, `年政計第兩首次末qh上下前全財季月-~至到半${TENS}${DIGITS}${SPACES}`],
  ["latin", LATIN_PERIOD[4], "963", "m"],
  ["latin", LATIN_PERIOD[5], "tln", "t"],
  ["latin", LATIN_PERIOD[6], "yst", "teoh"],
  ["latin", LATIN_PERIOD[7], "tfs", "hieo"],
  ["latin", LATIN_PERIOD[8], "tfs", "hie"],
  ["latin", LATIN_PERIOD[9], "tfns", "hi"],
  ["latin", LATIN_PERIOD[10], "tf", "hi"],
  ["latin", LATIN_PERIOD[11], "f", "i"],
  ["latin", LATIN_PERIOD[12], "tplnc", "hareo"],
  ["latin", LATIN_PERIOD[13], "tln", "hae"],
  ["latin", LATIN_PERIOD[14], MONTH_STARTS, MONTH_SECONDS],
  ["latin", LATIN_PERIOD[15], MONTH_STARTS, MONTH_SECONDS],
  ["latin", LATIN_PERIOD[16], MONTH_STARTS, MONTH_SECONDS],
  ["latin", LATIN_PERIOD[17], "2", "0"],
];

export const PATTERNS: readonly PeriodPattern[] = ROWS.map(([sort, source]) => patternOf(sort, source));

/** Folded units that are tried at all. */
const TRIED = new Set(fold("0123456789民今本去前明後上當同下該第一二三四五六七八九十〇零○首次末過近最未接截全至昨周星這財會fqhntyseljamod"));

function unitsOf(column: 2 | 3): Int32Array {
  const table = new Int32Array(65536);
  ROWS.forEach((row, bit) => {
    for (const unit of fold(row[column])) if (column === 3 || TRIED.has(unit)) table[unit.charCodeAt(0)] = (table[unit.charCodeAt(0)] as number) | (1 << bit);
  });
  return table;
}

/** By unit, a bit for each pattern that it can begin; and for each in which it can stand second. */
export const FIRST_UNITS = unitsOf(2);
export const SECOND_UNITS = unitsOf(3);

/** 1 for the units that can stand behind the digits that begin a period; a year alone (2025) asks for none. */
export const BEHIND_NUMBER = new Uint8Array(65536);
for (const unit of fold(BEHIND_DIGITS) + SPACES) BEHIND_NUMBER[unit.charCodeAt(0)] = 1;
