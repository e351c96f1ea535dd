// The value of a text that is wholly one number or figure, finished or half typed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { looseNumber } from "../../../corpus/src/figures/looseNumber.ts";
import { readQuantity } from "../../../corpus/src/figures/readQuantity.ts";
import { formatDecimal } from "../../../corpus/src/text/decimal.ts";

const rows: readonly (readonly [text: string, expected: string])[] = [
  ["570.06億美元", "57006000000 money USD whole"],
  ["570.06 億", "57006000000 part"],
  ["570億", "57000000000 part"],
  ["570.", "570 part"],
  ["57", "57 part"],
  ["5,0", ""],
  ["5,", "5 part"],
  ["62%", "62 percent % whole"],
  ["約62%", "62 percent % whole"],
  ["3.5至3.75%", "3.5..3.75 percent % whole"],
  ["US$57", "57 money USD whole"],
  ["$5.", "5 part"],
  ["負三十二", "-32 part"],
  ["一萬二千三百四十五億", "1234500000000 part"],
  ["１２３", "123 part"],
  ["收入570億美元", ""],
  ["570億美元和6%", ""],
  ["輝達", ""],
  ["", ""],
];

for (const [text, expected] of rows) {
  test(`"${text}" reads as ${expected || "nothing"}`, () => {
    const quantity = readQuantity(text, "TW");
    const low = quantity && formatDecimal(quantity.low);
    const high = quantity && formatDecimal(quantity.high);
    const value = low === high ? low : `${low}..${high}`;
    const kind = quantity?.kind ? ` ${quantity.kind} ${quantity.unit}` : "";
    assert.equal(quantity ? `${value}${kind} ${quantity.complete ? "whole" : "part"}` : "", expected);
  });
}

test("a loose number is the single value of a text", () => {
  const value = (text: string): string | undefined => {
    const number = looseNumber(text);
    return number && formatDecimal(number);
  };
  assert.equal(value("1,234.5"), "1234.5");
  assert.equal(value("三千五百億"), "350000000000");
  assert.equal(value("1.2M"), "1200000");
  assert.equal(value("3-5%"), undefined);
  assert.equal(value("第三"), undefined);
});
