// The ranking over small corpora: whose figure, of which period, change or level, and silence where it is plainly another one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createTypeAhead } from "../../../corpus/src/entities/typeAhead.ts";
import { findCompletions } from "../../../corpus/src/features/completion/completion.ts";
import type { Desk } from "../../../corpus/src/features/desk.ts";
import { makeDesk, makeDraft } from "../features/desk.ts";

const article = (path: string, date: string, title: string, ...lines: readonly string[]): string => `--- corpus/${path}.md\n---\ntitle: ${title}\ndate: ${date}\npublisher: 測試財經\n---\n\n${lines.join("\n")}\n`;

const desk = makeDesk(
  [
    article("mediatek", "2026-04-10", "聯發科首季業績", "聯發科3月營收為512億元，月增18%；首季毛利率46.6%，較上季擴大0.5個百分點。", "公司預估第二季營收介於1,460億至1,580億元，市場原先預期第二季營收1,500億元。"),
    article("hynix", "2026-04-24", "SK海力士首季營業利益創新高", "SK海力士首季營業利益37.6兆韓元，年增4倍。三星電子下週公布。"),
    article("bank", "2026-05-05", "滙豐公布首季業績", "滙豐首季淨利息收益率1.63%，按年擴闊4點子；收入186億美元，按年升6%。"),
    article("rates-old", "2026-03-02", "拆息回落", "銀行同業拆息向下，一個月拆息報2.41厘，三個月拆息報2.66厘。"),
    article("rates-new", "2026-05-18", "拆息抽升", "市場資金轉緊，一個月拆息報3.07厘，三個月拆息報3.22厘。"),
    article("apple", "2026-04-30", "Apple beats forecasts", "Apple reported revenue of $111.2bn for the March quarter. Services revenue was $31bn."),
    article("target", "2026-05-12", "央行上修經濟成長率", "央行把今年經濟成長率預測由3.2%調高至4.1%。"),
    article("homes", "2026-05-14", "港島新盤銷情", "盈峰海灣上周售出312伙，套現28億港元。"),
  ].join(""),
);

function figures(marked: string, on: Desk = desk): readonly string[] {
  const { draft, offset } = makeDraft(on, marked, "2026-05-21");
  return findCompletions(on, createTypeAhead(on.tables.lexicon), draft, { offset })
    .filter(({ kind }) => kind === "figure")
    .map(({ label }) => label);
}

test("a month's revenue is no answer where another month is asked for", () => assert.ok(!figures("聯發科4月營收‸").includes("512億元")));
test("the month that is asked for is", () => assert.equal(figures("聯發科3月營收‸")[0], "512億元"));
test("another company's figure is not offered, though its article names the one asked for", () => assert.deepEqual(figures("三星電子首季營業利益‸"), []));
test("a company that no table knows gets no figure of another one", () => assert.deepEqual(figures("禾禾香水首季營業利益‸"), []));
test("a name that no table knows finds its own article", () => assert.equal(figures("盈峰海灣上周售出‸")[0], "312伙"));
test("a margin that widened wants points, not its level", () => assert.equal(figures("滙豐首季淨利息收益率按年擴闊‸")[0], "4點子"));
test("the margin itself is the level", () => assert.equal(figures("滙豐首季淨利息收益率‸")[0], "1.63%"));
test("a rise by a multiple answers a rise", () => assert.equal(figures("SK海力士首季營業利益年增‸")[0], "4倍"));
test("what the market expects is another thing than what the company says", () => {
  assert.equal(figures("市場預期聯發科第二季營收‸")[0], "1,500億元");
  assert.equal(figures("聯發科第二季財測營收區間‸")[0], "1,460億至1,580億元");
});
test("the latest of two reports is offered first where the latest is asked for", () => assert.equal(figures("一個月拆息最新報‸")[0], "3.07厘"));
test("the number of months tells two rates apart", () => assert.equal(figures("三個月拆息最新報‸")[0], "3.22厘"));
test("the March quarter is a quarter", () => assert.equal(figures("Apple's revenue in the March quarter was ‸")[0], "US$111.2bn".replace("US", "")));
test("a part that is asked for goes before the whole", () => assert.equal(figures("Apple's services revenue in the March quarter was ‸")[0], "$31bn"));
test("the forecast that holds goes before the one it replaced", () => assert.equal(figures("央行估今年GDP成長‸")[0], "4.1%"));
test("a metric at the cursor is no name under way", () => assert.equal(figures("SK海力士首季營業利益‸")[0], "37.6萬億韓元".replace("萬億", "兆")));
test("what an article says without naming a country is of its own country", () => {
  assert.equal(figures("台灣今年經濟成長率預測上修至‸")[0], "4.1%");
  assert.deepEqual(figures("南韓今年經濟成長率預測上修至‸"), []);
});
test("the order does not hang on the order in which files are read", () => {
  const parts = [article("a", "2026-05-02", "甲社報導", "北原電子4月營收為12億元。"), article("b", "2026-05-03", "乙社報導", "北原電子4月營收為13億元。")];
  const [one, other] = [parts, [...parts].reverse()].map((files) => figures("北原電子4月營收‸", makeDesk(files.join(""))));
  assert.deepEqual(one, other);
  assert.equal(one?.[0], "13億元");
});
