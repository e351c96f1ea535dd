// How much of the query's wording stands near a figure, and what its own clause says that nobody asked for. Reads the text of
// the figure's sentence.
import { lineStart, offsetsOf } from "../index/indexedChunk.ts";
import type { Store } from "../index/store.ts";
import type { FigureAt } from "../index/figureAt.ts";
import { termToken, visitTokens } from "../index/tokens.ts";
import { findQualifiers } from "../statements/qualifiers.ts";
import { voiceOf } from "../statements/voice.ts";
import { fold } from "../text/fold.ts";
import { rarity } from "./candidates.ts";
import type { Query } from "./query.ts";
import type { SentenceView } from "./sentenceView.ts";
import { WEIGHTS, type Part, type Parts } from "./weights.ts";

/** A title parts its clauses by wide spaces, a table its cells by bars. */
const BREAKS = /[，,。；;！!？?：:、\n\u3000|]/;

export interface Wording {
  readonly parts: Parts;
  /** Share of the query's wording found near the figure, 0 to 1. */
  readonly coverage: number;
  /** Tokens of the query in the figure's own clause or right before it. */
  readonly near: ReadonlyMap<number, number>;
}

/** `total` is what all of the query's tokens are worth. */
export function scoreWording(figure: FigureAt, siblings: readonly FigureAt[], view: SentenceView, total: number): Wording {
  const line = lineStart(figure.chunk, figure.line);
  const shares = new Map<number, number>();
  const near = new Map<number, number>();
  for (const hit of view.hits) {
    const nearby = hit.at < 0 ? HEADED : nearness(view.text, hit.at, line + figure.start, line + figure.end, siblings, line);
    const share = hit.worth * nearby;
    if (share > (shares.get(hit.token) ?? 0)) shares.set(hit.token, share);
    if (nearby >= NEAR) near.set(hit.token, share);
  }
  let wording = 0;
  for (const share of shares.values()) wording += share;
  const coverage = total > 0 ? wording / total : 0;
  return { parts: { wording: WEIGHTS.wording * coverage }, coverage, near };
}

/** As near as the figure's own clause, with one figure between. */
const NEAR = 0.7;
/** What stands in the head of a table's row. */
const HEADED = 0.9;

/** The parts told by the figure's clause and by the article around it, read for few figures. */
export function scoreSurroundings(index: Store, query: Query, figure: FigureAt, siblings: readonly FigureAt[], { near }: Wording, around: ReadonlyMap<number, number>, total: number): Parts {
  const parts: Parts = {};
  const add = (part: Part, share = 1): void => {
    if (share) parts[part] = WEIGHTS[part] * share;
  };
  const { expected } = query;
  let worth = 0;
  for (const value of around.values()) worth += value;
  if (worth) add("article", Math.min(1, (worth / total) * 2));
  const { scope } = expected;
  if (figure.scope) add(isSameScope(index, query, scope, figure.scope) ? "scope" : "otherScope");
  else if (scope && holds(index, near, scope)) add("scope");
  else if (scope) add("otherScope");
  if (expected.metric !== undefined && figure.metric === undefined && !near.has(termToken(expected.metric))) add("unsaidMetric");
  const clause = clauseBefore(figure);
  const voice = voiceOf(figure.chunk.text.slice(clause.from, clause.end));
  const isSameVoice = voice !== undefined && expected.voice === voice;
  if (isSameVoice) add("voice");
  else if (voice === "consensus" || expected.voice === "consensus") add("otherVoice");
  add("unasked", unaskedShare(index, query, figure, clause) * (isSameVoice ? 0.5 : 1));
  const asked = expected.qualifiers;
  if (asked) {
    const told = findQualifiers(qualifying(figure, siblings));
    const sorts = [...asked.keys()].filter((sort) => told.has(sort));
    if (sorts.length) add(sorts.every((sort) => asked.get(sort) === told.get(sort)) ? "qualifier" : "otherQualifier");
  }
  return parts;
}

/** What stands between the figure before and this one, where a qualifier of it would stand; lengths of time and space are none. */
function qualifying({ chunk, line, start, sentence }: FigureAt, siblings: readonly FigureAt[]): string {
  const at = lineStart(chunk, line);
  let from = Math.max(offsetsOf(chunk, sentence)[0], at + start - CLAUSE);
  for (const one of siblings) if (one.end <= start && one.kind !== "duration" && one.kind !== "length") from = Math.max(from, at + one.end);
  return chunk.text.slice(from, at + start);
}

/** How far before a figure its clause is looked at. */
const CLAUSE = 40;

interface Clause {
  readonly from: number;
  readonly end: number;
}

/** The figure's clause up to it, in offsets of the chunk's text. */
function clauseBefore({ chunk, line, start, sentence }: FigureAt): Clause {
  const end = lineStart(chunk, line) + start;
  const first = Math.max(offsetsOf(chunk, sentence)[0], end - CLAUSE);
  let from = end;
  while (from > first && !BREAKS.test(chunk.text.charAt(from - 1))) from--;
  return { from, end };
}

/** The part of the words of a figure's clause before it, by rarity, that the query does not hold, 0 to 1. */
function unaskedShare(index: Store, query: Query, { chunk }: FigureAt, { from, end }: Clause): number {
  let all = 0;
  let asked = 0;
  const meet = (token: number): void => {
    const value = rarity(index, token);
    all += value;
    if (query.tokens.has(token)) asked += value;
  };
  visitTokens(chunk.text, from, end, meet);
  index.terms.visit(chunk.text, from, end, (term) => meet(termToken(term)));
  return all > 0 ? 1 - asked / all : 0;
}

/** Whether a scope's words stand in the query: as its scope, or among its tokens in another wording. */
function isSameScope(index: Store, query: Query, asked: string | undefined, scope: string): boolean {
  if (asked !== undefined && (fold(asked).includes(fold(scope)) || fold(scope).includes(fold(asked)))) return true;
  return holds(index, query.tokens, scope);
}

/** Whether more than half of the tokens of some words, or a term of theirs, are among others. */
function holds(index: Store, tokens: ReadonlyMap<number, number>, words: string): boolean {
  let all = 0;
  let found = 0;
  let term = false;
  index.terms.visit(words, 0, words.length, (number) => {
    term ||= tokens.has(termToken(number));
  });
  visitTokens(words, 0, words.length, (token) => {
    all++;
    if (tokens.has(token)) found++;
  });
  return term || (all > 0 && found * 2 > all);
}

/** How near a word stands to the figure: by the clauses and other figures between them. */
function nearness(text: string, at: number, start: number, end: number, siblings: readonly FigureAt[], line: number): number {
  const [from, to] = at < start ? [at, start] : [end, at];
  if (to - from > 200) return 0.3;
  let clauses = 0;
  for (let i = from; i < to; i++) if (BREAKS.test(text.charAt(i)) && !(isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1)))) clauses++;
  let between = 0;
  for (const sibling of siblings) {
    const [a, b] = [line + sibling.start, line + sibling.end];
    if (a >= from && b <= to && a !== start) between++;
  }
  // the clause behind speaks of something else as a rule
  if (at >= start && clauses > 0) return 0.35;
  const side = at < start ? 1 : 0.85;
  return side * Math.max(0.35, (clauses === 0 ? 1 : clauses === 1 ? 0.75 : 0.55) - 0.12 * between);
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
