// A small reader of figures for the tests of the note: Arabic digits with a few magnitudes and units, as exact decimals.
import { parseDecimal, shift, whole, type Decimal } from "../../../corpus/src/text/decimal.ts";
import { fold } from "../../../corpus/src/text/fold.ts";
import type { Figure, FigureKind } from "../../../corpus/src/figures/figure.ts";

const FIGURE =
  /(US\$|NT\$|\$)?(-?\d[\d,]*(?:\.\d+)?)[\s\u200b]?(萬億|億|萬|兆|bn|mn)?(美元|港元|元|%|個?百分點|個?基點|顆|台|家|倍)?/g;
const POWERS: Readonly<Record<string, number>> = { 萬億: 12, 億: 8, 萬: 4, 兆: 12, bn: 9, mn: 6 };
const KINDS: readonly (readonly [RegExp, FigureKind, string])[] = [
  [/美元/, "money", "USD"],
  [/港元/, "money", "HKD"],
  [/元/, "money", "TWD"],
  [/%/, "percent", "%"],
  [/百分點/, "percentage_point", "pp"],
  [/基點/, "basis_point", "bp"],
  [/倍/, "multiple", "x"],
  [/顆/, "count", "顆"],
  [/台/, "count", "台"],
  [/家/, "count", "家"],
];
/** Simplified forms as the traditional ones above, one to one. */
const traditional = (text: string): string =>
  text.replace(/亿/g, "億").replace(/万/g, "萬").replace(/点/g, "點").replace(/颗/g, "顆").replace(/个/g, "個");

const kindOf = (prefix: string | undefined, unit: string | undefined): readonly [FigureKind, string] => {
  if (prefix === "NT$") return ["money", "TWD"];
  if (prefix !== undefined) return ["money", "USD"];
  const found = unit === undefined ? undefined : KINDS.find(([form]) => form.test(unit));
  return found ? [found[1], found[2]] : ["count", "1"];
};

/** The figures of a text, years and place labels aside, by UTF-16 offsets. */
export function figuresIn(text: string): Figure[] {
  const plain = traditional(text.replace(/[０-９．％]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) - 0xfee0)));
  return [...plain.matchAll(FIGURE)].flatMap((match) => {
    const [whole_, prefix, digits = "", magnitude, unit] = match;
    if (prefix === undefined && magnitude === undefined && unit === undefined) return [];
    const number = parseDecimal(digits.replaceAll(",", ""));
    if (!number) return [];
    const value: Decimal = shift(number, POWERS[magnitude ?? ""] ?? 0);
    const [kind, name] = kindOf(prefix, unit);
    const start = match.index;
    const end = start + whole_.trimEnd().length;
    return [
      {
        start,
        end,
        kind,
        unit: name,
        low: value,
        high: value,
        open: false,
        assumedUnit: false,
        step: whole(1),
        bound: "exact" as const,
        doubtful: false,
      },
    ];
  });
}

/** The words of a text that count as equal: folded, without white space of any width. */
export const folded = (text: string): string => fold(text).replace(/[\s\u200b]+/g, "");
