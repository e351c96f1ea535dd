// In which role a figure stands: how much something moved, the value before or after, a limit, a target, a peak, or a plain
// level; against what it is compared; and whether it is still to come. Looks at the cues right around the figure.
import type { Comparison, Role } from "../figures/statement.ts";
import { Cue, type CueHit } from "./cues.ts";
import type { Clause } from "./said.ts";
import { cueSet, firstWithin, lastOf, lastWithin, lowerBound, only, onlyHedges, type Place, type Scene } from "./scene.ts";

export interface Movement {
  /** The figure is how much something moved. */
  readonly change: boolean;
  /** Moved as prices do: 漲, 跌. */
  readonly price: boolean;
  readonly comparison?: Comparison;
}

const COMPARISONS: Partial<Record<Cue, Comparison>> = {
  [Cue.OnYear]: "year",
  [Cue.OnQuarter]: "quarter",
  [Cue.OnMonth]: "month",
  [Cue.OnWeek]: "week",
  [Cue.OnDay]: "day",
};
const PRICE_CHARACTERS = new Set([..."漲涨跌挫"]);
const CHANGE_CHARACTERS = new Set([..."增減减升降"]);
const MOVES = /[增減减升降漲涨跌長长]/;
const BEHIND = /^\s?(?:的|之|左右|以上|，|,)?\s?(?:year|higher|lower|increase|decrease|growth|decline|drop|gain|rise|jump|增|減|成長|漲|跌|升|降|涨|增长|增長|下降|上升)/i;

const COMPARING = cueSet(Cue.OnYear, Cue.OnQuarter, Cue.OnMonth, Cue.OnWeek, Cue.OnDay);
const MOVING = COMPARING | cueSet(Cue.Change, Cue.PriceChange);
const TOLD = cueSet(Cue.Forecast, Cue.Actual);

/** The first cue of a comparison that begins in [start, end), however far it goes. */
function firstComparing({ cues }: Scene, start: number, end: number): CueHit | undefined {
  for (let i = lowerBound(cues, start); i < cues.length; i++) {
    const hit = cues[i];
    if (!hit || hit.start >= end) return undefined;
    if ((COMPARING & only(hit.cue)) !== 0) return hit;
  }
  return undefined;
}

/** What the cues around a figure tell of movement. */
export function readMovement(clause: Clause, place: Place): Movement {
  const { scene } = clause;
  const { text } = scene;
  const relative = place.kind === "percent" || place.kind === "percentage_point" || place.kind === "multiple" || place.kind === undefined || place.kind === "basis_point";
  const least = Math.max(clause.start, place.start - 40);
  const from = Math.max(least, lastWithin(scene.places, least, place.start)?.end ?? least);
  const on = lastOf(scene.cues, from, place.start, COMPARING);
  const behind = firstComparing(scene, place.end, Math.min(clause.end, place.end + 28));
  const next = behind && firstWithin(scene.places, place.end, Math.min(clause.end, place.end + 28));
  const tied = behind && (!next || next.start > behind.start) && (behind.start - place.end <= 3 || /^[\x20-\x7e]*$/.test(text.slice(place.end, behind.start)));
  let comparison = on ? COMPARISONS[on.cue] : tied && behind ? COMPARISONS[behind.cue] : undefined;
  const moved = lastOf(scene.cues, from, place.start, MOVING);
  const landed = moved && lastOf(scene.cues, from, place.start, only(Cue.After));
  let price = false;
  let change = false;
  if (moved && !(landed && landed.start >= moved.start)) {
    const gap = text.slice(moved.end, place.start);
    change = onlyHedges(text, moved.end, place.start) || (relative && gap.length <= 14 && !/[為为至到占佔、]/.test(gap)) || (COMPARISONS[moved.cue] !== undefined && MOVES.test(gap) && !/[至到]/.test(gap)) || (COMPARISONS[moved.cue] !== undefined && relative);
    price = change && moved.cue === Cue.PriceChange;
  }
  if (!change) {
    let at = place.start;
    while (at > from && at > place.start - 5 && !PRICE_CHARACTERS.has(text.charAt(at - 1)) && !CHANGE_CHARACTERS.has(text.charAt(at - 1)) && onlyHedges(text, at - 1, at)) at--;
    const character = text.charAt(at - 1);
    if (at > from && (PRICE_CHARACTERS.has(character) || CHANGE_CHARACTERS.has(character))) {
      change = relative || onlyHedges(text, at, place.start);
      price = PRICE_CHARACTERS.has(character);
    }
  }
  if (!change && relative && place.kind !== undefined && (tied === true || BEHIND.test(text.slice(place.end, place.end + 14)))) change = true;
  if (change && comparison === undefined) comparison = clause.sentence.comparison;
  return { change, price, ...(comparison ? { comparison } : {}) };
}

const near = (text: string, hit: CueHit | undefined, place: Place, reach: number): boolean => hit !== undefined && place.start - hit.end <= reach && !/[、(（：:]/.test(text.slice(hit.end, place.start));

/** The role of a figure, undefined where nothing tells it. */
export function readRole(clause: Clause, place: Place, movement: Movement, compared: boolean, hasMetric: boolean): Role | undefined {
  const { scene, sentence } = clause;
  const { text } = scene;
  const least = Math.max(clause.start, place.start - 60);
  const from = Math.max(least, lastWithin(scene.places, least, place.start)?.end ?? least);
  const cue = (sort: Cue): CueHit | undefined => lastOf(scene.cues, from, place.start, only(sort));
  if (sentence.hypothetical || lastOf(scene.cues, least, place.start, only(Cue.Hypothetical))) return "hypothetical";
  if (compared) return "before";
  const origin = cue(Cue.From);
  if (origin && onlyHedges(text, origin.end, place.start)) {
    const ahead = text.slice(place.end, place.end + 24);
    if (/[至到為为]|\bto\b/.test(ahead) || /\bto\s\S{1,14}\s(?:\S{1,9}\s)?from\s$/.test(text.slice(Math.max(0, place.start - 40), place.start))) return "before";
  }
  const landed = cue(Cue.After);
  if (landed && onlyHedges(text, landed.end, place.start) && text.slice(landed.start, landed.end).toLowerCase() !== "hit" && !movement.change) return /^(?:達到|达到|來到|来到|reached)/.test(text.slice(landed.start, landed.end)) ? "level" : "after";
  if (near(text, cue(Cue.Before), place, 8)) return "before";
  if (near(text, cue(Cue.Limit), place, 8)) return "limit";
  if (near(text, cue(Cue.Target), place, 6)) return "target";
  if (near(text, cue(Cue.Peak), place, 5)) return "peak";
  if (movement.change) return "change";
  return hasMetric ? "level" : undefined;
}

/** True where it is still to come, false where it is told as done, undefined where nothing tells. */
export function readForecast(clause: Clause, place: Place): boolean | undefined {
  const { scene, sentence } = clause;
  const least = Math.max(clause.start, place.start - 60);
  const told = lastOf(scene.cues, least, place.start, TOLD);
  // 優於預期, 高於市場預估: only what it is compared with is foreseen
  if (told?.cue === Cue.Forecast) {
    const before = scene.text.slice(Math.max(0, told.start - 3), told.start);
    if (!/(?:於|于|乎|過|超|不及|符合|beat|above|below)\s?$/.test(before)) return true;
  }
  if (sentence.forecast) return true;
  return told?.cue === Cue.Actual ? false : undefined;
}
