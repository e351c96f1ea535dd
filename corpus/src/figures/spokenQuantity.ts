// Spoken forms that prose does not use: 萬九, 百二萬, 個半小時, 一對, 五打, 三又三分之一, 7 萬5 千4 百, 米九.
import type { Region } from "../articles/article.ts";
import type { Quantity } from "./readQuantity.ts";

/** The quantity of a spoken form; undefined if the text is none. */
export function spokenQuantity(text: string, region: Region): Quantity | undefined {
  void text;
  void region;
  return undefined;
}
