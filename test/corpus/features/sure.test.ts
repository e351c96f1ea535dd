// What counts as sure, held to its bars over facts made from a seed, in notes worded by the half of the templates that no
// threshold was set on (rules of ghost text were mended by looking at both), and over an analyst's sentences on the sample. `node test/calibrate/run.mjs` prints the tables.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CLEAR } from "../../../corpus/src/features/completion/inlineFigure.ts";
import { isGood } from "../../../corpus/src/features/citing/plainFigure.ts";
import { writeFacts } from "../../calibrate/corpusOfFacts.ts";
import { makeFacts } from "../../calibrate/facts.ts";
import { citingTrials, ghostTrials, type Trial } from "../../calibrate/measure.ts";
import { deskOf, sampleTrials } from "../../calibrate/sample.ts";
import { makeDesk, makeTables } from "./desk.ts";

// another seed than the one that the thresholds were set on
const facts = makeFacts(makeTables().lexicon, 23, 50);
const corpus = writeFacts(facts, 24);
const desk = makeDesk([...corpus.files].map(([path, text]) => `--- ${path}\n${text}`).join(""));

const share = (some: number, all: number): number => some / Math.max(1, all);

test("what is cited without asking is right in at least 0.98, and wrong or unknown figures are left alone", () => {
  const trials = citingTrials(desk, corpus, facts, "testing", 7, 400);
  const onlyGood = ({ found }: Trial): number => {
    const good = found.flatMap((one, i) => (isGood(one) ? [i] : []));
    return good.length === 1 ? (good[0] ?? -1) : -1;
  };
  const sure = trials.filter((trial) => onlyGood(trial) >= 0);
  const right = sure.filter((trial) => trial.right[onlyGood(trial)]);
  assert.ok(share(right.length, sure.length) >= 0.98, `${right.length} of ${sure.length}`);
  const once = trials.filter(({ papers }) => papers === 1).length;
  assert.ok(share(right.length, once) >= 0.6, `${right.length} of ${once} told once`);
});

test("ghost text is right in at least 0.95, and shows something at a third of the places that have an answer", () => {
  const trials = ghostTrials(desk, corpus, facts, "testing", 8, 400);
  const shown = trials.filter(({ asked, found: [best, second] }) => asked && best !== undefined && best.score >= CLEAR.sure && !(second && best.score - second.score < CLEAR.ahead));
  const right = shown.filter(({ right: [first] }) => first);
  assert.ok(share(right.length, shown.length) >= 0.95, `${right.length} of ${shown.length}`);
  const told = trials.filter(({ papers }) => papers > 0).length;
  assert.ok(share(right.length, told) >= 0.34, `${right.length} of ${told}`);
});

test("over the sample no figure is cited from an article that does not say it", () => {
  const trials = sampleTrials(deskOf("corpus/sample/corpus"));
  assert.equal(trials.length >= 70, true);
  const sure = trials.map((trial) => ({ trial, good: trial.found.flatMap((one, i) => (isGood(one) ? [i] : [])) })).filter(({ good }) => good.length === 1);
  assert.deepEqual(
    sure.filter(({ trial, good }) => !trial.right[good[0] ?? -1]).map(({ trial }) => trial.words),
    [],
  );
  assert.ok(sure.length >= 15, String(sure.length));
});
