// The scope of a figure: the segment, product line or region that stands between its subject and its metric (資料中心業務,
// 中國大陸(含香港)), as written.
import type { Clause } from "./said.ts";
import { REACH } from "./said.ts";
import { isAccounts } from "./metricTraits.ts";
import { openBracket, within, type MetricHit, type Place } from "./scene.ts";

const SEGMENT = /([^\s，,。；;、：:（）()「」『』的之其在於于是為为與与和及，及該该各]{2,14}?(?:業務|业务|部門|部门|板塊|板块|事業群|事业群|事業部|事业部|事業|产品线|產品線|分部|平台|市場|市场|地區|地区|segment|division|business|unit))(?:[（(][^（）()]{1,12}[）)])?(?:的|之)?$/;
/** Terms that stand before a metric and are no part of the company. */
const NO_SEGMENT = new Set(
  "full-year first-half second-half first-quarter second-quarter third-quarter fourth-quarter first-three-quarters fiscal-year quarterly-report annual-report forecast consensus year-earlier year-on-year quarter-on-quarter month-on-month industry economy global market brand parent-company subsidiary listed-company product-mix annualised above-expectation below-expectation rally fall upgrade downgrade record-high record-low customer consumer investor shareholder company mainland-china overseas business-segment government platform stock launch agreement cooperation".split(
    " ",
  ),
);
const COMMON = /^(?:公司|全球|整體|整体|主要|核心|主營|主营|各|其他|其它|相關|相关|全部|新|該|该|這些|这些|所有|海外|國內|国内)?(?:業務|业务|部門|部门|市場|市场|地區|地区|平台|事業|事业)$/;

/** The noun between whoever is spoken of, or the beginning of the clause, and its metric: 增值服務收入, 騰訊的遊戲收入. */
const NOUN = /^[\s，,；;、的之]*(?:其中|而|另外?|此外|旗下|來自|来自)?的?([\u3400-\u9fff]{2,10})$/;
/** Words that only say how the whole is counted or what became of it. */
const NO_PART =
  /[的了是在為为於于對对從从由被把將将讓让給给達达至到比較较約约近逾超共僅仅並并也都又再還还更最不沒没有無无未已可能會会要個个每各其該该此本增減减升跌漲涨創创]|公布|公佈|披露|公告|預|预|估|實現|实现|錄得|录得|帶動|带动|推動|推动|受惠|宣布|表示|合併|合并|累計|累计|單季|单季|單月|单月|全年|整體|整体|集團|集团|公司|年度|期內|期内|平均|總|总|淨|净|凈|主營|主营|營業|营业|合計|合计|稅|税|調整|调整|同比|環比|环比|按年|持續|持续|穩定|稳定|成長|成长|下滑|自結|自结|季度|財報|财报|業績|业绩|目前|當前|当前|股東|股东|歸|归|可望|法人|市場|市场|分析|投資|投资|美元|人民|台幣|今|去|明|首|前|上半|下半|連續|连续|歷史|历史|同期|其他|核心|末|底|初|水平|水準|水准|銀行|银行|總計|稅|經營|经营|基本|攤薄|摊薄|每股|普通/;
/** What an English clause begins with, right before its metric: services brought in, Domestic games took in. */
const OPENING = /^[\s;,]*(?:(?:and|while|but|its|the) )?([a-z][a-z&-]{2,15}(?: [a-z&-]{2,15}){0,2}) $/i;

/** The scope as written, or undefined where the metric is of the whole. */
export function readScope(clause: Clause, place: Place, hit: MetricHit | undefined, subject: number | undefined): string | undefined {
  if (!hit || hit.start >= place.start) return undefined;
  const { scene } = clause;
  const { text } = scene;
  const least = Math.max(clause.start, hit.start - REACH / 2);
  const mentions = within(scene.mentions, least, hit.start).filter(({ end }) => end <= hit.start);
  const last = mentions.findLast(({ start }) => openBracket(scene, start) < 0);
  const periods = within(scene.periods, least, hit.start).filter(({ end }) => end <= hit.start);
  const from = Math.max(least, ...mentions.filter(({ entity }) => entity === subject).map(({ end }) => end));
  let words = text.slice(from, hit.start);
  for (const { start, end } of periods) if (start >= from) words = words.replace(text.slice(start, end), "");
  const segment = SEGMENT.exec(words);
  if (segment?.[1] && !COMMON.test(segment[1])) return words.slice(segment.index).replace(/[的之]$/, "");
  // 輝達H20營收, 輝達在中國大陸的營收
  if (last && last.entity !== subject && subject !== undefined && (last.named.type === "product" || last.named.type === "place") ) {
    const bracket = /^\s?[（(][^（）()]{1,12}[）)]/.exec(text.slice(last.end, hit.start))?.[0] ?? "";
    if (hit.start - last.end - bracket.length > 2) return undefined;
    return text.slice(last.start, last.end) + bracket;
  }
  // 資料中心營收, 海外銷量, Nvidia's data center revenue
  const near = within(scene.topics, from, hit.start).findLast(({ end }) => end <= hit.start);
  const product = mentions.findLast(({ end }) => near && end <= near.start);
  if (near && hit.start - near.end <= 1 && !(product && near.start - product.end <= 1 && product.named.type === "product") && !NO_SEGMENT.has(near.id)) return text.slice(near.start, near.end);
  const adjective = /(?:海外|境外|國內|国内|內銷|内销|外銷|外销|線上|线上|線下|线下|北美|本土)$/.exec(words)?.[0];
  if (adjective) return adjective;
  const noun = isAccounts(hit.metric) ? NOUN.exec(words)?.[1] : undefined;
  if (noun !== undefined && !NO_PART.test(noun)) return noun;
  const abroad = /(?:^|[\s'’s])((?:overseas|foreign|domestic|international|online|offline|export|North American|mainland)) $/i.exec(words)?.[1];
  if (abroad) return abroad;
  const english = /^['’]s ([a-z][a-z0-9&\- ]{2,28}) $/i.exec(words)?.[1];
  const opening = english ?? OPENING.exec(words)?.[1];
  return opening && !/^(?:total|net|gross|quarterly|annual|adjusted|full-year|overall|own|latest|record|fiscal|first|second|third|fourth|average|operating|combined|diluted|core|new|it|its|they|we|he|she|which|that|this|those|group|company|firm|bank|sales|profit|and|but|the|of)\b/i.test(opening) ? opening : undefined;
}
