// The words of cards and actions, one table in the three languages of the interface. Codes and log lines stay English.
import type { EntityType } from "../entities/entity.ts";
import type { Comparison } from "../figures/statement.ts";

export type Locale = "en" | "zh-tw" | "zh-cn";

export interface Messages {
  readonly types: Readonly<Record<EntityType, string>>;
  readonly passages: (count: number) => string;
  readonly notInCorpus: string;
  readonly learned: string;
  readonly noSource: string;
  readonly also: string;
  readonly differs: string;
  readonly assumed: (unit: string) => string;
  readonly doubtful: string;
  readonly sourceSays: (figure: string) => string;
  readonly standsOften: (places: number) => string;
  readonly moved: (file: string) => string;
  readonly drifted: string;
  readonly changed: string;
  readonly fileMissing: string;
  readonly quoteMissing: (quote: string) => string;
  readonly outside: string;
  readonly withoutQuote: string;
  readonly cite: (words: string) => string;
  readonly citeAll: (count: number) => string;
  readonly reanchorAll: (count: number) => string;
  readonly refreshHints: (count: number) => string;
  readonly reanchorMoved: (file: string) => string;
  readonly reanchorDrifted: string;
  readonly quoteChanged: (figure: string | undefined) => string;
  readonly requote: string;
  readonly refreshHint: string;
  /** What groups of edits that are confirmed before they are done hold. */
  readonly movedPassages: string;
  readonly driftedQuotes: string;
  readonly undated: string;
  readonly forecast: string;
  readonly onThe: Readonly<Record<Exclude<Comparison, "other">, string>>;
  readonly figuresCited: (figures: number, cited: number) => string;
  readonly citedBy: (notes: number) => string;
  readonly updatePaths: (citations: number, notes: number) => string;
  readonly update: string;
  readonly leave: string;
}

const count = (number: number): string => number.toLocaleString("en-US");
const many = (number: number, word: string): string => `${count(number)} ${word}${number === 1 ? "" : "s"}`;

const ENGLISH: Messages = {
  types: { company: "company", org: "org", person: "person", product: "product", place: "place", media: "media", index: "index", law: "law", ticker: "ticker" },
  passages: (n) => `${count(n)} ${n === 1 ? "passage" : "passages"} in the corpus`,
  notInCorpus: "not in the corpus",
  learned: "learned from the corpus",
  noSource: "No source in the corpus gives this figure.",
  also: "also",
  differs: "differs",
  assumed: (unit) => `${unit} assumed`,
  doubtful: "doubtful: the number looks damaged",
  sourceSays: (figure) => `**The source says ${figure}.**`,
  standsOften: (places) => `The quote stands ${places} times in the file; this is the place nearest to the hint.`,
  moved: (file) => `**Moved**: the passage now stands in ${file}.`,
  drifted: "**Wording changed**: the source's words differ from the quote, the figure is the same.",
  changed: "**Source changed**: the quoted passage now gives another figure.",
  fileMissing: "**Source missing**: there is no such file in the corpus.",
  quoteMissing: (quote) => `**Quote not found**: ${quote}`,
  outside: "**Outside the corpus**: the target lies outside the workspace and corpus folders and was not read.",
  withoutQuote: "This citation has no quote: it is found by line and column alone.",
  cite: (words) => `Cite this figure: ${words}`,
  citeAll: (n) => `Cite every figure with exactly one good source (${n})`,
  reanchorAll: (n) => `Re-anchor all citations that moved or drifted (${n})`,
  refreshHints: (n) => `Refresh the line hints of all citations (${n})`,
  reanchorMoved: (file) => `Re-anchor this citation: the passage now stands in ${file}`,
  reanchorDrifted: "Re-anchor this citation: quote the source's words as they are now",
  quoteChanged: (figure) => `Quote the changed passage${figure === undefined ? "" : `, which now says ${figure}`}; the note's figure stays`,
  requote: "Make the quote again from line and column",
  refreshHint: "Refresh the line hint of this citation",
  movedPassages: "moved passages",
  driftedQuotes: "drifted quotes",
  undated: "undated",
  forecast: "forecast",
  onThe: { year: "on the year", quarter: "on the quarter", month: "on the month", week: "on the week", day: "on the day" },
  figuresCited: (figures, cited) => `${many(figures, "figure")}, ${count(cited)} cited`,
  citedBy: (notes) => `cited by ${many(notes, "note")}`,
  updatePaths: (citations, notes) => `Tickmark: update ${many(citations, "citation")} in ${many(notes, "note")} to the new path?`,
  update: "Update",
  leave: "Leave as they are",
};

const TRADITIONAL: Messages = {
  types: { company: "公司", org: "機構", person: "人物", product: "產品", place: "地點", media: "媒體", index: "指數", law: "法規／計畫", ticker: "代號" },
  passages: (n) => `資料庫中有 ${count(n)} 個段落`,
  notInCorpus: "資料庫中沒有",
  learned: "由資料庫中學得",
  noSource: "資料庫中沒有這個數字的來源。",
  also: "另見",
  differs: "不同",
  assumed: (unit) => `推定為 ${unit}`,
  doubtful: "存疑：數字似已損壞",
  sourceSays: (figure) => `**來源為 ${figure}。**`,
  standsOften: (places) => `引文在檔案中出現 ${places} 次；這是最接近行號的一處。`,
  moved: (file) => `**已移動**：段落現在在 ${file}。`,
  drifted: "**字句已改**：來源的字句與引文不同，數字相同。",
  changed: "**來源已改**：引用的段落現在是另一個數字。",
  fileMissing: "**找不到來源**：資料庫中沒有這個檔案。",
  quoteMissing: (quote) => `**找不到引文**：${quote}`,
  outside: "**在資料庫之外**：目標在工作區與資料庫資料夾之外，未讀取。",
  withoutQuote: "這個引用沒有引文，只能依行與欄尋找。",
  cite: (words) => `引用這個數字：${words}`,
  citeAll: (n) => `引用所有只有一個好來源的數字（${n}）`,
  reanchorAll: (n) => `重新定位所有已移動或字句已改的引用（${n}）`,
  refreshHints: (n) => `更新所有引用的行號（${n}）`,
  reanchorMoved: (file) => `重新定位這個引用：段落現在在 ${file}`,
  reanchorDrifted: "重新定位這個引用：改引來源現在的字句",
  quoteChanged: (figure) => `改引已變動的段落${figure === undefined ? "" : `（現為 ${figure}）`}；筆記中的數字不變`,
  requote: "依行與欄重新產生引文",
  refreshHint: "更新這個引用的行號",
  movedPassages: "已移動的段落",
  driftedQuotes: "字句已改的引文",
  undated: "無日期",
  forecast: "預測",
  onThe: { year: "較上年同期", quarter: "較上季", month: "較上月", week: "較上週", day: "較前一日" },
  figuresCited: (figures, cited) => `${count(figures)} 個數字，${count(cited)} 個已引用`,
  citedBy: (notes) => `${count(notes)} 篇筆記引用`,
  updatePaths: (citations, notes) => `Tickmark：要把 ${count(notes)} 篇筆記中的 ${count(citations)} 個引用改到新路徑嗎？`,
  update: "更新",
  leave: "維持原樣",
};

const SIMPLIFIED: Messages = {
  types: { company: "公司", org: "机构", person: "人物", product: "产品", place: "地点", media: "媒体", index: "指数", law: "法规／计划", ticker: "代码" },
  passages: (n) => `资料库中有 ${count(n)} 个段落`,
  notInCorpus: "资料库中没有",
  learned: "由资料库中学得",
  noSource: "资料库中没有这个数字的来源。",
  also: "另见",
  differs: "不同",
  assumed: (unit) => `推定为 ${unit}`,
  doubtful: "存疑：数字似已损坏",
  sourceSays: (figure) => `**来源为 ${figure}。**`,
  standsOften: (places) => `引文在文件中出现 ${places} 次；这是最接近行号的一处。`,
  moved: (file) => `**已移动**：段落现在在 ${file}。`,
  drifted: "**字句已改**：来源的字句与引文不同，数字相同。",
  changed: "**来源已改**：引用的段落现在是另一个数字。",
  fileMissing: "**找不到来源**：资料库中没有这个文件。",
  quoteMissing: (quote) => `**找不到引文**：${quote}`,
  outside: "**在资料库之外**：目标在工作区与资料库文件夹之外，未读取。",
  withoutQuote: "这个引用没有引文，只能依行与列寻找。",
  cite: (words) => `引用这个数字：${words}`,
  citeAll: (n) => `引用所有只有一个好来源的数字（${n}）`,
  reanchorAll: (n) => `重新定位所有已移动或字句已改的引用（${n}）`,
  refreshHints: (n) => `更新所有引用的行号（${n}）`,
  reanchorMoved: (file) => `重新定位这个引用：段落现在在 ${file}`,
  reanchorDrifted: "重新定位这个引用：改引来源现在的字句",
  quoteChanged: (figure) => `改引已变动的段落${figure === undefined ? "" : `（现为 ${figure}）`}；笔记中的数字不变`,
  requote: "依行与列重新生成引文",
  refreshHint: "更新这个引用的行号",
  movedPassages: "已移动的段落",
  driftedQuotes: "字句已改的引文",
  undated: "无日期",
  forecast: "预测",
  onThe: { year: "同比", quarter: "较上季", month: "较上月", week: "较上周", day: "较前一日" },
  figuresCited: (figures, cited) => `${count(figures)} 个数字，${count(cited)} 个已引用`,
  citedBy: (notes) => `${count(notes)} 篇笔记引用`,
  updatePaths: (citations, notes) => `Tickmark：要把 ${count(notes)} 篇笔记中的 ${count(citations)} 个引用改到新路径吗？`,
  update: "更新",
  leave: "保持原样",
};

const TABLES: Readonly<Record<Locale, Messages>> = { en: ENGLISH, "zh-tw": TRADITIONAL, "zh-cn": SIMPLIFIED };

/** The table for a locale as editors and LANG write it (`zh-TW`, `zh-Hant`, `zh_CN.UTF-8`, `en-US`); English for all others. */
export function messagesFor(locale: string | undefined): Messages {
  const name = (locale ?? "").toLowerCase().replace("_", "-");
  if (/^zh-(?:tw|hk|mo|hant)/.test(name)) return TABLES["zh-tw"];
  return name.startsWith("zh") ? TABLES["zh-cn"] : TABLES.en;
}
