// What a figure says: whose, of what, for when, in which role. An empty slot is better than a guess.
import type { Figure } from "./figure.ts";

export interface Subject {
  /** Index of the entity in the lexicon of this run (see entities/). */
  readonly entity: number;
  readonly part: "of" | "by" | "to";
  /** Taken from an antecedent (該公司, 其, a headless clause). */
  readonly inferred: boolean;
}

export interface Period {
  /** As written: 第三季, 3Q25, 2026財年第三財季, 今年前三季. */
  readonly text: string;
  /** ISO days, both inclusive; by the subject's fiscal year where one is known and meant. */
  readonly from: string;
  readonly to: string;
  /** The same by the calendar, where the two readings differ. */
  readonly calendarFrom?: string;
  readonly calendarTo?: string;
  readonly inferred: boolean;
}

export type Role = "level" | "change" | "before" | "after" | "peak" | "limit" | "target" | "hypothetical";
export type Comparison = "year" | "quarter" | "month" | "week" | "day" | "other";

export interface Statement {
  readonly figure: Figure;
  readonly subjects: readonly Subject[];
  /** Id of corpus/lexicon/metrics.tsv (`revenue`, `net-profit`, `gross-margin`, …). */
  readonly metric?: string;
  /** Segment, product or region as written; absent is the whole. */
  readonly scope?: string;
  readonly period?: Period;
  /** Vintage or moment: 9月SEP, 盤中, 收盤. */
  readonly asOf?: string;
  readonly role?: Role;
  readonly forecast?: boolean;
  readonly comparison?: Comparison;
  /** Who says so: an entity's index, else the words. */
  readonly attribution?: number | string;
}
