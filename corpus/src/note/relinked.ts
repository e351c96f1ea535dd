// Reads `[a][b][c]` as CommonMark does where `b` is not defined: as `[a]` in brackets and the link `[b][c]`. Lezer pairs
// brackets without regard to what is defined.
import type { WrittenLink } from "./readTree.ts";

const written = (text: string, { labelRange }: WrittenLink): string =>
  labelRange ? text.slice(labelRange.start, labelRange.end) : "";

/** The links with such runs paired again, in order. */
export function relinked(
  text: string,
  links: readonly WrittenLink[],
  isDefined: (label: string) => boolean,
): readonly WrittenLink[] {
  const paired: WrittenLink[] = [];
  let free: WrittenLink | undefined;
  for (const link of links) {
    const touches = free !== undefined && free.range.end === link.range.start;
    if (free && touches && link.shortcut && free.labelRange && isDefined(written(text, link))) {
      const start = free.labelRange.start - 1;
      paired.pop();
      paired.push({
        range: { start, end: link.range.end },
        textRange: free.labelRange,
        ...(link.labelRange ? { labelRange: link.labelRange } : {}),
        shortcut: false,
      });
      free = undefined;
      continue;
    }
    paired.push(link);
    free = !link.shortcut && link.labelRange && !link.targetRange && !isDefined(written(text, link)) ? link : undefined;
  }
  return paired;
}
