// Which figures of a note each citation cites (DESIGN section 2, Scope): those of its text; without any, the uncited ones before
// it in its sentence, a table's for the source line under it, or those of the citation right before it.
import type { Span } from "../text/sentences.ts";
import type { Citation } from "./citation.ts";
import type { Note } from "./note.ts";
import { blockAt, type NoteBlock } from "./noteBlocks.ts";
import { sentenceBefore } from "./sentenceBefore.ts";

/**
 * text: the figures between the brackets; sentence, row, table: uncited ones, looked for in the whole cited article; second: a
 * further source of what the citation before it cites; words: no figure at all.
 */
export type ScopeKind = "text" | "sentence" | "row" | "table" | "second" | "words";

export interface CitedScope {
  readonly citation: Citation;
  readonly kind: ScopeKind;
  /** Indexes into the figures given, ascending. */
  readonly figures: readonly number[];
}

const SOURCE_LINE = /^[\s*_>（(]*(?:(?:資料|资料)?[來来]源|sources?(?![a-z]))/i;
/** What may stand between a citation and its second source. */
const BETWEEN = /^[\s、/(（]*$/;
/** So many links before a citation are looked through for its sentence. */
const LINKS_BEFORE = 200;

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The indexes of the figures inside a span; the figures are in order. */
function within(figures: readonly Span[], { start, end }: Span): number[] {
  let low = 0;
  let high = figures.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((figures[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let i = low; i < figures.length && (figures[i]?.start ?? end) < end; i++)
    if ((figures[i]?.end ?? end) <= end) found.push(i);
  return found;
}

const firstLine = (text: string, { start, end }: Span): string =>
  text.slice(start, Math.min(end, start + 200)).split(/[\r\n]/, 1)[0] ?? "";

/**
 * The scope of every citation of a note, in order. `figures` are all figures of the note's prose (link texts too) by UTF-16
 * offsets of the note, in order; `citations` those links of it that are citations (isCitation).
 */
export function citedScopes(
  note: Note,
  figures: readonly Span[],
  citations: readonly Citation[],
): readonly CitedScope[] {
  const { text, tree } = note;
  const cited = new Set<number>();
  const own = citations.map((citation) => within(figures, citation.textRange));
  for (const indexes of own) for (const index of indexes) cited.add(index);
  const uncited = (span: Span | undefined): number[] =>
    span ? within(figures, span).filter((index) => !cited.has(index)) : [];

  const scopes: CitedScope[] = [];
  const claimed = (kind: ScopeKind, indexes: readonly number[]): Omit<CitedScope, "citation"> => {
    for (const index of indexes) cited.add(index);
    return { kind, figures: indexes };
  };
  /** The source line's table, whose figures all of its links cite. */
  let sourced: { readonly table: number; readonly figures: readonly number[] } | undefined;
  let firstOfBlock = 0;

  const scopeOf = (citation: Citation, i: number, block: NoteBlock | undefined): Omit<CitedScope, "citation"> => {
    const mine = own[i] ?? [];
    if (mine.length > 0) return { kind: "text", figures: mine };
    if (!block) return { kind: "words", figures: [] };
    const table = block.tableAbove;
    if (table && SOURCE_LINE.test(firstLine(text, block.range))) {
      if (sourced?.table !== table.start) sourced = { table: table.start, figures: uncited(table) };
      return claimed("table", sourced.figures);
    }
    const previous = scopes[i - 1];
    const gap =
      previous && previous.citation.linkRange.end <= citation.linkRange.start
        ? text.slice(previous.citation.linkRange.end, citation.linkRange.start)
        : undefined;
    const samePandoc = previous !== undefined && overlaps(previous.citation.linkRange, citation.linkRange);
    if (
      previous &&
      previous.figures.length > 0 &&
      (samePandoc || (gap !== undefined && gap.length <= 8 && BETWEEN.test(gap)))
    )
      return { kind: "second", figures: previous.figures };
    const before = uncited(
      sentenceBefore(
        text,
        block.range,
        citation.linkRange,
        citations.slice(Math.max(firstOfBlock, i - LINKS_BEFORE), i),
      ),
    );
    if (before.length > 0) return claimed("sentence", before);
    const row = uncited(block.row);
    return row.length > 0 ? claimed("row", row) : { kind: "words", figures: [] };
  };

  let block: NoteBlock | undefined;
  citations.forEach((citation, i) => {
    const { start } = citation.linkRange;
    // looked up once for a block: in a paragraph of thousands of links each look-up would pass them all
    if (!block || start < block.range.start || start >= block.range.end) block = blockAt(tree, start);
    while (block && firstOfBlock < i && (citations[firstOfBlock]?.linkRange.start ?? 0) < block.range.start)
      firstOfBlock++;
    scopes.push({ citation, ...scopeOf(citation, i, block) });
  });
  return scopes;
}

/** The scope of one citation of those given. */
export const citedScope = (
  note: Note,
  figures: readonly Span[],
  citations: readonly Citation[],
  citation: Citation,
): CitedScope | undefined => citedScopes(note, figures, citations).find((scope) => scope.citation === citation);
