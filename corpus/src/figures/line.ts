// One line of text in the form that the readers of this folder take it: as written and folded, unit by unit alike.
import type { Region } from "../articles/article.ts";

export interface Line {
  readonly text: string;
  /** Same length as `text`: script, width, case, spaces, quotes and dashes made alike. */
  readonly folded: string;
  readonly region: Region;
}

/** Skips at most one space (figures of feeds: `570.06 億美元`). */
export const afterSpace = (folded: string, at: number): number => (folded.charCodeAt(at) === 0x20 ? at + 1 : at);
