// Numbers from a seed: the same seed gives the same articles on every machine and every Node.

/** Mulberry32: a function that gives numbers from 0 to below 1. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A number from 0 to below 1 that hangs on the integers alone: what a company's revenue was does not change with the article. */
export function hashed(a, b = 0, c = 0) {
  let h = Math.imul(a + 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35) ^ Math.imul(c + 0x165667b1, 0x27d4eb2f);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 2 ** 32;
}

/** One of a list, each as likely as the others. */
export const pick = (next, list) => list[Math.floor(next() * list.length)];

/** The list in an order that the seed decides. */
export function shuffled(list, seed) {
  const next = random(seed);
  const all = [...list];
  for (let i = all.length - 1; i > 0; i--) {
    const k = Math.floor(next() * (i + 1));
    [all[i], all[k]] = [all[k], all[i]];
  }
  return all;
}

/**
 * Zipf's law over a list: the item of rank r is taken in proportion to 1 / r^s. Names and words of news are distributed so.
 * Gives a function from a number 0 to below 1 to the item's place.
 */
export function zipf(count, s) {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) sums[rank] = sum += 1 / (rank + 1) ** s;
  // 4,096 doors into the sums, so that few steps are left to search
  const doors = new Uint32Array(4097);
  for (let door = 0, at = 0; door <= 4096; door++) {
    while (at < count - 1 && sums[at] < (door / 4096) * sum) at++;
    doors[door] = at;
  }
  return (u) => {
    const wanted = u * sum;
    let low = doors[Math.floor(u * 4096)];
    let high = doors[Math.floor(u * 4096) + 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** About the normal distribution, from three numbers. */
export const normal = (next) => (next() + next() + next() - 1.5) * 2;
