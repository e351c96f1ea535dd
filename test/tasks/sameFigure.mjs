// Do two written figures say the same? Value and dimension (percent, points, basis points, anything else), in any script and
// magnitude word; 厘 and 成 are percent, 碼 a quarter of a point. A reading of its own, so that the product does not judge itself.
import { Converter } from "opencc-js";

const simplified = Converter({ from: "t", to: "cn" });
/** Width, script, case, white space and markup do not tell texts apart. */
export const fold = (text) => simplified(String(text).normalize("NFKC")).replace(/[\s*_`\\[\],]/g, "").toLowerCase();

const MAGNITUDES = { 万亿: 1e12, 兆: 1e12, 亿: 1e8, 千万: 1e7, 百万: 1e6, 万: 1e4, trillion: 1e12, tn: 1e12, billion: 1e9, bn: 1e9, million: 1e6, mn: 1e6, m: 1e6 };
const NUMBER = /(\d+(?:\.\d+)?)(万亿|兆|亿|千万|百万|万|trillion|billion|million|tn|bn|mn|m(?![a-z])|m(?=b\/d))?(?:(\d+(?:\.\d+)?)(亿|万))?/g;
const dimension = (rest) => (/^(?:个?基点|bps?|点子)/.test(rest) ? "bp" : /^(?:个?百分点|pp|percentagepoint)/.test(rest) ? "pp" : /^(?:%|厘|percent)/.test(rest) ? "%" : "");

/** @returns {{ values: number[], unit: string } | undefined} the figure a text begins with; a range has two values */
export function readFigure(text) {
  const plain = fold(text).replace(/^(?:约|近|逾|超过)/, "").replace(/(\d+(?:\.\d+)?)成/g, (_, tens) => `${tens * 10}%`).replace(/([一二三四五六七八九])成([一-九半])?/g, (_, tens) => `${"一二三四五六七八九".indexOf(tens) + 1}0%`);
  if (!/^(?:us\$|hk\$|nt\$|rmb|cny|\$|¥|-|\(|人民币|新台币|港币)*\d/.test(plain)) return undefined;
  const found = [...plain.matchAll(NUMBER)];
  const first = found[0];
  const second = found[1] && /^(?:%|厘|[美港]?元)?(?:至|到|-|–|~|to)(?:us\$|hk\$|\$)?$/.test(plain.slice(first.index + first[0].length, found[1].index)) ? found[1] : undefined;
  const scale = (one) => MAGNITUDES[one[2]] ?? 1;
  const value = (one, magnitude) => Number(one[1]) * magnitude + (one[3] ? Number(one[3]) * MAGNITUDES[one[4]] : 0);
  const last = second ?? first;
  const values = second ? [value(first, first[2] ? scale(first) : scale(second)), value(second, scale(second))] : [value(first, scale(first))];
  return { values, unit: dimension(plain.slice(last.index + last[0].length)) };
}

export function sameFigure(text, expected) {
  const a = readFigure(text);
  const b = readFigure(expected);
  return a && b ? a.unit === b.unit && a.values.length === b.values.length && a.values.every((one, i) => Math.abs(one - b.values[i]) <= 1e-9 * Math.abs(one)) : fold(text) === fold(expected);
}
