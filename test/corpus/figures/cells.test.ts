// Bare numbers in table cells take unit and magnitude from row head, column head or caption.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Region } from "../../../corpus/src/articles/article.ts";
import { findFigures } from "../../../corpus/src/figures/findFigures.ts";
import { formatFigureValue } from "../../../corpus/src/figures/formatFigureValue.ts";

const rows: readonly (readonly [
  cell: string,
  rowHead: string,
  columnHead: string,
  unit: string,
  region: Region,
  expected: string,
])[] = [
  ["57,006", "營收", "3Q26", "百萬美元", "TW", "57,006 = money 57006000000 USD"],
  ["570.06", "營收", "第三季", "單位:億美元", "TW", "570.06 = money 57006000000 USD"],
  ["9,899.2", "營業收入", "2025", "新台幣億元", "TW", "9,899.2 = money 989920000000 TWD"],
  ["1,234.5", "营业收入", "2025年", "单位：亿元", "CN", "1,234.5 = money 123450000000 CNY"],
  ["73.4", "毛利率", "3Q26", "百萬美元", "TW", "73.4 = percent 73.4 %"],
  ["73.4", "GM (%)", "3Q26", "US$ mn", "INTL", "73.4 = percent 73.4 %"],
  ["57,006", "Revenue", "3Q26", "US$m", "INTL", "57,006 = money 57006000000 USD"],
  ["1.30", "EPS (US$)", "FY26E", "US$m", "INTL", "1.30 = money 1.3 USD"],
  ["17.44", "每股盈餘", "3Q25", "新台幣百萬元", "TW", "17.44 = money 17.44 TWD"],
  ["25.3", "本益比", "2026E", "百萬元", "TW", "25.3 = multiple 25.3 x"],
  ["(12.3)", "淨利", "2Q25", "億元", "TW", "(12.3) = money -1230000000 TWD"],
  ["(12.3%)", "年增率", "2Q25", "", "TW", "(12.3%) = percent -12.3 %"],
  ["-3.2", "YoY", "2Q25", "%", "TW", "-3.2 = percent -3.2 %"],
  ["▼3.2", "月增率", "10月", "%", "TW", "▼3.2 = percent -3.2 %"],
  ["62%", "年增", "3Q26", "億美元", "TW", "62% = percent 62 %"],
  ["500萬塊", "TPU 產量", "2027", "萬塊", "TW", "500萬塊 = count 5000000 塊"],
  ["441,706", "銷量(輛)", "10月", "", "TW", "441,706 = count 441706 輛"],
  ["12.5", "Revenue", "RMB bn", "", "INTL", "12.5 = money 12500000000 CNY"],
  ["400-420", "資本支出", "2026", "億美元", "TW", "400-420 = money 40000000000..42000000000 USD"],
  ["2025", "年度", "", "", "TW", ""],
  ["2330", "台積電", "代號", "億元", "TW", ""],
  ["3Q25", "營收", "期間", "億元", "TW", ""],
  ["-", "營收", "3Q25", "億元", "TW", ""],
  ["N/A", "營收", "3Q25", "億元", "TW", ""],
  ["增長62%,達570億美元", "說明", "", "億元", "TW", "62% = percent 62 % ; 570億美元 = money 57000000000 USD"],
];

for (const [cell, rowHead, columnHead, unit, region, expected] of rows) {
  test(`cell "${cell}" in row "${rowHead}", column "${columnHead}", unit "${unit}" is ${expected || "no figure"}`, () => {
    const figures = findFigures(cell, { region, cell: { rowHead, columnHead, unit } });
    assert.equal(
      figures
        .map((f) => `${cell.slice(f.start, f.end)} = ${f.kind} ${formatFigureValue(f)} ${f.unit}`.trimEnd())
        .join(" ; "),
      expected,
    );
  });
}
