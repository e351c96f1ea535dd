// Which part of the text before the cursor is a name being typed: the longest run of units that begins a name, else one
// that stands inside a name. So completion knows what its answer replaces.
import { classAt, HAN, isLatinUnit, LATIN } from "./unitClass.ts";

export interface NameUnderWay {
  /** UTF-16 offset in the text before the cursor; the name runs to its end. After `@` the sign is not part of it. */
  readonly start: number;
  readonly typed: string;
  readonly how: "prefix" | "inner" | "pinyin";
  /** An `@` or `＠` stands right before it: the analyst asks for a name. */
  readonly asked: boolean;
}

const LONGEST = 24;
const LONGEST_AFTER_SIGN = 40;

/** The name under way at the end of `before`. One unit is enough after `@`, else two are needed. */
export function nameUnderWay(
  before: string,
  begins: (typed: string) => "prefix" | "inner" | "pinyin" | undefined,
): NameUnderWay | undefined {
  const sign = Math.max(before.lastIndexOf("@"), before.lastIndexOf("＠"));
  if (sign >= 0 && before.length - sign <= LONGEST_AFTER_SIGN) {
    const typed = before.slice(sign + 1);
    const isMail = isLatinUnit(classAt(before, sign - 1));
    if (
      !isMail &&
      !/[\s，。、；：！？,;:!?()（）[\]@＠]/.test(
        typed.trimEnd() === typed ? typed.replace(/(?<=[A-Za-z]) (?=[A-Za-z])/g, "") : typed,
      )
    )
      return { start: sign + 1, typed, how: typed ? (begins(typed) ?? "prefix") : "prefix", asked: true };
  }
  let inner: NameUnderWay | undefined;
  for (let length = Math.min(LONGEST, before.length); length >= 2; length--) {
    const start = before.length - length;
    const first = classAt(before, start);
    if (first !== HAN && !isLatinUnit(first)) continue;
    if (isLatinUnit(first) && isLatinUnit(classAt(before, start - 1))) continue;
    const typed = before.slice(start);
    // A line end or a sign of punctuation is in no name.
    if (
      /[\n\r，。、；：！？“”「」『』《》()（）[\]@]/.test(typed) ||
      (first === LATIN && length > 1 && / $/.test(typed))
    )
      continue;
    const how = begins(typed);
    if (how === "prefix" || how === "pinyin") return { start, typed, how, asked: false };
    if (how === "inner" && inner === undefined) inner = { start, typed, how, asked: false };
  }
  return inner;
}
