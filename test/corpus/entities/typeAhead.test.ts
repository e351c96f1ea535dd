import assert from "node:assert/strict";
import { test } from "node:test";
import { createTypeAhead } from "../../../corpus/src/entities/typeAhead.ts";
import type { Lexicon } from "../../../corpus/src/entities/lexicon.ts";
import { smallLexicon } from "./lexicons.ts";

const rows: readonly Readonly<Record<string, string>>[] = [
  { id: "nvidia", type: "company", "zh-TW": "輝達", "zh-HK": "英偉達", en: "Nvidia", tickers: "NVDA-US" },
  { id: "jensen-huang", type: "person", "zh-TW": "黃仁勳", en: "Jensen Huang" },
  {
    id: "tsmc",
    type: "company",
    "zh-TW": "台積電",
    en: "Taiwan Semiconductor Manufacturing|TSMC",
    short: "台積",
    tickers: "2330-TW|TSM-US",
  },
  { id: "tencent", type: "company", "zh-TW": "騰訊", en: "Tencent", tickers: "700-HK" },
  { id: "greenland", type: "company", "zh-TW": "綠地集團", en: "Greenland Holdings" },
  { id: "changjiang", type: "company", "zh-TW": "長江電力", en: "Yangtze Power", tickers: "600900-SH" },
  { id: "morgan-stanley", type: "company", "zh-TW": "摩根士丹利", en: "Morgan Stanley", short: "大摩" },
  { id: "jpmorgan", type: "company", "zh-TW": "摩根大通", en: "JPMorgan", short: "小摩" },
  { id: "huawei", type: "company", "zh-TW": "華為", en: "Huawei" },
  { id: "huashuo", type: "company", "zh-TW": "華碩", en: "Asustek" },
];
const lexicon = smallLexicon(rows);
const first = (typed: string, from: Lexicon = lexicon): string => {
  const hit = createTypeAhead(from).search(typed, 10)[0];
  return hit ? `${from.entities[hit.entity]?.id} ${hit.how}` : "";
};

test("a name is found by prefix, inner part, either script and any region's wording", () => {
  assert.equal(first("輝"), "nvidia prefix");
  assert.equal(first("辉达"), "nvidia exact");
  assert.equal(first("英伟"), "nvidia prefix");
  assert.equal(first("士丹"), "morgan-stanley inner");
  assert.equal(first("morgan st"), "morgan-stanley prefix");
});

test("a name is found by pinyin, whole and initials, with every reading and with tone digits", () => {
  assert.equal(first("huangrenxun"), "jensen-huang pinyin");
  assert.equal(first("huang2 ren2 xun1"), "jensen-huang pinyin");
  assert.equal(first("hrx"), "jensen-huang initials");
  assert.equal(first("changjiang"), "changjiang pinyin");
  assert.equal(first("zhangjiang"), "changjiang pinyin");
});

test("ü may be typed as v, u or ü", () => {
  for (const typed of ["lvdi", "ludi", "lüdi"]) assert.equal(first(typed), "greenland pinyin", typed);
});

test("a ticker is found with and without exchange", () => {
  for (const typed of ["NVDA", "nvda-us", "NVDA US"]) assert.equal(first(typed), "nvidia ticker", typed);
  for (const typed of ["700", "0700.HK", "00700-HK"]) assert.equal(first(typed), "tencent ticker", typed);
  assert.equal(first("2330"), "tsmc ticker");
});

test("one slip of the hand is forgiven", () => {
  assert.equal(first("nvdiia"), "nvidia fuzzy");
  assert.equal(first("huawie"), "huawei fuzzy");
  assert.equal(first("黃人勳"), "jensen-huang fuzzy");
  assert.equal(first("tencnet"), "tencent fuzzy");
  assert.equal(first("摩根式丹利"), "morgan-stanley fuzzy");
});

test("exact stands before prefix, shorter before longer, and the caller's rank breaks ties", () => {
  const typeAhead = createTypeAhead(lexicon);
  const ids = (typed: string, rank?: (entity: number) => number): readonly (string | undefined)[] =>
    typeAhead.search(typed, 10, rank).map(({ entity }) => lexicon.entities[entity]?.id);
  assert.deepEqual(ids("台積").slice(0, 1), ["tsmc"]);
  assert.deepEqual(ids("摩根"), ["jpmorgan", "morgan-stanley"]);
  assert.deepEqual(ids("華"), ["huawei", "huashuo"]);
  assert.deepEqual(
    ids("華", (entity) => (lexicon.entities[entity]?.id === "huashuo" ? 1 : 0)),
    ["huashuo", "huawei"],
  );
});

test("nothing is found for nothing, signs or noise", () => {
  for (const typed of ["", " ", "@", "。", "qqxxzz", "龘龘龘"]) assert.equal(first(typed), "", typed);
});

test("entities that articles add can be typed at once", () => {
  const growing = smallLexicon(rows);
  createTypeAhead(growing).search("x", 1);
  growing.intern({
    id: "凱維爾",
    type: "company",
    names: { TW: ["凱維爾"], HK: [], CN: [], INTL: [] },
    short: [],
    tickers: [],
    fiscalYearEnd: 12,
    description: "",
    links: [],
    origin: "learned",
    confidence: 0.8,
  });
  assert.equal(first("凱維", growing), "凱維爾 prefix");
  assert.equal(first("kaiwei", growing), "凱維爾 pinyin");
});

test("the name under way is the longest run before the cursor that begins one", () => {
  const typeAhead = createTypeAhead(lexicon);
  const typed = (marked: string): string | undefined => {
    const found = typeAhead.nameUnderWay(marked.replace("‸", ""));
    return found && `${found.typed} ${found.how}${found.asked ? " asked" : ""}`;
  };
  assert.equal(typed("我們看好輝達‸"), "輝達 prefix");
  assert.equal(typed("我們看好摩根士‸"), "摩根士 prefix");
  assert.equal(typed("the view of Morgan St‸"), "Morgan St prefix");
  assert.equal(typed("我們看好nvid‸"), "nvid prefix");
  assert.equal(typed("執行長huangr‸"), "huangr pinyin");
  assert.equal(typed("我們看好士丹‸"), "士丹 inner");
  assert.equal(typed("我們看好@輝‸"), "輝 prefix asked");
  assert.equal(typed("我們看好@‸"), " prefix asked");
  assert.equal(typed("我們看好輝‸"), undefined);
  assert.equal(typed("寫信到a@輝‸"), undefined);
  assert.equal(typed("我們不知道‸"), undefined);
  assert.equal(typed("輝達。‸"), undefined);
});
