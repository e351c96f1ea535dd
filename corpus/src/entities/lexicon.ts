// The lexicon of a run: the table of entities by number, their names as the matcher wants them, and what the analyst and
// the articles added. Relies on dist/lexicon.json (corpus/build/lexicon.mjs) and on nameKey for what counts as one name.
import type { Region } from "../articles/article.ts";
import { fold, foldTable } from "../text/fold.ts";
import { AddedNames } from "./addedNames.ts";
import { buildTrie, type DoubleArrayTrie } from "./doubleArrayTrie.ts";
import type { Entity, EntityType } from "./entity.ts";
import { withoutTail } from "./genericWords.ts";
import { nameKey } from "./nameKey.ts";
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

/** One entity that a name stands for. */
export interface NameUse {
  readonly entity: number;
  readonly needsContext: boolean;
}

/** A name as the matcher knows it; one without uses is a longer word that hides the names inside it. */
export interface NameEntry {
  readonly key: string;
  /** The spellings, which decide about case and spaces. */
  readonly forms: readonly string[];
  readonly uses: readonly NameUse[];
}

const NO_WORDS: readonly string[] = [];
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
const list = (cell: string | undefined): readonly string[] => (cell ? cell.split("|") : []);

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

function characterMap(pair: readonly string[] | undefined): ReadonlyMap<string, string> {
  const [from = "", to = ""] = pair ?? [];
  return new Map(from.split("").map((unit, at) => [unit, to.charAt(at)]));
}

/** Names character by character in another script; the same list where nothing changes. */
function inScript(names: readonly string[], map: ReadonlyMap<string, string>): readonly string[] {
  let changed = false;
  const mapped = names.map((name) => {
    let text = "";
    for (const unit of name) text += map.get(unit) ?? unit;
    if (text !== name) changed = true;
    return text;
  });
  return changed ? mapped : names;
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
  readonly #growing: { readonly key: string; readonly forms: string[]; readonly uses: NameUse[] }[] = [];
  readonly #entities: Entity[] = [];
  readonly #contexts: (readonly string[])[] = [];
  readonly #folded = new Map<number, readonly string[]>();
  readonly #byId = new Map<string, number>();
  readonly #byTicker = new Map<string, number>();
  readonly #byCode = new Map<string, number>();
  readonly #byKey = new Map<string, number>();
  #version = ++versions;
  /** Marks the first two units of learned ids. */
  #learnedPairs: Uint8Array | undefined;

  constructor(rows: readonly EntityRow[], { rejected, merged }: LexiconChanges = {}) {
    this.rows = rows;
    this.rejected = rejected ?? NONE;
    for (const row of rows) this.#enter(row);
    for (const [from, to] of merged ?? []) {
      const number = this.#byId.get(to);
      if (number !== undefined) this.#byId.set(from, number);
    }
    for (const word of vetoWords) this.#name(nameKey(word), word, undefined);
    this.trie = buildTrie(
      this.entries.map(({ key }) => key),
      foldTable,
    );
  }

  /** The table; a mention's `entity` is an index into it. It only grows. */
  get entities(): readonly Entity[] {
    return this.#entities;
  }

  /** The names by number; it only grows. */
  get entries(): readonly NameEntry[] {
    return this.#growing;
  }

  /** Changes when a name is added to the matcher: what was read before may now be read otherwise. */
  get version(): number {
    return this.#version;
  }

  /** The number of the entity with this id. */
  numberOf(id: string): number | undefined {
    return this.#byId.get(id);
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
    const number = this.#byKey.get(nameKey(name));
    return number === undefined ? undefined : this.entries[number];
  }

  /** Folded words one of which must stand near. */
  contextOf(entity: number): readonly string[] {
    const row = this.#contexts[entity];
    if (row === undefined || row.length === 0) return NO_WORDS;
    const known = this.#folded.get(entity);
    if (known) return known;
    const words = row.map(fold);
    this.#folded.set(entity, words);
    return words;
  }

  /** Puts an entity into the table without making its names known; the number of the one with this id if there is one. */
  intern(entity: Entity): number {
    const known = this.#byId.get(entity.id);
    if (known !== undefined) return known;
    if (entity.origin === "learned" && entity.id.length > 1) {
      this.#learnedPairs ??= new Uint8Array(PAIRS);
      this.#learnedPairs[pairOf(entity.id.charCodeAt(0), entity.id.charCodeAt(1))] = 1;
    }
    return this.#enterTable({ entity, context: [], needsContext: [] });
  }

  /** Whether any entity of an article was put into the table. */
  get learnsNames(): boolean {
    return this.#learnedPairs !== undefined;
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
      const isNew = !this.#byKey.has(key);
      const entry = this.#name(key, name, { entity: number, needsContext: row.needsContext.includes(name) });
      if (isNew && entry !== undefined) this.added.add(key, entry);
    }
    return number;
  }

  #enter(row: EntityRow): void {
    const number = this.#enterTable(row);
    const needs = row.needsContext.length ? new Set(row.needsContext.map(nameKey)) : NONE;
    const keys = allNames(row.entity).map((name): readonly [string, string] => [name, nameKey(name)]);
    for (const [name, key] of keys) {
      // 輝達公司 beside 輝達 would only lengthen the mention.
      const core = withoutTail(key);
      if (core !== undefined && keys.some(([, other]) => other === core)) continue;
      this.#name(key, name, { entity: number, needsContext: needs.has(key) });
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

  /** Enters a name; the entry's number, or undefined for one too short to be a name. */
  #name(key: string, form: string, use: NameUse | undefined): number | undefined {
    if (key.length < 2) return undefined;
    const known = this.#byKey.get(key);
    if (known === undefined) {
      this.#byKey.set(key, this.#growing.length);
      this.#growing.push({ key, forms: [form], uses: use ? [use] : [] });
      return this.#growing.length - 1;
    }
    const entry = this.#growing[known];
    if (!entry || !use) return known;
    if (!entry.forms.includes(form)) entry.forms.push(form);
    if (!entry.uses.some(({ entity }) => entity === use.entity)) entry.uses.push(use);
    return known;
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
