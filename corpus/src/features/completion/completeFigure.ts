// The figures that would follow at a place: ranked for the sentence so far, those that begin with the digits typed, each
// value once. Where nothing of the corpus fits well nothing is offered: a wrong offer costs more than none.
import { writeFigure } from "../../figures/writeFigure.ts";
import { insertCitation } from "../../note/insertCitation.ts";
import type { FigureAt } from "../../index/figureAt.ts";
import type { Expectation } from "../../ranking/query.ts";
import { rankFigures, type RankedFigure } from "../../ranking/rankFigures.ts";
import { askAt } from "../askAt.ts";
import { citeSource, spanOfFigure } from "../citing/citeFigure.ts";
import { describeInLine } from "../describeFigure.ts";
import type { Desk } from "../desk.ts";
import type { Draft, ReadPassage } from "../draft.ts";
import { provenance } from "../excerpt.ts";
import { figureText } from "./figureText.ts";
import { shortLabel, type CompletionChoice } from "./completion.ts";

/** A score below this is no offer. */
const LEAST = 0.34;
/** What falls this far behind the best is left out. */
const SPREAD = 0.55;
const OFFERS = 12;
const NEARLY_ALL = 0.8;

/** A number under way at the end of a text, its currency sign with it. */
const TYPED = /(?:(?:US|NT|HK)?[$＄￥¥€£]\s?)?[\d０-９][\d０-９,，.．]*$|(?:US|NT|HK)?[$＄￥¥€£]$/;
/** Digits here begin a date, a list or a heading, not a figure. */
const NOT_A_FIGURE = /(?:^\s*|[年月/第]|\d[-/])\d*$/;

const halfWidth = (text: string): string => text.replace(/[０-９．，]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
const digitsOf = (text: string): string => halfWidth(text).replace(/[^\d.]/g, "");

/** The figures that would follow at a place of a passage. */
export interface Following {
  /** Each value once, by its best source, best first. */
  readonly ranked: readonly RankedFigure[];
  /** What of a figure is typed already, up to the place. */
  readonly typed: string;
  /** What a figure at the place would say. */
  readonly expected: Expectation;
}

/** `strict`: the list was opened by a digit or sign, so a subject and matching digits are wanted. */
export function rankFollowing(desk: Desk, draft: Draft, read: ReadPassage, at: number, strict: boolean): Following | undefined {
  const before = read.passage.text.slice(0, at);
  const typed = TYPED.exec(before.slice(-24))?.[0] ?? "";
  const start = at - typed.length;
  const digits = digitsOf(typed);
  if (digits && NOT_A_FIGURE.test(before.slice(Math.max(0, start - 4), start) + digits)) return undefined;
  const query = askAt(draft, read, start, start, desk.tables);
  if (strict && (!query.expected.subjects.length || (!digits && !typed))) return undefined;
  const fits = (figure: FigureAt): boolean =>
    !figure.doubtful && (!digits || digitsOf(figure.surface).startsWith(digits) || digitsOf(writeFigure(figure, draft.region)).startsWith(digits));
  // another company's figure is no offer, unless nearly every word of the sentence stands there
  const ranked = rankFigures(desk.index, query, 60, fits).filter(({ parts, coverage }) => parts.subjectAbsent === undefined || coverage >= NEARLY_ALL);
  const best = ranked[0];
  if (!best || best.score < LEAST) return undefined;
  return { ranked: distinct(ranked.filter(({ score }) => score >= Math.max(LEAST, best.score - SPREAD))), typed, expected: query.expected };
}

/** `strict` as above; `offset` is the place in the note. */
export function completeFigure(desk: Desk, draft: Draft, read: ReadPassage, at: number, offset: number, strict: boolean): CompletionChoice[] {
  const following = rankFollowing(desk, draft, read, at, strict);
  return following ? following.ranked.slice(0, OFFERS).map((one) => choiceOf(desk, draft, one, offset - following.typed.length, offset)) : [];
}

/** Each value once, by its best source; a title's figure by the sentence of its article that says it, where there is one. */
function distinct(ranked: readonly RankedFigure[]): RankedFigure[] {
  const byValue = new Map<string, RankedFigure>();
  for (const one of ranked) {
    const { figure } = one;
    const key = `${figure.kind}:${figure.unit}:${figure.low}:${figure.high}`;
    const known = byValue.get(key)?.figure;
    if (!known || (isInTitle(known) && known.article === figure.article)) byValue.set(key, one);
  }
  return [...byValue.values()];
}

const isInTitle = ({ article, line }: FigureAt): boolean => article?.titleLine === line + 1;

function choiceOf(desk: Desk, draft: Draft, { figure }: RankedFigure, start: number, end: number): CompletionChoice {
  const text = figureText(desk, draft, figure);
  const told = describeInLine(desk, figure, draft.region);
  const base = {
    kind: "figure" as const,
    label: shortLabel(text),
    detail: told ? ` ${told}` : "",
    description: provenance(figure.article, figure.chunk, desk.messages.undated),
    about: { path: figure.chunk.path, line: figure.line, start: figure.start, end: figure.end },
  };
  if (desk.settings.citationInsert === "plain" || !draft.note) return { ...base, edit: { start, end, newText: text }, snippet: false, additional: [] };
  const cited = citeSource(spanOfFigure(figure), draft.path);
  const { mainEdit, additionalEdits } = insertCitation({
    note: draft.note,
    range: { start, end },
    text,
    target: cited.target,
    quote: cited.quote,
    style: desk.settings.citationStyle,
    snippets: desk.snippets,
  });
  return { ...base, edit: { start: mainEdit.start, end: mainEdit.end, newText: mainEdit.newText }, snippet: mainEdit.snippet, additional: additionalEdits };
}
