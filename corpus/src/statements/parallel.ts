// Lists that go in step: 營收、淨利分別為 a 與 b; 第二季和第三季分別成長 x、y; A and B rose x and y, respectively. Each figure
// of the list is given the item of its own number.
import { Cue } from "./cues.ts";
import { firstOf, joined, only, within, type MetricHit, type NamedMention, type Place, type Scene } from "./scene.ts";
import type { WrittenPeriod } from "./writtenPeriod.ts";

/** What a list gives to one of its figures. */
export interface Share {
  readonly mention?: NamedMention;
  readonly metric?: MetricHit;
  readonly period?: WrittenPeriod;
}

const NO_SHARES: ReadonlyMap<number, Share> = new Map();
const REACH = 90;
const MOST = 12;

/** The longest run of joined items that ends nearest before `end`; at least two. */
function runBefore<Item extends { readonly start: number; readonly end: number }>(text: string, items: readonly Item[], end: number): readonly Item[] {
  const before = items.filter((item) => item.end <= end).slice(-MOST);
  for (let last = before.length - 1; last > 0; last--) {
    let first = last;
    while (first > 0 && joined(text, before[first - 1]?.end ?? 0, before[first]?.start ?? 0)) first--;
    if (first < last) return before.slice(first, last + 1);
  }
  return [];
}

/** Figures one after the other with only a few words between them, of one kind: one list, or several one behind the other. */
function figureRun(text: string, places: readonly Place[]): readonly Place[] {
  const run: Place[] = [];
  for (const place of places.slice(0, 2 * MOST)) {
    const last = run.at(-1);
    if (last && place.start - last.end > 24) break;
    if (last && /[。！？!?；;]/.test(text.slice(last.end, place.start))) break;
    run.push(place);
  }
  return run;
}

/** What the parallel lists of a sentence give to its figures, by the start of the figure. */
export function readParallel(scene: Scene, start: number, end: number): ReadonlyMap<number, Share> {
  if (!firstOf(scene.cues, start, end, only(Cue.Respectively))) return NO_SHARES;
  const shares = new Map<number, Share>();
  const { text } = scene;
  for (const cue of within(scene.cues, start, end)) {
    if (cue.cue !== Cue.Respectively) continue;
    const latin = text.charCodeAt(cue.start) < 128;
    const all = within(scene.places, latin ? Math.max(start, cue.start - REACH) : cue.end, latin ? cue.start : Math.min(end, cue.end + 2 * REACH));
    const figures = latin ? figureRunBack(text, all) : figureRun(text, all);
    const head = latin ? (figures[0]?.start ?? cue.start) : cue.start;
    if (figures.length < 2 || (!latin && (figures[0]?.start ?? 0) - cue.end > 30)) continue;
    const from = Math.max(start, head - REACH);
    const mentions = runBefore(text, within(scene.mentions, from, head), head);
    const metrics = runBefore(text, within(scene.metrics, from, head), head);
    const periods = runBefore(text, within(scene.periods, from, head), head);
    const fits = (items: readonly unknown[]): boolean => items.length > 1 && figures.length % items.length === 0;
    figures.forEach((figure, i) => {
      const share: Share = {
        ...(fits(mentions) ? { mention: mentions[i % mentions.length] } : {}),
        ...(fits(metrics) ? { metric: metrics[i % metrics.length] } : {}),
        ...(fits(periods) ? { period: periods[i % periods.length] } : {}),
      } as Share;
      if (share.mention || share.metric || share.period) shares.set(figure.start, share);
    });
  }
  return shares;
}

/** The run of figures that ends a list before `respectively`. */
function figureRunBack(text: string, places: readonly Place[]): readonly Place[] {
  const run: Place[] = [];
  for (const place of [...places].reverse().slice(0, MOST)) {
    const next = run[0];
    if (next && !joined(text, place.end, next.start)) break;
    run.unshift(place);
  }
  return run;
}
