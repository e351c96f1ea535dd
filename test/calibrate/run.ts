// Prints precision and recall of what is sure, by threshold: figures cited without asking, and ghost text. See run.mjs.
import { isGood } from "../../corpus/src/features/citing/plainFigure.ts";
import { makeDesk, makeTables } from "../corpus/features/desk.ts";
import { writeFacts } from "./corpusOfFacts.ts";
import { makeFacts } from "./facts.ts";
import { citingTrials, FORMS, ghostTrials, type Trial } from "./measure.ts";
import { deskOf, sampleTrials } from "./sample.ts";
import { playTasks } from "./tasks.ts";

const share = (some: number, all: number): string => (all ? (some / all).toFixed(3) : "-");
const GOODS = [0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 1, 1.1];
const MARGINS = [0, 0.1, 0.2, 0.3];

/** Which of the sources found are good at another threshold than the product's. */
const goodAt = (found: Trial["found"], least: number): readonly number[] =>
  found.flatMap((one, i) => (isGood({ ...one, score: one.score >= least ? Number.MAX_VALUE : 0 }) ? [i] : []));

function printCiting(trials: readonly Trial[]): void {
  for (const form of FORMS) {
    const some = trials.filter((trial) => trial.form === form);
    console.log(`  ${form}: ${some.length}, right first ${some.filter(({ right }) => right[0]).length}`);
  }
  const once = trials.filter(({ papers }) => papers === 1).length;
  console.log(`  precision/recall of what one paper tells, by margin to the second ${MARGINS.join(", ")}`);
  for (const least of GOODS) {
    const row = MARGINS.map((margin) => {
      const sure = trials.flatMap((trial) => {
        const [only, ...others] = goodAt(trial.found, least);
        const best = only === undefined || others.length ? undefined : trial.found[only];
        return best && trial.found.every((one) => one === best || one.score <= best.score - margin) ? [{ trial, right: trial.right[only ?? 0] === true }] : [];
      });
      const right = sure.filter((one) => one.right);
      return `${share(right.length, sure.length)}/${share(right.filter(({ trial }) => trial.papers === 1).length, once)}`;
    });
    console.log(`  good ${least}: ${row.join("  ")}`);
  }
}

function printGhosts(trials: readonly Trial[]): void {
  const told = trials.filter(({ papers }) => papers > 0).length;
  const aheads = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3];
  console.log(`  precision/recall of places with an answer, by lead before the next value ${aheads.join(", ")}`);
  for (const sure of [0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3]) {
    const row = aheads.map((ahead) => {
      const shown = trials.filter(({ asked, found: [best, second] }) => asked && best && best.score >= sure && !(second && best.score - second.score < ahead));
      const right = shown.filter(({ right: [first] }) => first).length;
      return `${share(right, shown.length)}/${share(right, told)}`;
    });
    console.log(`  sure ${sure}: ${row.join("  ")}`);
  }
}

function printSample(): void {
  const trials = sampleTrials(deskOf("corpus/sample/corpus"));
  console.log(`${trials.length} figures written over the sample, ${trials.filter(({ absent }) => !absent).length} of them told there`);
  for (const least of GOODS) {
    const goods = trials.map((trial) => ({ trial, at: goodAt(trial.found, least) }));
    const sure = goods.filter(({ at }) => at.length === 1);
    const right = sure.filter(({ trial, at: [only] }) => trial.right[only ?? 0]);
    console.log(`  good ${least}: ${sure.length} sure, ${right.length} right; ${goods.filter(({ at }) => at.length > 1).length} with several good sources`);
  }
}

const facts = makeFacts(makeTables().lexicon, 11, 120);
const corpus = writeFacts(facts, 12);
const desk = makeDesk([...corpus.files].map(([path, text]) => `--- ${path}\n${text}`).join(""));
console.log(`${facts.length} facts, ${corpus.files.size} articles`);
for (const half of ["setting", "testing"] as const) {
  console.log(`cited without asking, wordings for ${half}`);
  printCiting(citingTrials(desk, corpus, facts, half, 5, 1200));
  console.log(`ghost text, wordings for ${half}`);
  printGhosts(ghostTrials(desk, corpus, facts, half, 6, 1200));
}
printSample();
playTasks();
