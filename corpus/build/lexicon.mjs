// Makes dist/lexicon.json from the reviewed tables of corpus/lexicon: parses them, adds the script variants of each region
// with opencc-js's character presets (phrase presets change meanings and lengths), and writes them compactly.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export const COLUMNS = [
  "id",
  "type",
  "zh-TW",
  "zh-HK",
  "zh-CN",
  "en",
  "short",
  "tickers",
  "fiscalYearEnd",
  "description",
  "links",
  "context",
  "needsContext",
];
const HEADER = COLUMNS.join("\t");
const LISTS = new Set(["zh-TW", "zh-HK", "zh-CN", "en", "short", "tickers", "links", "context", "needsContext"]);

/** The converters between the scripts of two regions, `convert.tw.cn("輝達")`; characters and their phrases, never wording. */
export async function makeConverters() {
  const { Converter } = await import("opencc-js");
  const regions = ["tw", "hk", "cn"];
  const to = (from) =>
    Object.fromEntries(regions.filter((one) => one !== from).map((one) => [one, Converter({ from, to: one })]));
  return Object.fromEntries(regions.map((from) => [from, to(from)]));
}

/** The tables of a folder that hold entities (metrics and others have another header): `[{file, text}]`, sorted. */
export function readTables(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".tsv"))
    .sort()
    .map((name) => ({ file: join(folder, name), text: readFileSync(join(folder, name), "utf8") }))
    .filter(({ text }) => text.startsWith("id\ttype\tzh-TW\t"));
}

/**
 * The rows of a table: `{file, line, width, cells}`, where a cell is a string or, if it holds several, a list.
 * A line that is empty is left out; the check says what else is wrong.
 */
export function parseTable({ file, text }) {
  const lines = text.split("\n");
  if (lines[0] !== HEADER) throw new Error(`${file}:1: the header is not the thirteen columns ${COLUMNS.join(", ")}`);
  return lines.flatMap((row, index) => {
    if (index === 0 || !row) return [];
    const parts = row.split("\t");
    const cells = Object.fromEntries(
      COLUMNS.map((name, i) => [
        name,
        LISTS.has(name) ? (parts[i] ?? "").split("|").filter(Boolean) : (parts[i] ?? ""),
      ]),
    );
    return [{ file, line: index + 1, width: parts.length, row, cells }];
  });
}

/** OpenCC's standard forms that the press of the region does not print. */
const PRESS = { tw: [["臺", "台"]], hk: [["麪", "麵"]], cn: [] };

const unique = (list) => [...new Set(list)];

/** Names by region: an empty cell inherits the wording of the nearest region, in its own script. */
function namesByRegion(cells, convert) {
  const [tw, hk, cn] = [cells["zh-TW"], cells["zh-HK"], cells["zh-CN"]];
  const press = (name, to) => PRESS[to].reduce((text, [standard, printed]) => text.replaceAll(standard, printed), name);
  const all = (names, from, to) => unique(names.map((name) => press(convert[from][to](name), to)));
  const inTaiwan = tw.length ? tw : hk.length ? all(hk, "hk", "tw") : all(cn, "cn", "tw");
  const inHongKong = hk.length ? hk : tw.length ? all(tw, "tw", "hk") : all(cn, "cn", "hk");
  const onMainland = cn.length ? cn : hk.length ? all(hk, "hk", "cn") : all(tw, "tw", "cn");
  return [inTaiwan, inHongKong, onMainland];
}

/** The characters of `names` that `convert` changes one to one: `["輝達", "辉达"]`; applied by `mapCharacters`. */
function characterMap(names, convert) {
  const characters = unique(names.join("").split("")).filter(
    (unit) => convert(unit) !== unit && convert(unit).length === unit.length,
  );
  return [characters.join(""), characters.map(convert).join("")];
}

const mapCharacters = (text, [from, to]) => text.replace(/[^\u0000-\u007f]/g, (unit) => to[from.indexOf(unit)] ?? unit);

/**
 * The compiled lexicon and what is wrong with the rows but does no harm. `{format, toHongKong, toMainland, contexts,
 * entities}`: an entity is a list of strings (lists parted by `|`): id, type, TW, HK ("" if TW mapped by toHongKong), CN
 * ("" if HK mapped by toMainland), en, short, tickers, fiscalYearEnd, description, links, index into contexts,
 * needsContext. Rows with one id are made one; links that lead nowhere are left out.
 */
export function compileLexicon(tables, { converters }) {
  const warnings = [];
  const byId = new Map();
  for (const { file, line, cells } of tables.flatMap(parseTable)) {
    const before = byId.get(cells.id);
    if (!cells.id || !cells.type) warnings.push(`${file}:${line}: a row without id or type is left out`);
    else if (before) {
      warnings.push(`${file}:${line}: the id ${cells.id} stands in another row too; the rows are made one`);
      for (const name of LISTS) before[name] = unique([...before[name], ...cells[name]]);
    } else byId.set(cells.id, cells);
  }
  const named = [...byId.values()].map((cells) => ({
    cells,
    names: namesByRegion(cells, converters).map((names) => names.join("|")),
  }));
  const toHongKong = characterMap(
    named.map(({ names }) => names[0]),
    converters.tw.hk,
  );
  const toMainland = characterMap(
    named.map(({ names }) => names[1]),
    converters.hk.cn,
  );
  const contexts = unique(named.map(({ cells }) => cells.context.join("|")));
  const entities = named.map(({ cells, names: [tw, hk, cn] }) => {
    const links = cells.links.filter((id) => byId.has(id) && id !== cells.id);
    return [
      cells.id,
      cells.type,
      tw,
      hk === mapCharacters(tw, toHongKong) ? "" : hk,
      cn === mapCharacters(hk, toMainland) ? "" : cn,
      cells.en.join("|"),
      cells.short.join("|"),
      cells.tickers.join("|"),
      cells.fiscalYearEnd.replace(/^0/, ""),
      cells.description,
      links.join("|"),
      String(contexts.indexOf(cells.context.join("|"))),
      cells.needsContext.join("|"),
    ];
  });
  return { compiled: { format: 1, toHongKong, toMainland, contexts, entities }, warnings };
}

/** Compiles the tables of `folder` into `outFile`; warnings go to the terminal, `npm run lexicon` fails on them. */
export async function writeLexicon(folder, outFile) {
  const { compiled, warnings } = compileLexicon(readTables(folder), { converters: await makeConverters() });
  for (const warning of warnings.slice(0, 10)) console.warn(`lexicon: ${warning}`);
  if (warnings.length > 10) console.warn(`lexicon: ${warnings.length - 10} more; \`npm run lexicon\` lists them`);
  mkdirSync(dirname(outFile), { recursive: true });
  writeFileSync(outFile, JSON.stringify(compiled));
}
