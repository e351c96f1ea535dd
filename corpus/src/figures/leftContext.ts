// What stands before a number and makes it something else than a figure: an ordinal, a weekday, a model, the name of a period.
import { isDigitAt, isHanAt, isLetterAt } from "./characterClasses.ts";
import { cuesOf, cueAt, endsWith, oneOf } from "./cues.ts";

/** 第三, 第 64 年. */
export const isOrdinal = (folded: string, start: number): boolean =>
  folded.charAt(start - 1) === "第" || (folded.charCodeAt(start - 1) === 0x20 && folded.charAt(start - 2) === "第");

/** 周一, 星期三, 初五, 其一, 之一. */
export const isWeekday = (folded: string, start: number): boolean =>
  oneOf(folded, start - 1, "周週期拜初其") &&
  !endsWith(
    folded,
    start,
    "過期 到期 短期 長期 為期 近期 遠期 中期 定期 分期 周期 同期 後期 前期 早期 初期 按期 本期 學期 假期 限期 日期 週期 工期 最初",
  );

/** 前十名, 首兩個月, 頭三季: places and names of periods; not 目前, 之前, 年前. */
export function isLeading(folded: string, start: number, duration: boolean): boolean {
  const before = folded.charAt(folded.charCodeAt(start - 1) === 0x20 ? start - 2 : start - 1);
  if (before === "首") return !endsWith(folded, start, "榜首 為首 居首 之首 回首 白首 元首 部首");
  if (before === "前")
    return (
      !oneOf(folded, start - 2, "目日之以此年先天午當提生跟眼面史空賽產疫戰點分秒月周期季事較早盤從向術停") ||
      endsWith(folded, start, "以前")
    );
  return duration && before === "头" && !oneOf(folded, start - 2, "街口手年源巨兩开念镜码案彈龍寡");
}

/** 這一年, 每一天, 前一週: 一 points instead of counting. */
export const isPointing = (folded: string, start: number): boolean =>
  // 兩年前一小時接四單: 前 ends the length before it.
  !(oneOf(folded, start - 1, "前") && oneOf(folded, start - 2, "年月日天週周")) &&
  oneOf(folded, start - 1, "這那每同某新另前上下頭首任隔哪有任後當單唯整又進") &&
  !endsWith(
    folded,
    start,
    "共有 只有 僅有 還有 擁有 具有 已有 尚有 約有 長達有 總共有 剩下 以後 之後 過後 最後 以上 以下 今後 事後 其後 約整 達整",
  );

const IDIOMS = cuesOf(
  "一天到晚 一年一度 一年四季 一年之計 一天比一天 一日千里 一日三秋 一日之內 三天兩頭 三年五載 三日不 十年樹木 十年磨一劍 十年如一日 百年大計 百年老店 百年好合 百年一遇 千年一遇 萬年曆 一成不變 半斤八兩 五分熱度 三分鐘熱度 七分飽 八分飽 三分天下 十分 一時三刻 五日京兆 三長兩短 一天一夜 半天吊 半年報 半年線 半年度 半年結 半年會 半日制 半天價 五倍子 萬分感 一元復始 一度 一手 一石二鳥 一一 三三兩兩 七七八八 一點 一分為二 一五一十 五角大 十年浩劫 十項全能 百年基業 八成熟 三成群 五成群",
);
export const isIdiom = (folded: string, start: number): boolean => cueAt(folded, start, IDIOMS) !== undefined;

/** A model, a version or a code: letters stand directly before the digits, or letters and a hyphen. */
export function isModel(folded: string, start: number, from: number): boolean {
  const before = start - 1;
  // 14nm/7nm: what stands before the sign is a figure itself.
  if (before === from && from > 0) return false;
  if (isLetterAt(folded, before)) return true;
  if (
    oneOf(folded, before, "-_/#") &&
    (isLetterAt(folded, before - 1) || (isDigitAt(folded, before - 1) && !isHanAt(folded, before)))
  )
    return true;
  return folded.charCodeAt(before) === 0x23;
}

/** Abbreviations of the desk that may touch their figure (ROE15%, PE30倍). */
const METRICS = cuesOf(
  "roe roa roic pe pb ps pcf eps gdp cpi ppi pce pmi ism ebitda ebit irr dcf nav cagr yoy qoq mom wow ytd gmv mau dau arr arpu vix lpr mlf slf ltv car npl nim casa opm gpm npm gm asp capex opex fcf m1 m2 etf reit ipo gpu cpu tpu npu ai hbm dram nand cagr btc eth ev tp yield p/e p/b",
);
export const touchesMetric = (folded: string, start: number): boolean => {
  for (let length = 6; length > 1; length--) {
    const word = cueAt(folded, start - length, METRICS);
    if (word && word.length === length && !isLetterAt(folded, start - length - 1)) return true;
  }
  return false;
};
