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
  for (let number = from; number < to; number++) {
    const entity = entities[number];
    if (!entity || entity.type === "ticker") continue;
    const known = new Set<string>();
    for (const name of allNames(entity)) {
      const key = nameKey(name);
      // Script variants have one key for matching but may have other readings; the first spelling stands for them.
      if (key.length === 0 || known.has(key)) continue;
      known.add(key);
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
    nameKeys.forEach(([, owner]) => {
      const read = pinyinOf(spellings[owner] as string);
      for (const key of read.whole) {
        whole.push([key, owner]);
        if (key.includes("v")) whole.push([key.replaceAll("v", "u"), owner]);
      }
      for (const key of read.initials) initials.push([key, owner]);
    });
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
