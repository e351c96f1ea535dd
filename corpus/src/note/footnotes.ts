// Footnotes that cite: `[^1]` in the sentence, and a definition that quotes in 「」 or links to the source. CommonMark has no
// footnotes, so a definition is found as the paragraph (or link reference) that begins with `[^1]:`.
import type { Tree } from "@lezer/common";
import type { Span } from "../text/sentences.ts";
import { normalizeLabel, type Citation, type Definition } from "./citation.ts";
import { readDestination } from "./linkCitation.ts";
import { quotedWords } from "./quotedWords.ts";
import type { WrittenLink } from "./readTree.ts";

export interface Footnote {
  readonly label: string;
  /** From `[^1]` to the end of its paragraph or to the next footnote. */
  readonly range: Span;
  readonly contentStart: number;
}

/** A path in plain words: `../corpus/x.md#L6,4`. */
const BARE_PATH =
  /[^\s「」『』“”"'<>()（），,；;：、。]{1,400}\.(?:md|txt|html?|pdf|docx)(?:#L\d+(?:,\d+)?)?(?![\p{L}\p{N}])/u;
const LONGEST = 4000;

const isFootnoteLabel = (text: string, { textRange }: WrittenLink): boolean =>
  text.charCodeAt(textRange.start) === 0x5e && textRange.end > textRange.start + 1;

/** Whether a `[^1]` begins its line and a colon follows. */
function opensDefinition(text: string, { range }: WrittenLink): boolean {
  if (text.charCodeAt(range.end) !== 0x3a) return false;
  let at = range.start - 1;
  while (at >= 0 && range.start - at < 8 && (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x3e)) at--;
  return at < 0 || text.charCodeAt(at) === 10 || text.charCodeAt(at) === 13;
}

/** All footnote definitions, in order. */
export function findFootnotes(
  text: string,
  tree: Tree,
  links: readonly WrittenLink[],
  definitions: readonly Definition[],
): Footnote[] {
  const found: Footnote[] = definitions
    .filter(({ label }) => label.startsWith("^"))
    .map(({ label, range, labelRange }) => ({ label, range, contentStart: labelRange.end + 2 }));
  const openings = links.filter((link) => link.shortcut && isFootnoteLabel(text, link) && opensDefinition(text, link));
  openings.forEach(({ range, textRange }, i) => {
    let block = tree.resolveInner(range.start, 1);
    while (block.parent && block.name !== "Paragraph") block = block.parent;
    const end = Math.min(block.to, openings[i + 1]?.range.start ?? block.to);
    const label = normalizeLabel(text.slice(textRange.start, textRange.end));
    found.push({
      label,
      range: { start: range.start, end: text.slice(range.start, end).trimEnd().length + range.start },
      contentStart: range.end + 1,
    });
  });
  return found.sort((a, b) => a.range.start - b.range.start);
}

/** What a footnote's definition cites; undefined where it neither quotes nor leads to a file or page. */
export type FootnoteSource = Omit<Citation, "linkRange" | "textRange" | "text" | "style" | "label" | "labelRange">;

function footnoteSource(
  text: string,
  { range, contentStart }: Footnote,
  inner: readonly Citation[],
): FootnoteSource | undefined {
  const end = Math.min(range.end, contentStart + LONGEST);
  const words = quotedWords(text, contentStart, end);
  const link = inner.find(({ path, url }) => path !== undefined || url !== undefined);
  const bare = link ? undefined : BARE_PATH.exec(text.slice(contentStart, words?.start ?? end));
  const bareStart = contentStart + (bare?.index ?? 0);
  const read = bare ? readDestination(bare[0], undefined) : undefined;
  if (!words && !link && !read) return undefined;
  const quote = words ? text.slice(words.start, words.end) : link?.quote;
  return {
    target: link?.target ?? bare?.[0] ?? "",
    ...(link?.targetRange
      ? { targetRange: link.targetRange }
      : bare
        ? { targetRange: { start: bareStart, end: bareStart + bare[0].length } }
        : {}),
    ...(words ? { titleRange: words } : link?.titleRange ? { titleRange: link.titleRange } : {}),
    ...pick(link ?? read),
    form: "footnote",
    definitionRange: range,
    ...(quote === undefined ? {} : { quote }),
    evident: quote !== undefined && (link?.path ?? read?.path) !== undefined,
  };
}

/** The footnote whose definition holds an offset. */
export function footnoteAt(footnotes: readonly Footnote[], offset: number): Footnote | undefined {
  let low = 0;
  let high = footnotes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((footnotes[middle]?.range.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const footnote = footnotes[low - 1];
  return footnote && offset < footnote.range.end ? footnote : undefined;
}

/** What each footnote cites, by its label; the first definition of a label holds. */
export function footnoteSources(
  text: string,
  footnotes: readonly Footnote[],
  links: readonly WrittenLink[],
  citationOf: (link: WrittenLink) => Citation | undefined,
): ReadonlyMap<string, FootnoteSource> {
  if (footnotes.length === 0) return new Map();
  const inner = new Map<Footnote, Citation[]>();
  for (const link of links) {
    const footnote = footnoteAt(footnotes, link.range.start);
    if (!footnote || link.range.start < footnote.contentStart) continue;
    const citation = citationOf(link);
    if (citation) inner.set(footnote, [...(inner.get(footnote) ?? []), citation].slice(0, 8));
  }
  const sources = new Map<string, FootnoteSource>();
  for (const footnote of footnotes) {
    const source = sources.has(footnote.label) ? undefined : footnoteSource(text, footnote, inner.get(footnote) ?? []);
    if (source) sources.set(footnote.label, source);
  }
  return sources;
}

const pick = (
  source: Partial<Citation> | undefined,
): Pick<Citation, "hint" | "path" | "pathKind" | "url" | "quoteEnd"> => ({
  ...(source?.hint ? { hint: source.hint } : {}),
  ...(source?.path === undefined ? {} : { path: source.path }),
  ...(source?.pathKind === undefined ? {} : { pathKind: source.pathKind }),
  ...(source?.url === undefined ? {} : { url: source.url }),
  ...(source?.quoteEnd === undefined ? {} : { quoteEnd: source.quoteEnd }),
});

/** `[^1]` in a sentence as the citation that its definition makes. */
export const footnoteCitation = (text: string, link: WrittenLink, source: FootnoteSource): Citation => ({
  ...source,
  style: "reference",
  linkRange: link.range,
  textRange: { start: link.range.start + 1, end: link.range.start + 1 },
  text: "",
  label: text.slice(link.textRange.start, link.textRange.end),
  labelRange: link.textRange,
});

/** Whether a link is a reference to a footnote, not the beginning of its definition. */
export const isFootnoteReference = (text: string, link: WrittenLink): boolean =>
  link.shortcut && isFootnoteLabel(text, link) && !opensDefinition(text, link);
