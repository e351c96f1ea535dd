// Every item of ours passes VS Code's own CompletionModel: shown, not filtered out, in our order, wherever it is asked for.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { shownByVscode, type ListedItem } from "./vscodeList.ts";
import { openWorkspace, type TestWorkspace } from "./workspace.ts";

const FIXTURE = `--- corpus/2025-11-20-nvda.md
---
title: 輝達第三季營收再創新高
date: 2025-11-20
publisher: 測試財經
---
輝達公布2026財年第三季財報,營收為570.06億美元,較上年同期增長62%,資料中心業務貢獻512億美元,毛利率為73.4%。
聯發科第三季營收為1,421億元,執行長黃仁勳與蔡力行都看好需求。
--- corpus/2025-10-02-unicom.md
---
title: 中國聯通業績
date: 2025-10-02
publisher: 測試財經
---
中國聯通前三季營收為2,930億元人民幣。中國聯通派息。
--- notes/a.md
# 筆記
`;

let workspace: TestWorkspace;
before(async () => {
  workspace = await openWorkspace(FIXTURE);
});
after(() => workspace.close());

let notes = 0;
async function listAt(marked: string, context: object = { triggerKind: 1 }): Promise<readonly ListedItem[]> {
  const { uri, position } = await workspace.openAt(`notes/list${notes++}.md`, marked);
  const list = await workspace.server.request("textDocument/completion", { textDocument: { uri }, position, context });
  return list?.items ?? [];
}

/** The list at `‸` on the last line, checked to be VS Code's as well; its labels. */
async function shown(marked: string, context?: object): Promise<readonly string[]> {
  const items = await listAt(marked, context);
  assert.ok(items.length, `nothing is offered at ${marked}`);
  const line = marked.split("\n").find((one) => one.includes("‸")) ?? "";
  const labels = shownByVscode(items, line.replace("‸", ""), line.indexOf("‸"));
  assert.deepEqual(labels, items.map(({ label }) => label), marked);
  return labels;
}

const trigger = (triggerCharacter: string): object => ({ triggerKind: 2, triggerCharacter });

test("a plain label inside a run of Han characters is filtered out by VS Code: the model is the real one", () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } };
  assert.deepEqual(shownByVscode([{ label: "輝達", filterText: "輝達", textEdit: { range, newText: "輝達" } }], "我們看好輝", 5), []);
});

test("in the middle of a run of Han characters", async () => {
  assert.equal((await shown("我們看好摩根士‸的成長動能"))[0], "摩根士丹利");
  assert.equal((await shown("本季根士丹‸與同業比較"))[0], "摩根士丹利");
});

test("after @, with nothing or one character typed", async () => {
  await shown("看好@聯‸", trigger("@"));
  await shown("看好＠中‸");
});

test("after a Latin prefix", async () => {
  assert.match((await shown("Demand lifted Nvi‸"))[0] ?? "", /Nvidia/);
  await shown("受惠於Nvi‸");
  await shown("Shares of Media‸ rose");
});

test("after pinyin, whole and initials", async () => {
  assert.equal((await shown("受惠于AI，huangrenx‸"))[0], "黄仁勋");
  assert.equal((await shown("执行长hrx‸"))[0], "黄仁勋");
  await shown("看好zhongguolian‸");
});

test("after a slip of the hand", async () => {
  await shown("Shares of @Nvdiia‸");
});

test("figures, with nothing and after digits", async () => {
  assert.equal((await shown("輝達第三季營收為‸"))[0], "570.06億美元");
  assert.equal((await shown("輝達第三季營收為57‸", trigger("7")))[0], "570.06億美元");
  assert.equal((await shown("輝達第三季毛利率為73.‸", trigger(".")))[0], "73.4%");
});

test("what this note names comes first, then what its cited article names, then what the corpus names most", async () => {
  assert.equal((await shown("聯發科擴產。\n\n本季@聯‸"))[0], "聯發科");
  assert.equal((await shown("[2,930億元](../corpus/2025-10-02-unicom.md#L6,9 \"中國聯通前三季營收為2,930億元\")。\n\n本季@聯‸"))[0], "中國聯通");
});
