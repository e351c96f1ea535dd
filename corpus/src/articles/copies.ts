// Copies among articles read: the same folded body, or 0.95 of the sentences and the same figures in the same order; and
// the cut-off repeat with which a feed file may end. Anything else, a correction above all, is a source of its own.
import type { Article } from "./article.ts";
import { copySignature, type CopySignature } from "./copySignature.ts";
import { CopyTable } from "./copyTable.ts";

export interface CopyCandidate {
  readonly article: Article;
  /** The text of its file: articles with the same text stand in one file. */
  readonly text: string;
}

/** Whether `cut` is `whole` broken off: the same beginning, every sentence but the last one in it, and fewer of them. */
export function isCutOff(cut: CopySignature, whole: CopySignature): boolean {
  if (cut.sentences.length >= whole.sentences.length || cut.title !== whole.title) return false;
  if (cut.sentences.length <= 1) return cut.title !== 0;
  if (cut.first !== whole.first) return false;
  const known = new Set(whole.sentences);
  let strange = 0;
  for (const sentence of cut.sentences) if (!known.has(sentence) && ++strange > 1) return false;
  return true;
}

/** For the last article of a file the earlier one of which it is the cut-off repeat; -1 if it is none. */
export function cutOffOriginal(signatures: readonly CopySignature[]): number {
  const last = signatures.at(-1);
  return last === undefined ? -1 : signatures.slice(0, -1).findIndex((whole) => isCutOff(last, whole));
}

/**
 * The representative of each candidate, by index: its own where it is no copy. It is the copy with the earliest stated date,
 * then the earliest in the order given. Cost grows with the number of articles, not with its square.
 */
export function findCopies(candidates: readonly CopyCandidate[]): Uint32Array {
  const table = new CopyTable<number>();
  for (let from = 0; from < candidates.length;) {
    const text = candidates[from]?.text;
    let to = from;
    while (to < candidates.length && candidates[to]?.text === text) to++;
    const file = candidates.slice(from, to);
    const signatures = file.map(({ article }) => copySignature(article));
    const original = cutOffOriginal(signatures);
    signatures.forEach((signature, i) => {
      const date = file[i]?.article.date;
      table.add({
        key: from + i,
        signature,
        ...(date && !date.inferred ? { statedDay: date.day } : {}),
        ...(i === signatures.length - 1 && original >= 0 ? { cutOffOf: from + original } : {}),
      });
    });
    from = to;
  }
  table.settle();
  return Uint32Array.from(candidates, (_, i) => table.representativeOf(i) ?? i);
}
