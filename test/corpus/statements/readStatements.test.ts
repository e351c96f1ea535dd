import assert from "node:assert/strict";
import { test } from "node:test";
import { saidOf, statementsOf } from "./saidOf.ts";

test("figures of one sentence share subject and period and take the metric of their own clause", () => {
  assert.deepEqual(saidOf("台積電第三季營收9,899億元，季增6%，毛利率59.5%，稅後純益4,523億元。"), [
    "9,899億元 = tsmc · revenue · 2025-07-01..2025-09-30",
    "6% = tsmc~ · revenue · 2025-07-01..2025-09-30",
    "59.5% = tsmc~ · gross-margin · 2025-07-01..2025-09-30",
    "4,523億元 = tsmc~ · net-profit · 2025-07-01..2025-09-30",
  ]);
});

test("分別 gives each figure its own subject", () => {
  assert.deepEqual(saidOf("台積電與騰訊10月營收分別為3,000億元與600億元，年增11%及26%。"), [
    "3,000億元 = tsmc · revenue · 2025-10-01..2025-10-31",
    "600億元 = tencent · revenue · 2025-10-01..2025-10-31",
    "11% = tsmc · revenue · 2025-10-01..2025-10-31",
    "26% = tencent · revenue · 2025-10-01..2025-10-31",
  ]);
});

test("分別 gives each figure its own period", () => {
  assert.deepEqual(saidOf("台積電第一季、第二季毛利率分別為58.8%、58.6%。"), [
    "58.8% = tsmc · gross-margin · 2025-01-01..2025-03-31",
    "58.6% = tsmc · gross-margin · 2025-04-01..2025-06-30",
  ]);
});

test("respectively gives each figure before it its own subject", () => {
  assert.deepEqual(saidOf("Microsoft and Tencent posted capital spending of $34.9 billion and $2.4 billion, respectively.", { region: "INTL" }), [
    "$34.9 billion = microsoft · capex · -",
    "$2.4 billion = tencent · capex · -",
  ]);
});

test("a quarter is the subject's fiscal quarter, with the calendar's beside it", () => {
  const [statement] = statementsOf(["輝達第三季營收570億美元。"])[0] ?? [];
  assert.deepEqual(statement?.period, { text: "第三季", from: "2025-08-01", to: "2025-10-31", calendarFrom: "2025-07-01", calendarTo: "2025-09-30", inferred: false });
});

test("a named fiscal year counts by the month it ends in, and by its beginning in Japan", () => {
  assert.deepEqual(saidOf("輝達2026財年第三財季營收570億美元。"), ["570億美元 = nvidia · revenue · 2025-08-01..2025-10-31"]);
  assert.deepEqual(saidOf("豐田2025財年營業利益3.8兆日圓。"), ["3.8兆日圓 = toyota · operating-profit · 2025-04-01..2026-03-31"]);
});

test("what a figure is compared with is not its period, and the compared figure has its own", () => {
  assert.deepEqual(saidOf("輝達2025年Q3淨利319億美元，較上年同期的193億美元增長65%。"), [
    "319億美元 = nvidia · net-profit · 2025-08-01..2025-10-31",
    "193億美元 = nvidia~ · net-profit · 2024-08-01..2024-10-31",
    "65% = nvidia~ · net-profit · 2025-08-01..2025-10-31",
  ]);
});

test("the day something was reported is not the period of what was reported", () => {
  assert.deepEqual(saidOf("中央社11月18日報導，騰訊今年前三季收入5,500億元。"), ["5,500億元 = tencent · revenue · 2025-01-01..2025-09-30"]);
});

test("該公司 and a sentence without a name go back to the company spoken of, marked as inferred", () => {
  assert.deepEqual(saidOf("台積電昨日召開法說會。該公司預計第四季營收為330億美元，毛利率約60%。"), [
    "330億美元 = tsmc~ · revenue · 2025-10-01..2025-12-31",
    "60% = tsmc~ · gross-margin · 2025-10-01..2025-12-31",
  ]);
  assert.deepEqual(saidOf(["輝達公布財報。", "第三季營收570億美元。"]), ["570億美元 = nvidia~ · revenue · 2025-08-01..2025-10-31"]);
});

test("statistics cited in passing are not the company's spoken of before", () => {
  assert.deepEqual(saidOf("輝達仍在成長。據統計，全球人工智慧基礎設施投資將達4兆美元。"), ["4兆美元 = - · investment · -"]);
  assert.deepEqual(saidOf("輝達仍在成長。某家資料庫業者最新財報顯示營收增長30%。"), ["30% = - · revenue · -"]);
});

test("names behind 向 and 收購 are to whom, names behind 由 by whom", () => {
  assert.deepEqual(saidOf("微軟向OpenAI投資130億美元。"), ["130億美元 = microsoft+openai/to · investment · -"]);
  assert.deepEqual(saidOf("OpenAI獲微軟投資130億美元。"), ["130億美元 = openai+microsoft/by · investment · -"]);
});

test("a target price is of the share, not of the bank that sets it", () => {
  assert.deepEqual(saidOf("高盛將台積電目標價由1,400元上調至1,720元。"), ["1,400元 = tsmc · target-price · -", "1,720元 = tsmc · target-price · -"]);
  assert.deepEqual(saidOf("Goldman Sachs raised its price target on TSMC to NT$1,720 from NT$1,400.", { region: "INTL" }), [
    "NT$1,720 = tsmc · target-price · -",
    "NT$1,400 = tsmc · target-price · -",
  ]);
});

test("an office that publishes a number is not its subject", () => {
  const [statement] = statementsOf(["國家統計局公布，10月CPI年增0.2%。"])[0] ?? [];
  assert.equal(statement?.metric, "cpi");
  assert.deepEqual(statement?.subjects, []);
  assert.equal(statement?.attribution, 10);
});

test("what a multiple is taken of is not its subject", () => {
  assert.deepEqual(saidOf("微軟的營收是騰訊的3倍。"), ["3倍 = microsoft · revenue · -"]);
});

test("roles: before and after, change, limit, hypothetical, level", () => {
  const roles = (text: string): (string | undefined)[] => (statementsOf([text])[0] ?? []).map(({ role }) => role);
  assert.deepEqual(roles("台積電將資本支出由380億美元上調至410億美元。"), ["before", "after"]);
  assert.deepEqual(roles("台積電營收年增30%。"), ["change"]);
  assert.deepEqual(roles("信用卡利率上限為10%。"), ["limit"]);
  assert.deepEqual(roles("若台積電營收成長20%，股價可望上漲。"), ["hypothetical"]);
  assert.deepEqual(roles("台積電毛利率59%。"), ["level"]);
});

test("comparisons by year, quarter and month are told apart, in front of and behind the figure", () => {
  const comparisons = (text: string): (string | undefined)[] => (statementsOf([text])[0] ?? []).map(({ comparison }) => comparison);
  assert.deepEqual(comparisons("台積電10月營收月增5%，年增30%。"), ["month", "year"]);
  assert.deepEqual(comparisons("騰訊收入按年升15%，環比增長2%。"), ["year", "quarter"]);
  assert.deepEqual(comparisons("Nvidia's revenue was up 62% from a year earlier."), ["year"]);
});

test("a forecast is marked, and what is above the forecast is not", () => {
  const forecasts = (text: string): (boolean | undefined)[] => (statementsOf([text])[0] ?? []).map(({ forecast }) => forecast);
  assert.deepEqual(forecasts("台積電預計第四季營收330億美元。"), [true]);
  assert.deepEqual(forecasts("台積電第三季營收優於預期達330億美元。"), [undefined]);
});

test("the scope is the segment, product or region between subject and metric", () => {
  const scopes = (text: string): (string | undefined)[] => (statementsOf([text])[0] ?? []).map(({ scope }) => scope);
  assert.deepEqual(scopes("輝達資料中心業務營收512億美元。"), ["資料中心業務"]);
  assert.deepEqual(scopes("輝達在中國(含香港)的營收30億美元。"), ["中國(含香港)"]);
  assert.deepEqual(scopes("輝達營收570億美元。"), [undefined]);
});

test("a percentage of revenue is a share of it", () => {
  assert.deepEqual(saidOf("資料中心占輝達營收的88%。")[0]?.split(" · ")[1], "revenue-share");
  assert.deepEqual(saidOf("OpenAI約73%的收入來自訂閱。")[0]?.split(" · ")[1], "revenue-share");
  assert.deepEqual(saidOf("輝達市占率接近九成。")[0], "九成 = nvidia · market-share · -");
});

test("a company that rises is its share, an index its level", () => {
  assert.deepEqual(saidOf("台積電大漲3%，恒指收報25,835點。", { region: "HK" }), ["3% = tsmc · share-price · -", "25,835點 = hang-seng · index-level · -"]);
});

test("a cell takes its metric from the row's head and its period from the column's", () => {
  const [statement] = statementsOf(["570"], { cell: { rowHead: "營收", columnHead: "3Q25E", unit: "億美元" } })[0] ?? [];
  assert.equal(statement?.metric, "revenue");
  assert.deepEqual([statement?.period?.from, statement?.period?.to], ["2025-07-01", "2025-09-30"]);
  assert.equal(statement?.forecast, true);
});

test("a word that only begins like a period does not hide the metric behind it", () => {
  assert.deepEqual(saidOf("台積電今年資本支出400億美元。"), ["400億美元 = tsmc · capex · 2025-01-01..2025-12-31"]);
});

test("without a day for the article a period without a year stays empty", () => {
  assert.deepEqual(saidOf("台積電第三季營收9,899億元。", { date: "" }), ["9,899億元 = tsmc · revenue · -"]);
  assert.deepEqual(saidOf("台積電2024年營收2.9兆元。", { date: "" }), ["2.9兆元 = tsmc · revenue · 2024-01-01..2024-12-31"]);
});

test("earning, losing and paying of one character stand for a line of the accounts", () => {
  const metrics = (text: string, region: "HK" | "TW" = "HK") => statementsOf([text], { region })[0]?.map(({ metric }) => metric);
  assert.deepEqual(metrics("騰訊上半年賺12億元，每股賺0.4元，每股派0.1元。"), ["net-profit", "eps", "dividend"]);
  assert.deepEqual(metrics("騰訊去年蝕逾3億元。"), ["net-loss"]);
});

test("a space parts the statements of a headline", () => {
  assert.equal(statementsOf(["台積電第三季賺576億元　營收創同期新高"])[0]?.[0]?.metric, "net-profit");
});

test("同期 said of another company is the period told before, not a year earlier", () => {
  const [, second] = statementsOf(["台積電第三季營收900億元。騰訊同期營收600億元。"])[0] ?? [];
  assert.deepEqual([second?.period?.from, second?.role], ["2025-07-01", "level"]);
});

test("the noun between a company and its metric is a part of it", () => {
  const scopes = (text: string, region: "TW" | "INTL" = "TW") => statementsOf([text], { region })[0]?.map(({ scope }) => scope);
  assert.deepEqual(scopes("騰訊第三季營收900億元，其中營銷服務收入300億元，金融科技收入500億元。"), [undefined, "營銷服務", "金融科技"]);
  assert.deepEqual(scopes("騰訊期末現金900億元，合併營收300億元。"), [undefined, undefined]);
  assert.deepEqual(scopes("Tencent's overseas revenue was $3bn.", "INTL"), ["overseas"]);
});

test("barrels a day that nothing names are produced, unless they are missing or wanted", () => {
  const metrics = (text: string) => statementsOf([text], { region: "INTL" })[0]?.map(({ metric }) => metric);
  assert.deepEqual(metrics("The group has restored 1.1m b/d."), ["oil-production"]);
  assert.deepEqual(metrics("The bank sees a surplus of 1.1m b/d."), [undefined]);
});

test("wording of banks, insurers, casinos, airlines and telecoms is one metric in every script", () => {
  const metric = (text: string, region: "TW" | "HK" | "CN" | "INTL") => statementsOf([text], { region })[0]?.[0]?.metric;
  for (const [id, ...told] of [
    ["adjusted-profit", "騰訊非國際財務報告準則盈利679億元", "腾讯经调整净利润679亿元", "Tencent's non-IFRS profit was RMB67.9bn"],
    ["aggregate-balance", "銀行體系總結餘540億元", "银行体系总结余540亿元", "The aggregate balance stands at HK$54bn"],
    ["combined-ratio", "綜合成本率95.8%", "综合成本率95.8%", "The combined ratio was 95.8%"],
    ["gross-gaming-revenue", "博彩毛收入190億元", "博彩毛收入190亿元", "Gross gaming revenue rose to MOP19bn"],
    ["cost-income-ratio", "成本收入比率35%", "成本收入比35%", "The cost-to-income ratio was 35%"],
    ["churn-rate", "客戶流失率0.8%", "离网率0.8%", "Churn was 0.8%"],
  ] as const)
    told.forEach((text, i) => assert.equal(metric(text, (["HK", "CN", "INTL"] as const)[i] ?? "TW"), id, text));
});
