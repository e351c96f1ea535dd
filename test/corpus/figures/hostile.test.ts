// Lines of a million bytes with nothing but one sign: read in the time of ordinary prose.
import assert from "node:assert/strict";
import { test } from "node:test";
import { findFigures } from "../../../corpus/src/figures/findFigures.ts";

const MEGABYTE = 1_000_000;
const filled = (unit: string): string => unit.repeat(Math.ceil(MEGABYTE / Buffer.byteLength(unit)));
const ORDINARY =
  "公司昨日公布最新一季業績,收入按年上升百分之十二,主要受惠於海外訂單增加以及產品組合改善,管理層表示對下半年的需求審慎樂觀。純利為12.3億元,較市場預期高出約5%,董事會建議派發末期股息,並計劃在未來數年擴大產能,以應付人工智慧相關客戶的需要。分析員認為估值仍然合理,惟須留意匯率波動與原材料成本的壓力。";

/** Milliseconds per megabyte: the best of several runs, for the machine is shared. */
function cost(text: string): number {
  let best = Infinity;
  for (let run = 0; run < 4; run++) {
    const before = performance.now();
    findFigures(text, { region: "TW" });
    best = Math.min(best, performance.now() - before);
  }
  return best / (Buffer.byteLength(text) / MEGABYTE);
}

const ordinary = cost(filled(ORDINARY));

for (const unit of [
  "7",
  ",",
  "億",
  "萬",
  "一",
  "(",
  "」",
  '"',
  "“",
  ".",
  " ",
  "-",
  "+",
  "%",
  "$",
  "年",
  "半",
  "數",
  "第",
  "@",
  "/",
  ":",
  "😀",
  "\ud83d",
]) {
  test(`a megabyte of ${JSON.stringify(unit)} costs at most three times as much as prose`, () => {
    const took = cost(filled(unit));
    assert.ok(took <= 3 * ordinary, `${took.toFixed(1)} ms against ${ordinary.toFixed(1)} ms per megabyte`);
  });
}

for (const unit of [
  "1,",
  "1%",
  "1-",
  "1億",
  "百分之",
  "1/2/",
  "a1",
  "1.",
  "1億至",
  "US$1 ",
  "http://",
  "三成",
  "5元3角",
]) {
  // Eight times the length would cost eight times as much per byte if anything looked back over the line.
  test(`a line of ${JSON.stringify(unit)} costs as much per byte however long it is`, () => {
    const short = filled(unit).slice(0, 20_000);
    assert.ok(cost(short.repeat(8)) <= 3 * cost(short));
  });
}
