// Reads what every figure of a line says, clause by clause: each clause knows what its sentence told so far and what the
// article told before. Linear: every look around a figure is bounded.
import type { EntityType } from "../entities/entity.ts";
import type { Comparison } from "../figures/statement.ts";
import { endsClause, visitSentences } from "../text/sentences.ts";
import { alsoSays, Cue } from "./cues.ts";
import { fits, isAccounts, isGeneric } from "./metricTraits.ts";
import { readParallel, type Share } from "./parallel.ts";
import { readMetric } from "./readMetric.ts";
import { isCompared, readPeriod } from "./readPeriod.ts";
import { readForecast, readMovement, readRole } from "./readRole.ts";
import { readScope } from "./readScope.ts";
import { prepositionOf, readSubjects, subjectOf } from "./readSubjects.ts";
import type { Clause, Memory, Said, SentenceSoFar } from "./said.ts";
import { lastOf, openBracket, within, type NamedMention, type Place, type Scene } from "./scene.ts";
import { fold } from "../text/fold.ts";

const SAYERS: ReadonlySet<EntityType> = new Set(["company", "org", "media", "person", "place"]);
const TOPICS: ReadonlySet<EntityType> = new Set(["company", "org", "place", "product", "index", "person"]);

/** What the figures (or places for one) of a line say, in their order. `date` is the article's ISO day. */
export function readLine(scene: Scene, memory: Memory, date: string | undefined): readonly Said[] {
  const said: Said[] = [];
  visitSentences(scene.text, 0, scene.text.length, (start, end) => {
    const sentence: SentenceSoFar = { start, end };
    const shares = readParallel(scene, start, end);
    let from = start;
    for (let at = start; at < end; at++) {
      if (at + 1 < end && !endsClause(scene.text, at)) continue;
      readClause({ scene, start: from, end: at + 1, sentence, memory, asides: new Set() }, shares, date, said);
      from = at + 1;
    }
    remember(memory, sentence, scene);
  });
  return said;
}

function readClause(bounds: Clause, shares: ReadonlyMap<number, Share>, date: string | undefined, said: Said[]): void {
  const { scene, start, end, sentence, memory } = bounds;
  const mentions = within(scene.mentions, start, end);
  const cues = within(scene.cues, start, end);
  const places = within(scene.places, start, end);
  const clause: Clause = { ...bounds, asides: findAsides(bounds, mentions) };
  if (!places.length && cues.some(({ cue }) => cue === Cue.Hypothetical)) sentence.hypothetical = true;
  const topic = mentions.find((one) => TOPICS.has(one.named.type) && !clause.asides.has(one.start) && isTopic(scene, one));
  if (topic && (!sentence.topic || !places.length || topic.start - start <= 2) && (topic.named.type !== "person" || !sentence.topic)) sentence.topic = topic;
  if (topic?.named.type === "company") memory.company = topic;
  if (topic?.named.type === "place") memory.place = topic;

  for (const place of places) {
    const one = readPlace(clause, place, shares.get(place.start), date);
    said.push(one);
    sentence.last = { place, said: one };
  }

  for (const { start: at, end: to, metric } of within(scene.metrics, start, end)) if (!isGeneric(metric) || !sentence.metric || at - sentence.metric.end > 40) sentence.metric = { metric, end: to };
  for (const written of within(scene.periods, start, end)) {
    if (isCompared(scene, written) || written.same) continue;
    sentence.period = { written, text: scene.text.slice(written.start, written.end) };
    if (written.year && "number" in written.year) sentence.year = written.year.number;
  }
  if (!places.length) {
    if (cues.some(({ cue }) => cue === Cue.OnYear)) sentence.comparison = "year" satisfies Comparison;
    if (cues.some(({ cue }) => cue === Cue.OnQuarter)) sentence.comparison = "quarter";
    // 分析師預計，…: what follows is still to come
    if (cues.some(({ cue, end: to }) => cue === Cue.Forecast && end - to <= 3)) sentence.forecast = true;
  }
}

const isTopic = (scene: Scene, mention: NamedMention): boolean => {
  const preposition = prepositionOf(scene.text, mention);
  return (preposition === undefined || (preposition === "in" && mention.named.type === "place")) && openBracket(scene.text, mention.start) < 0;
};

/** The names of a clause that only say something or that something is compared with; who says it is kept in the sentence. */
function findAsides({ scene, start, end, sentence }: Clause, mentions: readonly NamedMention[]): ReadonlySet<number> {
  const asides = new Set<number>();
  if (!mentions.length) return asides;
  for (const { cue, start: at, end: to } of within(scene.cues, start, end)) {
    if (cue === Cue.AccordingTo) {
      const sayer = within(scene.mentions, to, Math.min(end, to + 14))[0];
      if (sayer && SAYERS.has(sayer.named.type)) {
        asides.add(sayer.start);
        sentence.sayer ??= sayer;
      }
    } else if (cue === Cue.Says || ((cue === Cue.Forecast || cue === Cue.Actual) && alsoSays(fold(scene.text.slice(at, to))))) {
      const sayer = within(scene.mentions, Math.max(start, at - 30), at).findLast(({ end: mentionEnd }) => at - mentionEnd <= 14);
      if (!sayer || !SAYERS.has(sayer.named.type) || within(scene.places, sayer.end, at).length || within(scene.metrics, sayer.end, at).length) continue;
      asides.add(sayer.start);
      sentence.sayer = sayer;
      sentence.sayerForesees = cue === Cue.Forecast;
    } else if (cue === Cue.Than) {
      const other = within(scene.mentions, to, Math.min(end, to + 2))[0];
      if (other) asides.add(other.start);
    }
  }
  return asides;
}

function readPlace(clause: Clause, place: Place, share: Share | undefined, date: string | undefined): Said {
  const { scene, sentence } = clause;
  const movement = readMovement(clause, place);
  const found = share?.metric ? { metric: share.metric.metric, hit: share.metric, inherited: false } : readMetric(clause, place, movement.change);
  let metric = found?.metric;
  const forecast = readForecast(clause, place);
  let subjects = readSubjects(clause, place, metric, found?.hit, share?.mention);
  // in one clause with who says it, and nobody else named: it is the sayer's own
  const { sayer } = sentence;
  if (!subjects.length && sayer && isAccounts(metric) && fits(sayer.named.type, metric) === 2) subjects = [subjectOf(sayer, true)];
  const owner = subjects[0] && scene.mentions.length ? subjects[0].entity : undefined;
  const named = mentionOf(clause, owner);
  if (metric === undefined && movement.price && place.kind !== "money" && place.kind !== "count") {
    if (named?.named.type === "index") metric = "index-level";
    else if (named?.named.type === "company" && !subjects[0]?.inferred) metric = "share-price";
  }
  const fiscalYearEnd = named?.named.type === "company" ? named.named.fiscalYearEnd : 12;
  const period = readPeriod(
    clause,
    place,
    {
      date,
      fiscalYearEnd: fiscalYearEnd || 12,
      namedByStart: named?.named.tickers.some((ticker) => ticker.endsWith("-JP")) ?? false,
      accounts: isAccounts(metric),
      forecast: forecast === true,
      ...(sentence.year !== undefined ? { year: sentence.year } : {}),
    },
    share?.period,
  );
  const mark = period?.written.mark;
  const role = readRole(clause, place, movement, period?.compared ?? false, metric !== undefined);
  const scope = readScope(clause, place, found?.hit, owner);
  const moment = lastOf(scene.cues, Math.max(clause.start, place.start - 40), place.start, Cue.Moment);
  const asOf = moment ? scene.text.slice(moment.start, moment.end) : period?.written.moment ? period.period.text : undefined;
  const attribution = attributionOf(clause, place);
  const told = mark !== undefined ? mark === "forecast" : forecast;
  return {
    subjects,
    ...(metric !== undefined ? { metric } : {}),
    ...(scope !== undefined ? { scope } : found?.inherited && sentence.last?.said.scope !== undefined ? { scope: sentence.last.said.scope } : {}),
    ...(period ? { period: period.period } : {}),
    ...(asOf !== undefined ? { asOf } : {}),
    ...(role ? { role } : {}),
    ...(told !== undefined ? { forecast: told } : {}),
    ...(movement.comparison ? { comparison: movement.comparison } : {}),
    ...(attribution !== undefined ? { attribution } : {}),
  };
}

/** The mention of an entity nearest at hand: in the sentence, else what the article told. */
function mentionOf({ scene, start, end, sentence, memory }: Clause, entity: number | undefined): NamedMention | undefined {
  if (entity === undefined) return undefined;
  return (
    [sentence.topic, sentence.sayer, memory.topic, memory.company, memory.headline].find((one) => one?.entity === entity) ??
    within(scene.mentions, start, Math.min(end, start + 4000)).find((one) => one.entity === entity)
  );
}

const WHO = /(?:分析師|分析师|分析員|市場|市场|法人|業界|业界|外資|外资|專家|专家|經濟學家|经济学家|機構|机构|analysts|economists|investors)$/i;

function attributionOf({ scene, sentence, start }: Clause, place: Place): number | string | undefined {
  if (sentence.sayer && sentence.sayer.start < place.start) return sentence.sayer.entity;
  for (const { start: at, cue } of within(scene.cues, Math.max(start, place.start - 60), place.start)) {
    if (cue !== Cue.Says && cue !== Cue.Forecast) continue;
    const who = WHO.exec(scene.text.slice(Math.max(start, at - 10), at))?.[0];
    if (who) return who;
  }
  return undefined;
}

/** What the article keeps of a sentence when the next one begins. */
function remember(memory: Memory, sentence: SentenceSoFar, scene: Scene): void {
  memory.sentence++;
  const topic = sentence.topic ?? (sentence.sayer?.named.type === "company" ? sentence.sayer : undefined);
  if (topic && topic.named.type !== "person") memory.topic = topic;
  if (sentence.sayer?.named.type === "company" && !sentence.topic) memory.company = sentence.sayer;
  if (!memory.headline && topic?.named.type === "company") memory.headline = topic;
  if (sentence.period && ["quarter", "half", "year", "firstMonths", "month", "monthsTo"].includes(sentence.period.written.part.kind))
    memory.period = { ...sentence.period, subject: topic?.entity, sentence: memory.sentence };
  void scene;
}
