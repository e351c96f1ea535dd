// The part of a note's sentence that stands before a link, links with their destinations counted as one: a full stop in a
// quoted title ends no sentence.
import { visitSentences, type Span } from "../text/sentences.ts";

const OPENINGS = /[\s[(（【「〔*_:：]+/g;
const SOURCE_WORDS = /^(?:(?:資料|资料)?[來来]源|出處|出处|見|见|引自|sources?|via|per|according to)$/i;

/** Whether nothing but opening brackets and words for "source" stands there. */
function onlyNamesSource(text: string): boolean {
  const words = text.replace(OPENINGS, " ").trim();
  return words === "" || SOURCE_WORDS.test(words);
}

/** How far back a sentence is looked for. */
const REACH = 2000;

/** The text of a stretch with links' brackets, labels and destinations blank, of the same length. */
function bare(
  text: string,
  { start, end }: Span,
  links: readonly { readonly linkRange: Span; readonly textRange: Span }[],
): string {
  let result = "";
  let at = start;
  for (const { linkRange, textRange } of links) {
    if (linkRange.start < at || linkRange.end > end) continue;
    result +=
      text.slice(at, linkRange.start) +
      " ".repeat(textRange.start - linkRange.start) +
      text.slice(textRange.start, textRange.end);
    result += " ".repeat(linkRange.end - textRange.end);
    at = linkRange.end;
  }
  return (result + text.slice(at, end)).replace(/[\r\n]/g, " ");
}

/**
 * The stretch of the block from the beginning of the link's sentence to the link. A link right behind a full stop, alone or as
 * `（來源：…）`, belongs to the sentence that ended there. `links` are those of the block, in order.
 */
export function sentenceBefore(
  text: string,
  block: Span,
  link: Span,
  links: readonly { readonly linkRange: Span; readonly textRange: Span }[],
): Span {
  const from = Math.max(block.start, link.start - REACH);
  const before = bare(text, { start: from, end: link.start }, links);
  let start = 0;
  let previous = 0;
  visitSentences(before, 0, before.length, (first) => {
    previous = start;
    start = first;
  });
  return { start: from + (onlyNamesSource(before.slice(start)) ? previous : start), end: link.start };
}
