// 點 and 分: index points and scores, or times of day, or hundredths of a currency.
import { cuesOf, oneOf, starts } from "../cues.ts";
import { clockEnd } from "./clock.ts";
import { excluded, justBefore, near, plain, plainInteger, type Site, type UnitReading } from "./site.ts";

const TIME_WORDS = cuesOf(
  "上午 下午 早上 晚上 凌晨 中午 傍晚 清晨 今早 今晚 昨晚 昨早 晚間 午間 午後 早盤 明早 明晚 深夜 半夜 當晚 當日 晚 早 午 a.m. p.m. 時間 至 到",
);

const SCORE_CUES = cuesOf(
  "得 拿 失 給 評 打 滿 分數 成績 考獲 取得 攻 砍 貢獻 領先 落後 以 平均 場均 投進 進帳 扣 加 評分 共 獨 勝 輸",
);

const INDEX_CUES = cuesOf("指 點數 升 跌 漲 挫 彈 開 積 台股 股市 盤 大盤 收 報 關 失守 突破 重上 美股 港股");

export const DIVIDEND_CUES = cuesOf("派 息 每股 股利 分紅 匯 貶 升值 貶值 每度 電價 收在 每升 每公升");

const ITEMS = "建議 訴求 聲明 理由 原因 看法 呼籲 要求 共識 回應 意見 原則 主張 承諾 方向 措施 觀察 重點";

export function point(site: Site): UnitReading | undefined {
  const {
    numeral,
    line: { folded },
    end,
  } = site;
  if (oneOf(folded, end, "评名火心击赞燃缀子餐播")) return undefined;
  if (numeral.native && !numeral.arabic && numeral.size < 20 && numeral.magnitude === 0)
    return excluded(clockEnd(folded, end));
  if (plainInteger(site) && starts(folded, end, ITEMS))
    return plain(site, { kind: "count", unit: "點", classifier: true });
  if (plainInteger(site) && numeral.size <= 24) {
    if (oneOf(folded, end, "半鈡整许正") || clockEnd(folded, end) > end) return excluded(clockEnd(folded, end));
    if (justBefore(site, TIME_WORDS) && !near(site, 12, 0, INDEX_CUES)) return excluded(end);
    if (!near(site, 14, 3, INDEX_CUES))
      return starts(folded, end, "开盘 收盘 前 后 起 至 到") ? excluded(end) : plain(site);
  }
  return plain(site);
}

export function minute(site: Site): UnitReading | undefined {
  const {
    numeral,
    line: { folded },
    end,
  } = site;
  if (oneOf(folded, end, "店行公别红析部成期享手散布拆配歧支润子级割工化明为之母隔布摊流销贝段野球")) return undefined;
  const before = folded.charAt(numeral.start - 1);
  if (before === "时" || before === "点") return excluded(end);
  if (numeral.native && !numeral.arabic) {
    if (numeral.single < 0 && numeral.size > 10) return plain(site);
    return justBefore(site, SCORE_CUES) && numeral.size !== 10 ? plain(site) : undefined;
  }
  if (near(site, 12, 0, DIVIDEND_CUES) && numeral.size < 100)
    return plain(site, { kind: "money", unit: "local", exponent: -2 });
  return plain(site);
}
