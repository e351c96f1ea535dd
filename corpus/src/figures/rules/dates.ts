// 年, 月, 日, 時, 週, 季: dates as often as lengths of time. A length needs a word that says so; the rest is no figure.
import { isLetterAt, isNumeralAt } from "../characterClasses.ts";
import { cuesOf, oneOf, starts } from "../cues.ts";
import { afterSpace } from "../line.ts";
import { clockEnd } from "./clock.ts";
import { excluded, justBefore, near, plain, plainInteger, type Site, type UnitReading } from "./site.ts";

const SPANS = cuesOf(
  "為期 連續 連 歷時 過去 未來 最近 近 長達 至少 最少 最多 逾 超過 約 僅 短短 需時 需 等 共 一連 為時 每 隔 滿 足足 相隔 再 休 請 放 上限 首尾 整整 延長 提前 耗時 用 經過 為 超 長 前後 病房 住院 留院 治療部 留醫 停牌 停產 整改 禁賽 停工 停課 停業 停電 停駛 休假 請假 出差 關押 拘留 扣留 還押 住了 等了 花了 ",
);

const SENTENCES = cuesOf("刑 囚 監 禁 緩刑 服刑 判");

const SEASON_SPANS = cuesOf("連續 連 過去 未來 近 最近 長達 共 已連 連跌 連升 連增 達");

const INSTALMENTS = cuesOf("分 共 多達 長達 免息 最多 供款 連開 連續 達");

const YEAR_GOES_ON =
  "度 底 初 末 上半 下半 全年 第 q 归母 营收 净利 业绩 中期 财年 年报 一季 二季 三季 四季 h1 h2 1q 2q 3q 4q 1h 2h";

const STAYS_LENGTH = "历史 前 来 以来 的历史 之久 老店 后 多";

export function day(site: Site): UnitReading | undefined {
  const {
    numeral,
    line: { folded },
    end,
  } = site;
  if (oneOf(folded, end, "线均本") || folded.startsWith("移动", end)) return excluded(end);
  if (numeral.row || numeral.magnitude) return excluded(end);
  const before = folded.charAt(folded.charCodeAt(numeral.start - 1) === 0x20 ? numeral.start - 2 : numeral.start - 1);
  if (before === "月" || before === "/" || before === "(") return excluded(end);
  // 2日至5日期間: the second of two dates.
  if (oneOf(folded, numeral.start - 1, "至到-~、及和") && oneOf(folded, numeral.start - 2, "日號"))
    return excluded(end);
  if (numeral.open || numeral.size > 31 || numeral.decimals) return plain(site);
  const two = numeral.single === 2 && folded.charAt(numeral.start) === "两";
  if (two || (justBefore(site, SPANS) && !oneOf(folded, end, "("))) return plain(site);
  if (starts(folded, end, "内 之内 以内 期 游 假 行程 时间 无理由 冷静 试用 免费")) return plain(site);
  if (oneOf(folded, end, "后") && !oneOf(folded, numeral.start - 1, "在于至到从由")) return plain(site);
  if (oneOf(folded, end, "前") && numeral.size <= 7) return plain(site);
  return excluded(end);
}

export function month(site: Site): UnitReading {
  const {
    numeral,
    line: { folded },
  } = site;
  // 囚45月; no year has so many.
  if (plainInteger(site) && ((numeral.size > 12 && numeral.integerDigits < 4) || justBefore(site, SENTENCES)))
    return plain(site);
  return numeral.single === 2 && folded.charAt(numeral.start) === "两" ? plain(site) : excluded(site.end);
}

/** `11月`, `十二月` but not `3個月`. */
function monthFollows(folded: string, at: number): boolean {
  let end = at;
  while (isNumeralAt(folded, end) && end - at < 3) end++;
  return end > at && folded.charAt(afterSpace(folded, end)) === "月";
}

export function year(site: Site): UnitReading | undefined {
  const {
    numeral,
    line: { folded, region },
    end,
  } = site;
  if (numeral.row) return excluded(end);
  const { size } = numeral;
  const before = folded.charAt(numeral.start - 1);
  if (plainInteger(site)) {
    if (numeral.integerDigits === 4 && size >= 1000 && size < 2200)
      // 1,200年歷史, but 2021年歷史高位.
      return starts(folded, end, "历史 的历史 之久") && (size < 1900 || starts(folded, end, "的历史 之久"))
        ? plain(site)
        : excluded(end);
    if (
      folded.charAt(numeral.start) === "0" ||
      before === "'" ||
      (before === "国" && folded.charAt(numeral.start - 2) === "民")
    )
      return excluded(end);
    if (region === "TW" && size >= 100 && size < 140 && !starts(folded, end, STAYS_LENGTH)) return excluded(end);
    if (
      size < 140 &&
      (starts(folded, afterSpace(folded, end), YEAR_GOES_ON) ||
        (monthFollows(folded, afterSpace(folded, end)) && !near(site, 8, 0, SENTENCES)))
    )
      return excluded(end);
  } else if (numeral.native && !numeral.arabic && (before === "国" || monthFollows(folded, end))) return excluded(end);
  if (oneOf(folded, end, "级代") || starts(folded, end, "计划 规划 计画") || folded.startsWith("度", end))
    return excluded(end);
  if (oneOf(folded, end, "夜货糕")) return undefined;
  return plain(site);
}

export function season(site: Site): UnitReading {
  const { folded } = site.line;
  // 提前2季; a quarter of a year would be 第2季.
  if (
    site.numeral.arabic &&
    site.suffix.word === "季" &&
    !oneOf(folded, site.numeral.start - 1, "年今去首上q") &&
    !oneOf(folded, site.end, "報度財")
  )
    return plain(site);
  return justBefore(site, SEASON_SPANS) && !oneOf(folded, site.end, "报") ? plain(site) : excluded(site.end);
}

export function week(site: Site): UnitReading | undefined {
  const { folded } = site.line;
  if (starts(folded, site.end, "大福 大生")) return undefined;
  return oneOf(folded, site.end, "一二三四五六日末刊报边转期杰润年线会杂") &&
    !starts(folded, site.end, "一直 一度 年期")
    ? undefined
    : plain(site);
}

export function days(site: Site): UnitReading | undefined {
  const { folded } = site.line;
  if (oneOf(folded, site.end, "線") || folded.startsWith("均", site.end)) return excluded(site.end + 1);
  return site.numeral.largest >= 4 && oneOf(folded, site.end, "然津貓花下地氣齊數堂才文王鵝河使涯空價安朗邊性府馬")
    ? undefined
    : plain(site);
}

export function instalment(site: Site): UnitReading | undefined {
  const { folded } = site.line;
  const parts = justBefore(site, INSTALMENTS) || starts(folded, site.end, "免息 分期 零利率 无息");
  return parts ? plain(site) : excluded(site.end);
}

export function clock(site: Site): UnitReading | undefined {
  const {
    numeral,
    line: { folded },
    end,
  } = site;
  if (numeral.magnitude || numeral.decimals || oneOf(folded, end, "代空尚差速装事局")) return undefined;
  return excluded(clockEnd(folded, end));
}

export function seconds(site: Site): UnitReading | undefined {
  const {
    numeral,
    line: { folded },
  } = site;
  if (site.at !== numeral.end || numeral.magnitude) return undefined;
  if (
    plainInteger(site) &&
    numeral.size % 10 === 0 &&
    (numeral.integerDigits === 4 || isLetterAt(folded, numeral.start - 1) || oneOf(folded, numeral.start - 1, "- "))
  )
    return undefined;
  return plain(site);
}
