// Lines of a feed that belong to no article: the topic at its top (`#AI 市場`, 熱門時事 and its tagline), and rules.
import type { FeedLine } from "./feedLine.ts";

const TAGGED = /^[#＃]\s?[^\s#＃][^。！？!?]{0,30}$/;
const HEADING_WORDS =
  /熱門|热门|時事|时事|話題|话题|焦點|焦点|頭條|头条|精選|精选|專題|专题|快訊|快讯|排行|要聞|要闻|總覽|总览|一覽|一览|專區|专区|專欄|专栏|懶人包|掌握|追蹤|追踪|盤點|本週|本周|今日|每日|即時|即时|新聞|新闻|財經|财经|市場|市场|產業|产业|科技|國際|国际|港聞|兩岸|中國|社會|體育|娛樂|地產|投資|理財|生活|評論|社評|副刊/;
const RULE = /^[-–—─━=＝_＿*＊~～·.•\s]{3,}$/;

/** A line of dashes or stars between two texts. */
export const isRule = (line: FeedLine): boolean => RULE.test(line.text.slice(0, 200)) && line.text.length < 200;

/** A topic by its mark, anywhere in a feed. */
export const isTopic = (line: FeedLine): boolean => line.width <= 24 && TAGGED.test(line.text);

/** How many lines at the top name the topic of the file and belong to no article. */
export function topicHeaderLength(lines: readonly FeedLine[]): number {
  let at = 0;
  while (at < 4 && at + 1 < lines.length) {
    const line = lines[at];
    if (!line) break;
    const plain = !line.ends && line.width <= 14 && line.strength >= 0 && line.strength < 1 && HEADING_WORDS.test(line.text);
    // 科技 alone may head one article; a longer line must be followed by something that is no headline's own text
    if (isTopic(line) || (plain && (line.width <= 6 || at > 0))) at++;
    else break;
  }
  return at;
}
