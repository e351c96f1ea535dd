// Completion over fixtures: the right figure first, its label and edit, silence where nothing fits.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createTypeAhead } from "../../../corpus/src/entities/typeAhead.ts";
import { findCompletions, type CompletionChoice } from "../../../corpus/src/features/completion/completion.ts";
import type { Desk } from "../../../corpus/src/features/desk.ts";
import { makeDesk, makeDraft } from "./desk.ts";

const desk = makeDesk(`--- corpus/hk.md
---
title: 騰訊第三季業績
date: 2025-11-13
publisher: 測試財經
---

騰訊控股(00700)公布第三季業績，收入為1,929億元人民幣，按年升15%；經調整盈利為706億元人民幣，按年升18%。
毛利率由去年同期53%升至56%。資本開支為130億元人民幣，按年跌24%。
--- corpus/en.md
---
title: Micron lifts outlook
date: 2025-12-17
publisher: Test Wire
lang: en
---

Micron Technology reported revenue of $13.64 billion for its fiscal first quarter, up 57% from a year earlier. It guided for second-quarter revenue of $18.7 billion.
--- corpus/tw.md
---
title: 央行理監事會
date: 2025-12-18
publisher: 測試日報
---

中央銀行18日宣布政策利率維持2%不變,並將今年經濟成長率預測由4.55%上修至7.31%,通膨率預測為1.66%。
`);

function complete(on: Desk, marked: string, trigger?: string): CompletionChoice[] {
  const { draft, offset } = makeDraft(on, marked);
  return findCompletions(on, createTypeAhead(on.tables.lexicon), draft, trigger === undefined ? { offset } : { offset, trigger });
}
const first = (marked: string, trigger?: string): string | undefined => complete(desk, marked, trigger)[0]?.label;

test("revenue of the company named", () => assert.equal(first("騰訊第三季收入為‸"), "1,929億元人民幣"));
test("the metric decides between two figures of one sentence", () => assert.equal(first("騰訊第三季經調整盈利為‸"), "706億元人民幣"));
test("a mainland sentence gets the figure in its script", () => assert.equal(first("腾讯第三季度收入为‸"), "1,929亿元人民币"));
test("the direction of a change leads to its end", () => assert.equal(first("騰訊毛利率由53%升至‸"), "56%"));
test("capital expenditure in another wording", () => assert.equal(first("腾讯三季度资本支出为‸"), "130亿元人民币"));
test("an English sentence from an English source", () => assert.match(first("Micron's fiscal first-quarter revenue came to ‸") ?? "", /13\.64/));
test("a Chinese sentence from an English source is written in Chinese", () => assert.equal(first("美光財年第一季營收為‸"), "136.4億美元"));
test("a forecast raised to", () => assert.equal(first("央行將今年經濟成長率預測由4.55%上修至‸"), "7.31%"));
test("typed digits narrow the list", () => {
  const labels = complete(desk, "騰訊第三季經調整盈利為7‸", "7").map(({ label }) => label);
  assert.deepEqual(labels, ["706億元人民幣"]);
});
test("typed digits that no figure begins with open nothing", () => assert.deepEqual(complete(desk, "騰訊第三季經調整盈利為99‸", "9"), []));
test("a company that the corpus does not name gets nothing", () => assert.deepEqual(complete(desk, "聯發科第三季收入為‸").filter(({ kind }) => kind === "figure"), []));
test("what the sentence already says is not offered again first", () => assert.notEqual(first("騰訊第三季收入為1,929億元人民幣，經調整盈利為‸"), "1,929億元人民幣"));
test("after @ a single character lists names", () => {
  const choices = complete(desk, "看好@騰‸", "@");
  assert.equal(choices[0]?.kind, "entity");
  assert.match(choices[0]?.label ?? "", /騰訊/);
});
test("the edit replaces exactly what was typed", () => {
  const [choice] = complete(desk, "看好騰訊控‸");
  assert.ok(choice);
  assert.deepEqual([choice.edit.start, choice.edit.end], [2, 5]);
});
test("no item's label is longer than forty characters", () => {
  for (const { label } of complete(desk, "騰訊第三季‸")) assert.ok(label.length <= 40);
});
test("by setting a figure is rounded to the decimals of the note's own figures, and still cites the source's words", () => {
  const rounding = makeDesk("--- corpus/a.md\n# 財報\n\n緯遠科技第三季營收為570.06億元，毛利率31.25%。\n", { figureForm: "note" });
  const [choice] = complete(rounding, "甲12億元、乙34億元、丙56億元。\n\n緯遠科技第三季營收為‸");
  assert.equal(choice?.label, "570億元");
  assert.match(choice?.edit.newText ?? "", /\[570億元\]\[[a-z2-9]{4}\][\s\S]*570\.06億元"/);
  assert.equal(complete(rounding, "緯遠科技第三季營收為‸")[0]?.label, "570.06億元", "no habit yet");
});

test("the end of a metric's word offers no name that holds it inside", () => {
  for (const marked of ["緯遠科技收入‸", "緯遠科技第三季總收入‸"]) assert.deepEqual(complete(desk, marked).filter(({ kind }) => kind === "entity"), [], marked);
  assert.ok(complete(desk, "據＠收入‸").some(({ kind }) => kind === "entity"), "asked for by the sign");
});
test("a cell's bare number goes into an English note with its table's unit", () => {
  const table = makeDesk("--- corpus/t.md\n---\ntitle: TSMC by quarters\ndate: 2025-10-16\nlang: en\n---\n\nTSMC quarterly results (NT$ billion)\n\n| Item | 2Q25 | 3Q25 |\n|---|---|---|\n| Revenue | 933.8 | 989.9 |\n");
  assert.match(complete(table, "TSMC's third-quarter revenue was ‸")[0]?.label ?? "", /^NT\$989\.9bn/);
});
test("a metric typed whole asks for its figure, though names begin with it", () => {
  const eps = makeDesk("--- corpus/e.md\n---\ntitle: 聯發科財報\ndate: 2025-10-30\n---\n\n聯發科第三季EPS為15.84元，毛利率46.5%。\n");
  assert.match(complete(eps, "聯發科第三季EPS‸")[0]?.label ?? "", /^15\.84元/);
});
