import assert from "node:assert/strict";
import test from "node:test";
import { findFigures } from "../../../corpus/src/figures/findFigures.ts";
import { tokensOfValue } from "../../../corpus/src/ranking/tokensOfValue.ts";
import { valueToken } from "../../../corpus/src/index/tokens.ts";
import { familyValue, kindFamily } from "../../../corpus/src/index/codes.ts";

const tokensOf = (text: string) => {
  const [figure] = findFigures(text, { region: "TW" });
  return figure ? { figure, tokens: tokensOfValue(figure) } : undefined;
};

test("a figure of nothing in a large unit has its tokens at once", () => {
  for (const text of ["0億美元", "0%", "０兆元", "0 trillion dollars"]) assert.ok((tokensOf(text)?.tokens.length ?? 0) <= 24, text);
});

test("a rounded figure has the tokens of all that it may stand for, and no more than 24", () => {
  for (const [text, values] of [
    ["570億美元", [569.6e8, 570e8, 570.4e8]],
    ["6億美元", [5.6e8, 6e8, 6.4e8]],
  ] as const) {
    const { figure, tokens } = tokensOf(text) ?? assert.fail(text);
    for (const value of values) assert.ok(tokens.includes(valueToken(kindFamily(figure.kind), familyValue(figure.kind, value))), `${text} ${value}`);
    assert.ok(tokens.length <= 24);
  }
});
