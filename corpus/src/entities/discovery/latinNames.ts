// Capitalised Latin names in Han text: firms by suffix or by what firms do, persons by given name or title, products by
// letter-digit names behind a brand or before a product word. Terms and acronyms (GPU, Batch Size) stay out.
import type { EntityType, Mention } from "../entity.ts";
import { fold } from "../../text/fold.ts";
import { CAPITAL, hasSigns } from "../signs.ts";
import { classAt, HAN } from "../unitClass.ts";
import { type ArticleView, knownEndingAt, knownOver, type Proposal } from "./article.ts";
import { isOrdinaryLatin } from "./ordinaryLatin.ts";
import { typeOfLatin } from "./suffixes.ts";
import { LATIN_SUFFIXES, SPEAKS, TITLES } from "./words.ts";

/** Capitalised words with single spaces between; `of`, `the`, `and`, `&` may join them. */
const RUN =
  /(?<![A-Za-zÀ-ɏ0-9@#$/.-])[A-ZÀ-Þ][A-Za-zÀ-ɏ0-9'’&.-]{0,30}(?: (?:(?:of|the|and|for|de|&) )?[A-ZÀ-Þ0-9][A-Za-zÀ-ɏ0-9'’&.-]{0,30}){0,5}/g;

const FIRM_BEHIND =
  /^\s?(?:公司|集團|集团|股價|股价|股票|財報|财报|的股價|的股价|執行長|首席執行官|首席执行官|行政總裁|創辦人|创始人|創始人|聯合創始人|共同創辦人|旗下|市值|營收|营收|收購|收购|分析師|分析师|經濟學家|策略師|的市值|高層|官方|員工|估值|融資|融资|股東|產能|產品線|獲利|盈利)/;
const FIRM_BEFORE =
  /(?:公司|巨頭|巨头|龍頭|龙头|新創|初創|初创|獨角獸|独角兽|廠商|厂商|供應商|供应商|製造商|制造商|新秀|機構|机构|投行|券商|業者|收購|收购|投資|入股|企業|企业|開發商|營運商|對手|旗下|大廠|大厂|平台商|電商|基金)\s?$/;
const PRODUCT_BEHIND =
  /^\s?(?:晶片|芯片|處理器|处理器|加速器|加速卡|顯卡|显卡|伺服器|服务器|模型|大模型|系列|架構|架构|平台|機型|机型|車型|车型|手機|手机|耳機|眼鏡|機器人|机器人|無人機|无人机|戰機|战机|導彈|导弹|火箭|衛星|系統|系统|應用|应用|瀏覽器|軟體|软件)/;
const PRODUCT_BEFORE =
  /(?:晶片|芯片|處理器|处理器|模型|大模型|機型|机型|車型|车型|手機|手机|產品|产品|新品|名為|名为|款)\s?$/;
const LEGAL = /^(?:Inc|Corp|Corporation|Co|Ltd|Limited|LLC|PLC|plc|AG|SE|NV|SA|Company)$/;
const STANDARD =
  /^(?:L?P?DDR|GDDR|HBM|PCI|USB|HDMI|Wi-?Fi|IPv|PM|CO|Q|H|FY|M|L|G|K|P|S|T|A|B|C|D|V|MP|Top|Web|No|Gen|ISO|IEEE|NB|LTE|CES|GTC|COVID|Covid|MoM|YoY|QoQ|E|F|G|SiC|GaN|NT|US|HK|RMB|RTX|CPU|GPU|AI|IP|ETF|PE|EPS|CPI|PPI|GDP|PMI|ESG|EUV|TSV|Tier|Level|Phase|Page|Part|Step|Series|Type|Type-|Option)[\s-]?\d+(?:\.\d+)?[A-Za-z]?$/;

/** Latin names with their type. */
export function latinNames(view: ArticleView): readonly Proposal[] {
  const found: Proposal[] = [];
  view.scans.forEach(({ text, inHan, signs }, passage) => {
    if (!inHan || !hasSigns(signs, CAPITAL)) return;
    const known = view.known[passage] ?? [];
    for (const match of text.matchAll(RUN)) {
      const name = match[0].replace(/(?:['’]s)?[\s.&'’-]*$/, "");
      const start = match.index;
      const end = start + name.length;
      const over = knownOver(known, start, end);
      if (name.length < 2 || (over && over.end - over.start >= name.length)) continue;
      if (over) {
        const longer = longerFirm(view, over, name, start);
        if (longer) found.push(longer);
        continue;
      }
      const proposal = judgeLatin(view, passage, start, end);
      if (proposal) found.push(proposal);
    }
  });
  return [...found, ...besidePersons(view, found)];
}

const PAIRED = /^\s?(?:和|與|与|及|、)\s?([A-Z][a-z]+ [A-Z][a-z]+)(?![A-Za-z ])/;

/** Luke Holoubek 和 Paril Jain: two capitalised words beside a person are a person. */
function besidePersons(view: ArticleView, found: readonly Proposal[]): readonly Proposal[] {
  const known = new Map<string, readonly Proposal[]>();
  return found.flatMap(({ name, type }): readonly Proposal[] => {
    if (type !== "person") return [];
    const before = known.get(name);
    if (before) return before;
    const proposals = view.scans.flatMap(({ text }, passage) => {
      const end = text.indexOf(name) + name.length;
      const other = end < name.length ? undefined : PAIRED.exec(text.slice(end, end + 40))?.[1];
      if (other === undefined || other.split(" ").some(isOrdinaryLatin)) return [];
      const at = text.indexOf(other, end);
      return knownOver(view.known[passage] ?? [], at, at + other.length)
        ? []
        : [propose(other, "person", 0.7, "beside a person")];
    });
    known.set(name, proposals);
    return proposals;
  });
}

/** Zacks Investment Management where Zacks is known: the same firm by its full name. Inc. and the like are no part of it. */
function longerFirm(view: ArticleView, over: Mention, name: string, start: number): Proposal | undefined {
  const rest = name
    .slice(over.end - start)
    .trim()
    .split(" ");
  const last = rest[rest.length - 1] ?? "";
  if (over.start !== start || view.lexicon.entities[over.entity]?.type !== "company" || LEGAL.test(last))
    return undefined;
  if (
    LATIN_SUFFIXES.get(last) !== "company" &&
    !/^(?:International|Asia|America|Japan|China|Europe|Platforms)$/.test(last)
  )
    return undefined;
  return { name, type: "company", confidence: 0.8, reason: "Latin name: suffix", entity: over.entity };
}

function judgeLatin(view: ArticleView, passage: number, start: number, end: number): Proposal | undefined {
  const text = view.scans[passage]?.text ?? "";
  const name = text.slice(start, end);
  const words = name.split(" ");
  const before = text.slice(Math.max(0, start - 8), start);
  const behind = text.slice(end, end + 10);
  const byWords = typeOfLatin(words);
  const brand = knownEndingAt(view.known[passage] ?? [], /\s/.test(text.charAt(start - 1)) ? start - 1 : start);
  const brandIsFirm = brand !== undefined && view.lexicon.entities[brand.entity]?.type === "company";
  if (byWords === "person" && (brandIsFirm || PRODUCT_BEHIND.test(behind)))
    return propose(name, "product", 0.65, "product word");
  if (byWords === "person") return propose(name, "person", 0.85, "given name");
  if (words.length > 1 && byWords !== undefined && !words.every(isOrdinaryLatin))
    return propose(name, byWords, byWords === "company" || byWords === "org" ? 0.85 : 0.7, "suffix");
  if (titleBefore(before))
    return words.length > 1 || !isOrdinaryLatin(name) ? propose(name, "person", 0.85, "title") : undefined;
  const digits = /\d/.test(name);
  if (digits) return productOf(view, passage, start, end, name, before, behind);
  const acronym = name === name.toUpperCase();
  if (acronym && name.length < 6 && !FIRM_BEFORE.test(before)) return undefined;
  if (words.every(isOrdinaryLatin)) return undefined;
  const speaks = [2, 3].some((at) => SPEAKS.has(fold(behind.trimStart().slice(0, at))));
  const firm = FIRM_BEHIND.test(behind) || FIRM_BEFORE.test(before) || (speaks && words.length <= 3);
  const product = PRODUCT_BEHIND.test(behind) || PRODUCT_BEFORE.test(before);
  const repeated = view.count(name) > 1;
  if (firm && (!acronym || repeated)) return propose(name, "company", repeated ? 0.8 : 0.7, "what firms do");
  if (product && !acronym && (brandIsFirm || repeated)) return propose(name, "product", 0.65, "product word");
  const inList = listedWithFirms(view, passage, start, end);
  if (inList && !acronym) return propose(name, "company", 0.7, "listed with firms");
  return undefined;
}

/** `H200`, `Trainium 3`, `RTX 5090`: letters and digits, never a standard or a period. */
function productOf(
  view: ArticleView,
  passage: number,
  start: number,
  end: number,
  name: string,
  before: string,
  behind: string,
): Proposal | undefined {
  if (
    STANDARD.test(name) ||
    /^[A-Z]\d$/.test(name) ||
    /\d{4}$/.test(name) ||
    !/^[A-Z][A-Za-z-]{0,20}(?: ?[A-Za-z]{0,3}[\d.]{1,8}[A-Za-z]{0,6})(?: (?:Ultra|Pro|Max|Plus|Mini|Super|Ti|\d{1,4}B))?$/.test(
      name,
    )
  )
    return undefined;
  const text = view.scans[passage]?.text ?? "";
  const brand = knownEndingAt(view.known[passage] ?? [], /\s/.test(text.charAt(start - 1)) ? start - 1 : start);
  const branded = brand !== undefined && view.lexicon.entities[brand.entity]?.type === "company";
  const named = PRODUCT_BEHIND.test(behind) || PRODUCT_BEFORE.test(before);
  if (!branded && !named) return undefined;
  return propose(text.slice(start, end), "product", branded && named ? 0.85 : 0.7, "letters and digits");
}

const propose = (name: string, type: EntityType, confidence: number, reason: string): Proposal => ({
  name,
  type,
  confidence,
  reason: `Latin name: ${reason}`,
});

function titleBefore(before: string): boolean {
  const folded = fold(before.trimEnd());
  for (let length = 6; length >= 2; length--) if (TITLES.has(folded.slice(-length))) return true;
  return false;
}

/** Between commas of a list whose other members are firms: 微軟、Lambda、谷歌. */
function listedWithFirms(view: ArticleView, passage: number, start: number, end: number): boolean {
  const text = view.scans[passage]?.text ?? "";
  const known = view.known[passage] ?? [];
  const isFirm = (at: number, side: "left" | "right"): boolean => {
    const mention = side === "left" ? knownEndingAt(known, at) : known.find((one) => one.start === at);
    return mention !== undefined && view.lexicon.entities[mention.entity]?.type === "company";
  };
  const comma = (at: number): boolean => text.charAt(at) === "、";
  const left = comma(start - 1) && isFirm(start - 1, "left");
  const right = comma(end) && isFirm(end + 1, "right");
  const joined = /[和與与及]/.test(text.charAt(end)) && classAt(text, end) === HAN && isFirm(end + 1, "right");
  const joinedLeft = /[和與与及]/.test(text.charAt(start - 1)) && isFirm(start - 1, "left");
  return left || right || joined || joinedLeft;
}
