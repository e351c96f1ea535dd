// Citing plain figures and mending citations over fixtures: the offers, the edits, and what they leave alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { actionEdits, citationActions, type CitationAction } from "../../../corpus/src/features/citing/citationActions.ts";
import type { Desk } from "../../../corpus/src/features/desk.ts";
import type { Draft } from "../../../corpus/src/features/draft.ts";
import { resolveIn } from "../../../corpus/src/features/citing/resolveIn.ts";
import { makeDesk, makeDraft } from "./desk.ts";

const FIXTURE = `--- corpus/2025-11-20-nvda.md
---
title: 輝達第三季營收再創新高
date: 2025-11-20
publisher: 測試財經
---

輝達(NVDA-US)公布2026財年第三季財報,營收為570.06億美元,較上年同期增長62%,資料中心業務貢獻512億美元。
--- corpus/2025-11-13-tencent.md
---
title: 騰訊第三季業績
date: 2025-11-13
publisher: 測試日報
---

騰訊控股(00700)公布第三季業績，收入為1,929億元人民幣，按年升15%；經調整盈利為706億元人民幣，按年升18%。
`;
const desk = makeDesk(FIXTURE);

const actionsAt = (on: Desk, marked: string, only: readonly string[] = [], invoked = true): { readonly draft: Draft; readonly actions: CitationAction[] } => {
  const { draft, offset } = makeDraft(on, marked);
  return { draft, actions: citationActions(on, draft, { from: offset, to: offset, only, invoked }) };
};
function chosen(on: Desk, draft: Draft, action: CitationAction | undefined): string {
  assert.ok(action);
  const edits = actionEdits(on, draft, action.data);
  assert.ok(edits);
  let text = draft.text;
  for (const { start, end, newText } of edits.toReversed()) text = text.slice(0, start) + newText + text.slice(end);
  return text;
}

test("a plain figure is offered its source and wrapped in place, its words untouched", () => {
  const { draft, actions } = actionsAt(desk, "輝達第三季營收達57‸0億美元，續創新高。\n", ["quickfix"]);
  assert.equal(actions[0]?.title, "Cite this figure: 570.06億美元 — 測試財經, 2025-11-20");
  assert.ok(actions.length <= 4);
  assert.match(
    chosen(desk, draft, actions[0]),
    /^輝達第三季營收達\[570億美元\]\[([a-z2-9]{4})\]，續創新高。\n\n\[\1\]: \.\.\/corpus\/2025-11-20-nvda\.md#L7,\d+ "[^"]*570\.06億美元"\n$/,
  );
});

test("no source is offered for a figure that the corpus does not give, nor outside a figure, nor for a cited one", () => {
  for (const marked of ["輝達第三季營收達7‸31億美元。\n", "輝達第‸三季營收達570億美元。\n", '輝達營收達[57‸0億美元](../corpus/2025-11-20-nvda.md#L7,29 "營收為570.06億美元")。\n', "`570‸億美元`\n"])
    assert.deepEqual(actionsAt(desk, marked, ["quickfix"]).actions, [], marked);
});

test("every figure with one good source is cited at once, each edit told first, what is not sure left alone", () => {
  const { draft, actions } = actionsAt(desk, "‸輝達第三季營收達570億美元，年增62%。\n\n騰訊第三季收入1,929億元人民幣，經調整盈利達999億元人民幣。\n", ["source"]);
  const all = actions.find(({ kind }) => kind === "source.tickmark.citeAll");
  assert.match(all?.title ?? "", /\(3\)$/);
  const edits = actionEdits(desk, draft, all!.data)!;
  assert.ok(edits.filter(({ newText }) => newText.trim()).every(({ confirm }) => confirm !== undefined));
  const text = chosen(desk, draft, all);
  assert.match(text, /\[570億美元\]\[\w{4}\]，年增\[62%\]\[\w{4}\]。/);
  assert.match(text, /收入\[1,929億元人民幣\]\[\w{4}\]，經調整盈利達999億元人民幣。\n\n(?:\[\w{4}\]: .*\n){3}$/);
  const { draft: after } = makeDraft(desk, `‸${text}`);
  for (const citation of after.note!.citations) assert.equal(resolveIn(desk, after, citation).resolution.outcome, "found", citation.quote);
});

test("nothing of the whole note is counted while the cursor only moves", () => {
  assert.deepEqual(actionsAt(desk, "‸輝達第三季營收達570億美元。\n", [], false).actions, []);
});

test("a citation without a quote gets it again from line and column", () => {
  const { draft, actions } = actionsAt(desk, "輝達營收達[570億‸美元][ab2c]。\n\n[ab2c]: ../corpus/2025-11-20-nvda.md#L7,29\n", ["quickfix"]);
  assert.equal(actions[0]?.title, "Make the quote again from line and column");
  assert.match(chosen(desk, draft, actions[0]), /\n\[ab2c\]: \.\.\/corpus\/2025-11-20-nvda\.md#L7,29 "[^"]*營收為570\.06億美元"\n$/);
});

test("a moved passage gets its new target, the quote and the words stay", () => {
  const note = '輝達營收達[570億‸美元][ab2c]。\n\n[ab2c]: ../corpus/old.md#L3,8 "營收為570.06億美元"\n';
  const { draft, actions } = actionsAt(desk, note, ["quickfix"]);
  assert.match(actions[0]?.title ?? "", /^Re-anchor this citation: .*2025-11-20-nvda\.md$/);
  assert.equal(chosen(desk, draft, actions[0]), '輝達營收達[570億美元][ab2c]。\n\n[ab2c]: ../corpus/2025-11-20-nvda.md#L7,31 "營收為570.06億美元"\n'.replace("31", String(line7().indexOf("570.06") + 1)));
  const all = citationActions(desk, draft, { from: 0, to: 0, only: ["source"], invoked: true });
  assert.deepEqual(all.map(({ title }) => title), ["Re-anchor all citations that moved or drifted (1)"]);
});

test("a drifted quote is made again; a changed figure is told and nothing of it is preferred", () => {
  const drifted = actionsAt(desk, '輝達[570億‸美元](../corpus/2025-11-20-nvda.md#L7,1 "2026財年第三季財報,營收是570.06億美元")\n', ["quickfix"]);
  assert.match(drifted.actions[0]?.title ?? "", /quote the source's words/);
  assert.match(chosen(desk, drifted.draft, drifted.actions[0]), /^輝達\[570億美元\]\(\.\.\/corpus\/2025-11-20-nvda\.md#L7,\d+ "[^"]*營收為570\.06億美元"\)\n$/);
  const changed = actionsAt(desk, '輝達[560億‸美元](../corpus/2025-11-20-nvda.md#L7,1 "2026財年第三季財報,營收為560.06億美元")\n', ["quickfix"]);
  assert.match(changed.actions[0]?.title ?? "", /now says 570\.06億美元; the note's figure stays/);
  assert.ok(changed.actions.every(({ preferred }) => !preferred));
  assert.match(chosen(desk, changed.draft, changed.actions[0]), /^輝達\[560億美元\]/);
});

test("stale line hints are refreshed together, a shared definition once, the path as it is written", () => {
  const { draft, actions } = actionsAt(desk, '‸[570億美元][ab2c]與[570.06億美元][ab2c]。\n\n[ab2c]: ./../corpus/2025-11-20-nvda.md#L99,1 "營收為570.06億美元"\n', ["source"]);
  assert.deepEqual(actions.map(({ title }) => title), ["Refresh the line hints of all citations (1)"]);
  assert.match(chosen(desk, draft, actions[0]), /\[ab2c\]: \.\/\.\.\/corpus\/2025-11-20-nvda\.md#L7,\d+ "營收為570\.06億美元"\n$/);
});

function line7(): string {
  return FIXTURE.split("\n")[7] ?? "";
}
