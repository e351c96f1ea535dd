// Agreement of a note's figure with a source's: rounding by the last digit written, families of kinds, ranges.
import assert from "node:assert/strict";
import { test } from "node:test";
import { findFigures } from "../../../corpus/src/figures/findFigures.ts";
import { agreement, decimalOf, type Agreement } from "../../../corpus/src/verdicts/agreement.ts";
import { formatDecimal } from "../../../corpus/src/text/decimal.ts";

const figure = (text: string) => {
  const [found] = findFigures(text, { region: "TW" });
  assert.ok(found, `no figure in ${text}`);
  return found;
};

const ROWS: readonly (readonly [note: string, source: string, expected: Agreement])[] = [
  ["570億美元", "570.06億美元", "rounded"],
  ["570.06億美元", "570.06億美元", "same"],
  ["US$57.0bn", "570.06億美元", "rounded"],
  ["571億美元", "570.06億美元", "disagrees"],
  ["1.2兆元", "1.23兆元", "rounded"],
  ["1.3兆元", "1.23兆元", "disagrees"],
  ["七成", "70%", "same"],
  ["降息一碼", "25個基點", "same"],
  ["0.25個百分點", "25個基點", "same"],
  ["25%", "25個基點", "disagrees"],
  ["3.5%至3.75%", "3.50%至3.75%", "same"],
  ["570億元", "570億美元", "incomparable"],
  ["3倍", "3%", "incomparable"],
  ["160億元", "164.77億元", "disagrees"],
  ["約160億元", "164.77億元", "rounded"],
  ["約160億元", "166億元", "disagrees"],
  ["約165億元", "165.6億元", "disagrees"],
  ["約5萬人", "47,800人", "rounded"],
  ["about US$300bn", "US$296.4bn", "rounded"],
  ["約20%", "24%", "disagrees"],
  ["約100億元", "140億元", "disagrees"],
  ["2.7萬至5萬桶", "27,000到50,000桶", "same"],
];
for (const [note, source, expected] of ROWS) test(`${note} against ${source}: ${expected}`, () => assert.equal(agreement(figure(note), figure(source)), expected));

test("a double of the index becomes the decimal that was written", () => {
  assert.equal(formatDecimal(decimalOf(57_006_000_000)), "57006000000");
  assert.equal(formatDecimal(decimalOf(0.1 + 0.2)), "0.3");
  assert.equal(formatDecimal(decimalOf(1.1 * 3)), "3.3");
});
