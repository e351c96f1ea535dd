// 成, 折, 碼: shares of ten, discounts and quarter points, where they are not parts of other words.
import { cuesOf, oneOf } from "../cues.ts";
import { near, plain, type Site, type UnitReading } from "./site.ts";

const RATE_CUES = cuesOf("息 利率 升 降 fed 聯準 央行 聯儲 寬鬆 緊縮 fomc 政策 預測 機率 調 減 加");

export function tenths(site: Site): UnitReading | undefined {
  const { numeral, line, end } = site;
  if (numeral.size > 10 || numeral.magnitude || numeral.open || numeral.row) return undefined;
  // 其中,七成為…: a share that is something; but 三分之一成為….
  const begins =
    oneOf(line.folded, end, "为") &&
    (numeral.start === 0 || oneOf(line.folded, numeral.start - 1, ",。;:、(有約近逾達僅中"));
  if (
    !begins &&
    oneOf(line.folded, end, "份分员本立功果长为绩交熟型都人就品因材语见衣名婚效群双片批套百全像组不员行")
  ) {
    return undefined;
  }
  return plain(site);
}

export function discount(site: Site): UnitReading | undefined {
  const { numeral, line, end } = site;
  if (
    numeral.magnitude ||
    numeral.open ||
    numeral.size >= 100 ||
    oneOf(line.folded, end, "腾磨扣合算旧价让损现返射叠断")
  )
    return undefined;
  return plain(site, { exponent: numeral.size > 10 && !numeral.decimals ? 0 : 1 });
}

export function yard(site: Site): UnitReading | undefined {
  return near(site, 16, 8, RATE_CUES) && !oneOf(site.line.folded, site.end, "头归") ? plain(site) : undefined;
}
