import { strict as assert } from "node:assert";
import { test } from "node:test";
import { findDates } from "../../../corpus/src/articles/dates/findDates.ts";
import { inferDate, timeHints } from "../../../corpus/src/articles/dates/inferDate.ts";
import { dateInName, readDate } from "../../../corpus/src/articles/dates/statedDate.ts";

const at = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day, 4);

/** The day inferred for a text whose file was last changed on `modified`. */
function infer(text: string, modified = at(2026, 1, 15), around = ""): string | undefined {
  return inferDate(findDates(text), modified, timeHints(findDates(text + around), modified));
}

test("every usual form of a date is read", () => {
  for (const [text, day] of [
    ["公司於2025年11月20日公布財報", "2025-11-20"],
    ["2025 年11 月20 日，公司公布財報", "2025-11-20"],
    ["11月20號公布的數字", "2025-11-20"],
    ["１１月２０日公布的數字", "2025-11-20"],
    ["12/8盤後宣布", "2025-12-08"],
    ["12/8 (一) 的會議上", "2025-12-08"],
    ["在12/5收盤時", "2025-12-05"],
    ["2025/12/8的會議", "2025-12-08"],
    ["2025-12-08 的會議", "2025-12-08"],
    ["民國114年11月20日公告", "2025-11-20"],
    ["114年11月20日公告", "2025-11-20"],
    ["二〇二五年十一月二十日公告", "2025-11-20"],
    ["十二月廿五日公布", "2025-12-25"],
    ["results on Nov. 20, 2025 showed", "2025-11-20"],
    ["on 20 November 2025 it said", "2025-11-20"],
    ["on December 5th shares rose", "2025-12-05"],
  ] as const)
    assert.equal(infer(text), day, text);
});

test("fractions, versions and impossible days are no dates", () => {
  for (const text of [
    "成本是對手的1/10，功耗約1/3",
    "佔1/2強",
    "比例為3/4的股東",
    "第3.11.2版",
    "13月45日",
    "2月30日",
    "毛利率7%/12%",
    "https://a.example/2/8/x",
    "25年來首見",
  ])
    assert.equal(infer(text), undefined, text);
});

test("a year that the text omits puts the date nearest before the file's time", () => {
  assert.equal(infer("12月8日宣布", at(2026, 1, 15)), "2025-12-08");
  assert.equal(infer("12月8日宣布", at(2025, 12, 20)), "2025-12-08");
  assert.equal(infer("12月8日宣布", at(2025, 12, 8)), "2025-12-08");
  assert.equal(infer("12月8日宣布", at(2025, 12, 7)), "2024-12-08");
  assert.equal(infer("2月29日宣布", at(2026, 1, 15)), "2024-02-29");
});

test("a weekday beside the date decides its year", () => {
  assert.equal(infer("12月10日周三公布", at(2026, 12, 20)), "2025-12-10");
  assert.equal(infer("11/5(三)宣布", at(2026, 11, 20)), "2025-11-05");
});

test("a full date close by decides the year, in the article or in the file around it", () => {
  assert.equal(infer("當地時間11月20日受訪", at(2026, 11, 20), "。2025年11月20日公布財報"), "2025-11-20");
  assert.equal(infer("2025年11月18日公布，11月20日受訪", at(2026, 11, 20)), "2025-11-20");
});

test("the latest past event counts, announced ones do not", () => {
  assert.equal(infer("12月3日宣布，12月8日收盤大跌，預計1月10日召開法說會"), "2025-12-08");
  assert.equal(infer("12月3日宣布，自1月10日起生效"), "2025-12-03");
  assert.equal(infer("將於1月10日公布"), undefined);
  assert.equal(infer("12月3日說，希望新制能在1月10日落實——1月10日是他就任滿一年"), "2025-12-03");
  assert.equal(infer("on December 3 it said results will come by January 10"), "2025-12-03");
  assert.equal(infer("去年12月8日的事故"), undefined);
});

test("dates over a year before the latest one named do not count", () => {
  assert.equal(infer("2000年3月10日指數見頂，2016年兩人見過面"), undefined);
  assert.equal(infer("2000年3月10日指數見頂，2025年12月8日又大跌"), "2025-12-08");
});

test("資料, 飲料 and 塑料 before a date do not make it the future", () => {
  assert.equal(infer("據資料12月8日的產量"), "2025-12-08");
  assert.equal(infer("飲料商12月8日調價"), "2025-12-08");
});

test("a file's name states its date, a hash in it does not", () => {
  for (const [name, day] of [
    ["20251120.md", "2025-11-20"],
    ["news/2025-11-20-chips.md", "2025-11-20"],
    ["x_2025_11_20.txt", "2025-11-20"],
    ["2025年11月20日晶片.md", "2025-11-20"],
    ["report-2025.11.20", "2025-11-20"],
    ["20251120T0830_x.txt", "2025-11-20"],
    ["2025-1-5.md", "2025-01-05"],
    ["000_47d47704f6aa405a.txt", undefined],
    ["a20251120b.txt", undefined],
    ["2025-13-40.txt", undefined],
    ["q3-2025-11.md", undefined],
    ["2025-11-20/chips.md", undefined],
  ] as const)
    assert.equal(dateInName(name), day, name);
});

test("a stated date is read in any usual form", () => {
  for (const [text, day] of [
    ["2025-11-20T08:00:00+08:00", "2025-11-20"],
    ["2025/12/8 10:30", "2025-12-08"],
    ["民國114年11月20日", "2025-11-20"],
    ["114/11/20", "2025-11-20"],
    ["Thu, 20 Nov 2025 10:00 GMT", "2025-11-20"],
    ["November 20, 2025", "2025-11-20"],
    ["20251120", "2025-11-20"],
    ["soon", undefined],
    ["2025-02-30", undefined],
  ] as const)
    assert.equal(readDate(text), day, text);
});
