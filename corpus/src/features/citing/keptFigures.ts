// What the corpus says of a draft's figures, kept while the words around them and the corpus stay as they are: an edit asks anew
// for the figures of the passage that it changed, and for those under a heading that it changed.
import type { Mention } from "../../entities/entity.ts";
import type { Figure } from "../../figures/figure.ts";
import type { Store } from "../../index/store.ts";
import type { Desk } from "../desk.ts";
import type { Draft, ReadPassage } from "../draft.ts";

/** All that a query of a figure depends on, beside the figure's own words. */
interface Kept<Answer> {
  readonly index: Store;
  readonly version: number;
  readonly path: string;
  readonly date: string;
  /** Of an article, which is no source of itself. */
  readonly line: number | undefined;
  readonly mentions: readonly Mention[];
  readonly headingMentions: readonly Mention[] | undefined;
  readonly answer: Answer;
}

/** Under so many headings the same words are kept. */
const HEADINGS = 16;

export type FigureFinder<Answer> = (desk: Desk, draft: Draft, read: ReadPassage, figure: Figure) => Answer;

/** A finder that keeps its answers, which should be small: a long note has thousands of figures. */
export function keptByFigure<Answer>(find: FigureFinder<Answer>): FigureFinder<Answer> {
  // a passage's figures are the same objects as long as its words and the note's region are the same
  const figures = new WeakMap<Figure, Map<string, Kept<Answer>>>();
  return (desk, draft, read, figure) => {
    const { index } = desk;
    const { path, date } = draft;
    const { mentions } = read;
    const line = draft.note ? undefined : read.passage.line;
    const above = draft.headingAbove(read.passage);
    const headingMentions = above && draft.read(above).mentions;
    let byHeading = figures.get(figure);
    if (!byHeading || byHeading.size > HEADINGS) figures.set(figure, (byHeading = new Map()));
    const heading = above?.text ?? "";
    const known = byHeading.get(heading);
    if (
      known &&
      known.index === index &&
      known.version === index.version &&
      known.path === path &&
      known.date === date &&
      known.line === line &&
      known.mentions === mentions &&
      known.headingMentions === headingMentions
    )
      return known.answer;
    const answer = find(desk, draft, read, figure);
    byHeading.set(heading, { index, version: index.version, path, date, line, mentions, headingMentions, answer });
    return answer;
  };
}
