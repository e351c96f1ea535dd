// Corrections among ranked figures: where an article says that a figure was wrong (由18.6億元更正為16.8億元), what it replaces goes
// behind what it says. The voided figure stays in the list: a note may cite it, and a card tells that it differs.
import { articleDay, lineOf } from "../index/indexedChunk.ts";
import type { FigureAt } from "../index/figureAt.ts";
import { inYearOf, periodsOverlap } from "./periods.ts";
import { WEIGHTS, type RankedFigure } from "./scoreFigure.ts";

/** Says that something printed or filed was wrong; a forecast raised or cut (上修, 下修, raised) is none. */
const CORRECTION = /更正|訂正|订正|勘誤|勘误|重編|重编|誤植|误植|誤報|误报|有誤|有误|correct(?:ed|ion)|restate[ds]?\b|restatement|erratum|in error/i;
/** Right before the figure that holds from now on. */
const NOW = /(?:更正|修正|訂正|订正|重編|重编|正確|正确|應|应|改)(?:數字|数字|數|数)?(?:後|后)?(?:應|应)?(?:列|成|回)?(?:為|为|是|成|至)\s?$|(?:corrected|restated|revised|changed)(?: (?:figure|it|that|number))?(?: downward| upward| lower| higher)? (?:to|at|as)\s?$|correct (?:figure|number) (?:is|was)\s?$/i;
/** Right before the old figure where it follows the new one. */
const FROM = /(?:from|previously|instead of|not|原為|原为|原先|而非|非)\s?$/i;
/** Right behind a figure that no longer holds. */
const WRONG = /^[^，,。；;]{0,6}(?:有誤|有误|誤植|误植|係誤|系误|錯誤|错误| in error| was wrong| was incorrect)/;

const isSame = (a: FigureAt, b: FigureAt): boolean => a.kind === b.kind && a.unit === b.unit && a.low === b.low && a.high === b.high;
const sharesSubject = (a: FigureAt, b: FigureAt): boolean => a.subjects.some((subject) => b.subjects.includes(subject));
const samePeriod = (a: FigureAt, b: FigureAt): boolean => !a.period || !b.period || periodsOverlap(inYearOf(a.period, b.period), b.period);

/** The figures that a sentence says were wrong: beside each stands another of its kind and unit, which holds now. */
function voidedIn(figures: readonly FigureAt[]): FigureAt[] {
  const [first] = figures;
  if (!first || figures.length < 2) return [];
  const line = lineOf(first.chunk, first.line);
  const found: FigureAt[] = [];
  for (const figure of figures) {
    const isNow = NOW.test(line.slice(Math.max(0, figure.start - 24), figure.start));
    const at = figures.indexOf(figure);
    // 從52%降為37%, in an article that corrects
    const changed = figure.role === "before" && figures[at + 1]?.role === "after";
    const wrong = changed || WRONG.test(line.slice(figure.end, figure.end + 16));
    if (!isNow && !wrong) continue;
    const isLike = (one: FigureAt): boolean => one.kind === figure.kind && one.unit === figure.unit;
    const next = figures.slice(at + 1).find(isLike);
    // what stands before is replaced by what holds; in English it may follow: restated to $3m from $4m
    const pair = isNow ? (figures.slice(0, at).findLast(isLike) ?? (next && FROM.test(line.slice(Math.max(0, next.start - 16), next.start)) ? next : undefined)) : next;
    if (pair && !isSame(pair, figure)) found.push(isNow ? pair : figure);
  }
  return found;
}

/** Whether an article, by its title, is a correction; or the figure's own sentence says so. */
export function isCorrection({ chunk, article, line, start, end }: FigureAt): boolean {
  const title = article?.titleLine === undefined ? "" : lineOf(chunk, article.titleLine - 1);
  return CORRECTION.test(title) || CORRECTION.test(lineOf(chunk, line).slice(Math.max(0, start - 60), end + 20));
}

/**
 * Ranked figures with what corrections void put back. `siblings` gives the figures of a ranked figure's sentence. Two ways: a
 * sentence names the old and the new value; or an article that is a correction gives another value for the same company, metric
 * and period than an earlier one. Looks at what is ranked, nothing else.
 */
export function withCorrections<Ranked extends RankedFigure>(ranked: readonly Ranked[], siblings: (one: Ranked) => readonly FigureAt[]): Ranked[] {
  const corrections = ranked.filter(({ figure }) => isCorrection(figure));
  if (!corrections.length) return [...ranked];
  const voided = corrections.flatMap((one) => voidedIn(siblings(one)));
  const holds = corrections.map(({ figure }) => figure).filter((figure) => figure.role !== "before" && figure.metric !== undefined && figure.subjects.length && !voided.some((old) => isSame(old, figure)));
  const isVoided = (figure: FigureAt): boolean =>
    voided.some((old) => isSame(old, figure) && (old.metric === undefined || figure.metric === undefined || old.metric === figure.metric) && samePeriod(old, figure) && (!old.subjects.length || !figure.subjects.length || sharesSubject(old, figure))) ||
    holds.some(
      (now) =>
        now.metric === figure.metric && now.kind === figure.kind && now.unit === figure.unit && !isSame(now, figure) && now.period !== undefined && figure.period !== undefined && samePeriod(now, figure) &&
        sharesSubject(now, figure) && now.scope === figure.scope && now.comparison === figure.comparison && now.role === figure.role && now.forecast === figure.forecast && now.article !== figure.article && articleDay(figure.article) < articleDay(now.article),
    );
  return ranked.map((one) => (isVoided(one.figure) ? { ...one, score: one.score + WEIGHTS.voided, parts: { ...one.parts, voided: WEIGHTS.voided } } : one));
}
