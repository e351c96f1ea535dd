// A source's figure in the script, region and notation of a note's sentence.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Region } from "../../../corpus/src/articles/article.ts";
import { findFigures } from "../../../corpus/src/figures/findFigures.ts";
import { otherForm, writeFigure } from "../../../corpus/src/figures/writeFigure.ts";
import { toNumber } from "../../../corpus/src/text/decimal.ts";

const written = (surface: string, from: Region) => {
  const [figure] = findFigures(surface, { region: from });
  assert.ok(figure, surface);
  return { surface: surface.slice(figure.start, figure.end), kind: figure.kind, unit: figure.unit, low: toNumber(figure.low), high: toNumber(figure.high) };
};

const ROWS: readonly (readonly [surface: string, from: Region, to: Region, expected: string])[] = [
  ["570.06 億美元", "TW", "TW", "570.06億美元"],
  ["570.06億美元", "TW", "CN", "570.06亿美元"],
  ["570.06亿美元", "CN", "HK", "570.06億美元"],
  ["1.23兆美元", "TW", "CN", "1.23万亿美元"],
  ["1.23万亿美元", "CN", "TW", "1.23兆美元"],
  ["1.23万亿美元", "CN", "HK", "1.23萬億美元"],
  ["512億美元", "TW", "INTL", "US$51.2bn"],
  ["US$57.0bn", "INTL", "TW", "570億美元"],
  ["$1.2 trillion", "INTL", "CN", "1.2万亿美元"],
  ["七成", "TW", "INTL", "70%"],
  ["25個基點", "HK", "INTL", "25bps"],
  ["62%", "INTL", "TW", "62%"],
  ["3.5 萬顆", "TW", "CN", "3.5万颗"],
];
for (const [surface, from, to, expected] of ROWS) test(`${surface} in a sentence of ${to} is ${expected}`, () => assert.equal(writeFigure(written(surface, from), to), expected));

test("the other usual form of an amount, and none of a percentage", () => {
  assert.equal(otherForm(written("570.06億美元", "TW"), "TW"), "US$57.006bn");
  assert.equal(otherForm(written("US$57.0bn", "INTL"), "TW"), "570億美元");
  assert.equal(otherForm(written("62%", "TW"), "TW"), undefined);
});
