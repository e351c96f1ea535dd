// Quantities as the press of four regions writes them: money by magnitude and currency, percent, 成 and points, 碼 and basis
// points, multiples, counts, power, ranges, 約 and 逾. Values are plain numbers in base units.

/** Regions by number, as everywhere in this folder. */
export const TW = 0;
export const HK = 1;
export const CN = 2;
export const EN = 3;

const HAN = "零一二三四五六七八九";
const grouped = (text) => {
  const point = text.indexOf(".");
  const whole = point < 0 ? text : text.slice(0, point);
  if (whole.length < 4) return text;
  let out = "";
  for (let i = 0; i < whole.length; i++) out += i && (whole.length - i) % 3 === 0 ? `,${whole[i]}` : whole[i];
  return point < 0 ? out : out + text.slice(point);
};
/** A number with about `digits` significant ones; no zeros behind the point. */
export function digitsOf(value, digits) {
  if (value === 0) return "0";
  const places = Math.max(0, Math.min(2, digits - 1 - Math.floor(Math.log10(Math.abs(value)))));
  let text = value.toFixed(places);
  if (places) text = text.replace(/\.?0+$/, "");
  return text;
}

/** Currencies by number: how each region writes it behind a magnitude, and before it. */
const AFTER = [
  ["元", "新台幣", "元新台币", ""],
  ["港元", "港元", "港元", ""],
  ["元人民幣", "元人民幣", "元", ""],
  ["美元", "美元", "美元", ""],
  ["日圓", "日圓", "日元", ""],
  ["歐元", "歐元", "欧元", ""],
  ["韓元", "韓元", "韩元", ""],
];
const BEFORE = ["NT$", "HK$", "RMB", "US$", "¥", "€", "₩"];
const BEFORE_HAN = ["新台幣", "港幣", "人民幣", "", "", "", ""];
/** What a unit of each is worth in US dollars, roughly: magnitudes of companies are alike across currencies. */
export const PER_DOLLAR = [31, 7.8, 7.1, 1, 150, 0.9, 1380];

/** The magnitude of a value in Han text: divisor and sign. */
function magnitude(value, region) {
  if (value >= 1e12) return region === TW ? [1e12, "兆"] : [1e12, region === CN ? "万亿" : "萬億"];
  if (value >= 1e8) return [1e8, region === CN ? "亿" : "億"];
  if (value >= 1e4) return [1e4, region === CN ? "万" : "萬"];
  return [1, ""];
}

/** @param {number} form 0 to below 1: which of the ways to write it */
export function money(value, currency, region, digits, form) {
  if (region === EN) {
    const [divisor, word, short] = value >= 1e12 ? [1e12, " trillion", "tn"] : value >= 1e9 ? [1e9, " billion", "bn"] : value >= 1e6 ? [1e6, " million", "m"] : [1, "", ""];
    const number = grouped(digitsOf(value / divisor, digits));
    const sign = currency === 3 && form < 0.4 ? "$" : BEFORE[currency];
    return `${sign}${number}${form < 0.7 ? word : short}`;
  }
  if (region === TW && value >= 1e12 && form < 0.35) {
    const whole = Math.floor(value / 1e12);
    const rest = Math.round((value % 1e12) / 1e8);
    if (rest > 0 && rest < 10_000) return `${whole}兆${grouped(String(rest))}億${AFTER[currency][region]}`;
  }
  const [divisor, sign] = magnitude(value, region);
  const number = value / divisor;
  if (form > 0.985 && number >= 2 && number < 10) return `${HAN[Math.floor(number)]}${sign}${AFTER[currency][region]}`;
  const text = form > 0.15 ? grouped(digitsOf(number, digits)) : digitsOf(number, digits);
  if (form > 0.88 && BEFORE_HAN[currency] && region !== CN) return `${BEFORE_HAN[currency]}${text}${sign}${currency === 0 || currency === 2 ? "元" : ""}`;
  return `${text}${sign}${AFTER[currency][region]}`;
}

/** A price of a share or a dividend of a share. */
export const price = (value, currency, region) => (region === EN ? `${BEFORE[currency]}${grouped(value.toFixed(2))}` : `${value >= 1000 ? grouped(digitsOf(value, 5)) : value.toFixed(value < 200 ? 2 : 1).replace(/\.?0+$/, "")}${AFTER[currency][region]}`);

export function percent(value, region, form) {
  const whole = Math.round(value / 10);
  if (region !== EN && form > 0.93 && whole >= 2 && whole <= 9) return `${"一兩三四五六七八九"[whole - 1]}成${form > 0.975 ? "五" : ""}`.replace("兩", region === CN ? "两" : "兩");
  const text = digitsOf(value, value < 10 ? 2 : 3);
  return region === EN && form > 0.8 ? `${text} percent` : `${text}${form > 0.86 ? " " : ""}%`;
}

/** A change of a rate: percentage points, basis points, 碼. */
export function points(value, region, form) {
  if (region === EN) return form < 0.5 ? `${digitsOf(value, 2)} percentage points` : `${Math.max(1, Math.round(value * 4) * 25)}bps`;
  if (form < 0.5) return `${digitsOf(value, 2)}${region === CN ? "个百分点" : "個百分點"}`;
  if (region === TW && form < 0.8) return `${"一兩三四"[Math.min(3, Math.floor(value))]}碼`;
  return `${Math.max(1, Math.round(value * 4)) * 25}${region === CN ? "个基点" : form < 0.9 ? "個基點" : "點子"}`;
}

export const multiple = (value, region) => (region === EN ? `${digitsOf(value, 2)}x` : `${digitsOf(value, 2)}倍`);

const UNITS = [
  ["萬台", "萬台", "万台", " units"],
  ["萬輛", "萬輛", "万辆", " vehicles"],
  ["萬片", "萬片", "万片", " wafers"],
  ["萬戶", "萬戶", "万户", " subscribers"],
  ["人", "人", "人", " employees"],
  ["萬支", "萬部", "万部", " handsets"],
  ["萬顆", "萬粒", "万颗", " chips"],
  ["戶", "伙", "套", " flats"],
];
/** A count of things; `kind` says of which. */
export function count(value, kind, region, digits) {
  const unit = UNITS[kind % UNITS.length][region];
  if (region === EN) return value >= 1e6 ? `${digitsOf(value / 1e6, digits)} million${unit}` : `${grouped(String(Math.round(value)))}${unit}`;
  const tens = unit.startsWith("萬") || unit.startsWith("万");
  return `${grouped(tens ? digitsOf(value / 1e4, digits) : String(Math.round(value)))}${unit}`;
}

const MEASURES = [
  ["GW", "GW", "吉瓦", "GW", 12],
  ["MW", "兆瓦", "兆瓦", "MW", 600],
  ["萬噸", "萬噸", "万吨", "0,000 tonnes", 90],
  ["億度", "億度", "亿千瓦时", " TWh", 300],
  ["坪", "平方呎", "平方米", " sq ft", 9000],
  ["公里", "公里", "公里", " km", 400],
  ["天", "日", "天", " days", 120],
  ["點", "點", "点", " points", 900],
];
/** Power, mass, energy, area, length, days and points of an index. */
export const measure = (share, kind, region) => {
  const [, , , , most] = MEASURES[kind % MEASURES.length];
  return `${digitsOf(Math.max(1, share * most), 3)}${MEASURES[kind % MEASURES.length][region]}`;
};
