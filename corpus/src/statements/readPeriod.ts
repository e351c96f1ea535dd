// The period of a figure: the nearest one of its clause that is not what is compared with (較去年同期), else the one that its
// sentence told before, else for a company's accounts the one of the sentence before.
import type { Period } from "../figures/statement.ts";
import { Cue } from "./cues.ts";
import { resolvePeriod, type Calendar } from "./resolvePeriod.ts";
import type { Clause } from "./said.ts";
import { REACH } from "./said.ts";
import { onlyHedges, within, type Place, type Scene } from "./scene.ts";
import type { WrittenPeriod } from "./writtenPeriod.ts";

export interface FoundPeriod {
  readonly period: Period;
  readonly written: WrittenPeriod;
  /** The figure is of what is compared with: 較去年同期的351億. */
  readonly compared: boolean;
}

const COMPARED = /(?:較|较|比|與|与|跟|同|相較|相较|相比|於|于|對比|低於|高於|than|from|versus|vs\.?|with|above|below)\s?(?:the\s)?(?:于|於)?$/i;
const BEHIND = /^\s?(?:[(（]|in|for|during|through|as of|by|at|over|，|于|於|在)?\s?(?:the\s)?$/;
const ON: readonly Cue[] = [Cue.OnYear, Cue.OnQuarter, Cue.OnMonth, Cue.OnWeek, Cue.OnDay];

const SAID_BEHIND = /^(?:[（(][^（）()]{1,6}[）)])?\s?(?:周[一二三四五六日]|週[一二三四五六日]|星期[一二三四五六日日天]|上午|下午|晚間?|晚间|凌晨|盤後|盘后|早)?(?:報導|报道|報道|訊|讯|電|电|消息|宣布|宣佈|公布|公佈|發布|发布|發佈|表示|指出|說|说|稱|称|透露|披露|刊登|發文|发文|撰文|引述|發表|发表|舉行|举行|召開|召开|said|reported|announced)/;
/** Whether a day is that on which something was said or came out, not the one that figures are of. */
export function isReportDay(scene: Scene, period: WrittenPeriod): boolean {
  const { kind } = period.part;
  return (kind === "day" || kind === "relativeDay") && SAID_BEHIND.test(scene.text.slice(period.end, period.end + 12));
}

/** Whether a period is the vintage of a forecast: 9月的預測, 12月SEP. */
export function isVintage(scene: Scene, period: WrittenPeriod): boolean {
  return (period.part.kind === "month" || period.part.kind === "day") && /^\s?(?:的|份的?|時的?|时的?|公布的?|發布的?)?\s?(?:預測|预测|預估|预估|預期值|SEP|點陣圖|点阵图|forecast|projection|estimate|dot plot)/i.test(scene.text.slice(period.end, period.end + 14));
}

/** Whether a period is what something is compared with. */
export function isCompared(scene: Scene, period: WrittenPeriod): boolean {
  if (within(scene.cues, period.start - 6, period.end).some(({ cue, start, end }) => (cue === Cue.Than || ON.includes(cue)) && start < period.start && end >= period.start - 1)) return true;
  if (within(scene.cues, period.start, period.start + 1).some(({ cue }) => ON.includes(cue))) return true;
  const before = scene.text.slice(Math.max(0, period.start - 8), period.start);
  if (/(?:於|于)$/.test(before) && !/(?:高|低|優|遜|多|少|等)(?:於|于)$/.test(before)) return false;
  if (COMPARED.test(before) && (period.same || /(?:較|较|比|than|from|versus|vs\.?)\s?(?:the\s)?$/i.test(before))) return true;
  return period.same && /^(?:相比|比較|增|減|成長|大增|大減|下降|上升|增長)/.test(scene.text.slice(period.end, period.end + 4));
}

export function readPeriod(clause: Clause, place: Place, calendar: Calendar, given?: WrittenPeriod): FoundPeriod | undefined {
  const { scene, sentence, memory } = clause;
  const { text } = scene;
  const resolve = (written: WrittenPeriod, words: string, compared = false, inferred = false): FoundPeriod | undefined => {
    const base = written.same ? sameAs(written, sentence.period?.written) : written;
    const period = resolvePeriod(base, words, calendar);
    return period && { period: inferred ? { ...period, inferred } : period, written: base, compared };
  };
  const words = (written: WrittenPeriod): string => text.slice(written.start, written.end);
  if (given) return resolve(given, words(given));
  const least = Math.max(clause.start, place.start - REACH);
  const before = within(scene.periods, least, place.start).filter(({ end }) => end <= place.start);
  for (let i = before.length - 1; i >= 0 && i >= before.length - 5; i--) {
    const written = before[i];
    if (!written) continue;
    const gap = text.slice(written.end, place.start);
    const own = gap.length <= 8 && !within(scene.cues, written.end, place.start).some(({ cue }) => cue === Cue.Change || cue === Cue.PriceChange || cue === Cue.After) && !/[增減升降漲跌增减涨]/.test(gap);
    if (isCompared(scene, written)) {
      if (own && /^(?:的|之)/.test(gap.trim())) return resolve(written, words(written), true);
      continue;
    }
    // 乙公司同期營收: the period that was told of somebody else
    const told = written.same && /^同期$/.test(words(written)) && within(scene.mentions, written.start - 12, written.start).some(({ end }) => end === written.start) ? (sentence.period ?? memory.period) : undefined;
    if (told && !told.written.same) return resolve(told.written, told.text);
    if ((written.same && !own) || isReportDay(scene, written) || isVintage(scene, written)) continue;
    const found = resolve(written, words(written), written.same);
    if (found) return found;
  }
  const behind = within(scene.periods, place.end, Math.min(clause.end, place.end + 60)).find((one) => !isCompared(scene, one) && !isReportDay(scene, one));
  if (behind) {
    const gap = text.slice(place.end, behind.start);
    const english = /^[\x20-\x7e]*$/.test(gap) && /\b(?:in|for|during|through|as of|by)\s(?:the\s|its\s)?$/.test(gap);
    if ((BEHIND.test(gap) || english) && (english || !within(scene.places, place.end, behind.start).length)) {
      const found = resolve(behind, words(behind));
      if (found) return found;
    }
  }
  if (sentence.period) {
    const found = resolve(sentence.period.written, sentence.period.text);
    if (found) return found;
  }
  const carried = memory.period;
  if (carried && calendar.accounts && memory.sentence - carried.sentence <= 3) return resolve(carried.written, carried.text, false, true);
  return undefined;
}

/** 去年同期 after 第三季 is the third quarter of last year. */
function sameAs(written: WrittenPeriod, told: WrittenPeriod | undefined): WrittenPeriod {
  if (!told || told.same || told.part.kind === "trailing" || told.part.kind === "relativeDay") return written;
  const offset = written.year && "relative" in written.year ? written.year.relative : 0;
  const { year } = told;
  if (!year) return { ...told, same: true, year: { relative: offset } };
  return { ...told, same: true, year: "number" in year ? { number: year.number + offset } : { relative: year.relative + offset } };
}

/** Whether a period right before a figure is tied to it alone (去年同期為351億). */
export const directly = (text: string, written: WrittenPeriod, place: Place): boolean => onlyHedges(text, written.end, place.start);
