// A number without unit or magnitude. It is a figure as an index level or a score, or as a count written with commas.
import { fold } from "../text/fold.ts";
import type { FigureKind } from "./figure.ts";
import { isDigitAt, isLetterAt } from "./characterClasses.ts";
import { clauseStart, cueBefore, cuesOf, endsWith, lastCue, oneOf } from "./cues.ts";
import { afterSpace } from "./line.ts";
import type { Numeral } from "./readNumeral.ts";

const SCORED = cuesOf(
  "指數 恒指 恆指 道指 納指 標指 國指 科指 期指 滬指 深指 深成指 創業板指 日經 台股 加權 大盤 pmi vix 評分 信用分數 信用評分 得分 分數 信心指標 綜指 恐慌 標普 那指 費半 股指 s&p nasdaq dow index nikkei topix kospi sensex nifty ftse dax stoxx hang_seng taiex russell bdi scfi stocks composite 波羅的海 運價指數 景氣燈號",
);
const LEVEL =
  "報 收報 收 收於 收在 為 至 達 到 跌至 升至 漲至 低於 高於 於 在 站上 失守 突破 衝破 衝 飛越 跳空 跌破 逼近 重上 升破 跌穿 升穿 重返 是 報收 逾 超過 約 接近 徘徊 錄得 錄 見 高見 低見 企穩 守穩 上試 下試 at to of above below near";

/** The line that parts growth from decline in a purchasing managers' index. */
const NEUTRAL = "榮枯線 枯榮線 榮枯分界線 枯榮分水嶺 榮枯分水嶺 盛衰分界線";

const LEVEL_ENDS = new Set(
  fold(`${LEVEL} ${NEUTRAL}`)
    .split(" ")
    .map((word) => word.charCodeAt(word.length - 1)),
);
/** Whether a word that leads up to an index level can end with this folded code unit. */
export const canEndLevel = (unit: number): boolean => LEVEL_ENDS.has(unit);

/** Whether the words before `start` lead up to an index level (台股衝破3萬2). */
export function isIndexLevel(folded: string, start: number): boolean {
  return endsWith(folded, start, LEVEL) && lastCue(folded, clauseStart(folded, start, 20), start, SCORED) >= 0;
}

/** Kind and unit of a bare number; nothing if it is none. */
export function bareNumber(
  folded: string,
  numeral: Numeral,
): { readonly kind: FigureKind; readonly unit: string } | undefined {
  if (!numeral.arabic || numeral.magnitude || numeral.broken) return undefined;
  const { start, end } = numeral;
  if (isLetterAt(folded, end) || isLetterAt(folded, start - 1) || oneOf(folded, end, "-/:號樓室期線版年月日時%°"))
    return undefined;
  if (isLetterAt(folded, afterSpace(folded, end)) && !numeral.comma) return undefined;
  let before = start;
  if (folded.charCodeAt(before - 1) === 0x20) before--;
  const year =
    numeral.integerDigits === 4 &&
    !numeral.comma &&
    numeral.decimals === 0 &&
    numeral.size >= 1900 &&
    numeral.size < 2100;
  // 恒指 17,702.
  if ((numeral.comma || numeral.decimals > 0) && cueBefore(folded, before, SCORED, 6))
    return { kind: "points", unit: "points" };
  if (endsWith(folded, before, NEUTRAL)) return { kind: "points", unit: "points" };
  const level = endsWith(folded, before, LEVEL);
  if (level && !year && numeral.integerDigits >= 2) {
    const scored = lastCue(folded, clauseStart(folded, start, 36), start, SCORED);
    if (scored >= 0) return { kind: "points", unit: "points" };
  }
  if (!numeral.comma || oneOf(folded, start - 1, "#.:-/") || isDigitAt(folded, afterSpace(folded, end)))
    return undefined;
  return { kind: "count", unit: "" };
}
