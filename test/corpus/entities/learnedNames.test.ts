import assert from "node:assert/strict";
import { test } from "node:test";
import type { Entity } from "../../../corpus/src/entities/entity.ts";
import { findLearned } from "../../../corpus/src/entities/learnedNames.ts";
import { nameKey } from "../../../corpus/src/entities/nameKey.ts";
import { smallLexicon } from "./lexicons.ts";

const learned = (id: string, confidence = 0.85): Entity => ({
  id: nameKey(id), type: "person", names: { TW: [id], HK: [id], CN: [id], INTL: [] }, short: [], tickers: [], fiscalYearEnd: 12, description: "", links: [], origin: "learned", confidence,
});
const lexicon = () => {
  const made = smallLexicon([{ id: "microsoft", type: "company", "zh-TW": "微軟" }]);
  for (const one of [learned("施芷嵐"), learned("阮大成", 0.4), learned("莊儀")]) made.intern(one);
  return made;
};
const found = (text: string, known: Parameters<typeof findLearned>[2] = []) => findLearned(text, lexicon(), known).map(({ start, end }) => text.slice(start, end));

test("a name that some article introduced is found in a draft", () => assert.deepEqual(found("總經理施芷嵐說，交期縮短。"), ["施芷嵐"]));
test("neither names of little evidence nor those of two characters are", () => assert.deepEqual(found("阮大成與莊儀都不說話。"), []));
test("what is known already stays what it is", () => assert.deepEqual(found("施芷嵐", [{ start: 0, end: 3, entity: 0, confidence: 1 }]), []));
test("a lexicon that learned nothing finds nothing", () => assert.deepEqual(findLearned("施芷嵐", smallLexicon([]), []), []));
