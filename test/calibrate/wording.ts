// How articles and notes word the facts, each in words of its own. `{f}` is the figure, `{c}` the company, `{p}` the period.
import type { Fact, Metric, Script } from "./facts.ts";

const QUARTERS = { TW: ["第一季", "第二季", "第三季", "第四季"], HK: ["第一季", "第二季", "第三季", "第四季"], CN: ["一季度", "二季度", "三季度", "四季度"], INTL: ["first quarter", "second quarter", "third quarter", "fourth quarter"] } as const;
export const quarterOf = ({ quarter, metric }: Fact, script: Script): string => QUARTERS[script][(metric === "guidance" ? quarter : quarter - 1) % 4] ?? "";

/** Sentences of articles; the company stands in the lead, later sentences speak of it by what they say. */
export const ARTICLE: Readonly<Record<Script, Readonly<Record<Metric, readonly string[]>>>> = {
  TW: {
    revenue: ["{c}公布{y}年{p}財報，合併營收{f}", "{c}今天召開法說會，{y}年{p}營收為{f}"],
    growth: ["較去年同期成長{f}", "年增{f}"],
    "net-profit": ["稅後淨利{f}", "單季獲利{f}"],
    "gross-margin": ["毛利率{f}", "毛利率為{f}"],
    "operating-profit": ["營業利益{f}", "營益{f}"],
    capex: ["{p}資本支出為{f}", "{c}{p}資本支出達{f}"],
    guidance: ["公司預估{p}營收為{f}", "{c}預期{p}營收約{f}"],
    employees: ["{c}目前員工人數{f}", "員工總數為{f}"],
  },
  HK: {
    revenue: ["{c}公布{y}年{p}業績，收入為{f}", "{c}{y}年{p}錄得收入{f}"],
    growth: ["按年增長{f}", "按年升{f}"],
    "net-profit": ["期內純利{f}", "股東應佔溢利{f}"],
    "gross-margin": ["毛利率為{f}", "毛利率報{f}"],
    "operating-profit": ["經營溢利{f}", "經營利潤為{f}"],
    capex: ["{p}資本開支為{f}", "{c}{p}資本開支達{f}"],
    guidance: ["集團預期{p}收入為{f}", "{c}預計{p}收入約{f}"],
    employees: ["{c}現有僱員{f}", "員工總數為{f}"],
  },
  CN: {
    revenue: ["{c}发布{y}年{p}财报，实现营业收入{f}", "{c}披露，{y}年{p}营收为{f}"],
    growth: ["同比增长{f}", "同比上升{f}"],
    "net-profit": ["归母净利润{f}", "净利润为{f}"],
    "gross-margin": ["毛利率{f}", "整体毛利率为{f}"],
    "operating-profit": ["营业利润{f}", "经营利润为{f}"],
    capex: ["{p}资本开支为{f}", "{c}{p}资本开支达{f}"],
    guidance: ["公司预计{p}营收为{f}", "{c}预期{p}收入约{f}"],
    employees: ["{c}现有员工{f}", "员工总数为{f}"],
  },
  INTL: {
    revenue: ["{c} reported revenue of {f} for the {p} of {y}", "{c} said revenue for the {p} of {y} was {f}"],
    growth: ["up {f} from a year earlier", "an increase of {f} year on year"],
    "net-profit": ["Net profit was {f}", "The company earned net income of {f}"],
    "gross-margin": ["Gross margin was {f}", "Its gross margin stood at {f}"],
    "operating-profit": ["Operating profit was {f}", "Operating income came in at {f}"],
    capex: ["Capital expenditure in the {p} was {f}", "{c}'s capital spending in the {p} was {f}"],
    guidance: ["It expects {p} revenue of {f}", "{c} guided to {p} revenue of about {f}"],
    employees: ["{c} has {f}", "The company employs {f}"],
  },
};

/** Sentences of notes, in an analyst's words. The first half of each list is for setting thresholds, the second for testing them. */
export const NOTE: Readonly<Record<Script, Readonly<Record<Metric, readonly string[]>>>> = {
  TW: {
    revenue: ["{c}{p}營收{f}，符合預期。", "我們留意到{c}{p}營業額來到{f}。", "財報顯示，{c}{p}營收約{f}。", "{c}（{p}）合併營收達{f}，略優於市場看法。"],
    growth: ["{c}{p}營收年增{f}。", "{c}{p}營收年成長{f}，動能不弱。", "{p}{c}營收較去年同期增加{f}。", "受惠拉貨，{c}{p}營收年增率{f}。"],
    "net-profit": ["{c}{p}淨利{f}。", "{c}{p}獲利約{f}，低於我們的模型。", "獲利方面，{c}{p}純益{f}。", "{c}{p}稅後純益來到{f}。"],
    "gross-margin": ["{c}{p}毛利率{f}。", "{c}{p}毛利率來到{f}，較我們想像好。", "看{c}的產品組合，{p}毛利率為{f}。", "{p}{c}毛利率達{f}。"],
    "operating-profit": ["{c}{p}營業利益{f}。", "{c}{p}營業利益約{f}。", "{c}{p}本業獲利{f}。", "{c}在{p}的營業利益為{f}。"],
    capex: ["{c}{p}資本支出{f}。", "{c}{p}資本支出約{f}，擴產不停。", "擴產方面，{c}{p}資本支出達{f}。", "{p}{c}的資本支出為{f}。"],
    guidance: ["{c}預估{p}營收{f}。", "展望{p}，{c}預期營收約{f}。", "{c}對{p}營收的指引是{f}。", "{c}財測：{p}營收上看{f}。"],
    employees: ["{c}員工{f}。", "{c}員工人數約{f}。", "{c}全球員工{f}。", "{c}目前有員工{f}。"],
  },
  HK: {
    revenue: ["{c}{p}收入{f}，符預期。", "{c}{p}營業額{f}。", "{c}於{p}的收益為{f}。", "業績顯示，{c}{p}收入約{f}。"],
    growth: ["{c}{p}收入按年增{f}。", "{c}{p}收入按年升{f}，勝預期。", "{p}{c}收入同比增長{f}。", "{c}{p}收入按年增幅為{f}。"],
    "net-profit": ["{c}{p}純利{f}。", "{c}{p}盈利約{f}。", "{c}於{p}賺{f}。", "{c}{p}淨利潤為{f}。"],
    "gross-margin": ["{c}{p}毛利率{f}。", "{c}{p}毛利率為{f}。", "{c}的毛利率在{p}報{f}。", "{p}{c}毛利率達{f}。"],
    "operating-profit": ["{c}{p}經營溢利{f}。", "{c}{p}經營利潤約{f}。", "{c}於{p}經營溢利為{f}。", "{p}{c}經營利潤{f}。"],
    capex: ["{c}{p}資本開支{f}。", "{c}{p}資本開支約{f}。", "{c}於{p}的資本開支為{f}。", "{p}{c}資本開支達{f}。"],
    guidance: ["{c}預期{p}收入{f}。", "展望{p}，{c}料收入約{f}。", "{c}指引{p}收入為{f}。", "管理層料{c}{p}收入{f}。"],
    employees: ["{c}僱員{f}。", "{c}員工約{f}。", "{c}現有員工{f}。", "{c}僱員總數為{f}。"],
  },
  CN: {
    revenue: ["{c}{p}营收{f}，符合预期。", "{c}{p}实现收入{f}。", "财报显示{c}{p}营业收入约{f}。", "{c}在{p}的收入为{f}。"],
    growth: ["{c}{p}营收同比增长{f}。", "{c}{p}收入同比增{f}。", "{p}{c}营收同比增幅{f}。", "{c}在{p}营收较上年同期增长{f}。"],
    "net-profit": ["{c}{p}净利润{f}。", "{c}{p}归母净利约{f}。", "{c}{p}盈利{f}。", "利润端，{c}{p}净利润为{f}。"],
    "gross-margin": ["{c}{p}毛利率{f}。", "{c}{p}毛利率为{f}，超出我们预期。", "{c}在{p}的毛利率达到{f}。", "{p}{c}毛利率约{f}。"],
    "operating-profit": ["{c}{p}营业利润{f}。", "{c}{p}经营利润约{f}。", "{c}在{p}的经营利润为{f}。", "{p}{c}营业利润{f}。"],
    capex: ["{c}{p}资本开支{f}。", "{c}{p}资本支出约{f}。", "{c}在{p}的资本开支为{f}。", "{p}{c}资本支出达{f}。"],
    guidance: ["{c}预计{p}营收{f}。", "展望{p}，{c}预期收入约{f}。", "{c}给出的{p}收入指引为{f}。", "{c}管理层预计{p}收入{f}。"],
    employees: ["{c}员工{f}。", "{c}员工人数约{f}。", "{c}现有员工{f}。", "{c}员工总数{f}。"],
  },
  INTL: {
    revenue: ["{c}'s {p} revenue came to {f}.", "{c} posted {p} sales of {f}.", "In the {p}, {c} booked revenue of {f}.", "Revenue at {c} was {f} in the {p}, in line."],
    growth: ["{c}'s {p} revenue grew {f}.", "{c}'s {p} revenue rose {f} year on year.", "In the {p}, revenue at {c} increased by {f}.", "{c} grew {p} revenue {f} from a year earlier."],
    "net-profit": ["{c}'s {p} net profit was {f}.", "{c} earned a {p} net profit of {f}.", "Net income at {c} was {f} in the {p}.", "In the {p}, {c}'s net income came in at {f}."],
    "gross-margin": ["{c}'s {p} gross margin was {f}.", "{c} reported a {p} gross margin of {f}.", "Gross margin at {c} was {f} in the {p}.", "In the {p}, {c}'s gross margin reached {f}."],
    "operating-profit": ["{c}'s {p} operating profit was {f}.", "{c} made a {p} operating profit of {f}.", "Operating income at {c} was {f} in the {p}.", "In the {p}, {c}'s operating profit was {f}."],
    capex: ["{c}'s {p} capex was {f}.", "{c} spent {p} capex of {f}.", "Capital expenditure at {c} was {f} in the {p}.", "In the {p}, {c}'s capex reached {f}."],
    guidance: ["{c} expects {p} revenue of {f}.", "{c} guides to {p} revenue of {f}.", "For the {p}, {c} forecasts revenue of {f}.", "{c}'s {p} revenue guidance is {f}."],
    employees: ["{c} has {f}.", "{c} employs {f}.", "{c}'s workforce is {f}.", "{c} now has {f}."],
  },
};

/** Names of metrics as heads of a note's table rows. */
export const ROW: Readonly<Record<Script, Readonly<Partial<Record<Metric, string>>>>> = {
  TW: { revenue: "營收", "net-profit": "淨利", "gross-margin": "毛利率", "operating-profit": "營業利益", capex: "資本支出" },
  HK: { revenue: "收入", "net-profit": "純利", "gross-margin": "毛利率", "operating-profit": "經營溢利", capex: "資本開支" },
  CN: { revenue: "营收", "net-profit": "净利润", "gross-margin": "毛利率", "operating-profit": "营业利润", capex: "资本开支" },
  INTL: { revenue: "Revenue", "net-profit": "Net profit", "gross-margin": "Gross margin", "operating-profit": "Operating profit", capex: "Capex" },
};

const MONEY: Readonly<Record<Script, Readonly<Record<Fact["currency"], readonly [string, string]>>>> = {
  TW: { TWD: ["", "億元"], HKD: ["", "億港元"], CNY: ["", "億元人民幣"], USD: ["", "億美元"] },
  HK: { TWD: ["", "億元新台幣"], HKD: ["", "億港元"], CNY: ["", "億元人民幣"], USD: ["", "億美元"] },
  CN: { TWD: ["", "亿元新台币"], HKD: ["", "亿港元"], CNY: ["", "亿元"], USD: ["", "亿美元"] },
  INTL: { TWD: ["NT$", "bn"], HKD: ["HK$", "bn"], CNY: ["Rmb", "bn"], USD: ["US$", "bn"] },
};

/** A number with so many significant digits at the most. */
const rounded = (value: number, digits: number): string => String(Number(value.toPrecision(digits)));

/** A fact's value as a script writes it; `digits` fewer than six round it. */
export function figureOf({ metric, value, currency }: Fact, script: Script, digits = 6): string {
  switch (metric) {
    case "gross-margin":
    case "growth":
      return `${rounded(value, digits)}%`;
    case "employees":
      return script === "INTL" ? `${Number(rounded(value, digits)).toLocaleString("en-US")} employees` : `${Number(rounded(value, digits)).toLocaleString("en-US")}${script === "CN" ? "人" : "人"}`;
    default: {
      const [before, behind] = MONEY[script][currency];
      const shown = Number(rounded(value / (script === "INTL" ? 1e9 : 1e8), digits));
      return `${before}${shown >= 1000 ? shown.toLocaleString("en-US", { maximumFractionDigits: 4 }) : String(shown)}${behind}`;
    }
  }
}
