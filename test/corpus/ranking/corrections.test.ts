// Corrected figures: what an article voids goes behind what it says, and stays in the list.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inlineFigure } from "../../../corpus/src/features/completion/inlineFigure.ts";
import { createTypeAhead } from "../../../corpus/src/entities/typeAhead.ts";
import { findCompletions } from "../../../corpus/src/features/completion/completion.ts";
import type { Desk } from "../../../corpus/src/features/desk.ts";
import { makeDesk, makeDraft } from "../features/desk.ts";

const article = (day: string, title: string, body: string): string => `--- corpus/${day}.md\n---\ntitle: ${title}\ndate: ${day}\npublisher: 測試財經\n---\n\n${body}\n`;
const labels = (desk: Desk, note: string): readonly string[] => {
  const { draft, offset } = makeDraft(desk, `${note}‸\n`);
  return findCompletions(desk, createTypeAhead(desk.tables.lexicon), draft, { offset }).filter(({ kind }) => kind === "figure").map(({ label }) => label);
};

test("a sentence that names the old and the new value voids the old one wherever it stands, later mentions too", () => {
  const desk = makeDesk(
    article("2025-11-06", "聯發科10月業績", "聯發科公布10月營收486.2億元，月增8%。") +
      article("2025-11-14", "聯發科更正公告", "聯發科表示，10月營收由486.2億元更正為468.2億元。") +
      article("2025-11-30", "半導體回顧", "聯發科10月營收486.2億元，外界當時十分看好。"),
  );
  assert.deepEqual(labels(desk, "聯發科10月營收").slice(0, 2), ["468.2億元", "486.2億元"]);
});

test("an article titled as a correction goes before what earlier ones said of the same company, metric and month", () => {
  const desk = makeDesk(article("2025-11-06", "日月光10月業績", "日月光公布10月營收602億元，年增6%。") + article("2025-11-09", "【更正】日月光10月營收", "日月光10月營收為620億元，特此更正。"));
  assert.deepEqual(labels(desk, "日月光10月營收").slice(0, 2), ["620億元", "602億元"]);
});

test("a restatement in English", () => {
  const desk = makeDesk(
    article("2025-10-30", "Intel reports", "Intel reported third-quarter revenue of $13.9 billion, up 3% from a year earlier.") +
      article("2025-11-20", "Intel restates revenue", "Intel said third-quarter revenue was restated to $13.7 billion from $13.9 billion after an accounting review."),
  );
  assert.match(labels(desk, "Intel's third-quarter revenue was ")[0] ?? "", /13\.7/);
});

test("another month, another company and a forecast that was raised are no corrections", () => {
  const desk = makeDesk(
    article("2025-10-06", "聯發科9月業績", "聯發科公布9月營收450.1億元。") +
      article("2025-11-14", "【更正】聯發科10月營收", "聯發科10月營收由486.2億元更正為468.2億元。") +
      article("2025-11-05", "瑞昱10月業績", "瑞昱公布10月營收103.3億元。") +
      article("2025-11-20", "券商上修目標價", "券商將台達電目標價由900元上調至1,000元。"),
  );
  assert.equal(labels(desk, "聯發科9月營收")[0], "450.1億元");
  assert.equal(labels(desk, "瑞昱10月營收")[0], "103.3億元");
});

test("a figure that a later article corrects is not shown as ghost text", () => {
  const desk = makeDesk(article("2025-11-06", "日月光10月業績", "日月光公布10月營收602億元，年增6%。") + article("2025-11-09", "【更正】日月光10月營收", "日月光10月營收為620億元，特此更正。"));
  const { draft, offset } = makeDraft(desk, "日月光10月營收‸\n");
  assert.notEqual(inlineFigure(desk, draft, offset)?.text, "602億元");
});
