// The unit that a table's caption or head gives to its bare numbers: 單位:億元, 營收 (US$m), 毛利率(%), NT$ mn.
import { fold } from "../text/fold.ts";
import type { Region } from "../articles/article.ts";
import type { FigureKind } from "./figure.ts";
import { isLetterAt, powerOf } from "./characterClasses.ts";
import { cuesOf, firstCue, starts } from "./cues.ts";
import { localCurrency } from "./currencyPrefix.ts";
import type { Line } from "./line.ts";
import { suffixAt } from "./suffixTable.ts";
import { CURRENCY_PREFIXES } from "./tables/money.ts";

export interface HeadUnit {
  /** Absent where only a magnitude is given (`百萬`). */
  readonly kind?: FigureKind;
  readonly unit: string;
  readonly coefficient: number;
  readonly exponent: number;
  readonly assumed: boolean;
}

const prefixes = [...CURRENCY_PREFIXES]
  .map(([word, code]) => [fold(word), code] as const)
  .sort((a, b) => b[0].length - a[0].length);
const ENGLISH: readonly (readonly [string, number])[] = [
  ["trillion", 12],
  ["billion", 9],
  ["million", 6],
  ["thousand", 3],
  ["'000", 3],
  ["000s", 3],
  ["000", 3],
  ["mln", 6],
  ["bln", 9],
  ["mn", 6],
  ["mm", 6],
  ["bn", 9],
  ["tn", 12],
  ["m", 6],
  ["b", 9],
  ["k", 3],
];

/** Reads a phrase that is nothing but a unit; undefined if it is something else. */
export function unitPhrase(phrase: string, region: Region): HeadUnit | undefined {
  const folded = fold(phrase).trim();
  const line: Line = { text: phrase.trim(), folded, region };
  let at = 0;
  const skip = (): void => {
    while (at < folded.length && " :,.()/".includes(folded.charAt(at))) at++;
  };
  skip();
  if (starts(folded, at, "單位")) at += 2;
  skip();
  let currency: string | undefined;
  for (const [word, code] of prefixes) {
    if (!folded.startsWith(word, at)) continue;
    currency = code;
    at += word.length;
    break;
  }
  if (currency === undefined && folded.charAt(at) === "$") {
    currency = region === "HK" ? "HKD" : "USD";
    at++;
  }
  skip();
  let exponent = 0;
  for (let power = powerOf[folded.charCodeAt(at)] ?? 0; power > 0; power = powerOf[folded.charCodeAt(at)] ?? 0) {
    exponent += power;
    at++;
  }
  if (exponent === 0) {
    const word = ENGLISH.find(([each]) => folded.startsWith(each, at) && !isLetterAt(folded, at + each.length));
    if (word && (currency !== undefined || word[0].length > 1)) {
      exponent = word[1];
      at += word[0].length;
    }
  }
  skip();
  const suffix = at < folded.length ? suffixAt(line, at) : undefined;
  if (suffix && at + suffix.word.length >= folded.replace(/[ )]+$/, "").length) {
    const unit =
      suffix.unit === "local"
        ? (currency ?? localCurrency(region))
        : suffix.unit || line.text.slice(at, at + suffix.word.length);
    return {
      kind: suffix.kind,
      unit: currency ?? unit,
      coefficient: suffix.coefficient,
      exponent: exponent + suffix.exponent,
      assumed: suffix.unit === "local" && !currency,
    };
  }
  if (at < folded.replace(/[ )]+$/, "").length) return undefined;
  if (currency !== undefined) return { kind: "money", unit: currency, coefficient: 1, exponent, assumed: false };
  return exponent > 0 ? { unit: "", coefficient: 1, exponent, assumed: false } : undefined;
}

/** The unit written in a head: in brackets, or behind a comma, a colon or a slash at its end. */
export function headUnit(head: string, region: Region): HeadUnit | undefined {
  const folded = fold(head);
  const all = unitPhrase(head, region);
  if (all?.kind) return all;
  for (let open = folded.lastIndexOf("("); open >= 0; open = open > 0 ? folded.lastIndexOf("(", open - 1) : -1) {
    const close = folded.indexOf(")", open);
    const found = unitPhrase(head.slice(open + 1, close < 0 ? undefined : close), region);
    if (found) return found;
  }
  for (const mark of [":", ",", " "]) {
    const at = folded.lastIndexOf(mark);
    const found = at >= 0 ? unitPhrase(head.slice(at + 1), region) : undefined;
    if (found) return found;
  }
  return all;
}

const RATES = cuesOf(
  "毛利率 淨利率 利潤率 營益率 利益率 殖利率 成長率 增長率 增速 年增 月增 季增 同比 環比 按年 按季 佔比 占比 市占 市佔 比重 率 margin yoy qoq mom growth yield roe roa cagr share %",
);
const RATIOS = cuesOf("本益比 市盈率 市淨率 股價淨值比 pe p/e pb p/b ev/ebitda 倍數 per");
const PER_SHARE = cuesOf("每股 eps dps 股利 股息 目標價 股價 收盤價 target_price tp");

/** What the words of a head say about the kind of its numbers, where no unit is written. */
export function headKind(head: string): "rate" | "multiple" | "per share" | undefined {
  const folded = fold(head);
  if (firstCue(folded, 0, folded.length, PER_SHARE) >= 0) return "per share";
  if (firstCue(folded, 0, folded.length, RATIOS) >= 0 && !folded.includes("率")) return "multiple";
  if (folded.includes("市盈率") || folded.includes("市净率")) return "multiple";
  return firstCue(folded, 0, folded.length, RATES) >= 0 ? "rate" : undefined;
}
