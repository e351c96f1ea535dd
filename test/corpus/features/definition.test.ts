// Go to source over fixtures: `⟦…⟧` in the expected words are the selection.
import assert from "node:assert/strict";
import { test } from "node:test";
import { findDefinition } from "../../../corpus/src/features/definition/definition.ts";
import { lineStarts, lineText } from "../../../corpus/src/text/lines.ts";
import { makeDesk, makeDraft, openArticle } from "./desk.ts";

const FILLER = Array.from({ length: 700 }, (_, i) => `第${i}段市場評論指出各廠商對需求看法不一，觀望氣氛濃厚。`).join("");
const desk = makeDesk(`--- corpus/long.txt
長篇報導
${FILLER}晶圓代工廠聯電第三季營收為591.3億元，毛利率29.8%。${FILLER}(測試週刊)
--- corpus/copy.md
---
title: 聯電財報
date: 2025-10-29
publisher: 測試日報
---

聯電公布財報，第三季合併營收591.3億元，季增0.6%。
`);

function check(marked: string, expected: string | undefined): void {
  const { draft, offset } = makeDraft(desk, marked);
  const found = findDefinition(desk, draft, offset);
  if (expected === undefined) return assert.equal(found, undefined);
  assert.ok(found, `nothing at ${marked}`);
  const { path, line, start, end } = found.selection;
  const file = desk.index.file(path);
  assert.ok(file);
  assert.equal(lineText(file.text, lineStarts(file.text), line).slice(start, end), expected);
  assert.ok(end - start <= 80);
  assert.ok(found.around.start <= start && found.around.end >= end && found.around.end - found.around.start <= 380);
}

test("a citation leads to its words far inside a long line", () => check('營收[591.3億元][ab2c]‸。\n\n[ab2c]: ../corpus/long.txt#L2,9 "聯電第三季營收為591.3億元"\n', "591.3億元"));
test("a cited figure leads to the figure of its quote", () => check('營收[59‸1.3億元][ab2c]。\n\n[ab2c]: ../corpus/long.txt#L2,9 "聯電第三季營收為591.3億元"\n', "591.3億元"));
test("a plain figure leads to the passage that fits", () => check("聯電第三季毛利率29.‸8%", "29.8%"));
test("a name leads to a passage that names it", () => check("聯‸電第三季毛利率", "聯電"));
test("a quote that is gone leads nowhere", () => check('[7億元][ab2c]‸。\n\n[ab2c]: ../corpus/long.txt#L2,9 "從未寫過的話語有7億元"\n', undefined));
test("plain words lead nowhere", () => check("今天‸天氣", undefined));

test("a figure of an article that no other article gives leads to itself, so that VS Code lists the notes that cite it", () => {
  const article = openArticle(desk, "corpus/copy.md");
  const at = article.text.indexOf("0.6%");
  const found = findDefinition(desk, article, at + 1);
  assert.deepEqual(found?.origin, { start: at, end: at + 4 });
  assert.equal(found?.selection.path, article.path);
  assert.equal((article.lines[found.selection.line] ?? 0) + found.selection.start, at);
});

test("a quote that only resembles the source is not followed, by the figure or its label", () => {
  const changed = makeDesk("--- corpus/a.md\n# 財報\n\n緯遠科技公布財報，第三季營收為58.0億元，董事長表示看好明年需求。\n--- corpus/b.md\n# 轉述\n\n緯遠科技第三季營收約57.0億元。\n");
  for (const marked of ["[57.‸0億元][ab2c]", "[57.0億元][ab‸2c]"]) {
    const { draft, offset } = makeDraft(changed, `營收${marked}。\n\n[ab2c]: ../corpus/a.md#L3,17 "緯遠科技公布財報，第三季營收為57.0億元"\n`);
    assert.equal(findDefinition(changed, draft, offset), undefined, marked);
  }
});

test("what is asked on a label is answered for the citation, not for the figure beside it", () => {
  const { draft, offset } = makeDraft(desk, '營收[591.3億元][ab‸2c]。\n\n[ab2c]: ../corpus/long.txt#L2,9 "聯電第三季營收為591.3億元"\n');
  const found = findDefinition(desk, draft, offset);
  assert.ok(found && found.origin.start <= offset && offset <= found.origin.end);
});
