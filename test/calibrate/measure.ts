// Measures what is sure: plain figures that would be cited without asking, and figures shown as ghost text. Facts that stand in
// articles are written into notes in other words, scripts and roundings; beside them wrong figures and facts that nobody told.
import { isWithin } from "./places.ts";
import { SCRIPTS, nameOf, pick, random, type Fact, type Script } from "./facts.ts";
import type { FactCorpus } from "./corpusOfFacts.ts";
import { figureOf, NOTE, quarterOf, ROW } from "./wording.ts";
import type { Desk } from "../../corpus/src/features/desk.ts";
import { plainFigures, sourcesOf } from "../../corpus/src/features/citing/plainFigure.ts";
import { isAsked, isOutdated } from "../../corpus/src/features/completion/isAsked.ts";
import { rankFollowing } from "../../corpus/src/features/completion/completeFigure.ts";
import type { RankedFigure } from "../../corpus/src/ranking/rankFigures.ts";
import { makeDraft } from "../corpus/features/desk.ts";

export type Form = "same" | "rounded" | "script" | "table" | "wrong" | "untold";
export const FORMS: readonly Form[] = ["same", "rounded", "script", "table", "wrong", "untold"];

/** One figure of a note: what was found for it, and which of it is right. */
export interface Trial {
  readonly fact: Fact;
  readonly form: Form;
  readonly note: string;
  readonly found: readonly RankedFigure[];
  readonly right: readonly boolean[];
  /** Papers that tell it: 0 for wrong and untold figures. */
  readonly papers: number;
  /** Of ghost text: the best says the very thing. */
  readonly asked?: boolean;
}

const HALF = { setting: [0, 1], testing: [2, 3] } as const;
export type Half = keyof typeof HALF;

function sentence(fact: Fact, script: Script, half: Half, next: () => number, year: boolean): string {
  const template = NOTE[script][fact.metric][pick(next, HALF[half])] ?? "";
  const quarter = quarterOf(fact, script);
  const written = !year ? quarter : script === "INTL" ? `${quarter} of ${fact.year}` : `${fact.year}年${quarter}`;
  return template.replaceAll("{c}", nameOf(fact, script)).replaceAll("{p}", written);
}

const homeOf = (fact: Fact, corpus: FactCorpus): Script => {
  const [told] = corpus.told.get(fact.number) ?? [];
  const text = told ? (corpus.files.get(told.path.slice(3)) ?? "") : "";
  return !/\p{Script=Han}{4}/u.test(text) ? "INTL" : /[业实财]/.test(text) ? "CN" : "TW";
};

/** A value like the fact's with another leading or second digit. */
function wrongOne(fact: Fact, next: () => number): Fact {
  const factor = pick(next, [0.9, 1.1, 1.2, 0.8, 1.5]);
  return { ...fact, value: fact.metric === "gross-margin" || fact.metric === "growth" ? Math.round(fact.value * factor * 10 + 3) / 10 : Math.round((fact.value * factor) / 1e6) * 1e6 + (fact.metric === "employees" ? Math.round((fact.value * factor) / 100) * 100 : 0) };
}

function noteOf(fact: Fact, form: Form, home: Script, half: Half, next: () => number): { readonly marked: string; readonly figure: string } | undefined {
  const other = pick(next, SCRIPTS.filter((script) => script !== home));
  const script = form === "script" ? other : next() < 0.8 ? home : other;
  const digits = form === "rounded" ? (next() < 0.5 ? 3 : 2) : 6;
  const figure = figureOf(form === "wrong" ? wrongOne(fact, next) : fact, script, digits);
  if (form === "table") {
    const row = ROW[script][fact.metric];
    if (row === undefined) return undefined;
    const head = `${String(fact.year).slice(2)}`;
    const name = nameOf(fact, script);
    return { marked: `## ${name}\n\n| ${script === "INTL" ? "Item" : "項目"} | ${fact.quarter}Q${head} |\n|---|---|\n| ${row} | ‸${figure} |\n`, figure };
  }
  return { marked: `${sentence(fact, script, half, next, next() < 0.5).replace("{f}", `‸${figure}`)}\n`, figure };
}

/** Plain figures of notes with their sources, best first. */
export function citingTrials(desk: Desk, corpus: FactCorpus, facts: readonly Fact[], half: Half, seed: number, count: number): Trial[] {
  const next = random(seed);
  const trials: Trial[] = [];
  while (trials.length < count) {
    const form = pick(next, FORMS);
    const fact = pick(next, facts);
    if (fact.told === (form === "untold")) continue;
    const made = noteOf(fact, form, homeOf(fact, corpus), half, next);
    if (!made) continue;
    const { draft, offset } = makeDraft(desk, made.marked);
    const plain = plainFigures(desk, draft, offset, offset + made.figure.length).find(({ start, end }) => start < offset + made.figure.length && end > offset);
    const found = plain ? sourcesOf(desk, draft, plain) : [];
    const places = form === "wrong" ? [] : (corpus.told.get(fact.number) ?? []);
    trials.push({ fact, form, note: made.marked, found, right: found.map(({ figure }) => places.some((place) => isWithin(figure, place))), papers: places.length });
  }
  return trials;
}

/** Sentences that end before their figure, with what would follow. */
export function ghostTrials(desk: Desk, corpus: FactCorpus, facts: readonly Fact[], half: Half, seed: number, count: number): Trial[] {
  const next = random(seed);
  const trials: Trial[] = [];
  while (trials.length < count) {
    const fact = pick(next, facts);
    const home = homeOf(fact, corpus);
    const script = next() < 0.6 ? home : pick(next, SCRIPTS);
    const template = sentence(fact, script, half, next, next() < 0.5);
    const marked = `${template.slice(0, template.indexOf("{f}"))}‸\n`;
    const { draft, offset } = makeDraft(desk, marked);
    const read = draft.at(offset);
    const following = read && rankFollowing(desk, draft, read, draft.within(read.passage, offset), false);
    const found = following?.ranked ?? [];
    const places = corpus.told.get(fact.number) ?? [];
    trials.push({ fact, form: fact.told ? "same" : "untold", note: marked, found, right: found.map(({ figure }) => places.some((place) => isWithin(figure, place))), papers: places.length, asked: following?.ranked[0] !== undefined && isAsked(following.ranked[0], following.expected, desk.tables) && !isOutdated(following.ranked[0], following.ranked) });
  }
  return trials;
}
