// Ordinary nouns beside names: behind one they are no part of it (H200晶片 is H200, 輝達公司 is 輝達), and a country with a
// raw material before it is a firm only if the text treats it as one (中國石油, 委內瑞拉石油).
import { fold } from "../text/fold.ts";
import type { Lexicon } from "./lexicon.ts";
import { nameKey } from "./nameKey.ts";

const TAILS = fold(
  "晶片 芯片 晶片組 架構 處理器 加速器 平台 平臺 系列 模型 大模型 公司 顯卡 手機 汽車公司 有限公司 股份有限公司 GPU CPU chip chips architecture platform series processor Inc Inc. Corp Corp. Ltd Company",
)
  .split(" ")
  .map((word): string => nameKey(word));

const LAST = new Set(TAILS.map((tail) => tail.charCodeAt(tail.length - 1)));
const INDUSTRY = new RegExp(
  `(?:${fold("石油|原油|天然氣|油氣|煤炭|黃金|電力|保險|銀行|航空|汽車|鋼鐵|電信|郵政|鐵路|化工|製藥")})$`,
);

/** 雲平台 is the name of a service, Rubin平台 is Rubin. */
const CLOUD = new RegExp(`(?:${fold("雲|cloud")})$`);
const PLATFORM = new RegExp(`(?:${fold("平台|平臺|platform")})$`);

/** The key without an ordinary noun at its end; undefined if it has none. */
export function withoutTail(key: string): string | undefined {
  if (!LAST.has(key.charCodeAt(key.length - 1))) return undefined;
  for (const tail of TAILS)
    if (key.length > tail.length + 1 && key.endsWith(tail)) {
      const core = key.slice(0, -tail.length);
      // Without 公司 a national oil company would be its oil.
      return INDUSTRY.test(core) || (CLOUD.test(core) && PLATFORM.test(key)) ? undefined : core;
    }
  return undefined;
}

const MATERIALS = fold("石油|原油|天然氣|油氣|煤炭|黃金|電力|稻米|大豆");
const MATERIAL = new RegExp(`(?:${MATERIALS})$`);
const LAST_OF_MATERIALS = new Set(MATERIALS.split("|").map((word) => word.charCodeAt(word.length - 1)));

/** The folded name is a place with a raw material, an ordinary phrase as well as a firm. */
export function endsInMaterial(lexicon: Lexicon, key: string): boolean {
  if (!LAST_OF_MATERIALS.has(key.charCodeAt(key.length - 1)) || !MATERIAL.test(key)) return false;
  const place = lexicon.entryOf(key.replace(MATERIAL, ""));
  return place?.uses.some(({ entity }) => lexicon.entities[entity]?.type === "place") === true;
}

const FIRM_BEHIND = new RegExp(
  `^\\s?(?:${fold("公司|集團|股份|股價|財報|宣布|宣佈|公布|表示|董事長|總裁|執行長|旗下|市值|營收|獲利|淨利|盈利|業績|派息|股息|收漲|收跌|上漲|下跌|漲|跌|發債|上市|回購|、|和|及|與|等")}|[(（])`,
);

const MONEY_BEHIND = new RegExp(
  `^(?:[(（][^()（）]{1,12}[)）])?(?:${fold("公布|公佈|發布|今年|去年|首季|前三季|首三季|上半年|下半年|全年")}|${fold("第")}[${fold("一二三四")}]${fold("季")}|[0-9]{1,2}${fold("月")}){0,2}的?(?:${fold("目標價|股價|股票|營收|財報|盈利|淨利|獲利|市值|毛利率|執行長|董事長|總經理|總裁|行政總裁|創辦人|創始人|業績|股東會|法說會|除息|配息|評級|派息|本益比|股份")})`,
);

/** Right behind the name stands what only a firm has: its share price, revenue, chief executive. */
export const firmRightBehind = (folded: string): boolean => MONEY_BEHIND.test(folded);

const GOODS_BEHIND = new RegExp(
  `^(?:${fold("產業|工業|產量|產能|出口|進口|儲量|儲備|市場|行業|部門|資源|開採|生產|供應|供給|需求|價格|貿易|開發|制裁|管道|運輸|投資|收入|設施|項目|計畫|計劃|的|業|是|,|，|。")})`,
);
const GOODS_BEFORE = new RegExp(
  `(?:${fold("依賴|控制|掌控|覬覦|進口|購買|採購|開採|出口|運輸|運送|奪取|爭奪|獲取|取得|對|搶|買|賣|將|把")})$`,
);

/** Whether the words around treat the place with a raw material as a firm: `yes`, `no` (goods), or nothing speaks for either. */
export function readsAsFirm(before: string, behind: string): "yes" | "no" | "open" {
  if (FIRM_BEHIND.test(behind)) return "yes";
  return GOODS_BEHIND.test(behind) || GOODS_BEFORE.test(before) ? "no" : "open";
}
