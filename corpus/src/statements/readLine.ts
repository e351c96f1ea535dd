// Reads what every figure of a line says, clause by clause: each clause knows what its sentence told so far and what the
// article told before. Linear: every look around a figure is bounded.
import { endsClause, visitSentences } from "../text/sentences.ts";
import { Cue, type CueHit } from "./cues.ts";
import { fits, isAccounts, isGeneric } from "./metricTraits.ts";
import { readParallel, type Share } from "./parallel.ts";
import { readMetric } from "./readMetric.ts";
import { isCompared, isReportDay, isVintage, readPeriod } from "./readPeriod.ts";
import { readForecast, readMovement, readRole, type Movement } from "./readRole.ts";
import { readScope } from "./readScope.ts";
import { readSubjects, subjectOf } from "./readSubjects.ts";
import type { Clause, Memory, Said, SentenceSoFar } from "./said.ts";
import { joined, lastOf, lowerBound, only, within, type NamedMention, type Place, type Scene } from "./scene.ts";
import { findAsides, readTopic } from "./topics.ts";

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What the figures (or places for one) of a line say, in their order. `date` is the article's ISO day. */
export function readLine(scene: Scene, memory: Memory, date: string | undefined): readonly Said[] {
  const said: Said[] = [];
  const { text } = scene;
  const next: Next = { mentions: 0, metrics: 0, periods: 0, cues: 0, places: 0 };
  visitSentences(text, 0, text.length, (start, end) => {
    const sentence: SentenceSoFar = { start, end, named: [] };
    const shares = readParallel(scene, start, end);
    let from = start;
    for (let at = start; at < end; at++) {
      if (at + 1 < end && !endsClause(text, at)) continue;
      readClause(scene, from, at + 1, sentence, memory, next, shares, date, said);
      from = at + 1;
    }
    remember(memory, sentence);
  });
  return said;
}

/** The first item of each sort that no clause has had yet: clauses come in order, and most hold nothing. */
interface Next {
  mentions: number;
  metrics: number;
  periods: number;
  cues: number;
  places: number;
}

const EMPTY: readonly never[] = [];

/** The items from number `from` that start before `end`. */
function upTo<Item extends { readonly start: number }>(items: readonly Item[], from: number, end: number): readonly Item[] {
  let to = from;
  while (to < items.length && (items[to] as Item).start < end) to++;
  return to === from ? EMPTY : items.slice(from, to);
}

function readClause(scene: Scene, start: number, end: number, sentence: SentenceSoFar, memory: Memory, next: Next, shares: ReadonlyMap<number, Share>, date: string | undefined, said: Said[]): void {
  const mentions = upTo(scene.mentions, next.mentions, end);
  const metrics = upTo(scene.metrics, next.metrics, end);
  const periods = upTo(scene.periods, next.periods, end);
  const cues = upTo(scene.cues, next.cues, end);
  const places = upTo(scene.places, next.places, end);
  if (!mentions.length && !places.length && !metrics.length && !periods.length && !cues.length) return;
  next.mentions += mentions.length;
  next.metrics += metrics.length;
  next.periods += periods.length;
  next.cues += cues.length;
  next.places += places.length;
  const asides = findAsides(scene, start, end, sentence, mentions, cues);
  const topic = readTopic(scene, start, asides, mentions);
  const clause: Clause = { scene, start, end, sentence, memory, asides, topic };
  const has = (sort: Cue): boolean => cues.some(({ cue }) => cue === sort);
  if (!places.length && has(Cue.Hypothetical)) sentence.hypothetical = true;
  if (topic && (topic.named.type !== "person" || !sentence.topic)) sentence.topic = topic;
  if (topic) sentence.named.push(topic);

  for (const place of places) {
    const one = readPlace(clause, place, shares.get(place.start), date);
    said.push(one);
    sentence.last = { place, said: one };
    if (place.kind !== undefined) (sentence.levels ??= new Map()).set(place.kind, sentence.last);
    const [owner] = one.subjects;
    if (!owner || owner.inferred || owner.part !== "of" || topic) continue;
    const mention = mentions.findLast((one) => one.start < place.start && one.start >= place.start - 200 && one.entity === owner.entity);
    if (!mention) continue;
    sentence.named.push(mention);
    sentence.topic ??= mention;
  }

  for (const one of lastOnes(mentions)) {
    if (one.named.type === "company") {
      memory.company = one;
      if (!asides.has(one.start)) sentence.company = one;
    }
    if (one.named.type === "place") memory.place = one;
  }
  for (const { start: at, end: to, metric } of lastOnes(metrics))
    if (!isGeneric(metric) || !sentence.metric || at - sentence.metric.end > 40) sentence.metric = { metric, end: to };
  for (const written of lastOnes(periods)) {
    if (isCompared(scene, written) || written.same || isReportDay(scene, written) || isVintage(scene, written)) continue;
    sentence.period = { written, text: scene.text.slice(written.start, written.end) };
    if (written.year && "number" in written.year) sentence.year = written.year.number;
  }
  if (places.length || !cues.length) return;
  if (has(Cue.OnYear)) sentence.comparison = "year";
  else if (has(Cue.OnQuarter)) sentence.comparison = "quarter";
  else if (has(Cue.OnMonth)) sentence.comparison = "month";
  // 分析師預計，…: what follows is still to come
  if (cues.some(({ cue, end: to }) => cue === Cue.Forecast && end - to <= 3)) sentence.forecast = true;
}

/** What a clause leaves behind is told by its last items. */
const lastOnes = <Item>(items: readonly Item[]): readonly Item[] => (items.length > 8 ? items.slice(-8) : items);

function readPlace(clause: Clause, place: Place, share: Share | undefined, date: string | undefined): Said {
  const { scene, sentence } = clause;
  const movement = moved(clause, place);
  const found = share?.metric ? { metric: share.metric.metric, hit: share.metric, inherited: false } : readMetric(clause, place, movement.change);
  let metric = found?.metric;
  const forecast = readForecast(clause, place);
  let subjects = readSubjects(clause, place, metric, found?.hit, share?.mention);
  // in one clause with who says it, and nobody else named: it is the sayer's own
  const { sayer } = sentence;
  if (!subjects.length && sayer && isAccounts(metric) && fits(sayer.named.type, metric) === 2) subjects = [subjectOf(sayer, true)];
  const owner = subjects[0]?.entity;
  const named = mentionOf(clause, place, owner)?.named;
  if (metric === undefined && movement.price && place.kind !== "money" && place.kind !== "count") {
    if (named?.type === "index") metric = "index-level";
    else if (named?.type === "company" && !subjects[0]?.inferred) metric = "share-price";
  }
  if (metric === undefined && named?.type === "index" && (movement.change || place.kind === "points")) metric = "index-level";
  metric ??= quoted(clause, place, named?.type) ?? byVerb(clause, place) ?? byUnit(scene.text, place);
  const period = readPeriod(
    clause,
    place,
    {
      date,
      fiscalYearEnd: (named?.type === "company" && named.fiscalYearEnd) || 12,
      namedByStart: named?.tickers.some((ticker) => ticker.endsWith("-JP")) ?? false,
      accounts: isAccounts(metric),
      forecast: forecast === true,
      ...(sentence.year !== undefined ? { year: sentence.year } : {}),
    },
    share?.period,
  );
  const role = readRole(clause, place, movement, period?.compared ?? false, metric !== undefined);
  const scope = readScope(clause, place, found?.hit, owner) ?? (found?.inherited ? sentence.last?.said.scope : undefined);
  const from = Math.max(clause.start, place.start - 40);
  const moment = lastOf(scene.cues, from, place.start, only(Cue.Moment)) ?? within(scene.periods, from, place.start).find((one) => isVintage(scene, one));
  const asOf = moment ? scene.text.slice(moment.start, moment.end) : period?.written.moment ? period.period.text : undefined;
  const attribution = attributionOf(clause, place);
  const mark = period?.written.mark;
  const told = mark !== undefined ? mark === "forecast" : forecast;
  const one: Writable<Said> = { subjects };
  if (metric !== undefined) one.metric = metric;
  if (scope !== undefined) one.scope = scope;
  if (period) one.period = period.period;
  if (asOf !== undefined) one.asOf = asOf;
  if (role) one.role = role;
  if (told !== undefined) one.forecast = told;
  if (movement.comparison) one.comparison = movement.comparison;
  if (attribution !== undefined) one.attribution = attribution;
  return one;
}

/** What the cues tell of movement; in a list (年增5%及7%) as for the figure before. */
function moved(clause: Clause, place: Place): Movement {
  const movement = readMovement(clause, place);
  const { last } = clause.sentence;
  if (movement.change || !last || last.said.role !== "change" || !joined(clause.scene.text, last.place.end, place.start)) return movement;
  if (last.place.kind !== place.kind && !/[或or]\s?$/.test(clause.scene.text.slice(last.place.end, place.start))) return movement;
  return { change: true, price: false, ...(last.said.comparison ? { comparison: last.said.comparison } : {}) };
}

/** 3nm, 5奈米: only a process is told in nanometres; barrels a day that nothing names are produced. */
function byUnit(text: string, { kind, start, end }: Place): string | undefined {
  if (kind === undefined) return undefined;
  if (kind === "length") return /(?:nm|奈米|纳米|納米)(?:製程|制程)?$/i.test(text.slice(start, end)) ? "process-node" : undefined;
  if (!/(?:b\/d|bpd|barrels (?:a|per) day|桶[/／]?日|桶油當量[/／]日)$/i.test(text.slice(start, end))) return undefined;
  return /(?:surplus|glut|deficit|shortfall|demand|過剩|过剩|盈餘|缺口|短缺|需求)[^，。；.;]{0,24}$/i.test(text.slice(Math.max(0, start - 40), start)) ? undefined : "oil-production";
}

const EARNS = /(每股)?(?:淨|净|勁|劲|多|少|大|只|僅|仅|共|料|可|狂|進|再)?(?:賺|赚)(?:逾|近|約|约|超|了|得|到|過|过)?\s?$/;
const LOSES = /(每股)?(?:淨|净|勁|劲|大|巨|料|預|预|共|續|续|轉|转)?(?:蝕|蚀|虧|亏)(?:逾|近|約|约|超|了|損|损)?\s?$/;
const PAYS = /(?:每股|每單位|末期|中期|特別|全年|擬|拟|季度?)(?:擬|拟|共|合共|股)?(?:派|配)(?:息|發|发)?(?:逾|近|約|约)?\s?$/;

/** 上半年賺12億, 每股派0.63元, 轉蝕5億: verbs of one character that stand for a line of the accounts. */
function byVerb({ scene, start }: Clause, place: Place): string | undefined {
  if (place.kind !== undefined && place.kind !== "money" && place.kind !== "price_per_unit") return undefined;
  const before = scene.text.slice(Math.max(start, place.start - 10), place.start);
  const earns = EARNS.exec(before);
  if (earns) return earns[1] ? "eps" : "net-profit";
  const loses = LOSES.exec(before);
  if (loses) return loses[1] ? "eps" : "net-loss";
  return PAYS.test(before) ? "dividend" : undefined;
}

const QUOTED = /^[\s，,、]*(?:現|最新|盤中|盘中|終場|终场|每股)?(?:報|报|收報|收报|收在|收於|收于|收|開|高見|低見|暫報|暂报|closed at|closing at)\s?(?:每股)?\s?$/i;

/** 報40.5元, 收在27,426點: a price or level that is named by its verb alone. */
function quoted({ scene, start }: Clause, place: Place, type: string | undefined): string | undefined {
  if (place.kind !== "money" && place.kind !== "price_per_unit" && place.kind !== "points") return undefined;
  const before = scene.text.slice(Math.max(start, place.start - 12), place.start);
  if (place.kind === "points") return /(?:指|股|大市|大盤|大盘|收|報|报)[^，。]{0,8}$/.test(before) ? "index-level" : undefined;
  return type === "company" && (QUOTED.test(before) || /^\s?[/／]?(?:一|每)股/.test(scene.text.slice(place.end, place.end + 4))) ? "share-price" : undefined;
}

/** The mention of an entity nearest at hand: before the figure, in the sentence, else what the article told. */
function mentionOf({ scene, start, sentence, memory }: Clause, place: Place, entity: number | undefined): NamedMention | undefined {
  if (entity === undefined) return undefined;
  const { mentions } = scene;
  for (let i = lowerBound(mentions, Math.max(start, place.start - 200)); i < mentions.length; i++) {
    const one = mentions[i];
    if (!one || one.start >= place.start + 200) break;
    if (one.entity === entity) return one;
  }
  const { named } = sentence;
  for (let i = Math.max(0, named.length - 8); i < named.length; i++) if (named[i]?.entity === entity) return named[i];
  return [sentence.topic, sentence.sayer, memory.topic, memory.company, memory.place, memory.headline].find((one) => one?.entity === entity);
}

const WHO = /(?:分析師|分析师|分析員|市場|市场|法人|業界|业界|外資|外资|專家|专家|經濟學家|经济学家|機構|机构|analysts|economists|investors)$/i;

function attributionOf({ scene, sentence, start }: Clause, place: Place): number | string | undefined {
  if (sentence.sayer && sentence.sayer.start < place.start) return sentence.sayer.entity;
  const { cues } = scene;
  for (let i = lowerBound(cues, Math.max(start, place.start - 60)); i < cues.length; i++) {
    const { start: at, cue } = cues[i] as CueHit;
    if (at >= place.start) break;
    if (cue !== Cue.Says && cue !== Cue.Forecast) continue;
    const who = WHO.exec(scene.text.slice(Math.max(start, at - 10), at))?.[0];
    if (who) return who;
  }
  return undefined;
}

const KEPT = new Set(["quarter", "half", "year", "firstMonths", "month", "monthsTo"]);

/** What the article keeps of a sentence when the next one begins. */
function remember(memory: Memory, sentence: SentenceSoFar): void {
  memory.sentence++;
  const { topic, sayer, period } = sentence;
  const kept = topic && topic.named.type !== "person" ? topic : sentence.named.findLast(({ named }) => named.type !== "person");
  if (kept) memory.topic = kept;
  else if (sayer?.named.type === "company") memory.topic = memory.company = sayer;
  if (!memory.headline && memory.topic?.named.type === "company") memory.headline = memory.topic;
  if (period && KEPT.has(period.written.part.kind) && !sentence.last?.said.forecast) memory.period = { ...period, subject: topic?.entity, sentence: memory.sentence };
}
