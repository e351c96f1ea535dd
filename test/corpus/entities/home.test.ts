// The region of an article speaks for its offices, registered firms carry their whole name, and persons stand behind firms
// and titles: what a second reader found missing.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Region } from "../../../corpus/src/articles/article.ts";
import { readEntities } from "../../../corpus/src/entities/readEntities.ts";
import { passagesOf, wholeLexicon } from "./lexicons.ts";

const lexicon = wholeLexicon();
const names = (region: Region, ...lines: string[]): string[] =>
  readEntities(passagesOf(lines), lexicon, region).mentions.flatMap((mentions, index) =>
    mentions.map(({ start, end }) => (lines[index] ?? "").slice(start, end)),
  );
const idOf = (region: Region, line: string, name: string): string | undefined => {
  const [mentions = []] = readEntities(passagesOf([line]), lexicon, region).mentions;
  const found = mentions.find(({ start, end }) => line.slice(start, end) === name);
  return found && lexicon.entities[found.entity]?.id;
};

test("an office without the name of its place is the one of the article's region", () => {
  assert.equal(idOf("HK", "立法會昨日三讀通過草案", "立法會"), "legco");
  assert.equal(idOf("HK", "天文台料周末轉涼", "天文台"), "hk-observatory");
  assert.equal(idOf("TW", "交通部說票價不變", "交通部"), "motc-taiwan");
});

test("the region says nothing for 中央銀行, which any country may have", () => {
  assert.deepEqual(names("TW", "不少中央銀行正在買黃金"), []);
});

test("a registered firm is its whole name and takes the place of the shorter names in it", () => {
  assert.deepEqual(names("CN", "公司向青岛海昀精工股份有限公司采购设备"), ["青岛海昀精工股份有限公司"]);
  assert.deepEqual(names("CN", "全资子公司云澜(上海)有限公司增资"), ["云澜(上海)有限公司"]);
  assert.deepEqual(names("CN", "云澜电源中标", "云澜电源股份有限公司收到通知书"), ["云澜电源", "云澜电源股份有限公司"]);
});

test("a firm before a bare code is a firm, and the code a ticker", () => {
  assert.deepEqual(names("HK", "曜康醫療（02987）今起招股"), ["曜康醫療", "02987"]);
  assert.deepEqual(names("CN", "会议（2025）纪要"), []);
});

test("who announces at the head of a line is a firm where the article names it again", () => {
  assert.deepEqual(names("CN", "澄湖水务公告，股东减持", "减持后澄湖水务股价下跌"), ["澄湖水务", "澄湖水务"]);
});

test("a person stands behind a firm before a verb of speaking, and behind the titles of the trades", () => {
  assert.deepEqual(names("HK", "中原地產梁國輝表示成交回升"), ["中原地產", "梁國輝"]);
  assert.deepEqual(names("TW", "預報員許家瑋表示降雨增多"), ["許家瑋"]);
  assert.deepEqual(names("HK", "法官陳李慧芬指案情嚴重"), ["陳李慧芬"]);
});
