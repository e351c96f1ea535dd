// Currency words and signs before a number: US$5.1, HK$ 3, 人民幣5517億元, RMB1.2bn.
import { fold } from "../text/fold.ts";
import type { Region } from "../articles/article.ts";
import { isHanAt, isLetterAt } from "./characterClasses.ts";
import { oneOf } from "./cues.ts";
import type { Line } from "./line.ts";
import { CURRENCY_PREFIXES } from "./tables/money.ts";

export interface CurrencyPrefix {
  readonly start: number;
  /** ISO code, or `local` where the sign leaves it open. */
  readonly code: string;
  readonly assumed: boolean;
  /** A word (人民幣), which may also be a noun of its own before a number. */
  readonly han: boolean;
}

const byLast = new Map<number, (readonly [word: string, code: string])[]>();
for (const [written, code] of CURRENCY_PREFIXES) {
  const word = fold(written);
  const last = word.charCodeAt(word.length - 1);
  byLast.set(last, [...(byLast.get(last) ?? []), [word, code] as const]);
}
for (const list of byLast.values()) list.sort((a, b) => b[0].length - a[0].length);

/** Whether a currency word or sign can end with this folded code unit. */
export const canEndPrefix = (unit: number): boolean =>
  byLast.has(unit) || unit === DOLLAR || unit === YEN || unit === FULL_YEN;

const DOLLAR = 0x24;
const YEN = 0xa5;
const FULL_YEN = 0xffe5;

/** ISO code of 元 and its parts where nothing else is said. */
export function localCurrency(region: Region): string {
  switch (region) {
    case "TW":
      return "TWD";
    case "HK":
      return "HKD";
    case "CN":
      return "CNY";
    case "INTL":
      return "CNY";
  }
}

const dollar = (region: Region): string => (region === "HK" ? "HKD" : "USD");

/** The currency that ends just before `at` (one space between allowed). */
export function currencyPrefixBefore(line: Line, at: number): CurrencyPrefix | undefined {
  const { folded, region } = line;
  let end = at;
  if (folded.charCodeAt(end - 1) === 0x20) end--;
  if (end < at && folded.charCodeAt(end - 1) === 0x20) end--;
  const last = folded.charCodeAt(end - 1);
  for (const [word, code] of byLast.get(last) ?? []) {
    const start = end - word.length;
    if (start < 0 || !folded.startsWith(word, start)) continue;
    if (isLetterAt(folded, start) && isLetterAt(folded, start - 1)) continue;
    const han = isHanAt(folded, start);
    if (han && oneOf(folded, start - 1, "兌對每賣買換")) return undefined;
    return { start, code, assumed: false, han };
  }
  if (last === DOLLAR)
    return isLetterAt(folded, end - 2)
      ? undefined
      : { start: end - 1, code: dollar(region), assumed: true, han: false };
  if (last === YEN || last === FULL_YEN)
    return { start: end - 1, code: region === "INTL" ? "JPY" : "CNY", assumed: true, han: false };
  return undefined;
}
