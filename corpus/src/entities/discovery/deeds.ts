// Names that an article repeats and that do what firms, offices and countries do: X執行長, X股價, X宣布, X總統. A string counts
// only if the word list does not know it, it stands at least three times, and ever other characters stand around it.
import { fold } from "../../text/fold.ts";
import type { EntityType } from "../entity.ts";
import { classAt, HAN } from "../unitClass.ts";
import { type ArticleView, endsAt, isCoined, knownOver, type Proposal, startOfName } from "./article.ts";
import { markedPlaces, mayBegin, pairMarks, unitMarks } from "./marks.ts";
import { typeOfHan } from "./suffixes.ts";

const CUES: readonly (readonly [words: string, type: EntityType, weight: number])[] = [
  [
    "執行長 首席執行官 行政總裁 股價 股票 財報 營收 市值 創辦人 創始人 聯合創始人 旗下 晶片 產品 高管 產能 客戶 訂單 毛利率 估值 融資",
    "company",
    2,
  ],
  ["宣布 宣佈 推出 收購 發布 公布 表示 透露 計劃 計畫", "company", 1],
  ["主席 理事 官員 委員 會議 決議", "org", 2],
  ["總統 總理 央行 國會 外交部 首都 人民 軍方", "place", 2],
];
/** Words of the trade that the word list does not know and that do no deeds. */
const TRADE = new Set(
  fold(
    "算力 稀缺 美股 港股 台股 臺股 陸股 日股 韓股 歐股 滬深 兩市 美債 公債 國債 財報 營收 毛利 淨利 法說 外資 陸資 內資 投信 法人 大盤 散戶 個股 類股 權值 概念 板塊 晶圓 製程 奈米 封測 大模型 大廠 巨頭 龍頭 車企 藥企 央企 國企 民企 房企 險企 銀企 台廠 陸廠 美廠 日廠 韓廠 晶片股 科技股 中概 中概股 新能源 儲能 光伏 鋰電 電動車 半導體 記憶體 伺服器 數據 資料 雲端 機器人 人形 低空 創新藥 醫美 白酒 消費 內需 外需 供應鏈 代工 業者 業界 市場 投資人 投資者 股東 主力 機構 量化 私募 公募 中方 美方 日方 韓方 俄方 烏方 台方 歐方 英方 德方 法方 以方 官方 警方 校方 院方 資方 勞方 店方 廠方 雙方 各方 對方 我方 己方 局方 政方 軍方 檢方 控方 辯方",
  ).split(" "),
);
const LEAST = 3;
const LONGEST = 6;

/** What a company's month or quarter in the first line counts for beyond its cue. */
const IN_HEADLINE = 1;
/** 10月, 第三季, 6日, 今年: what may stand between a name and its deed. */
const PERIOD = new RegExp(`(?:[0-9]{2,4}年)?(?:[0-9]{1,2}[${fold("月日季")}]|第?[${fold("一二三四首前上末")}]{1,2}(?:季度?|個?月)|${fold("上半年|下半年|全年|半年|今年|去年|自結|合併|累計|單月|中期|年度")})$`);
const PERIOD_ENDS = new Set(fold("月日季年度結併計期").split(""));

/** Where a name may end before a period that ends at \`at\`; \`at\` where there is none. */
function beforePeriod(folded: string, at: number): number {
  let end = at;
  for (let times = 0; times < 2 && PERIOD_ENDS.has(folded.charAt(end - 1)); times++) {
    const period = PERIOD.exec(folded.slice(Math.max(0, end - 10), end));
    if (!period) break;
    end -= period[0].length;
  }
  return end;
}

const cueStarts = new Map<string, (readonly [string, EntityType, number])[]>();
for (const [words, type, weight] of CUES)
  for (const word of fold(words).split(" ")) {
    cueStarts.set(word.charAt(0), [...(cueStarts.get(word.charAt(0)) ?? []), [word, type, weight]]);
  }
const FIRST_OF_CUES = unitMarks(cueStarts.keys(), "first");
const FIRST_PAIR_OF_CUES = pairMarks(
  [...cueStarts.values()].map((cues) => cues.map(([word]) => word)),
  "first",
);

/** Repeated names before a cue. */
export function namesByDeeds(view: ArticleView): readonly Proposal[] {
  const weights = new Map<string, Map<EntityType, number>>();
  view.scans.forEach(({ text }, passage) => {
    const folded = view.folded[passage] ?? "";
    for (const at of markedPlaces(folded, FIRST_OF_CUES)) {
      if (at < 2 || at >= folded.length - 1 || !mayBegin(FIRST_PAIR_OF_CUES, folded, at)) continue;
      const cues = cueStarts.get(folded.charAt(at));
      if (cues === undefined || classAt(text, at - 1) !== HAN) continue;
      const cue = cues.find(([word]) => folded.startsWith(word, at));
      const end = beforePeriod(folded, at);
      if (!cue || end < 2 || classAt(text, end - 1) !== HAN || knownOver(view.known[passage] ?? [], end - 1, end)) continue;
      const start = startOfName(view, passage, end, LONGEST);
      if (start === undefined) continue;
      const name = text.slice(start, end);
      const types = weights.get(name) ?? new Map<EntityType, number>();
      // the headline of an article that tells a month's revenue names whose
      types.set(cue[1], (types.get(cue[1]) ?? 0) + cue[2] + (end < at && passage === 0 ? IN_HEADLINE : 0));
      weights.set(name, types);
    }
  });
  return [...weights].flatMap(([name, types]): readonly Proposal[] => {
    const [type, weight] = [...types].sort((a, b) => b[1] - a[1])[0] ?? ["company" as EntityType, 0];
    const count = view.count(name);
    if (weight < 4 || count < LEAST || TRADE.has(fold(name)) || !isCoined(name) || !isFree(view, name)) return [];
    return [
      {
        name,
        type: typeOfHan(name) ?? type,
        confidence: Math.min(0.8, 0.55 + 0.02 * count),
        reason: "repeated with deeds",
      },
    ];
  });
}

/** Ever other characters stand before and behind the name: it is no part of a longer string. */
function isFree(view: ArticleView, name: string): boolean {
  const before = new Map<string, number>();
  const behind = new Map<string, number>();
  let total = 0;
  let bordered = 0;
  view.scans.forEach(({ text }, passage) => {
    const folded = view.folded[passage] ?? "";
    for (let at = text.indexOf(name); at >= 0 && total < 60; at = text.indexOf(name, at + name.length)) {
      total++;
      const left = classAt(text, at - 1) === HAN ? text.charAt(at - 1) : `${at}`;
      const right = classAt(text, at + name.length) === HAN ? text.charAt(at + name.length) : `${at}`;
      before.set(left, (before.get(left) ?? 0) + 1);
      behind.set(right, (behind.get(right) ?? 0) + 1);
      if (endsAt(folded, at + name.length) > 0) bordered++;
    }
  });
  const most = (counts: ReadonlyMap<string, number>): number => Math.max(0, ...counts.values());
  return most(before) * 2 <= total && most(behind) * 2 <= total && bordered * 4 >= total;
}
