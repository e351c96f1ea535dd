// The keys by which a stretch of the entity table can be typed: folded names, tickers, pinyin whole and initials, each in
// order, and the pairs of units in them. Made once for a stretch; each part only when it is first asked for.
import type { Entity } from "../entity.ts";
import { allNames } from "../lexicon.ts";
import { nameKey } from "../nameKey.ts";
import { type GramIndex, makeGramIndex } from "./gramIndex.ts";
import { type KeyTable, makeKeyTable } from "./keyTable.ts";
import { pinyinOf } from "./pinyinKeys.ts";

export interface TypingIndex {
  /** By number: the entity and the spelling of the name. */
  readonly owners: Int32Array;
  readonly spellings: readonly string[];
  readonly names: KeyTable;
  readonly tickers: KeyTable;
  readonly pinyin: () => KeyTable;
  readonly initials: () => KeyTable;
  readonly nameGrams: () => GramIndex;
  readonly pinyinGrams: () => GramIndex;
}

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

/** Indexes the entities from `from` to `to` of the table; tickers as entities of their own are typed as their firm. */
export function makeTypingIndex(entities: readonly Entity[], from: number, to: number): TypingIndex {
  const owners: number[] = [];
  const spellings: string[] = [];
  const nameKeys: [string, number][] = [];
  const tickerKeys: [string, number][] = [];
  const variants: [string, number][] = [];
  for (let number = from; number < to; number++) {
    const entity = entities[number];
    if (!entity || entity.type === "ticker") continue;
    const known = new Map<string, number>();
    for (const name of allNames(entity)) {
      const key = nameKey(name);
      if (key.length === 0) continue;
      // Script variants have one key for matching but may have other readings (長, 长).
      const before = known.get(key);
      if (before !== undefined) {
        variants.push([name, before]);
        continue;
      }
      known.set(key, owners.length);
      nameKeys.push([key, owners.length]);
      owners.push(number);
      spellings.push(name);
    }
    for (const ticker of entity.tickers) {
      tickerKeys.push([nameKey(ticker), owners.length]);
      owners.push(number);
      spellings.push(ticker);
    }
  }
  const names = makeKeyTable(nameKeys);
  const readings = once(() => {
    const whole: [string, number][] = [];
    const initials: [string, number][] = [];
    const seen = new Set<string>();
    const add = (list: [string, number][], key: string, owner: number): void => {
      if (seen.has(`${key} ${owner}`)) return;
      seen.add(`${key} ${owner}`);
      list.push([key, owner]);
    };
    const read = (name: string, owner: number): void => {
      const sounds = pinyinOf(name);
      for (const key of sounds.whole) {
        add(whole, key, owner);
        if (key.includes("v")) add(whole, key.replaceAll("v", "u"), owner);
      }
      for (const key of sounds.initials) add(initials, key, owner);
    };
    for (const [, owner] of nameKeys) read(spellings[owner] as string, owner);
    for (const [name, owner] of variants) read(name, owner);
    return { whole: makeKeyTable(whole), initials: makeKeyTable(initials) };
  });
  return {
    owners: Int32Array.from(owners),
    spellings,
    names,
    tickers: makeKeyTable(tickerKeys),
    pinyin: () => readings().whole,
    initials: () => readings().initials,
    nameGrams: once(() => makeGramIndex(names.keys)),
    pinyinGrams: once(() => makeGramIndex(readings().whole.keys)),
  };
}
