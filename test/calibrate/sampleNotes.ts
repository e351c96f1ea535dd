// Figures of the sample's articles in an analyst's own sentences. After each figure its truth in braces: words of the file names
// that say it (any of them), or `-` where nothing of the sample does: a wrong value, another period, another company.
export const SAMPLE_NOTES = `
騰訊上季收入1,929億元人民幣{tencent}，純利631億元人民幣{tencent}，資本開支縮至130億元人民幣{tencent}。

腾讯三季度国际游戏收入208亿元{tencent}，同比增43%{tencent}；本土游戏收入428亿元{tencent}。

騰訊第三季資本開支為150億元人民幣{-}，營銷服務收入按年增21%{tencent}。

Tencent's third-quarter net profit was Rmb63.1bn{tencent}; combined monthly users reached 1.414bn{tencent}.

宁德时代三季度营收1042亿元{catl}，归母净利润185亿元{catl}，毛利率25.8%{catl}。

寧德時代前三季淨利490億元人民幣{catl}，年增36.2%{catl}。

宁德时代二季度毛利率25.8%{-}，国轩高科三季度净利润185.5亿元{-}。

鴻海第三季營收2.06兆元{foxconn}，每股盈餘4.15元{foxconn}，毛利率6.35%{foxconn}。

鸿海三季度归母净利576.7亿元新台币{foxconn}，雲端網路占營收42%{foxconn}。

鴻海第四季營收2.31兆元{-}，和碩第三季每股盈餘4.15元{-}。

比亚迪三季度营收1950亿元{byd-third}，归母净利78.2亿元{byd-third}，同比降32.6%{byd-third}。

比亞迪11月新能源車銷量48萬輛{byd-november}，海外13.2萬輛{byd-november}。

BYD's third-quarter net profit came to Rmb9.1bn{-}, and November sales were 480,186 vehicles{byd-november}.

阿里巴巴上季营收2478亿元{alibaba}，云收入同比增长34%{alibaba}，资本开支315亿元{alibaba}。

阿里自由現金流淨流出218億元人民幣{alibaba}，京東同期淨流出218億元人民幣{-}。

台積電11月營收3,436億元{tsmc-nov}，月減6.5%{tsmc-nov}，年增24.5%{tsmc-nov}。

台積電前11月營收3.47兆元{tsmc-nov}，聯電11月營收3,436億元{-}。

禾晟熱控前十月營收146.4億元{correction}，11月營收17.9億元{correction}，年增40%{correction}。

禾晟熱控第三季毛利率26.9%{hesheng}，健策第三季毛利率26.9%{-}。

Micron's fiscal first-quarter revenue was $13.6bn{micron-first}, with net income of $5.24bn{micron-first}; it guides to revenue of $18.7bn{micron-first}.

美光上修2026會計年度資本支出至200億美元{micron-first}，第一季毛利率56.8%{micron-first}。

Micron's capital spending goes to $23bn{-} and SanDisk's net income was $5.24bn{-}.

主計總處把今年經濟成長率上修到7.37%{gdp}，第三季經濟成長率8.21%{gdp}，明年3.54%{gdp}。

南韓今年經濟成長率7.37%{-}，台灣明年消費者物價上漲1.61%{gdp}。

港交所首三季盈利134億港元{hkex}，現貨市場日均成交2,564億港元{hkex}，集資1,883億港元{hkex}。

港交所第三季盈利55億港元{-}，新交所首三季盈利134.2億港元{-}。

遠嶺證券預估2026年AI伺服器出貨265萬台{yuanling-ai-server-raised}，年增36%{yuanling-ai-server-raised}，輝達目標價250美元{yuanling-ai-server-raised}。

輝達第三季資料中心營收512億美元{nvda|nvidia|yuanling}，網通82億美元{nvda|nvidia}，淨利319億美元{nvda|nvidia}。

英伟达三季度游戏收入43亿美元{nvda|nvidia}，超微第三季營收570億美元{-}。

輝達第三季汽車營收8.2億美元{-}，第二季營收467億美元{nvda|nvidia|foxconn}。
`;
