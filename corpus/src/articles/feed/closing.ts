// The publisher that scraped articles name in brackets at their very end: `……仍待觀察。(綠能週報)`.

const CLOSING = /(?:^|[。！？!?…」』”"’)）；;.~～])\s*[（(【[]\s*([^()（）【】[\]]{1,30}?)\s*[)）】\]]\s*$/;
/** What brackets at the end of a paragraph hold when they name no publisher. */
const OTHER =
  /^(?:完|全文完|待續|待续|未完|未完待續|續|续|上|中|下|一|二|三|四|五|圖|图|註|注|略|END|End|end)$|^(?:[圖图文註注][/／:：]|編按|编按|更新|修訂|截圖|示意|資料照|綜合報導|综合报道|相關|記者|记者|作者|本文|編輯|编辑|責任|责任|責編|责编|校對|校对|審校|审校|編譯|编译|翻譯|翻译|實習|攝影|摄影|見圖|见图|見下|詳見|详见|如圖|點擊|点击)|[攝摄繪绘譯译著]$|[，,。；;！!？?]|[0-9]{4,}|^[\d\s.%+-]+$|-(?:US|HK|TW|CN|JP)$|https?:/;
const LABEL =
  /^(?:(?:資料|文章|圖文|信息|新聞|本文)?(?:來源|来源|出處|出处)|轉載自|转载自|轉自|转自|摘自|原載|文)\s*[:：/／]?\s*/;

/** The publisher in brackets at the end of a line, and where the bracket begins (UTF-16); undefined if none is named. */
export function closingPublisher(text: string): { readonly publisher: string; readonly start: number } | undefined {
  const last = text.charAt(text.length - 1);
  if (last !== ")" && last !== "）" && last !== "】" && last !== "]") return undefined;
  const from = Math.max(0, text.length - 48);
  const match = CLOSING.exec(text.slice(from));
  const inner = match?.[1]?.replace(LABEL, "").trim();
  if (!match || !inner || inner.length < 2 || OTHER.test(inner)) return undefined;
  if (from > 0 && match.index === 0 && !/^[。！？!?…」』”"’)）；;.~～]/.test(match[0])) return undefined;
  const start = Math.max(text.lastIndexOf("("), text.lastIndexOf("（"), text.lastIndexOf("【"), text.lastIndexOf("["));
  return { publisher: inner, start };
}
