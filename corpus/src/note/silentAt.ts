// The parts of a note that are not prose: completion opens in none of them and no figure is read there.
import type { Span } from "../text/sentences.ts";
import type { Note } from "./note.ts";

export type SilentKind = "code" | "html" | "frontMatter" | "definition" | "target";

export interface SilentSpan extends Span {
  readonly kind: SilentKind;
  /** The place right behind it still belongs to it (blocks, which end with their line). */
  readonly closed: boolean;
}

/** What an offset lies in, undefined in prose. The place right before such a part is prose. */
export function silentAt(note: Pick<Note, "silent">, offset: number): SilentKind | undefined {
  let low = 0;
  let high = note.silent.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((note.silent[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const before = note.silent[low - 1];
  if (!before) return undefined;
  return offset < before.end || (before.closed && offset === before.end) ? before.kind : undefined;
}
