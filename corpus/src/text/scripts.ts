// Which script a text is in: counts of frequent characters that only Traditional or only Simplified text holds.
import { isHan, isLatinLetter } from "./han.ts";

const TRADITIONAL =
  "國這來個們說為時會對發經動產業學過現實開關點應進還無從當長機問題將兩間與資訊電車場員區達計設認記議論語該調請讓證識護財務價購買賣費質貨貿賬貸賠負責貴賓賺銀錢鐵鋼鏈鍵錄鋒針鐘鎮鎖門閉閱陽陸隨險難雙雜離雲預領頭類顯願風飛養館" +
  "驗驚體黃齊龍東樂書亂亞億僅優傳傷儲兒內冊軍農凍創劃劇勝勞勢匯華協單衛廠歷厲參變號嗎團園圍圓圖壓壞壟處備夠奪奮婦媽寧寶審寫導層屬岡島嶺幣帥師帶幫庫廣彈強後復徵憂懷態慶慣慮憲懸戰戲戶擁擇擊擔據擴擺攝敗數斷於晉曉暫曆條極構樣檔" +
  "檢樓標權歐歲歸殘殺毀氣漢濟溝滅滿漲潛潔澤濃灣災熱煙獎獨獲環畫監盤眾礎確種稱穩窮競筆節範築簡簽糧約級紀納純紙終組細織結絕統絲綜維網緊線練縣縮總績續罰職聯聲聽腦脫臨舉舊興艙艦藝藥蘇虛衝補裝複規視覺覽親觀觸訂訓託訪許訴評詞試話" +
  "詳誠誤課談謝譯讀貝貼賀趕軌軟較輕載輔輪輯輸轉轟辦邊遠適選遺郵鄉醫釋銷鋪錯鍋閃閒閣隊階際隱雖靈韓頁順須頻額顏餘馬駐駕駛騎髒鬥魚鳥鹽麗麥黨齡";

const SIMPLIFIED =
  "国这来个们说为时会对发经动产业学过现实开关点应进还无从当长机问题将两间与资讯电车场员区达计设认记议论语该调请让证识护财务价购买卖费质货贸账贷赔负责贵宾赚银钱铁钢链键录锋针钟镇锁门闭阅阳陆随险难双杂离云预领头类显愿风飞养馆" +
  "验惊体黄齐龙东乐书乱亚亿仅优传伤储儿内册军农冻创划剧胜劳势汇华协单卫厂历厉参变号吗团园围圆图压坏垄处备够夺奋妇妈宁宝审写导层属冈岛岭币帅师带帮库广弹强后复征忧怀态庆惯虑宪悬战戏户拥择击担据扩摆摄败数断于晋晓暂条极构样档检" +
  "楼标权欧岁归残杀毁气汉济沟灭满涨潜洁泽浓湾灾热烟奖独获环画监盘众础确种称稳穷竞笔节范筑简签粮约级纪纳纯纸终组细织结绝统丝综维网紧线练县缩总绩续罚职联声听脑脱临举旧兴舱舰艺药苏虚冲补装规视觉览亲观触订训访许诉评词试话详诚误" +
  "课谈谢译读贝贴贺赶轨软较轻载辅轮辑输转轰办边远适选遗邮乡医释销铺错锅闪闲阁队阶际隐虽灵韩页顺须频额颜余马驻驾驶骑脏斗鱼鸟盐丽麦党龄";

const only = new Uint8Array(65536);
for (const character of TRADITIONAL) only[character.charCodeAt(0)] = 1;
for (const character of SIMPLIFIED) only[character.charCodeAt(0)] = 2;

export interface ScriptCounts {
  readonly han: number;
  readonly latin: number;
  readonly traditional: number;
  readonly simplified: number;
}

/** Counts over the units from `start` to `end`. */
export function countScripts(text: string, start = 0, end = text.length): ScriptCounts {
  let han = 0;
  let latin = 0;
  let traditional = 0;
  let simplified = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (isHan(unit)) {
      han++;
      const script = only[unit];
      if (script === 1) traditional++;
      else if (script === 2) simplified++;
    } else if (isLatinLetter(unit)) latin++;
  }
  return { han, latin, traditional, simplified };
}
