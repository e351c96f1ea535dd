// Which files of a merged segment are dead: those that died in its sources while it was made.

export interface MergedSource {
  /** How many files the source holds. */
  readonly files: number;
  /** Numbers that were left out of the merged segment, ascending. */
  readonly leftOut: readonly number[];
  /** Numbers that are dead by now, ascending; those that were left out among them or not. */
  readonly dead: readonly number[];
}

/** The numbers in the merged segment, ascending; sources in the order in which they were merged. Linear. */
export function mergedDead(sources: readonly MergedSource[]): number[] {
  const numbers: number[] = [];
  let base = 0;
  for (const { files, leftOut, dead } of sources) {
    let skipped = 0;
    for (const number of dead) {
      while (skipped < leftOut.length && (leftOut[skipped] ?? 0) < number) skipped++;
      if (leftOut[skipped] !== number) numbers.push(base + number - skipped);
    }
    base += files - leftOut.length;
  }
  return numbers;
}
