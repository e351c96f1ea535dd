// A rate written behind a unit: 萬桶/日, 美分/千瓦時, 片 / 月, $75 per barrel.
import { fold } from "../text/fold.ts";
import { DIGIT, LETTER, unitClass } from "./characterClasses.ts";
import { afterSpace, type Line } from "./line.ts";

const UNDER: readonly (readonly [symbol: string, words: string])[] = [
  ["d", "日 天 day d"],
  ["mo", "月 個月 month mo"],
  ["yr", "年 year yr annum a"],
  ["h", "小時 時 hour hr h"],
  ["s", "秒 s sec second"],
  ["min", "分鐘 分 minute min"],
  ["wk", "週 周 week"],
  ["quarter", "季 quarter"],
  ["bbl", "桶 barrel bbl"],
  ["t", "噸 公噸 tonne ton t metric_ton"],
  ["kg", "公斤 千克 kg kilogram"],
  ["g", "克 公克 g gram"],
  ["kWh", "千瓦時 千瓦小時 度 度電 kwh 瓩時"],
  ["MWh", "兆瓦時 mwh"],
  ["Wh", "瓦時 wh"],
  ["W", "瓦 w watt"],
  ["kW", "千瓦 kw"],
  ["MW", "兆瓦 mw"],
  ["股", "股 share ADS ADR"],
  ["m2", "平方米 平方公尺 平米 平 m2 ㎡ m² sqm"],
  ["坪", "坪"],
  ["ft2", "平方呎 平方尺 呎 尺 sq_ft sqft square_foot"],
  ["m3", "立方米 立方公尺 方 m3 m³ cubic_metre"],
  ["oz", "盎司 安士 ounce oz"],
  ["lb", "磅 lb pound"],
  ["gal", "加侖 gallon gal"],
  ["L", "升 公升 l litre liter"],
  ["MMBtu", "百萬英熱單位 mmbtu 百萬英熱"],
  ["GB", "gb"],
  ["Mtoken", "百萬tokens 百萬token 百萬個token million_tokens million_token 1m_tokens 1m_token"],
  ["bu", "蒲式耳 bushel bu"],
  ["ct", "克拉 carat"],
  ["兩", "兩"],
  ["斤", "斤"],
  ["台", "台 unit"],
  ["個", "個"],
  ["人", "人 person"],
  ["片", "片 wafer"],
  ["次", "次"],
  ["張", "張"],
  ["顆", "顆"],
  ["件", "件"],
  ["輛", "輛 vehicle"],
  ["戶", "戶"],
  ["畝", "畝"],
  ["km", "公里 km"],
  ["TEU", "teu 標準箱 標箱"],
  ["FEU", "feu 大櫃"],
  ["晚", "晚 night"],
  ["位", "位"],
  ["份", "份"],
  ["手", "手 lot"],
  ["只", "隻"],
  ["隻", "頭"],
  ["瓶", "瓶"],
  ["箱", "箱"],
  ["套", "套"],
  ["間", "間"],
  ["組", "組"],
  ["GW", "gw 吉瓦"],
  ["Hz", "hz"],
];

const byFirst = new Map<number, (readonly [word: string, symbol: string])[]>();
for (const [symbol, words] of UNDER) {
  for (const written of words.split(" ").filter(Boolean)) {
    const word = fold(written.replaceAll("_", " "));
    const first = word.charCodeAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), [word, symbol] as const]);
  }
}
for (const list of byFirst.values()) list.sort((a, b) => b[0].length - a[0].length);

export interface Rate {
  readonly end: number;
  readonly per: string;
}

const SLASH = 0x2f;

/** What is priced with an article in English; `$5m a year` is a sum of each year, no price. */
const PRICED = ["a barrel", "a tonne", "a ton", "an ounce", "a pound", "a share", "a gallon", "a bushel", "a litre", "a liter", "a kilogram", "an ads", "a unit"];

/** $75 a barrel, 50 cents a share: where what is priced stands behind an article; 0 if it does not. */
function articleBefore(folded: string, at: number): number {
  for (const word of PRICED)
    // `$5m a share of the profit` is none
    if (folded.startsWith(word, at) && !folded.startsWith(" of ", at + word.length)) return at + word.indexOf(" ") + 1;
  return 0;
}

/** The denominator that begins behind the unit at `at`. English `per` and, behind money, `a` are read too. */
export function rateAt(line: Line, at: number, money: boolean): Rate | undefined {
  const { folded } = line;
  const spaced = afterSpace(folded, at);
  const unit = folded.charCodeAt(spaced);
  let from = 0;
  if (unit === SLASH) from = afterSpace(folded, spaced + 1);
  else if (spaced > at && folded.startsWith("per ", spaced)) from = spaced + 4;
  else if (spaced > at && money) from = articleBefore(folded, spaced);
  else if (unit === 0x6bcf && !money) from = spaced + 1; // 80公里每小時
  if (!from) return undefined;
  for (const [word, per] of byFirst.get(folded.charCodeAt(from)) ?? []) {
    if (!folded.startsWith(word, from)) continue;
    const end = from + word.length;
    if (
      unitClass[folded.charCodeAt(end - 1)] === LETTER &&
      (unitClass[folded.charCodeAt(end)] === LETTER || unitClass[folded.charCodeAt(end)] === DIGIT)
    )
      continue;
    if (
      unit === 0x6bcf &&
      !(per === "h" || per === "s" || per === "min" || (per === "d" && folded.charCodeAt(at - 1) === 0x6876))
    )
      return undefined;
    return { end, per };
  }
  return undefined;
}
