// Firms by the full name that announcements write: 某某股份有限公司, with brackets inside it (某某(上海)有限公司), and
// firms before a bare code in brackets, 某某(600999). A name of the register has no known length, so its start is a border.
import { fold } from "../../text/fold.ts";
import { BRACKET, DIGIT_SIGN, hasSigns } from "../signs.ts";
import { classAt, HAN } from "../unitClass.ts";
import { type ArticleView, isCoined, knownOver, type Proposal, startOfName } from "./article.ts";
import { FUNCTION, TITLES } from "./words.ts";

const LIMITED = fold("有限公司");
const LIMITED_ENDS = [fold("股份"), fold("集團"), fold("責任")];
const LONGEST = 20;
/** What stands before the name of another firm in such texts. */
const LEADS = fold(
  "全資子公司 控股子公司 參股公司 子公司 孫公司 母公司 控股股東 股東 對方 客戶 供應商 交易對手 收購 設立 出售 轉讓 購買 擬向 委託 聘請 聘任 持有 標的 保薦機構 投資 簽訂 關聯方 以及 下屬公司 收到 獲悉 增資 本公司 公司 旗下",
).split(" ");

/** Where the name that ends at `coreEnd` begins; undefined if nothing is left of it. */
function startOfFirm(text: string, folded: string, coreEnd: number): number | undefined {
  let start = coreEnd;
  while (coreEnd - start < LONGEST) {
    const before = folded.charAt(start - 1);
    if (before === ")") {
      // 海宇(上海)有限公司: a place in brackets is part of the name.
      const open = folded.lastIndexOf("(", start - 2);
      if (open < 0 || start - open > 8 || classAt(text, open - 1) !== HAN) break;
      start = open;
    } else if (classAt(text, start - 1) === HAN && !FUNCTION.has(before)) start--;
    else break;
  }
  for (const lead of LEADS) {
    const at = folded.lastIndexOf(lead, coreEnd - lead.length - 2);
    if (at >= start && coreEnd - at - lead.length >= 4) start = at + lead.length;
  }
  for (let at = start + 2; at <= start + 6 && at < coreEnd - 3; at++)
    if (TITLES.has(folded.slice(start, at))) return undefined;
  return coreEnd - start >= 3 ? start : undefined;
}

/** Full names of the register, and the short form that the same article uses. */
export function limitedCompanies(view: ArticleView): readonly Proposal[] {
  const found: Proposal[] = [];
  view.scans.forEach(({ text }, passage) => {
    const folded = view.folded[passage] ?? "";
    for (let at = folded.indexOf(LIMITED); at >= 0; at = folded.indexOf(LIMITED, at + LIMITED.length)) {
      const end = at + LIMITED.length;
      let coreEnd = at;
      for (const word of LIMITED_ENDS) if (folded.startsWith(word, coreEnd - word.length)) coreEnd -= word.length;
      const start = startOfFirm(text, folded, coreEnd);
      if (start === undefined) continue;
      const name = text.slice(start, end);
      found.push({ name, type: "company", confidence: 0.85, reason: "registered name" });
      const short = [...shortNames(text.slice(start, coreEnd))].find(
        (one) => view.lexicon.entryOf(one) === undefined && view.count(one) > view.count(name),
      );
      if (short !== undefined)
        found.push({ name: short, type: "company", confidence: 0.8, reason: "short form", same: name });
    }
  });
  return found;
}

/** The trade name inside a registered one, the longest first: all of it, its first four characters, four behind a province. */
function* shortNames(core: string): Generator<string> {
  for (const length of [6, 5, 4]) {
    if (core.length >= length) yield core.slice(0, length);
    if (core.length >= length + 2) yield core.slice(2, length + 2);
  }
}

const ANNOUNCES = /^([\u4e00-\u9fff]{3,6})(?:发布)?(?:公告|披露|晚间公告|业绩快报|业绩预告)/;

/** 青溪水務公告: who announces at the head of a line, if the article names it again. */
export function announcers(view: ArticleView): readonly Proposal[] {
  return view.folded.flatMap((folded, passage): readonly Proposal[] => {
    const length = ANNOUNCES.exec(folded)?.[1]?.length ?? 0;
    const known = view.known[passage] ?? [];
    const name = view.scans[passage]?.text.slice(0, length) ?? "";
    if (!length || view.count(name) < 2 || !isCoined(name) || knownOver(known, 0, length)) return [];
    for (const unit of fold(name)) if (FUNCTION.has(unit)) return [];
    return [{ name, type: "company", confidence: 0.75, reason: "announces" }];
  });
}

/** A listed code alone in brackets: six digits of the mainland, five of Hong Kong. */
const CODE = /[(（](?:股票代[码碼][:：]?\s?|代[码碼號号][:：]?\s?)?((?:00|30|60|68|83|87|92)\d{4}|0\d{4})[)）]/g;

/** Firms before such a code, with the code itself as a ticker. */
export function firmsByCode(view: ArticleView): readonly Proposal[] {
  const found: Proposal[] = [];
  view.scans.forEach(({ text, tickers, signs }, passage) => {
    if (!hasSigns(signs, BRACKET | DIGIT_SIGN)) return;
    const known = view.known[passage] ?? [];
    for (const match of text.matchAll(CODE)) {
      const at = match.index;
      const code = match[1] ?? "";
      const start = at + match[0].indexOf(code);
      if (tickers.some((one) => one.start < start + code.length && start < one.end)) continue;
      if (knownOver(known, start, start + code.length) || classAt(text, at - 1) !== HAN) continue;
      if (!knownOver(known, at - 1, at)) {
        const from = startOfName(view, passage, at);
        if (from === undefined) continue;
        found.push({ name: text.slice(from, at), type: "company", confidence: 0.85, reason: "code" });
      }
      found.push({ name: code, type: "ticker", confidence: 0.9, reason: "code" });
    }
  });
  return found;
}
