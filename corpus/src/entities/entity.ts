// An entity: a thing with a name, all its names, and a mention of it in a text.
import type { Region } from "../articles/article.ts";

export type EntityType = "company" | "org" | "person" | "product" | "place" | "media" | "index" | "law" | "ticker";

export interface Entity {
  /** Best-known English name, lower case, hyphens (`nvidia`); a ticker's is the ticker in upper case (`NVDA-US`). */
  readonly id: string;
  readonly type: EntityType;
  /** The names as printed in each region, the preferred one first; script variants made by the build included. */
  readonly names: Readonly<Record<Region, readonly string[]>>;
  readonly short: readonly string[];
  /** `NVDA-US`, `2330-TW`. */
  readonly tickers: readonly string[];
  /** Month of the fiscal year's end, 1 to 12. */
  readonly fiscalYearEnd: number;
  readonly description: string;
  readonly links: readonly string[];
  readonly origin: "lexicon" | "learned" | "confirmed";
  /** 0 to 1; 1 for the lexicon and what the analyst confirmed. */
  readonly confidence: number;
}

/** A place in a text where an entity is named. UTF-16 offsets in that text, end exclusive. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** Index of the entity in the entity table of this run. */
  readonly entity: number;
  /** 0 to 1. */
  readonly confidence: number;
}
