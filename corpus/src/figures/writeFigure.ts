// Figures in other words: a source's figure in the script, region and notation of a note's sentence, and the value in the
// other usual form for a card (570.06億美元 = US$57.0bn).
import type { Region } from "../articles/article.ts";
import type { FigureKind } from "./figure.ts";

/** What is needed of a figure to write it; values in base units, as doubles. */
export interface WrittenFigure {
  readonly surface: string;
  readonly kind: FigureKind;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
}

const HAN = /[\u3400-\u9fff]/;

/** Characters of figures whose script or regional form differs: Traditional, Simplified. */
const SCRIPT: readonly (readonly [string, string])[] = [
  ["億", "亿"],
  ["萬", "万"],
  ["兩", "两"],
  ["圓", "元"],
  ["個", "个"],
  ["點", "点"],
  ["顆", "颗"],
  ["塊", "块"],
  ["輛", "辆"],
  ["臺", "台"],
  ["噸", "吨"],
  ["桶", "桶"],
  ["張", "张"],
  ["間", "间"],
  ["戶", "户"],
  ["筆", "笔"],
  ["項", "项"],
  ["層", "层"],
  ["歐", "欧"],
  ["韓", "韩"],
  ["盧", "卢"],
  ["幣", "币"],
  ["鎊", "镑"],
  ["齊", "齐"],
  ["數", "数"],
  ["幾", "几"],
  ["餘", "余"],
  ["碼", "码"],
  ["個百分點", "个百分点"],
  ["基點", "基点"],
  ["時", "时"],
  ["電", "电"],
  ["納", "纳"],
  ["釐", "厘"],
  ["倍", "倍"],
  ["隻", "只"],
];
const TO_SIMPLIFIED = new Map(SCRIPT.filter(([a]) => a.length === 1).map(([a, b]) => [a, b]));
const TO_TRADITIONAL = new Map(
  SCRIPT.filter(([a, b]) => a.length === 1 && a !== b && a !== "圓" && a !== "隻" && a !== "釐").map(([a, b]) => [
    b,
    a,
  ]),
);
TO_TRADITIONAL.delete("台");

const inScript = (text: string, table: ReadonlyMap<string, string>): string =>
  Array.from(text, (unit) => table.get(unit) ?? unit).join("");

const PREFIX: Readonly<Record<string, string>> = {
  USD: "US$",
  TWD: "NT$",
  HKD: "HK$",
  CNY: "RMB",
  JPY: "¥",
  EUR: "€",
  GBP: "£",
  KRW: "₩",
  SGD: "S$",
  AUD: "A$",
};
const SUFFIX: Readonly<Record<string, readonly [traditional: string, simplified: string]>> = {
  USD: ["美元", "美元"],
  TWD: ["元", "元新台币"],
  HKD: ["港元", "港元"],
  CNY: ["元人民幣", "元"],
  JPY: ["日圓", "日元"],
  EUR: ["歐元", "欧元"],
  GBP: ["英鎊", "英镑"],
  KRW: ["韓元", "韩元"],
  SGD: ["新加坡元", "新加坡元"],
  AUD: ["澳元", "澳元"],
};

/** Significant digits kept from the surface: what it shows of its mantissa. */
function digitsOf(surface: string): number {
  const digits = surface
    .replace(/[^\d.]/g, "")
    .replace(".", "")
    .replace(/^0+/, "");
  return Math.min(15, Math.max(1, digits.length));
}

const BARE = /^[\d.,\s()+−-]+$/;
const trimmed = (value: number, digits: number): string => {
  const text = Number(value.toPrecision(digits)).toString();
  return text.includes("e") ? String(Math.round(value)) : text;
};

/** `US$57.0bn`, `1.2 trillion`: money and counts as an English desk writes them, with `digits` significant digits. */
function inEnglish(value: number, digits: number): string {
  for (const [size, word] of [
    [1e12, "tn"],
    [1e9, "bn"],
    [1e6, "mn"],
  ] as const)
    if (Math.abs(value) >= size) return `${trimmed(value / size, digits)}${word}`;
  return Number(value.toPrecision(Math.max(digits, 1))).toLocaleString("en-US", { maximumFractionDigits: 4 });
}

/** `570.06億`: a value with the magnitude words of the region. */
function inChinese(value: number, digits: number, region: Region): string {
  const simplified = region === "CN";
  if (Math.abs(value) >= 1e12)
    return `${trimmed(value / 1e12, digits)}${region === "TW" ? "兆" : simplified ? "万亿" : "萬億"}`;
  if (Math.abs(value) >= 1e8) return `${trimmed(value / 1e8, digits)}${simplified ? "亿" : "億"}`;
  if (Math.abs(value) >= 1e4) return `${trimmed(value / 1e4, digits)}${simplified ? "万" : "萬"}`;
  return trimmed(value, digits);
}

const scaled = (figure: WrittenFigure): boolean => figure.kind === "money" || figure.kind === "count";

/** A run of values, low to high. */
const joined = (figure: WrittenFigure, one: (value: number) => string, between: string): string =>
  figure.low === figure.high ? one(figure.low) : `${one(figure.low)}${between}${one(figure.high)}`;

function translated(figure: WrittenFigure, english: boolean, region: Region): string | undefined {
  if (!scaled(figure)) return undefined;
  const digits = figure.low === figure.high ? digitsOf(figure.surface) : 6;
  const money = figure.kind === "money";
  if (english) {
    const prefix = money ? (PREFIX[figure.unit] ?? `${figure.unit} `) : "";
    return joined(figure, (value) => `${prefix}${inEnglish(value, digits)}`, "–");
  }
  const suffix = money ? SUFFIX[figure.unit] : undefined;
  if (money && !suffix) return undefined;
  const before = money && region === "TW" && figure.unit === "TWD" ? "新台幣" : "";
  return `${before}${joined(figure, (value) => inChinese(value, digits, region), "至")}${suffix ? suffix[region === "CN" ? 1 : 0] : ""}`;
}

/**
 * The figure as a sentence of `region` writes it (INTL is English): the source's own words without inner spaces, in the
 * sentence's script, 兆 and 万亿 by region; money and counts of the other language in that language's notation.
 */
export function writeFigure(figure: WrittenFigure, region: Region): string {
  const chinese = HAN.test(figure.surface);
  // a cell's bare number says nothing without its table's unit
  if (region === "INTL" && !chinese && BARE.test(figure.surface) && figure.kind === "money") return translated(figure, true, region) ?? figure.surface;
  if (region === "INTL" && chinese) return translated(figure, true, region) ?? english(figure) ?? figure.surface;
  if (region !== "INTL" && !chinese && figure.kind === "money")
    return translated(figure, false, region) ?? figure.surface;
  if (region === "INTL") return figure.surface;
  const compact = figure.surface.replace(/(?<![A-Za-z])[\s\u3000]+|[\s\u3000]+(?![A-Za-z])/g, "");
  const text = inScript(compact, region === "CN" ? TO_SIMPLIFIED : TO_TRADITIONAL);
  if (!scaled(figure)) return text;
  if (region === "TW") return text.replaceAll("萬億", "兆");
  return text.replaceAll("兆", region === "CN" ? "万亿" : "萬億");
}

/** Chinese rates in English: 七成, 3個百分點, 25個基點. */
function english(figure: WrittenFigure): string | undefined {
  const value = (number: number) => trimmed(number, 6);
  switch (figure.kind) {
    case "percent":
      return joined(figure, (number) => `${value(number)}%`, "–");
    case "percentage_point":
      return joined(figure, value, "–") + "ppt";
    case "basis_point":
      return joined(figure, value, "–") + "bps";
    case "multiple":
      return joined(figure, value, "–") + "x";
    default:
      return undefined;
  }
}

/** The value in the other usual form, for a card: Chinese magnitudes of an English figure and the other way about. */
export function otherForm(figure: WrittenFigure, region: Region): string | undefined {
  if (!scaled(figure) || Math.abs(figure.low) < 1e6) return undefined;
  return translated(figure, HAN.test(figure.surface), region === "INTL" ? "TW" : region);
}
