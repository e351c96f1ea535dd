// 人, 座, 隻: classifiers that other words begin with.
import { isDigitAt, isLetterAt } from "../characterClasses.ts";
import { oneOf, starts } from "../cues.ts";
import { afterSpace } from "../line.ts";
import { excluded, plain, type Site, type UnitReading } from "./site.ts";

const PEOPLE_WORDS = "足球 欖球 籃球 房 座 單車 口 均 民 類 工智 造 機 才 壽 力 行道 氣 權 格 材 數";

const PEOPLE_WORDS_LARGE = "工 形 事 行 潮 群 物 文 為 體 臉 像 心 手 妻 字 稱 選 生 道 間 大代";

export function people(site: Site): UnitReading | undefined {
  const { folded } = site.line;
  if (oneOf(folded, site.end, "車") && !oneOf(folded, site.end + 1, "禍")) return undefined;
  if (site.numeral.largest >= 4 && starts(folded, site.end, PEOPLE_WORDS_LARGE)) return undefined;
  return starts(folded, site.end, PEOPLE_WORDS) ? undefined : plain(site);
}

/** 隻 and 只 fold alike: 只 behind a number is as often "only". */
/** 隻, 只 and 頭: 頭 counts animals, and herds (707萬頭) without a word for them behind it. */
export function heads(site: Site): UnitReading | undefined {
  const { folded } = site.line;
  if (folded.charAt(site.at) === "头" && !oneOf(folded, site.end, "豬猪牛羊驢象獅鯨母乳黑肉種大")) {
    const herd = site.numeral.magnitude >= 4 || site.numeral.comma;
    return herd && !oneOf(folded, site.end, "條部目銜髮腦版獎") ? plain(site) : undefined;
  }
  const only =
    site.line.text.charAt(site.at) === "只" &&
    oneOf(site.line.folded, site.end, "能有要夠是會剩占佔可不好為用花在限供做對想看買賣需");
  return only ? undefined : plain(site);
}

export function building(site: Site): UnitReading | undefined {
  const {
    numeral,
    line: { folded },
    end,
  } = site;
  if (oneOf(folded, end, "位谈右标落椅驾机舱头") || starts(folded, end, "小巴 車 休旅 商務車 轎車 suv 客機 版"))
    return undefined;
  const next = afterSpace(folded, end);
  // 7座低層, 1期2座: the block of an estate.
  if (!numeral.magnitude && oneOf(folded, numeral.start - 1, "期號苑園居")) return excluded(end);
  if (!numeral.magnitude && (isDigitAt(folded, next) || isLetterAt(folded, next) || oneOf(folded, next, "高低中之地")))
    return excluded(end);
  return plain(site);
}
