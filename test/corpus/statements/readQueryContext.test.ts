import assert from "node:assert/strict";
import { test } from "node:test";
import { expectedAt } from "./saidOf.ts";

test("a metric's place expects its subject, period and kinds", () => {
  const { subjects, metric, period, kinds } = expectedAt("輝達第三季營收達‸");
  assert.deepEqual(subjects, ["nvidia"]);
  assert.equal(metric, "revenue");
  assert.equal(period?.from, "2025-08-01");
  assert.deepEqual(kinds, ["money"]);
});

test("年增 and its like want a percentage, in each wording", () => {
  for (const text of ["輝達第三季營收570億美元，年增‸", "英伟达三季度收入同比增长‸", "騰訊收入1,929億元，按年升‸", "Nvidia revenue was up ‸", "台積電股價大漲‸"])
    assert.equal(expectedAt(text).kinds[0], "percent", text);
});

test("上調至 wants what stood before it", () => {
  assert.deepEqual(expectedAt("高盛將GDP預測由1.8%上調至‸").kinds, ["percent"]);
  assert.deepEqual(expectedAt("台積電將資本支出由380億美元上調至‸").kinds, ["money"]);
  assert.equal(expectedAt("台積電將資本支出由380億美元上調至‸").unit, "USD");
});

test("降息 wants basis points first", () => {
  assert.equal(expectedAt("聯準會12月降息‸").kinds[0], "basis_point");
});

test("a stated currency is expected as the unit", () => {
  assert.equal(expectedAt("台積電營收達US$‸").unit, "USD");
});

test("應佔盈利 is a profit, not a share of something", () => {
  const { metric, kinds } = expectedAt("騰訊第三季收入1,929億元，股東應佔盈利‸", "HK");
  assert.equal(metric, "net-profit");
  assert.deepEqual(kinds, ["money"]);
});

test("nothing is expected where the sentence tells nothing", () => {
  assert.deepEqual(expectedAt("‸"), { subjects: [], kinds: [] });
  assert.deepEqual(expectedAt("今天天氣很好，‸").kinds, []);
});
