// Times of day: 9點, 三點半, 3時30分.
import { isNumeralAt } from "../characterClasses.ts";
import { oneOf } from "../cues.ts";

/** The end of a time whose 點 or 時 ends at `end`: its minutes, 半 or 鐘 belong to it. */
export function clockEnd(folded: string, end: number): number {
  let at = end;
  while (isNumeralAt(folded, at) && at - end < 4) at++;
  if (at > end && oneOf(folded, at, "分")) at += folded.charAt(at + 1) === "鈡" ? 2 : 1;
  else if (at > end) at = end;
  else if (oneOf(folded, at, "半正整许鈡")) at++;
  return at;
}
