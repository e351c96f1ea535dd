// Sorting pairs of numbers by the first of them, equal ones left in their order; linear.

/** Places of the numbers in ascending order of their keys: a stable sort in two passes of 16 bits. */
export function sortedPlaces(keys: Uint32Array): Uint32Array {
  const count = keys.length;
  let places = Uint32Array.from(keys, (_, i) => i);
  if (count < 256) return places.sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b);
  let other = new Uint32Array(count);
  for (const shift of [0, 16]) {
    const starts = new Uint32Array(65537);
    for (let i = 0; i < count; i++) {
      const slot = (((keys[i] as number) >>> shift) & 0xffff) + 1;
      starts[slot] = (starts[slot] as number) + 1;
    }
    for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
    for (let i = 0; i < count; i++) {
      const place = places[i] as number;
      const slot = ((keys[place] as number) >>> shift) & 0xffff;
      const to = starts[slot] as number;
      starts[slot] = to + 1;
      other[to] = place;
    }
    [places, other] = [other, places];
  }
  return places;
}

/** The numbers at places. */
export function at(values: Uint32Array, places: Uint32Array): Uint32Array {
  const found = new Uint32Array(places.length);
  for (let i = 0; i < found.length; i++) found[i] = values[places[i] as number] as number;
  return found;
}

/** The first place in ascending keys whose key is not less than `key`. */
export function lowerBound(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] as number) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last place in ascending starts that is not behind `number`; −1 before the first. */
export function placeOf(starts: Uint32Array, number: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] as number) <= number) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
