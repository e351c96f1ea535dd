// A stretch of a source with the figures in it, as a place that can be opened.
import type { Figure } from "../figures/figure.ts";
import { lineAt, lineEnd } from "../text/lines.ts";
import type { Span } from "../text/sentences.ts";
import type { CitedFigure, QuotePlace } from "./resolution.ts";
import type { SourceAccess, SourceText } from "./sourceAccess.ts";

/** How far around a quote its line is read for figures: enough for any figure that the quote touches. */
const AROUND = 160;

export interface SourceFile {
  readonly path: string;
  readonly source: SourceText;
}

const moved = (figure: Figure, by: number): Figure => ({ ...figure, start: figure.start + by, end: figure.end + by });

/** The figures that a stretch touches, at offsets of the file. `inContext`: as the index read them in their line or table. */
export function figuresTouching(
  { path, source }: SourceFile,
  { start, end }: Span,
  access: SourceAccess,
  inContext: boolean,
): readonly Figure[] {
  const { text, lineStarts } = source;
  const found: Figure[] = [];
  const lastLine = lineAt(lineStarts, Math.max(start, end - 1));
  for (let line = lineAt(lineStarts, start); line <= lastLine; line++) {
    const lineStart = lineStarts[line] ?? 0;
    const kept = inContext ? access.figuresOfLine?.(path, line) : undefined;
    if (kept) {
      found.push(...kept.map((figure) => moved(figure, lineStart)));
      continue;
    }
    const from = Math.max(lineStart, start - AROUND);
    const to = Math.min(lineEnd(text, lineStarts, line), end + AROUND);
    found.push(...access.figuresIn(text.slice(from, to), path).map((figure) => moved(figure, from)));
  }
  return found.filter((figure) => figure.start < end && figure.end > start);
}

const citedFigure = ({ source }: SourceFile, figure: Figure): CitedFigure => {
  const line = lineAt(source.lineStarts, figure.start);
  const lineStart = source.lineStarts[line] ?? 0;
  return { line, start: figure.start - lineStart, end: figure.end - lineStart, figure };
};

/** The place of a stretch (offsets of the file, end exclusive) that cites these figures. */
export function quotePlace(file: SourceFile, { start, end }: Span, figures: readonly Figure[]): QuotePlace {
  const { lineStarts } = file.source;
  const line = lineAt(lineStarts, start);
  const endLine = end > start ? lineAt(lineStarts, end - 1) : line;
  return {
    path: file.path,
    line,
    start: start - (lineStarts[line] ?? 0),
    endLine,
    end: end - (lineStarts[endLine] ?? 0),
    figures: figures.map((figure) => citedFigure(file, figure)),
  };
}
