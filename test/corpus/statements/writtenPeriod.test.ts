import assert from "node:assert/strict";
import { test } from "node:test";
import { resolvePeriod, type Calendar } from "../../../corpus/src/statements/resolvePeriod.ts";
import { findWrittenPeriods } from "../../../corpus/src/statements/writtenPeriod.ts";

const CALENDAR: Calendar = { date: "2025-11-20", fiscalYearEnd: 12, namedByStart: false, accounts: true, forecast: false };

/** The first period of a text, resolved: `words from..to`. */
const period = (text: string, calendar: Partial<Calendar> = {}): string | undefined => {
  const written = findWrittenPeriods(text)[0];
  if (!written) return undefined;
  const words = text.slice(written.start, written.end);
  const found = resolvePeriod(written, words, { ...CALENDAR, ...calendar });
  return found && `${words} ${found.from}..${found.to}`;
};

const ROWS: readonly (readonly [string, string | undefined])[] = [
  ["第三季營收", "第三季 2025-07-01..2025-09-30"],
  ["3Q25營收", "3Q25 2025-07-01..2025-09-30"],
  ["Q4 2024 sales", "Q4 2024 2024-10-01..2024-12-31"],
  ["2026Q1", "2026Q1 2026-01-01..2026-03-31"],
  ["1H26", "1H26 2026-01-01..2026-06-30"],
  ["FY26E", "FY26E 2026-01-01..2026-12-31"],
  ["114年第三季", "114年第三季 2025-07-01..2025-09-30"],
  ["民國113年", "民國113年 2024-01-01..2024-12-31"],
  ["今年前三季", "今年前三季 2025-01-01..2025-09-30"],
  ["首11個月", "首11個月 2025-01-01..2025-11-30"],
  ["首9個月", "首9個月 2025-01-01..2025-09-30"],
  ["1至10月", "1至10月 2025-01-01..2025-10-31"],
  ["截至10月26日的三個月", "截至10月26日的三個月 2025-08-01..2025-10-26"],
  ["截至2025年9月30日止六個月", "截至2025年9月30日止六個月 2025-04-01..2025-09-30"],
  ["2025 年 10 月營收", "2025 年 10 月 2025-10-01..2025-10-31"],
  ["10月營收", "10月 2025-10-01..2025-10-31"],
  ["明年第一季", "明年第一季 2026-01-01..2026-03-31"],
  ["去年全年", "去年全年 2024-01-01..2024-12-31"],
  ["上半年", "上半年 2025-01-01..2025-06-30"],
  ["上月", "上月 2025-10-01..2025-10-31"],
  ["上季", "上季 2025-07-01..2025-09-30"],
  ["今年以來", "今年以來 2025-01-01..2025-11-20"],
  ["year to date", "year to date 2025-01-01..2025-11-20"],
  ["the third quarter of 2025", "the third quarter of 2025 2025-07-01..2025-09-30"],
  ["the three months ended October 26, 2025", "the three months ended October 26, 2025 2025-08-01..2025-10-26"],
  ["二○二五年", "二○二五年 2025-01-01..2025-12-31"],
  ["2024至2026年", "2024至2026年 2024-01-01..2026-12-31"],
  ["3個月", undefined],
  ["20年", undefined],
  ["月薪", undefined],
  ["H200晶片", undefined],
];

test("written periods resolve to days", () => {
  for (const [text, expected] of ROWS) assert.equal(period(text), expected, text);
});

test("a day or month that is none gives nothing", () => {
  assert.equal(period("2025年13月"), "2025年 2025-01-01..2025-12-31");
  assert.equal(period("2月30日"), undefined);
});

test("fiscal quarters follow the fiscal year's end", () => {
  assert.equal(period("2026財年第三財季", { fiscalYearEnd: 1 }), "2026財年第三財季 2025-08-01..2025-10-31");
  assert.equal(period("fiscal 2026", { fiscalYearEnd: 6 }), "fiscal 2026 2025-07-01..2026-06-30");
});

test("a period that only an undated article tells stays undefined", () => {
  assert.equal(period("第三季", { date: undefined }), undefined);
});
