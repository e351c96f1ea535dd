// What stands before a number and belongs to it: a sign and a currency, in either order (-US$5m, US$-5m).
import { oneOf } from "./cues.ts";
import { currencyPrefixBefore, type CurrencyPrefix } from "./currencyPrefix.ts";
import type { Line } from "./line.ts";
import { signBefore, type Sign } from "./signs.ts";
import type { Unit } from "./suffixRules.ts";

export interface Head {
  readonly start: number;
  readonly sign: Sign | undefined;
  readonly prefix: CurrencyPrefix | undefined;
}

/** Sign and currency before the number at `at`. `from`: nothing before it belongs to this figure. */
export function headOf(line: Line, at: number, from: number): Head {
  const inner = signBefore(line, at, from);
  const prefix = currencyPrefixBefore(line, inner?.start ?? at);
  if (!prefix) return { start: inner?.start ?? at, sign: inner, prefix: undefined };
  const outer = inner ?? signBefore(line, prefix.start, from);
  return { start: Math.min(prefix.start, outer?.start ?? prefix.start), sign: outer, prefix };
}

/** The head without its currency where the number cannot be money of that currency (人民幣 3 年來, 美元 7.8 港元). */
export function fitting(line: Line, head: Head, at: number, from: number, unit: Unit | undefined): Head {
  const { prefix } = head;
  // 負125磅: a horse bears it.
  if (unit?.kind === "mass" && head.sign && oneOf(line.folded, at - 1, "負"))
    return { start: at, sign: undefined, prefix: undefined };
  if (!prefix || !unit) return head;
  if (unit.kind === "money" && (unit.unit === "local" || unit.unit === prefix.code || prefix.assumed)) return head;
  const sign = signBefore(line, at, from);
  return { start: sign?.start ?? at, sign, prefix: undefined };
}
