// The preposition or verb before a name, which tells its part: to whom (向, 收購), by whom (由, 獲), where, with whom, or only
// compared with (較, 領先).
import type { NamedMention } from "./scene.ts";

export type Preposition = "to" | "by" | "in" | "with" | "than" | "from";

const BEFORE_NAME: readonly (readonly [Preposition, RegExp])[] = [
  ["to", /(?:(?:向|投資|投资|收購|收购|入股|併購|并购|買下|买下|注資|注资)(?:了|其)?[^，,。、向]{0,8}|對|对|給|给|予|售予|交付|捐|替|(?:^|[^成作視视稱称])(?:為|为))\s?$/],
  ["to", /\s(?:to|acquires?|acquired|acquiring|buys?|buying|into)\s(?:the\s)?$/i],
  ["by", /(?:由|被|獲得?|获得?|遭|受|\sby)\s?$/i],
  ["in", /(?:在|於|于|赴|位於|位于|進入|进入|\sin|\sat)\s?$/i],
  ["with", /(?:與|与|跟|聯手|携手|攜手|\swith)\s?$/i],
  ["than", /(?:較|较|比|高於|高于|低於|低于|多於|超過|超过|優於|不如|領先|领先|落後|落后|超越|趕超|赶超|勝過|擊敗|击败|媲美|[國国]版|僅次於|\sthan|\svs\.?|\sversus|\sover)\s?$/i],
  ["from", /(?:來自|来自|從|从|自|源自|\sfrom)\s?$/i],
];

/** What every match of BEFORE_NAME holds: most names are told free by this alone. */
const HINT = /[向投收併并買买注對对給给予付捐替為为由被獲获遭受在於于赴位進进與与跟聯联攜携較较比多超優优不領领落趕赶勝擊击媲版來来從从自]|\s(?:to|acquir|buy|into|by|in|at|with|than|vs|versus|over|from)/i;

/** 1 for the units without which HINT has no match. */
const unitsBefore = new Uint8Array(65536);
for (const unit of "向投收入併并買买注對对給给予付捐替為为由被獲获遭受在於于赴位進进與与跟聯联攜携較较比多超優优不領领落趕赶勝擊击媲版來来從从自taibwvofTAIBWVOF") unitsBefore[unit.charCodeAt(0)] = 1;

/** The preposition right before a name, undefined where it stands free. */
export function prepositionOf(text: string, mention: NamedMention): Preposition | undefined {
  const found = (mention.preposition ??= read(text, mention) ?? "none");
  return found === "none" ? undefined : found;
}

function read(text: string, mention: NamedMention): Preposition | undefined {
  const from = Math.max(0, mention.start - 14);
  let hinted = false;
  for (let at = from; at < mention.start && !hinted; at++) hinted = unitsBefore[text.charCodeAt(at)] === 1;
  if (!hinted) return undefined;
  const before = ` ${text.slice(from, mention.start)}`;
  if (!HINT.test(before)) return undefined;
  for (const [preposition, pattern] of BEFORE_NAME) if (pattern.test(before)) return preposition;
  return undefined;
}
