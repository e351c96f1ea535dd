import { strict as assert } from "node:assert";
import { test } from "node:test";
import { publisherRegion } from "../../../corpus/src/articles/origin.ts";
import { readArticles } from "../../../corpus/src/articles/readArticles.ts";
import { regionOf } from "../../../corpus/src/articles/regionOf.ts";

test("Taiwan news is of Taiwan", () => {
  assert.deepEqual(regionOf("台股週三收漲，三大法人買超新台幣120億元，金管會指出外資持續加碼權值股。"), {
    language: "zh-Hant",
    region: "TW",
    wording: "TW",
  });
  assert.equal(regionOf("輝達(NVDA-US)宣布新晶片，法人看好供應鏈，盤後股價上漲。").region, "TW");
  assert.equal(regionOf("民眾上週赴縣府陳情，市府表示將與中央單位協調。").region, "TW");
});

test("Hong Kong news is of Hong Kong", () => {
  assert.deepEqual(regionOf("恒指收市升200點，港交所每股派息4港元，聯儲局減息預期升溫。"), {
    language: "zh-Hant",
    region: "HK",
    wording: "HK",
  });
  assert.equal(regionOf("屯門公路今早有的士失控，司機送院，警方正調查。").region, "HK");
  assert.equal(regionOf("佢哋話呢個價錢唔貴，單位賣480萬元，呎價一萬二。").region, "HK");
});

test("mainland news is of the mainland, in either script, and keeps the wording it is shown in", () => {
  assert.deepEqual(regionOf("公司上半年实现营业收入1566亿元，同比增长30%。"), {
    language: "zh-Hans",
    region: "CN",
    wording: "CN",
  });
  assert.deepEqual(
    regionOf("輝達宣佈與“國產”廠商合作，市值約合人民幣3兆元，川普政府尚未回應，科創板公司股價大漲，資料中心需求旺盛。"),
    { language: "zh-Hant", region: "CN", wording: "TW" },
  );
  assert.equal(regionOf("業內人士稱芯片產能環比增長，數據顯示上半年人民幣貸款增加。").wording, "CN");
});

test("English is international unless it speaks in the money of a place", () => {
  assert.deepEqual(regionOf("Nvidia said revenue rose 62% to $57.0 billion."), {
    language: "en",
    region: "INTL",
    wording: "INTL",
  });
  assert.equal(
    regionOf("The Hong Kong developer sold flats worth HK$1.2 billion, its Hong Kong filing said.").region,
    "HK",
  );
});

test("a publisher's place counts", () => {
  for (const [publisher, region] of [
    ["鉅亨網", "TW"],
    ["經濟日報", "TW"],
    ["明報", "HK"],
    ["香港經濟日報", "HK"],
    ["券商中國", "CN"],
    ["財聯社", "CN"],
    ["某某週報", undefined],
  ] as const)
    assert.equal(publisherRegion(publisher), region, publisher);
});

test("where an article's own words say little, the file around it decides", () => {
  const text = `熱門話題\n台股收漲兩百點:三大法人買超,金管會盯外資\n${"台股週三收漲，三大法人買超新台幣120億元，投信連買五日。\n".repeat(4)}風電廠擴產計畫:訂單看到後年,報價看漲\n${"風電廠表示每組賣300元，訂單看到後年，產線將分期投產。\n".repeat(4)}`;
  const [, second] = readArticles({ path: "a.txt", text, modified: Date.UTC(2026, 1, 1) }).articles;
  assert.equal(second!.region, "TW");
});

test("words of the shops and of new listings place an article in Hong Kong, whatever else it says of renminbi", () => {
  assert.equal(regionOf("藥企今起招股，入場費5,100元，收入人民幣3億元，暗盤升兩成。").region, "HK");
  assert.equal(regionOf("百佳本周推三文魚優惠，兩件$45，以八達通付款再減。").region, "HK");
});

test("an English text that tells HK$ from a bare $ means US dollars by the latter", () => {
  assert.equal(regionOf("The lender earned $6.1 billion and pays HK$2 a share in Hong Kong.").region, "INTL");
  assert.equal(regionOf("The lender earned HK$6.1 billion in Hong Kong.").region, "HK");
});
