import assert from "node:assert/strict";
import { test } from "node:test";
import { findFigures } from "../../../corpus/src/figures/findFigures.ts";
import { tokensOfValue } from "../../../corpus/src/ranking/tokensOfValue.ts";

test("nought of a large unit is looked for in a bounded number of tokens", () => {
  const [figure] = findFigures("淨利0億元", { region: "TW" });
  assert.ok(figure);
  assert.ok(tokensOfValue(figure).length <= 24);
});
