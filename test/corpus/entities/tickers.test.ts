import assert from "node:assert/strict";
import { test } from "node:test";
import { findTickers, normalTicker, tickerId } from "../../../corpus/src/entities/tickers.ts";

const CASES: readonly (readonly [written: string, normal: string | undefined])[] = [
  ["NVDA-US", "NVDA-US"],
  ["NYSE:KO", "KO-US"],
  ["NASDAQ: AAPL", "AAPL-US"],
  ["2330 TT", "2330-TW"],
  ["2330-TW", "2330-TW"],
  ["2330.TW", "2330-TW"],
  ["6488-TWO", "6488-TWO"],
  ["700 HK", "700-HK"],
  ["0700.HK", "700-HK"],
  ["00700-HK", "700-HK"],
  ["HKEX:9988", "9988-HK"],
  ["600519.SH", "600519-SH"],
  ["600519 CH", "600519-SH"],
  ["000001 CH", "000001-SZ"],
  ["300750.SZ", "300750-SZ"],
  ["BRK.B-US", "BRK.B-US"],
  ["7203.T", "7203-JP"],
  ["005930.KS", "005930-KR"],
  ["ＮＶＤＡ－ＵＳ", "NVDA-US"],
  ["nvda-us", "NVDA-US"],
  ["ABC", undefined],
  ["2025-US", undefined],
  ["12345 TT1", undefined],
  ["", undefined],
];

test("all forms of a listing have one normal form", () => {
  for (const [written, normal] of CASES) assert.equal(normalTicker(written), normal, written);
});

test("tickers with an exchange are found in text, codes and words before US or HK are not", () => {
  const found = (text: string): readonly string[] =>
    findTickers(text, () => false).map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(found("輝達(NVDA-US)與騰訊(0700.HK)、台積電 2330 TT"), ["NVDA-US", "0700.HK", "2330 TT"]);
  assert.deepEqual(found("MADE IN US, about 5 HK dollars, version 1.2.TW"), []);
  assert.deepEqual(findTickers("buy NVDA US now", (normal) => normal === "NVDA-US").length, 1);
});

test("the id is the ticker as written in upper case", () => {
  assert.equal(tickerId("nvda-us"), "NVDA-US");
  assert.equal(tickerId("2330  tt"), "2330 TT");
});
