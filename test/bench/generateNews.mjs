// Articles made by a seeded generator, for benchmarks: listed companies of the lexicon, a dozen metrics, eight quarters, prose and
// figures in several patterns, fifty articles in a feed file. The same seed gives the same text.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Mulberry32. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const METRICS = ["營收", "淨利", "毛利率", "資本支出", "營業利益", "自由現金流", "存貨", "出貨量", "研發費用", "股息", "每股盈餘", "訂單金額"];
const QUARTERS = ["2024年第一季", "2024年第二季", "2024年第三季", "2024年第四季", "2025年第一季", "2025年第二季", "2025年第三季", "2025年第四季"];
const TAILS = ["主要受惠於海外需求", "低於法人預期", "公司未多作說明", "為近年同期新高", "匯率影響有限", "管理層維持審慎"];
const PROSE = ["市場人士指出，產業鏈調整仍在進行，客戶下單態度分歧。", "分析師認為，價格走勢要看下半年的供給。", "公司表示，新產能將依計畫開出，但時程可能調整。", "投資人關注後續指引與現金部位的變化。"];

/** Names of listed companies, in the lexicon's order. */
export function companies(count) {
  const names = readFileSync("corpus/lexicon/companies-tw.tsv", "utf8").split("\n").slice(1).flatMap((row) => {
    const name = row.split("\t")[2]?.split("|")[0];
    return name && name.length >= 2 ? [name] : [];
  });
  return names.slice(0, count);
}

/** @returns {string[]} the lines of an article, its title first */
function article(next, names) {
  const pick = (list) => list[Math.floor(next() * list.length)];
  const figure = (metric) =>
    metric === "毛利率" ? `${Math.floor(next() * 60) + 10}.${Math.floor(next() * 9) + 1}%` : metric === "每股盈餘" || metric === "股息" ? `${(next() * 12 + 0.1).toFixed(2)}元` : metric === "出貨量" ? `${(next() * 900 + 10).toFixed(1)}萬台` : `${(next() * 900 + 10).toFixed(2)}億元`;
  const company = pick(names);
  const quarter = pick(QUARTERS);
  const lines = [`${company}${quarter}${pick(METRICS)}公布　${pick(TAILS)}`];
  for (let i = 0; i < 3; i++) {
    let line = "";
    for (let n = 0; n < 3; n++) {
      const metric = pick(METRICS);
      line += `${company}${quarter}${metric}為${figure(metric)}，年增${(next() * 90).toFixed(1)}%，${pick(TAILS)}。${pick(PROSE)}`;
    }
    lines.push(line);
  }
  return lines;
}

/** Writes `count` articles as feed files below `folder`; gives sentences to complete, each of a company of the corpus. */
export function writeNews(folder, count, seed = 1) {
  mkdirSync(folder, { recursive: true });
  const next = random(seed);
  const names = companies(600);
  for (let from = 0; from < count; from += 50) {
    const articles = Array.from({ length: Math.min(50, count - from) }, () => `${article(next, names).join("\n")}(測試產業週報)`);
    writeFileSync(join(folder, `feed-${String(from).padStart(6, "0")}.txt`), `${articles.join("\n\n")}\n`);
  }
}

/** Sentences at whose end a figure would follow. */
export function sentences(count, seed = 2) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const names = companies(600);
  return Array.from({ length: count }, () => `${pick(["據報導，", "", "財報顯示，"])}${pick(names)}${pick(QUARTERS)}${pick(METRICS)}${pick(["為", "達", "約"])}`);
}
