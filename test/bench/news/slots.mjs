// What fills the slots of the templates. A context holds the article's numbers (`next`), region, subject, day and vocabulary, and
// what its sentence has said so far (`metrics`); `{V}` is a value of the metric that `{M}` named.
import { CN, count, digitsOf, EN, HK, measure, money, multiple, percent, PER_DOLLAR, points, price, TW } from "./figures.mjs";
import { hashed, normal, pick } from "./random.mjs";

const PRICES = new Set(["eps", "book-value", "dividend", "share-price", "target-price", "ipo-price", "coupon", "price", "asp", "chip-price"]);
/** Currency of a home market, by the home's number: Taiwan, Hong Kong, mainland, America, the world. */
const CURRENCY = [0, 1, 2, 3, 3];
const HEDGES = [["約", "逾", "近", "超過"], ["約", "逾", "近", "超過"], ["约", "逾", "近", "超过"], ["about ", "more than ", "nearly ", "roughly "]];
const ORDINAL = ["first", "second", "third", "fourth"];
const HAN_DIGIT = "一二三四";
const NAMED = [[["該公司", 0.5], ["公司", 1]], [["該公司", 0.4], ["集團", 1]], [["该公司", 0.5], ["公司", 1]], [["the company", 0.7], ["the group", 1]]];

/** The last quarter, month or year that was over on a day, or one of the year before. */
export function periodAt(next, day) {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const kind = next();
  if (kind < 0.7) {
    const quarter = year * 4 + Math.ceil(month / 3) - 2 - Math.floor(next() * next() * 5);
    return { year: Math.floor(quarter / 4), quarter: (quarter % 4) + 1, key: quarter };
  }
  if (kind < 0.82) {
    const months = year * 12 + month - 2 - Math.floor(next() * 3);
    return { year: Math.floor(months / 12), month: (months % 12) + 1, key: 100_000 + months };
  }
  return { year: year - 1, key: 200_000 + year - 1 };
}

/** @param {boolean} full with its year */
export function periodText({ year, quarter, month }, region, form, full) {
  if (region === EN) {
    if (quarter) return full || form < 0.4 ? (form < 0.5 ? `${quarter}Q${year % 100}` : `Q${quarter} ${year}`) : `${ORDINAL[quarter - 1]}-quarter`;
    if (month) return `${["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"][month - 1]}${full || form < 0.5 ? ` ${year}` : ""}`;
    return full || form < 0.6 ? `${year}` : `FY${year % 100}`;
  }
  if (quarter) {
    const bare = region === CN ? (form < 0.5 ? `第${HAN_DIGIT[quarter - 1]}季度` : `${HAN_DIGIT[quarter - 1]}季度`) : region === HK && form > 0.9 ? `截至${quarter * 3}月底止三個月` : `第${HAN_DIGIT[quarter - 1]}季`;
    if (full) return `${year}年${bare.startsWith("第") ? bare : `第${HAN_DIGIT[quarter - 1]}季${region === CN ? "度" : ""}`}`;
    if (form > 0.95 && region === TW) return `${year - 1911}年${bare}`;
    return form < 0.3 ? `${year}年${bare.startsWith("截") ? `第${HAN_DIGIT[quarter - 1]}季` : bare}` : form < 0.45 ? `今年${bare.startsWith("截") ? "首季" : bare}` : bare;
  }
  if (month) return full || form < 0.3 ? `${year}年${month}月` : `${month}月`;
  return full || form < 0.5 ? `${year}年` : region === TW ? "去年全年" : "去年";
}

/** What a company's metric was in a period: the same number in every article that speaks of it. */
export function valueOf(company, metric, period) {
  const share = hashed(company.rank + 1, metric.rank, period.key);
  if (PRICES.has(metric.id)) return 0.2 + share ** 3 * 900;
  switch (metric.kind) {
    case "money":
      return 10 ** (7.3 + 3.6 * (1 - Math.min(1, company.rank / 4000)) + share * 1.4 - Math.min(1.2, metric.rank / 60)) * PER_DOLLAR[CURRENCY[company.home]];
    case "count":
      return 10 ** (3 + share * 4);
    case "multiple":
      return 0.5 + share * 39;
    default:
      return 0.3 + share ** 1.5 * 88;
  }
}

/** A value of a metric as a figure. @returns {string} */
export function writeValue(value, metric, company, region, digits, form) {
  const currency = CURRENCY[company.home];
  if (PRICES.has(metric.id)) return price(value, currency, region);
  switch (metric.kind) {
    case "money":
      return money(value, currency, region, digits, form);
    case "count":
      return count(value, metric.rank, region, digits);
    case "multiple":
      return multiple(value, region);
    case "percent":
    case "percentage_point":
    case "basis_point":
      return percent(value, region, form);
    default:
      return measure(value / 90, metric.rank, region);
  }
}

/** A company that the region's press writes of; `lesser`: none that everyone does. */
export function companyOf({ words, region, next, lesser }) {
  const pool = words.pools[region];
  for (;;) {
    const one = pool.all[pool.place(next())];
    if (!lesser || one.rank >= words.famous) return one;
  }
}
const ofLexicon = (name) => (c) => {
  const { all, place } = c.words.lexicon[name];
  return all[place(c.next())].names[c.region];
};
/** Two to five digits, three most of the time. */
const digits = (c) => (c.next() < 0.45 ? 3 : 2 + Math.floor(c.next() * 4));
const dollars = (c) => 10 ** (6.5 + c.next() * 4.5 + normal(c.next) * 0.3);
const currencyHere = (c) => (c.next() < 0.6 ? CURRENCY[c.subject.home] : c.next() < 0.8 ? 3 : [0, 1, 2, 3][c.region] + (c.next() < 0.1 ? 3 : 0));
const hedged = (c, text) => (c.next() < 0.08 ? pick(c.next, HEDGES[c.region]) + text : text);
const metricAt = (c) => c.words.metrics[c.words.metric(c.next())];
const metricSlot = (place) => (c) => {
  const metric = (c.metrics[place] = c.full && place === 0 ? c.mainMetric : metricAt(c));
  return c.full ? metric.names[c.region][0] : pick(c.next, metric.names[c.region]);
};
const valueSlot = (place) => (c) => {
  const metric = c.metrics[place] ?? c.metrics[0] ?? (c.metrics[0] = metricAt(c));
  const own = place === 0 ? c.period ?? c.main : { key: c.main.key + 7 * place };
  const value = valueOf(c.subject, metric, own);
  const sure = c.full && place === 0 && !c.fact;
  const text = writeValue(value, metric, c.subject, c.region, sure ? 5 : digits(c), c.next());
  const hedge = sure || c.next() > 0.22 ? "" : pick(c.next, HEDGES[c.region]);
  if (sure) c.fact = { paragraph: c.paragraph, start: c.out.length, end: c.out.length + text.length, text, value };
  return hedge + text;
};
const plainWord = (c) => c.words.words[c.words.word(c.next())][c.region];
const person = (c) => (c.next() < 0.25 ? ofLexicon("people")(c) : c.words.person(Math.floor(c.next() ** 2 * 30_000), c.region));
const year = (c) => Number(c.day.slice(0, 4));
const countText = (c, most) => count(10 ** (2 + c.next() * most), Math.floor(c.next() * 8), c.region, digits(c));

/** Fills that are the same in every language; words of lists are added by `article.mjs`. */
export const SLOTS = {
  S: (c) => {
    const name = c.subject.names[c.region];
    if (c.full && !c.fact) return name;
    const u = c.next();
    if (c.named && u < 0.4) return pick(c.next, NAMED[c.region])[0];
    c.named = true;
    return u > 0.93 && c.subject.ticker ? `${name}${c.region === EN ? " " : ""}(${c.subject.ticker})` : name;
  },
  E: (c) => companyOf(c).names[c.region],
  B: (c) => pick(c.next, c.words.brokers)[c.region],
  O: ofLexicon("orgs"),
  P: ofLexicon("people"),
  PN: person,
  PL: ofLexicon("places"),
  PR: ofLexicon("products"),
  IX: ofLexicon("indices"),
  MEDIA: ofLexicon("media"),
  firm: (c) => c.words.firm(Math.floor(c.next() ** 2 * 8_000), c.region),
  ind: (c) => c.words.industries[c.words.industry(c.next())][c.region],
  w: (c) => {
    if (c.region === EN) return c.words.english[c.words.englishWord(c.next())];
    const one = plainWord(c);
    const u = c.next();
    return u < 0.5 ? one : u < 0.85 ? one + plainWord(c) : `${one}的${plainWord(c)}`;
  },
  Wu: (c) => {
    const word = c.words.english[c.words.englishWord(c.next())];
    return word.charAt(0).toUpperCase() + word.slice(1);
  },
  word4: (c) => c.words.idioms[Math.floor(c.next() ** 2 * c.words.idioms.length)][c.region],
  n2: (c) => (c.region === EN ? String(2 + Math.floor(c.next() * 9)) : "兩三四五六七"[Math.floor(c.next() * 6)]),
  T: (c) => {
    c.period = c.full ? c.main : periodAt(c.next, c.day);
    return periodText(c.period, c.region, c.next(), c.full && !c.fact);
  },
  Y: (c) => (c.region === EN ? String(year(c)) : c.next() < 0.5 ? `${year(c)}年` : "今年"),
  Y2: (c) => `${year(c) + 2 + Math.floor(c.next() * 6)}${c.region === EN ? "" : "年"}`,
  D: (c) => {
    const month = Number(c.day.slice(5, 7));
    const date = Number(c.day.slice(8));
    return c.region === EN ? pick(c.next, ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]) : c.next() < 0.5 ? `${month}月${date}日` : `${date}日`;
  },
  M: metricSlot(0),
  M2: metricSlot(1),
  M3: metricSlot(2),
  V: valueSlot(0),
  V2: valueSlot(1),
  V3: valueSlot(2),
  R: (c) => {
    const currency = CURRENCY[c.subject.home];
    const value = dollars(c) * PER_DOLLAR[currency];
    const low = money(value, currency, c.region, 3, 0.5);
    const high = money(value * (1.03 + c.next() * 0.1), currency, c.region, 3, 0.5);
    return c.region === EN ? `${low} to ${high}` : `${low}${pick(c.next, ["至", "到", "~", "-"])}${high}`;
  },
  PC: (c) => hedged(c, percent(0.2 + c.next() ** 2 * 75, c.region, c.next())),
  PC2: (c) => percent(20 + c.next() * 60, c.region, 0.2),
  PP: (c) => points(0.2 + c.next() ** 2 * 6, c.region, c.next()),
  RATE: (c) => (c.region === EN ? points(0.5, EN, 0.6) : `${pick(c.next, c.region === TW ? ["升息", "降息"] : c.region === HK ? ["加息", "減息"] : ["加息", "降息"])}${c.region === TW ? `${"一兩"[Math.floor(c.next() * 2)]}碼` : points(0.25, c.region, 0.85)}`),
  MON: (c) => {
    const currency = currencyHere(c);
    return hedged(c, money(dollars(c) * PER_DOLLAR[currency], currency, c.region, digits(c), c.next()));
  },
  EPS: (c) => price(0.05 + c.next() ** 2 * 40, CURRENCY[c.subject.home], c.region),
  PX: (c) => price(5 + c.next() ** 3 * 1900, CURRENCY[c.subject.home], c.region),
  PX2: (c) => price(5 + c.next() ** 3 * 1900, CURRENCY[c.subject.home], c.region),
  X: (c) => multiple(1 + c.next() ** 2 * 40, c.region),
  CNT: (c) => hedged(c, countText(c, 5)),
  CNT2: (c) => {
    const people = Math.round(10 ** (1.5 + c.next() * 3));
    return c.region === EN ? `${digitsOf(people, 2)} people` : `${digitsOf(people, 2)}人`;
  },
  CNT3: (c) => `${digitsOf(10 ** (2 + c.next() * 3.5), 4)}${c.region === CN ? "万股" : c.region === HK ? "萬股" : "張"}`,
  MEA: (c) => measure(c.next() ** 2, Math.floor(c.next() * 6), c.region),
};
