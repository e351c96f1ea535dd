// Whether a magnitude without a unit (總價約120億, 用戶達2億) is money: the words of its clause say, the nearest first.
import type { Region } from "../articles/article.ts";
import { isHanAt, isLetterAt } from "./characterClasses.ts";
import { clauseStart, cueAt, cuesOf, endsWith } from "./cues.ts";
import { afterSpace } from "./line.ts";

const MONEY = cuesOf(
  "市值 營收 收入 價 資金 投資 成交額 成交 貸款 債 利潤 盈利 純利 賺 虧 淨利 獲利 薪 預算 成本 估值 獎 罰 售 賣 買 花 斥資 耗資 砸 集資 募資 籌 融資 捐 資產 存款 額 費 身家 財富 " +
    "款 元 每坪 每呎 樂透 威力彩 彩金 彩池 六合彩 投注 身價 補貼 現金 毛利 租 保費 賠 支出 收益 負債 逆差 順差 開支 注資 套現 派發 淨值 資本 規模 產值 業績 營業額 銷售額 買超 賣超 輸 贏 沽 作價 蝕 帳面 淨買 淨賣 淨流 票房 營業 造價 索賠 涉款 入息 金額 總值 值 股息 花紅 盈餘 匯 撥款 " +
    "revenue sales profit income cost price cap capex investment loan debt valuation deal worth spending budget assets deposits",
);
const COUNTED = cuesOf(
  "學童 學生 兒童 幼童 長者 嬰兒 出生 病人 患者 人 用戶 人口 銷量 出貨 產量 產能 參數 訂閱 下載 粉絲 觀看 瀏覽 觀眾 會員 客戶 客流 流量 點擊 點閱 播放 戶 股 張 次 片 銷售量 交付 交付量 成交量 樣本 面積 里程 距離 字 票數 件 量 人數 員工 數量 日活 月活 遊客 旅客 訪客 個案 確診 死亡 讚 留言 分享 人氣 票 觀看 人次 讀者 曝光 " +
    "users subscribers units shipments parameters downloads customers people population",
);
const MONEY_BEHIND = cuesOf(
  "投注 入帳 入賬 落袋 彩金 送 現折 回饋 獎金 資金 現金 美金 投資 貸款 債 營收 市值 賠償 罰款 訂單 預算 集資 融資 補助 補貼 基金 大獎 月薪 年薪 成交 元 身家 資產 保費 買 收購 存款 捐 大關 的價 租金 貨款 善款 公帑 港紙 花紅 豪宅 赤字 盈餘 注資 薪 本金 學費 沽 售 賣 易手 購入 承接 買入 入市 成交 元整 付款 港元 存入 現貨價 免稅 額度 稅",
);
const COUNTED_BEHIND = cuesOf(
  "用戶 人口 人 參數 會員 客戶 粉絲 觀眾 遊客 旅客 消費者 居民 民眾 員工 玩家 訂閱 次 個 股 輛 台 戶 平方 家庭 學生 勞工 選民 市民 點 token 像素 網民 訪客 打工 工人 農民 難民 患者 讀者 觀看 下載 轉發 讚 瀏覽 選票 份 標準 條",
);

const PAID =
  "喊 喊到 喊價 以 斥 蝕 砸 倒 狂倒 撥 貸 借 籌 捐 付 繳 減價 加價 開價 叫價 叫 獲利 盈 賺 虧 損失 值 騙 欠 蝕讓 劈 劈價";
const REACH = 24;

/** True for money, false for a count. */
export function saysMoney(folded: string, start: number, end: number, region: Region): boolean {
  const spaced = folded.charCodeAt(start - 1) === 0x20 ? start - 1 : start;
  if (endsWith(folded, spaced, PAID)) return true;
  const next = folded.charAt(afterSpace(folded, end)) === "的" ? end + 1 : afterSpace(folded, end);
  if (cueAt(folded, next, MONEY_BEHIND)) return true;
  if (cueAt(folded, next, COUNTED_BEHIND)) return false;
  for (const wide of [false, true]) {
    const from = clauseStart(folded, start, wide ? REACH * 2 : REACH, wide);
    for (let at = start - 1; at >= from; at--) {
      const counted = cueAt(folded, at, COUNTED)?.length ?? 0;
      const money = cueAt(folded, at, MONEY)?.length ?? 0;
      if (counted || money) return money > counted;
    }
  }
  // With nothing said either way a sum that ends its phrase is money; a number before a noun counts it.
  return !isHanAt(folded, afterSpace(folded, end)) && !isLetterAt(folded, afterSpace(folded, end)) && region !== "INTL";
}
