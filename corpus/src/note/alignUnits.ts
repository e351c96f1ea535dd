// The best alignment of a short sequence within a somewhat longer one: edit distance with free ends (Sellers).

export interface Alignment {
  /** Where the short sequence lies in the long one, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** For each unit of the short sequence its counterpart in the long one, -1 where it has none. */
  readonly counterparts: readonly number[];
}

/** Aligns `short` within `long`; time and room are the product of their lengths. */
export function alignUnits(short: readonly number[], long: readonly number[]): Alignment {
  const width = long.length + 1;
  const cost = new Uint16Array((short.length + 1) * width);
  for (let i = 1; i <= short.length; i++) {
    cost[i * width] = i;
    for (let j = 1; j < width; j++) {
      const diagonal = (cost[(i - 1) * width + j - 1] ?? 0) + (short[i - 1] === long[j - 1] ? 0 : 1);
      cost[i * width + j] = Math.min(
        diagonal,
        (cost[(i - 1) * width + j] ?? 0) + 1,
        (cost[i * width + j - 1] ?? 0) + 1,
      );
    }
  }
  const last = short.length * width;
  let end = 0;
  for (let j = 1; j < width; j++) if ((cost[last + j] ?? 0) < (cost[last + end] ?? 0)) end = j;
  const counterparts = new Array<number>(short.length).fill(-1);
  let j = end;
  for (let i = short.length; i > 0;) {
    const here = cost[i * width + j] ?? 0;
    const equal = short[i - 1] === long[j - 1];
    if (j > 0 && here === (cost[(i - 1) * width + j - 1] ?? 0) + (equal ? 0 : 1)) counterparts[--i] = --j;
    else if (here === (cost[(i - 1) * width + j] ?? 0) + 1) i--;
    else j--;
  }
  return { start: j, end, counterparts };
}
