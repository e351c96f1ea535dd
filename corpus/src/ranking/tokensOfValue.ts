// The tokens under which the sentences of a value are listed: those of its leading two digits, all that rounding allows.
import { familyValue, kindFamily } from "../index/codes.ts";
import { valueToken, valueTokenOf } from "../index/tokens.ts";
import type { Figure } from "../figures/figure.ts";
import { toNumber } from "../text/decimal.ts";

/** All sentences that hold a value which a written figure may stand for, as tokens of its two leading digits. */
export function tokensOfValue(figure: Pick<Figure, "kind" | "low" | "high" | "step">): number[] {
  const family = kindFamily(figure.kind);
  const step = familyValue(figure.kind, toNumber(figure.step));
  const tokens = new Set<number>();
  for (const bound of new Set([toNumber(figure.low), toNumber(figure.high)])) {
    const value = Math.abs(familyValue(figure.kind, bound));
    tokens.add(valueToken(family, value));
    const exponent = Math.floor(Math.log10(Math.max(value, 1e-12)));
    const unit = 10 ** (exponent - 1);
    // of 0億 the step is beyond all measure of the value: two digits are counted, never the steps
    const last = Math.min(99, Math.round((value + step / 2) / unit));
    for (let digits = Math.max(10, Math.round((value - step / 2) / unit)); digits <= last && tokens.size < 24; digits++) tokens.add(valueTokenOf(family, digits, exponent));
  }
  return [...tokens];
}
