// Publishers and laws by the signs around them: the source in brackets at the very end, 《…》 before 報導, 據…報導, 《…法案》.
import { fold } from "../../text/fold.ts";
import { hasSigns, LAW_END, QUOTE, REPORT, TITLE_MARK } from "../signs.ts";
import { type ArticleView, knownOver, type Proposal } from "./article.ts";
import { FUNCTION } from "./words.ts";

const CLOSING = /[(（]\s?([^()（）\s，,。.、：:!！?？]{2,14})\s?[)）]\s*$/;
const QUOTED =
  /《([^《》]{2,20})》(?:[^，。；《》]{0,12}?)(?:報導|報道|报道|援引|引述|消息|專訪|刊文|撰文|披露|爆料|稱|指出)/g;
const BY = /(?:根據|根据|據|据|援引|引述)\s?([^\s，。；、《》“”「」()（）]{2,10}?)\s?(?:的)?(?:報導|報道|报道)/g;
const LAW =
  /[《「“]([^《》「」“”，。]{2,24}(?:法案|法|條例|条例|條約|条约|協定|协定|法令|管理辦法|管理办法|實施辦法|实施办法|上市規則|上市规则))[》」”]/g;
const NO_SOURCE =
  /^(?:完|待續|待续|圖|图|圖片|编辑|編輯|責任編輯|來源|来源|資料|记者|記者|本文|作者|注|註|以上|轉載|未完|全文|下同|見圖|如圖|組圖|video|影片|視頻)|[图圖]$|攝$|摄$/;
/** 據外媒報導, 據當地媒體報導: kinds of media, not one. */
const KIND =
  /^(?:外|多家|當地|当地|國際|国际|中國|美國|本地|官方|外國|其他|有關|相關|綜合|多個|該|主流|財經|科技|新聞|早前|最新|公開|內部|市場|業界|知情|路邊)?(?:媒體|媒体|媒|傳媒|传媒|消息|資料|資訊|公開|此前|先前|新聞|業界|市場|多方|最新)$|[日月年]$|一份|這份|该|該/;

/** What a publisher without quotation marks ends with. */
const MEDIA_NAME =
  /(?:報|报|社|網|网|新聞|新闻|週刊|周刊|雜誌|杂志|電視|电视|電視台|电视台|電台|电台|通訊|通讯|財經|财经)$|^[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,3}$/;

/** The source in brackets that closes the article. */
export function closingSource(view: ArticleView): readonly Proposal[] {
  for (let passage = view.scans.length - 1; passage >= Math.max(0, view.scans.length - 3); passage--) {
    const text = (view.scans[passage]?.text ?? "").trimEnd();
    if (!text) continue;
    const match = CLOSING.exec(text.slice(-24));
    const name = match?.[1];
    if (name === undefined || NO_SOURCE.test(name) || /^[\d.%]+$/.test(name) || text.length < 40) return [];
    return [{ name, type: "media", confidence: 0.85, reason: "closing source" }];
  }
  return [];
}

/** Media named as a source. */
export function citedMedia(view: ArticleView): readonly Proposal[] {
  return view.scans.flatMap(({ text, signs }, passage) => {
    const [hasTitle, hasReport] = [hasSigns(signs, TITLE_MARK), hasSigns(signs, REPORT)];
    if (!hasTitle && !hasReport) return [];
    const known = view.known[passage] ?? [];
    const named = (name: string | undefined, at: number, confidence: number, reason: string): readonly Proposal[] => {
      if (name === undefined || KIND.test(name) || knownOver(known, at, at + name.length)) return [];
      const folded = fold(name);
      for (let i = 0; i < folded.length; i++) if (FUNCTION.has(folded.charAt(i))) return [];
      return [{ name, type: "media", confidence, reason }];
    };
    const quoted = (hasTitle ? [...text.matchAll(QUOTED)] : []).flatMap((match) =>
      named(match[1], match.index + 1, 0.8, "quoted source"),
    );
    const by = (hasReport ? [...text.matchAll(BY)] : [])
      .filter((match) => MEDIA_NAME.test(match[1] ?? ""))
      .flatMap((match) => named(match[1], match.index + match[0].indexOf(match[1] ?? ""), 0.7, "cited source"));
    return [...quoted, ...by];
  });
}

/** Laws in quotation marks of titles. */
export const quotedLaws = (view: ArticleView): readonly Proposal[] =>
  view.scans.flatMap(({ text, signs }, passage) =>
    (hasSigns(signs, QUOTE | LAW_END) ? [...text.matchAll(LAW)] : []).flatMap((match): readonly Proposal[] => {
      const name = match[1] ?? "";
      const known = view.known[passage] ?? [];
      const over = knownOver(known, match.index + 1, match.index + 1 + name.length);
      if (over && over.end - over.start === name.length) return [];
      const plain = /^[「“]/.test(match[0]) && !/(?:法案|條例|条例|條約|条约|協定|协定)$/.test(name);
      return plain ||
        /(?:方法|(?<!管理|實施|实施|暫行|暂行|處理|处理|監督|监督|試行|试行)(?:辦法|办法)|做法|說法|说法|看法|想法|無法|手法|玩法|打法|用法)$/.test(
          name,
        )
        ? []
        : [{ name, type: "law", confidence: 0.8, reason: "quoted law" }];
    }),
  );
