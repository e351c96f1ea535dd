// Measures the names engine in a process of its own and prints one JSON line: how fast a text is scanned, how long the trie of
// 10,000 names takes to load, and typing ahead at 10,000 and 100,000 names with Fuse.js alone over the same keys beside it.
import Fuse from "fuse.js";
import { readFileSync } from "node:fs";
import { loadLexicon, readRows, type CompiledLexicon, allNames } from "../../corpus/src/entities/lexicon.ts";
import { nameKey } from "../../corpus/src/entities/nameKey.ts";
import { scanNames } from "../../corpus/src/entities/scanNames.ts";
import { createTypeAhead } from "../../corpus/src/entities/typeAhead.ts";

const [lexiconFile = "", textFile = "", rounds = "9"] = process.argv.slice(2);
const compiled = JSON.parse(readFileSync(lexiconFile, "utf8")) as CompiledLexicon;
const sorted = (values: readonly number[]): readonly number[] => [...values].sort((a, b) => a - b);
const share = (values: readonly number[], part: number): number => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0;

/** The lexicon cut to about `wanted` names; past its own names, made of halves of two of them. */
function cut(wanted: number): CompiledLexicon {
  const entities: (readonly string[])[] = [];
  const rows = readRows(compiled);
  const keys = new Set<string>();
  for (const [at, { entity }] of rows.entries()) {
    if (keys.size >= wanted) break;
    for (const name of allNames(entity)) keys.add(nameKey(name));
    entities.push(compiled.entities[at] as readonly string[]);
  }
  const pool = rows.flatMap(({ entity }) => entity.names.TW.slice(0, 1)).filter((name) => name.length > 2 && name.length < 8);
  let seed = 7;
  const next = (): string => pool[(seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) % pool.length] as string;
  while (keys.size < wanted) {
    const name = `${next().slice(0, 2)}${next().slice(-2)}${entities.length % 100}`;
    keys.add(nameKey(name));
    entities.push([`made-${entities.length}`, "company", name, "", "", "", "", "", "", "", "", "0", ""]);
  }
  return { ...compiled, entities };
}

const ten = cut(10_000);
const loads: number[] = [];
for (let i = 0; i < Number(rounds); i++) {
  const start = performance.now();
  loadLexicon(ten);
  loads.push(performance.now() - start);
}
const small = loadLexicon(ten);
const text = readFileSync(textFile, "utf8");
const bytes = Buffer.byteLength(text);
const lines = text.split("\n");
const scans: number[] = [];
for (let i = 0; i < Number(rounds) + 3; i++) {
  const start = performance.now();
  for (const line of lines) scanNames(line, small);
  scans.push(bytes / 1e6 / ((performance.now() - start) / 1000));
}

/** What analysts type, a unit at a time: Han, pinyin, Latin, with a slip. */
const WORDS = ["輝達", "台积电", "聯發科", "鸿海精密", "寧德時代", "摩根士丹利", "huangrenxun", "tjd", "zhongxinguoji", "nvidia", "micron", "sk hynix", "2330", "nvdiia", "tencnet", "黃人勳"];
const typed = WORDS.flatMap((word) => Array.from({ length: word.length }, (_, i) => word.slice(0, i + 1))).filter((part) => part.length > 1);

function typing(lexicon: ReturnType<typeof loadLexicon>): { readonly p50: number; readonly p95: number } {
  const { search } = createTypeAhead(lexicon);
  for (const part of typed) search(part, 50);
  const times: number[] = [];
  for (let round = 0; round < 5; round++)
    for (const part of typed) {
      const start = performance.now();
      search(part, 50);
      times.push(performance.now() - start);
    }
  return { p50: share(times, 0.5), p95: share(times, 0.95) };
}
function fuse(lexicon: ReturnType<typeof loadLexicon>): { readonly p50: number; readonly p95: number } {
  const all = new Fuse(lexicon.entries.map(({ key }) => key), { threshold: 0.2, ignoreLocation: true });
  const times: number[] = [];
  for (const part of typed.filter((_, i) => i % 3 === 0)) {
    const start = performance.now();
    all.search(part, { limit: 50 });
    times.push(performance.now() - start);
  }
  return { p50: share(times, 0.5), p95: share(times, 0.95) };
}

const large = loadLexicon(cut(100_000));
console.log(
  JSON.stringify({
    names: small.entries.length,
    load: share(loads, 0.5),
    scan: share(scans, 0.5),
    typing: typing(small),
    fuse: fuse(small),
    largeNames: large.entries.length,
    largeTyping: typing(large),
    largeFuse: fuse(large),
  }),
);
