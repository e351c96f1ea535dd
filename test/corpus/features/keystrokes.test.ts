import assert from "node:assert/strict";
import test from "node:test";
import { isDeepStrictEqual } from "node:util";
import { regionOf } from "../../../corpus/src/articles/regionOf.ts";
import { citationsOf } from "../../../corpus/src/features/citing/citationsOf.ts";
import { citationOfFigure } from "../../../corpus/src/features/citing/citedFigure.ts";
import { sureCitations } from "../../../corpus/src/features/citing/citePlain.ts";
import { repairsOf, type RepairKind } from "../../../corpus/src/features/citing/repairs.ts";
import { resolveIn } from "../../../corpus/src/features/citing/resolveIn.ts";
import type { Desk } from "../../../corpus/src/features/desk.ts";
import { Draft } from "../../../corpus/src/features/draft.ts";
import { countFigures } from "../../../corpus/src/features/lens/codeLens.ts";
import { citationLinks } from "../../../corpus/src/features/links/citationLinks.ts";
import { mentionsInNotes } from "../../../corpus/src/features/notes/mentionsInNotes.ts";
import { citationsInto } from "../../../corpus/src/features/notes/notesOf.ts";
import { PassageReadings } from "../../../corpus/src/features/passageReadings.ts";
import { outline } from "../../../corpus/src/features/symbols/outline.ts";
import { notePassages } from "../../../corpus/src/note/notePassages.ts";
import { parseNote } from "../../../corpus/src/note/parseNote.ts";
import { readChunks } from "../../../corpus/src/index/readChunks.ts";
import type { CorpusIndex } from "../../../corpus/src/index/corpusIndex.ts";
import type { Passage } from "../../../corpus/src/text/passage.ts";
import { random } from "../note/random.ts";
import { makeDesk } from "./desk.ts";

const FIXTURE = `--- corpus/nvda.md
---
title: 輝達第三季營收創新高
date: 2025-11-20
publisher: 中央社
---
輝達公布第三季營收為570.06億美元，較上年同期增長62%。
資料中心業務營收512億美元，毛利率73.4%。
--- corpus/foxconn.md
---
title: 鴻海第三季財報
date: 2025-11-13
publisher: 經濟日報
---
鴻海第三季營收2.06兆元，年增11%，毛利率6.35%。
`;

/** What analysts type, and what breaks Markdown in the middle of it. */
const PIECES = [
  "輝達第三季營收570億美元，年增62%。",
  "鴻海毛利率6.35%，",
  "英伟达收入增长62%。",
  "特朗普與聯儲局的利率4.25厘。",
  "字",
  "7",
  "億",
  "\n",
  "\n\n",
  "\r\n",
  "## 鴻海\n",
  "# 輝達\n",
  "- ",
  "> ",
  "**",
  "輝達營收[570億美元][k3f9]，",
  "[62%][w7qd]",
  "[†][k3f9]",
  '[512億美元](../corpus/nvda.md#L7,9 "資料中心業務營收512億美元")',
  "[財報](../corpus/foxconn.md)",
  "[財報](/corpus/foxconn.md)",
  '\n[k3f9]: ../corpus/nvda.md#L6,11 "第三季營收為570.06億美元"\n',
  '\n[w7qd]: ../corpus/nvda.md#L6,26 "較上年同期增長62%"\n',
  '\n[w7qd]: ../corpus/foxconn.md#L6,1 "年增12%"\n',
  "\n\n單位：億元\n\n| 公司 | 第三季營收 |\n|---|---|\n| 輝達 | 570 |\n| 鴻海 | 20600 |\n資料來源：[中央社][k3f9]\n\n",
  "| 鴻海 | 11% |\n",
  "[^1]",
  "\n\n[^1]: 經濟日報「鴻海第三季營收2.06兆元」\n\n",
  "```\n",
] as const;

const KINDS: readonly RepairKind[] = ["moved", "moved-doubtful", "drifted", "requote", "changed", "hint"];
const PATH = "/w/notes/note.md";

function draftOf(desk: Desk, text: string, earlier?: Draft): Draft {
  const note = parseNote(text, earlier?.note);
  return new Draft({ path: PATH, text, region: regionOf(text).wording, date: "2025-12-15", passages: notePassages(note), note, articles: [] }, desk.tables, earlier);
}

/** All that the features say of a note. */
function said(desk: Desk, draft: Draft): Record<string, unknown> {
  const { note, passages } = draft;
  if (!note) return {};
  const known = { path: PATH, note, draft };
  return {
    region: draft.region,
    read: passages.map((passage) => draft.read(passage)),
    headings: passages.map((passage) => draft.headingAbove(passage)),
    citations: citationsOf(desk, PATH, note).map((citation) => ({ citation, resolved: resolveIn(desk, draft, citation) })),
    cited: passages.flatMap((passage) => draft.read(passage).figures.map((figure) => citationOfFigure(desk, draft, draft.spanOf(passage, figure).start))),
    counted: countFigures(desk, draft),
    links: citationLinks(desk, draft),
    repairs: repairsOf(desk, draft, KINDS),
    sure: sureCitations(desk, draft),
    outline: outline(draft),
    mentions: ["nvidia", "hon-hai"].map((id) => mentionsInNotes(desk, [known], desk.tables.lexicon.numberOf(id) ?? -1)),
    into: citationsInto(desk, [known], "/w/corpus/nvda.md").map(({ citation, place }) => ({ citation, place })),
  };
}

test("after any edits a note says what it would say when read for the first time", () => {
  const desk = makeDesk(FIXTURE);
  // another desk, so that nothing kept by the first serves
  const other = makeDesk(FIXTURE);
  for (let seed = 1; seed <= 25; seed++) {
    const { below, pick, chance } = random(seed);
    let text = chance(0.3) ? "---\ntitle: x\ndate: 2025-12-01\n---\n" : "";
    for (let i = 0; i < 25; i++) text += pick(PIECES) + (chance(0.3) ? "\n\n" : "");
    let draft = draftOf(desk, text);
    for (let edit = 0; edit < 16; edit++) {
      const start = chance(0.2) ? 0 : below(text.length + 1);
      const end = Math.min(text.length, start + (chance(0.6) ? 0 : below(15)));
      text = text.slice(0, start) + (chance(0.85) ? pick(PIECES) : "") + text.slice(end);
      draft = draftOf(desk, text, draft);
      // asked at some states only, as editors do
      if (!chance(0.7)) continue;
      const [kept, fresh] = [said(desk, draft), said(other, draftOf(other, text))];
      // a difference of two large objects takes minutes to write
      for (const [what, value] of Object.entries(fresh)) assert.ok(isDeepStrictEqual(kept[what], value), `seed ${seed}, edit ${edit}: ${what} of ${JSON.stringify(text)}`);
    }
  }
});

test("what was found out about a note's citations and figures goes when the corpus changes", () => {
  const desk = makeDesk(FIXTURE);
  const text = '輝達營收[570億美元][k3f9]，鴻海第三季毛利率6.35%。\n\n[k3f9]: ../corpus/nvda.md#L6,11 "第三季營收為570.06億美元"\n';
  const before = draftOf(desk, text);
  const [citation] = citationsOf(desk, PATH, before.note!);
  assert.equal(resolveIn(desk, before, citation!).resolution.outcome, "found");
  assert.equal(sureCitations(desk, before).length, 1);
  const index = desk.index as CorpusIndex;
  const changed = FIXTURE.replace("營收為570.06億", "營收為571.06億").replace("6.35%", "6.1%");
  for (const [, path, body] of changed.matchAll(/^--- (\S+)\n([\s\S]*?)(?=^--- \S|$(?![\s\S]))/gm)) {
    if (!path?.startsWith("corpus/")) continue;
    const file = { path: `/w/${path}`, text: body!, modified: Date.UTC(2025, 11, 31) };
    index.put(readChunks(file, desk.tables), file.text);
  }
  const after = draftOf(desk, `${text} `, before);
  assert.equal(resolveIn(desk, after, citationsOf(desk, PATH, after.note!)[0]!).resolution.outcome, "changed");
  assert.equal(sureCitations(desk, after).length, 0);
});

test("a keystroke reads the figures of the passage that it changed, not those of the others", () => {
  const desk = makeDesk(FIXTURE);
  const text = Array.from({ length: 300 }, (_, i) => `第${i}段，輝達營收${i}億美元。`).join("\n\n");
  const before = draftOf(desk, text);
  const old = new Set(before.passages.map((passage) => before.read(passage).figures));
  const at = text.indexOf("第150段") + 5;
  for (const typed of ["字", "\n\n"]) {
    const after = draftOf(desk, text.slice(0, at) + typed + text.slice(at), before);
    const anew = after.passages.filter((passage) => !old.has(after.read(passage).figures));
    assert.ok(anew.length <= 2, `${anew.length} passages read again`);
  }
});

test("what is kept of a note does not grow with the states that it went through", () => {
  const { lexicon } = makeDesk(FIXTURE).tables;
  const readings = new PassageReadings("TW", lexicon);
  const passages = Array.from({ length: 30 }, (_, line): Passage => ({ line, start: 0, text: `第${line}段，輝達營收${line}億美元。`, kind: "text" }));
  const sizes = Array.from({ length: 3000 }, (_, i) => {
    const state = [{ line: 0, start: 0, text: `${i}0元`, kind: "text" as const }, ...passages];
    const later = readings.for("TW", lexicon);
    later.keep(state);
    for (const passage of state) later.read(passage);
    return later.size;
  });
  assert.ok(Math.max(...sizes) < 1300, String(Math.max(...sizes)));
  assert.equal(readings.read(passages[7]!).figures.length, 1);
});
