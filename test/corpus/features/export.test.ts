// A note exported in each form: what is written says the same, is read again, and holds nothing that runs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cell } from "../../../corpus/src/features/export/exportCsv.ts";
import { exportNote, type ExportFormat } from "../../../corpus/src/features/export/exportNote.ts";
import { resolveIn } from "../../../corpus/src/features/citing/resolveIn.ts";
import { makeDesk, makeDraft } from "./desk.ts";

const desk = makeDesk(`--- corpus/2025-11-20-nvda.md
---
title: '輝達<script>alert(1)</script>"第三季"'
date: 2025-11-20
publisher: =測試&財經
---

輝達公布2026財年第三季財報,營收為570.06億美元,較上年同期增長62%。
`);
const NOTE = `---
title: 週報
---

# 概要

輝達營收[570億美元][ab2c]，年增[62%](../corpus/2025-11-20-nvda.md#L7,39 "較上年同期增長62%")，[570.06億][ab2c]；-5%與<b>[網頁](https://a.example/x)</b>。

| 項目 | 值 |
|---|---|
| 營收 | [570億美元][ab2c] |

[ab2c]: ../corpus/2025-11-20-nvda.md#L7,1 "營收為570.06億美元"
[web]: https://a.example "留"
`;
const exported = (format: ExportFormat, note = NOTE): string => exportNote(desk, makeDraft(desk, `‸${note}`).draft, format, (path) => path.replace("/w/", "../")) ?? "";

test("plain: the words stay, citations and their definitions go, other links stay", () => {
  const plain = exported("plain");
  assert.match(plain, /輝達營收570億美元，年增62%，570\.06億；-5%與<b>\[網頁\]\(https:\/\/a\.example\/x\)<\/b>。/);
  assert.match(plain, /\| 營收 \| 570億美元 \|/);
  assert.match(plain, /\[web\]: https:\/\/a\.example "留"\n$/);
  assert.ok(!plain.includes("nvda"));
});

test("plain in CRLF keeps its line ends", () => {
  assert.equal(exported("plain", '達[570億美元][ab2c]。\r\n\r\n[ab2c]: ../corpus/2025-11-20-nvda.md#L7,1 "營收為570.06億美元"\r\n'), "達570億美元。\r\n");
});

test("footnotes: each source once, and read again as citations that are found", () => {
  const footnotes = exported("footnotes", `${NOTE}\n[^1]: 別的註\n`);
  assert.match(footnotes, /570億美元\[\^2\]，年增62%\[\^3\]，570\.06億\[\^2\]/);
  const { draft } = makeDraft(desk, `‸${footnotes}`);
  const cited = draft.note!.citations.filter(({ form }) => form === "footnote");
  assert.equal(cited.length, 4);
  for (const citation of cited) assert.equal(resolveIn(desk, draft, citation).resolution.outcome, "found");
});

test("pandoc: keys with quotes in the text, the sources as references, and read again", () => {
  const pandoc = exported("pandoc");
  assert.match(pandoc, /570億美元 \[@2025-11-20-nvda, \{「營收為570\.06億美元」\}\]/);
  assert.match(pandoc, /\n---\nreferences:\n- id: "2025-11-20-nvda"\n {2}type: "article-newspaper"\n {2}title: .*\n {2}container-title: "=測試&財經"\n {2}issued: "2025-11-20"\n\.\.\.\n$/);
  assert.equal(makeDraft(desk, `‸${pandoc}`).draft.note!.citations.filter(({ form }) => form === "pandoc").length, 4);
});

test("html: text of note and article is escaped, citations are links with their quotes, unsafe links are words", () => {
  const html = exported("html", `${NOTE}\n[x](javascript:alert(1)) <img src=x onerror=alert(1)>\n\n<script>alert(2)</script>\n`);
  assert.match(html, /<a class="cited" href="[^"]*nvda\.md#L7,1" title="營收為570\.06億美元">570億美元<\/a>/);
  assert.match(html, /<td>營收<\/td><td><a class="cited"/);
  assert.match(html, /<h1>概要<\/h1>/);
  assert.ok(!/<script|<img|javascript:|<b>/i.test(html), html);
  assert.equal(html.match(/<li id="source-/g)?.length, 2);
});

test("csv: a byte order mark, a row for each figure, no cell that runs as a formula", () => {
  const csv = exported("csv");
  assert.ok(csv.startsWith("\ufeffline,column,text,"));
  const rows = csv.trim().split("\r\n");
  assert.equal(rows.length, 6);
  assert.match(rows[1] ?? "", /^7,6,570億美元,money,57000000000,,USD,exact,found,\.\.\/corpus\/2025-11-20-nvda\.md,7,/);
  assert.match(rows[1] ?? "", /,'=測試&財經,2025-11-20,false$/);
  assert.match(csv, /,'-5%,percent,-?5,,%,exact,uncited/);
});

test("a cell that begins as a formula is made harmless, a number stays one", () => {
  for (const [value, expected] of [["=1+1", "'=1+1"], ["+A1", "'+A1"], ["@x", "'@x"], ["-5", "-5"], ["-5%", "'-5%"], ["\t=1", "'\t=1"], ["＝1", "'＝1"], ['a,"b"', '"a,""b"""'], ["=a,b", '"\'=a,b"']] as const)
    assert.equal(cell(value), expected);
});
