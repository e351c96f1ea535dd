// Feeds repeat themselves: the same articles follow again further down, the last copy cut off. Runs of lines that stood in
// the file before are found here by their hashes, so that a copy is cut where its original was.
import type { FeedLine } from "./feedLine.ts";

/** A run this wide (see FeedLine) is no accident. */
const TELLING = 60;

/**
 * For each line the index of the line it repeats, -1 where it is new. A repeat is a run of lines in their old order, or a
 * single wide one; a lone short line is none.
 */
export function findRepeats(lines: readonly FeedLine[]): Int32Array {
  const repeats = new Int32Array(lines.length).fill(-1);
  const first = new Map<number, number>();
  for (let i = 0; i < lines.length;) {
    const hash = lines[i]?.hash ?? 0;
    const source = first.get(hash);
    if (source === undefined) {
      first.set(hash, i++);
      continue;
    }
    let length = 0;
    let width = 0;
    while (source + length < i && i + length < lines.length && lines[source + length]?.hash === lines[i + length]?.hash)
      width += lines[i + length++]?.width ?? 0;
    if (width >= TELLING)
      for (let k = 0; k < length; k++)
        repeats[i + k] = repeats[source + k] === -1 ? source + k : (repeats[source + k] ?? -1);
    i += Math.max(1, length);
  }
  return repeats;
}
