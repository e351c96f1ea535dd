// The words of a sentence that stand for nothing known: no name, metric, period, figure or word of the grammar. Where no
// subject was read they are perhaps its name, and a figure whose article does not hold them is hardly the one asked for.
import { isHan, isLatinLetter } from "../text/han.ts";

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Words that tell of no one. */
const COMMON =
  /目前|現時|现时|當前|当前|最新|最近|近期|截至|截止|整體|整体|合併|合并|單季|单季|單月|单月|全年|全球|本地|本港|國內|国内|海外|累計|累计|合計|合计|總計|总计|其中|以及|方面|表現|表现|部分|部份|大幅|小幅|略為|持續|持续|繼續|继续|再度|首次|仍然|已經|已经|預料|预料|市場|市场|公司|集團|集团|企業|企业|聯邦|联邦|政府|中央|地方|國家|国家|財政|财政|經濟|经济|居民|民眾|民众|消費者|消费者|家庭|個人|个人|行業|行业|業務|业务|部門|部门|實際|实际|維持|维持|上市|數據|数据|顯示|显示|指出|表示|受惠|帶動|带动|由於|由于|因此|不過|不过|另外|此外|同時|同时|仍有|約有|约有|錄得|录得|報告|报告|公布|公佈|發布|发布|以上|以下|左右|開始|开始|今次|本次|是次|每年|每月|每股|一般|主要|平均|達到|达到|至今|去年|今年|賺|收報|收报|昨日|今日|昨天|今天|週|周|首|前|後|后|的|了|在|為|为|至|到|達|达|約|约|逾|近|超|過|过|和|與|与|及|對|对|由|從|从|將|将|已|也|仍|再|共|僅|仅|只|就|便|則|则|而|但|又|更|最|較|较|其|該|该|此|是|有|被|把|以|於|于|按|年|季|月|日|中|上|下|內|内|外|間|间|等|各|每|第|估|料|升|跌|增|減|减|漲|涨/g;

/** Words that begin an English sentence, or stand in capitals, and name no one. */
const COMMON_LATIN = /^(?:the|its?|in|on|at|for|an?|this|that|these|by|as|from|we|our|after|with|and|but|net|total|gross|overseas|domestic|group|adjusted|non-?ifrs|ifrs|gaap|non-?gaap|operating|core|full|fiscal|quarterly|annual|average|global|worldwide|chief|analysts?|of|to|ai|us|uk|eu|hk|yoy|qoq)$/i;

const LONGEST = 12;

/** The runs of at least two Han characters, and the Latin words written large, between `start` and `end` that no range covers and that are no common words. */
export function unreadWords(text: string, start: number, end: number, covered: readonly Range[]): string[] {
  const free = new Uint8Array(Math.max(0, end - start)).fill(1);
  for (const range of covered) free.fill(0, Math.max(0, range.start - start), Math.max(0, Math.min(end, range.end) - start));
  const words: string[] = [];
  for (let at = start; at < end; at++) {
    const from = at;
    if (free[at - start] === 1 && isLatinLetter(text.charCodeAt(at)) && !isLatinLetter(text.charCodeAt(at - 1))) {
      while (at < end && free[at - start] === 1 && isLatinLetter(text.charCodeAt(at))) at++;
      const word = text.slice(from, at--);
      // the first word of a sentence is written large whatever it is
      const isFirst = from === start && !/^(?:['’]s\s|\s[A-Z])/.test(text.slice(at + 1, at + 4));
      if (word.length > 1 && /^[A-Z]/.test(word) && !isFirst && !COMMON_LATIN.test(word)) words.push(word);
      continue;
    }
    while (at < end && free[at - start] === 1 && isHan(text.charCodeAt(at))) at++;
    if (at - from < 2) continue;
    for (const word of text.slice(from, at).replace(COMMON, " ").split(" ")) if (word.length > 1) words.push(word.slice(0, LONGEST));
  }
  return words;
}
