// Entities by what is typed: prefix, inner part, either script, pinyin whole and initials, ticker, one slip of the hand.
// Sorted keys answer first; pairs of units and Fuse.js (over at most 300 candidates) only where those find little.
import Fuse from "fuse.js";
import type { Lexicon } from "./lexicon.ts";
import { isHanName, nameKey } from "./nameKey.ts";
import { classAt, isLatinUnit } from "./unitClass.ts";
import { nameUnderWay, type NameUnderWay } from "./nameUnderWay.ts";
import { keysHolding, mostShared } from "./typing/gramIndex.ts";
import { type KeyTable, prefixRange } from "./typing/keyTable.ts";
import { isOneSlip } from "./typing/oneSlip.ts";
import { pinyinOf, typedPinyin } from "./typing/pinyinKeys.ts";
import { makeTypingIndex, type TypingIndex } from "./typing/typingIndex.ts";

export type How = "exact" | "prefix" | "inner" | "pinyin" | "initials" | "ticker" | "fuzzy";

export interface Hit {
  /** Index into `lexicon.entities`. */
  readonly entity: number;
  /** The name that matched, in its own spelling. */
  readonly name: string;
  readonly how: How;
  /** Larger is better; comparable within one search. */
  readonly score: number;
}

export interface TypeAhead {
  /**
   * At most `limit` entities for what was typed, best first, each once: exact, prefix, inner, pinyin, slips; the shorter
   * before the longer; `rank` (larger is better: named in the note, frequent in the corpus) breaks ties.
   */
  readonly search: (typed: string, limit: number, rank?: (entity: number) => number) => readonly Hit[];
  /** The name under way before the cursor; undefined if what stands there begins no name. */
  readonly nameUnderWay: (before: string) => NameUnderWay | undefined;
  /** Whether a name or ticker begins with this, holds it, or has this pinyin. */
  readonly begins: (typed: string) => "prefix" | "inner" | "pinyin" | undefined;
}

const FEW = 20;
const CANDIDATES = 300;
const MOST_PREFIXES = 4000;
const LATE = 400;
const TIERS: Readonly<Record<How, number>> = {
  exact: 6,
  prefix: 5,
  ticker: 5,
  inner: 4,
  pinyin: 3,
  initials: 3,
  fuzzy: 1,
};

const made = new WeakMap<Lexicon, TypeAhead>();

/** The search over a lexicon; built when first asked, and it follows what is added. The same one for the same lexicon. */
export function createTypeAhead(lexicon: Lexicon): TypeAhead {
  const known = made.get(lexicon);
  if (known) return known;
  const created = makeTypeAhead(lexicon);
  made.set(lexicon, created);
  return created;
}

function makeTypeAhead(lexicon: Lexicon): TypeAhead {
  const parts: TypingIndex[] = [];
  let covered = 0;
  let small: { readonly from: number; readonly to: number; readonly index: TypingIndex } | undefined;
  /** The parts that cover the table: large ones stay, what came since is indexed anew until it is large enough. */
  const indexes = (): readonly TypingIndex[] => {
    const total = lexicon.entities.length;
    if (covered === 0 || total - covered > Math.max(LATE, covered / 8)) {
      if (parts.length > 4) {
        parts.length = 0;
        covered = 0;
      }
      parts.push(makeTypingIndex(lexicon.entities, covered, total));
      covered = total;
    }
    if (covered === total) return parts;
    if (small?.from !== covered || small.to !== total)
      small = { from: covered, to: total, index: makeTypingIndex(lexicon.entities, covered, total) };
    return [...parts, small.index];
  };
  const begins = (typed: string): "prefix" | "inner" | "pinyin" | undefined => {
    const key = nameKey(typed);
    if (!key) return undefined;
    const all = indexes();
    if (all.some((index) => holds(index.names, key) || holds(index.tickers, key))) return "prefix";
    const pinyin = typedPinyin(typed);
    if (pinyin !== undefined && all.some((index) => holds(index.pinyin(), pinyin) || holds(index.initials(), pinyin)))
      return "pinyin";
    return key.length > 1 && all.some((index) => holdsInside(index, key)) ? "inner" : undefined;
  };
  return {
    search: (typed, limit, rank = () => 0) => search(indexes(), lexicon, typed, limit, rank),
    begins,
    nameUnderWay: (before) => nameUnderWay(before, begins),
  };
}

const holds = (table: KeyTable, prefix: string): boolean => {
  const [from, to] = prefixRange(table, prefix);
  return from < to;
};

const holdsInside = (index: TypingIndex, key: string): boolean =>
  keysHolding(index.nameGrams(), index.names.keys, key, FEW).some((at) =>
    beginsWord(index.spellings[index.names.owners[at] as number] as string, key),
  );

/** The part stands in the name from the start of a word on, where it is Latin: `hynix` in `SK hynix`, not `alch` in `Digital China`. */
function beginsWord(spelling: string, part: string): boolean {
  if (!isLatinUnit(classAt(part, 0))) return true;
  for (let at = 0; at < spelling.length; at++) {
    if (isLatinUnit(classAt(spelling, at - 1)) || !isLatinUnit(classAt(spelling, at))) continue;
    if (nameKey(spelling.slice(at)).startsWith(part)) return true;
  }
  return false;
}

/** The tier of a hit, half a tier up where a ticker or the whole pinyin is exactly what was typed. */
const tierOf = ({ how, score }: Hit): number =>
  Math.ceil(score / 1000) + ((how === "ticker" || how === "pinyin") && score % 1000 === 0 ? 0.5 : 0);

/** What is found, the best hit of each entity. */
class Hits {
  readonly best = new Map<number, Hit>();

  constructor(private readonly rank: (entity: number) => number) {}

  /** `excess` is how much longer the name is than what was typed, or how far off. */
  add(entity: number, name: string, how: How, excess: number): void {
    const score = TIERS[how] * 1000 - Math.min(900, excess * 10);
    const before = this.best.get(entity);
    if (!before || before.score < score) this.best.set(entity, { entity, name, how, score });
  }

  /** Something has exactly this name or ticker. */
  get isCalled(): boolean {
    for (const { score } of this.best.values())
      if (score === TIERS.exact * 1000 || score === TIERS.ticker * 1000) return true;
    return false;
  }

  get size(): number {
    return this.best.size;
  }

  /** By how they match; then by the caller's rank; then the nearer first; then by the table, whose large names come early. */
  list(limit: number): readonly Hit[] {
    const ranks = new Map<number, number>();
    const rankOf = (entity: number): number => {
      const known = ranks.get(entity);
      if (known !== undefined) return known;
      const value = this.rank(entity);
      ranks.set(entity, value);
      return value;
    };
    return [...this.best.values()]
      .sort(
        (a, b) =>
          tierOf(b) - tierOf(a) || rankOf(b.entity) - rankOf(a.entity) || b.score - a.score || a.entity - b.entity,
      )
      .slice(0, limit);
  }
}

function search(
  indexes: readonly TypingIndex[],
  lexicon: Lexicon,
  typed: string,
  limit: number,
  rank: (entity: number) => number,
): readonly Hit[] {
  const asked = typed
    .trim()
    .replace(/^[@＠]\s*/, "")
    .slice(0, 64);
  const key = nameKey(asked);
  if (!key) return [];
  const hits = new Hits(rank);
  const ticker = lexicon.numberOfTicker(asked);
  if (ticker !== undefined) hits.add(ticker, asked.toUpperCase(), "ticker", 0);
  for (const index of indexes) {
    byPrefix(index, index.names, key, hits, (length) => (length === 0 ? "exact" : "prefix"));
    byPrefix(index, index.tickers, key, hits, () => "ticker");
  }
  const few = (): boolean => hits.size < FEW;
  if (few() && key.length > 1)
    for (const index of indexes)
      for (const at of keysHolding(index.nameGrams(), index.names.keys, key, CANDIDATES)) {
        const owner = index.names.owners[at] as number;
        if (!beginsWord(index.spellings[owner] as string, key)) continue;
        hits.add(
          index.owners[owner] as number,
          index.spellings[owner] as string,
          "inner",
          (index.names.keys[at] as string).length - key.length,
        );
      }
  const pinyin = typedPinyin(asked);
  if (pinyin !== undefined)
    for (const index of indexes) {
      byPrefix(index, index.pinyin(), pinyin, hits, () => "pinyin");
      byPrefix(index, index.initials(), pinyin, hits, () => "initials");
    }
  // A slip is looked for only where the hand may have slipped: nothing is called that, and it is no code.
  if (few() && !hits.isCalled && !/^\d+$/.test(key) && (key.length > 2 || (key.length === 2 && isHanName(asked))))
    for (const index of indexes) bySlip(index, asked, key, pinyin, hits);
  return hits.list(limit);
}

function byPrefix(index: TypingIndex, table: KeyTable, prefix: string, hits: Hits, how: (excess: number) => How): void {
  const [from, to] = prefixRange(table, prefix);
  for (let at = from; at < to && at < from + MOST_PREFIXES; at++) {
    const owner = table.owners[at] as number;
    const excess = (table.keys[at] as string).length - prefix.length;
    hits.add(index.owners[owner] as number, index.spellings[owner] as string, how(excess), excess);
  }
}

/** Names with one slip of the hand: wrong, missing, extra or swapped units, a homophone of an input method, near spellings. */
function bySlip(index: TypingIndex, asked: string, key: string, pinyin: string | undefined, hits: Hits): void {
  const add = (table: KeyTable, at: number, distance: number): void => {
    const owner = table.owners[at] as number;
    hits.add(index.owners[owner] as number, index.spellings[owner] as string, "fuzzy", distance);
  };
  if (isHanName(asked) && asked.length < 9)
    for (const sound of pinyinOf(asked).whole) {
      const [from, to] = prefixRange(index.pinyin(), sound);
      for (let at = from; at < to && at < from + FEW; at++)
        add(index.pinyin(), at, ((index.pinyin().keys[at] as string).length - sound.length) * 2);
    }
  const candidates = mostShared(index.nameGrams(), key, CANDIDATES);
  const { keys } = index.names;
  for (const at of candidates)
    if (isOneSlip(key, keys[at] as string, true))
      add(index.names, at, 5 + Math.max(0, (keys[at] as string).length - key.length));
  if (pinyin !== undefined && pinyin.length > 4)
    for (const at of mostShared(index.pinyinGrams(), pinyin, CANDIDATES)) {
      const sound = index.pinyin().keys[at] as string;
      if (isOneSlip(pinyin, sound, true)) add(index.pinyin(), at, 8 + Math.max(0, sound.length - pinyin.length));
    }
  const fuse = new Fuse(
    candidates.map((at) => ({ at, key: keys[at] as string })),
    { keys: ["key"], threshold: 0.2, ignoreLocation: true, includeScore: true },
  );
  for (const { item, score } of fuse.search(key.slice(0, 32), { limit: FEW }))
    add(index.names, item.at, 20 + (score ?? 0) * 100);
}
