// Firms and offices by their suffix (國信證券, 布魯金斯研究所), and what a suffix says about a name's type.
import { fold } from "../../text/fold.ts";
import type { EntityType, Mention } from "../entity.ts";
import { classAt, HAN } from "../unitClass.ts";
import { isOrdinaryWord } from "../wordVeto.ts";
import { type ArticleView, beginsAt, endsAt, knownEndingAt, knownOver, type Proposal } from "./article.ts";
import { markedPlaces, mayBegin, mayEnd, pairMarks, unitMarks } from "./marks.ts";
import { isLatinPerson } from "./persons.ts";
import { BEFORE_NAME, FUNCTION, GENERIC, LATIN_SUFFIXES, SUFFIXES, TRANSLITERATION } from "./words.ts";

const LONGEST_CORE = 8;

/** The suffix that a Han name ends with, the longest one. */
function suffixOf(folded: string): readonly [string, EntityType, boolean] | undefined {
  let best: readonly [string, EntityType, boolean] | undefined;
  for (const suffix of SUFFIXES)
    if (folded.length > suffix[0].length && folded.endsWith(suffix[0]) && suffix[0].length > (best?.[0].length ?? 0))
      best = suffix;
  return best;
}

/** The type that a Han name's suffix gives it; undefined where the rest is no name (科技公司). */
export function typeOfHan(name: string): EntityType | undefined {
  const folded = fold(name);
  const suffix = suffixOf(folded);
  return suffix && !isGeneric(folded.slice(0, -suffix[0].length)) ? suffix[1] : undefined;
}

/** The type of a Latin name by its last word or, for a person, by the given name. */
export function typeOfLatin(words: readonly string[]): EntityType | undefined {
  if (isLatinPerson(words)) return "person";
  return words.length > 1 ? LATIN_SUFFIXES.get((words[words.length - 1] ?? "").replace(/\.$/, "")) : undefined;
}

/** The core is made of nothing but words that may stand before any suffix. */
export function isGeneric(core: string): boolean {
  const reach: boolean[] = [true];
  for (let at = 0; at < core.length; at++) {
    if (!reach[at]) continue;
    for (let length = 1; length <= 4 && at + length <= core.length; length++) {
      const part = core.slice(at, at + length);
      if (GENERIC.has(part) || BEFORE_NAME.has(part) || FUNCTION.has(part)) reach[at + length] = true;
    }
  }
  return reach[core.length] === true;
}

const TYPE_OF_SUFFIX = new Map(SUFFIXES.map(([word, type]): readonly [string, EntityType] => [word, type]));
const suffixEnds = new Map<string, readonly (readonly [string, EntityType, boolean])[]>();
for (const suffix of SUFFIXES) {
  const last = suffix[0].charAt(suffix[0].length - 1);
  suffixEnds.set(
    last,
    [...(suffixEnds.get(last) ?? []), suffix].sort((a, b) => b[0].length - a[0].length),
  );
}

const FIRST_PAIR_OF_SUFFIXES = pairMarks([SUFFIXES.map(([word]) => word)], "first");
const LAST_OF_SUFFIXES = unitMarks(suffixEnds.keys(), "last");
const LAST_PAIR_OF_SUFFIXES = pairMarks([SUFFIXES.map(([word]) => word)], "last");
const ONE_UNIT_SUFFIXES = unitMarks(SUFFIXES.map(([word]) => word).filter((word) => word.length === 1), "last");

const TOWNS = new Set(fold("市 縣 鎮").split(""));

/** 六安市 right behind a known province: a town. */
function townIn(view: ArticleView, passage: number, end: number): Proposal | undefined {
  const text = view.scans[passage]?.text ?? "";
  const known = view.known[passage] ?? [];
  for (const length of [3, 4]) {
    const start = end - length;
    const province = knownEndingAt(known, start);
    if (!province || view.lexicon.entities[province.entity]?.type !== "place" || knownOver(known, start, end)) continue;
    const folded = view.folded[passage] ?? "";
    if (
      /[股樓楼夜超城都車车債债匯汇門门開开收上房黑米牛熊後后滬沪深兩两入出今]/.test(text.charAt(end - 2)) ||
      text.charAt(end) === "場" ||
      text.charAt(end) === "场"
    )
      return undefined;
    for (let at = start; at < end; at++) if (FUNCTION.has(folded.charAt(at))) return undefined;
    return { name: text.slice(start, end), type: "place", confidence: 0.75, reason: "town of a province" };
  }
  return undefined;
}

/** Names that end with a suffix and begin at a border; the core must read like a name. */
export function namesBySuffix(view: ArticleView): readonly Proposal[] {
  const found: Proposal[] = [];
  view.folded.forEach((folded, passage) => {
    for (const at of markedPlaces(folded, LAST_OF_SUFFIXES)) {
      if (ONE_UNIT_SUFFIXES[folded.charCodeAt(at)] !== 1 && !mayEnd(LAST_PAIR_OF_SUFFIXES, folded, at + 1)) continue;
      const candidates = suffixEnds.get(folded.charAt(at));
      if (candidates === undefined) continue;
      const suffix = candidates.find(([word]) => at + 1 > word.length && folded.startsWith(word, at + 1 - word.length));
      if (!suffix) continue;
      const proposal = nameBefore(view, passage, at + 1, suffix);
      if (proposal) found.push(proposal);
    }
  });
  return found;
}

function nameBefore(
  view: ArticleView,
  passage: number,
  end: number,
  [suffix, type, strong]: readonly [string, EntityType, boolean],
): Proposal | undefined {
  const text = view.scans[passage]?.text ?? "";
  const folded = view.folded[passage] ?? "";
  const known = view.known[passage] ?? [];
  // 國信證券公司: the longer suffix decides, the shorter one is inside it.
  if (classAt(text, end) === HAN && startsSuffix(folded, end)) return undefined;
  // 大學生, 大學士: a word that goes on.
  if (suffix === COLLEGE && /[生士]/.test(folded.charAt(end))) return undefined;
  const coreEnd = end - suffix.length;
  // 歸屬母公司, 旗下子公司: whose, not who
  if (/[母子分孫孙]/.test(folded.charAt(coreEnd - 1)) && suffix === COMPANY) return undefined;
  let best: Proposal | undefined;
  let bestScore = HOUSES.has(suffix) ? 0.5 : strong ? 3 : 4;
  if (TOWNS.has(suffix)) return townIn(view, passage, end);
  // 署 and 處 are offices only where an office acts behind them (消防處接報), the other single characters never.
  const acts =
    suffix.length === 1 &&
    OFFICE_ENDS.has(suffix) &&
    ACTS_BEHIND.test(folded.slice(end, end + 3)) &&
    !NO_OFFICE.test(folded.slice(end - 2, end));
  if (suffix.length === 1 && type !== "place" && !acts) return undefined;
  const runsOn = acts || FINAL.has(suffix) || endsAt(folded, end) > 0 ? 0 : 1.5;
  for (let length = 1; length <= LONGEST_CORE; length++) {
    const start = coreEnd - length;
    if (start < 0 || classAt(text, start) !== HAN || FUNCTION.has(folded.charAt(start))) break;
    if (length === 1) continue;
    const core = folded.slice(start, coreEnd);
    const over = knownOver(known, start, end);
    if (over && over.start === start && over.end === coreEnd) {
      best = longerFirm(view, passage, over, end, suffix) ?? best;
      break;
    }
    if (
      over &&
      over.start === start &&
      over.end < coreEnd - 1 &&
      officeOf(view, over.entity, folded.slice(over.end, coreEnd), suffix)
    ) {
      best = { name: text.slice(start, end), type, confidence: 0.8, reason: "office of a known name" };
      break;
    }
    if ((isGeneric(core) && !acts) || over) continue;
    const border = beginsAt(folded, start);
    if (border === 0) continue;
    const name = text.slice(start, end);
    const coined =
      !isOrdinaryWord(text.slice(start, coreEnd)) && !isGeneric(core.slice(0, 2)) && !isGeneric(core.slice(-2));
    const transliterated = length >= 3 && [...core].every((unit) => TRANSLITERATION.has(unit));
    const count = view.count(name);
    const score =
      border +
      (acts ? 3 : 0) +
      (coined ? 1 : -1) +
      (transliterated ? 1.5 : 0) +
      (count > 1 ? 1 : 0) -
      (length > 5 ? 1 : 0) -
      runsOn -
      (type === "place" && !transliterated ? 3 : 0);
    if (score <= bestScore) continue;
    bestScore = score;
    best = { name, type, confidence: Math.min(0.9, 0.5 + score * 0.06), reason: "suffix" };
  }
  return best;
}

const OFFICE_ENDS = new Set(fold("署處").split(""));
const ACTS_BEHIND = new RegExp(
  `^(?:${fold("人員|發言人|處長|署長|副處|副署|接報|接獲|指|表示|宣布|公布|轄下|昨|今|呼籲|提醒|已|會|說|稱|回覆|派員|到場")})`,
);
const NO_OFFICE = new RegExp(
  fold(
    "部署|簽署|連署|到處|好處|壞處|之處|各處|何處|深處|高處|此處|多處|一處|兩處|四處|處處|相處|用處|長處|短處|難處|事處|出處|去處|住處|遠處|近處|低處|暗處|懲處|判處",
  ),
);
/** Bodies that belong to what is named before them: 參議院銀行委員會, 觀塘裁判法院. */
const BODIES = new Set(
  fold(
    "委員會 消防局 衛生局 環保局 交通局 教育局 都發局 工務局 社會局 勞工局 農業局 稅務局 警局 地檢署 公共運輸處 書院 法院 局 署 總署 管理局 監管局 研究所 研究院 醫院 警察局 檢察院 協會 聯合會 大學 學院 中學 小學 博物館 美術館 圖書館 實驗室 學會 商會 工會 基金會 交易所",
  ).split(" "),
);
/** Suffixes that no other noun follows as a rule (半導體設備, 資本支出 are others). */
const FINAL = new Set([...BODIES, ...fold("公司 集團 銀行 證券 金控 日報").split(" ")]);
/** Suffixes that are verbs as well: 輝達投資. */
const VERBS = new Set(fold("投資 建設 保險 資本").split(" "));
/** Behind a border these make a name with whatever is no ordinary word before them. */
const HOUSES = new Set(fold("醫院 大學 中學 小學 書院").split(" "));
const NO_BODY = new RegExp(
  fold(
    "政府|要求|委託|宣布|成立|設立|提出|任命|通過|表示|指出|認為|與|和|及|的|在|向|對|由|被|將|把|市場|公司|總統|總理|首相|官員|前|最",
  ),
);

const COLLEGE = fold("大學");
const COMPANY = fold("公司");
const GROUP = fold("集團");
const SAME_FIRM = new Set(fold("集團 控股").split(" "));

/** 芝浦電子 beside a known 芝浦: a firm of its own, unless only 集團 follows. Another firm's 電子 must end there. */
function longerFirm(
  view: ArticleView,
  passage: number,
  over: Mention,
  end: number,
  suffix: string,
): Proposal | undefined {
  const known = view.lexicon.entities[over.entity];
  const folded = view.folded[passage] ?? "";
  const name = view.scans[passage]?.text.slice(over.start, end) ?? "";
  // 屯門醫院: a house named after its district; 香港醫院 is any hospital there, 台灣大學生 are students.
  if (known?.type === "place" && HOUSES.has(suffix) && known.links.length > 0 && !/^[生們们]/.test(folded.charAt(end)))
    return { name, type: "org", confidence: 0.75, reason: "house of a place" };
  if (known?.type !== "company" || suffix === fold("公司") || VERBS.has(suffix) || suffix.length < 2) return undefined;
  if (SAME_FIRM.has(suffix)) return { name, type: "company", confidence: 0.85, reason: "suffix", entity: over.entity };
  if (
    TYPE_OF_SUFFIX.get(suffix) !== "company" ||
    (endsAt(folded, end) === 0 && view.count(name) < 2) ||
    over.end - over.start > 4
  )
    return undefined;
  return { name, type: "company", confidence: 0.7, reason: "suffix" };
}

/** What stands between a known place or office and the suffix makes one name with them. */
function officeOf(view: ArticleView, entity: number, between: string, suffix: string): boolean {
  const type = view.lexicon.entities[entity]?.type;
  // 南寧建寧水務投資集團: a group named after its town.
  if (type === "place" && suffix === GROUP)
    return between.length >= 3 && between.length <= 8 && !isGeneric(between) && !NO_BODY.test(between);
  return (type === "place" || type === "org") && BODIES.has(suffix) && between.length <= 8 && !NO_BODY.test(between);
}

const startsSuffix = (folded: string, at: number): boolean =>
  mayBegin(FIRST_PAIR_OF_SUFFIXES, folded, at) &&
  SUFFIXES.some(([word]) => word.length > 1 && folded.startsWith(word, at));
