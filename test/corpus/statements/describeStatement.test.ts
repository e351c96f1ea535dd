import assert from "node:assert/strict";
import { test } from "node:test";
import { describeStatement } from "../../../corpus/src/statements/describeStatement.ts";
import { entities, statementsOf, terms } from "./saidOf.ts";

const names = {
  entity: (index: number): string | undefined => entities[index]?.names.TW[0],
  metric: (id: string): string => terms.display(terms.numberOf(id) ?? -1, "INTL"),
};

test("what a figure says is told in words, with both readings of its quarter", () => {
  const [level, change] = statementsOf(["輝達資料中心業務第三季營收512億美元，年增66%。"])[0] ?? [];
  assert.ok(level && change);
  assert.equal(describeStatement(level, names), "輝達 · 資料中心業務 · revenue · 第三季 (2025-08-01 – 2025-10-31; by the calendar 2025-07-01 – 2025-09-30)");
  assert.match(describeStatement(change, names), /· change · on the year$/);
});

test("a figure that says nothing is described by nothing", () => {
  const [statement] = statementsOf(["桌上放著12個杯子。"])[0] ?? [];
  assert.ok(statement);
  assert.equal(describeStatement(statement, names), "");
});
