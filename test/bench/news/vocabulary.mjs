// The words of generated news by region (0 Taiwan, 1 Hong Kong, 2 mainland, 3 English): names of the lexicon in Zipf's order, people
// and small companies that are in no lexicon, metrics, industries, and the 45,000 phrases of OpenCC's dictionary as plain words.
import { Converter } from "opencc-js";
import phrases from "opencc-js/dict/STPhrases";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { hashed, shuffled, zipf } from "./random.mjs";

const LEXICON = join(dirname(fileURLToPath(import.meta.url)), "../../../corpus/lexicon");
/** Words that no one wants to meet in a test. */
const CRUDE = /[淫姦奸屎屁尻妓嫖婊尿屍娼]/;
const HAN = /^[\u4e00-\u9fff]+$/;

/** What the press writes of most, most first; the rest of the lexicon follows in the seed's order. */
const FAMOUS = "tsmc nvidia hon-hai mediatek apple tencent alphabet alibaba microsoft tesla amazon meta byd samsung hsbc amd intel catl broadcom micron smic xiaomi sk-hynix aia hkex delta-electronics meituan kweichow-moutai ping-an asml qualcomm bank-of-china toyota softbank ck-hutchison ck-asset largan-precision quanta marvell".split(" ");

function rows(name) {
  const [, ...lines] = readFileSync(join(LEXICON, `${name}.tsv`), "utf8").split("\n").filter(Boolean);
  return lines.map((line) => line.split("\t"));
}

/** Two surnames' worth of given names: people of no lexicon. */
const SURNAMES = "陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾彭游詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋鄧杜傅侯曹薛丁卓馬阮董温唐藍石蔣古紀姚連馮歐程湯康姜白涂鄒尤巫鐘龔嚴韓黎阮袁童陸金錢邵";
const GIVEN = "志明俊傑建宏家豪淑芬美玲雅婷怡君冠宇承恩柏翰彥廷詩涵欣怡宗翰佩珊文雄國華振東秀英麗華永康世昌啟文曉東浩然子軒思遠嘉欣卓賢偉倫凱琳慧敏立群正雄耀輝兆麟維剛博文穎珊景行書豪育誠品妤宥廷晉安宜蓁昭仁尚恆裕民鴻儒鈺婷";
const FIRST = "James Mary Robert Linda Michael Susan David Karen Daniel Emily Grace Kevin Rachel Andrew Laura Simon Helen Peter Alice Victor Nina Oliver Priya Kenji Sofia Marco Ingrid Tomas Yusuf Hannah Caleb Denise Gareth Fiona Rohan Mei".split(" ");
const LAST = "Hartwell Okafor Lindqvist Marchetti Delacroix Yamashiro Pemberton Novak Castellan Thorne Ashgrove Banerjee Whitlock Kowalczyk Ferreira Duvall Haldane Iwasaki Brandt Moncrieff Sterling Quill Vance-Ortiz Petrakis Rosenthal Abernathy Cho Tan Nakagawa Osei Bergstrom Kapoor".split(" ");
const FIRM = "宏昱晶瑞鼎勝凱聯泓嘉兆億新禾群恆達寶豐元佳鑫立冠世創德華康源普力信威昌榮祥磊海安騰翔盈展捷均旭";
const FIRM_TAIL = ["精密", "光電", "電子", "生技", "建設", "能源科技", "半導體", "材料科技", "資訊", "航運", "食品", "重工", "環保", "醫材", "綠能", "投控", "證券", "銀行"];
const FIRM_EN = ["Harrow", "Calder", "Northmere", "Vantis", "Elmfield", "Corvane", "Brightwell", "Osprey Bay", "Lumeric", "Tarnholm", "Quorvex", "Stellane", "Kestrion", "Palomar Ridge", "Wexcombe", "Arventa"];
const FIRM_EN_TAIL = ["Holdings", "Semiconductor", "Therapeutics", "Energy", "Capital", "Materials", "Logistics", "Robotics", "Bank", "Motors", "Devices", "Foods"];

/** Everything that sentences are made of. One load takes about 200 ms. */
export function loadVocabulary() {
  const toCn = Converter({ from: "tw", to: "cn" });
  const toHk = Converter({ from: "tw", to: "hk" });
  const converters = [(text) => text, Converter({ from: "twp", to: "hkp" }), Converter({ from: "twp", to: "cn" })];
  const inRegions = (tw) => [tw, toHk(tw), toCn(tw), tw];

  /** The first name of each region; where a region has none, another's in its script. */
  const entity = ([id, , tw, hk, cn, en, , tickers]) => {
    const [t, h, c, e] = [tw, hk, cn, en].map((cell) => (cell ?? "").split("|")[0] ?? "");
    const traditional = t || h;
    const ticker = (tickers ?? "").split("|")[0] ?? "";
    return { id, ticker, names: [t || h || c || e, h || toHk(t) || c || e, c || toCn(traditional) || e, e || t || h || c] };
  };
  const list = (name) => rows(name).map(entity).filter(({ names }) => names[0].length > 1);
  const homes = ["companies-tw", "companies-hk", "companies-cn", "companies-us", "companies-world"];
  const companies = homes.flatMap((name, home) => list(name).map((one) => ({ ...one, home })));
  const byId = new Map(companies.map((one) => [one.id, one]));
  const famous = FAMOUS.flatMap((id) => byId.get(id) ?? []);
  const known = new Set(famous);
  const ranked = [...famous, ...shuffled(companies.filter((one) => !known.has(one)), 11)].map((one, rank) => ({ ...one, rank }));
  /** Whom each region's press writes of: its own companies first. */
  const pools = [[0, 3], [1, 2, 3], [2, 3], [3, 4]].map((home, region) => {
    const mine = ranked.filter((one) => one.home === home[0] || one.rank < FAMOUS.length);
    const others = ranked.filter((one) => !mine.includes(one) && (home.includes(one.home) || one.rank % 3 === 0));
    // one of the others after every third
    const all = [];
    for (let i = 0, k = 0; i < mine.length || k < others.length; ) {
      for (let n = 0; n < 3 && i < mine.length; n++) all.push(mine[i++]);
      if (k < others.length) all.push(others[k++]);
    }
    return { region, all, place: zipf(all.length, 0.95) };
  });

  const named = (names, s) => {
    const all = shuffled(names, names.length);
    return { all, place: zipf(all.length, s) };
  };
  const lexicon = Object.fromEntries(["people", "orgs", "products", "places", "indices", "media"].map((name) => [name, named(list(name), 0.9)]));

  const metrics = rows("metrics").map(([id, kinds, tw, hk, cn, en], rank) => {
    const [t, h, c, e] = [tw, hk, cn, en].map((cell) => (cell ?? "").split("|").filter(Boolean));
    return { id, rank, kind: (kinds ?? "").split("|")[0], names: [t.length ? t : h, h.length ? h : t, c.length ? c : t.map(toCn), e.length ? e : [id.replaceAll("-", " ")]].map((all) => all.slice(0, 3)) };
  });
  const industries = rows("terms").map(([id, tw, hk, cn, en]) => {
    const [t, h, c, e] = [tw, hk, cn, en].map((cell) => (cell ?? "").split("|")[0] ?? "");
    return [t || h || c, h || t || c, c || toCn(t || h), e || id.replaceAll("-", " ")];
  });

  // two-character words are the common ones
  const pairs = phrases.split("|").map((pair) => pair.split(" ")).filter(([, traditional]) => traditional && HAN.test(traditional) && traditional.length <= 4 && !CRUDE.test(traditional));
  const words = shuffled(pairs, 5).sort(([, a], [, b]) => (a.length > 2 ? 1 : 0) - (b.length > 2 ? 1 : 0)).map(([simplified, traditional]) => [traditional, toHk(traditional), simplified]);
  const described = new Set(homes.flatMap((name) => rows(name)).flatMap((row) => (row[9] ?? "").split(/[^A-Za-z]+/)).filter((word) => /^[a-z]{4,}$/.test(word)));
  const english = shuffled([...described].sort(), 6);

  return {
    converters,
    ranked,
    /** Companies of a smaller rank are those that everyone writes of. */
    famous: famous.length,
    pools,
    lexicon,
    metrics,
    industries,
    industry: zipf(industries.length, 0.7),
    words,
    word: zipf(words.length, 0.55),
    english,
    englishWord: zipf(english.length, 0.8),
    /** A person by number, in no lexicon: 30,000 and more of them. */
    person: (number, region) => {
      if (region === 3) return `${FIRST[number % FIRST.length]} ${LAST[Math.floor(number / FIRST.length) % LAST.length]}`;
      const at = Math.floor(hashed(number, 1) * (GIVEN.length - 1));
      const name = `${SURNAMES[number % SURNAMES.length]}${GIVEN[at]}${GIVEN[Math.floor(hashed(number, 2) * GIVEN.length)]}`;
      return inRegions(name)[region];
    },
    /** A small company by number, in no lexicon. */
    firm: (number, region) => {
      if (region === 3) return `${FIRM_EN[number % FIRM_EN.length]} ${FIRM_EN_TAIL[Math.floor(number / FIRM_EN.length) % FIRM_EN_TAIL.length]}`;
      const first = FIRM[number % FIRM.length];
      const second = FIRM[Math.floor(hashed(number, 3) * FIRM.length)];
      return inRegions(`${first}${second}${FIRM_TAIL[Math.floor(hashed(number, 4) * FIRM_TAIL.length)]}`)[region];
    },
  };
}
