// Who a clause is about and who only speaks: the name it begins with is its topic; one before 表示 or behind 根據 says it;
// one behind 較 or 領先, or behind 是 in 是微軟的兩倍, is what is compared with.
import type { EntityType } from "../entities/entity.ts";
import { fold } from "../text/fold.ts";
import { alsoSays, Cue, type CueHit } from "./cues.ts";
import { prepositionOf } from "./prepositions.ts";
import type { SentenceSoFar } from "./said.ts";
import { firstWithin, openBracket, within, type NamedMention, type Scene } from "./scene.ts";

const SAYERS: ReadonlySet<EntityType> = new Set(["company", "org", "media", "person", "place"]);
const TOPICS: ReadonlySet<EntityType> = new Set(["company", "org", "place", "product", "index", "person"]);

/** Words that can stand before the topic of a clause. */
const LEAD = new RegExp(
  "^(?:" +
    "而|但|但是|不過|不过|儘管|尽管|雖然|虽然|其中|此外|另外|另|同時|同时|目前|近日|最近|例如|比如|因此|所以|如今|截至|由於|由于|隨著|随着|當|当|至於|至于|包括|像|對於|对于|值得注意的是|" +
    "最終|最终|當地時間|当地时间|財報顯示|财报显示|數據顯示|数据显示|資料顯示|之後|隨後|随后|去年|今年|且|並且|並|另據|据悉|據悉|" +
    "the|but|and|while|meanwhile|however|at|in|for|on|shares of|" +
    "[^，,]{0,24}(?:顯示|显示|指出|表示|認為|认为|預計|预计|報導|报道|透露|稱|称)|" +
    "[\\s「『“\"《(（—•·:：-]|\\d+[.、)]|[一二三四五六七八九]、|周[一二三四五日]|週[一二三四五日])*$",
  "i",
);

const inPlace = (scene: Scene, mention: NamedMention): boolean => {
  // 中國版輝達 is neither
  if (/[版型]/.test(scene.text.charAt(mention.end))) return false;
  const preposition = prepositionOf(scene.text, mention);
  return (preposition === undefined || (preposition === "in" && mention.named.type === "place")) && openBracket(scene, mention.start) < 0;
};

/** The name that a clause begins with, behind conjunctions and dates; a country before its company (美國晶片商輝達) gives way to it. */
export function readTopic(scene: Scene, start: number, asides: ReadonlySet<number>, mentions: readonly NamedMention[]): NamedMention | undefined {
  if (!mentions.length) return undefined;
  const at = mentions.findIndex((one) => TOPICS.has(one.named.type) && !asides.has(one.start) && inPlace(scene, one));
  const first = mentions[at];
  if (!first || first.start - start > 40) return undefined;
  let lead = scene.text.slice(start, first.start);
  for (const period of within(scene.periods, start, first.start).slice(0, 3)) lead = lead.replace(scene.text.slice(period.start, period.end), "");
  if (!LEAD.test(lead) && (lead.length > 2 || /[是為为達达到占佔有成給给把將将]/.test(lead))) return undefined;
  const next = mentions[at + 1];
  const gap = next ? scene.text.slice(first.end, next.start) : "";
  if (first.named.type === "place" && next?.named.type === "company" && gap.length <= 6 && !/[在和與及、与对對向將将已要也正會会允是稱表宣版]/.test(gap) && !asides.has(next.start)) return next;
  // 中國版輝達的摩爾線程: the last one is meant
  const after = mentions.slice(at, at + 4).findLast((one, i, all) => i > 0 && one.named.type === "company" && /^(?:的|版)$/.test(scene.text.slice(all[i - 1]?.end ?? 0, one.start)) && !asides.has(one.start));
  return after ?? first;
}

const NO_ASIDES: ReadonlySet<number> = new Set();
const ANALYST = /^(?:的|首席|資深|资深)?\s?(?:證券|证券)?(?:分析師|分析师|分析員|分析员|策略師|策略师|經濟學家|经济学家|analysts?|strategists?|economists?)/i;

/** Starts of the names of a clause that only say something or that something is compared with; the sayer is kept in the sentence. */
export function findAsides(scene: Scene, start: number, end: number, sentence: SentenceSoFar, mentions: readonly NamedMention[], cues: readonly CueHit[]): ReadonlySet<number> {
  if (!mentions.length) return NO_ASIDES;
  const asides = new Set<number>();
  for (const { cue, start: at, end: to } of cues) {
    if (cue === Cue.AccordingTo) {
      const sayer = firstWithin(mentions, to, Math.min(end, to + 14));
      if (sayer && SAYERS.has(sayer.named.type)) {
        asides.add(sayer.start);
        sentence.sayer ??= sayer;
      }
    } else if (cue === Cue.Says || ((cue === Cue.Forecast || cue === Cue.Actual) && alsoSays(fold(scene.text.slice(at, to))))) {
      const sayer = within(mentions, Math.max(start, at - 30), at).findLast(({ end: mentionEnd }) => at - mentionEnd <= 14);
      if (!sayer || !SAYERS.has(sayer.named.type) || firstWithin(scene.places, sayer.end, at) || firstWithin(scene.metrics, sayer.end, at)) continue;
      // 美國預計可取得…: nobody else is spoken of behind it
      const alone = cue !== Cue.Says && !within(scene.mentions, to, end).some(({ named }) => named.type !== "media" && named.type !== "ticker");
      if (!alone) asides.add(sayer.start);
      sentence.sayer = sayer;
      sentence.sayerForesees = cue === Cue.Forecast;
    } else if (cue === Cue.Than) {
      const other = firstWithin(mentions, to, Math.min(end, to + 2));
      if (other) asides.add(other.start);
    }
  }
  // 高盛分析師, and the full name before a bracketed short one
  const { sayer } = sentence;
  for (const one of mentions.slice(0, 24)) {
    if (sayer && one.entity === sayer.entity && asides.has(sayer.start)) asides.add(one.start);
    if (one.named.type === "company" && ANALYST.test(scene.text.slice(one.end, one.end + 10))) {
      asides.add(one.start);
      sentence.sayer ??= one;
    }
  }
  return asides;
}
