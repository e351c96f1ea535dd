import assert from "node:assert/strict";
import { test } from "node:test";
import { namesIn, smallLexicon } from "./lexicons.ts";

const lexicon = smallLexicon([
  {
    id: "nvidia",
    type: "company",
    "zh-TW": "輝達",
    "zh-HK": "英偉達",
    "zh-CN": "英伟达",
    en: "Nvidia",
    tickers: "NVDA-US",
    links: "jensen-huang",
  },
  { id: "jensen-huang", type: "person", "zh-TW": "黃仁勳", en: "Jensen Huang", links: "nvidia" },
  { id: "openai", type: "company", en: "OpenAI" },
  { id: "sk-hynix", type: "company", "zh-TW": "SK海力士", en: "SK hynix" },
  { id: "jpmorgan", type: "company", "zh-TW": "摩根大通", en: "JPMorgan|J.P. Morgan", short: "小摩" },
  { id: "amd", type: "company", en: "AMD", tickers: "AMD-US" },
  { id: "gartner", type: "company", en: "Gartner" },
  { id: "h200", type: "product", en: "H200" },
  { id: "ray-dalio", type: "person", "zh-TW": "瑞·達利歐" },
  { id: "china", type: "place", "zh-TW": "中國", en: "China" },
  {
    id: "us",
    type: "place",
    "zh-TW": "美國",
    en: "United States",
    short: "US",
    context: "美國|the",
    needsContext: "US",
  },
  {
    id: "commerce-us",
    type: "org",
    "zh-TW": "美國商務部",
    short: "商務部",
    links: "us",
    context: "美國|川普",
    needsContext: "商務部",
  },
  {
    id: "commerce-cn",
    type: "org",
    "zh-TW": "中國商務部",
    short: "商務部",
    links: "china",
    context: "中國|北京",
    needsContext: "商務部",
  },
  { id: "qualcomm", type: "company", "zh-TW": "高通", en: "Qualcomm" },
  { id: "micron", type: "company", "zh-TW": "美光", en: "Micron" },
  {
    id: "uni-president",
    type: "company",
    "zh-TW": "統一|統一企業",
    tickers: "1216-TW",
    context: "食品股|超商|飲料",
    needsContext: "統一",
  },
  { id: "meta", type: "company", en: "Meta", context: "Facebook|臉書", needsContext: "Meta" },
  {
    id: "apple",
    type: "company",
    "zh-TW": "蘋果",
    en: "Apple",
    tickers: "AAPL-US",
    context: "iPhone|庫克",
    needsContext: "蘋果|Apple",
  },
  { id: "valero", type: "company", "zh-TW": "瓦萊羅", tickers: "VLO-US" },
  { id: "tencent", type: "company", "zh-TW": "騰訊", "zh-CN": "腾讯", tickers: "700-HK" },
  { id: "venezuela", type: "place", "zh-TW": "委內瑞拉" },
  { id: "pdvsa", type: "company", "zh-TW": "委內瑞拉石油", en: "PDVSA" },
]);

test("one entity is found under the names of all regions and scripts", () => {
  assert.deepEqual(namesIn("輝達、英偉達、英伟达、辉达與NVIDIA", lexicon), [
    "輝達=nvidia",
    "英偉達=nvidia",
    "英伟达=nvidia",
    "辉达=nvidia",
    "NVIDIA=nvidia",
  ]);
});

test("a Latin name is found at Han borders and before a date", () => {
  assert.deepEqual(namesIn("在Nvidia的會上,Gartner3月預測", lexicon), ["Nvidia=nvidia", "Gartner=gartner"]);
});

test("a Latin name is not found inside a longer word or number", () => {
  assert.deepEqual(namesIn("AMDX, preAMD, H2000, H200A, H200.5 and Nvidias", lexicon), []);
});

test("full-width letters, possessives and plurals of products leave the name alone", () => {
  assert.deepEqual(namesIn("ＮＶＩＤＩＡ and Nvidia's H200s", lexicon), [
    "ＮＶＩＤＩＡ=nvidia",
    "Nvidia=nvidia",
    "H200=h200",
  ]);
});

test("spaces, dots and hyphens are forgiven where writers put them", () => {
  assert.deepEqual(namesIn("Open AI、OpenAI、SK 海力士、SK-Hynix、J.P. Morgan、JP Morgan", lexicon), [
    "Open AI=openai",
    "OpenAI=openai",
    "SK 海力士=sk-hynix",
    "SK-Hynix=sk-hynix",
    "J.P. Morgan=jpmorgan",
    "JP Morgan=jpmorgan",
  ]);
});

test("a space between Han characters ends a name", () => {
  assert.deepEqual(namesIn("光輝 達成", lexicon), []);
});

test("the middle dots are one", () => {
  assert.deepEqual(namesIn("瑞·達利歐 瑞‧達利歐 瑞・達利歐 瑞•達利歐", lexicon).length, 4);
});

test("an acronym counts in capitals, or in small letters between Han", () => {
  assert.deepEqual(namesIn("AMD and amd and Amd", lexicon), ["AMD=amd"]);
  assert.deepEqual(namesIn("我們看好amd的產品", lexicon), ["amd=amd"]);
});

test("no name is found inside a longer word", () => {
  for (const text of ["開發中國家的出口", "提高通膨預期", "優美光影", "其中國內需求"])
    assert.deepEqual(namesIn(text, lexicon), [], text);
});

test("an ambiguous name counts with a context word, its ticker or its full name, else not", () => {
  assert.deepEqual(namesIn("兩岸統一問題", lexicon), []);
  assert.deepEqual(namesIn("統一超商展店,食品股走強", lexicon), ["統一=uni-president"]);
  assert.deepEqual(namesIn("統一(1216)走強", lexicon), ["統一=uni-president", "1216=1216"]);
  assert.deepEqual(namesIn("統一企業宣布配息,統一表示", lexicon), ["統一企業=uni-president", "統一=uni-president"]);
  assert.deepEqual(namesIn("蘋果一斤三十元", lexicon), []);
  assert.deepEqual(namesIn("蘋果股價上漲", lexicon), ["蘋果=apple"]);
});

test("a capitalised Latin word alone in Han text is a name, in small letters it is a word", () => {
  assert.deepEqual(namesIn("隨著 Meta 採購增加", lexicon), ["Meta=meta"]);
  assert.deepEqual(namesIn("這是 meta 資料", lexicon), []);
});

test("in English a common word is a name inside a sentence, or at its start if it acts", () => {
  assert.deepEqual(namesIn("An apple a day. We prefer Apple over peers.", lexicon), ["Apple=apple"]);
  assert.deepEqual(namesIn("Apple reported a record quarter.", lexicon), ["Apple=apple"]);
  assert.deepEqual(namesIn("Apple juice is sweet.", lexicon), []);
});

test("a list of firms speaks for an ambiguous member", () => {
  assert.deepEqual(namesIn("輝達、蘋果與高通", lexicon), ["輝達=nvidia", "蘋果=apple", "高通=qualcomm"]);
});

test("an office is told apart by the country before it, and the country is part of its name", () => {
  assert.deepEqual(namesIn("美國商務部與中國商務部", lexicon), ["美國商務部=commerce-us", "中國商務部=commerce-cn"]);
  assert.deepEqual(namesIn("美商務部宣布,美國總統同意", lexicon), ["美商務部=commerce-us", "美國=us"]);
});

test("a country with a raw material is a firm only where the text treats it as one", () => {
  assert.deepEqual(namesIn("委內瑞拉石油出口大減", lexicon), ["委內瑞拉=venezuela"]);
  assert.deepEqual(namesIn("委內瑞拉石油公司宣布", lexicon), ["委內瑞拉石油=pdvsa"]);
});

test("tickers in brackets are names of their own, linked to their firm", () => {
  const text = "輝達(NVDA-US)、瓦萊羅(VLO)、騰訊(00700)";
  assert.deepEqual(namesIn(text, lexicon), [
    "輝達=nvidia",
    "NVDA-US=NVDA-US",
    "瓦萊羅=valero",
    "VLO=VLO",
    "騰訊=tencent",
    "00700=00700",
  ]);
  const ticker = lexicon.entities[lexicon.numberOf("00700") ?? -1];
  assert.deepEqual([ticker?.type, ticker?.links, ticker?.tickers], ["ticker", ["tencent"], ["700-HK"]]);
});

test("a currency sign behind US leaves it to the figure", () => {
  assert.deepEqual(namesIn("about US$57bn", lexicon), []);
});
