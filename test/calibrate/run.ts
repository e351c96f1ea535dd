// Prints precision and recall of what is sure, by threshold. node test/calibrate/run.mjs
import { isGood } from "../../corpus/src/features/citing/plainFigure.ts";
import { makeDesk, makeTables } from "../corpus/features/desk.ts";
import { writeFacts } from "./corpusOfFacts.ts";
import { deskOf, sampleTrials } from "./sample.ts";
import { playTasks } from "./tasks.ts";
import { makeFacts } from "./facts.ts";
import { citingTrials, FORMS, ghostTrials, type Trial } from "./measure.ts";

if (process.argv.includes("--tasks")) {
  playTasks();
  process.exit(0);
}
if (process.argv.includes("--sample")) {
  const trials = sampleTrials(deskOf("corpus/sample/corpus"));
  console.log(trials.length, "figures of the sample,", trials.filter(({ absent }) => !absent).length, "told, right first", trials.filter(({ right }) => right[0]).length);
  for (const good of [0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 1, 1.1]) {
    const goods = trials.map((trial) => ({ trial, at: trial.found.flatMap((one, i) => (isGood({ ...one, score: one.score >= good ? 9 : 0 }) ? [i] : [])) }));
    const sure = goods.filter(({ at }) => at.length === 1);
    const right = sure.filter(({ trial, at }) => trial.right[at[0]!]);
    console.log(`  good ${good}: ${sure.length} sure, ${right.length} right; several good ${goods.filter(({ at }) => at.length > 1).length}`);
    if (good === 0.75) for (const { trial, at } of sure) if (!trial.right[at[0]!]) console.log("   WRONG", trial.words, "→", trial.found[at[0]!]!.figure.chunk.path, trial.found[at[0]!]!.figure.surface, trial.found[at[0]!]!.score.toFixed(2), JSON.stringify(trial.found[at[0]!]!.parts));
  }
  process.exit(0);
}
const t0 = Date.now();
const facts = makeFacts(makeTables().lexicon, 11, 120);
const corpus = writeFacts(facts, 12);
const desk = makeDesk([...corpus.files].map(([path, text]) => `--- ${path}\n${text}`).join(""));
console.log(corpus.files.size, "articles", facts.length, "facts", Date.now() - t0, "ms");
const pct = (a: number, b: number): string => (b ? `${((100 * a) / b).toFixed(1)}%` : "-");
const show = process.argv.includes("--verbose");

for (const half of process.argv.includes("--ghosts") ? [] : (["setting", "testing"] as const)) {
  const trials = citingTrials(desk, corpus, facts, half, 5, 1200);
  console.log(half, "citing", trials.length, Date.now() - t0, "ms");
  for (const form of FORMS) {
    const some = trials.filter((trial) => trial.form === form);
    console.log(`  ${form}: ${some.length}, right first ${some.filter(({ right }) => right[0]).length}, right anywhere ${some.filter(({ right }) => right.includes(true)).length}`);
  }
  for (const good of [0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 1, 1.1]) {
    const row: string[] = [];
    for (const margin of [0, 0.1, 0.2, 0.3]) {
      const sure = (trial: Trial): boolean => {
        const fine = trial.found.map((one) => ({ one, good: isGood({ ...one, score: one.score >= good ? 9 : 0 }) }));
        const goods = fine.filter((x) => x.good);
        if (goods.length !== 1) return false;
        const best = goods[0]!.one;
        return fine.every(({ one }) => one === best || one.score <= best.score - margin);
      };
      const shown = trials.filter(sure);
      const right = shown.filter((trial) => trial.right[trial.found.findIndex((one) => isGood({ ...one, score: one.score >= good ? 9 : 0 }))]);
      const possible = trials.filter(({ papers }) => papers === 1);
      row.push(`${pct(right.length, shown.length)}/${pct(right.filter(({ papers }) => papers === 1).length, possible.length)}`);
    }
    console.log(`  good ${good}: ${row.join("  ")}`);
  }
  if (show)
    for (const trial of trials) {
      const goods = trial.found.map((one, i) => ({ one, i })).filter(({ one }) => isGood(one));
      if (goods.length === 1 && !trial.right[goods[0]!.i]) console.log("WRONG", trial.form, trial.note.replaceAll("\n", "⏎"), goods[0]!.one.figure.chunk.path, goods[0]!.one.figure.surface, JSON.stringify(goods[0]!.one.parts, (_, v: unknown) => (typeof v === "number" ? Math.round(v * 100) / 100 : v)), goods[0]!.one.score.toFixed(2));
    }
}
for (const half of ["setting", "testing"] as const) {
  const trials = ghostTrials(desk, corpus, facts, half, 6, 1200);
  console.log(half, "ghost", Date.now() - t0, "ms; first right of told", pct(trials.filter(({ right }) => right[0]).length, trials.filter(({ papers }) => papers).length), "asked", pct(trials.filter(({ asked }) => asked).length, trials.length));
  for (const sure of [0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3]) {
      const row: string[] = [];
      for (const ahead of [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3]) {
        const shown = trials.filter(({ asked, found: [best, second] }) => asked && best && best.score >= sure && !(second && best.score - second.score < ahead));
        row.push(`${pct(shown.filter(({ right }) => right[0]).length, shown.length)}/${pct(shown.filter(({ right }) => right[0]).length, trials.filter(({ papers }) => papers).length)}`);
      }
      console.log(`  sure ${sure}: ${row.join("  ")}`);
    }
}
if (process.argv.includes("--ghosts")) {
  const trials = ghostTrials(desk, corpus, facts, process.argv.includes("--testing") ? "testing" : "setting", 6, 1200);
  const rule = ({ asked, found: [best, second] }: Trial): boolean => {
    if (!asked || !best) return false;
    return best.score >= 0.9 && !(second && best.score - second.score < 0.1);
  };
  const shown = trials.filter(rule);
  console.log("rule", pct(shown.filter(({ right }) => right[0]).length, shown.length), pct(shown.filter(({ right }) => right[0]).length, trials.filter(({ papers }) => papers).length));
  const by = new Map<string, number[]>();
  for (const trial of trials) {
    const key = `${trial.fact.metric} ${/\p{Script=Han}/u.test(trial.note) ? "han" : "en"}`;
    const row = by.get(key) ?? [0, 0, 0, 0];
    by.set(key, row);
    if (trial.papers) row[0]!++;
    if (trial.papers && trial.right[0]) row[1]!++;
    if (rule(trial)) { row[2]!++; if (trial.right[0]) row[3]!++; }
  }
  for (const [key, row] of [...by].sort()) console.log(key, row.join(" "));
  let n = 0;
  for (const trial of shown) if (!trial.right[0] && n++ < 40) console.log("WRONG", trial.found[0]!.score.toFixed(2), trial.found[1]?.score.toFixed(2), trial.form, trial.fact.metric, trial.note.trim(), trial.found[0]!.figure.chunk.path, trial.found[0]!.figure.surface, trial.found[0]!.figure.period?.text, JSON.stringify(trial.found[0]!.parts, (_, v: unknown) => (typeof v === "number" ? Math.round(v * 100) / 100 : v)));
  n = 0;
  for (const trial of trials) if (trial.papers && !trial.right[0] && n++ < 25) console.log("MISS", trial.fact.metric, trial.note.trim(), trial.asked, trial.found[0]?.figure.chunk.path, trial.found[0]?.figure.surface, JSON.stringify(trial.found[0]?.parts, (_, v: unknown) => (typeof v === "number" ? Math.round(v * 100) / 100 : v)), trial.right.indexOf(true));
}
