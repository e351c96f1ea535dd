import { strict as assert } from "node:assert";
import { test } from "node:test";
import { readArticles } from "../../../corpus/src/articles/readArticles.ts";
import { cost } from "../../cost.ts";
import type { Article } from "../../../corpus/src/articles/article.ts";

const SAVED = Date.UTC(2026, 2, 1);
const read = (text: string, path = "feed.txt"): readonly Article[] =>
  readArticles({ path, text, modified: SAVED }).articles;
const bounds = (text: string) =>
  read(text).map(({ firstLine, lastLine, title }) => `${firstLine}-${lastLine} ${title ?? "-"}`);

/** A body of one line, several hundred characters wide, on one subject. */
const wide = (subject: string, times = 30) =>
  `${subject}上季出貨優於預期，管理層看好下半年需求，並指出${subject}的新產線將分三期投產。`.repeat(times);
/** A body of short paragraphs. */
const paragraphs = (subject: string, count = 4) =>
  Array.from(
    { length: count },
    (_, i) =>
      `第${i + 1}期報告顯示，${subject}的訂單能見度已達兩季，業界認為${subject}的報價有望止跌回升，但庫存仍待去化。`,
  ).join("\n");

test("a wide line under its headline is an article, and the brackets at its end name the publisher", () => {
  const text = `風電大廠接單報喜,明年產能全滿?\n${wide("風電")} (綠能週報)\n面板報價止跌,三大廠同步減產\n${wide("面板")}(顯示器觀察)\n`;
  assert.deepEqual(bounds(text), ["1-2 風電大廠接單報喜,明年產能全滿?", "3-4 面板報價止跌,三大廠同步減產"]);
  assert.deepEqual(
    read(text).map(({ publisher }) => publisher),
    ["綠能週報", "顯示器觀察"],
  );
});

test("topic lines at the top and readers' comments between articles belong to no article", () => {
  const text = [
    "#綠能",
    "風電大廠接單報喜,明年產能全滿?",
    `${wide("風電")} (綠能週報)`,
    "說得好聽,去年也是這樣講,結果呢",
    "同感,先看下一季再說",
    "電價不漲,誰來投資都沒有用。",
    "面板報價止跌,三大廠同步減產",
    `${wide("面板")} (顯示器觀察)`,
  ].join("\n");
  assert.deepEqual(bounds(text), ["2-3 風電大廠接單報喜,明年產能全滿?", "7-8 面板報價止跌,三大廠同步減產"]);
});

test("a wide line without a headline of its own is an untitled article", () => {
  const text = `風電大廠接單報喜,明年產能全滿?\n${wide("風電")} (綠能週報)\n${wide("造船")} (海事新聞)\n面板報價止跌,三大廠同步減產\n${wide("面板")} (顯示器觀察)`;
  assert.deepEqual(bounds(text), ["1-2 風電大廠接單報喜,明年產能全滿?", "3-3 -", "4-5 面板報價止跌,三大廠同步減產"]);
});

test("articles of short paragraphs keep their subheadings", () => {
  const text = [
    "熱門話題",
    "掌握本週焦點",
    paragraphs("風電"),
    "面板三雄減產:報價止跌有望,庫存水位仍是關鍵",
    paragraphs("面板"),
    "①庫存去化",
    paragraphs("面板", 2),
    "景氣展望",
    paragraphs("面板", 2),
    "造船廠擴建船塢:軍方訂單撐起五年產能",
    paragraphs("造船"),
  ].join("\n");
  const articles = read(text);
  assert.deepEqual(bounds(text), [
    "3-6 -",
    "7-17 面板三雄減產:報價止跌有望,庫存水位仍是關鍵",
    "18-22 造船廠擴建船塢:軍方訂單撐起五年產能",
  ]);
  assert.deepEqual(
    articles[1]!.passages.filter(({ kind }) => kind === "heading").map(({ text }) => text),
    ["①庫存去化", "景氣展望"],
  );
});

test("the paragraphs before a headline that speak of its subject are a lead of their own", () => {
  const text = [
    "熱門話題",
    "面板三雄減產:報價止跌有望,庫存水位仍是關鍵",
    paragraphs("面板", 5),
    "央行理監事會議宣布升息半碼，利率決議首度出現三張反對票，貨幣政策委員擔心通膨升溫。",
    "央行同時公布利率預測，貨幣政策委員認為明年仍有一次升息空間，通膨是升息與否的關鍵變數，銀行公會說房貸利率會跟著調整。",
    "央行升息之後:利率走向看通膨,貨幣政策委員意見分歧",
    "升息半碼之後，市場關注央行利率路徑，通膨降溫與否左右貨幣政策，委員之間的分歧可能延續。",
    "央行總裁說，利率決議反映通膨壓力，貨幣政策仍會視數據而定，升息並非預設路徑。",
    "委員會的利率點陣圖顯示，通膨若回落，升息循環就會結束，央行不排除明年轉向降息。",
  ].join("\n");
  assert.deepEqual(bounds(text), [
    "2-7 面板三雄減產:報價止跌有望,庫存水位仍是關鍵",
    "8-9 -",
    "10-13 央行升息之後:利率走向看通膨,貨幣政策委員意見分歧",
  ]);
});

test("articles repeated further down are cut like the first time, the cut-off last copy too", () => {
  const first = [
    paragraphs("風電"),
    "面板三雄減產:報價止跌有望,庫存水位仍是關鍵",
    paragraphs("面板"),
    "造船廠擴建船塢:軍方訂單撐起五年產能",
    paragraphs("造船"),
  ].join("\n");
  const text = ["熱門話題", first, first, first.split("\n").slice(0, 7).join("\n")].join("\n");
  assert.deepEqual(
    read(text).map(({ firstLine, lastLine }) => [firstLine, lastLine]),
    [
      [2, 5],
      [6, 10],
      [11, 15],
      [16, 19],
      [20, 24],
      [25, 29],
      [30, 33],
      [34, 36],
    ],
  );
});

test("a disclaimer under every article begins nothing", () => {
  const note =
    "免責聲明：以上內容僅供參考，不構成任何投資建議，投資人應自行判斷並承擔風險，本頁資料取自公開資訊，如有出入以公告為準，轉載請註明出處並保留本聲明。";
  const text = [
    "#產業",
    "面板三雄減產:報價止跌有望,庫存水位仍是關鍵",
    paragraphs("面板"),
    note,
    "造船廠擴建船塢:軍方訂單撐起五年產能",
    paragraphs("造船"),
    note,
  ].join("\n");
  assert.deepEqual(bounds(text), [
    "2-7 面板三雄減產:報價止跌有望,庫存水位仍是關鍵",
    "8-13 造船廠擴建船塢:軍方訂單撐起五年產能",
  ]);
});

test("without evidence of a feed a file is one article, whatever its subheadings", () => {
  const text = [
    "居屋攪珠結果出爐 家庭組中籤率不足兩成",
    "【海港日報專訊】房屋機構昨日攪珠，今期有超過十萬份申請，家庭組中籤率創五年新低，專家料市民會轉投二手市場。",
    "專家：二手價料平穩",
    "有測量師認為，減息步伐放緩，二手居屋價格短期料平穩，成交量或輕微上升，上車客仍以細單位為主。",
    "團體促增建單位：輪候不應過六年",
    "關注組織要求當局加快覓地，指現時輪候時間太長，年輕家庭難以負擔私樓首期，要求五年內增建三萬個單位。",
  ].join("\n");
  const [article, ...more] = read(text);
  assert.equal(more.length, 0);
  assert.equal(article!.title, "居屋攪珠結果出爐 家庭組中籤率不足兩成");
  assert.equal(article!.publisher, "海港日報");
  assert.equal(article!.region, "HK");
  assert.deepEqual(
    article!.passages.map(({ kind }) => kind),
    ["title", "text", "heading", "text", "heading", "text"],
  );
});

test("the questions of an interview are no headlines", () => {
  const question = (n: number) =>
    `主持人：你怎樣看今年第${n}輪融資的環境，會不會考慮提早上市？\n受訪者：我覺得比去年困難，不過好的項目仍然有人投，公司手上現金足夠營運二十個月，並不急於上市。`;
  assert.equal(
    read(["專訪：初創如何度過寒冬", question(1), question(2), question(3), question(4)].join("\n")).length,
    1,
  );
});

test("sources in brackets under single paragraphs do not cut the article", () => {
  const text = [
    "中東局勢升溫 油價急升",
    `油價昨晚急升，${"布蘭特期油一度升穿每桶九十美元，市場憂慮供應中斷。".repeat(3)}（路透社）`,
    `${"產油國部長表示會視乎市場需要調節產量，分析員看法不一。".repeat(3)}（法新社）`,
    "航空公司表示，燃油附加費下月檢討，暫時未有加價計劃。",
  ].join("\n");
  const [article, ...more] = read(text);
  assert.equal(more.length, 0);
  assert.equal(article!.lastLine, 4);
});

test("positions are UTF-16 columns of the file's own lines, in CRLF, CR and behind surrogate pairs", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    const text = `𠮷野家展店計畫:明年新增十家門市${end}${end}　　𠮷野家😀宣布明年展店。${end}第二段文字說明展店地點與投資金額。${end}`;
    const lines = text.split(end);
    const [article] = read(text);
    assert.deepEqual(
      article!.passages.map(({ line }) => line),
      [0, 2, 3],
    );
    for (const passage of article!.passages)
      assert.equal(lines[passage.line]!.slice(passage.start, passage.start + passage.text.length), passage.text);
    assert.equal(article!.passages[1]!.start, 2);
  }
});

test("U+2028 and a form feed end no line", () => {
  const [article] = read("標題在這裡:展店計畫公布\n內文第一句\u2028還是同一行。\f也是。\n第三行的內文文字。");
  assert.deepEqual(
    article!.passages.map(({ line }) => line),
    [0, 1, 2],
  );
});

test("an empty file and a file of topic lines are problems, not articles", () => {
  assert.equal(readArticles({ path: "a.txt", text: " \n\n", modified: SAVED }).problems[0]!.code, "empty");
  assert.equal(readArticles({ path: "a.txt", text: "", modified: SAVED }).problems[0]!.code, "empty");
});

test("dates: the line under the headline and the file's name state one for a file of one article only", () => {
  const single = "展店計畫:明年新增十家門市\n2025-11-20 08:30\n公司昨日宣布展店，投資金額三億元，預計明年第二季完成。";
  assert.deepEqual(read(single)[0]!.date, { day: "2025-11-20", inferred: false });
  assert.deepEqual(read(single.replace("2025-11-20 08:30\n", ""), "a/20251121_x.txt")[0]!.date, {
    day: "2025-11-21",
    inferred: false,
  });
  const feed = `風電大廠接單報喜,明年產能全滿?\n12月9日,${wide("風電")} (綠能週報)\n面板報價止跌,三大廠同步減產\n${wide("面板")}(顯示器觀察)\n`;
  assert.deepEqual(
    read(feed, "20251212.txt").map(({ date }) => date),
    [{ day: "2025-12-09", inferred: true }, undefined],
  );
});

test("credits are read from lines of their own and from datelines", () => {
  const credits = (line: string) => {
    const [article] = read(
      `展店計畫:明年新增十家門市\n${line}\n公司昨日宣布展店，投資金額三億元，預計明年第二季完成。`,
    );
    return [article!.publisher, article!.author, article!.url];
  };
  assert.deepEqual(credits("來源：城市日報"), ["城市日報", undefined, undefined]);
  assert.deepEqual(credits("作者：林小文"), [undefined, "林小文", undefined]);
  assert.deepEqual(credits("https://news.example.com/a/1?x=2"), [
    undefined,
    undefined,
    "https://news.example.com/a/1?x=2",
  ]);
  assert.deepEqual(credits("鉅亨網記者林小文 台北"), ["鉅亨網", "林小文", undefined]);
  assert.deepEqual(credits("〔記者林小文／台北報導〕門市即將開張，民眾搶著排隊。"), [undefined, "林小文", undefined]);
  assert.deepEqual(credits("【城市日報專訊】門市即將開張，市民大排長龍。"), ["城市日報", undefined, undefined]);
  assert.deepEqual(credits("新華社北京11月20日電 門店即將開業。"), ["新華社", undefined, undefined]);
});

test("lines of any kind are read in linear time", () => {
  for (const unit of [
    "12月8日，",
    "2025年",
    "。",
    "，",
    "（",
    "…",
    "「",
    "1/",
    "Jan ",
    "a@",
    "川普:宣布!關稅\n",
    "#題\n",
    "x。(路透社)\n",
  ]) {
    const text = (times: number) => `標題:一行很長的內文\n${unit.repeat(times)}`;
    const small = Math.max(
      5,
      cost(() => read(text(10_000))),
    );
    const large = cost(() => read(text(80_000)));
    assert.ok(
      large < small * 30,
      `${JSON.stringify(unit)}: ${small.toFixed(0)} ms, then ${large.toFixed(0)} ms for eight times the text`,
    );
  }
});

/** News in brief: one line of a sentence or two, closed by its publisher. */
const brief = (subject: string, publisher: string) =>
  `${subject}公告上月出貨六萬台，比前一個月多一成，管理層說旺季的訂單已經排滿，第二條產線提前到下月試車。(${publisher})`;

test("news in brief are articles however short, and what readers or sellers put between them belongs to none", () => {
  const text = [
    "信泰出貨再多一成",
    brief("信泰", "機電早報"),
    "【廣告】立即開戶，首年免手續費！",
    "這家我早就說過會漲",
    "永岡出貨再多一成",
    brief("永岡", "機電早報"),
    "信泰出貨再多一成",
    brief("信泰", "機電早報"),
    "昇洋首度外銷",
    brief("昇洋", "機電早報"),
  ].join("\n");
  assert.deepEqual(bounds(text), ["1-2 信泰出貨再多一成", "5-6 永岡出貨再多一成", "7-8 信泰出貨再多一成", "9-10 昇洋首度外銷"]);
});

test("a brief article whose publisher is missing ends where the next headline turns to another subject", () => {
  const text = [
    "信泰出貨再多一成",
    brief("信泰", "機電早報"),
    "永岡出貨再多一成",
    brief("永岡", "機電早報").replace(/\(.*/, ""),
    "昇洋首度外銷歐洲2千台",
    brief("昇洋", "機電早報"),
  ].join("\n");
  assert.deepEqual(bounds(text), ["1-2 信泰出貨再多一成", "3-4 永岡出貨再多一成", "5-6 昇洋首度外銷歐洲2千台"]);
});

test("a comment between an article of paragraphs and a copy leaves the article its publisher", () => {
  const article = `面板三雄減產:報價止跌有望,庫存水位仍是關鍵\n${paragraphs("面板", 6)}\n其後仍待觀察。(顯示器觀察)`;
  const text = `熱門話題\n${article}\n看看就好\n${article}\n`;
  assert.deepEqual(
    read(text).map(({ publisher, lastLine }) => `${lastLine} ${publisher ?? "-"}`),
    ["9 顯示器觀察", "18 顯示器觀察"],
  );
});

test("rules, or blank lines with a new subject behind each, part articles; sections of one article stay together", () => {
  const piece = (subject: string) => `${subject}擴產，明年產能增兩成\n${subject}董事會通過擴建案，新廠房預計後年完工，屆時人力要再增三百人。`;
  const pieces = ["信泰", "永岡", "昇洋"].map(piece);
  assert.equal(read(pieces.join("\n--------\n")).length, 3);
  assert.equal(read(pieces.join("\n\n")).length, 3);
  const sections = ["產能", "人力", "前景"].map((subject) => `${subject}怎麼看，各方說法不一\n信泰董事會通過擴建案，新廠房預計後年完工，屆時要再增三百人。`);
  assert.equal(read(`信泰擴產\n${sections.join("\n\n")}`).length, 1);
});

test("an article that begins with a full day later than its file's name has that day", () => {
  const text = ["信泰出貨再多一成", `2026年1月9日，${brief("信泰", "機電早報")}`, "永岡出貨再多一成", `2026年1月6日，${brief("永岡", "機電早報")}`].join("\n");
  assert.deepEqual(
    read(text, "2026-01-06-feed.txt").map(({ date }) => date?.day),
    ["2026-01-09", "2026-01-06"],
  );
});
