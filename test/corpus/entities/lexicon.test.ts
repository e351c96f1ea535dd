import assert from "node:assert/strict";
import { test } from "node:test";
import { checkTables } from "../../../corpus/build/lexiconProblems.mjs";
import { compileLexicon, makeConverters } from "../../../corpus/build/lexicon.mjs";
import { displayName } from "../../../corpus/src/entities/displayName.ts";
import { loadLexicon } from "../../../corpus/src/entities/lexicon.ts";
import { namesIn, smallLexicon, table } from "./lexicons.ts";

const converters = await makeConverters();
const description = "A firm for the tests";

test("an empty region inherits the wording of the nearest one, in its own script", () => {
  const lexicon = smallLexicon([
    { id: "nvidia", type: "company", "zh-TW": "輝達", "zh-HK": "英偉達", en: "Nvidia" },
    { id: "huawei", type: "company", "zh-CN": "华为", en: "Huawei" },
    { id: "micron", type: "company", "zh-TW": "美光", en: "Micron" },
  ]);
  const shown = (id: string): readonly string[] =>
    (["TW", "HK", "CN", "INTL"] as const).map((region) =>
      displayName(lexicon.entities[lexicon.numberOf(id)!]!, region),
    );
  assert.deepEqual(shown("nvidia"), ["輝達", "英偉達", "英伟达", "Nvidia"]);
  assert.deepEqual(shown("huawei"), ["華為", "華為", "华为", "Huawei"]);
  assert.deepEqual(shown("micron"), ["美光", "美光", "美光", "Micron"]);
});

test("an entity without any name is shown by its short name, else its id", () => {
  const lexicon = smallLexicon([{ id: "x-y", type: "org", short: "XYO" }]);
  assert.equal(displayName(lexicon.entities[0]!, "TW"), "XYO");
});

test("rows with one id are made one with a warning, links that lead nowhere are left out", () => {
  const { compiled, warnings } = compileLexicon(
    [
      table(
        [
          { id: "a", type: "company", "zh-TW": "甲公司", links: "nowhere|b" },
          { id: "b", type: "company", "zh-TW": "乙集團" },
        ],
        "one.tsv",
      ),
      table([{ id: "a", type: "company", en: "Firm A" }], "two.tsv"),
    ],
    { converters },
  );
  assert.deepEqual(warnings.length, 1);
  const lexicon = loadLexicon(compiled);
  assert.deepEqual(lexicon.entities[0]?.links, ["b"]);
  assert.deepEqual(namesIn("Firm A", lexicon), ["Firm A=a"]);
});

test("a name added while running is found, in every script and spelling", () => {
  const lexicon = smallLexicon([{ id: "a", type: "company", "zh-TW": "甲乙電" }]);
  lexicon.add({
    entity: { ...lexicon.entities[0]!, id: "b", names: { TW: ["龘維爾"], HK: [], CN: [], INTL: ["Zylo Ware"] } },
    context: [],
    needsContext: [],
  });
  assert.deepEqual(namesIn("龘维尔與ZyloWare、甲乙電", lexicon), ["龘维尔=b", "ZyloWare=b", "甲乙電=a"]);
});

test("an empty lexicon reads any text", () => {
  assert.deepEqual(namesIn("輝達 Nvidia", loadLexicon({ format: 1, entities: [] })), []);
});

test("the check says file, line and what to do for each fault", async () => {
  const problems = await checkTables([
    table([
      { id: "Good Name", type: "company", "zh-TW": "甲乙", description },
      { id: "b", type: "firm", "zh-TW": "丙丁", description },
      { id: "c", type: "company", "zh-TW": "戊己", tickers: "0700-HK", description },
      { id: "d", type: "company", "zh-TW": "庚辛", needsContext: "庚辛", description },
      { id: "e", type: "company", "zh-TW": "壬癸", description },
      { id: "f", type: "company", "zh-TW": "壬癸", description },
      { id: "g", type: "company", "zh-CN": "輝达", description },
      { id: "h", type: "company", "zh-TW": "辉達", description },
      { id: "i", type: "company", "zh-TW": "字", description: "" },
      { id: "i", type: "company", "zh-TW": "丑寅", fiscalYearEnd: "12", description },
    ]),
  ]);
  const said = (line: number): string =>
    problems
      .filter((one) => one.line === line)
      .map(({ message }) => message)
      .join("; ");
  assert.match(said(2), /id "Good Name"/);
  assert.match(said(3), /unknown type "firm"/);
  assert.match(said(4), /0700-HK/);
  assert.match(said(5), /needsContext without context/);
  assert.match(said(6), /also one of f/);
  assert.match(said(7), /also one of e/);
  assert.match(said(8), /Traditional 輝/);
  assert.match(said(9), /Simplified 辉/);
  assert.match(said(10), /too short.*|description/);
  assert.match(said(11), /id i also stands/);
  assert.match(said(11), /fiscalYearEnd/);
});

test("a good table has nothing to say, homonyms with context included", async () => {
  const problems = await checkTables([
    table([
      {
        id: "a",
        type: "company",
        "zh-TW": "中信",
        context: "證券",
        needsContext: "中信",
        tickers: "2891-TW",
        description,
      },
      {
        id: "b",
        type: "company",
        "zh-TW": "中信",
        context: "銀行",
        needsContext: "中信",
        tickers: "6030-HK|600030-SH",
        description,
      },
    ]),
  ]);
  assert.deepEqual(problems, []);
});
