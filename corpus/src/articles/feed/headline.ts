// How much a line reads like the headline of an article rather than a subheading, a comment or a sentence of the text.
// Headlines of the Chinese press have two parts (colon, comma, space), quotes, ! and ?, and 12 to 40 characters; their
// subheadings are short and plain, or numbered; neither ends in a full stop.

const NUMBERED =
  /^(?:[①-⑳⑴-⒇❶-❿]|[0-9０-９]{1,2}\s?[.、．)）](?![0-9])|0[0-9]\s?(?![0-9年月])|[一二三四五六七八九十]{1,3}\s?[、.．)）]|[(（][一二三四五六七八九十0-9]{1,3}[)）]|第[一二三四五六七八九十0-9]{1,3}[章節节點点條条部]|[QA][0-9]{0,2}\s?[:：.]|Part\s|Step\s)/;
const LISTED = /^(?:[-–—•‧·●○◆◇■□▪▶►▼▲△▽◎★☆※*＊→>+✓✔]|[A-Za-z][.)]\s)/;
/** Openings of sentences and paragraphs, not of headlines. */
const CONNECTED =
  /^(?:那麼|那么|不過|不过|然而|但是|但|因此|所以|此外|另外|同時|同时|而且|並且|并且|其中|對此|对此|例如|譬如|比如|首先|其次|最後|最后|總之|总之|換言之|换言之|換句話說|為此|为此|於是|于是|也就是|隨後|随后|接著|接着|據悉|据悉|以下|如下|於此|相較之下|簡單來說|简单来说|事實上|事实上|值得|我認為|我认为|我覺得|其實|其实|這|这|他們|他们|它們|對於|对于)/;
const ASKING = /[呢嗎吗吧啊嘛][?？]$/;
const PARTED = /[:：](?!\s*$)/;
const QUOTED = /[「『“《〈【]/;
const COMMA =
  /[,，、;；](?![0-9]{3})|[!！?？](?=[^!！?？」』”’)）])|[^\s A-Za-z0-9][ 　]+[^\s A-Za-z0-9]|\s[|｜/／–—-]\s/g;
const SOURCE =
  /^(?:圖|图|圖片|图片|照片|影片|來源|来源|資料來源|资料来源|出處|作者|記者|记者|文|撰文|編輯|编辑|責任編輯|责任编辑|編譯|整理|攝影|延伸閱讀|延伸阅读|相關|相关|更多|看更多|推薦|免責|免责|版權|版权|聲明|原文|連結|链接|關鍵字|关键词|標籤|标签|點擊|点击|關注|关注|掃碼|訂閱)[^:：]{0,6}[:：／/]/;

/** Lines that sell or lead on: [廣告], 下載手機應用程式, 歡迎加入LINE官方帳號. */
const PROMOTION =
  /^[【〔［[(（]?(?:廣告|广告|贊助|赞助|推廣|推广|廣編|Advertisement|ADVERTISEMENT|AD|Sponsored)(?:[】〕］\])）]|[:：]|$)|(?:下載|下载|安裝|安装).{0,8}(?:APP|App|app|應用程式|应用程序|手機版|手机版|客戶端|客户端)|(?:訂閱|订阅|追蹤|追踪|關注|关注|加入).{0,12}(?:電子報|电子报|頻道|频道|公眾號|公众号|LINE|Line|Telegram|WhatsApp|Facebook|粉絲|粉丝|專頁|专页|官方帳號|官方账号|群組|微信)|^(?:立即|馬上|马上|立刻|按此|點此|点此|點擊|点击).{0,12}(?:開戶|开户|下載|下载|訂閱|订阅|登記|登记|申請|申请|查看|報名|报名|了解)/;

/** Where a line stands between text (negative), subheading (0 to 2) and headline (2.5 and more). `width`: see FeedLine. */
export function headlineStrength(text: string, width: number): number {
  if (width > 64 || width < 2) return -1;
  const last = text.charAt(text.length - 1);
  if (
    "。，,、；;：:…(（「『“《-–—/".includes(last) ||
    (last === "." && !/(?:Inc|Co|Corp|Ltd|U\.S|[A-Z])\.$/.test(text))
  )
    return -1;
  if (text.includes("。") || LISTED.test(text) || SOURCE.test(text) || PROMOTION.test(text) || /https?:|www\.|@/.test(text)) return -1;
  if (!/[\u3400-\u9fffA-Za-z]/.test(text)) return -1;
  if (NUMBERED.test(text)) return 0.2;
  if (CONNECTED.test(text)) return 0.1;
  if (ASKING.test(text)) return 0.8;
  let points = 0;
  if (PARTED.test(text)) points += 2;
  if (QUOTED.test(text)) points += 1;
  points += Math.min(2, [...text.matchAll(COMMA)].length);
  if (/[!！]/.test(text)) points += 1;
  if (/[?？]$/.test(text)) points += 1;
  if (/[0-9%％]/.test(text)) points += 0.5;
  if (width >= 12) points += 1;
  if (width >= 18) points += 1;
  if (width < 8) points -= 2;
  if (width > 45) points -= 1.5;
  return Math.max(0, points);
}

/** From here on a line is a headline by itself. */
export const HEADLINE = 2.5;
