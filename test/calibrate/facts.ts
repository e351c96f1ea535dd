// Facts, made from a seed: a company, a metric, a period, a value. Some are written into articles, once or by two papers in two
// scripts; some are known to nobody, so that a note which states them has no source. For calibrating what counts as sure.
import { displayName } from "../../corpus/src/entities/displayName.ts";
import type { Entity } from "../../corpus/src/entities/entity.ts";
import type { Lexicon } from "../../corpus/src/entities/lexicon.ts";

export type Script = "TW" | "HK" | "CN" | "INTL";
export const SCRIPTS: readonly Script[] = ["TW", "HK", "CN", "INTL"];
export type Metric = "revenue" | "net-profit" | "gross-margin" | "operating-profit" | "capex" | "growth" | "guidance" | "employees";
export const METRICS: readonly Metric[] = ["revenue", "net-profit", "gross-margin", "operating-profit", "capex", "growth", "guidance", "employees"];

export interface Fact {
  readonly number: number;
  readonly company: Entity;
  readonly metric: Metric;
  /** Quarter 1 to 4 of `year`. */
  readonly year: number;
  readonly quarter: number;
  /** Base units: of the currency, percent, persons. */
  readonly value: number;
  readonly currency: "TWD" | "HKD" | "CNY" | "USD";
  /** Written in an article. */
  readonly told: boolean;
}

/** Mulberry32: numbers in [0, 1), the same for the same seed. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
export const pick = <Item>(next: () => number, items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item;

const CURRENCY: Readonly<Record<string, Fact["currency"]>> = { TW: "TWD", HK: "HKD", CN: "CNY", US: "USD" };

/** Companies with a ticker, a name in every script and no one-character name. */
function companiesOf(lexicon: Lexicon, next: () => number, count: number): Entity[] {
  const all = lexicon.entities.filter(
    ({ type, tickers, names, fiscalYearEnd }) => type === "company" && fiscalYearEnd === 12 && CURRENCY[tickers[0]?.slice(-2) ?? ""] !== undefined && names.TW.length && names.CN.length && names.INTL.length && (names.TW[0]?.length ?? 0) > 1,
  );
  const chosen = new Set<Entity>();
  while (chosen.size < Math.min(count, all.length)) chosen.add(pick(next, all));
  return [...chosen];
}

function valueOf(metric: Metric, next: () => number): number {
  const money = Math.round(10 ** (1 + next() * 3) * 100) / 100;
  switch (metric) {
    case "gross-margin":
      return Math.round((8 + next() * 60) * 10) / 10;
    case "growth":
      return Math.round((1 + next() * 70) * 10) / 10;
    case "employees":
      return Math.round((1 + next() * 60) * 10) * 100;
    case "net-profit":
    case "operating-profit":
      return Math.round(money * 18) * 1e6;
    case "capex":
      return Math.round(money * 12) * 1e6;
    default:
      return Math.round(money * 100) * 1e6;
  }
}

/** Quarterly facts of `count` companies; about a fifth is told by nobody, some quarters and some companies whole. */
export function makeFacts(lexicon: Lexicon, seed: number, count: number): Fact[] {
  const next = random(seed);
  const facts: Fact[] = [];
  for (const company of companiesOf(lexicon, next, count)) {
    const currency = CURRENCY[company.tickers[0]?.slice(-2) ?? ""] ?? "USD";
    const untold = next() < 0.1;
    for (const [year, quarter] of [[2025, 1], [2025, 2], [2025, 3]] as const) {
      const skipped = next() < 0.15;
      for (const metric of METRICS) {
        // people are counted at the last quarter alone: a note says no period for them
        if (metric === "employees" && quarter !== 3) continue;
        const told = !untold && !skipped && next() < 0.85;
        facts.push({ number: facts.length, company, metric, year, quarter, value: valueOf(metric, next), currency, told });
      }
    }
  }
  return facts;
}

export const nameOf = ({ company }: Fact, script: Script): string => displayName(company, script);
