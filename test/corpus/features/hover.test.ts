// Hover over fixtures: what the card says, its range, and nothing one character outside.
import assert from "node:assert/strict";
import { test } from "node:test";
import { findHover } from "../../../corpus/src/features/hover/hover.ts";
import type { Desk } from "../../../corpus/src/features/desk.ts";
import { makeDesk, makeDraft } from "./desk.ts";

const desk = makeDesk(`--- corpus/tw.md
---
title: 鴻海第三季獲利優於預期
date: 2025-11-13
publisher: 測試日報
---

鴻海(2317-TW)公布第三季財報,單季營收2.06兆元,年增11%,稅後純益576.73億元,每股純益4.15元。
董事長劉揚偉表示,AI伺服器機櫃出貨量季增300%,第四季展望樂觀。
--- corpus/cn.md
---
title: 宁德时代三季报
date: 2025-10-20
publisher: 测试证券报
---

宁德时代前三季度实现营业收入2830.72亿元，同比增长9.28%；归母净利润490.34亿元，同比增长36.2%。
--- corpus/tables.md
---
title: 小型供應商季報
date: 2025-11-01
publisher: 測試日報
---

# 緯遠科技季報

單位：億元

| 項目 | 第二季 | 第三季 |
|---|---|---|
| 營收 | 45.6 | 51.2 |
| 毛利率 | 31.5% | 33.8% |
`);

interface Expected {
  readonly holds?: readonly (string | RegExp)[];
  readonly lacks?: readonly string[];
}

/** `⟦…⟧` marks the expected range, `‸` in it the place; without marks no card is expected. */
function check(on: Desk, marked: string, { holds = [], lacks = [] }: Expected = {}): void {
  const start = marked.replace("‸", "").indexOf("⟦");
  const end = marked.replace("‸", "").indexOf("⟧") - 1;
  const { draft, offset } = makeDraft(on, marked.replace(/[⟦⟧]/g, ""));
  const card = findHover(on, draft, offset);
  if (start < 0) return assert.equal(card, undefined, `unexpected card: ${card?.markdown}`);
  assert.ok(card, `no card at ${marked}`);
  assert.deepEqual([card.start, card.end], [start, end], draft.text.slice(card.start, card.end));
  for (const words of holds) assert.ok(typeof words === "string" ? card.markdown.includes(words) : words.test(card.markdown), `${words} is missing in:\n${card.markdown}`);
  for (const words of lacks) assert.ok(!card.markdown.includes(words), `${words} stands in:\n${card.markdown}`);
  for (const outside of [start - 1, end]) {
    const other = outside < 0 ? undefined : findHover(on, draft, outside);
    assert.ok(!other || other.end <= start || other.start >= end, `a card of it one character outside, at ${outside}`);
  }
}

test("a name in another script and wording shows the corpus's passage", () => check(desk, "看好⟦富士‸康⟧的机柜。", { holds: ["鴻海", "2317"] }));
test("a name in the middle of a Han run has its own range", () => check(desk, "據報導⟦劉揚‸偉⟧昨日表示", { holds: ["機櫃出貨量"] }));
test("a ticker's card is its company's", () => check(desk, "買進 ⟦2317‸-TW⟧ 。", { holds: ["鴻海"] }));
test("a rounded figure shows the exact one of the source", () => check(desk, "鴻海第三季營收⟦2.1‸兆元⟧。", { holds: ["2\\.06兆元", "測試日報"] }));
test("a figure in English shows the Chinese source", () => check(desk, "CATL's nine-month revenue was ⟦RMB283.0‸7bn⟧.", { holds: ["2830\\.72亿元"] }));
test("a cell of an article's table is a source, with its unit", () => check(desk, "緯遠科技第三季營收為⟦51.2‸億元⟧。", { holds: ["51\\.2"] }));
test("a figure that the corpus does not give has no source, and the card says what the corpus has", () => check(desk, "鴻海第三季營收⟦9.99‸兆元⟧。", { holds: ["No source", "differs: **2\\.06兆元**"] }));
test("plain words have no card", () => check(desk, "今天天‸氣很好。"));
test("code and front matter have no card", () => {
  check(desk, "```\n鴻‸海\n```\n");
  check(desk, "---\ntitle: 鴻‸海\n---\n\n# x\n");
});
test("a figure with markup inside is one figure", () => check(desk, "鴻海第三季每股純益**⟦4.1‸5**元⟧。", { holds: ["4\\.15元"] }));
test("a citation's label shows its passage", () => check(desk, '營收[2.06兆元]⟦‸⟧[abcd]\n\n[abcd]: ../corpus/tw.md#L7,26 "單季營收2.06兆元"\n'.replace("⟦‸⟧", "")));

test("article text never becomes a link, an image, HTML or a command in a card", () => {
  const hostile = makeDesk(`--- corpus/h.md
---
title: x
date: 2025-11-01
publisher: "[x](command:evil)<img src=x>"
---

甲骨文公司營收為123.4億美元,![a](http://x.example/a.png) <b>見 www.evil.example 與 https://evil.example/x,寫信 a@evil.example。
`);
  const { draft, offset } = makeDraft(hostile, "甲骨文營收123.‸4億美元。");
  const card = findHover(hostile, draft, offset);
  assert.ok(card);
  const links = [...card.markdown.matchAll(/(?<!\\)\]\(([^)]*)\)/g)].map((match) => match[1] ?? "");
  assert.ok(links.length > 0 && links.every((target) => target.startsWith("file:///w/corpus/h.md#L")), links.join(" "));
  for (const sign of ["<b>", "<img", "http://", "https://", "www.", "a@", "(command:"]) assert.ok(!card.markdown.includes(sign), `${sign} in ${card.markdown}`);
});

test("a cited figure whose source changed is told so, and given no other source in silence", () => {
  const changed = makeDesk(`--- corpus/a.md
# 財報

緯遠科技公布財報，第三季營收為58.0億元，董事長表示看好明年伺服器需求。
--- corpus/b.md
# 轉述

據報導，緯遠科技第三季營收約57.0億元。
`);
  const { draft, offset } = makeDraft(changed, '緯遠科技第三季營收[57.‸0億元][ab2c]。\n\n[ab2c]: ../corpus/a.md#L3,17 "緯遠科技公布財報，第三季營收為57.0億元"\n');
  const card = findHover(changed, draft, offset)?.markdown ?? "";
  assert.match(card, /Source changed/);
  assert.doesNotMatch(card, /b\.md/);
});
