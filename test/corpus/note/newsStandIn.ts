// News made by a seeded generator: companies, metrics and figures in sentences of a few patterns, several articles in a file.
import type { Random } from "./random.ts";

const COMPANIES = [
  "海嶽電子",
  "晴川半導體",
  "Northgate",
  "南屏航運",
  "聯澤生技",
  "Orbis Systems",
  "北辰能源",
  "德潤地產",
];
const METRICS = ["營收", "淨利", "資本支出", "出貨金額", "自由現金流", "訂單總額", "利息支出"];
const PERIODS = ["第三季", "上半年", "十月份", "去年全年", "本財年", "前三季合計"];
const TAILS = [
  "創下單季新高",
  "不如市場預期",
  "主要來自海外客戶的貢獻",
  "公司未說明原因",
  "分析師看法分歧",
  "與先前指引相符",
];
const UNITS = ["億美元", "億港元", "萬元", "億元"];

const digits = ({ below, chance }: Random): string => `${below(899) + 100}${chance(0.6) ? `.${below(90) + 10}` : ""}`;

export const money = (random: Random): string => `${digits(random)}${random.pick(UNITS)}`;
export const percent = (random: Random): string => `${random.below(97) + 1}.${random.below(9) + 1}%`;

function sentence(random: Random): string {
  const { pick } = random;
  const [company, metric, period, tail] = [pick(COMPANIES), pick(METRICS), pick(PERIODS), pick(TAILS)];
  switch (random.below(5)) {
    case 0:
      return `${company}${period}${metric}為${money(random)}，較去年同期增加${percent(random)}，${tail}。`;
    case 1:
      return `根據財報，${company} ${period}的${metric}由${money(random)}升至${money(random)}，${tail}。`;
    case 2:
      return `執行長在法說會上表示，${period}${metric}約 ${money(random)}，其中 AI 相關占${percent(random)}；${tail}。`;
    case 3:
      return `${tail}，${company}（${metric}）${period}年增${percent(random)}、季增${percent(random)}。`;
    default:
      return `${company} 指出「${tail}」，並把${period}${metric}預測調整為${money(random)}。`;
  }
}

/** The lines of an article, its title first. */
export function article(random: Random): string[] {
  const lines = [`${random.pick(COMPANIES)}${random.pick(PERIODS)}財報${random.below(9999)}`];
  for (let i = random.below(4) + 1; i > 0; i--) {
    let line = random.chance(0.1) ? "𠮷😀" : "";
    for (let n = random.below(5) + 1; n > 0; n--) line += sentence(random);
    lines.push(line);
  }
  return lines;
}

/** A note with prose, a list, a table, headings, code and perhaps front matter; `‸` where a figure may stand. */
export function noteWithPlace(random: Random): string {
  const { pick, chance } = random;
  const eol = pick(["\n", "\n", "\r\n"]);
  const blocks = [
    "# 週報",
    `${sentence(random)}`,
    `- 要點一${eol}- 要點二 ${money(random)}`,
    `| 項目 | 數值 |${eol}|---|---|${eol}| 營收 | ${money(random)} |`,
    "> 引文",
    `\`\`\`${eol}code${eol}\`\`\``,
    "*強調*與**粗體**！",
  ];
  const place = pick([
    "達‸，另有說明。",
    "- 達‸",
    "## 目標‸",
    "| 項目 | 數值 |\n|---|---|\n| 淨利 | ‸ |".replaceAll("\n", eol),
    "> 約‸。",
    "‸",
    "達5‸",
  ]);
  const parts: string[] = [];
  for (let i = random.below(4); i > 0; i--) parts.push(pick(blocks));
  parts.splice(random.below(parts.length + 1), 0, place);
  if (chance(0.3)) parts.push('[zz99]: ../corpus/old.md#L1,1 "舊的引文"');
  const front = chance(0.3) ? `---${eol}date: 2025-11-20${eol}---${eol}` : "";
  return front + parts.join(eol + eol) + (chance(0.5) ? eol : "");
}
