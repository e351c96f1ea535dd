// Periods compared as a ranking does: what is asked for against what a figure tells.
import assert from "node:assert/strict";
import { test } from "node:test";
import { comparePeriods, isYearless, readingsOf, type PeriodMatch } from "../../../corpus/src/ranking/periods.ts";

const period = (text: string, from: string, to: string) => ({ text, from, to, inferred: false });
const match = (asked: ReturnType<typeof period>, told: ReturnType<typeof period>): PeriodMatch => comparePeriods(asked, { text: told.text, readings: readingsOf(told) });
const third = period("第三季", "2025-07-01", "2025-09-30");
const thisYear = period("今年", "2025-01-01", "2025-12-31");

test("a quarter that ends on the last Sunday of its month is the same quarter", () => assert.equal(match(third, period("截至9月28日的三個月", "2025-06-30", "2025-09-28")), "same"));
test("the second quarter is not the third", () => assert.equal(match(third, period("第二季", "2025-04-01", "2025-06-30")), "other"));
test("a month is not the quarter it lies in, nor the other way round", () => {
  const month = period("9月", "2025-09-01", "2025-09-30");
  assert.equal(match(third, month), "other");
  assert.equal(match(month, third), "other");
});
test("the first eleven months are not the first ten", () => assert.equal(match(period("前11月", "2025-01-01", "2025-11-30"), period("前10月", "2025-01-01", "2025-10-31")), "other"));
test("a quarter whose year is not written may be another year's, and is worth less than the same one", () => {
  assert.equal(match(third, period("2024年第三季", "2024-07-01", "2024-09-30")), "anyYear");
  assert.equal(match(period("2025年第三季", "2025-07-01", "2025-09-30"), period("2024年第三季", "2024-07-01", "2024-09-30")), "other");
});
test("what of a year is over is about the year", () => assert.equal(match(thisYear, period("前十月", "2025-01-01", "2025-10-31")), "about"));
test("the year of a quarter is no answer for the quarter, a quarter is a part of the year", () => {
  assert.equal(match(third, thisYear), "around");
  assert.equal(match(thisYear, third), "inside");
});
test("this year is not next year, though both are told from the day of writing", () => assert.equal(match(period("明年底", "2026-01-01", "2026-12-31"), period("去年底", "2024-01-01", "2024-12-31")), "other"));
test("the same words of another day may mean the same time", () => assert.equal(match(period("上季", "2026-07-01", "2026-09-30"), period("上季", "2025-07-01", "2025-09-30")), "about"));
test("a moment within a month is inside it", () => assert.equal(match(period("12月", "2025-12-01", "2025-12-31"), period("12月8日", "2025-12-08", "2025-12-08")), "inside"));
test("a relative year counts as written", () => {
  assert.equal(isYearless(third), true);
  assert.equal(isYearless(period("去年第四季", "2024-10-01", "2024-12-31")), false);
});
