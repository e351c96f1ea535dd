// What an ambiguous unit word means where it stands: 年 a year or a length, 度 a kilowatt-hour or a degree, 點 points or a time.
// Each rule looks at a bounded window and answers a unit, "not a figure" with its end, or nothing (no unit here).
import type { FigureKind } from "./figure.ts";
import { digitValue, isDigitAt, isHanAt, isLetterAt, isNumeralAt, NATIVE_DIGIT, unitClass } from "./characterClasses.ts";
import { clauseStart, cueAt, cueBefore, cuesOf, firstCue, lastCue, oneOf, starts } from "./cues.ts";
import { afterSpace, type Line } from "./line.ts";
import type { Numeral } from "./readNumeral.ts";
import type { Suffix } from "./suffixTable.ts";

export interface Unit {
  readonly type: "unit";
  readonly end: number;
  readonly kind: FigureKind;
  readonly unit: string;
  readonly coefficient: number;
  readonly exponent: number;
  /** A bare 元, $ or magnitude: the currency is the article's. */
  readonly assumed: boolean;
  /** A classifier or a mere part of words: small native counts before it are no figures. */
  readonly classifier: boolean;
  readonly word: string;
}
/** A date, a time, an ordinal …: read to its end and left out. */
export interface Excluded {
  readonly type: "excluded";
  readonly end: number;
}
export type UnitReading = Unit | Excluded;

export interface Site {
  readonly line: Line;
  readonly numeral: Numeral;
  readonly suffix: Suffix;
  readonly at: number;
  readonly end: number;
}

const excluded = (end: number): Excluded => ({ type: "excluded", end });

type Change = Partial<Pick<Unit, "kind" | "unit" | "exponent" | "classifier">>;

const plain = (site: Site, change?: Change): Unit => {
  const { suffix } = site;
  const unit = change?.unit ?? (suffix.unit || site.line.text.slice(site.at, site.end));
  return {
    type: "unit", end: site.end, kind: change?.kind ?? suffix.kind, unit, coefficient: suffix.coefficient, exponent: change?.exponent ?? suffix.exponent,
    assumed: unit === "local", classifier: change?.classifier ?? suffix.classifier, word: suffix.word,
  };
};

/** A whole number in Arabic digits without commas or magnitudes. */
const plainInteger = ({ numeral }: Site): boolean => numeral.arabic && !numeral.comma && !numeral.decimals && numeral.magnitude === 0 && !numeral.open;

const SPANS = cuesOf("為期 連續 連 歷時 過去 未來 最近 近 長達 至少 最少 最多 逾 超過 約 僅 短短 需時 需 等 共 一連 為時 每 隔 滿 足足 相隔 再 休 請 放 上限 首尾 整整 延長 提前 耗時 用 經過 為 超 長 前後 ");
const TIME_WORDS = cuesOf("上午 下午 早上 晚上 凌晨 中午 傍晚 清晨 今早 今晚 昨晚 昨早 晚間 午間 午後 早盤 明早 明晚 深夜 半夜 當晚 當日 晚 早 午 a.m. p.m. 時間 至 到");
const SENTENCES = cuesOf("刑 囚 監 禁 緩刑 服刑 判");
const RATE_CUES = cuesOf("息 利率 升 降 fed 聯準 央行 聯儲 寬鬆 緊縮 fomc 政策 預測 機率 調 減 加");
const ENERGY_CUES = cuesOf("電 綠能 光電 風電 度數 用量 裝置");
const ANGLE_CUES = cuesOf("旋轉 視角 全景 角 環繞 轉 無死角 環景 視野");
const SCORE_CUES = cuesOf("得 拿 失 給 評 打 滿 分數 成績 考獲 取得 攻 砍 貢獻 領先 落後 以 平均 場均 投進 進帳 扣 加 評分 共 獨 勝 輸");
const DIVIDEND_CUES = cuesOf("派 息 每股 股利 分紅 匯 貶 升值 貶值 收盤 每度 電價 收在 升 報");
const INDEX_CUES = cuesOf("指 點數 升 跌 漲 挫 彈 開 積 台股 股市 盤 大盤 收 報 關 失守 突破 重上 美股 港股");
const PRICE_CUES = cuesOf("賣 買 售價 花 賺 薪 付 價 虧 賠 便宜 貴 省");
const LENGTH_CUES = cuesOf("高 長 深 寬 厚 闊 距 外 水深 身高 離地 乘 遠 海拔");
const QUAKE_CUES = cuesOf("地震 風 規模 震 芮氏 黎克特 級 颱 颶 浪 餘震 污染");

const clause = (site: Site, reach: number): number => clauseStart(site.line.folded, site.numeral.start, reach);
const near = (site: Site, before: number, after: number, cues: ReturnType<typeof cuesOf>): boolean =>
  lastCue(site.line.folded, clause(site, before), site.numeral.start, cues) >= 0 || firstCue(site.line.folded, site.end, Math.min(site.end + after, site.line.folded.length), cues) >= 0;
const justBefore = (site: Site, cues: ReturnType<typeof cuesOf>): boolean => {
  const { folded } = site.line;
  let at = site.numeral.start;
  if (folded.charCodeAt(at - 1) === 0x20) at--;
  return cueBefore(folded, at, cues, 4) !== undefined;
};

function tenths(site: Site): UnitReading | undefined {
  const { numeral, line, end } = site;
  if (numeral.size > 10 || numeral.magnitude || numeral.open || numeral.row) return undefined;
  if (oneOf(line.folded, end, "份分员本立功果长为绩交熟型都人就品因材语见衣名婚效群双片批套百全像组不员行")) {
    return undefined;
  }
  return plain(site);
}

function discount(site: Site): UnitReading | undefined {
  const { numeral, line, end } = site;
  if (numeral.magnitude || numeral.open || numeral.size >= 100 || oneOf(line.folded, end, "腾磨扣合算旧价让损现返射叠断")) return undefined;
  return plain(site, { exponent: numeral.size > 10 && !numeral.decimals ? 0 : 1 });
}

function degree(site: Site): UnitReading | undefined {
  const { numeral, line: { folded }, end } = site;
  if (oneOf(folded, end, "假过量身") || folded.startsWith("空间", end)) return undefined;
  if (oneOf(folded, end, "电") || numeral.magnitude >= 3 || numeral.size >= 1000) return plain(site, { kind: "energy", unit: "Wh", exponent: 3 });
  if (numeral.size >= 10 && near(site, 16, 4, ENERGY_CUES) && site.suffix.word === "度") return plain(site, { kind: "energy", unit: "Wh", exponent: 3 });
  const fahrenheit = lastCue(folded, clause(site, 5), numeral.start, FAHRENHEIT) >= 0;
  if (fahrenheit) return plain(site, { unit: "℉" });
  const warm = folded.startsWith("摄氏", numeral.start - 2) || near(site, 14, 0, cuesOfHeat);
  if (numeral.single >= 0 && !warm) return excluded(end);
  if (near(site, 6, 4, ANGLE_CUES) || numeral.size === 360 || numeral.size === 180) return plain(site, { kind: "other", unit: "°" });
  return plain(site);
}
const FAHRENHEIT = cuesOf("華氏");
const cuesOfHeat = cuesOf("溫 攝氏 華氏 天氣 燒 熱 冷 涼 零下 氣象");

/** 9點, 三點半, 3時30分: consumed with their minutes. */
function clockEnd(folded: string, end: number): number {
  let at = end;
  while (isNumeralAt(folded, at) && at - end < 4) at++;
  if (at > end && oneOf(folded, at, "分")) at += folded.charAt(at + 1) === "鈡" ? 2 : 1;
  else if (at > end) at = end;
  else if (oneOf(folded, at, "半正整许鈡")) at++;
  return at;
}

function point(site: Site): UnitReading | undefined {
  const { numeral, line: { folded }, end } = site;
  if (oneOf(folded, end, "评名火心击赞燃缀子餐播")) return undefined;
  if (numeral.native && !numeral.arabic && numeral.size < 20 && numeral.magnitude === 0) return excluded(clockEnd(folded, end));
  if (plainInteger(site) && numeral.size <= 24) {
    if (oneOf(folded, end, "半鈡整许正") || clockEnd(folded, end) > end) return excluded(clockEnd(folded, end));
    if (justBefore(site, TIME_WORDS) && !near(site, 12, 0, INDEX_CUES)) return excluded(end);
    if (!near(site, 14, 3, INDEX_CUES)) return starts(folded, end, "开盘 收盘 前 后 起 至 到") ? excluded(end) : plain(site);
  }
  return plain(site);
}

function minute(site: Site): UnitReading | undefined {
  const { numeral, line: { folded }, end } = site;
  if (oneOf(folded, end, "店行公别红析部成期享手散布拆配歧支润子级割工化明为之母隔布摊流销贝段野球")) return undefined;
  const before = folded.charAt(numeral.start - 1);
  if (before === "时" || before === "点") return excluded(end);
  if (numeral.native && !numeral.arabic) {
    if (numeral.single < 0 && numeral.size > 10) return plain(site);
    return justBefore(site, SCORE_CUES) && numeral.size !== 10 ? plain(site) : undefined;
  }
  if (near(site, 12, 0, DIVIDEND_CUES) && numeral.size < 100) return plain(site, { kind: "money", unit: "local", exponent: -2 });
  return plain(site);
}

function day(site: Site): UnitReading | undefined {
  const { numeral, line: { folded }, end } = site;
  if (oneOf(folded, end, "线均本") || folded.startsWith("移动", end)) return excluded(end);
  if (numeral.row || numeral.magnitude) return excluded(end);
  const before = folded.charAt(folded.charCodeAt(numeral.start - 1) === 0x20 ? numeral.start - 2 : numeral.start - 1);
  if (before === "月" || before === "/" || before === "(") return excluded(end);
  // 2日至5日期間: the second of two dates.
  if (oneOf(folded, numeral.start - 1, "至到-~、及和") && oneOf(folded, numeral.start - 2, "日號")) return excluded(end);
  if (numeral.open || numeral.size > 31 || numeral.decimals) return plain(site);
  const two = numeral.single === 2 && folded.charAt(numeral.start) === "两";
  if (two || justBefore(site, SPANS) && !oneOf(folded, end, "(")) return plain(site);
  if (starts(folded, end, "内 之内 以内 期 游 假 行程 时间 无理由 冷静 试用 免费")) return plain(site);
  if (oneOf(folded, end, "后") && !oneOf(folded, numeral.start - 1, "在于至到从由")) return plain(site);
  if (oneOf(folded, end, "前") && numeral.size <= 7) return plain(site);
  return excluded(end);
}

function month(site: Site): UnitReading {
  const { numeral, line: { folded } } = site;
  // 囚45月; no year has so many.
  if (plainInteger(site) && (numeral.size > 12 && numeral.integerDigits < 4 || justBefore(site, SENTENCES))) return plain(site);
  return numeral.single === 2 && folded.charAt(numeral.start) === "两" ? plain(site) : excluded(site.end);
}

const YEAR_GOES_ON = "度 底 初 末 上半 下半 全年 第 q 归母 营收 净利 业绩 中期 财年 年报 一季 二季 三季 四季 h1 h2 1q 2q 3q 4q 1h 2h";
const STAYS_LENGTH = "历史 前 来 以来 的历史 之久 老店 后 多";

function year(site: Site): UnitReading | undefined {
  const { numeral, line: { folded, region }, end } = site;
  if (numeral.row) return excluded(end);
  const { size } = numeral;
  const before = folded.charAt(numeral.start - 1);
  if (plainInteger(site)) {
    if (numeral.integerDigits === 4 && size >= 1000 && size < 2200) return starts(folded, end, "历史 的历史 之久") ? plain(site) : excluded(end);
    if (folded.charAt(numeral.start) === "0" || before === "'" || before === "国" && folded.charAt(numeral.start - 2) === "民") return excluded(end);
    if (region === "TW" && size >= 100 && size < 140 && !starts(folded, end, STAYS_LENGTH)) return excluded(end);
    if (size < 140 && (starts(folded, afterSpace(folded, end), YEAR_GOES_ON) || (monthFollows(folded, afterSpace(folded, end)) && !near(site, 8, 0, SENTENCES)))) return excluded(end);
  } else if (numeral.native && !numeral.arabic && (before === "国" || monthFollows(folded, end))) return excluded(end);
  if (oneOf(folded, end, "级代") || starts(folded, end, "计划 规划 计画") || folded.startsWith("度", end)) return excluded(end);
  if (oneOf(folded, end, "夜货糕") ) return undefined;
  return plain(site);
}

/** `11月`, `十二月` but not `3個月`. */
function monthFollows(folded: string, at: number): boolean {
  let end = at;
  while (isNumeralAt(folded, end) && end - at < 3) end++;
  return end > at && folded.charAt(afterSpace(folded, end)) === "月";
}

function season(site: Site): UnitReading {
  const { folded } = site.line;
  // 提前2季; a quarter of a year would be 第2季.
  if (site.numeral.arabic && site.suffix.word === "季" && !oneOf(folded, site.numeral.start - 1, "年今去首上q") && !oneOf(folded, site.end, "報度財")) return plain(site);
  return justBefore(site, cuesOfSeasons) && !oneOf(folded, site.end, "报") ? plain(site) : excluded(site.end);
}
const cuesOfSeasons = cuesOf("連續 連 過去 未來 近 最近 長達 共 已連 連跌 連升 連增 達");

function week(site: Site): UnitReading | undefined {
  const { folded } = site.line;
  if (starts(folded, site.end, "大福 大生")) return undefined;
  return oneOf(folded, site.end, "一二三四五六日末刊报边转期杰润年线会杂") && !starts(folded, site.end, "一直 一度 年期") ? undefined : plain(site);
}

function yuan(site: Site): UnitReading | undefined {
  const { numeral, line: { folded }, end } = site;
  if (oneOf(folded, end, "旦件素宵首老帅宇气祖凶勋") || starts(folded, end, "大证 大投 大金 大台 大期 大宝 大高 太科")) return undefined;
  if (numeral.single === 2 && folded.charAt(numeral.start) === "二") return undefined;
  if (numeral.single === 1 && oneOf(folded, end, "化论复次")) return undefined;
  if (numeral.single === 3 && starts(folded, end, "乳 达 正 里 桥 锂 材 催 电 前驱 股份 生物 食 及第 区")) return undefined;
  const bracket = folded.startsWith("(", end) ? cueAt(folded, end + 1, BRACKETED) : undefined;
  return bracket ? plain(site, { unit: BRACKETED_CODES.get(bracket) ?? "local" }) : plain(site);
}
const BRACKETED_CODES: ReadonlyMap<string, string> = new Map([["人民币", "CNY"], ["美元", "USD"], ["港元", "HKD"], ["港币", "HKD"], ["新台币", "TWD"], ["rmb", "CNY"], ["日圆", "JPY"], ["日元", "JPY"]]);
const BRACKETED = cuesOf([...BRACKETED_CODES.keys()].join(" "));

function lump(site: Site): UnitReading | undefined {
  const { numeral, line: { folded }, end } = site;
  if (oneOf(folded, end, "链状垒")) return undefined;
  const money = numeral.magnitude === 0 && !oneOf(folded, end, "地") && near(site, 6, 0, PRICE_CUES) && !isHanNoun(folded, end);
  return money ? plain(site, { kind: "money", unit: "local", classifier: false }) : plain(site);
}
const isHanNoun = (folded: string, at: number): boolean => isHanAt(folded, at) && !oneOf(folded, at, "的就多左以起到至、,。");

const followedByCoin = (folded: string, at: number): boolean => unitClass[folded.charCodeAt(at)] === NATIVE_DIGIT && oneOf(folded, at + 1, "仙分");

function hair(site: Site): UnitReading | undefined {
  const { numeral, line, end } = site;
  const { folded } = line;
  if (oneOf(folded, end, "利病衣巾额皮孔发重鸡坯无不泽纺线")) return undefined;
  if (numeral.arabic) return plain(site);
  return line.region === "HK" && (near(site, 8, 0, DIVIDEND_CUES) || followedByCoin(folded, end)) ? plain(site) : undefined;
}

function cent(site: Site): UnitReading | undefined {
  const { numeral, line: { folded }, end } = site;
  if (oneOf(folded, end, "女丹境台人草股岩")) return undefined;
  return numeral.arabic || near(site, 10, 0, DIVIDEND_CUES) ? plain(site) : undefined;
}

function corner(site: Site): UnitReading | undefined {
  const { numeral, line: { folded }, end } = site;
  return numeral.arabic && !oneOf(folded, end, "度色逐膜落力洲钢铁楼铜星大") ? plain(site) : undefined;
}

function yard(site: Site): UnitReading | undefined {
  return near(site, 16, 8, RATE_CUES) && !oneOf(site.line.folded, site.end, "头归") ? plain(site) : undefined;
}

function foot(site: Site): UnitReading | undefined {
  const { line: { folded, region }, at, end } = site;
  if (oneOf(folded, end, "寸度码吋价租")) return oneOf(folded, end, "吋寸") ? plain(site, { kind: "length", unit: "ft" }) : undefined;
  if (folded.charAt(at) === "尺" && region !== "HK") return plain(site, { kind: "length", unit: "尺" });
  const long = oneOf(folded, end, "高长深宽厚阔外乘x×") || justBefore(site, LENGTH_CUES);
  return region === "HK" && !long ? plain(site, { kind: "area", unit: "ft2" }) : plain(site, { kind: "length", unit: "ft" });
}

function tael(site: Site): UnitReading | undefined {
  const { numeral, line: { folded }, end } = site;
  if (oneOf(folded, end, "岸会国院性党地年个位种者大家名人天次周月日万千百亿岁倍成层条三项度点次款件") || isNumeralAt(folded, end)) return undefined;
  const sure = oneOf(folded, end, "黄金银重白肉") || oneOf(folded, numeral.start - 1, "斤每");
  return sure || (numeral.arabic && !isHanAt(folded, end)) || (numeral.native && !isHanAt(folded, end)) ? plain(site) : undefined;
}

function grade(site: Site): UnitReading | undefined {
  const { folded } = site.line;
  if (oneOf(folded, site.end, "火警病医士分别市数联距品考法能主房城公线残伤")) return undefined;
  return near(site, 14, 4, QUAKE_CUES) && (site.numeral.arabic || site.numeral.size >= 10) ? plain(site) : undefined;
}

function building(site: Site): UnitReading | undefined {
  const { numeral, line: { folded }, end } = site;
  if ((oneOf(folded, end, "位谈右标落椅驾机舱头") || starts(folded, end, "小巴 車 休旅 商務車 轎車 suv 客機 版"))) return undefined;
  const next = afterSpace(folded, end);
  // 7座低層, 1期2座: the block of an estate.
  if (!numeral.magnitude && oneOf(folded, numeral.start - 1, "期號苑園居")) return excluded(end);
  if (!numeral.magnitude && (isDigitAt(folded, next) || isLetterAt(folded, next) || oneOf(folded, next, "高低中之地"))) return excluded(end);
  return plain(site);
}

function instalment(site: Site): UnitReading | undefined {
  const { folded } = site.line;
  const parts = justBefore(site, cuesOfInstalments) || starts(folded, site.end, "免息 分期 零利率 无息");
  return parts ? plain(site) : excluded(site.end);
}
const cuesOfInstalments = cuesOf("分 共 多達 長達 免息 最多 供款 連開 連續 達");

const PEOPLE_WORDS = "足球 欖球 籃球 房 座 單車 口 均 民 類 工智 造 機 才 壽 力 行道 氣 權 格 材 數";
const PEOPLE_WORDS_LARGE = "工 形 事 行 潮 群 物 文 為 體 臉 像 心 手 妻 字 稱 選 生 道 間 大代";
function people(site: Site): UnitReading | undefined {
  const { folded } = site.line;
  if (oneOf(folded, site.end, "車") && !oneOf(folded, site.end + 1, "禍")) return undefined;
  if (site.numeral.largest >= 4 && starts(folded, site.end, PEOPLE_WORDS_LARGE)) return undefined;
  return starts(folded, site.end, PEOPLE_WORDS) ? undefined : plain(site);
}

function seconds(site: Site): UnitReading | undefined {
  const { numeral, line: { folded } } = site;
  if (site.at !== numeral.end || numeral.magnitude) return undefined;
  if (plainInteger(site) && numeral.size % 10 === 0 && (numeral.integerDigits === 4 || isLetterAt(folded, numeral.start - 1) || oneOf(folded, numeral.start - 1, "- "))) return undefined;
  return plain(site);
}

function times(site: Site): UnitReading | undefined {
  const { numeral, line: { folded }, end } = site;
  const next = afterSpace(folded, end);
  // 30x 2026E is a multiple, 1080 x 1920 a size.
  return numeral.arabic && !isDigitAt(folded, site.at > numeral.end ? next : end) && !oneOf(folded, end, "-") && (numeral.decimals > 0 || next === end || !isLetterAt(folded, next) || numeral.size < 1000) ? plain(site) : undefined;
}

function clock(site: Site): UnitReading | undefined {
  const { numeral, line: { folded }, end } = site;
  if (numeral.magnitude || numeral.decimals || oneOf(folded, end, "代空尚差速装事局")) return undefined;
  return excluded(clockEnd(folded, end));
}

function days(site: Site): UnitReading | undefined {
  const { folded } = site.line;
  if (oneOf(folded, site.end, "線") || folded.startsWith("均", site.end)) return excluded(site.end + 1);
  return site.numeral.largest >= 4 && oneOf(folded, site.end, "然津貓花下地氣齊數堂才文王鵝河使涯空價安朗邊性府馬") ? undefined : plain(site);
}

/** 隻 and 只 fold alike: 只 behind a number is as often "only". */
function heads(site: Site): UnitReading | undefined {
  const only = site.line.text.charAt(site.at) === "只" && oneOf(site.line.folded, site.end, "能有要夠是會剩占佔可不好為用花在限供做對想看買賣需");
  return only ? undefined : plain(site);
}

function metre(site: Site): UnitReading | undefined {
  const { folded } = site.line;
  return oneOf(folded, site.end, "粉線飯酒蘭勒奇") || starts(folded, site.end, "其林 高梅") ? undefined : plain(site);
}

/** The reading of a suffix word where it stands. */
export function readRule(site: Site): UnitReading | undefined {
  switch (site.suffix.rule) {
    case undefined: return plain(site);
    case "tenths": return tenths(site);
    case "discount": return discount(site);
    case "degree": return degree(site);
    case "point": return point(site);
    case "minute": return minute(site);
    case "day": return day(site);
    case "month": return month(site);
    case "year": return year(site);
    case "week": return week(site);
    case "season": return season(site);
    case "clock": return clock(site);
    case "never": return excluded(site.end);
    case "yuan": return yuan(site);
    case "lump": return lump(site);
    case "cent": return cent(site);
    case "hair": return hair(site);
    case "corner": return corner(site);
    case "yard": return yard(site);
    case "foot": return foot(site);
    case "tael": return tael(site);
    case "grade": return grade(site);
    case "building": return building(site);
    case "instalment": return instalment(site);
    case "people": return people(site);
    case "item": return site.at > site.numeral.end && (site.numeral.arabic || site.numeral.spelled) ? plain(site) : undefined;
    case "li": return oneOf(site.line.folded, site.end, "清定头") ? undefined : plain(site);
    case "letter": return site.numeral.arabic && digitValue[site.line.folded.charCodeAt(site.numeral.end - 1)] !== 255 ? plain(site) : undefined;
    case "metre": return metre(site);
    case "seconds": return seconds(site);
    case "days": return days(site);
    case "heads": return heads(site);
    case "litre": return oneOf(site.line.folded, site.numeral.start - 1, "連") ? undefined : plain(site);
    case "times": return times(site);
  }
}
