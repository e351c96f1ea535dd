// The words of the grammar (年增, 上調至, 預計, according to …) by what they tell, found leftmost-longest over folded text
// in one pass. Words that only look like one (升級 beside 升) stand in the table too and tell nothing.
import { buildTrie } from "../entities/doubleArrayTrie.ts";
import { fold, foldTable } from "../text/fold.ts";
import { isDigit, isLatinLetter } from "../text/han.ts";

export const enum Cue {
  None,
  OnYear,
  OnQuarter,
  OnMonth,
  OnWeek,
  OnDay,
  /** Grew or shrank: the figure behind or before it is how much. */
  Change,
  /** The same, and said of a company or an index it is its price. */
  PriceChange,
  /** The figure behind it is the value reached: 增至, 升到, to. */
  After,
  /** Before a value that is left: 由, 從, from. */
  From,
  /** Before what is compared with: 較, 高於, than. */
  Than,
  /** An earlier value or forecast: 前值, 原先. */
  Before,
  Forecast,
  Actual,
  Limit,
  Target,
  Hypothetical,
  Peak,
  /** Who stands before it says so: 表示, 指出, said. */
  Says,
  /** Who stands behind it says so: 根據, according to. */
  AccordingTo,
  /** 該公司, the company: a company named before. */
  Company,
  /** 其, its: whoever was spoken of. */
  Its,
  Respectively,
  /** A moment or vintage: 收盤, 盤中. */
  Moment,
  /** What stands behind it is a part of a whole: 占, 佔. */
  Share,
  /** 同期 with nothing before it: the period of the comparison. */
  Topic,
}

const WORDS: readonly (readonly [Cue, string])[] = [
  [Cue.OnYear, "年增 年減 年成長 年增率 年減率 年成長率 年增長 年衰退 年漲 年跌 年比 年對年 同比 同比增 同比減 同比增長 同比下降 同比上漲 同比減少 同比增加 同比成長 同比漲 同比跌 同比大增 按年 按年增 按年減 按年升 按年跌 按年增長 按年上升 按年下跌 按年增加 按年減少 較去年同期 較上年同期 比去年同期 比上年同期 較去年 比去年 較上年 比上年 較前一年 比前一年 較前年 與去年同期相比 與上年同期相比 與去年相比 與上年相比 相較去年同期 相較於去年同期 相比去年同期 相較去年 較一年前 比一年前 年升 年化增長 yoy y/y year_on_year year-on-year year_over_year year-over-year from_a_year_earlier from_a_year_ago from_the_year_before than_a_year_earlier than_a_year_ago compared_with_a_year_earlier annually on_the_year from_last_year from_the_prior_year a_year_earlier"],
  [Cue.OnQuarter, "季增 季減 季成長 季增率 季減率 季成長率 季衰退 環比 環比增長 環比下降 環比增 環比減 環比上漲 按季 按季增 按季減 按季升 按季跌 按季增長 按季上升 較上季 較上一季 較前一季 較前季 比上季 比上一季 較上季度 較上一季度 季對季 qoq q/q quarter_on_quarter quarter-on-quarter quarter-over-quarter sequentially from_the_previous_quarter from_the_prior_quarter from_last_quarter"],
  [Cue.OnMonth, "月增 月減 月成長 月增率 月減率 月成長率 月對月 按月 按月增 按月減 按月升 按月跌 按月增長 按月上升 較上月 較上個月 較前月 較前一月 較前一個月 比上月 比上個月 mom m/m month_on_month month-on-month month-over-month from_the_previous_month from_a_month_earlier from_last_month"],
  [Cue.OnWeek, "週增 周增 週減 周減 按周 按週 周環比 週環比 較上週 較上周 較前一週 較前一周 比上周 wow week_on_week week-on-week from_the_previous_week from_a_week_earlier"],
  [Cue.OnDay, "日增 按日 較前一日 較前日 較上日 較前一交易日 較上一交易日 較昨日 較昨天 日環比 day_on_day from_the_previous_day"],
  [Cue.Change, "增長 增長率 成長 成長率 增加 增加了 增長了 成長了 增幅 降幅 減幅 升幅 跌幅 漲幅 漲跌幅 下降 下降了 減少 減少了 下滑 上升 上升了 衰退 大增 大減 激增 銳減 暴增 驟減 驟降 縮減 縮水 擴大 擴張 提升 提升了 提高 提高了 調升 調降 上調 下調 上修 下修 調高 調低 調漲 削減 裁減 遞增 遞減 倍增 飆增 翻倍 攀升 攀升了 回升 回落 降低 降低了 增速 減速 改善 惡化 優於 遜於 高出 多出 少於 萎縮 收窄 擴增 加快 放緩 加價 減價 漲價 降價 升值 貶值 大幅增長 大幅下降 累計增長 累計下降 多賺 少賺 加薪 調薪 increase increased increasing increases growth grew growing grow rise rose rises rising risen up down decrease decreased decreases decline declined declines declining reduction reduced reducing expanded expanding higher lower gain gained gains shrank shrinking contracted contraction improved more less cut_by raised_by jumped jump soared surge surged fell fall falls falling dropped drop drops dipped slipped slid climbed climb advanced advance added lost"],
  [Cue.PriceChange, "上漲 上漲了 下跌 下跌了 大漲 大跌 收漲 收跌 重挫 飆漲 飆升 狂飆 狂漲 暴漲 暴跌 急升 急跌 走高 走低 收高 收低 收升 累漲 累跌 累升 累計上漲 累計下跌 微漲 微跌 小漲 小跌 大升 上揚 下挫 反彈 勁升 勁揚 勁漲 領漲 領跌 挫跌 崩跌 跳水 閃崩 漲逾 跌逾 漲超 跌超 升逾 升超 漲近 跌近 漲約 跌約 終場上漲 終場下跌 高開 低開 開高 開低 跳漲 跳空 強漲 猛漲 翻紅 翻綠 收黑 收紅 tumbled plunged slumped rallied sank surged rallying"],
  [Cue.After, "增至 增長至 成長至 增加至 增加到 增長到 成長到 升至 升到 上升至 上升到 上漲至 上漲到 漲至 漲到 跌至 跌到 下跌至 下跌到 降至 降到 下降至 下降到 減至 減少至 減少到 減到 調升至 調升到 上調至 上調到 上調為 調高至 調高到 上修至 上修到 上修為 下修至 下修到 下修為 下調至 下調到 調降至 調降到 調低至 調整至 調整為 調整到 提高至 提高到 提升至 提升到 擴大至 擴大到 擴增至 擴增到 縮減至 縮減到 縮小至 縮小到 縮至 收窄至 回升至 回升到 回落至 回落到 下滑至 下滑到 滑落至 攀升至 攀升到 飆升至 飆升到 飆至 飆到 驟降至 驟降到 驟減至 翻倍至 達到 來到 增為 降為 升為 減為 改為 變為 加至 加到 減低至 削減至 壓低至 推高至 推升至 拉升至 拉高至 反彈至 翻至 大增至 大減至 激增至 暴增至 grew_to rose_to increased_to up_to_a fell_to dropped_to declined_to raised_to cut_to lowered_to reached lifted_to climbed_to jumped_to widened_to narrowed_to hit to"],
  [Cue.From, "由 從 自 from"],
  [Cue.Than, "較 比 比起 相較 相較於 較之 相比 對比 高於 低於 多於 超過了 優於 遜於 勝於 不及 than versus vs compared_with compared_to against above below"],
  [Cue.Before, "前值 原先 原本 原為 原來 此前 先前 前次 上次 舊 修正前 原預估 原預測 原預期 原目標價 上一次 前一次 previously previous prior earlier"],
  [Cue.Forecast, "預計 預估 預期 預測 預料 預期將 預計將 料將 料 估計 估算 推估 估 可望 有望 將達 將會 將 看好 上看 下看 展望 財測 指引 預示 預告 預算 擬 計劃 計畫 規劃 打算 未來 屆時 明年 後年 有機會 勢將 恐 恐將 or_more_by 市場預期 市場預估 市場預測 分析師預期 分析師預估 一致預期 預想 盼 料為 料達 預測值 will expects expect expected forecast forecasts forecasted estimate estimates estimated projected projects projection outlook guidance guided sees is_set_to plans planned planning target likely could may might would consensus anticipate anticipated anticipates guides guide_to forecasting projecting expecting"],
  [Cue.Actual, "錄得 實際 實現 已達 公布 公佈 達成 創下 創 結算 發布 發佈 披露 完成 締造 累計 reported posted recorded actual achieved totaled totalled came_in"],
  [Cue.Limit, "上限 下限 最多 不超過 至多 最高可 最高可達 門檻 頂多 不得超過 不低於 不少於 不得低於 不高於 起跳 封頂 限額 額度上限 紅線 低消 cap capped limit ceiling floor at_most no_more_than maximum up_to minimum threshold"],
  [Cue.Target, "目標 目標是 力拚 力爭 爭取 挑戰 瞄準 目標為 目標在 力求 鎖定 target targets targeting aims aim aiming goal"],
  [Cue.Hypothetical, "若 如果 假如 假設 倘若 一旦 萬一 如若 假使 若是 要是 即使 即便 試算 設若 if assuming suppose supposing hypothetical should_the"],
  [Cue.Peak, "最高 最高達 高峰 峰值 高點 歷史高點 曾達 一度 巔峰 巔峰時期 最高曾 頂峰 最低 低點 谷底 高位 低位 新高 新低 歷史新高 歷史新低 最高點 最低點 高見 低見 peak peaked record high low all-time_high"],
  [Cue.Says, "表示 指出 稱 宣稱 聲稱 說 說道 說過 認為 強調 透露 坦言 直言 預測 預估 預計 預期 預料 報導 報道 提到 提及 宣布 宣佈 公布 公佈 顯示 警告 分析 寫道 重申 估計 估算 發現 解釋 補充 補充說 披露 相信 看好 聲明 回應 坦承 承認 說明 主張 呼籲 列出 統計 評估 點出 分享 said says noted told estimates forecasts predicts reported wrote warned expects believes added stated announced according"],
  [Cue.AccordingTo, "據 根據 依據 按照 援引 引述 參照 據報 according_to citing data_from"],
  [Cue.Company, "這家 這間 該公司 該企業 該集團 該行 該股 該廠 該廠商 該銀行 該車廠 該車企 該機構 這家公司 這間公司 該晶片商 該業者 這家企業 該上市公司 本公司 我司 公司 集團 the_company the_group the_firm the_bank the_chipmaker the_automaker the_carmaker the_lender the_retailer the_manufacturer we our"],
  [Cue.Its, "其 其中 它 它的 他們 該國 該市 該地 該指數 該產品 該模型 該基金 該晶片 該車 該車型 its it their"],
  [Cue.Respectively, "分別 分别為 各為 依序 依序為 依次 依次為 順序為 respectively"],
  [Cue.Moment, "收盤 盤中 盤後 盤前 早盤 午盤 尾盤 開盤 收市 開市 即市 午後 早市 午市 全日 夜盤 終場 半日 開盤後 intraday after_hours premarket at_the_close"],
  [Cue.Share, "占 佔 占了 佔了 占比 佔比 占到 佔到 占據 佔據 佔有 占有 約占 約佔 僅占 僅佔 accounts_for accounted_for accounting_for makes_up made_up represents represented"],
  // look-alikes
  [Cue.None, "其他 其它 其餘 其次 其實 其間 尤其 極其 比亞迪 比特幣 比例 比重 比賽 比較 從事 從而 從此 從業 自動 自己 自家 自然 自駕 自由 自有 自營 自身 自行 自主 自研 自律 自信 自殺 自治 由於 理由 自由 經由 來自 出自 源自 將近 將軍 將來 應佔 應占 市占 市佔 市占率 市佔率 佔有率 占有率 市場占有率 市場佔有率 佔地 占地 獨占 獨佔 侵占 攻占 占領 佔領 霸占 占用 佔用 原油 原料 材料 資料 原材料 飲料 物料 塑料 燃料 肥料 據點 數據 證據 單據 收據 據守 估值 說法 說服 小說 分析師 分析員 例如 譬如 比如 比方說 舉例 年報導 年度報告 報導說 分別是 分別為 比率 無比 百分比 對比度 集團軍 公司債 公司法 母公司 子公司 分公司 上市公司 石油公司 保險公司 信用卡公司 科技公司 航空公司 證券公司 投資公司 基金公司 地產公司 電力公司 大型公司 小公司 新公司 兩家公司 這些公司 各公司 公司名稱 公司治理 舊金山 陳舊 仍舊 依舊 創辦 創新 創始 創立 創業 創意 創作 首創 創造 原創 獨創 草創 創投 新創 計劃書 估價 較為 較大 較高 較低 較多 較小 較少 較長 較短 較好 較佳 較快 較慢 比起來 不僅 名稱 俗稱 簡稱 號稱 對稱 職稱 堪稱 匿稱 被稱 被稱為 稱為 人稱 稱號 恐慌 恐怖 恐怕 恐嚇 擬定 虛擬 模擬 上限期 高峰會 峰會 high-speed high-end high-tech low-end low-cost up-to-date according_to may_be"],
];

const keys = new Map<string, Cue>();
for (const [cue, words] of WORDS)
  for (const word of words.split(" ").filter(Boolean)) {
    const key = fold(word.replaceAll("_", " "));
    // 預計 both says and foresees: Forecast stands first and Says is asked for by `alsoSays`
    if (!keys.has(key)) keys.set(key, cue);
  }
const { codes, base, check, accept } = buildTrie([...keys.keys()], foldTable);
const kinds = Uint8Array.from(keys.values());
const SAYING = new Set(WORDS.filter(([cue]) => cue === Cue.Says).flatMap(([, words]) => words.split(" ").map((word) => fold(word))));

/** Whether the folded word is one behind which something said follows, whatever else it tells (預計, 公布). */
export const alsoSays = (folded: string): boolean => SAYING.has(folded);

/** A word of the grammar in a text: UTF-16 offsets. */
export interface CueHit {
  readonly start: number;
  readonly end: number;
  readonly cue: Cue;
}

/** The cues of a text in order, none overlapping; look-alikes are left out. Linear. */
export function findCues(text: string): CueHit[] {
  const hits: CueHit[] = [];
  const root = base[0] as number;
  for (let start = 0; start < text.length; start++) {
    const unit = text.charCodeAt(start);
    const first = codes[unit] as number;
    if (first === 0 || check[root + first] !== 0) continue;
    if ((accept[root + first] as number) === 0) {
      // most places fail at the second unit
      const second = start + 1 < text.length ? (codes[text.charCodeAt(start + 1)] as number) : 0;
      if (second === 0 || check[(base[root + first] as number) + second] !== root + first) continue;
    }
    if (isLatinLetter(unit) && start > 0 && isLatinLetter(text.charCodeAt(start - 1))) continue;
    let state = 0;
    let end = -1;
    let cue = Cue.None;
    for (let at = start; at < text.length; at++) {
      const code = codes[text.charCodeAt(at)] as number;
      const next = (base[state] as number) + code;
      if (code === 0 || check[next] !== state || (state === 0 && next === 0)) break;
      state = next;
      const accepted = accept[state] as number;
      if (accepted > 0 && !(isLatinLetter(text.charCodeAt(at)) && (isLatinLetter(text.charCodeAt(at + 1)) || isDigit(text.charCodeAt(at + 1))))) {
        end = at + 1;
        cue = kinds[accepted - 1] as Cue;
      }
    }
    if (end < 0) continue;
    if (cue !== Cue.None) hits.push({ start, end, cue });
    start = end - 1;
  }
  return hits;
}
