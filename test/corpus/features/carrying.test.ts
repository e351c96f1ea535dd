// Inline completion, citing from an article, and citations that travel with copy and paste, over fixtures.
import assert from "node:assert/strict";
import { test } from "node:test";
import { carriedFrom, pasteCarried, type Carried } from "../../../corpus/src/features/citing/carryCitations.ts";
import { citeInNote, copyCitation } from "../../../corpus/src/features/citing/copyCitation.ts";
import { resolveIn } from "../../../corpus/src/features/citing/resolveIn.ts";
import { inlineFigure } from "../../../corpus/src/features/completion/inlineFigure.ts";
import { Draft } from "../../../corpus/src/features/draft.ts";
import { parseNote } from "../../../corpus/src/note/parseNote.ts";
import { markdownPassages } from "../../../corpus/src/text/markdownPassages.ts";
import { makeDesk, makeDraft, openArticle } from "./desk.ts";

const desk = makeDesk(`--- corpus/2025-11-20-nvda.md
---
title: 輝達第三季營收再創新高
date: 2025-11-20
publisher: 測試財經
---

輝達(NVDA-US)公布2026財年第三季財報,營收為570.06億美元,較上年同期增長62%,資料中心業務貢獻512億美元。
--- corpus/hk.md
---
title: 騰訊第三季業績
date: 2025-11-13
publisher: 測試財經
---

騰訊控股(00700)公布第三季業績，收入為1,929億元人民幣，按年升15%；經調整盈利為706億元人民幣，按年升18%。
`);

const inline = (marked: string): string | undefined => {
  const { draft, offset } = makeDraft(desk, marked);
  return inlineFigure(desk, draft, offset)?.text;
};

test("inline: the figure alone where one is clearly best, with the digits typed replaced", () => {
  assert.equal(inline("騰訊第三季收入為‸\n"), "1,929億元人民幣");
  assert.equal(inline("騰訊第三季收入為‸，超出預期。\n"), "1,929億元人民幣");
  assert.equal(inline("腾讯第三季度收入为1,9‸\n"), "1,929亿元人民币");
});

test("inline: nothing without subject and metric, before words that stand, in code, or where digits do not fit", () => {
  for (const marked of ["收入為‸\n", "騰訊第三季‸\n", "騰訊第三季收入為‸億元\n", "`騰訊第三季收入為‸`\n", "騰訊第三季收入為7‸\n", "微軟第三季收入為‸\n"]) assert.equal(inline(marked), undefined, marked);
});

const article = openArticle(desk, "corpus/2025-11-20-nvda.md");
const at = (words: string): number => article.text.indexOf(words);

test("an article's figure is copied as a citation whose target counts from the workspace folder", () => {
  assert.equal(copyCitation(desk, article, at("570") + 2, at("570") + 2), '[570.06億美元](/corpus/2025-11-20-nvda.md#L7,29 "三季財報,營收為570.06億美元")');
  assert.match(copyCitation(desk, article, at("資料中心"), at("資料中心") + 6) ?? "", /^\[資料中心業務\]\(\/corpus\/.*#L7,\d+ "[^"]*資料中心業務[^"]*"\)$/);
  assert.equal(copyCitation(desk, article, at("公布"), at("公布")), undefined);
});

const noteAt = (path: string, marked: string): { readonly draft: Draft; readonly offset: number } => {
  const text = marked.replace("‸", "");
  const note = parseNote(text);
  return { draft: new Draft({ path, text, region: "TW", date: "2025-12-15", passages: markdownPassages(text, note.tree), note, articles: [] }, desk.tables), offset: marked.indexOf("‸") };
};
const apply = (text: string, edits: readonly { readonly start: number; readonly end: number; readonly newText: string }[]): string =>
  edits.toReversed().reduce((done, { start, end, newText }) => done.slice(0, start) + newText + done.slice(end), text);

test("an article's figure goes into the last note, cited, the cursor behind it", () => {
  const { draft, offset } = makeDraft(desk, "營收達‸。\n");
  const cited = citeInNote(desk, article, at("570"), at("570"), draft, offset, offset);
  const text = apply(draft.text, cited!.edits);
  assert.match(text, /^營收達\[570\.06億美元\]\[(\w{4})\]。\n\n\[\1\]: \.\.\/corpus\/2025-11-20-nvda\.md#L7,29 "三季財報,營收為570\.06億美元"\n$/);
  assert.equal(text.slice(cited!.cursor, cited!.cursor + 1), "。");
  const { draft: bare, offset: end } = makeDraft(desk, "營收達‸");
  const atEnd = citeInNote(desk, article, at("570"), at("570"), bare, end, end)!;
  assert.match(apply(bare.text, atEnd.edits).slice(0, atEnd.cursor), /^營收達\[570\.06億美元\]\[\w{4}\]$/);
});

function paste(path: string, marked: string, text: string, carried: Carried): string | undefined {
  const { draft, offset } = noteAt(path, marked);
  const pasted = pasteCarried(desk, draft, offset, offset, text, carried);
  return pasted && apply(draft.text, [{ start: offset, end: offset, newText: pasted.text }, ...pasted.additional].sort((a, b) => a.start - b.start));
}

test("what is pasted from an article is written in the note's style", () => {
  const copied = copyCitation(desk, article, at("570"), at("570")) ?? "";
  assert.match(paste("/w/notes/2025/q4.md", "營收達‸。\n", copied, { definitions: [] }) ?? "", /^營收達\[570\.06億美元\]\[(\w{4})\]。\n\n\[\1\]: \.\.\/\.\.\/corpus\/2025-11-20-nvda\.md#L7,29 "三季財報,營收為570\.06億美元"\n$/);
});

test("what is copied from a note carries its definitions, and is found where it is pasted", () => {
  const { draft: source } = noteAt("/w/notes/a.md", '營收[570億美元][ab2c]，[網](https://a.example)。\n\n[ab2c]: ../corpus/2025-11-20-nvda.md#L7,1 "營收為570.06億美元"\n‸');
  const end = source.text.indexOf("。");
  const carried = carriedFrom(source, 0, end)!;
  assert.equal(carried.definitions.length, 1);
  const text = paste("/w/b.md", "甲‸\n\n[zz99]: x.md#L1,1 \"舊\"\n", source.text.slice(0, end), carried)!;
  assert.match(text, /^甲營收\[570億美元\]\[(\w{4})\]，\[網\]\(https:\/\/a\.example\)\n\n\[zz99\]: x\.md#L1,1 "舊"\n\[\1\]: corpus\/2025-11-20-nvda\.md#L7,1 "營收為570\.06億美元"\n$/);
  const { draft } = noteAt("/w/b.md", `${text}‸`);
  const citation = draft.note!.citations.find(({ text: words }) => words === "570億美元")!;
  assert.equal(resolveIn(desk, draft, citation).resolution.outcome, "found");
});

test("pasted within one note the label is used again and nothing is defined twice", () => {
  const text = '營收[570億美元][ab2c]。\n\n[ab2c]: ../corpus/2025-11-20-nvda.md#L7,1 "營收為570.06億美元"\n';
  const { draft } = noteAt("/w/notes/a.md", `${text}‸`);
  const carried = carriedFrom(draft, 0, 16)!;
  assert.equal(paste("/w/notes/a.md", text.replace("。", "，‸。"), "[570億美元][ab2c]", carried), text.replace("。", "，[570億美元][ab2c]。"));
});

test("words without a citation travel as they are", () => {
  assert.equal(carriedFrom(noteAt("/w/notes/a.md", "甲[乙](https://a.example)‸").draft, 0, 20), undefined);
  assert.equal(paste("/w/notes/a.md", "甲‸", "乙", { definitions: [] }), undefined);
});
