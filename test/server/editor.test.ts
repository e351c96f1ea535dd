// The real server over stdio, driven as an editor drives it: hover, completion, definition, links, symbols, settings.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { applyEdits, openWorkspace, type TestWorkspace } from "./workspace.ts";

const FIXTURE = `--- corpus/2025-11-20-nvda.md
---
title: 輝達第三季營收再創新高
date: 2025-11-20
publisher: 測試財經
---
# 輝達第三季營收再創新高

輝達(NVDA-US)公布2026財年第三季財報,營收為570.06億美元,較上年同期增長62%,資料中心業務貢獻512億美元。
執行長黃仁勳說,需求強勁。毛利率為73.4%,第四季營收預測為650億美元。
--- corpus/feed.txt
#半導體
緯遠科技擴產
緯遠科技宣布在桃園投資120億元興建新廠,預計2027年量產,初期月產能3萬片,並創造800個職缺。(測試產業週報)
--- notes/a.md
# 筆記
`;

let workspace: TestWorkspace;
before(async () => {
  workspace = await openWorkspace(FIXTURE);
});
after(() => workspace.close());

const hoverAt = async (marked: string, path = `notes/${Math.random().toString(36).slice(2)}.md`) => {
  const { uri, position } = await workspace.openAt(path, marked);
  return workspace.server.request("textDocument/hover", { textDocument: { uri }, position });
};
const complete = async (marked: string, context: object = { triggerKind: 1 }) => {
  const note = await workspace.openAt(`notes/${Math.random().toString(36).slice(2)}.md`, marked);
  const list = await workspace.server.request("textDocument/completion", { textDocument: { uri: note.uri }, position: note.position, context });
  return { ...note, items: (list?.items ?? []) as { label: string; filterText: string; insertTextFormat: number; sortText: string; textEdit: { range: never; newText: string }; additionalTextEdits?: { range: never; newText: string }[] }[], list };
};

test("a mainland name in a note shows the card of the Taiwan name in the corpus", async () => {
  const hover = await hoverAt("受惠于AI,英伟‸达营收大增。\n");
  assert.match(hover.contents.value, /輝達/);
  assert.match(hover.contents.value, /570/);
  assert.deepEqual(hover.range, { start: { line: 0, character: 6 }, end: { line: 0, character: 9 } });
});

test("one character before and behind a name there is no card of it", async () => {
  assert.equal(await hoverAt("受惠于AI,‸a英伟达营收\n"), null);
  assert.equal(await hoverAt("英伟达‸的\n"), null);
});

test("a card's lines and length stay small", async () => {
  const { contents } = await hoverAt("輝‸達\n");
  assert.ok(contents.value.split("\n").filter((line: string) => line.trim()).length <= 14, contents.value);
});

test("behind characters of two units and in a CRLF file the range is right", async () => {
  const hover = await hoverAt("# 題\r\n𠮷😀輝‸達第三季\r\n");
  assert.deepEqual(hover.range, { start: { line: 1, character: 4 }, end: { line: 1, character: 6 } });
});

test("a figure written otherwise shows its source", async () => {
  const hover = await hoverAt("Nvidia revenue reached US$57.‸0bn in the quarter.\n");
  assert.match(hover.contents.value, /570\\?\.06/);
});

test("a figure is completed with its citation, the definition at the end, nothing else changed", async () => {
  const { items, text } = await complete("# 筆記\n\n輝達第三季營收達‸。\n\n其他文字。\n");
  const item = items[0];
  assert.equal(item?.label, "570.06億美元");
  assert.ok(item);
  const written = applyEdits(text, [item.textEdit, ...(item.additionalTextEdits ?? [])]);
  assert.match(written, /^# 筆記\n\n輝達第三季營收達\[570\.06億美元\]\[([a-z2-9]{4})\]。\n\n其他文字。\n\n\[\1\]: \.\.\/corpus\/2025-11-20-nvda\.md#L8,\d+ "三季財報,營收為570\.06億美元"\n$/);
});

test("at the very end of a note without a final newline figure and definition are one edit, the cursor behind the label", async () => {
  const { items, text } = await complete("輝達第三季營收達‸");
  const item = items[0];
  assert.ok(item);
  assert.equal(item.insertTextFormat, 2);
  assert.equal(item.additionalTextEdits ?? undefined, undefined);
  assert.match(applyEdits(text, [item.textEdit]), /^輝達第三季營收達\[570\.06億美元\]\[[a-z2-9]{4}\]\$0\n\n\[[a-z2-9]{4}\]: /);
});

test("the list is small, incomplete, in our order, and filtered by what was typed", async () => {
  const { list, items } = await complete("輝達第三季營收達5‸\n");
  assert.equal(list.isIncomplete, true);
  assert.ok(items.length > 0 && items.length <= 50);
  for (const { filterText, label } of items) {
    assert.equal(filterText, "5");
    assert.ok(label.length <= 40);
  }
  assert.deepEqual(items.map(({ sortText }) => sortText), items.map(({ sortText }) => sortText).sort());
});

test("what was accepted is found again by definition, hover and link, also after lines were inserted above", async () => {
  const { items, text } = await complete("輝達第三季營收達‸。\n");
  const item = items[0];
  assert.ok(item);
  const written = `# 前言\n\n${applyEdits(text, [item.textEdit, ...(item.additionalTextEdits ?? [])])}`;
  const uri = workspace.uri("notes/accepted.md");
  await workspace.server.open(uri, written);
  const at = { line: 2, character: written.split("\n")[2]!.indexOf("570") + 1 };
  const [place] = await workspace.server.request("textDocument/definition", { textDocument: { uri }, position: at });
  assert.equal(place.targetUri, workspace.uri("corpus/2025-11-20-nvda.md"));
  const source = FIXTURE.split("--- corpus/feed.txt")[0]!.split("\n").slice(1);
  const { start, end } = place.targetSelectionRange;
  assert.equal(source[start.line]!.slice(start.character, end.character), "570.06億美元");
  const links = await workspace.server.request("textDocument/documentLink", { textDocument: { uri } });
  assert.equal(links.length, 1);
  const resolved = await workspace.server.request("documentLink/resolve", links[0]);
  assert.equal(resolved.target, `${workspace.uri("corpus/2025-11-20-nvda.md")}#L${start.line + 1},${start.character + 1}-L${end.line + 1},${end.character + 1}`);
});

test("no list opens in code, front matter, a definition or an article", async () => {
  for (const marked of ["```\n輝達第三季營收達‸\n```\n", "---\ntitle: 輝達營收達‸\n---\n", "[abcd]: ../corpus/輝達營收‸.md\n"]) assert.equal((await complete(marked)).list, null, marked);
});

test("a list number, a date and a figure nobody asked for open nothing by a digit", async () => {
  for (const marked of ["1‸\n", "2025年1‸\n", "今天天氣很好,氣溫2‸\n"])
    assert.equal((await complete(marked, { triggerKind: 2, triggerCharacter: "1" })).list, null, marked);
});

test("a name is completed in the wording of the sentence, from pinyin too", async () => {
  const { items, text } = await complete("看好huangrenx‸\n");
  assert.ok(items[0]);
  assert.match(applyEdits(text, [items[0].textEdit]), /^看好(黃仁勳|黄仁勋)\n$/);
});

test("the articles of a feed and the headings of a note are its symbols", async () => {
  const uri = workspace.uri("corpus/feed.txt");
  await workspace.server.open(uri, FIXTURE.split("--- corpus/feed.txt\n")[1]!.split("--- notes")[0]!, "tickmark-feed");
  const articles = await workspace.server.request("textDocument/documentSymbol", { textDocument: { uri } });
  assert.deepEqual(articles.map(({ name }: { name: string }) => name), ["緯遠科技擴產"]);
  const note = workspace.uri("notes/outline.md");
  await workspace.server.open(note, "# 甲\n\n營收570億美元。\n\n## 乙\n\n62%\n");
  const [heading] = await workspace.server.request("textDocument/documentSymbol", { textDocument: { uri: note } });
  assert.equal(heading.name, "甲");
  assert.deepEqual(heading.children.map(({ name }: { name: string }) => name), ["570億美元", "乙"]);
});

test("references lead to every passage that names the entity", async () => {
  const { uri, position } = await workspace.openAt("notes/refs.md", "英‸伟达\n");
  const places = await workspace.server.request("textDocument/references", { textDocument: { uri }, position, context: { includeDeclaration: true } });
  assert.ok(places.length >= 2);
  assert.ok(places.filter((place: { uri: string }) => place.uri === workspace.uri("corpus/2025-11-20-nvda.md")).length >= 2, JSON.stringify(places));
});

test("workspace symbols find entities in any script and articles by title", async () => {
  const found = await workspace.server.request("workspace/symbol", { query: "英伟达" });
  assert.ok(found.some(({ location }: { location: { uri: string } }) => location.uri.endsWith("2025-11-20-nvda.md")));
  const articles = await workspace.server.request("workspace/symbol", { query: "纬远科技扩产" });
  assert.ok(articles.some(({ name }: { name: string }) => name === "緯遠科技擴產"));
});

test("the nudge is worth it where a figure would follow, and nowhere else", async () => {
  const ask = async (marked: string) => {
    const { uri, position } = await workspace.openAt(`notes/${Math.random().toString(36).slice(2)}.md`, marked);
    return workspace.server.request("tickmark/nudge", { textDocument: { uri }, position });
  };
  assert.equal(await ask("輝達第三季營收達‸\n"), true);
  assert.equal(await ask("今天天氣很‸\n"), false);
  assert.equal(await ask("```\n輝達第三季營收達‸\n```\n"), false);
});

test("a request for a file that is not open answers null and the server goes on", async () => {
  const nothing = await workspace.server.request("textDocument/hover", { textDocument: { uri: "file:///nowhere/x.md" }, position: { line: 900, character: 900 } });
  assert.equal(nothing, null);
  assert.equal((await workspace.server.request("textDocument/hover", { textDocument: { uri: "untitled:Untitled-1" }, position: { line: 0, character: 0 } })), null);
});

test("settings change without a restart: plain insertion, then inline citations", async () => {
  await workspace.server.configure({ citation: { insert: "plain" } });
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.equal((await complete("輝達第三季營收達‸。\n")).items[0]?.textEdit.newText, "570.06億美元");
  await workspace.server.configure({ citation: { style: "inline" } });
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.match((await complete("輝達第三季營收達‸。\n")).items[0]!.textEdit.newText, /^\[570\.06億美元\]\(\.\.\/corpus\/2025-11-20-nvda\.md#L8,\d+ ".+"\)$/);
  await workspace.server.configure({});
  await new Promise((resolve) => setTimeout(resolve, 300));
});
