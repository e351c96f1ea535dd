import assert from "node:assert/strict";
import test from "node:test";
import { makeQuote } from "../../../corpus/src/note/makeQuote.ts";
import { quoteKey } from "../../../corpus/src/note/quoteKey.ts";
import { figuresIn } from "./figureStandIn.ts";
import { random } from "./random.ts";

const unique = () => true;

/** `⟦…⟧` stands around what is cited; the quote of it expected. */
const CASES: readonly (readonly [string, string, string])[] = [
  [
    "the clause of the figure, which begins the line",
    "收入為⟦570.06億美元⟧，較上年同期增長62%。",
    "收入為570.06億美元",
  ],
  [
    "punctuation at the start is trimmed, which may leave fewer than eight",
    "收入為570.06億美元，較上年同期增長⟦62%⟧。",
    "較上年同期增長62%",
  ],
  [
    "a short clause reaches back eight characters",
    "該公司公布第三季財報，營收⟦570億美元⟧，優於預期",
    "第三季財報，營收570億美元",
  ],
  [
    "the whole clause where it is longer",
    "前文，該公司第三季資料中心業務營收為⟦512億美元⟧，後文",
    "該公司第三季資料中心業務營收為512億美元",
  ],
  [
    "up to eight characters behind the figure",
    "，該公司第三季營收達到⟦570億美元⟧創下單季歷史新高紀錄與成長",
    "該公司第三季營收達到570億美元創下單季歷史新高",
  ],
  [
    "to the end of the clause where that comes first",
    "該公司第三季營收達到⟦570億美元⟧創新高，另",
    "該公司第三季營收達到570億美元創新高",
  ],
  ["never past the next figure", "該公司第三季營收達到⟦570億美元⟧年增62%，另", "該公司第三季營收達到570億美元年增"],
  [
    "nothing behind the figure where the next touches",
    "營收與毛利率分別為⟦570億美元⟧62%",
    "營收與毛利率分別為570億美元",
  ],
  ["a comma between digits ends no clause", "該季公司出貨共計約為⟦1,234,000顆⟧，另", "該季公司出貨共計約為1,234,000顆"],
  [
    "a full-width comma between digits ends none either",
    "該季公司出貨共計約為⟦1，234顆⟧另有",
    "該季公司出貨共計約為1，234顆另有",
  ],
  ["no figure is cut at the beginning", "由350.82億美元增至⟦570.06億美元⟧", "由350.82億美元增至570.06億美元"],
  ["no Latin word is cut at the beginning", "執行長指出，Blackwell⟦35萬顆⟧", "Blackwell35萬顆"],
  [
    "no Latin word is cut at the end",
    "該公司第三季營收達到⟦570億美元⟧其中Blackwell系列",
    "該公司第三季營收達到570億美元其中",
  ],
  [
    "no number is cut at the end",
    "該公司第三季營收達到⟦570億美元⟧並預期於2026年",
    "該公司第三季營收達到570億美元並預期於2026",
  ],
  ["no surrogate pair is cut", "前文𠮷乙丙，丁戊己庚⟦5億⟧，", "𠮷乙丙，丁戊己庚5億"],
  ["white space is trimmed", "前文。  該公司營收為   ⟦570億⟧   ，後", "該公司營收為   570億"],
  [
    "English clauses",
    "Revenue was $35.1bn a year ago, and it rose to ⟦$57.0bn⟧ in the quarter, up 62%",
    "and it rose to $57.0bn in the",
  ],
  [
    "words instead of a figure",
    "消息人士表示，⟦黃仁勳⟧將於下週訪問台北，並會見",
    "消息人士表示，黃仁勳將於下週訪問台北",
  ],
  ["a table row", "| 營收 | ⟦570億⟧ | 350億 |", "營收 | 570億"],
  ["a figure in brackets keeps its bracket outside", "毛利率為（年增⟦3.5%⟧），", "毛利率為（年增3.5%"],
];

const fixture = (marked: string) => ({
  line: marked.replace(/[⟦⟧]/g, ""),
  start: marked.indexOf("⟦"),
  end: marked.indexOf("⟧") - 1,
});

for (const [name, marked, expected] of CASES)
  test(`the quote: ${name}`, () => {
    const { line, ...cited } = fixture(marked);
    const quote = makeQuote(line, cited, figuresIn(line), unique);
    assert.equal(quote.quote, expected);
    assert.equal(line.slice(quote.start, quote.end), quote.quote);
  });

test("the quote is lengthened to the left until it occurs once, whole words at a time, and stops at 80", () => {
  const line =
    "甲公司今年十一月公布財報，其中資料中心與遊戲顯示業務合計營收增長62%，乙公司今年十月公布財報，其中資料中心與遊戲顯示業務合計營收增長62%。";
  const start = line.lastIndexOf("62%");
  const asked: string[] = [];
  const once = (quote: string) => {
    asked.push(quote);
    return line.indexOf(quote) === line.lastIndexOf(quote);
  };
  assert.equal(
    makeQuote(line, { start, end: start + 3 }, figuresIn(line), once).quote,
    "十月公布財報，其中資料中心與遊戲顯示業務合計營收增長62%",
  );
  assert.ok(asked.length <= 8, String(asked.length));
  const never = makeQuote(line, { start, end: start + 3 }, figuresIn(line), () => false);
  assert.ok(never.quote.length <= 80 && never.quote.length >= 60, never.quote);
  const english = "The Blackwell platform, generated sales of $5bn";
  assert.equal(
    makeQuote(english, { start: 43, end: 47 }, figuresIn(english), (quote) => quote.length > 24).quote,
    "platform, generated sales of $5bn",
  );
});

test("words longer than a quote may be are quoted by their beginning", () => {
  const line = "長".repeat(200);
  assert.equal(makeQuote(line, { start: 50, end: 150 }, [], unique).quote.length, 80);
});

test("for any line the cited figure is the last of its quote, whole, and no figure or Latin word is cut", () => {
  const PIECES = [
    "營收",
    "達570億美元",
    "，",
    "年增62%",
    "。",
    "Blackwell",
    " ",
    "(",
    ")",
    "1,234顆",
    "；",
    "2025年",
    "𠮷",
    "「",
    "」",
    "約",
    "35.5%",
    "資料中心業務",
    "-3.5%",
    "|",
  ];
  for (let seed = 1; seed <= 400; seed++) {
    const { below, pick } = random(seed);
    let line = "";
    for (let i = below(30) + 1; i > 0; i--) line += pick(PIECES);
    const figures = figuresIn(line);
    if (figures.length === 0) continue;
    const cited = pick(figures);
    const { quote, start, end } = makeQuote(line, cited, figures, (candidate) => {
      const key = quoteKey(line).key;
      const own = quoteKey(candidate).key;
      return key.indexOf(own) === key.lastIndexOf(own);
    });
    assert.equal(quote, line.slice(start, end));
    assert.ok(start <= cited.start && end >= cited.end, "holds the figure");
    assert.ok(
      end <=
        Math.min(cited.end + 8, ...figures.filter((other) => other.start >= cited.end).map((other) => other.start)),
      "ends before the next",
    );
    assert.ok(quote.length <= 80);
    assert.ok(
      !figures.some((other) => (other.start < start && start < other.end) || (other.start < end && end < other.end)),
      "cuts no figure",
    );
    for (const at of [start, end])
      assert.ok(!/[A-Za-z]/.test(line[at - 1] ?? "") || !/[A-Za-z]/.test(line[at] ?? ""), "cuts no word");
    assert.doesNotMatch(quote, /^\s|\s$/);
  }
});
