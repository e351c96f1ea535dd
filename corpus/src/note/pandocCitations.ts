// Pandoc's citation with a quote as its suffix: `[@key, {「quote」}]`, several of them parted by `;`.
import type { Citation } from "./citation.ts";
import { quotedWords } from "./quotedWords.ts";
import type { WrittenLink } from "./readTree.ts";

const KEY = /(?:^|[\s-])@(?:\{([^{}]{1,200})\}|([\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&+?<>~/-]{0,199}[\p{L}\p{N}_/])?))/u;

/** Where the parts between semicolons end, semicolons inside 「」 left alone. */
function partEnds(text: string, start: number, end: number): number[] {
  const ends: number[] = [];
  for (let at = start, depth = 0; at < end; at++) {
    const character = text[at];
    if (character === "「") depth++;
    else if (character === "」") depth = Math.max(0, depth - 1);
    else if (character === ";" && depth === 0) ends.push(at);
  }
  return [...ends, end];
}

/** The citations of `[@…]`: one for each key that quotes; empty for any other link. */
export function pandocCitations(text: string, link: WrittenLink): Citation[] {
  const { start, end } = link.textRange;
  if (!link.shortcut || end - start > 4000 || !text.slice(start, end).includes("@")) return [];
  const citations: Citation[] = [];
  let from = start;
  for (const to of partEnds(text, start, end)) {
    const words = quotedWords(text, from, to);
    const key = KEY.exec(text.slice(from, words?.start ?? to));
    const name = key?.[1] ?? key?.[2];
    if (words && name !== undefined)
      citations.push({
        form: "pandoc",
        style: "inline",
        linkRange: link.range,
        textRange: { start, end: start },
        text: "",
        target: "",
        key: name,
        quote: text.slice(words.start, words.end),
        titleRange: words,
        evident: true,
      });
    from = to + 1;
  }
  return citations;
}
