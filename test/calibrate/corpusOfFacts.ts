// Facts written as articles: one or two papers tell a company's quarter, in any script. Where each fact stands is kept.
import { figureOf, quarterOf, ARTICLE } from "./wording.ts";
import { METRICS, nameOf, pick, random, SCRIPTS, type Fact, type Script } from "./facts.ts";

export interface Told {
  readonly fact: Fact;
  readonly path: string;
  /** 0-based line, UTF-16 columns. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export interface FactCorpus {
  readonly files: ReadonlyMap<string, string>;
  /** By the fact's number. */
  readonly told: ReadonlyMap<number, readonly Told[]>;
}

const HOME: Readonly<Record<Fact["currency"], Script>> = { TWD: "TW", HKD: "HK", CNY: "CN", USD: "INTL" };

export function writeFacts(facts: readonly Fact[], seed: number): FactCorpus {
  const next = random(seed);
  const files = new Map<string, string>();
  const told = new Map<number, Told[]>();
  const quarters = new Map<string, Fact[]>();
  for (const fact of facts) if (fact.told) quarters.set(`${fact.company.id}-${fact.year}-${fact.quarter}`, [...(quarters.get(`${fact.company.id}-${fact.year}-${fact.quarter}`) ?? []), fact]);
  for (const [key, some] of quarters) {
    const [first] = some;
    if (!first) continue;
    const home = HOME[first.currency];
    const papers: Script[] = next() < 0.35 ? [home, pick(next, SCRIPTS.filter((script) => script !== home))] : [next() < 0.7 ? home : pick(next, SCRIPTS)];
    papers.forEach((script, i) => {
      const path = `corpus/${key}-${i}.md`;
      const english = script === "INTL";
      const name = nameOf(first, script);
      const month = String(first.quarter * 3 + 1).padStart(2, "0");
      const title = english ? `${name} results` : `${name}${quarterOf({ ...first, metric: "revenue" }, script)}${script === "CN" ? "业绩" : "業績"}`;
      const lines = ["---", `title: ${JSON.stringify(title)}`, `date: ${first.year}-${month}-${String(10 + Math.floor(next() * 18))}`, `publisher: ${pick(next, ["甲報", "乙财经", "C Wire", "丁新聞"])}`, "---", ""];
      let text = "";
      let open = false;
      // revenue leads and is followed by its growth; the others follow in sentences and clauses
      for (const metric of ["revenue", "growth", ...METRICS.filter((one) => one !== "revenue" && one !== "growth")] as const) {
        const fact = some.find((one) => one.metric === metric);
        if (!fact || (metric === "growth" && !open)) continue;
        const joins = metric === "growth" || (!english && open && (metric === "net-profit" || metric === "gross-margin") && next() < 0.6);
        text += joins ? (english ? ", " : "，") : open ? (english ? ". " : "。") : "";
        const written = pick(next, ARTICLE[script][metric]).replaceAll("{c}", name).replaceAll("{y}", String(fact.year)).replaceAll("{p}", quarterOf(fact, script));
        const figure = figureOf(fact, script);
        const at = written.indexOf("{f}");
        const start = text.length + at;
        told.set(fact.number, [...(told.get(fact.number) ?? []), { fact, path: `/w/${path}`, line: lines.length, start, end: start + figure.length }]);
        text += written.replace("{f}", figure);
        open = true;
      }
      files.set(path, `${[...lines, `${text}${english ? "." : "。"}`].join("\n")}\n`);
    });
  }
  return { files, told };
}
