// The currency that a bare 元 goes on with: (人民幣,下同) for the rest of the line, 人民幣15億元 for the rest of its sentence.
import { fold } from "../text/fold.ts";
import type { Figure } from "./figure.ts";
import { clauseStart, cuesOf, lastCue } from "./cues.ts";
import type { Line } from "./line.ts";

const SAME_BELOW = fold("下同");
const NAMES: readonly (readonly [string, string])[] = [
  ["人民幣", "CNY"],
  ["rmb", "CNY"],
  ["美元", "USD"],
  ["us$", "USD"],
  ["港元", "HKD"],
  ["港幣", "HKD"],
  ["hk$", "HKD"],
  ["新台幣", "TWD"],
  ["台幣", "TWD"],
  ["日圓", "JPY"],
  ["歐元", "EUR"],
  ["英鎊", "GBP"],
  ["坡元", "SGD"],
].map(([name = "", code = ""]) => [fold(name), code] as const);
const PRICES = cuesOf("股價 收報 現報 報 市值 目標價 配售價 招股價 每股作價 作價 收市 港");
const SENTENCE = 120;
const STOP = "。".charCodeAt(0);

export interface StatedCurrency {
  readonly at: number;
  readonly code: string;
}

/** Where the line states a currency for all that follows. */
export function statedCurrency(folded: string): StatedCurrency | undefined {
  const at = folded.indexOf(SAME_BELOW);
  if (at < 0) return undefined;
  const before = folded.slice(Math.max(0, at - 12), at);
  const found = NAMES.filter(([name]) => before.includes(name)).sort(
    (a, b) => before.lastIndexOf(b[0]) - before.lastIndexOf(a[0]),
  )[0];
  return found && { at: at - 16, code: found[1] };
}

/** The currency of a bare 元 at `at`, if the text has said it: stated for the line, or 人民幣 before the last amount of this sentence. */
export function seriesCurrency(
  line: Line,
  at: number,
  stated: StatedCurrency | undefined,
  last: Figure | undefined,
): string | undefined {
  if (stated && at >= stated.at) return stated.code;
  if (!last || last.unit !== "CNY" || last.assumedUnit || (line.region !== "HK" && line.region !== "TW"))
    return undefined;
  if (at - last.end > SENTENCE) return undefined;
  for (let index = last.end; index < at; index++) if (line.folded.charCodeAt(index) === STOP) return undefined;
  return lastCue(line.folded, clauseStart(line.folded, at, 16), at, PRICES) >= 0 ? undefined : "CNY";
}
