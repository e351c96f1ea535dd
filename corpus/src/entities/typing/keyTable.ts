// Keys in order, each with the number of what it stands for: prefixes are a range found by two binary searches.

export interface KeyTable {
  readonly keys: readonly string[];
  readonly owners: Int32Array;
}

/** The table of pairs [key, owner]. */
export function makeKeyTable(pairs: readonly (readonly [string, number])[]): KeyTable {
  const sorted = pairs.slice().sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return { keys: sorted.map(([key]) => key), owners: Int32Array.from(sorted, ([, owner]) => owner) };
}

/** The first index whose key is not below `key`. */
export function lowerBound(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] as string) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The range [from, to) of the keys that begin with `prefix`. */
export const prefixRange = ({ keys }: KeyTable, prefix: string): readonly [number, number] => [
  lowerBound(keys, prefix),
  lowerBound(keys, `${prefix}\uffff`),
];
