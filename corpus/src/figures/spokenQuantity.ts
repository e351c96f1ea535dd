// Spoken and typed forms that findFigures must not look for in prose: 萬九, 個半, 一對, 五打, 三塊零四, 三又三分之一, 1 3/5, 2e5, - 1.2M,
// and numerals with spaces between their characters (一百 五 十 二).
import { add, multiply, negate, parseDecimal, shift, whole, type Decimal } from "../text/decimal.ts";
import { fold } from "../text/fold.ts";
import type { Region } from "../articles/article.ts";
import type { Bound } from "./figure.ts";
import { localCurrency } from "./currencyPrefix.ts";
import { quotient } from "./fractions.ts";
import type { Line } from "./line.ts";
import { numeralValue } from "./numeralValue.ts";
import type { Quantity } from "./readQuantity.ts";
import { readNumeral } from "./readNumeral.ts";

const NUMBER = fold("[\\d.,零〇一二两三四五六七八九十百千万亿兆壹贰貳叁参肆伍陆柒捌玖拾佰仟廿卅卌点]+");
const MINUS = fold("負");
const EXPONENT = /^([-+]?\d*\.?\d+)e([-+]?\d{1,3})$/;
const SCALED = /^([-+]?) ?(\d[\d,]*\.?\d*|\.\d+) ?([kmgt])$/;
const SLASHED = /^([-+]?)(?:(\d+) )?(\d+)\/(\d+)$/;
const WITH_PART = new RegExp(`^(${MINUS}?)(${NUMBER})又(${NUMBER})[分份]之?(${NUMBER})$`);
const PART = new RegExp(`^(${MINUS}?)(${NUMBER})[分份]之?(${NUMBER})$`);
const COUNTED = new RegExp(`^(${NUMBER}|半)(打|对|双|个)(半?)$`);
const COINS = new RegExp(
  `^(港币|人民币|港纸)?(${NUMBER}|半)?(元|块|蚊|个|文)?零?(?:(${NUMBER})(角|毛|毫))?(?:(${NUMBER})(分|仙)?|(半))?$`,
);
const MIXED_POINT = /^[零〇]点\d+$/;
const HEDGED: readonly (readonly [Bound, string])[] = [
  ["atMost", "最多"],
  ["atMost", "至多"],
  ["atLeast", "至少"],
  ["atLeast", "最少"],
  ["atLeast", fold("起碼")],
  ["about", fold("約")],
];
const SCALES: Readonly<Record<string, number>> = { k: 3, m: 6, g: 9, t: 12 };
const TIMES: Readonly<Record<string, number>> = { 打: 12, 对: 2, 双: 2, 个: 1 };

function valueOf(text: string): Decimal | undefined {
  if (text === "半") return shift(whole(5), -1);
  const line: Line = { text, folded: text, region: "INTL" };
  const numeral = readNumeral(line, 0, true);
  return numeral && numeral.end === text.length && !numeral.broken ? numeralValue(line, numeral).low : undefined;
}

const bare = (value: Decimal): Quantity => ({
  low: value,
  high: value,
  open: false,
  step: shift(whole(1), value.exponent),
  bound: "exact",
  complete: false,
});
const signed = (value: Decimal, sign: string | undefined): Decimal =>
  sign === "-" || sign === MINUS ? negate(value) : value;
const divide = (a: Decimal, b: Decimal): Decimal => {
  const exponent = Math.min(a.exponent, b.exponent);
  return quotient(
    a.coefficient * 10n ** BigInt(a.exponent - exponent),
    b.coefficient * 10n ** BigInt(b.exponent - exponent),
  );
};

function typed(text: string): Decimal | undefined {
  if (MIXED_POINT.test(text)) return parseDecimal(text.replace(/^./, "0").replace("点", "."));
  const exponent = EXPONENT.exec(text);
  const mantissa = exponent && parseDecimal((exponent[1] ?? "").replace(/^([-+]?)\./, "$10."));
  if (exponent && mantissa) return shift(mantissa, Number(exponent[2]));
  const scaled = SCALED.exec(text);
  const digits = scaled && parseDecimal((scaled[2] ?? "").replaceAll(",", "").replace(/^\./, "0."));
  if (scaled && digits) return signed(shift(digits, SCALES[scaled[3] ?? ""] ?? 0), scaled[1]);
  const slashed = SLASHED.exec(text);
  if (!slashed || Number(slashed[4]) === 0) return undefined;
  const part = quotient(BigInt(slashed[3] ?? 0), BigInt(slashed[4] ?? 1));
  return signed(add(whole(BigInt(slashed[2] ?? 0)), part), slashed[1]);
}

function parts(text: string): Decimal | undefined {
  const mixed = WITH_PART.exec(text);
  if (mixed) {
    const [, sign, integer = "", under = "", over = ""] = mixed;
    const [a, b, c] = [valueOf(integer), valueOf(under), valueOf(over)];
    return a && b && c && b.coefficient ? signed(add(a, divide(c, b)), sign) : undefined;
  }
  const part = PART.exec(text);
  if (!part) return undefined;
  const [under, over] = [valueOf(part[2] ?? ""), valueOf(part[3] ?? "")];
  return under && over && under.coefficient ? signed(divide(over, under), part[1]) : undefined;
}

function counted(text: string): Decimal | undefined {
  if (text === "半百") return whole(50);
  if (text === "一半半" || text === "1半" || text === "对折") return shift(whole(5), -1);
  const found = COUNTED.exec(text);
  const value = found && valueOf(found[1] ?? "");
  if (!found || !value) return undefined;
  return multiply(found[3] ? add(value, shift(whole(5), -1)) : value, whole(TIMES[found[2] ?? ""] ?? 1));
}

/** 兩毛五, 一塊二, 三塊零四, 五蚊六毫八, 個半, 港幣三個一毫四: whole, tenths, hundredths. */
function coins(text: string): { readonly value: Decimal; readonly code: string | undefined } | undefined {
  const found = COINS.exec(text);
  if (!found) return undefined;
  const [, prefix, wholes, unit, tenths, , rest, cents, half] = found;
  if (!unit && !tenths && !cents) return undefined;
  if (!wholes && unit && unit !== "个") return undefined;
  if (wholes && !unit) return undefined;
  let value = unit ? (wholes ? valueOf(wholes) : whole(1)) : whole(0);
  const add10 = tenths ? valueOf(tenths) : whole(0);
  const last = rest ? valueOf(rest) : whole(0);
  if (!value || !add10 || !last) return undefined;
  value = add(value, shift(add10, -1));
  // 一塊二 is 1.2; 三塊零四 and 七毛八 count hundredths.
  const hundredths = cents !== undefined || tenths !== undefined || text.includes("零");
  value = add(value, shift(last, hundredths ? -2 : -1));
  if (half) value = add(value, shift(whole(5), tenths ? -2 : -1));
  return { value, code: prefix === "人民币" ? "CNY" : prefix ? "HKD" : undefined };
}

/** The quantity of a spoken or typed form; undefined if the text is none. `again` reads a text without its spaces. */
export function spokenQuantity(
  text: string,
  region: Region,
  again: (text: string) => Quantity | undefined,
): Quantity | undefined {
  const folded = fold(text).replace(/ +/g, " ");
  for (const [bound, word] of HEDGED) {
    const rest = folded.startsWith(word) ? again(text.slice(word.length).trimStart()) : undefined;
    if (rest) return { ...rest, bound };
  }
  const number = typed(folded);
  if (number) return bare(number);
  const tight = folded.replaceAll(" ", "");
  const shares = parts(tight);
  if (shares) return bare(shares);
  const many = counted(tight);
  if (many && !tight.includes("块")) return bare(many);
  const [left = "", right, more] = tight.split(/[到至-]/);
  const money = more === undefined ? coins(left) : undefined;
  const upper = right === undefined ? money : coins(right);
  if (money && upper) {
    return {
      low: money.value,
      high: upper.value,
      open: false,
      step: shift(whole(1), money.value.exponent),
      kind: "money",
      unit: money.code ?? localCurrency(region),
      bound: "exact",
      complete: true,
    };
  }
  const spaceless = text.replace(/\s+/g, "");
  return spaceless === text ? undefined : again(spaceless);
}
