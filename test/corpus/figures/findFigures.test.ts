// What findFigures promises beyond single phrasings: order and bounds, masks, currencies by region and series, steps, directions,
// damaged numbers, exactness.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Region } from "../../../corpus/src/articles/article.ts";
import { findFigures } from "../../../corpus/src/figures/findFigures.ts";
import { formatFigureValue } from "../../../corpus/src/figures/formatFigureValue.ts";
import { formatDecimal } from "../../../corpus/src/text/decimal.ts";

const read = (text: string, region: Region = "TW"): string[] =>
  findFigures(text, { region }).map((f) => `${text.slice(f.start, f.end)} = ${formatFigureValue(f)} ${f.unit}`);
const [only] = [
  (text: string, region: Region = "TW") => {
    const figures = findFigures(text, { region });
    assert.equal(figures.length, 1, text);
    return figures[0]!;
  },
];

test("figures come in order and never overlap, whatever the text", () => {
  const alphabet = [..."0123456789.,%-~至到億萬兆千百十一二三兩半數幾多元美港年月日個家倍成點分第約近 ()（）$/:+−x"];
  let seed = 7;
  const random = (): number => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
  for (let round = 0; round < 4000; round++) {
    const text = Array.from(
      { length: 1 + Math.floor(random() * 40) },
      () => alphabet[Math.floor(random() * alphabet.length)],
    ).join("");
    let end = 0;
    for (const figure of findFigures(text, { region: "HK" })) {
      assert.ok(figure.start >= end && figure.end > figure.start && figure.end <= text.length, text);
      assert.equal(text.slice(figure.start, figure.end).trim(), text.slice(figure.start, figure.end), text);
      end = figure.end;
    }
  }
});

test("nothing inside a URL, an address or a file name is a figure", () => {
  assert.deepEqual(read("見https://a.com/x?p=50%25&v=3億元 共3%"), ["3% = 3 %"]);
  assert.deepEqual(read("www.b.com.tw/2025/30%E5 起,漲5%"), ["5% = 5 %"]);
  assert.deepEqual(read("寄100%x@mail.com,跌2%"), ["2% = 2 %"]);
  assert.deepEqual(read("附件 q3_營收570億元.xlsx 共62%"), ["62% = 62 %"]);
});

test("a bare 元 is the currency of the article's region and marked as assumed", () => {
  for (const [region, unit] of [
    ["TW", "TWD"],
    ["HK", "HKD"],
    ["CN", "CNY"],
  ] as const) {
    const figure = only("售價100元", region);
    assert.equal(figure.unit, unit);
    assert.equal(figure.assumedUnit, true);
  }
  assert.equal(only("售價100美元", "HK").assumedUnit, false);
});

test("a stated currency holds for the rest of the line, a prefix for its sentence", () => {
  assert.deepEqual(read("純利5億元(人民幣,下同),收入20億元。派息0.1元", "HK"), [
    "5億元 = 500000000 CNY",
    "20億元 = 2000000000 CNY",
    "0.1元 = 0.1 CNY",
  ]);
  assert.deepEqual(read("純利人民幣5億元,收入20億元。罰款100元", "HK"), [
    "人民幣5億元 = 500000000 CNY",
    "20億元 = 2000000000 CNY",
    "100元 = 100 HKD",
  ]);
  assert.deepEqual(read("純利人民幣5億元,股價報12元", "HK"), ["人民幣5億元 = 500000000 CNY", "12元 = 12 HKD"]);
});

test("the step is one unit of the last digit written", () => {
  for (const [text, step] of [
    ["570億美元", "100000000"],
    ["570.06億美元", "1000000"],
    ["三千億元", "100000000000"],
    ["US$57.0bn", "100000000"],
    ["62%", "1"],
    ["62.5%", "0.1"],
    ["九成", "10"],
    ["一碼降息", "25"],
    ["3.5萬顆", "1000"],
  ] as const) {
    assert.equal(formatDecimal(only(text).step), step, text);
  }
});

test("the words before a figure give its direction", () => {
  for (const [text, direction] of [
    ["年增62%", "up"],
    ["營收增長約3%", "up"],
    ["跌近1%", "down"],
    ["大跌超過3%", "down"],
    ["▼1.2%", "down"],
    ["-3%", "down"],
    ["降至5%", "down"],
    ["調降0.2元", "down"],
    ["毛利率為59%", undefined],
    ["每公升28元", undefined],
    ["sales rose 62%", "up"],
    ["shares fell by 3%", "down"],
  ] as const) {
    assert.equal(only(text).direction, direction, text);
  }
});

test("damaged numbers of translated feeds are kept as they stand and marked", () => {
  const torn = only("總額6000000850000,000元");
  assert.equal(torn.doubtful, true);
  assert.equal(formatDecimal(torn.low), "6000000850000000");
  assert.equal(only("到20300億美元").doubtful, true);
  assert.equal(only("到2030億美元").doubtful, false);
});

test("values are exact however long the number is", () => {
  assert.equal(formatDecimal(only("1,234,567,890,123,456,789.01元").low), "1234567890123456789.01");
  assert.equal(formatDecimal(only("0.1000000000000000055元").low), "0.1000000000000000055");
});

test("a serial number of over twenty-four digits is no figure", () =>
  assert.deepEqual(read("共1234567890123456789012345元"), []));

test("the two scripts and both widths read alike", () => {
  const pairs = [
    ["營收570億美元", "营收570亿美元"],
    ["成長３．５％", "成长3.5%"],
    ["兩萬億元", "两万亿元"],
  ] as const;
  for (const [a, b] of pairs) {
    const [one, two] = [only(a, "CN"), only(b, "CN")];
    assert.deepEqual([formatFigureValue(one), one.kind, one.unit], [formatFigureValue(two), two.kind, two.unit]);
  }
});

test("what is paid for one share, gallon or barrel is a price, in English with its article", () => {
  const kinds = (text: string): string[] => findFigures(text, { region: "INTL" }).map((f) => `${text.slice(f.start, f.end)}: ${f.kind} ${f.unit}`);
  assert.deepEqual(kinds("The dividend was 50 cents a share."), ["50 cents a share: price_per_unit USD/股"]);
  assert.deepEqual(kinds("It offered $12.50 a share in cash."), ["$12.50 a share: price_per_unit USD/股"]);
  assert.deepEqual(kinds("Petrol sold for $3.10 a gallon."), ["$3.10 a gallon: price_per_unit USD/gal"]);
  assert.deepEqual(kinds("They paid $5m a share of the profit."), ["$5m: money USD"]);
  assert.deepEqual(kinds("It costs $5m a year."), ["$5m: money USD"]);
});
