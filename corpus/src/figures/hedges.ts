// Words around a figure that loosen it (約, 逾, 至少, 以上) or say which way it went (增, 跌). They stand outside the figure.
import type { Bound, Figure } from "./figure.ts";
import { classAt, LETTER, MAGNITUDE, NATIVE_POWER } from "./characterClasses.ts";
import { cueAt, cueBefore, cuesOf, type Cues, wordsOf } from "./cues.ts";
import { afterSpace } from "./line.ts";

const table = (
  rows: readonly (readonly [Bound, string])[],
): { readonly cues: Cues; readonly bounds: ReadonlyMap<string, Bound> } => {
  const bounds = new Map<string, Bound>();
  const cues = cuesOf(rows.map(([, words]) => words).join(" "));
  for (const [bound, words] of rows)
    for (const word of wordsOf(cuesOf(words))) bounds.set(word, bound);
  return { cues, bounds };
};

/** 近 is `under`: it says "not quite" (DESIGN section 8 gives it a floor of its own). 最近, 通過 … are no hedges. */
const BEFORE = table([
  [
    "about",
    "約 大約 約為 約合 約達 大概 約莫 大致 差不多 折合約 合約 ~ ≈ around about approximately roughly some circa c. ca. est.",
  ],
  [
    "under",
    "近 將近 接近 逼近 直逼 幾乎 貼近 nearly almost close_to 不到 不足 未滿 未達 未及 不滿 少於 低於 小於 不及 跌破 跌穿 失守 less_than under below fewer_than < just_under just_below",
  ],
  [
    "over",
    "逾 超 超過 過 破 突破 多於 高於 大於 高過 不止 遠超 升穿 升破 衝破 站上 打破 more_than over above exceeding greater_than > upwards_of 上 超逾 逾越 超出 好幾 遠高於",
  ],
  [
    "atLeast",
    "至少 最少 起碼 不少於 不低於 不下 不下於 不小於 最低 ≥ at_least no_less_than not_less_than a_minimum_of 少說",
  ],
  [
    "atMost",
    "至多 最多 不超過 不多於 不高於 不逾 不大於 不過 頂多 上限 最高 ≤ up_to at_most no_more_than not_more_than a_maximum_of 封頂",
  ],
  [
    "exact",
    "買超 賣超 淨買超 淨賣超 最近 附近 通過 經過 透過 渡過 度過 難過 較過 曾過 去過 來過 以上 早上 晚上 加上 基本上 在上 事實上 實際上 大致上 史上 網上 市面上 路上 身上 街上 海上 線上 剛好 恰好 正好 高達 多達 exactly",
  ],
]);
const AFTER = table([
  ["about", "左右 上下 前後 or_so"],
  ["atLeast", "以上 或以上 及以上 或更多 起跳 起 or_more and_above or_above or_higher"],
  ["atMost", "以下 或以下 及以下 以內 之內 or_less or_lower or_below"],
  ["over", "多 餘 有餘 出頭 + plus"],
]);

/** Words that may stand between a hedge and the figure. */
const BETWEEN = cuesOf("了 達 為 是 到 至 了約 的");

export interface Hedge {
  readonly bound: Bound;
  /** Where the first hedge word before the figure begins. */
  readonly start: number;
}

/** The bound that the words directly around [start, end) give. */
export function hedgeOf(folded: string, start: number, end: number, duration: boolean): Hedge {
  let at = start;
  if (folded.charCodeAt(at - 1) === 0x20) at--;
  let before = cueBefore(folded, at, BEFORE.cues, 12);
  if (!before) {
    const filler = cueBefore(folded, at, BETWEEN, 2);
    if (filler) {
      const further = cueBefore(folded, at - filler.length, BEFORE.cues, 12);
      if (further && BEFORE.bounds.get(further) !== "exact") {
        before = further;
        at -= filler.length;
      }
    }
  }
  const word = before ?? "";
  if (
    before &&
    !(classAt(folded, at - before.length) === LETTER && classAt(folded, at - before.length - 1) === LETTER)
  ) {
    const bound = BEFORE.bounds.get(before) ?? "exact";
    // 近十年 is the last ten years, 過三年 three years later.
    const round = classAt(folded, start) === NATIVE_POWER || classAt(folded, start) === MAGNITUDE;
    const recent = (duration && word !== "上" && (word === NEAR || word === "过")) || (word === "上" && !round);
    if (bound !== "exact") return { bound: recent ? "exact" : bound, start: at - before.length };
  }
  const next = afterSpace(folded, end);
  const after = cueAt(folded, next, AFTER.cues);
  if (after && !cueAt(folded, next, NOT_MORE)) return { bound: AFTER.bounds.get(after) ?? "exact", start };
  return { bound: "exact", start };
}
const NEAR = "近";
const NOT_MORE = cuesOf(
  "起訴 起來 起碼 起火 起飛 起初 起草 起因 起點 起步 起伏 起薪 起家 起始 起源 起義 起落 起用 起死 起見 起床 起案 起爭 多數 多家 多名 多個 多項 多種 多次 多位 多元 多數 餘額 餘下 餘款 以上市 以下簡 以下是",
);

const UP = cuesOf(
  "增 升 上調 上修 漲 揚 彈 擴 走高 推高 墊高 rose rise rises grew growth up increased increase gained jumped surged climbed higher soared added ↑ ▲",
);
const DOWN = cuesOf(
  "減 降 下調 下修 跌 挫 滑 縮 貶 衰 退 fell fall falls down declined decline dropped decreased lower slipped slumped plunged shed lost ↓ ▼",
);
const LITRES = cuesOf("公升 每升 毫升");
const FILLER = cuesOf(
  "了 約 近 超 逾 達 至 到 為 過 幅 度 率 加 少 長 多 於 落 低 開 盤 收 出 穿 破 下 調 大 小 仅 僅 只 又 再 最 退 值 by to of at about nearly over more than some around an a ,",
);

/** Which way the words before the figure say it went; within `reach` units, over small words only. */
export function directionBefore(folded: string, start: number): Figure["direction"] | undefined {
  let at = start;
  const least = Math.max(0, start - 24);
  for (let steps = 0; at > least && steps < 8; steps++) {
    if (folded.charCodeAt(at - 1) === 0x20) at--;
    // 每公升 is no rise.
    if (cueBefore(folded, at, LITRES, 2)) return undefined;
    const longest = classAt(folded, at - 1) === LETTER ? 9 : 2;
    const word = cueBefore(folded, at, UP, longest);
    if (word) return "up";
    if (cueBefore(folded, at, DOWN, longest)) return "down";
    const filler = cueBefore(folded, at, FILLER, longest === 2 ? 1 : 6);
    if (!filler) return undefined;
    at -= filler.length;
  }
  return undefined;
}
