// 度, 呎, 兩, 級, 米 and single Latin letters: units of measure that mean different things by place and context.
import { isDigitAt, isHanAt, isLetterAt, isNumeralAt } from "../characterClasses.ts";
import { cuesOf, lastCue, oneOf, starts } from "../cues.ts";
import { afterSpace } from "../line.ts";
import { clause, excluded, justBefore, near, plain, type Site, type UnitReading } from "./site.ts";

const ENERGY_CUES = cuesOf("電 綠能 光電 風電 度數 用量 裝置 叉滿 充滿");

const ANGLE_CUES = cuesOf("旋轉 視角 全景 角 環繞 轉 無死角 環景 視野");

const FAHRENHEIT = cuesOf("華氏");

const HEAT = cuesOf("溫 攝氏 華氏 天氣 燒 熱 冷 涼 零下 氣象");

const LENGTH_CUES = cuesOf("高 長 深 寬 厚 闊 距 外 水深 身高 離地 乘 遠 海拔");

const QUAKE_CUES = cuesOf("地震 風 規模 震 芮氏 黎克特 颱 颶 浪 餘震 污染");

export function degree(site: Site): UnitReading | undefined {
  const {
    numeral,
    line: { folded },
    end,
  } = site;
  if (oneOf(folded, end, "假过量身") || folded.startsWith("空间", end)) return undefined;
  if (oneOf(folded, end, "电") || numeral.magnitude >= 3 || numeral.size >= 1000)
    return plain(site, { kind: "energy", unit: "Wh", exponent: 3 });
  if (numeral.size >= 10 && near(site, 16, 4, ENERGY_CUES) && site.suffix.word === "度")
    return plain(site, { kind: "energy", unit: "Wh", exponent: 3 });
  const fahrenheit = lastCue(folded, clause(site, 5), numeral.start, FAHRENHEIT) >= 0;
  if (fahrenheit) return plain(site, { unit: "℉" });
  const warm = folded.startsWith("摄氏", numeral.start - 2) || near(site, 14, 0, HEAT);
  if (numeral.single >= 0 && !warm) return excluded(end);
  if (near(site, 6, 4, ANGLE_CUES) || numeral.size === 360 || numeral.size === 180)
    return plain(site, { kind: "other", unit: "°" });
  return plain(site);
}

export function foot(site: Site): UnitReading | undefined {
  const {
    line: { folded, region },
    at,
    end,
  } = site;
  // 446呎租1.15萬: the flat is let; 呎租 is what a foot of it costs.
  const isLet = oneOf(folded, end, "租") && isNumeralAt(folded, end + 1);
  if (!isLet && oneOf(folded, end, "寸度码吋价租"))
    return oneOf(folded, end, "吋寸") ? plain(site, { kind: "length", unit: "ft" }) : undefined;
  if (folded.charAt(at) === "尺" && region !== "HK") return plain(site, { kind: "length", unit: "尺" });
  const long = oneOf(folded, end, "高长深宽厚阔外乘x×") || justBefore(site, LENGTH_CUES);
  return region === "HK" && !long
    ? plain(site, { kind: "area", unit: "ft2" })
    : plain(site, { kind: "length", unit: "ft" });
}

export function tael(site: Site): UnitReading | undefined {
  const {
    numeral,
    line: { folded },
    end,
  } = site;
  if (
    oneOf(folded, end, "岸会国院性党地年个位种者大家名人天次周月日万千百亿岁倍成层条三项度点次款件") ||
    isNumeralAt(folded, end)
  )
    return undefined;
  const sure = oneOf(folded, end, "黄金银重白肉") || oneOf(folded, numeral.start - 1, "斤每");
  return sure || (numeral.arabic && !isHanAt(folded, end)) || (numeral.native && !isHanAt(folded, end))
    ? plain(site)
    : undefined;
}

export function grade(site: Site): UnitReading | undefined {
  const { folded } = site.line;
  if (oneOf(folded, site.end, "火警病医士分别市数联距品考法能主房城公线残伤")) return undefined;
  return near(site, 14, 4, QUAKE_CUES) && (site.numeral.arabic || site.numeral.size >= 10) ? plain(site) : undefined;
}

export function metre(site: Site): UnitReading | undefined {
  const { folded } = site.line;
  return oneOf(folded, site.end, "粉線飯酒蘭勒奇") || starts(folded, site.end, "其林 高梅") ? undefined : plain(site);
}

export function times(site: Site): UnitReading | undefined {
  const {
    numeral,
    line: { folded },
    end,
  } = site;
  const next = afterSpace(folded, end);
  // 30x 2026E is a multiple, 1080 x 1920 a size.
  return numeral.arabic &&
    !isDigitAt(folded, site.at > numeral.end ? next : end) &&
    !oneOf(folded, end, "-線號巴路") &&
    (numeral.decimals > 0 || next === end || !isLetterAt(folded, next) || numeral.size < 1000)
    ? plain(site)
    : undefined;
}
