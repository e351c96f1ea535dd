// Whose figure it is: the name that owns the metric in its clause, those to and by whom, else the antecedent (該公司, 其, a
// clause or sentence without a name), marked as inferred.
import type { Subject } from "../figures/statement.ts";
import { Cue } from "./cues.ts";
import { fits, isAccounts, isCommodity, isCorporate, isMacro } from "./metricTraits.ts";
import { prepositionOf } from "./prepositions.ts";
import type { Clause } from "./said.ts";
import { REACH } from "./said.ts";
import { endingBy, firstOf, firstWithin, joined, lastOf, lowerBound, only, openBracket, within, type MetricHit, type NamedMention, type Place, type Scene } from "./scene.ts";

/** A clause that tells of whoever the next one names. */
const LOOKS_AHEAD = /^\s?(?:擁有|拥有|坐擁|坐拥|憑藉|凭借|作為|作为|身為|身为|以|with|as|having)/i;

const OWNER_BEHIND = /^\s?(?:的|之|of|at|for|by|in|from|to)?\s?(?:the\s)?$/;

const canBe = (mention: NamedMention): boolean => mention.named.type !== "media" && mention.named.type !== "law" && mention.named.type !== "ticker";

export const subjectOf = (mention: NamedMention, inferred: boolean, part: Subject["part"] = "of"): Subject => ({ entity: mention.entity, part, inferred });

/** The subjects of a figure, the one it is of first. `given` is the name that a list in step gives it. */
export function readSubjects(clause: Clause, place: Place, metric: string | undefined, hit: MetricHit | undefined, given?: NamedMention): readonly Subject[] {
  if (given) return [subjectOf(given, false)];
  const { scene } = clause;
  const { text } = scene;
  const least = Math.max(clause.start, place.start - REACH);
  const all = endingBy(within(scene.mentions, least, place.start), place.start);
  const bracket = openBracket(scene, place.start);
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
  const compared = comparandFrom(scene, least, place);
  let previous: { readonly end: number; readonly part: "to" | "by" } | undefined;
  for (const mention of all) {
    if (!canBe(mention) || clause.asides.has(mention.start) || mention.start >= compared) continue;
    const open = openBracket(scene, mention.start);
    if (open >= 0 && open !== bracket) continue;
    const preposition = prepositionOf(text, mention);
    // 佛州參議員某某: where somebody is from
    if (mention.named.type === "place" && all.some((one) => one.named.type === "person" && one.start >= mention.end && one.start - mention.end <= 12 && !/[，,。的]/.test(text.slice(mention.end, one.start)))) continue;
    // 聯邦基金利率 is the metric itself
    if (hit && hit.start < mention.end && hit.end > mention.start) continue;
    // an office that publishes a country's number is not its subject
    if (isMacro(metric) && mention.named.type !== "place" && mention.start === clause.sentence.sayer?.start) continue;
    const part = preposition === "to" || preposition === "by" ? preposition : previous && joined(text, previous.end, mention.start) ? previous.part : undefined;
    previous = part && { end: mention.end, part };
    if (part) others.push(subjectOf(mention, false, part));
    else if (preposition === undefined || preposition === "with") candidates.push(mention);
    else if (preposition === "in" && mention.named.type === "place" && (isMacro(metric) || metric === undefined)) candidates.push(mention);
  }
  const chosen = candidates.length === 0 ? undefined : choose(clause, place, metric, hit, candidates);
  if (chosen) {
    const listed = candidates.filter((one) => one.end <= chosen.start && one.named.type === chosen.named.type && joinedAll(text, candidates, one, chosen));
    if (!listed.length && !others.length) return [subjectOf(chosen, false)];
    const subjects = [subjectOf(chosen, false), ...listed.reverse().map((one) => subjectOf(one, false)), ...others];
    return distinct(subjects).slice(0, 3);
  }
  const behind = firstOwner(scene, place.end, Math.min(clause.end, place.end + 16), metric);
  const last = clause.sentence.last;
  if (behind && (metric !== undefined || behind.start > place.end) && behind.named.type !== "person" && OWNER_BEHIND.test(text.slice(place.end, behind.start)) && !clause.sentence.topic) return [subjectOf(behind, false), ...others];
  if (hit && hit.start >= place.end) {
    const owner = firstOwner(scene, hit.end, Math.min(clause.end, hit.end + 16), metric);
    if (owner && /^\s?(?:of|at|for|by)\s(?:the\s)?$/.test(text.slice(hit.end, owner.start))) return [subjectOf(owner, false)];
  }
  const next = clause.start === clause.sentence.start ? firstWithin(scene.mentions, clause.end, clause.end + 3) : undefined;
  if (next && LOOKS_AHEAD.test(text.slice(clause.start, clause.start + 8)) && canBe(next) && fits(next.named.type, metric) > 0) return [subjectOf(next, true)];
  const antecedent = readAntecedent(clause, place, metric, hit, last?.said.subjects ?? []);
  if (antecedent) return others.length ? distinct([antecedent, ...others]) : [antecedent];
  return others.slice(0, 2);
}

/** The first name that starts in [start, end) and can have the metric. */
function firstOwner({ mentions }: Scene, start: number, end: number, metric: string | undefined): NamedMention | undefined {
  for (let i = lowerBound(mentions, start); i < mentions.length; i++) {
    const one = mentions[i];
    if (!one || one.start >= end) return undefined;
    if (canBe(one) && fits(one.named.type, metric) > 0) return one;
  }
  return undefined;
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
  const { text } = scene;
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
    if (metric === undefined && mention === clause.topic) score += 5;
    if (mention.named.type === "person" && candidates.length > 1) score -= 4;
    // price target on TSMC, revenue of Nvidia
    if (hit && mention.start >= hit.end && /^\s(?:of|on|for|at|from)\s(?:the\s)?$/.test(text.slice(hit.end, mention.start))) score += 5;
    else if (mention.start > anchor) score -= 4;
    score -= (candidates.length - 1 - i) * 1.5;
    if (firstWithin(scene.places, mention.end, place.start)) score -= metric !== undefined && hit === undefined ? 0 : 3;
    if (score > most) {
      most = score;
      best = mention;
    }
  }
  return best;
}

/**
 * Where what a multiple or fraction is taken of begins: 是微軟的兩倍 is said of whoever stands before 是. The end of the text
 * where it compares nothing.
 */
export function comparandFrom(scene: Scene, from: number, place: Place): number {
  if (place.kind !== "multiple" && place.kind !== "fraction") return Infinity;
  const before = scene.text.slice(from, place.start);
  const match = /^(.*)(?:是|為|为|相當於|相当于|達到了?|达到了?|不及|不到|約為|约为|僅為|仅为|等於|高達|(?<=[^A-Za-z])(?:is|was|are|were)(?=[^A-Za-z]))[^，,。]{2,60}(?:的|之)\s?(?:約|约|近|逾|超過|超过)?\s?$/s.exec(before);
  return match ? from + (match[1]?.length ?? 0) : Infinity;
}

/** An amount that describes some company, no company spoken of: 收入40億美元的公司. */
const INDEFINITE = /^\s?(?:的|之)(?:公司|企業|企业|國家|国家|城市|一家|新創)/;

/** A part of the company that was spoken of before its metric: 金融科技及企業服務收入. */
const PART_OF_FIRM = /^[^，,。的]{1,12}(?:業務|业务|服務|服务|分部|部門|部门|板塊|板块|事業群?|事业群?|廣告|广告|遊戲|游戏|訂閱|订阅|客運|客运|貨運|货运|智能集團|智能集团)$/;

/** Whether a sentence that names nobody can go on about the one before: it does not speak of you and me, cites no statistics, and puts no noun of its own before the metric. */
function mayGoBack({ scene, start, sentence }: Clause, place: Place, hit: MetricHit | undefined): boolean {
  const { text } = scene;
  const near = text.slice(Math.max(sentence.start, place.start - 60), place.start);
  if (/[某你您]|一家|一間|一间|(?:^|[^使])我/.test(near)) return false;
  if (!sentence.sayer && lastOf(scene.cues, Math.max(sentence.start, place.start - 80), place.start, only(Cue.AccordingTo))) return false;
  if (lastOf(scene.cues, Math.max(start, place.start - REACH), place.start, only(Cue.Company))) return true;
  if (start === sentence.start && lastOf(scene.cues, start, Math.min(place.start, start + 8), only(Cue.Its))) return true;
  if (!hit || hit.start >= place.start) return true;
  if (hit.start - start > 40) return false;
  let own = text.slice(start, hit.start);
  for (const period of within(scene.periods, start, hit.start).slice(0, 3)) own = own.replace(text.slice(period.start, period.end), "");
  if (isAccounts(hit.metric) && PART_OF_FIRM.test(own)) return true;
  return own.replace(/目前|當前|当前|單季|单季|合併|合并|預期|预期|預計|预计|整體|整体|累計|累计|其中|此外|另外|同時|同时|方面|[的在為为，,\s]/g, "").length <= 4;
}

/** Who was spoken of before, where the clause names nobody. */
function readAntecedent(clause: Clause, place: Place, metric: string | undefined, hit: MetricHit | undefined, before: readonly Subject[]): Subject | undefined {
  const { scene, sentence, memory } = clause;
  if (isCommodity(metric)) return undefined;
  const least = Math.max(clause.start, place.start - REACH);
  const suits = (mention: NamedMention | undefined, at = 1): mention is NamedMention => mention !== undefined && fits(mention.named.type, metric) >= at;
  if (lastOf(scene.cues, least, place.start, only(Cue.Company))) {
    const company = [sentence.topic, sentence.sayer, memory.topic, memory.company, memory.headline].find((one) => one?.named.type === "company");
    if (company && suits(company)) return subjectOf(company, true);
  }
  if (metric === undefined && place.kind === "duration") return undefined;
  const [first] = before;
  if (sentence.last && first && place.start - sentence.last.place.end < 40 && (sentence.last.said.metric === metric ? metric !== undefined : metric === undefined && !first.inferred)) return { ...first, inferred: true };
  const spoken = sentence.named.slice(-6);
  const owned = isMacro(metric) ? spoken.filter(({ named, start }) => named.type === "place" || start !== sentence.sayer?.start) : spoken;
  if (INDEFINITE.test(scene.text.slice(place.end, place.end + 6)) && !/(?:這|这|該|该|[Tt]his |[Tt]he )/.test(scene.text.slice(Math.max(clause.start, place.start - 24), place.start))) return undefined;
  // 其 is whoever was spoken of last
  const its = lastOf(scene.cues, Math.max(clause.start, place.start - 24), place.start, only(Cue.Its)) ? owned.findLast((one) => suits(one)) : undefined;
  if (its && metric !== undefined && its.named.type !== "person") return subjectOf(its, true);
  if (metric === "target-price" && sentence.company) return subjectOf(sentence.company, true);
  const best = owned.findLast((one) => fits(one.named.type, metric) === 2) ?? (isCorporate(metric) ? sentence.company : undefined) ?? (metric === undefined ? undefined : owned.findLast((one) => suits(one)));
  if (best && (metric !== undefined || best === sentence.topic)) return subjectOf(best, true);
  if (suits(sentence.sayer, 2) && isAccounts(metric)) {
    const other = memory.topic;
    if (sentence.sayerForesees && other && other.entity !== sentence.sayer.entity && suits(other, 2)) return subjectOf(other, true);
    return subjectOf(sentence.sayer, true);
  }
  if (sentence.topic && sentence.topic.named.type !== "place" && sentence.topic.named.type !== "person") return undefined;
  if (!mayGoBack(clause, place, hit)) return undefined;
  // 這是第三次降息: the central bank spoken of
  if (metric === "policy-rate" && memory.topic?.named.type === "org") return subjectOf(memory.topic, true);
  if (isMacro(metric)) return suits(memory.place, 2) && memory.topic === memory.place ? subjectOf(memory.place, true) : undefined;
  const told = isCorporate(metric) ? memory.topic?.named.type === "company" : clause.start === sentence.start && firstOf(scene.cues, clause.start, clause.start + 8, only(Cue.Its)) !== undefined;
  if (told && suits(memory.topic, isAccounts(metric) ? 2 : 1)) return subjectOf(memory.topic, true);
  if (isAccounts(metric) && !sentence.named.length && suits(memory.company, 2)) return subjectOf(memory.company, true);
  if (isAccounts(metric) && suits(memory.headline, 2)) return subjectOf(memory.headline, true);
  return undefined;
}
