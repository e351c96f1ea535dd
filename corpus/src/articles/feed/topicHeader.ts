// Lines of a feed that belong to no article: the topic at its top (`#AI 市場`, 熱門時事 and its tagline), and rules.
import type { FeedLine } from "./feedLine.ts";

const TAGGED = /^[#＃][^\s#＃][^。！？!?#＃]{0,30}$/;
/** Words of a page that collects articles, and of the sections that one article may be filed under (they end the line). */
const COLLECTION =
  /熱門|热门|時事|时事|話題|话题|焦點|焦点|頭條|头条|精選|精选|專題|专题|快訊|快讯|排行|總覽|总览|一覽|一览|懶人包|懒人包|掌握|追蹤|追踪|盤點|盘点|本週|本周|今日|每日/;
const SECTION =
  /(?:要聞|要闻|專區|专区|專欄|专栏|即時|即时|新聞|新闻|財經|财经|市場|市场|產業|产业|科技|國際|国际|港聞|兩岸|两岸|中國|中国|社會|社会|體育|体育|娛樂|娱乐|地產|地产|投資|投资|理財|理财|生活|評論|评论|社評|副刊)$/;
const RULE = /^[-–—─━=＝_＿*＊~～·.•\s]{3,}$/;

/** A line of dashes or stars between two texts. */
export const isRule = (line: FeedLine): boolean => RULE.test(line.text.slice(0, 200)) && line.text.length < 200;

/** A topic by its mark, anywhere in a feed. */
export const isTopic = (line: FeedLine): boolean => line.width <= 24 && TAGGED.test(line.text);

/** How many lines at the top name the topic of the file and belong to no article, and whether they speak of a collection. */
export function topicHeader(lines: readonly FeedLine[]): { readonly length: number; readonly collects: boolean } {
  let length = 0;
  let collects = false;
  while (length < 4 && length + 1 < lines.length) {
    const line = lines[length];
    if (!line) break;
    // 科技 alone may head one article, a longer line is more likely its headline
    const plain = !line.ends && line.strength >= 0 && line.strength < 1 && line.width <= (length > 0 ? 14 : 6);
    const collection = isTopic(line) || (plain && COLLECTION.test(line.text));
    if (!collection && !(plain && SECTION.test(line.text))) break;
    collects ||= collection;
    length++;
  }
  return { length, collects };
}

/** How many topic lines stand above articles further down. */
export const topicsBetween = (lines: readonly FeedLine[], from: number): number =>
  lines.filter((line, i) => i >= from && isTopic(line) && (lines[i + 1]?.strength ?? -1) >= 0).length;
