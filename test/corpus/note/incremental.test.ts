import assert from "node:assert/strict";
import test from "node:test";
import type { Note } from "../../../corpus/src/note/note.ts";
import { parseNote } from "../../../corpus/src/note/parseNote.ts";
import { random } from "./random.ts";

const PIECES = [
  "達[570億][ab23]",
  "\n",
  "\n\n",
  "- ",
  "> ",
  "# ",
  "| a | b |\n|--|--|\n| [5][ab23] | 6 |\n",
  "```\n",
  "`",
  "<!-- ",
  " -->",
  "---\n",
  "date: 2025-11-20\n",
  '[ab23]: a.md#L1,2 "收入570億"\n',
  "[^1]",
  "[^1]: 路透「收入」\n",
  '[7](b.md "q")',
  "]",
  "[",
  "(",
  ")",
  "\\",
  "𠮷😀",
  "年增62%，",
  "    ",
  "\r\n",
  "[@k, {「q」}]",
] as const;

const plain = ({ tree, lineStarts, ...note }: Note) => ({ ...note, lines: [...lineStarts], tree: String(tree) });

test("a note parsed after an edit equals the note parsed afresh", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const { below, pick, chance } = random(seed);
    let text = chance(0.3) ? "---\ntitle: x\n---\n" : "";
    for (let i = 0; i < 40; i++) text += pick(PIECES);
    let note = parseNote(text);
    for (let edit = 0; edit < 25; edit++) {
      const start = chance(0.1) ? 0 : below(text.length + 1);
      const end = Math.min(text.length, start + (chance(0.5) ? 0 : below(12)));
      text = text.slice(0, start) + (chance(0.8) ? pick(PIECES) : "") + text.slice(end);
      note = parseNote(text, note);
      assert.deepEqual(plain(note), plain(parseNote(text)), `seed ${seed}, edit ${edit}: ${JSON.stringify(text)}`);
    }
  }
});

test("a keystroke in a note of 200 kB is parsed in a few milliseconds", () => {
  const paragraph = "輝達第三季營收達[570億美元][ab23]，年增[62%][cd45]，資料中心業務佔九成。".repeat(8) + "\n\n";
  const definitions = '\n[ab23]: ../corpus/a.md#L6,4 "收入為570.06億美元"\n[cd45]: ../corpus/a.md#L6,21 "增長62%"\n';
  const text = paragraph.repeat(220) + definitions;
  let note = parseNote(text);
  const times: number[] = [];
  for (let i = 0; i < 15; i++) {
    const at = 40_000 + i;
    const typed = `${note.text.slice(0, at)}字${note.text.slice(at)}`;
    const started = performance.now();
    note = parseNote(typed, note);
    times.push(performance.now() - started);
  }
  // the quickest of them, for other work may run beside the tests
  const quickest = Math.min(...times);
  assert.ok(quickest < 20, `${quickest.toFixed(1)} ms for ${text.length} units`);
});
