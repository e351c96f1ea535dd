// The real server over stdio: citing by code action, renaming files, references in notes, lenses.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { applyEdits, openWorkspace, type TestWorkspace } from "./workspace.ts";

const FIXTURE = `--- corpus/2025-11-20-nvda.md
---
title: 輝達第三季營收再創新高
date: 2025-11-20
publisher: 測試財經
---

輝達(NVDA-US)公布2026財年第三季財報,營收為570.06億美元,較上年同期增長62%,資料中心業務貢獻512億美元。
--- corpus/feeds/2025 (11).txt
#半導體
緯遠科技擴產
緯遠科技宣布在桃園投資120億元興建新廠,預計2027年量產,初期月產能3萬片,並創造800個職缺。(測試產業週報)
--- notes/2025-12-01-weekly.md
# 週報

英伟达第三季度营收达[570亿美元][k3f9]，同比增长[62%](../corpus/2025-11-20-nvda.md#L7,44 "較上年同期增長62%")。

[k3f9]: ../corpus/2025-11-20-nvda.md#L7,1 "營收為570.06億美元"
--- notes/old/feed.md
緯遠投資[120億元](</corpus/feeds/2025 (11).txt#L3,11> "投資120億元興建新廠")，[原網頁](../README.md)。
--- README.md
[570億美元](corpus/2025-11-20-nvda.md#L7,1 "營收為570.06億美元")
`;

let workspace: TestWorkspace;
before(async () => {
  workspace = await openWorkspace(FIXTURE);
});
after(() => workspace.close());

const ask = (method: string, params: object) => workspace.server.request(method, params);
interface Edit {
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
  newText: string;
  annotationId?: string;
}
const textOf = (path: string): string => {
  const part = FIXTURE.split(/^--- /m).find((one) => one.startsWith(`${path}\n`)) ?? "";
  return part.slice(part.indexOf("\n") + 1);
};

test("a figure is cited by a code action: listed without an edit, made when chosen, for this version only", async () => {
  const { uri, text, position } = await workspace.openAt("notes/cite.md", "# 筆記\n\n輝達第三季營收達57‸0億美元。\n");
  const range = { start: position, end: position };
  const actions = await ask("textDocument/codeAction", { textDocument: { uri }, range, context: { diagnostics: [], triggerKind: 1 } });
  assert.equal(actions[0].title, "Cite this figure: 570.06億美元 — 測試財經, 2025-11-20");
  assert.equal(actions[0].kind, "quickfix");
  assert.equal(actions[0].edit, undefined);
  const { edit } = await ask("codeAction/resolve", actions[0]);
  const [change] = edit.documentChanges;
  assert.equal(typeof change.textDocument.version, "number");
  assert.match(applyEdits(text, change.edits), /^# 筆記\n\n輝達第三季營收達\[570億美元\]\[([a-z2-9]{4})\]。\n\n\[\1\]: \.\.\/corpus\/2025-11-20-nvda\.md#L7,29 "[^"]*570\.06億美元"\n$/);
  assert.ok(actions.every(({ kind }: { kind: string }) => !kind.startsWith("source.fixAll")));
  await workspace.server.notify("textDocument/didChange", { textDocument: { uri, version: 9000 }, contentChanges: [{ text: "別的文字\n" }] });
  assert.equal((await ask("codeAction/resolve", actions[0])).edit, undefined);
});

test("citing every sure figure shows each before it is done", async () => {
  const { uri, position } = await workspace.openAt("notes/all.md", "‸輝達第三季營收達570億美元，年增62%。\n\n緯遠科技投資120億元興建新廠。\n");
  const range = { start: position, end: position };
  const actions = await ask("textDocument/codeAction", { textDocument: { uri }, range, context: { diagnostics: [], only: ["source"] } });
  const all = actions.find(({ kind }: { kind: string }) => kind === "source.tickmark.citeAll");
  assert.match(all.title, /\(3\)$/);
  const { edit } = await ask("codeAction/resolve", all);
  const annotated = (edit.documentChanges[0].edits as Edit[]).filter(({ annotationId }) => annotationId);
  assert.equal(annotated.length, 6);
  for (const { annotationId } of annotated) assert.equal(edit.changeAnnotations[annotationId!].needsConfirmation, true);
});

test("a client without resolve and document changes gets plain edits at once", async () => {
  const plain = await openWorkspace(FIXTURE, {}, {});
  try {
    const { uri, position } = await plain.openAt("notes/cite.md", "輝達第三季營收達57‸0億美元。\n");
    const actions = await plain.server.request("textDocument/codeAction", { textDocument: { uri }, range: { start: position, end: position }, context: { diagnostics: [] } });
    assert.equal(actions[0].edit.changes[uri].length, 2);
  } finally {
    await plain.close();
  }
});

test("notes follow a renamed article and a moved folder; places, quotes and other links stay", async () => {
  const rename = (from: string, to: string) => ask("workspace/willRenameFiles", { files: [{ oldUri: workspace.uri(from), newUri: workspace.uri(to) }] });
  const one = await rename("corpus/2025-11-20-nvda.md", "corpus/輝達 Q3.md");
  assert.match(workspace.server.questions.at(-1)!, /update 2 citations in 1 note /);
  const edited = (answer: { documentChanges: { textDocument: { uri: string }; edits: Edit[] }[] }, path: string) =>
    applyEdits(textOf(path), answer.documentChanges.find(({ textDocument }) => textDocument.uri === workspace.uri(path))?.edits ?? []);
  assert.equal(edited(one, "notes/2025-12-01-weekly.md"), textOf("notes/2025-12-01-weekly.md").replaceAll("2025-11-20-nvda.md", "輝達%20Q3.md"));
  const folder = await rename("corpus/feeds", "corpus/archive");
  assert.equal(edited(folder, "notes/old/feed.md"), textOf("notes/old/feed.md").replace("/corpus/feeds/2025 (11).txt", "/corpus/archive/2025%20%2811%29.txt"));
});

test("a moved note keeps its own targets, and both moved together change nothing between them", async () => {
  const rename = (...pairs: readonly (readonly [string, string])[]) => ask("workspace/willRenameFiles", { files: pairs.map(([from, to]) => ({ oldUri: workspace.uri(from), newUri: workspace.uri(to) })) });
  const moved = await rename(["notes/2025-12-01-weekly.md", "notes/2025/q4/weekly.md"]);
  assert.equal(applyEdits(textOf("notes/2025-12-01-weekly.md"), moved.documentChanges[0].edits), textOf("notes/2025-12-01-weekly.md").replaceAll("../corpus/", "../../../corpus/"));
  // only the target that counts from the workspace folder changes
  const both = await rename(["notes", "desk/notes"], ["corpus", "desk/corpus"]);
  assert.deepEqual(both.documentChanges.map(({ textDocument }: { textDocument: { uri: string } }) => textDocument.uri), [workspace.uri("notes/old/feed.md")]);
  assert.equal(await rename(["somewhere", "else"]), null);
});

test("renaming does nothing where the setting says never, and asks nothing where it says always", async () => {
  const files = [{ oldUri: workspace.uri("corpus/2025-11-20-nvda.md"), newUri: workspace.uri("corpus/b.md") }];
  await workspace.server.configure({ citation: { updateOnRename: "never" } });
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.equal(await ask("workspace/willRenameFiles", { files }), null);
  await workspace.server.configure({ citation: { updateOnRename: "always" } });
  await new Promise((resolve) => setTimeout(resolve, 300));
  const asked = workspace.server.questions.length;
  assert.equal((await ask("workspace/willRenameFiles", { files })).documentChanges.length, 1);
  assert.equal(workspace.server.questions.length, asked);
  await workspace.server.configure({});
  await new Promise((resolve) => setTimeout(resolve, 300));
});

test("references on an article's figure list the notes that cite it, on a name its mentions in notes and corpus by date", async () => {
  const uri = workspace.uri("corpus/2025-11-20-nvda.md");
  const text = textOf("corpus/2025-11-20-nvda.md");
  await workspace.server.open(uri, text);
  const line = text.split("\n").findIndex((one) => one.includes("570.06"));
  const at = (words: string) => ({ line, character: text.split("\n")[line]!.indexOf(words) + 1 });
  const citing = await ask("textDocument/references", { textDocument: { uri }, position: at("570.06"), context: { includeDeclaration: true } });
  assert.deepEqual(citing.map((place: { uri: string; range: { start: object } }) => [place.uri, place.range.start]), [[workspace.uri("notes/2025-12-01-weekly.md"), { line: 2, character: 10 }]]);
  assert.deepEqual(await ask("textDocument/references", { textDocument: { uri }, position: at("512"), context: { includeDeclaration: true } }), []);
  const named = await ask("textDocument/references", { textDocument: { uri }, position: at("輝達"), context: { includeDeclaration: true } });
  assert.equal(named[0].uri, workspace.uri("notes/all.md"), "an undated open note is of today");
  const dated = named.map((place: { uri: string }) => place.uri.slice(place.uri.lastIndexOf("/") + 1));
  assert.ok(dated.indexOf("2025-12-01-weekly.md") < dated.indexOf("2025-11-20-nvda.md"), dated.join(" "));
});

test("a note that changes on disk is known at once", async () => {
  workspace.write("notes/new.md", '新增[62%](../corpus/2025-11-20-nvda.md#L7,44 "較上年同期增長62%")。\n');
  await workspace.server.changed([{ uri: workspace.uri("notes/new.md"), type: 1 }]);
  await new Promise((resolve) => setTimeout(resolve, 400));
  const uri = workspace.uri("corpus/2025-11-20-nvda.md");
  const lines = textOf("corpus/2025-11-20-nvda.md").split("\n");
  const line = lines.findIndex((one) => one.includes("570.06"));
  const citing = await ask("textDocument/references", { textDocument: { uri }, position: { line, character: lines[line]!.indexOf("62%") + 1 }, context: { includeDeclaration: true } });
  assert.deepEqual(citing.map((place: { uri: string }) => place.uri.slice(place.uri.lastIndexOf("/") + 1)).sort(), ["2025-12-01-weekly.md", "new.md"]);
});

test("a note's lens counts its figures, an article's its notes where the setting asks for it", async () => {
  const uri = workspace.uri("notes/lens.md");
  await workspace.server.open(uri, '營收[570億美元](../corpus/2025-11-20-nvda.md#L7,29 "營收為570.06億美元")，年增62%。\n');
  const [lens] = await ask("textDocument/codeLens", { textDocument: { uri } });
  assert.equal(lens.command.title, "2 figures, 1 cited");
  const article = workspace.uri("corpus/2025-11-20-nvda.md");
  assert.equal(await ask("textDocument/codeLens", { textDocument: { uri: article } }), null);
  await workspace.server.configure({ codeLens: { articles: true, notes: false } });
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.match((await ask("textDocument/codeLens", { textDocument: { uri: article } }))[0].command.title, /^cited by \d+ notes$/);
  assert.equal(await ask("textDocument/codeLens", { textDocument: { uri } }), null);
  await workspace.server.configure({});
});

test("inline completion shows the figure alone, and nothing while the list is open or where the setting is off", async () => {
  const { uri, position } = await workspace.openAt("notes/ghost.md", "輝達第三季營收達‸\n");
  const request = (context: object) => ask("textDocument/inlineCompletion", { textDocument: { uri }, position, context });
  const [item] = await request({ triggerKind: 1 });
  assert.equal(item.insertText, "570.06億美元");
  assert.equal(item.command, undefined, "this client has no commands of ours");
  assert.equal(await request({ triggerKind: 1, selectedCompletionInfo: { range: { start: position, end: position }, text: "x" } }), null);
  const cited = await ask("tickmark/addCitation", { uri, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } }, source: { path: new URL(workspace.uri("corpus/2025-11-20-nvda.md")).pathname, line: 6, start: 28 } });
  assert.match(cited.edits[0].newText, /^\[輝達\]\[\w{4}\]/);
});
