import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { findTerms } from "../../../corpus/src/statements/terms.ts";
import { terms } from "./saidOf.ts";

const KINDS = new Set("money percent percentage_point basis_point count multiple fraction power energy data_size data_rate length area mass volume duration price_per_unit temperature ratio points other".split(" "));
const rows = (file: string): string[][] => readFileSync(`corpus/lexicon/${file}`, "utf8").trim().split("\n").slice(1).map((line) => line.split("\t"));

test("there are at least 170 metrics, each with kinds that exist, and at least 400 terms", () => {
  const metrics = rows("metrics.tsv");
  assert.ok(metrics.length >= 170, `${metrics.length}`);
  for (const [id, kinds] of metrics) for (const kind of (kinds ?? "").split("|")) assert.ok(KINDS.has(kind), `${id}: ${kind}`);
  assert.ok(rows("terms.tsv").length >= 400);
});

test("every id stands once over both files", () => {
  const ids = [...rows("metrics.tsv"), ...rows("terms.tsv")].map(([id]) => id);
  assert.deepEqual(ids.filter((id, i) => ids.indexOf(id) !== i), []);
});

test("the wordings of the regions and of both scripts are one metric", () => {
  for (const words of ["營收", "收益", "营业收入", "revenue", "Net Sales", "營業額"]) assert.deepEqual(findTerms(words, terms).map(({ metric }) => metric), ["revenue"], words);
  for (const words of ["資料中心", "數據中心", "数据中心", "data centers", "Data Centre"])
    assert.deepEqual(findTerms(words, terms).map(({ term }) => terms.rows[term]?.id), ["data-centre"], words);
});

test("a metric wins a wording that a term has too", () => {
  assert.equal(findTerms("降息", terms)[0]?.metric, "policy-rate");
});

test("the longest wording wins and Latin words are whole", () => {
  assert.deepEqual(findTerms("毛利率", terms).map(({ metric }) => metric), ["gross-margin"]);
  assert.deepEqual(findTerms("Epson", terms), []);
});

test("the last character of a time is not the first of a term", () => {
  assert.deepEqual(findTerms("明年金價", terms).map(({ metric }) => metric), ["gold-price"]);
  assert.deepEqual(findTerms("年金", terms).map(({ metric }) => metric), ["welfare"]);
});

test("a metric is shown in the reader's wording", () => {
  const shown = (id: string): string[] => (["TW", "HK", "CN", "INTL"] as const).map((region) => terms.display(terms.numberOf(id) ?? -1, region));
  assert.deepEqual(shown("revenue"), ["營收", "收入", "营收", "revenue"]);
  assert.deepEqual(shown("data-centre"), ["資料中心", "數據中心", "数据中心", "data centre"]);
  assert.equal(terms.numberOf("no-such-metric"), undefined);
});
