// Which kinds of figure fit a place in a draft, and in which unit: told by the words right before it (年增 wants a percent,
// 降息 basis points, 由1.8%上調至 what stood before), else by the metric.
import type { Figure, FigureKind } from "../figures/figure.ts";
import type { Movement } from "./readRole.ts";

const PERCENT: readonly FigureKind[] = ["percent", "percentage_point"];
const RATE_STEP = /(?:降息|升息|加息|減息|减息|調升利率|調降利率|cut(?:ting)? rates by|hik(?:e|ing) rates by|raised rates by|rate cut of|rate hike of|基準利率(?:上調|下調))(?:了|共|約|约|幅度|至多|再)*\s?$/i;
const RELATIVE_WORD = /(?:年增率?|年減率?|季增率?|季減率?|月增率?|月減率?|同比(?:增長|增长|下降|上升|增|減|减)?|按年(?:增長|升|跌|增|減)?|按季(?:升|跌)?|環比(?:增長|下降)?|环比(?:增长|下降)?|年成長|季成長|月成長|增速|增幅|漲幅|涨幅|跌幅|升幅|降幅|成長率|增長率|增长率|比重|占比|佔比|占|佔|yoy|qoq|y\/y|q\/q|up|down)(?:約|约|逾|近|達|达|為|为|高達|高达|了|大|超過|超过|\s)*$/i;
/** An English verb that takes the metric as its object (grew revenue, cut capital spending): a growth follows, or by how much. */
const GREW = /\b(?:grew|grow|grows|growing|expanded|increased|raised|lifted|boosted|reduced|cut|shrank)\s+(?:its\s|their\s)?[\x20-\x7e]{3,40}$/i;
const REACHED = /(?:至|到|為|为|成|\sto)\s?(?:約|约|逾|近)?\s?$/;
const TIMES = /(?:倍增|翻|的|是)\s?$/;
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/(?:US\$|USD|美元|美金)\s?$/i, "USD"],
  [/(?:NT\$|TWD|新台幣|新臺幣|台幣)\s?$/i, "TWD"],
  [/(?:HK\$|HKD|港元|港幣)\s?$/i, "HKD"],
  [/(?:RMB|CNY|人民幣|人民币)\s?$/i, "CNY"],
  [/(?:€|EUR|歐元|欧元)\s?$/i, "EUR"],
  [/(?:JPY|日圓|日元)\s?$/i, "JPY"],
];

export interface Expected {
  readonly kinds: readonly FigureKind[];
  readonly unit?: string;
}

/**
 * `clause` is the text of the clause up to the place; `before` the sentence's figures before it, the nearest last; `kinds` what
 * the metric takes.
 */
export function expectKinds(clause: string, before: readonly Figure[], movement: Movement, kinds: readonly FigureKind[]): Expected {
  const tail = clause.slice(-40);
  const previous = before.at(-1);
  const stated = UNITS.find(([pattern]) => pattern.test(tail))?.[1];
  if (stated) return { kinds: ["money"], unit: stated };
  if (RATE_STEP.test(tail)) return { kinds: ["basis_point", "percentage_point", "percent"] };
  if (RELATIVE_WORD.test(tail)) return { kinds: PERCENT, unit: "%" };
  if (REACHED.test(tail) && previous && clause.length > 0) {
    // 由1.8%上調至: as what stood before, where it is a level of the same metric
    if (/(?:由|從|从|自|from)/.test(clause)) return sameAs(previous);
  }
  if (movement.change && !REACHED.test(tail)) {
    if (movement.comparison !== undefined || movement.price) return { kinds: PERCENT, unit: "%" };
    return { kinds: [...PERCENT, ...kinds.filter((kind) => !PERCENT.includes(kind))] };
  }
  if (kinds[0] === "money" && GREW.test(clause.slice(-60)) && !REACHED.test(tail)) return { kinds: [...PERCENT, ...kinds] };
  if (kinds.length) {
    const money = before.findLast((figure) => figure.kind === "money" && !figure.assumedUnit);
    const first = kinds[0];
    return { kinds, ...(first === "money" && money ? { unit: money.unit } : first === "percent" ? { unit: "%" } : {}) };
  }
  // a growth before (年增66%，飆升至) tells nothing of the level that follows
  const isLevel = previous !== undefined && !(PERCENT.includes(previous.kind) && previous.direction !== undefined);
  if (REACHED.test(tail) && previous && isLevel && !TIMES.test(tail)) return sameAs(previous);
  return { kinds: [] };
}

const sameAs = (figure: Figure): Expected => ({ kinds: [figure.kind], ...(figure.assumedUnit ? {} : { unit: figure.unit }) });
