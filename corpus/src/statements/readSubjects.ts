// Whose figure it is: the name that owns the metric in its clause, those to and by whom, else the antecedent (該公司, 其, a
// clause or sentence without a name), marked as inferred.
import type { Subject } from "../figures/statement.ts";
import { Cue } from "./cues.ts";
import { fits, isAccounts, isCommodity, isMacro } from "./metricTraits.ts";
import type { Clause } from "./said.ts";
import { REACH } from "./said.ts";
import { firstOf, joined, lastOf, openBracket, within, type MetricHit, type NamedMention, type Place } from "./scene.ts";

export type Preposition = "to" | "by" | "in" | "with" | "than" | "from";

const BEFORE_NAME: readonly (readonly [Preposition, RegExp])[] = [
  ["to", /(?:向|對|对|給|给|予|投資|投资|收購|收购|入股|併購|并购|買下|买下|注資|注资|售予|交付|捐|\sto|\sacquires?|\sacquired|\sbuys?|\sinto)\s?$/i],
  ["by", /(?:由|被|獲得?|获得?|遭|受|\sby)\s?$/i],
  ["in", /(?:在|於|于|赴|位於|位于|\sin|\sat)\s?$/i],
  ["with", /(?:與|与|跟|聯手|携手|攜手|\swith)\s?$/i],
  ["than", /(?:較|较|比|高於|高于|低於|低于|多於|超過|超过|優於|不如|\sthan|\svs\.?|\sversus)\s?$/i],
  ["from", /(?:來自|来自|從|从|自|源自|\sfrom)\s?$/i],
];

/** The preposition right before a name. */
export function prepositionOf(text: string, mention: NamedMention): Preposition | undefined {
  const before = ` ${text.slice(Math.max(0, mention.start - 10), mention.start)}`;
  for (const [preposition, pattern] of BEFORE_NAME) if (pattern.test(before)) return preposition;
  return undefined;
}

const OWNER_BEHIND = /^\s?(?:的|之|of|at|for|by|in|from|to)?\s?(?:the\s)?$/;

const canBe = (mention: NamedMention): boolean => mention.named.type !== "media" && mention.named.type !== "law" && mention.named.type !== "ticker";

export const subjectOf = (mention: NamedMention, inferred: boolean, part: Subject["part"] = "of"): Subject => ({ entity: mention.entity, part, inferred });

/** The subjects of a figure, the one it is of first. `given` is the name that a list in step gives it. */
export function readSubjects(clause: Clause, place: Place, metric: string | undefined, hit: MetricHit | undefined, given?: NamedMention): readonly Subject[] {
  if (given) return [subjectOf(given, false)];
  const { scene } = clause;
  const { text } = scene;
  const least = Math.max(clause.start, place.start - REACH);
  const all = within(scene.mentions, least, place.start).filter(({ end }) => end <= place.start);
  const bracket = openBracket(text, place.start);
  if (bracket >= 0) {
    const owner = all.findLast(({ start, end }) => end <= bracket || start > bracket);
    const inside = all.findLast(({ start }) => start > bracket);
    if (inside && canBe(inside) && fits(inside.named.type, metric) > 0) return [subjectOf(inside, false)];
    if (owner && canBe(owner) && bracket - owner.end <= 1) return [subjectOf(owner, false)];
    const last = clause.sentence.last;
    if (last && last.place.end <= bracket && bracket - last.place.end <= 2) return last.said.subjects;
  }
  const others: Subject[] = [];
  const candidates: NamedMention[] = [];
  for (const mention of all) {
    if (!canBe(mention) || clause.asides.has(mention.start)) continue;
    const open = openBracket(text, mention.start);
    if (open >= 0 && open !== bracket) continue;
    const preposition = prepositionOf(text, mention);
    if (preposition === "to" || preposition === "by") others.push(subjectOf(mention, false, preposition));
    else if (preposition === undefined || preposition === "with") candidates.push(mention);
    else if (preposition === "in" && mention.named.type === "place" && (isMacro(metric) || metric === undefined)) candidates.push(mention);
  }
  const chosen = choose(clause, place, metric, hit, candidates);
  if (chosen) {
    const listed = candidates.filter((one) => one.end <= chosen.start && joinedAll(text, candidates, one, chosen) && one.named.type === chosen.named.type);
    const subjects = [subjectOf(chosen, false), ...listed.reverse().map((one) => subjectOf(one, false)), ...others];
    return distinct(subjects).slice(0, 3);
  }
  const behind = within(scene.mentions, place.end, Math.min(clause.end, place.end + 16)).find((one) => canBe(one) && fits(one.named.type, metric) > 0);
  const last = clause.sentence.last;
  if (behind && OWNER_BEHIND.test(text.slice(place.end, behind.start)) && !clause.sentence.topic) return [subjectOf(behind, false), ...others];
  if (hit && hit.start >= place.end) {
    const owner = within(scene.mentions, hit.end, Math.min(clause.end, hit.end + 16)).find((one) => canBe(one) && fits(one.named.type, metric) > 0);
    if (owner && /^\s?(?:of|at|for|by)\s(?:the\s)?$/.test(text.slice(hit.end, owner.start))) return [subjectOf(owner, false)];
  }
  const antecedent = readAntecedent(clause, place, metric, last?.said.subjects ?? []);
  if (antecedent) return distinct([antecedent, ...others]);
  return others.slice(0, 2);
}

const distinct = (subjects: readonly Subject[]): Subject[] => subjects.filter(({ entity }, i) => subjects.findIndex((one) => one.entity === entity) === i);

function joinedAll(text: string, candidates: readonly NamedMention[], from: NamedMention, to: NamedMention): boolean {
  const first = candidates.indexOf(from);
  const last = candidates.indexOf(to);
  for (let i = first; i < last; i++) {
    const [a, b] = [candidates[i], candidates[i + 1]];
    if (!a || !b || a.end >= b.start || !joined(text, a.end, b.start) || /的/.test(text.slice(a.end, b.start))) return false;
  }
  return true;
}

/** Of the names before a figure: the one that fits its metric, near the metric's word, not parted from it by another figure. */
function choose(clause: Clause, place: Place, metric: string | undefined, hit: MetricHit | undefined, candidates: readonly NamedMention[]): NamedMention | undefined {
  const { scene } = clause;
  const anchor = hit && hit.start < place.start ? hit.start : place.start;
  const company = candidates.some(({ named }) => named.type === "company");
  let best: NamedMention | undefined;
  let most = 0;
  for (let i = candidates.length - 1; i >= 0 && i >= candidates.length - 6; i--) {
    const mention = candidates[i];
    if (!mention) continue;
    let score = fits(mention.named.type, metric) * 10;
    if (score === 0) continue;
    if (mention.named.type === "place" && company && !isMacro(metric)) score -= 9;
    if (mention.named.type === "person" && candidates.length > 1) score -= 4;
    if (mention.start > anchor) score -= 4;
    score -= (candidates.length - 1 - i) * 1.5;
    if (within(scene.places, mention.end, place.start).length) score -= metric !== undefined && hit === undefined ? 0 : 3;
    if (score > most) {
      most = score;
      best = mention;
    }
  }
  return best;
}

/** Who was spoken of before, where the clause names nobody. */
function readAntecedent(clause: Clause, place: Place, metric: string | undefined, before: readonly Subject[]): Subject | undefined {
  const { scene, sentence, memory } = clause;
  if (isCommodity(metric)) return undefined;
  const least = Math.max(clause.start, place.start - REACH);
  const suits = (mention: NamedMention | undefined, at = 1): mention is NamedMention => mention !== undefined && fits(mention.named.type, metric) >= at;
  if (lastOf(scene.cues, least, place.start, Cue.Company)) {
    const company = [sentence.topic, sentence.sayer, memory.company, memory.headline].find((one) => one?.named.type === "company");
    if (company && suits(company)) return subjectOf(company, true);
  }
  const [first] = before;
  if (sentence.last && first && place.start - sentence.last.place.end < 40 && (sentence.last.said.metric === metric || metric === undefined)) return { ...first, inferred: true };
  if (suits(sentence.topic)) return subjectOf(sentence.topic, true);
  if (suits(sentence.sayer, 2) && isAccounts(metric)) {
    const other = memory.topic;
    if (sentence.sayerForesees && other && other.entity !== sentence.sayer.entity && suits(other, 2)) return subjectOf(other, true);
    return subjectOf(sentence.sayer, true);
  }
  if (sentence.topic) return undefined;
  if (isMacro(metric)) return suits(memory.place, 2) && memory.topic === memory.place ? subjectOf(memory.place, true) : undefined;
  const told = metric !== undefined || firstOf(scene.cues, least, place.end, Cue.Its, Cue.Company) !== undefined;
  if (told && suits(memory.topic, isAccounts(metric) ? 2 : 1)) return subjectOf(memory.topic, true);
  if (isAccounts(metric) && suits(memory.company, 2)) return subjectOf(memory.company, true);
  if (isAccounts(metric) && suits(memory.headline, 2)) return subjectOf(memory.headline, true);
  return undefined;
}
