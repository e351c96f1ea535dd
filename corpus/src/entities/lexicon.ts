// The lexicon of a run: the table of entities by number, their names as the matcher wants them, and what the analyst and
// the articles added. Relies on dist/lexicon.json (corpus/build/lexicon.mjs) and on nameKey for what counts as one name.
// Over 300 lines, for all that finds an entity by id, name or ticker is kept true by one owner.
import type { Region } from "../articles/article.ts";
import { fold, foldTable } from "../text/fold.ts";
import { AddedNames } from "./addedNames.ts";
import { buildTrie, type DoubleArrayTrie, numberInTrie } from "./doubleArrayTrie.ts";
import type { Entity, EntityType } from "./entity.ts";
import { withoutTail } from "./genericWords.ts";
import { nameKey } from "./nameKey.ts";
import { type NameEntry, NameTableBuilder, SHORTEST, type NameTable } from "./nameTable.ts";
import { normalTicker } from "./tickers.ts";
import { vetoWords } from "./vetoWords.ts";

/** dist/lexicon.json: an entity is thirteen strings, lists parted by `|` (see corpus/build/lexicon.mjs). */
export interface CompiledLexicon {
  readonly format: number;
  /** Characters and what the script of the region writes for them: from, to. */
  readonly toHongKong?: readonly string[];
  readonly toMainland?: readonly string[];
  /** Lists of context words, named by index in the entities. */
  readonly contexts?: readonly string[];
  readonly entities: readonly (readonly string[])[];
}

/** An entity with what decides whether its ambiguous names count. */
export interface EntityRow {
  readonly entity: Entity;
  /** Words one of which must stand near a name of `needsContext`. */
  readonly context: readonly string[];
  readonly needsContext: readonly string[];
}


/** A word that speaks for an entity: folded, and as the key of a name. */
export interface ContextWord {
  readonly word: string;
  readonly key: string;
}

const NO_WORDS: readonly string[] = [];
const NO_CONTEXT: readonly ContextWord[] = [];
const TYPES: readonly EntityType[] = [
  "company",
  "org",
  "person",
  "product",
  "place",
  "media",
  "index",
  "law",
  "ticker",
];
const list = (cell: string | undefined): readonly string[] => (cell ? cell.split("|") : NO_WORDS);

/** The rows of a compiled lexicon; a row of unknown type is left out. */
export function readRows(compiled: CompiledLexicon): readonly EntityRow[] {
  const toHongKong = characterMap(compiled.toHongKong);
  const toMainland = characterMap(compiled.toMainland);
  const contexts = (compiled.contexts ?? []).map(list);
  return compiled.entities.flatMap((cells) => {
    const type = TYPES.find((one) => one === cells[1]);
    if (!cells[0] || !type) return [];
    const taiwan = list(cells[2]);
    const hongKong = cells[3] ? list(cells[3]) : inScript(taiwan, toHongKong);
    const mainland = cells[4] ? list(cells[4]) : inScript(hongKong, toMainland);
    const entity: Entity = {
      id: cells[0],
      type,
      names: { TW: taiwan, HK: hongKong, CN: mainland, INTL: list(cells[5]) },
      short: list(cells[6]),
      tickers: list(cells[7]),
      fiscalYearEnd: Number(cells[8]) || 12,
      description: cells[9] ?? "",
      links: list(cells[10]),
      origin: "lexicon",
      confidence: 1,
    };
    return [{ entity, context: contexts[Number(cells[11])] ?? NO_WORDS, needsContext: list(cells[12]) }];
  });
}

/** By unit what the other script writes for it, 0 where that is the same. */
function characterMap(pair: readonly string[] | undefined): Uint16Array {
  const [from = "", to = ""] = pair ?? [];
  const map = new Uint16Array(65536);
  for (let at = 0; at < from.length && at < to.length; at++) map[from.charCodeAt(at)] = to.charCodeAt(at);
  return map;
}

/** Names character by character in another script; the same list where nothing changes. */
function inScript(names: readonly string[], map: Uint16Array): readonly string[] {
  let mapped: string[] | undefined;
  for (let index = 0; index < names.length; index++) {
    const name = names[index] as string;
    let text = "";
    let kept = 0;
    for (let at = 0; at < name.length; at++) {
      const to = map[name.charCodeAt(at)] as number;
      if (to === 0) continue;
      text += name.slice(kept, at) + String.fromCharCode(to);
      kept = at + 1;
    }
    if (kept > 0) (mapped ??= names.slice())[index] = text + name.slice(kept);
  }
  return mapped ?? names;
}

/** Every name of an entity, each once: regions, then short ones. Tickers are not names. */
export function allNames(entity: Entity): readonly string[] {
  const { TW, HK, CN, INTL } = entity.names;
  const names = TW.slice();
  for (const more of [HK, CN, INTL, entity.short])
    if (more !== TW) for (const name of more) if (!names.includes(name)) names.push(name);
  return names;
}

/** What decisions change beside the rows: keys of rejected names, ids that were merged into others. */
export interface LexiconChanges {
  readonly rejected?: ReadonlySet<string>;
  readonly merged?: ReadonlyMap<string, string>;
}

const SEVERAL = -1;
const NONE: ReadonlySet<string> = new Set();

/** No two lexicons share a version, nor one before and behind a change. */
let versions = 0;

const PAIRS = 1 << 18;
const pairOf = (first: number, second: number): number => ((Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 0) % PAIRS;

/** Grows while running: `add` for names that count from now on, `intern` for entities of one article. */
export class Lexicon {
  readonly rows: readonly EntityRow[];
  /** Keys of names that an analyst said are none: not learned again. */
  readonly rejected: ReadonlySet<string>;
  readonly trie: DoubleArrayTrie;
  readonly added = new AddedNames();
  readonly #names: NameTable;
  readonly #entities: Entity[] = [];
  readonly #contexts: (readonly string[])[] = [];
  readonly #folded = new Map<readonly string[], readonly ContextWord[]>();
  readonly #byId = new Map<string, number>();
  readonly #merged = new Map<number, readonly string[]>();
  readonly #byTicker = new Map<string, number>();
  readonly #byCode = new Map<string, number>();
  #version = ++versions;
  /** Marks the first two units of learned ids. */
  #learnedPairs: Uint8Array | undefined;
  #learned = 0;

  constructor(rows: readonly EntityRow[], { rejected, merged }: LexiconChanges = {}) {
    this.rows = rows;
    this.rejected = rejected ?? NONE;
    const names = new NameTableBuilder();
    for (const row of rows) this.#enter(row, names);
    for (const [from, to] of merged ?? []) {
      const number = this.#byId.get(to);
      if (number === undefined) continue;
      this.#byId.set(from, number);
      this.#merged.set(number, [...(this.#merged.get(number) ?? []), from]);
    }
    for (const word of vetoWords) names.add(nameKey(word), word);
    this.trie = buildTrie(names.keys, foldTable);
    this.#names = names.done();
  }

  /** The table; a mention's `entity` is an index into it. It only grows. */
  get entities(): readonly Entity[] {
    return this.#entities;
  }

  /** The name with this number, as the tries give it. */
  nameAt(number: number): NameEntry | undefined {
    return this.#names.at(number);
  }

  /** All names, made one by one: for measuring. */
  get entries(): readonly NameEntry[] {
    return Array.from({ length: this.#names.length }, (_, number) => this.#names.at(number)).filter((entry) => entry !== undefined);
  }

  /** Changes when a name is added to the matcher: what was read before may now be read otherwise. */
  get version(): number {
    return this.#version;
  }

  /** The number of the entity with this id. */
  numberOf(id: string): number | undefined {
    return this.#byId.get(id);
  }

  /** The ids under which an entity may have been read: its own, and those that the analyst merged into it. */
  idsOf(number: number): readonly string[] {
    const entity = this.#entities[number];
    return entity ? [entity.id, ...(this.#merged.get(number) ?? NO_WORDS)] : NO_WORDS;
  }

  /** The entity with this ticker, in any written form (`NVDA-US`, `NYSE:KO`, `0700.HK`), or code where only one has it. */
  numberOfTicker(written: string): number | undefined {
    const normal = normalTicker(written);
    const number =
      normal === undefined
        ? this.#byCode.get(written.toUpperCase().replace(/^0+(?=\d{1,4}$)/, ""))
        : this.#byTicker.get(normal);
    return number === SEVERAL ? undefined : number;
  }

  /** The entry of a name. */
  entryOf(name: string): NameEntry | undefined {
    const number = this.#numberOfKey(nameKey(name));
    return number < 0 ? undefined : this.#names.at(number);
  }

  /** The words one of which must stand near. */
  contextOf(entity: number): readonly ContextWord[] {
    const row = this.#contexts[entity];
    if (row === undefined || row.length === 0) return NO_CONTEXT;
    const known = this.#folded.get(row);
    if (known) return known;
    const words = row.map((written): ContextWord => {
      const word = fold(written);
      return { word, key: nameKey(word) };
    });
    this.#folded.set(row, words);
    return words;
  }

  /** Puts an entity into the table without making its names known; the number of the one with this id if there is one. */
  intern(entity: Entity): number {
    const known = this.#byId.get(entity.id);
    if (known !== undefined) return known;
    if (entity.origin === "learned" && entity.id.length > 1) {
      this.#learnedPairs ??= new Uint8Array(PAIRS);
      this.#learned++;
      this.#learnedPairs[pairOf(entity.id.charCodeAt(0), entity.id.charCodeAt(1))] = 1;
    }
    return this.#enterTable({ entity, context: [], needsContext: [] });
  }

  /** How many entities of articles were put into the table. */
  get learnedNames(): number {
    return this.#learned;
  }

  /** Whether the id of an entity of some article may begin with these two units; seldom true of others. */
  mayBeLearned(first: number, second: number): boolean {
    return this.#learnedPairs?.[pairOf(foldTable[first] as number, foldTable[second] as number)] === 1;
  }

  /** Makes an entity and its names known from now on. With a known id its names are added to that entity. */
  add(row: EntityRow): number {
    this.#version = ++versions;
    const known = this.#byId.get(row.entity.id);
    const number = known ?? this.#enterTable(row);
    const before = this.#entities[number];
    if (known !== undefined && before) this.#entities[number] = withNames(before, row.entity);
    for (const name of allNames(row.entity)) {
      const key = nameKey(name);
      if (key.length < SHORTEST) continue;
      const use = { entity: number, needsContext: row.needsContext.includes(name) };
      const entry = this.#numberOfKey(key);
      if (entry < 0) this.added.add(key, this.#names.push({ key, forms: [name], uses: [use] }));
      else this.#names.addTo(entry, name, use);
    }
    return number;
  }

  /** The number of the name with this key, -1 if there is none. */
  #numberOfKey(key: string): number {
    const known = numberInTrie(this.trie, key);
    if (known >= 0 || this.added.empty) return known;
    let state = 0;
    for (let at = 0; at < key.length && state >= 0; at++) state = this.added.step(state, key.charCodeAt(at));
    return state > 0 ? this.added.accept(state) - 1 : -1;
  }

  #enter(row: EntityRow, names: NameTableBuilder): void {
    const number = this.#enterTable(row);
    const needs = row.needsContext.map(nameKey);
    const all = allNames(row.entity);
    const keys = all.map(nameKey);
    for (let i = 0; i < all.length; i++) {
      const [name, key] = [all[i] as string, keys[i] as string];
      // 輝達公司 beside 輝達 would only lengthen the mention.
      const core = withoutTail(key);
      if (core !== undefined && keys.includes(core)) continue;
      names.add(key, name, number, needs.includes(key));
    }
  }

  #enterTable(row: EntityRow): number {
    const number = this.#entities.length;
    this.#entities.push(row.entity);
    this.#contexts.push(row.context);
    this.#byId.set(row.entity.id, number);
    if (row.entity.type === "ticker") return number;
    for (const ticker of row.entity.tickers) {
      if (!this.#byTicker.has(ticker)) this.#byTicker.set(ticker, number);
      const code = ticker.slice(0, ticker.lastIndexOf("-"));
      this.#byCode.set(code, this.#byCode.has(code) ? SEVERAL : number);
    }
    return number;
  }
}

const REGIONS: readonly Region[] = ["TW", "HK", "CN", "INTL"];

/** An entity with the names of another added behind its own. */
export function withNames(entity: Entity, other: Entity): Entity {
  const joined = (a: readonly string[], b: readonly string[]): readonly string[] => [...new Set([...a, ...b])];
  const names = { ...entity.names };
  for (const region of REGIONS) names[region] = joined(entity.names[region], other.names[region]);
  return { ...entity, names, short: joined(entity.short, other.short), tickers: joined(entity.tickers, other.tickers) };
}

/** The lexicon of dist/lexicon.json, parsed. Takes some 30 ms for 10,000 names. */
export const loadLexicon = (compiled: CompiledLexicon): Lexicon => new Lexicon(readRows(compiled));
