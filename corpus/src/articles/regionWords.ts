// Words that show where an article is from and whose wording it is shown in. Written from knowledge of how the desks write:
// a mainland text that a Taiwanese site converted says 輝達 and 川普, but keeps its 人民幣, “ ” and 宣佈.
import type { Region } from "./article.ts";

/** Words by the region they speak for and their weight. Traditional spelling, since Simplified text is the mainland's. */
export const ORIGINS: readonly (readonly [Region, number, string])[] = [
  [
    "TW",
    3,
    "新台幣 新臺幣 台股 臺股 金管會 立法院 行政院 總統府 立委 民進黨 國民黨 民眾黨 檢調 健保 勞保 衛福部 國發會 主計總處 櫃買 上櫃 上市櫃 投信 自營商 三大法人 加權指數 每股盈餘 每股純益 賴清德 國安法人 集中市場 中央社 鉅亨 股民 台灣銀行 北檢 調查局 台電 中油 中華電信 國泰金 富邦金 元大 台銀 國科會 數發部 勞動部 內政部 監察院 司法院 里長 縣府 市府 縣議員 鄉公所 學測 國中 高職 北捷 高鐵左營 統一發票 二二八",
  ],
  [
    "TW",
    2,
    "法人 外資 台北報導 綜合報導 高雄 台中 台南 桃園 新北 竹科 南科 中科 新竹 彰化 嘉義 屏東 花蓮 宜蘭 基隆 苗栗 南投 雲林 國人 縣市 經濟部 財政部 交通部 環境部 央行理監事 漲停 跌停 盤後 法說會 除息 填息 殖利率 權值股 電子股 個股 類股輪動 週一 週二 週三 週四 週五 週六 週日 上週 本週 下週 一例一休 檢方 地檢 員警 民眾",
  ],
  [
    "TW",
    1,
    "占比 市占 年增 月增 季增 宣布 公布 發布 台灣 臺灣 台廠 業者 元大 晶圓代工 法規 網友 影片 品質 資安 半導體廠 -US) -TW) -US） -TW）",
  ],
  [
    "HK",
    3,
    "港元 港幣 本港 港交所 特區政府 特首 行政長官 立法會 財政司 政務司 律政司 廉署 廉政公署 警務處 消防處 港鐵 強積金 居屋 公屋 屋邨 屋苑 呎價 實用面積 差估署 差餉 嘅 咗 喺 佢 啲 唔 冇 嚟 咁 俾 嗰 哋 乜 囉 噉 裁判官 裁判法院 區域法院 原訟庭 上訴庭 北部都會區 懲教署 運輸署 衞生署 衛生防護中心 醫管局 教育局 民政事務 房委會 房協 金管局 港府 港人 港大 中大 科大 理大 浸大 城大 恒指 恆指 恒生 恆生 國企指數 滙 衞 綫 聯儲局 匯控 港股通 新界 九龍 港島 銅鑼灣 尖沙咀 旺角 屯門 元朗 沙田 荃灣 觀塘 將軍澳 天水圍 葵涌 深水埗 油麻地 灣仔 北角 中環 金鐘 大埔 上水 粉嶺 西貢 馬鞍山 啟德 東涌 柴灣 筲箕灣 鰂魚涌 紅磡 何文田 黃大仙 牛頭角 青衣 大嶼山 長洲 馬會 沙田馬場 快活谷 跑馬地 文憑試 區議會 建制派 民主派 民建聯 公民黨 國安處 城巴 九巴 新巴 輕鐵 西隧 紅隧 東隧 海隧 大老山 獅子山 新地 長實 恒地 領展 港燈 中電 電盈 渣打香港 積金局 醫院管理局 衞生防護中心 消委會 申訴專員 平機會 地政總署 屋宇署 規劃署 天文台",
  ],
  [
    "HK",
    2,
    "呎 的士 小巴 送院 報稱 拘捕 被捕 疑犯 涉嫌 事主 樓價 樓市 業主 放盤 成交價 收市 按揭 藍籌 大市 股東應佔 按年 按季 按月 中期業績 全年業績 派息 聯交所 內地 減息 差人 阿Sir 社署 食環署 康文署 路政署 水務署 入境處",
  ],
  [
    "HK",
    1,
    "特朗普 英偉達 裏 着 巴士 加息 人工智能 數碼 軟件 網絡 資訊科技 今早 今晨 昨晚 男子 女子 警方 消息人士 港股 報道",
  ],
  [
    "CN",
    3,
    "公眾號 科創板 滬指 深證 上證 滬深 滬市 深市 北交所 國務院 發改委 工信部 國資委 網信辦 中共中央 美聯儲 研報 環比 同比 賦能 賽道 大機率 券商中國 財聯社 新華社 央視 一線城市 省委 市委 全國人大 高新技術 國產化 國產替代 抖音 小紅書 知乎",
  ],
  [
    "CN",
    2,
    "人民幣 A股 我國 微信 業內人士 芯片 信息 視頻 質量 內存 服務器 落地 佈局 國產 頭部 據悉 數據顯示 機構認為 規模化 上半年全國",
  ],
  [
    "CN",
    1,
    "宣佈 發佈 公佈 佔據 佔比 佔有率 國內 報導稱 指出稱 項目 智能 渠道 高端 打造 建構 特朗普 英偉達 人工智能 數據 軟件 網絡 周一 周二 周三 周四 周五 周六 周日 周期 那裡 那些 類股 中方 美方",
  ],
];

/** Names and terms that each region writes its own way, in Traditional script. */
export const WORDINGS: readonly (readonly [Region, number, string])[] = [
  [
    "TW",
    2,
    "輝達 川普 聯準會 祖克柏 沙烏地 雪梨 紐西蘭 歐巴馬 賓士 蒲亭 普丁 澤倫斯基 義大利 寮國 品質 軟體 硬體 網路 影片 程式 伺服器 通膨 人工智慧 數位 資料中心 記憶體 行動裝置 螢幕 視訊 使用者 智慧型 奈米 比特幣 殖利率 本益比 類股 週 占",
  ],
  [
    "HK",
    2,
    "聯儲局 朱克伯格 沙特 悉尼 新西蘭 奧巴馬 平治 普京 意大利 老撾 質素 數碼 軟件 硬件 網絡 短片 人工智能 通脹 屏幕 晶片 英偉達 特朗普 衞 滙 裏 綫 減息 的士 嘅 孳息 市盈率 藍籌",
  ],
  [
    "CN",
    2,
    "美聯儲 扎克伯格 沙特 悉尼 新西蘭 奧巴馬 奔馳 普京 意大利 老撾 質量 芯片 軟件 硬件 網絡 視頻 人工智能 通脹 屏幕 英偉達 特朗普 信息 內存 服務器 數據中心 程序 移動端 用戶 納米 市盈率 板塊 數字化",
  ],
];

/** Marks of English text. */
export const ENGLISH: readonly (readonly [Region, number, string])[] = [
  ["HK", 3, "HK$ HKEX Legco LegCo"],
  ["HK", 1, "Hong_Kong Kowloon Hang_Seng"],
  ["TW", 3, "NT$ TAIEX Focus_Taiwan Legislative_Yuan"],
  ["TW", 1, "Taiwan Taipei Hsinchu Kaohsiung"],
  ["CN", 2, "RMB renminbi yuan Xinhua CSRC"],
  ["CN", 1, "Shanghai Shenzhen Beijing"],
];

/** Publishers by where they are. */
export const PUBLISHERS: Readonly<Record<Exclude<Region, "INTL">, string>> = {
  TW: "中央社 鉅亨 經濟日報 工商時報 自由時報 自由財經 聯合報 聯合新聞網 中國時報 中時 旺報 商業周刊 商周 天下雜誌 財訊 今周刊 科技新報 TechNews 數位時代 三立 TVBS 東森 民視 公視 風傳媒 上報 鏡週刊 鏡新聞 MoneyDJ CMoney 台視 華視 NOWnews ETtoday 時報資訊 財經新報 優分析 DIGITIMES 太報 信傳媒 新頭殼 中廣 央廣 Taipei_Times Focus_Taiwan 鉅亨網 cnyes udn 壹蘋新聞 台灣醒報 中華日報 Yahoo奇摩 理財周刊 先探 萬寶週刊",
  HK: "明報 信報 香港經濟日報 星島 東方日報 東網 on.cc 蘋果日報 立場新聞 香港01 HK01 大公報 文匯報 大公文匯 香港電台 港台 RTHK now新聞 有線新聞 無綫新聞 TVB 頭條日報 am730 晴報 都市日報 經濟通 etnet 阿思達克 AASTOCKS 香港商報 成報 眾新聞 獨立媒體 南華早報 SCMP The_Standard HKFP 點新聞 橙新聞 巴士的報 商台 商業電台 政府新聞網 集誌社 法庭線 經濟一週",
  CN: "新華社 新華網 人民日報 人民網 央視 中新社 中新網 財聯社 華爾街見聞 第一財經 界面 澎湃 36氪 虎嗅 雷峰網 觀察者網 券商中國 證券時報 上海證券報 中國證券報 證券日報 中國基金報 每日經濟新聞 21世紀經濟 極客公園 鈦媒體 財新 新浪 騰訊 網易 搜狐 東方財富 格隆匯 環球時報 半導體產業觀察 半導體行業觀察 芯智訊 量子位 機器之心 晚點 經濟觀察 中國企業家 投資界 投中網 IT之家 快科技 智通財經 環球網 中國新聞網 光明日報 經濟參考報 藍鯨 時代周報 新京報 南方周末 封面新聞 紅星新聞 公眾號 Caixin Xinhua China_Daily Global_Times",
};
