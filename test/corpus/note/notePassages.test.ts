import assert from "node:assert/strict";
import test from "node:test";
import { notePassages } from "../../../corpus/src/note/notePassages.ts";
import { parseNote } from "../../../corpus/src/note/parseNote.ts";
import { markdownPassages } from "../../../corpus/src/text/markdownPassages.ts";
import { random } from "./random.ts";

const PIECES = [
  "營收達[570億][ab23]，",
  "\n",
  "\n\n",
  "\r",
  "\r\n",
  "- ",
  "1. ",
  "> ",
  "# ",
  "\n===\n",
  "   ",
  "\t",
  "\n單位：億元\n\n| a | b |\n|--|--|\n| [5][ab23] | 6 |\n",
  "\n| 甲 | 乙 |\n|--|--|\n| 7 | 8 |\n資料來源：公司\n",
  "| x | 9 |\n",
  "表一（億美元）\n",
  "```\n",
  "`x`",
  "**57**",
  "&amp;",
  "<!-- ",
  " -->",
  "<br>",
  "---\n",
  '[ab23]: a.md#L1,2 "收入570億"\n',
  "[^1]: 路透「收入」\n",
  "https://a.example/x 年增62%",
  "[ ] ",
  "𠮷😀",
  "\\",
] as const;

test("passages kept over edits equal those read afresh", () => {
  for (let seed = 1; seed <= 80; seed++) {
    const { below, pick, chance } = random(seed);
    let text = chance(0.3) ? "---\ntitle: x\n---\n" : "";
    for (let i = 0; i < 50; i++) text += pick(PIECES);
    let note = parseNote(text);
    notePassages(note);
    for (let edit = 0; edit < 30; edit++) {
      const start = chance(0.2) ? 0 : below(text.length + 1);
      const end = Math.min(text.length, start + (chance(0.5) ? 0 : below(12)));
      text = text.slice(0, start) + (chance(0.8) ? pick(PIECES) : "") + text.slice(end);
      note = parseNote(text, note);
      const message = `seed ${seed}, edit ${edit}: ${JSON.stringify(text)}`;
      assert.deepEqual(notePassages(note), markdownPassages(text, note.tree), message);
      assert.deepEqual(notePassages(note), notePassages(parseNote(text)), message);
    }
  }
});

test("a letter typed into one paragraph leaves the passages of the others the same objects", () => {
  const text = Array.from({ length: 100 }, (_, i) => `第${i}段，營收570億美元。\n`).join("\n");
  const before = parseNote(text);
  const at = text.indexOf("第50段") + 3;
  const after = parseNote(`${text.slice(0, at)}字${text.slice(at)}`, before);
  const old = new Set(notePassages(before));
  const anew = notePassages(after).filter((passage) => !old.has(passage));
  // the tree's reuse begins a block further on
  assert.deepEqual(anew.map((passage) => passage.text), ["第49段，營收570億美元。", "第50字段，營收570億美元。"]);
});
