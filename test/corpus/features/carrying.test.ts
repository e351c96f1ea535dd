// Inline completion, citing from an article, and citations that travel with copy and paste, over fixtures.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readArticles } from "../../../corpus/src/articles/readArticles.ts";
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

test("inline: words that no article holds do not silence the answer, a forecast is given where one is asked for", () => {
  const forecasts = makeDesk("--- corpus/a.md\n---\ntitle: 美光財報\ndate: 2025-12-18\n---\n\n美光財年第一季營收為136.4億美元。公司預期第二季營收約187億美元。分析師預估第三季營收為200億美元。\n");
  const ghost = (marked: string): string | undefined => {
    const { draft, offset } = makeDraft(forecasts, marked);
    return inlineFigure(forecasts, draft, offset)?.text;
  };
  assert.equal(ghost("展望第二季，美光預期營收約‸\n"), "187億美元");
  assert.equal(ghost("美光第二季營收‸\n"), undefined, "announced, not brought in");
  assert.equal(ghost("美光預期第三季營收約‸\n"), undefined, "the analysts' own");
  assert.equal(ghost("美光營收‸\n"), undefined, "no period asked for");
});

test("inline: nothing without subject and metric, before words that stand, in code, or where digits do not fit", () => {
  for (const marked of ["收入為‸\n", "騰訊第三季‸\n", "騰訊第三季收入為‸億元\n", "`騰訊第三季收入為‸`\n", "騰訊第三季收入為7‸\n", "微軟第三季收入為‸\n"]) assert.equal(inline(marked), undefined, marked);
});

const article = openArticle(desk, "corpus/2025-11-20-nvda.md");
const at = (words: string): number => article.text.indexOf(words);

const copied = (draft: Draft, from: number, to: number, folders: readonly string[] = ["/w"]) => copyCitation(desk, draft, from, to, folders);
const textOf = (answer: ReturnType<typeof copied>): string => ("text" in answer ? answer.text : answer.refused);
const QUOTE = '"三季財報,營收為570.06億美元"';

test("an article's figure is copied as a citation whose target counts from the only workspace folder", () => {
  assert.equal(textOf(copied(article, at("570") + 2, at("570") + 2)), `[570.06億美元](/corpus/2025-11-20-nvda.md#L7,29 ${QUOTE})`);
  assert.match(textOf(copied(article, at("資料中心"), at("資料中心") + 6)), /^\[資料中心業務\]\(\/corpus\/.*#L7,\d+ "[^"]*資料中心業務[^"]*"\)$/);
});

test("in a window of several folders, and for an article outside of them, it is a file: URL, right from every note", () => {
  for (const folders of [["/w", "/x"], ["/x", "/w"], ["/x"], []])
    assert.equal(textOf(copied(article, at("570"), at("570"), folders)), `[570.06億美元](file:///w/corpus/2025-11-20-nvda.md#L7,29 ${QUOTE})`);
});

test("copying says why there is no citation", () => {
  assert.equal(textOf(copied(article, at("公布"), at("公布"))), "nothing");
  assert.equal(textOf(copied(makeDraft(desk, "營收57‸0億美元\n").draft, 2, 2)), "unread");
});

/** The article as it stands in an editor with unsaved changes. */
function edited(change: (text: string) => string): Draft {
  const text = change(article.text);
  const { articles } = readArticles({ path: article.path, text, modified: 0 });
  return new Draft({ path: article.path, text, region: "TW", date: "2025-12-15", passages: articles.flatMap(({ passages }) => passages), articles }, desk.tables);
}

test("an article with unsaved changes is cited where the words stand as they were read", () => {
  const above = edited((text) => text.replace("\n\n輝達", "\n\n新的一段。\n\n輝達"));
  const inLine = edited((text) => text.replace("公布2026", "昨天公布2026"));
  for (const draft of [above, inLine]) {
    const offset = draft.text.indexOf("570") + 1;
    assert.equal(textOf(copied(draft, offset, offset)), `[570.06億美元](/corpus/2025-11-20-nvda.md#L7,29 ${QUOTE})`);
    const words = draft.text.indexOf("資料中心業務");
    assert.match(textOf(copied(draft, words, words + 6)), /#L7,\d+ "[^"]*資料中心業務/);
  }
});

test("what was changed, is new, or stands more than once in what was read, is not cited", () => {
  const figure = edited((text) => text.replace("570.06", "571.06"));
  const near = edited((text) => text.replace("營收為570.06億美元,較", "營收是570.06億美元;較"));
  const added = edited((text) => `${text}\n獲利為319億美元。\n`);
  for (const [draft, words] of [[figure, "571"], [near, "570"], [added, "319"]] as const) assert.equal(textOf(copied(draft, draft.text.indexOf(words), draft.text.indexOf(words))), "edited", words);
  const twice = makeDesk("--- corpus/t.md\n# 表\n\n營收為12億元。\n\n營收為12億元。\n");
  const one = openArticle(twice, "corpus/t.md");
  const { articles } = readArticles({ path: one.path, text: `${one.text}\n`, modified: 0 });
  const open = new Draft({ path: one.path, text: `${one.text}\n尾`, region: "TW", date: "2025-12-15", passages: articles.flatMap(({ passages }) => passages), articles }, twice.tables);
  const offset = open.text.indexOf("12億");
  assert.deepEqual(copyCitation(twice, open, offset, offset, ["/w"]), { refused: "edited" });
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
  assert.ok("edits" in cited);
  const text = apply(draft.text, cited.edits);
  assert.match(text, /^營收達\[570\.06億美元\]\[(\w{4})\]。\n\n\[\1\]: \.\.\/corpus\/2025-11-20-nvda\.md#L7,29 "三季財報,營收為570\.06億美元"\n$/);
  assert.equal(text.slice(cited.cursor, cited.cursor + 1), "。");
  const { draft: bare, offset: end } = makeDraft(desk, "營收達‸");
  const atEnd = citeInNote(desk, article, at("570"), at("570"), bare, end, end);
  assert.ok("edits" in atEnd);
  assert.match(apply(bare.text, atEnd.edits).slice(0, atEnd.cursor), /^營收達\[570\.06億美元\]\[\w{4}\]$/);
});

function paste(path: string, marked: string, text: string, carried: Carried): string | undefined {
  const { draft, offset } = noteAt(path, marked);
  const pasted = pasteCarried(desk, draft, offset, offset, text, carried);
  return pasted && apply(draft.text, [{ start: offset, end: offset, newText: pasted.text }, ...pasted.additional].sort((a, b) => a.start - b.start));
}

test("what is pasted from an article is written in the note's style", () => {
  for (const folders of [["/w"], ["/w", "/x"], []])
    assert.match(paste("/w/notes/2025/q4.md", "營收達‸。\n", textOf(copied(article, at("570"), at("570"), folders)), { definitions: [] }) ?? "", /^營收達\[570\.06億美元\]\[(\w{4})\]。\n\n\[\1\]: \.\.\/\.\.\/corpus\/2025-11-20-nvda\.md#L7,29 "三季財報,營收為570\.06億美元"\n$/);
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

test("citing in the last note says why nothing was written", () => {
  const { draft, offset } = makeDraft(desk, "`營收達‸`\n");
  assert.deepEqual(citeInNote(desk, article, at("570"), at("570"), draft, offset, offset), { refused: "noLink" });
  const { draft: note, offset: end } = makeDraft(desk, "營收達‸\n");
  assert.deepEqual(citeInNote(desk, article, at("公布"), at("公布"), note, end, end), { refused: "nothing" });
});
