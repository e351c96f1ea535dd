// The interface's language: cards in three languages, codes and facts the same.
import assert from "node:assert/strict";
import { test } from "node:test";
import { findHover } from "../../../corpus/src/features/hover/hover.ts";
import { messagesFor } from "../../../corpus/src/features/messages.ts";
import { makeDesk, makeDraft } from "./desk.ts";

test("a locale is read as editors and LANG write it", () => {
  for (const locale of ["zh-TW", "zh-tw", "zh-Hant", "zh_TW.UTF-8", "zh-HK"]) assert.equal(messagesFor(locale).types.person, "人物", locale);
  for (const locale of ["zh-CN", "zh", "zh_CN.UTF-8", "zh-Hans"]) assert.equal(messagesFor(locale).types.org, "机构", locale);
  for (const locale of ["en", "en-US", "C", "fr", undefined]) assert.equal(messagesFor(locale).types.org, "org");
});

test("every sentence is said in each language, and in none of them as in another", () => {
  const tables = ["en", "zh-tw", "zh-cn"].map(messagesFor);
  const said = (value: unknown): string => (typeof value === "function" ? String((value as (...some: number[]) => unknown)(2, 3)) : typeof value === "object" ? JSON.stringify(value) : String(value));
  for (const key of Object.keys(tables[0]!) as (keyof (typeof tables)[0])[]) {
    const [english, traditional, simplified] = tables.map((table) => said(table[key]));
    assert.notEqual(english, traditional, key);
    assert.doesNotMatch(`${traditional}${simplified}`.replace(/Tickmark|company|org|person|product|place|media|index|law|ticker|year|quarter|month|week|day/g, ""), /[A-Za-z]{3}/, key);
    assert.doesNotMatch(english ?? "", /\p{Script=Han}/u, key);
  }
});

test("a figure's line and a missing date speak the interface's language too", () => {
  const desk = { ...makeDesk("--- corpus/a.md\n# 財報\n\n台積電預期第四季營收為334億美元，年增24.4%。\n"), messages: messagesFor("zh-tw") };
  const { draft, offset } = makeDraft(desk, "台積電第四季營收33‸4億美元。\n");
  const card = findHover(desk, draft, offset)?.markdown ?? "";
  assert.match(card, /預測/);
  assert.match(card, /無日期/);
});

test("a card speaks the interface's language", () => {
  const desk = { ...makeDesk("--- corpus/a.md\n# 財報\n\n台積電第三季營收為9899.2億元。\n"), messages: messagesFor("zh-tw") };
  const { draft, offset } = makeDraft(desk, "台積‸電");
  const card = findHover(desk, draft, offset)?.markdown ?? "";
  assert.match(card, /公司/);
  assert.match(card, /資料庫中有 \d+ 個段落/);
  assert.doesNotMatch(card, /company|passage/);
});

test("a cited figure that its source does not give is told on its card", () => {
  const desk = makeDesk("--- corpus/a.md\n# 財報\n\n台積電第三季營收為9899.2億元。\n");
  const { draft, offset } = makeDraft(desk, '台積電營收[98‸00億元][ab2c]。\n\n[ab2c]: ../corpus/a.md#L3,10 "台積電第三季營收為9899.2億元"\n');
  assert.match(findHover(desk, draft, offset)?.markdown ?? "", /The source says 9899\\\.2億元/);
});
