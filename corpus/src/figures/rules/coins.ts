// 元 and its parts, 塊: first characters of other words (元旦, 毛利, 角色), and currencies of the article's region.
import { isHanAt, NATIVE_DIGIT, unitClass } from "../characterClasses.ts";
import { cueAt, cuesOf, oneOf, starts } from "../cues.ts";
import { DIVIDEND_CUES } from "./points.ts";
import { justBefore, near, plain, type Site, type UnitReading } from "./site.ts";

const SPENT_CUES = cuesOf("花 花了 花費 付了 賺了 賠了 撿到 欠");
const STEP_CUES = cuesOf("減 加 慳 平 賺 蝕 扣 收 回贈 折讓");
const PRICE_CUES = cuesOf("賣 買 售價 花 賺 薪 付 價 虧 賠 便宜 貴 省");

const BRACKETED_CODES: ReadonlyMap<string, string> = new Map([
  ["人民币", "CNY"],
  ["美元", "USD"],
  ["港元", "HKD"],
  ["港币", "HKD"],
  ["新台币", "TWD"],
  ["rmb", "CNY"],
  ["日圆", "JPY"],
  ["日元", "JPY"],
]);

const BRACKETED = cuesOf([...BRACKETED_CODES.keys()].join(" "));

export function yuan(site: Site): UnitReading | undefined {
  const {
    numeral,
    line: { folded },
    end,
  } = site;
  if (oneOf(folded, end, "旦件素宵首老帅宇气祖凶勋") || starts(folded, end, "大证 大投 大金 大台 大期 大宝 大高 太科"))
    return undefined;
  if (numeral.single === 3 && oneOf(folded, numeral.start - 1, "外內")) return undefined;
  if (numeral.single === 2 && folded.charAt(numeral.start) === "二") return undefined;
  if (numeral.single === 1 && oneOf(folded, end, "化论复次")) return undefined;
  if (numeral.single === 3 && starts(folded, end, "乳 达 正 里 桥 锂 材 催 电 前驱 股份 生物 食 及第 区"))
    return undefined;
  const bracket = folded.startsWith("(", end) ? cueAt(folded, end + 1, BRACKETED) : undefined;
  return bracket ? plain(site, { unit: BRACKETED_CODES.get(bracket) ?? "local" }) : plain(site);
}

const isHanNoun = (folded: string, at: number): boolean =>
  isHanAt(folded, at) && !oneOf(folded, at, "的就多左以起到至、,。");

export function lump(site: Site): UnitReading | undefined {
  const {
    numeral,
    line: { folded },
    end,
  } = site;
  if (oneOf(folded, end, "链状垒")) return undefined;
  // 花5千塊包牌: what is bought may follow.
  if (justBefore(site, SPENT_CUES) && numeral.size >= 100 && !oneOf(folded, end, "地"))
    return plain(site, { kind: "money", unit: "local", classifier: false });
  const money =
    numeral.magnitude === 0 && !oneOf(folded, end, "地") && near(site, 6, 0, PRICE_CUES) && !isHanNoun(folded, end);
  return money ? plain(site, { kind: "money", unit: "local", classifier: false }) : plain(site);
}

const followedByCoin = (folded: string, at: number): boolean =>
  unitClass[folded.charCodeAt(at)] === NATIVE_DIGIT && oneOf(folded, at + 1, "仙分");

export function hair(site: Site): UnitReading | undefined {
  const { numeral, line, end } = site;
  const { folded } = line;
  if (oneOf(folded, end, "利病衣巾额皮孔发重鸡坯无不泽纺线")) return undefined;
  if (numeral.arabic || site.suffix.word.length > 1) return plain(site);
  return line.region === "HK" &&
    (near(site, 8, 0, DIVIDEND_CUES) || justBefore(site, STEP_CUES) || followedByCoin(folded, end))
    ? plain(site)
    : undefined;
}

export function cent(site: Site): UnitReading | undefined {
  const {
    numeral,
    line: { folded },
    end,
  } = site;
  if (oneOf(folded, end, "女丹境台人草股岩")) return undefined;
  return numeral.arabic || near(site, 10, 0, DIVIDEND_CUES) ? plain(site) : undefined;
}

export function corner(site: Site): UnitReading | undefined {
  const {
    numeral,
    line: { folded },
    end,
  } = site;
  return numeral.arabic && !oneOf(folded, end, "度色逐膜落力洲钢铁楼铜星大") ? plain(site) : undefined;
}
