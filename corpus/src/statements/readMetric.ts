// The metric of a figure: the word of its clause nearest before it that takes such a figure, or the one that names what is
// counted right behind it; a clause that only goes on (年增62%) keeps the metric of the figure before.
import type { FigureKind } from "../figures/figure.ts";
import { isHan, isSpace } from "../text/han.ts";
import { Cue } from "./cues.ts";
import { isCounted, isEmpty, isGeneric } from "./metricTraits.ts";
import type { Clause } from "./said.ts";
import { REACH } from "./said.ts";
import { comparandFrom } from "./readSubjects.ts";
import { cueSet, endingBy, firstWithin, lastOf, only, openBracket, within, type MetricHit, type Place } from "./scene.ts";

const REACHED = cueSet(Cue.After, Cue.Before);
/** Cues behind which a figure goes on from the one before. */
const GOES_ON_FROM = cueSet(Cue.After, Cue.Than, Cue.Before, Cue.OnYear, Cue.OnQuarter, Cue.OnMonth);
const REVENUE = new Set(["revenue", "sales", "revenue-share"]);
const RELATIVE: ReadonlySet<FigureKind> = new Set(["percent", "percentage_point", "basis_point", "multiple", "fraction"]);

/** What stands between a figure and the word behind it that names it. */
const BEHIND = /^(?:\s?(?:的|之|左右|以上|以下|多|餘|余|規模|美元|元|名|位|個|个|家|in|of|for|to|worth of|an?|per)?\s?){0,3}$/;
const COPULA = /(?:達|达|為|为|是|至|到|約|约|逾|近|超|過|过|報|报|收|於|于|每|共|有|額|额|[:：]|\sof|\sto|\sat|\swas|\sis|\sby|\shit|\sreached)\s?$/;

/** A metric with the words it was read from; `inherited` where the figure before told it. */
export interface FoundMetric {
  readonly metric: string;
  readonly hit?: MetricHit;
  readonly inherited: boolean;
}

const takes = (hit: MetricHit, kind: FigureKind | undefined): boolean => kind === undefined || hit.kinds.includes(kind);

/** A percentage of GDP alone is its growth; sales in money are revenue, in pieces units. */
export function byKind(metric: string, kind: FigureKind | undefined): string {
  if (metric === "gdp") return kind === "percent" || kind === "percentage_point" ? "gdp-growth" : metric;
  if (metric === "sales") return kind === "count" || kind === "mass" || kind === "volume" ? "unit-sales" : "revenue";
  return metric;
}

/** `change` tells that the figure is how much something moved. */
export function readMetric(clause: Clause, place: Place, change: boolean): FoundMetric | undefined {
  const { scene } = clause;
  const { text } = scene;
  const { kind } = place;
  const relative = kind === undefined || RELATIVE.has(kind);
  const found = (hit: MetricHit): FoundMetric => ({ metric: byKind(hit.metric, kind), hit, inherited: false });
  const after = within(scene.metrics, place.end, Math.min(clause.end, place.end + 14));
  // 獲利收益率: the last word of the noun
  let behind = after[0];
  for (let i = 1; i < after.length; i++) {
    const hit = after[i];
    if (hit && behind && hit.start - behind.end <= 0) behind = hit;
  }
  const isBehind: boolean = kind !== undefined && behind !== undefined && !isParted(text, place, after[0]) && takes(behind, kind) && !isEmpty(behind.metric) && (BEHIND.test(text.slice(place.end, behind.start)) || (behind !== after[0] && BEHIND.test(text.slice(place.end, after[0]?.start)))) && !firstWithin(scene.places, place.end, behind.start);
  const least = Math.max(clause.start, place.start - REACH);
  const before = endingBy(within(scene.metrics, least, place.start), place.start);
  const nearest = before.at(-1);
  const adjacent = nearest !== undefined && place.start - nearest.end <= 3;
  const bracket = openBracket(scene, place.start);
  const closed = (hit: MetricHit): boolean => {
    const open = openBracket(scene, hit.start);
    return open >= 0 && open !== bracket;
  };
  if (bracket >= 0 && clause.sentence.last && bracket - clause.sentence.last.place.end <= 1 && clause.sentence.last.place.end <= bracket && !before.some(({ start }) => start > bracket)) {
    const { metric } = clause.sentence.last.said;
    if (metric !== undefined && (relative || kind === clause.sentence.last.place.kind)) return { metric, inherited: true };
  }
  const compared = comparandFrom(scene, least, place);
  if (behind && isBehind && !(adjacent && takes(nearest, kind) && !isGeneric(nearest.metric))) return found(behind);

  // percent of a whole: 占營收的88%
  const share = relative && kind !== "multiple" && !change ? lastOf(scene.cues, least, place.start, only(Cue.Share)) : undefined;
  if (share && place.start - share.end < 40 && !firstWithin(scene.places, share.end, place.start)) {
    const whole = before.find(({ start, metric }) => start >= share.start && REVENUE.has(metric)) ?? before.find(({ start }) => start >= share.start);
    const has = whole !== undefined && REVENUE.has(whole.metric);
    return { metric: has ? "revenue-share" : "share-of-total", ...(whole ? { hit: whole } : nearest ? { hit: nearest } : {}), inherited: false };
  }

  // 73%的收入, 銷售額的15%
  if (relative && kind !== undefined && kind !== "multiple" && !change && compared === Infinity) {
    const part = partOf(text, place, behind, nearest);
    if (part && !takes(part, kind)) return { metric: REVENUE.has(part.metric) ? "revenue-share" : "share-of-total", hit: part, inherited: false };
  }

  let generic: MetricHit | undefined;
  for (let i = before.length - 1; i >= 0 && i >= before.length - 6; i--) {
    const hit = before[i];
    if (!hit || closed(hit) || hit.start >= compared || isCompound(text, hit)) continue;
    const between = within(scene.places, hit.end, place.start);
    // a figure in between has the word, unless this one is of the same list or tells how much it moved
    const passes = !between.length || between.every((other) => kind === undefined || other.kind === kind || other.kind === "duration" || (!relative && other.kind !== undefined && RELATIVE.has(other.kind)));
    if (between.length && !(change && relative) && !passes) break;
    if (between.length && !change && place.start - (between.at(-1)?.end ?? 0) > 24) break;
    const suits = takes(hit, kind) || (relative && (change || compared < Infinity));
    if (!suits) continue;
    if (isEmpty(hit.metric)) continue;
    if (isCounted(hit.metric) && kind === "count" && !COPULA.test(text.slice(Math.max(hit.end, place.start - 10), place.start)) && place.start - hit.end > 0) continue;
    if (!isGeneric(hit.metric)) {
      if (generic && generic.start - hit.end > 16) break;
      return found(hit);
    }
    generic ??= hit;
  }
  if (generic && (place.start - generic.end <= 16 || COPULA.test(text.slice(Math.max(generic.end, place.start - 10), place.start)))) return found(generic);
  if (behind && isBehind) return found(behind);
  // 提高5%的股息
  if (change && relative && behind && !isEmpty(behind.metric) && /^\s?(?:的|in\s)\s?$/.test(text.slice(place.end, behind.start))) return found(behind);
  return inherited(clause, place, change, relative, before.some(({ metric }) => !isGeneric(metric)));
}

/** 第三季賺5億　營收持平: a space between Han characters parts the statements of a headline. */
const isParted = (text: string, { end }: Place, next: MetricHit | undefined): boolean => next !== undefined && isSpace(text.charCodeAt(end)) && isHan(text.charCodeAt(end - 1)) && isHan(text.charCodeAt(next.start)) && /^\s+$/.test(text.slice(end, next.start));

/** The whole that a percentage is said to be a part of. */
function partOf(text: string, place: Place, behind: MetricHit | undefined, before: MetricHit | undefined): MetricHit | undefined {
  if (behind && /^\s?(?:的|of\s(?:the\s|its\s)?)[^，,。]{0,8}$/.test(text.slice(place.end, behind.start))) return behind;
  return before && /^(?:的|之)\s?(?:約|约|近|逾)?\s?$/.test(text.slice(before.end, place.start)) ? before : undefined;
}

/** Words that a counted thing's name is only the first half of: 用戶參與度, 員工福利. */
const GOES_ON = /^(?:參與|参与|體驗|体验|福利|滿意|满意|忠誠|关系|關係|薪|服務|服务|隱私|隐私|數據|数据|介面|界面|協議|协议|黏|粘|權益|权益|教育|生活|需求|端|側|侧)/;
const isCompound = (text: string, hit: MetricHit): boolean => isCounted(hit.metric) && GOES_ON.test(text.slice(hit.end, hit.end + 3));

/** From the figure or the clause before, where this one only goes on. */
function inherited(clause: Clause, place: Place, change: boolean, relative: boolean, ownWord: boolean): FoundMetric | undefined {
  const { sentence, scene } = clause;
  const { last } = sentence;
  const { kind } = place;
  const { text } = scene;
  if (last && place.start - last.place.end < 60) {
    const metric = last.said.metric;
    const between = text.slice(last.place.end, place.start);
    if (metric !== undefined && last.place.kind === place.kind && relative && !ownWord && /^[^，,]{0,14}[，,](?:而|但)?(?:只有|僅有|仅有|另有|另外|其餘|其余|剩下)/.test(between)) return { metric, inherited: true };
    // 暴跌63%，至30億美元
    if (metric !== undefined && last.said.role === "change" && !relative && /^\s?[，,]?\s?(?:至|到|達|达|to)\s?(?:約|约|近)?\s?$/.test(between)) return { metric, inherited: true };
    // 而9月的預測為…
    if (metric !== undefined && last.place.kind === place.kind && !ownWord && /(?:預測|预测|預估|预估|前值|預期|预期|forecast|estimate)值?(?:分別|分别)?(?:為|为|是|of|was)?\s?$/.test(between)) return { metric, inherited: true };
    if (metric !== undefined && change && relative && !ownWord) return { metric, inherited: true };
    if (metric !== undefined && last.place.kind === place.kind && !ownWord && /^(?:美元|元)?\s?(?:[、和與与及跟或至到]|and|to|or|then)[^，,。；]{0,16}$/.test(between)) return { metric, inherited: true };
    if (metric !== undefined && last.place.kind === place.kind && !ownWord && lastOf(scene.cues, last.place.end, place.start, GOES_ON_FROM)) return { metric, inherited: true };
  }
  const level = kind === undefined ? undefined : sentence.levels?.get(kind);
  if (level?.said.metric !== undefined && !ownWord && place.start - level.place.end < 60 && lastOf(scene.cues, Math.max(clause.start, place.start - REACH), place.start, REACHED)) return { metric: level.said.metric, inherited: true };
  const carried = sentence.metric;
  if (carried && !ownWord && place.start - carried.end < 60 && !firstWithin(scene.places, carried.end, place.start)) {
    // 營收表現強勁，達570億: the clause begins with the copula
    if (place.start - clause.start > 60) return undefined;
    let head = text.slice(clause.start, place.start);
    for (const written of within(scene.periods, clause.start, place.start).slice(0, 3)) head = head.replace(text.slice(written.start, written.end), "");
    head = head.replace(/^[\s，,]*(?:截至|截止|至|在|於|到)/, "");
    if (change && relative && head.length <= 12 && !isCounted(carried.metric)) return { metric: carried.metric, inherited: true };
    if (/^[\s，,]*(?:並|已|將|首次|再次|共|更|也|亦|而)?(?:達|达|為|为|至|约|約|增至|升至|降至|來到|来到|逾|突破|站上|跌破|hitting|reaching|to)\S{0,6}\s?$/.test(head)) return { metric: carried.metric, inherited: true };
  }
  return undefined;
}
