// The words by which the press introduces names: titles before persons, what ends and begins a name, suffixes of firms and
// offices, the characters of transliterations, surnames. Written in Traditional; asked over folded text, so script is one.
import { fold } from "../../text/fold.ts";
import type { EntityType } from "../entity.ts";

const set = (words: string): ReadonlySet<string> => new Set(fold(words).split(/\s+/).filter(Boolean));
const units = (characters: string): ReadonlySet<string> => new Set(fold(characters).split(""));

/** Titles that stand right before a person's name, longest first when tried. */
export const TITLES = set(`
總統 副總統 前總統 總理 副總理 首相 主席 副主席 國家主席 部長 副部長 財長 外長 防長 國防部長 財政部長 外交部長 商務部長 能源部長 國務卿 州長 市長 省長 縣長
議員 參議員 眾議員 立委 立法委員 國會議員 區議員 議長 發言人 新聞秘書 執行長 行政總裁 首席執行官 首席執行長 總裁 副總裁 高級副總裁 資深副總裁 董事長 副董事長 董事總經理
總經理 副總經理 副總 財務長 財務總監 首席財務官 財務主管 營運長 首席營運官 技術長 首席技術官 首席科學家 科學家 創辦人 創始人 共同創辦人 聯合創始人 聯合創辦人
合夥人 經理人 投資組合經理 投資組合經理人 資產組合經理 客戶投資組合經理 合夥創辦人 社長 會計主管 分析師 首席分析師 策略師 首席策略師 策略分析師 經濟學家 首席經濟學家 經濟師 首席經濟師 基金經理 基金經理人 投資長 投資總監 研究主管 研究員 研究總監 主管 負責人
教授 副教授 院士 主任 局長 署長 處長 司長 院長 校長 檢察長 檢察官 法官 律師 大使 特使 顧問 記者 主持人 作者 投資人 富豪 股神 行長 副行長 總編輯 主編 秘書長
助理 特別助理 專員 成員 評論員 財經評論員 主任委員 總代表 秘書 組長 科長 隊長 分析員 證券分析員 理財師 會計師 建築師 設計師 工程師 攝影師 學者 專家 作家 牧師 神父 主教 上將 中將 少將 編譯 編輯 講座教授 助理教授 監事 獨董 獨立董事 副主任 副部長 副局長 副署長 副縣長 副市長 副州長 副國務卿 助理部長 次長 政務次長 常務次長 處長 廳長 區長 鄉長 鎮長 里長 村長 書記 黨委書記 總書記 市委書記 省委書記 代表 團長 指揮官 司令 客戶總監 聯席董事 業務總監 營運總監 技術總監 產品經理 總工程師 高層
特首 行政長官 警司 總警司 督察 高級督察 醫生 博士 導演 演員 歌手 球員 教練 總教練 領導人 最高領導人 國王 王儲 教宗 總監 主播 藝人 女星 男星 船長 委員 理事 理事長 會長 幹事 總幹事 前幹事 預報員 統計師 首席統計師 實控人 實際控制人 董事會秘書 董秘 經理 宏觀分析師 首席宏觀分析師 科學主任 裁判官 大律師 練馬師 騎師 店長 車務總監 總編 發展商 台長 總管 站長 副會長 總工程師 核數師
`);

/** Characters that are no part of a name at its edge: what stands before or behind one of these is a border. */
export const FUNCTION = units(
  "的了是在和與及或於對向從由被把將讓給為以至到而但則且若如像跟據等也都就又再還更最很不沒無有這那該其此各每某本我你他她它們個之所已曾正仍卻並即稱說指問答叫看想要會能可應需使令因但雖則，因",
);

/** Of those the ones that given names hold. */
export const IN_GIVEN_NAMES = units("有可能正曾之如應令本自都以");

/** Words that often end right before a name. */
export const BEFORE_NAME = set(`
收購 加入 成立 旗下 包括 包含 透過 根據 來自 投資 合作 表示 認為 指出 公司 巨頭 龍頭 企業 廠商 業者 大廠 集團 例如 比如 其中 以及 還有 同時 目前 近日 昨日 今日 日前
製造商 供應商 開發商 營運商 子公司 母公司 新創 新創公司 新秀 獨角獸 客戶 競爭對手 對手 夥伴 股東 券商 投行 機構 銀行 基金 平台 國家 城市 網站 媒體 品牌 代表 男子 女子 被告 死者 事主
宣布 宣佈 公布 發布 推出 簽署 通過 支持 反對 引述 援引 委託 允許 放行 批准 要求 禁止 限制 依賴 帶動 推動 支撐 拖累 受惠 領先 超越 擊敗 挑戰 取代 採用 導入 使用 選擇 鎖定 瞄準 評估 解禁 面對 任命 會見 訪問 前往 抵達 送往 送到 送至 轉送 位於 就讀 入讀 任職 任教 現職 來到 設於 座落 坐落 起訴 控告 指控 購買 出售 持有 增持 減持 買入 賣出 看好 看淡 上調 下調 美國 中國 英國 日本 韓國 德國 法國 香港 台灣
`);

/** Words that often begin right behind a name. */
export const BEHIND_NAME = set(`
表示 指出 認為 強調 透露 宣布 宣佈 公布 發布 預計 預測 預期 警告 解釋 回應 接受 呼籲 提出 出席 擔任 說明 補充 坦言 直言 相信 估計 形容 批評 質疑 承認 否認 拒絕 希望 計劃 計畫 決定 要求
近日 昨日 今日 日前 周一 周二 周三 周四 周五 週一 週二 週三 週四 週五 今天 昨天 昨晚 最近 今年 去年 本周 上周 先生 女士 博士 教授 出任 今季 上季 今仗 下週 下周 上週 本週 明日 明天 致歉 道歉 解讀 持股 管理 策騎 領導 批評 直斥 促請 一案 涉嫌 被控 當時 先前 早前 此前 目前 曾經 已經 再次 也是 首次 同時 最終 突然 正式 隨後 透過 通過 與會 上任 任內
報導 報道 援引 引述 股價 市值 財報 執行長 創辦人 創始人 旗下 分析師 收購 推出 總裁 發言人 董事長 成為 進行 採取 批准 啟動 加入 提供 開發 發行 上市 收漲 收跌 上漲 下跌 大漲 大跌 暴跌 表現
`);

/** Verbs of speaking and acting that only persons and firms take. */
export const SPEAKS = set(`
表示 指出 認為 強調 透露 宣布 宣佈 公布 預計 預測 警告 解釋 回應 呼籲 補充 坦言 直言 相信 估計 形容 批評 質疑 承認 否認 拒絕 推出 發布 收購 聲稱 寫道 說道 稱 說
`);

/** Common Chinese surnames, single and compound. */
export const SURNAMES = new Set([
  ...units(
    "王李張劉陳楊黃趙吳周徐孫馬朱胡郭何林高羅鄭梁謝宋唐許韓馮鄧曹彭曾肖蕭田董袁潘蔣蔡余杜葉程蘇魏呂丁任沈姚盧姜崔鍾譚陸汪范金石廖賈夏韋付方白鄒孟熊秦邱江尹薛閻段雷侯龍史陶黎賀顧毛郝龔邵萬錢嚴覃武戴莫孔向湯洪施游樊翁童柯凌歐關阮甘麥伍莊簡溫連霍俞岑倪馮翟詹殷辛耿梅盛裴冼區卓駱鄺鮑靳習章祝佘佟巫鄔蒲甄曲紀舒屈項季祁喻匡臧宗丘甯尤瞿柴滕閆易龐裘竇苗聶焦巴塗鞠諶岳郁胥淳廖霍樊管鄢蕙卞桂鈕豐褚應繆藍狄",
  ),
  ..."歐陽 司徒 司馬 諸葛 上官 皇甫 令狐 東方 夏侯 尉遲 公孫 慕容".split(" ").map(fold),
]);

/** Characters that transliterations are made of. */
export const TRANSLITERATION = units(
  "阿艾安奧巴貝本比彼博布查達戴丹德迪蒂杜多頓厄恩爾法菲費芬佛弗福蓋甘戈格古哈海漢豪赫亨霍基吉加嘉傑金卡凱坎考科克肯庫拉萊蘭朗勞勒雷黎里利莉林倫羅洛馬瑪麥曼梅門蒙米明莫姆穆納娜南內尼紐努諾歐帕派潘佩皮普奇齊喬瓊丘瑞薩塞賽桑森沙莎山舍史斯思松蘇索塔泰坦湯特提蒂圖托瓦萬威韋維溫沃烏伍西希夏謝辛休雅亞揚耶伊因英尤約澤扎詹珍茲祖佐哥戈傑倫琳琪琳拜鮑貢虔凡芙芭芮蓓薇蕾露黛絲婭妮娃寧什涅茨捷茹柯柳契謬彭孟隆龍雪喀埃葛班邁邦肖翰茱丁查策倭欽喬伯魯盧",
);

/** Characters of a transliteration where a middle dot already says that it is one. */
export const DOTTED: ReadonlySet<string> = new Set([
  ...TRANSLITERATION,
  ...units(
    "根嘎岡剛古瓜圭果郝賀黑洪胡華懷惠季賈簡江津久居康孔誇寬奎昆闊賴良烈琳留茅密摩默木乃奈嫩牛農龐平坡珀其恰強切青求屈讓熱仁榮儒若撒三瑟尚紹申沈聖石士舒絲素孫唐陶滕田廷通土脫旺魏武錫香歇興雄許遜延葉永張哲芝治朱卓宗鵝伯瓦庫恩迦蜜朵蘿蕙貞玫璐瑪婷斐菈賓霖堤鈞格登頓朋翁察彰達傳杭煥蘊瑙瑤迪騰東冬懋比拜敏文雯靈扎孚旦拓圖凝妙慧濃賴潘闊",
  ),
]);

/** Suffixes of firms, offices and the like with their type; `strong` ones are seldom ordinary words. */
export const SUFFIXES: readonly (readonly [suffix: string, type: EntityType, strong: boolean])[] = (
  [
    [
      "company",
      true,
      "證券 半導體 金控 人壽 藥業 製藥 控股 航空 生技 鋼鐵 重工 置業 地產 實業 海運 航運 投控 資本 創投 酒業 啤酒 會計師事務所 律師事務所 微電子 光電 精密 電信",
    ],
    [
      "company",
      false,
      "公司 集團 銀行 電子 科技 電腦 汽車 能源 石油 電力 通信 通訊 網絡 軟體 軟件 保險 信託 工業 化工 化學 材料 機械 機器人 智能 建設 物流 食品 飲料 超市 百貨 酒店 資產管理 投資 諮詢 資管 基金",
    ],
    [
      "org",
      true,
      "研究所 研究院 實驗室 協會 商會 工會 學會 基金會 大學 委員會 警察局 檢察院 聯合會 總商會 聯合國 聯盟",
    ],
    [
      "org",
      false,
      "署 處 學院 法院 醫院 交易所 書院 消防局 衛生局 環保局 交通局 都發局 工務局 社會局 勞工局 農業局 稅務局 地檢署 公共運輸處 博物館 美術館 圖書館 中學 小學 黨 總署 管理局 監管局 部 局",
    ],
    ["media", true, "日報 晚報 時報 早報 周刊 週刊 週報 周報 通訊社 電視台 新聞網 新聞社"],
    ["index", false, "指數"],
    ["law", false, "法案 法令 條例 條約 協定"],
    ["place", false, "市 縣 鎮 州 省 海峽 群島 半島"],
  ] as const
).flatMap(([type, strong, words]) =>
  words.split(" ").map((word): readonly [string, EntityType, boolean] => [fold(word), type, strong]),
);

/** What may stand before a suffix without making a name: 科技公司, 上市公司, 投資銀行. */
export const GENERIC = set(`
上市 科技 大型 小型 中小 民營 國營 國有 外資 本土 跨國 知名 控股 子 母 分 總 該 各 本 貴 我 新創 初創 獨角獸 投資 商業 中央 地方 大 小 各大 主要 多家 其他 相關 目標 上游 下游 競爭 半導體 晶片 芯片
汽車 電動車 新能源 太陽能 人工智慧 人工智能 網路 互聯網 軟體 硬體 雲端 電力 石油 能源 生物 製藥 保險 證券 資產 管理 房地產 地產 建築 航空 物流 食品 零售 電商 支付 資訊 數據 信託 基金 私募 公募
貨幣 量化 先進 全球 國際 國內 海外 世界 全國 亞洲 歐洲 美國 中國 日本 韓國 台灣 香港 英國 德國 法國 金融 財務 政府 執法 監管 主管 有關 部門 研究 開發 設計 製造 代工 封裝 測試 設備 材料 一般 專業 高級 資深
最大 第一 第二 頭部 龍頭 領先 創新 傳統 大學 醫學 理工 師範 公立 私立 私家 市立 附近 當地 各大 多間 兩間 三間 本地 縣立 國立 聯合 附屬 教學 綜合 專科 方艙 綜合 主權 養老 退休 對沖 避險 指數 股票 債券 貿易 和平 停火 合作 框架 雙邊 多邊 自由 關稅 氣候 航運 運輸 消費 消費者 物價 價格 大盤 加權 波動 恐慌
虧損 盈利 家 間 幾 兩 三 四 五 六 七 八 九 十 一 多 數 這 那 哪 某 任何 所有 許多 不少 部分 整個 同 老 舊 新 前 後 現 原 收購 併購 成立 設立 關閉 出售 購買 持有 支持 反對 擁有 管理層 董事 股東 律師 醫療 藥物 疫苗 教育 學校 警察 消防 法律 立法 司法 行政 民主 共和 執政 在野 反對 中間 政治
電信 通信 通訊 手機 電腦 電子 家電 消費電子 機器人 機械 工業 農業 化工 化學 鋼鐵 礦業 採礦 黃金 加密 加密貨幣 虛擬 數位 數字 智慧 智能 安全 網絡 網安 國防 軍工 航天 太空 衛星 遊戲 娛樂 媒體 廣告 影視 旅遊 酒店 餐飲 服裝 時尚 奢侈品 美妝 健康 保健 儲能 電池 光伏 風電 核電 水電 煤炭 天然氣 油氣 頁岩油
`);

/** English given names by which two capitalised words are a person. */
export const GIVEN_NAMES = new Set(
  `Aaron Adam Adrian Alan Albert Alex Alexander Alexandra Alice Alison Allen Amanda Amy Andrea Andrew Andy Angela Ann Anna Anne Anthony Antonio Arthur Ashley Austin Barbara Barry Ben Benjamin Bernard Bernie Beth Bill Bob Brad Bradley Brandon Brenda Brent Brett Brian Bruce Bryan Byron Cameron Carl Carlos Carol Caroline Catherine Chad Charles Charlie Cheryl Chris Christian Christina Christine Christopher Cindy Claire Cody Colin Connie Craig Curtis Cynthia Dale Dan Daniel Danny Dario Darren Dave David Dawn Dean Deborah Dennis Derek Diana Diane Don Donald Donna Dorothy Doug Douglas Dylan Ed Eddie Edward Edwin Elaine Elena Elizabeth Ellen Emily Emma Eric Erica Erik Ethan Eugene Eva Evan Eve Felix Frances Francis Frank Fred Frederick Gabriel Gary Gavin Gene Geoff Geoffrey George Gerald Gina Glenn Gordon Grace Graham Greg Gregory Hannah Harlan Harold Harris Harry Heather Heidi Helen Henry Herbert Holly Howard Hugh Ian Ivan Jack Jackie Jacob Jake James Jamie Jan Jane Janet Jared Jason Jay Jean Jeff Jeffrey Jen Jennifer Jenny Jeremy Jerome Jerry Jesse Jessica Jill Jim Jimmy Joan Joanna Joe Joel Johan John Johnny Jon Jonathan Jordan Jose Joseph Josh Joshua Joyce Juan Judith Judy Julia Julian Julie Justin Karen Karl Kate Katherine Kathleen Kathy Katie Keith Kelly Ken Kenneth Kent Kevin Kim Kimberly Kirk Kristen Kurt Kyle Larry Laura Lauren Laurence Lawrence Lee Leo Leon Leonard Leslie Lewis Liam Linda Lisa Liz Lloyd Lori Louis Lucas Lucy Luis Luke Lynn Manuel Marc Marcus Margaret Maria Marie Marilyn Mario Marisa Mark Martha Martin Mary Mason Matt Matthew Maurice Max Megan Melanie Melissa Michael Michelle Miguel Mike Miriam Mislav Mitch Molly Monica Morgan Morris Nancy Natalie Nathan Neil Nicholas Nick Nicole Nina Noah Norman Oliver Oscar Owen Pablo Pamela Pat Patricia Patrick Paul Paula Pedro Pete Peter Phil Philip Phillip Rachel Ralph Randy Ray Raymond Rebecca Regina Richard Rick Rob Robert Roberto Robin Rod Roger Ron Ronald Ross Roy Russell Ruth Ryan Sally Sam Samantha Samuel Sandra Sara Sarah Satya Scott Sean Sergey Seth Shane Shannon Sharon Shawn Sheila Simon Sonia Sophia Stacy Stan Stanley Stefan Stella Stephanie Stephen Steve Steven Stewart Stuart Sue Sundar Susan Suzanne Sylvia Tara Ted Teresa Terry Theodore Thomas Tim Timothy Tina Todd Tom Tommy Tony Tracy Travis Trevor Tyler Vanessa Vera Vernon Veronica Vicki Victor Victoria Vincent Vivian Vladimir Walter Warren Wayne Wendy Wesley Will William Willie Xavier Yann Yvonne Zachary Zoe`.split(
    /\s+/,
  ),
);

/** Last words of a Latin name with its type. */
export const LATIN_SUFFIXES: ReadonlyMap<string, EntityType> = new Map(
  (
    [
      [
        "company",
        "Inc Corp Corporation Company Co Ltd Limited LLC LLP PLC Plc AG SE NV SA Group Holdings Holding Technologies Technology Tech Semiconductor Semiconductors Microelectronics Electronics Systems Networks Research Capital Partners Ventures Securities Bank Bancorp Financial Insurance Energy Resources Petroleum Pharmaceuticals Pharma Therapeutics Biosciences Motors Automotive Airlines Airways Aerospace Industries Materials Labs Studios Entertainment Software Robotics Advisors Advisory Investments Management Markets Analytics Consulting Associates",
      ],
      [
        "org",
        "Institute University College School Committee Commission Council Agency Department Ministry Association Foundation Federation Union Party Organization Organisation Laboratory Center Centre Bureau Authority Court Fed Reserve",
      ],
      ["media", "Times Journal Post News Daily Herald Tribune Magazine Weekly Press Review Gazette Observer"],
      ["law", "Act Treaty Agreement Accord Facility"],
      ["index", "Index ETF Fund"],
    ] as const
  ).flatMap(([type, words]) => words.split(" ").map((word): readonly [string, EntityType] => [word, type])),
);
