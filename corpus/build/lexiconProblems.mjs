// What is wrong in the entity tables, by file and line. The key of a name is the engine's own
// (corpus/src/entities/nameKey.ts), bundled here; run from the project's folder.
import { build } from "esbuild";
import { foldTablePlugin } from "./foldTable.mjs";
import { COLUMNS, makeConverters, parseTable } from "./lexicon.mjs";

const TYPES = new Set(["company", "org", "person", "product", "place", "media", "index", "law"]);
const CODE = {
  TW: /^\d{4,6}[A-Z]?$/,
  TWO: /^\d{4,6}[A-Z]?$/,
  HK: /^[1-9]\d{0,4}$/,
  SH: /^\d{6}$/,
  SZ: /^\d{6}$/,
  BJ: /^\d{6}$/,
  US: /^[A-Z]{1,5}([.-][A-Z]{1,2})?$/,
  JP: /^\d{3}[0-9A-Z]$/,
  KR: /^\d{6}$/,
  LN: /^[A-Z0-9.]{1,5}$/,
  FP: /^[A-Z0-9]{1,6}$/,
  GR: /^[A-Z0-9]{1,6}$/,
  NA: /^[A-Z0-9]{1,6}$/,
  SW: /^[A-Z0-9]{1,6}$/,
  IM: /^[A-Z0-9]{1,6}$/,
  SM: /^[A-Z0-9]{1,6}$/,
  DC: /^[A-Z0-9]{1,10}$/,
  SS: /^[A-Z0-9]{1,8}$/,
  AU: /^[A-Z0-9]{2,5}$/,
  CA: /^[A-Z0-9.]{1,6}$/,
  IN: /^[A-Z0-9&-]{1,12}$/,
  SG: /^[A-Z0-9]{2,4}$/,
};
const NAME_COLUMNS = ["zh-TW", "zh-HK", "zh-CN", "en", "short"];
const HAN = /\p{Script=Han}/u;

/** The engine's `nameKey`. */
export async function loadNameKey() {
  const { outputFiles } = await build({
    entryPoints: ["corpus/src/entities/nameKey.ts"],
    bundle: true,
    write: false,
    format: "esm",
    charset: "utf8",
    plugins: [foldTablePlugin],
  });
  return (await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`)).nameKey;
}

/** What is wrong in the tables: `[{file, line, message}]`, sorted. */
export async function checkTables(tables) {
  const nameKey = await loadNameKey();
  const convert = await makeConverters();
  const problems = [];
  const rows = tables.flatMap((table) => {
    try {
      return parseTable(table);
    } catch (error) {
      problems.push({ file: table.file, line: 1, message: error.message.replace(/^.*?:1: /, "") });
      return [];
    }
  });
  const ids = new Map();
  const tickers = new Map();
  const names = new Map();
  for (const { file, line, width, row, cells } of rows) {
    const say = (message) => problems.push({ file, line, message });
    if (width !== COLUMNS.length) say(`${width} columns: write ${COLUMNS.length}, empty cells empty`);
    if (row.includes("\r") || (row !== row.trimEnd() && !row.endsWith("\t")))
      say("spaces or a carriage return at the end: remove them");
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(cells.id))
      say(`the id "${cells.id}" is not lower-case words joined by hyphens`);
    const twin = ids.get(cells.id);
    if (twin) say(`the id ${cells.id} also stands at ${twin}: make the rows one, or give one another id`);
    else ids.set(cells.id, `${file}:${line}`);
    if (!TYPES.has(cells.type)) say(`unknown type "${cells.type}": use ${[...TYPES].join(", ")}`);
    if (!NAME_COLUMNS.some((column) => cells[column].length)) say("no name in any column");
    if (!cells.description || cells.description.length > 90 || HAN.test(cells.description))
      say(`the description must be one English line of at most 90 characters (${cells.description.length} now)`);
    if (!/^(0[1-9]|1[01])?$/.test(cells.fiscalYearEnd))
      say(`fiscalYearEnd "${cells.fiscalYearEnd}": write 01 to 11, or nothing for December`);
    for (const ticker of cells.tickers) {
      const exchange = ticker.slice(ticker.lastIndexOf("-") + 1);
      const syntax = CODE[exchange];
      if (!syntax || !syntax.test(ticker.slice(0, ticker.lastIndexOf("-"))))
        say(`the ticker ${ticker} is not CODE-EXCHANGE as ${exchange} writes it (Hong Kong without leading zeros)`);
      const other = tickers.get(ticker);
      if (other && other !== cells.id) say(`the ticker ${ticker} belongs to ${other} too: one of them is wrong`);
      else tickers.set(ticker, cells.id);
    }
    checkScripts(cells, convert, say);
    const all = NAME_COLUMNS.flatMap((column) => cells[column]);
    const needs = new Set(cells.needsContext.map(nameKey));
    const own = new Set(all.map(nameKey));
    for (const name of all) {
      if (name !== name.trim() || nameKey(name).length < 2)
        say(`the name "${name}" is too short or has spaces at its ends`);
      const key = nameKey(name);
      const uses = names.get(key) ?? [];
      if (!uses.some(({ id }) => id === cells.id))
        uses.push({ id: cells.id, name, file, line, safe: needs.has(key) && cells.context.length > 0 });
      names.set(key, uses);
    }
    for (const name of cells.needsContext)
      if (!own.has(nameKey(name))) say(`"${name}" in needsContext is no name of the row`);
    if (cells.needsContext.length && !cells.context.length)
      say("needsContext without context: write the words one of which must stand near");
  }
  for (const uses of names.values()) {
    if (uses.length < 2) continue;
    for (const { file, line, name, id, safe } of uses)
      if (!safe)
        problems.push({
          file,
          line,
          message: `the name "${name}" of ${id} is also one of ${uses
            .filter((one) => one.id !== id)
            .map((one) => one.id)
            .join(", ")}: list it in needsContext of each, with context words`,
        });
  }
  return problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

/** Simplified-only characters in Traditional cells and the other way round. */
function checkScripts(cells, convert, say) {
  for (const column of ["zh-TW", "zh-HK"])
    for (const name of cells[column])
      for (const unit of name) {
        const traditional = convert.cn.tw(unit);
        // A character that is also Traditional (后, 里, 云) converts back to itself or is kept by the Taiwan preset.
        if (
          traditional !== unit &&
          convert.tw.cn(unit) === unit &&
          convert.tw.cn(traditional) === unit &&
          !BOTH.has(unit)
        )
          say(`"${name}" in ${column} holds the Simplified ${unit}: write ${traditional}`);
      }
  for (const name of cells["zh-CN"])
    for (const unit of name)
      if (convert.tw.cn(unit) !== unit && !BOTH.has(unit))
        say(`"${name}" in zh-CN holds the Traditional ${unit}: write ${convert.tw.cn(unit)}`);
  for (const name of cells.en) if (HAN.test(name)) say(`"${name}" in en holds Han characters`);
}

/** Characters that both scripts write. */
const BOTH = new Set(
  "双台后里云干斗谷松系准占布卜丰几只表吊同佣咸昆游向姜余冬并朱注家克凶出制千周困夸局岩志杰栗梁欲沈泛淀涂漓症着秋筑范荐蔑虫郁采面麽么乾著於覆瞭藉祇尸席回伙党万与个丑术吁吃胡恒群峰强温床灶才借据升岳庄折胜舍苏蒙辟须托征念咨暗柜氹涌灾烟异皂盪众礼秘糍线罗联致芸荫莲菓葯蓝跡鈎鉴铺錶镑关雍静鞦韮馀鯰昇吒崑叙堃喆锺晓榮麵麪裏裡麯麴粧床兇鬥鍾燻姪慾嚐舘噁皋峯羣硏啓綫衞鷄牀".split(
    "",
  ),
);
