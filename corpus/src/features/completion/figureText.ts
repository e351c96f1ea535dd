// The text of a figure as it goes into a note: as the source writes it, or with the decimals that the note's own figures have.
import type { Figure } from "../../figures/figure.ts";
import { writeFigure } from "../../figures/writeFigure.ts";
import type { FigureAt } from "../../index/figureAt.ts";
import type { Desk } from "../desk.ts";
import type { Draft } from "../draft.ts";

/** So many figures of a kind make a habit. */
const HABIT = 3;
/** Passages before and behind which are not looked at. */
const PASSAGES = 400;
const NUMBER = /\d[\d,]*(?:\.(\d+))?/;

const habits = new WeakMap<Draft, Map<Figure["kind"], number | undefined>>();

/** The decimals that most of the note's figures of a kind have at the most; undefined where there is no habit yet. */
function decimalsOf(draft: Draft, kind: Figure["kind"]): number | undefined {
  const known = habits.get(draft) ?? new Map<Figure["kind"], number | undefined>();
  habits.set(draft, known);
  if (known.has(kind)) return known.get(kind);
  const decimals: number[] = [];
  for (const passage of draft.passages.slice(0, PASSAGES))
    for (const figure of draft.read(passage).figures)
      if (figure.kind === kind) decimals.push(NUMBER.exec(passage.text.slice(figure.start, figure.end))?.[1]?.length ?? 0);
  decimals.sort((a, b) => a - b);
  const habit = decimals.length >= HABIT ? decimals[decimals.length >> 1] : undefined;
  known.set(kind, habit);
  return habit;
}

/** Each number of a text with at most `decimals` decimals; digits before the point stay. 570.06億美元 and 0 give 570億美元. */
export const roundDecimals = (text: string, decimals: number): string =>
  text.replace(/(\d[\d,]*)\.(\d+)/g, (all, whole: string, fraction: string) => {
    if (fraction.length <= decimals) return all;
    const rounded = Number(`${whole.replaceAll(",", "")}.${fraction}`).toFixed(decimals);
    return whole.includes(",") ? Number(rounded).toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals }) : rounded;
  });

/** What completing a figure writes, in the script and region of the note, by the setting tickmark.figure.form. */
export function figureText(desk: Desk, draft: Draft, figure: FigureAt): string {
  const text = writeFigure(figure, draft.region);
  const decimals = desk.settings.figureForm === "note" ? decimalsOf(draft, figure.kind) : undefined;
  // a figure that rounding would take to nothing stays as it is
  const rounded = decimals === undefined ? text : roundDecimals(text, decimals);
  return /[1-9]/.test(rounded) ? rounded : text;
}
