import assert from "node:assert/strict";
import { test } from "node:test";
import { smallLexicon, typedIn } from "./lexicons.ts";

const lexicon = () =>
  smallLexicon([
    { id: "microsoft", type: "company", "zh-TW": "微軟", en: "Microsoft" },
    { id: "venezuela", type: "place", "zh-TW": "委內瑞拉" },
    { id: "anhui", type: "place", "zh-TW": "安徽" },
    { id: "taipei", type: "place", "zh-TW": "台北|台北市" },
    { id: "us-senate", type: "org", "zh-TW": "參議院" },
    { id: "shibaura-mechatronics", type: "company", "zh-TW": "芝浦" },
    { id: "liang", type: "person", "zh-TW": "奧列格·提莫申科" },
  ]);
const names = (...lines: readonly string[]): readonly string[] => typedIn(lines, lexicon()).names;

test("a gloss makes two names of one firm, and its short form is the same", () => {
  const { names: found, reading } = typedIn(
    [
      "客製晶片商凱維爾科技(Cavelle Technology)昨日大漲。",
      "分析師看好,凱維爾獲得大單,凱維爾科技並未回應,凱維爾的客戶也沒有。",
    ],
    lexicon(),
  );
  assert.ok(
    found.includes("凱維爾科技=company") &&
      found.includes("Cavelle Technology=company") &&
      found.includes("凱維爾=company"),
    found.join(" "),
  );
  assert.deepEqual(new Set(reading.mentions.flat().map(({ entity }) => entity)).size, 1);
  assert.equal(reading.learned[0]?.id, "cavelle-technology");
});

test("a term with a gloss is no entity", () => {
  assert.deepEqual(
    names("採用高頻寬記憶體(High Bandwidth Memory)與預填充(Prefill)技術,批次大小(Batch Size)為 1。"),
    [],
  );
});

test("a gloss of a known name is another name of it", () => {
  const l = lexicon();
  const { reading } = typedIn(["微軟(Mikrosoft)宣布漲價,Mikrosoft 並未說明。"], l);
  assert.deepEqual(
    reading.mentions.flat().map(({ entity }) => l.entities[entity]?.id),
    ["microsoft", "microsoft", "microsoft"],
  );
});

test("a name before a ticker in brackets is a firm, without the verb before it", () => {
  assert.deepEqual(names("該行上調旭霖(SHLN-US)目標價,旭霖今年擴產,而旭霖去年虧損。"), [
    "旭霖=company",
    "SHLN-US=ticker",
    "旭霖=company",
    "旭霖=company",
  ]);
});

test("a title introduces a person, in Han or Latin, and is not part of the name", () => {
  assert.deepEqual(names("執行長周彥廷表示,分析師 Dana Whitlock 認為過高。"), [
    "周彥廷=person",
    "Dana Whitlock=person",
  ]);
});

test("words behind a title are no person", () => {
  assert.deepEqual(names("分析師認為市場過熱,執行長表示樂觀,總統大選將近,副總裁級主管離職。"), []);
});

test("a transliteration with a middle dot is a person, later the surname alone", () => {
  assert.deepEqual(names("參議員凱文·霍布斯說,稅率過高。霍布斯在會後離席,記者追問霍布斯。"), [
    "凱文·霍布斯=person",
    "霍布斯=person",
    "霍布斯=person",
  ]);
});

test("the surname of a known person is that person", () => {
  const l = lexicon();
  const { reading } = typedIn(["奧列格·提莫申科抵達,提莫申科隨即發言,提莫申科說。"], l);
  assert.deepEqual(new Set(reading.mentions.flat().map(({ entity }) => l.entities[entity]?.id)), new Set(["liang"]));
});

test("an age behind a name is a person", () => {
  assert.deepEqual(names("被告關子健(41歲)否認控罪。"), ["關子健=person"]);
});

test("a suffix makes a name only where the rest is one", () => {
  assert.deepEqual(names("佰鑫證券指出,科技公司與上市公司、商業銀行、投資銀行、半導體設備看法不一。"), [
    "佰鑫證券=company",
  ]);
});

test("a body behind a known office or place is one name with it", () => {
  assert.deepEqual(
    names("參議院撥款委員會表決,安徽六安市與台北市政府跟進,台北市長出席。"),
    ["參議院撥款委員會=org", "六安市=place", "台北市政府=org", "台北=place"].toSpliced(1, 0, "安徽=place"),
  );
});

test("a longer firm name beside a known short one is another firm", () => {
  const l = lexicon();
  const { reading } = typedIn(["收購芝浦電子,並取得芝浦電子的股權。"], l);
  assert.deepEqual(
    reading.mentions.flat().map(({ entity }) => l.entities[entity]?.id === "shibaura-mechatronics"),
    [false, false],
  );
});

test("a Latin name that does what firms do is a firm, a capitalised term is not", () => {
  assert.deepEqual(names("新創公司 Zyloware 宣布擴產,其 Token 與 Cache 成本降低,GPU 與 HBM 缺貨。"), [
    "Zyloware=company",
  ]);
});

test("the source in brackets at the very end is a publisher", () => {
  assert.deepEqual(
    names("今日盤勢震盪,投資人宜留意後續變化,避免追高殺低,並分散風險與配置資產,以度過波動的行情。(晶圓觀察站)"),
    ["晶圓觀察站=media"],
  );
});

test("a law in quotation marks is a law, a method is not", () => {
  assert.deepEqual(names("國會通過《晶片保障法案》,業者說這是「無法」接受的「說法」。"), ["晶片保障法案=law"]);
});

test("the short country name follows the full one", () => {
  assert.deepEqual(names("委內瑞拉今日宣布,委國將增產。"), ["委內瑞拉=place", "委國=place"]);
});

test("a learned entity has the same id in every article and says why it was learned", () => {
  const l = lexicon();
  const one = typedIn(["參議員凱文·霍布斯說。"], l).reading.learned[0];
  const two = typedIn(["前議員凯文·霍布斯说。"], l).reading.learned[0];
  assert.equal(one?.id, two?.id);
  assert.ok(one && one.reasons.length > 0 && one.confidence > 0.5 && one.confidence < 1 && one.origin === "learned");
});

test("learned names are not matched elsewhere until they are added", () => {
  const l = lexicon();
  const { reading } = typedIn(["參議員凱文·霍布斯說。"], l);
  const learned = reading.learned[0];
  assert.ok(learned);
  assert.deepEqual(typedIn(["凱文霍布斯返國。"], l).names, []);
  l.add({ entity: learned, context: [], needsContext: [] });
  assert.deepEqual(typedIn(["凱文霍布斯返國。"], l).names, ["凱文霍布斯=person"]);
});

test("hostile lines are read in time that grows with their length", () => {
  const l = lexicon();
  const time = (unit: string, length: number): number => {
    const text = unit.repeat(Math.ceil(length / unit.length));
    const from = performance.now();
    typedIn([text], l);
    return performance.now() - from;
  };
  for (const unit of ["(A)", "執行長", "·", "阿·", "委內瑞拉(US)、", "公司", "據報導", "《", "(3歲"]) {
    time(unit, 20_000);
    const short = time(unit, 50_000);
    assert.ok(time(unit, 200_000) < Math.max(400, short * 12), unit);
  }
});

test("a company named before a month and its revenue is found, where the article repeats it", () => {
  assert.deepEqual(names("訂單湧入　禾翊導熱10月營收18億元", "散熱廠禾翊導熱6日公布自結數，營收月增兩成。", "禾翊導熱目前有兩條產線。"), ["禾翊導熱=company", "禾翊導熱=company", "禾翊導熱=company"]);
});

test("歸屬母公司 and 旗下子公司 are nobody's names", () => {
  assert.deepEqual(names("第三季歸屬母公司淨利57億元，歸屬母公司權益微增。", "旗下子公司配息。"), []);
});
