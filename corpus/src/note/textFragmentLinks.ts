// Bare addresses with a text fragment (`https://…#:~:text=…`) in prose. Markdown's tree knows them not, for GFM's bare links
// run on through Han text.
import { findUrls } from "../text/urls.ts";
import type { Citation } from "./citation.ts";
import { readDestination } from "./linkCitation.ts";
import type { WrittenLink } from "./readTree.ts";
import { silentAt, type SilentSpan } from "./silentAt.ts";

/** The citations made by bare addresses, in order. */
export function textFragmentLinks(
  text: string,
  silent: readonly SilentSpan[],
  links: readonly WrittenLink[],
): Citation[] {
  if (!text.includes("#:~:text=")) return [];
  const linked = new Set(links.flatMap(({ targetRange, textRange }) => [targetRange?.start, textRange.start]));
  return findUrls(text).flatMap((range) => {
    const target = text.slice(range.start, range.end);
    if (!target.includes("#:~:text=") || linked.has(range.start) || silentAt({ silent }, range.start + 1) !== undefined)
      return [];
    const read = readDestination(target, undefined);
    if (read?.quote === undefined) return [];
    return [
      {
        ...read,
        style: "inline" as const,
        linkRange: range,
        textRange: range,
        text: target,
        target,
        targetRange: range,
        evident: false,
      },
    ];
  });
}
