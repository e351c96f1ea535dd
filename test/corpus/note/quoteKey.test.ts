import assert from "node:assert/strict";
import test from "node:test";
import { endOffsetOfKey, keyIndexOf, offsetOfKey, quoteKey } from "../../../corpus/src/note/quoteKey.ts";
import { alignUnits } from "../../../corpus/src/note/alignUnits.ts";
import { random } from "./random.ts";

test("texts that differ in script, width, case and white space have one key", () => {
  const key = quoteKey("第三季收入為 570.06 億美元（Nvidia）").key;
  for (const same of [
    "第三季收入为570.06亿美元(NVIDIA)",
    "第三季\u3000收入為570.06\u200b億美元（nvidia）\r\n",
    "第三季收入為５７０．０６億美元（Ｎｖｉｄｉａ）",
  ])
    assert.equal(quoteKey(same).key, key);
  assert.notEqual(quoteKey("第三季收入為570.07億美元（Nvidia）").key, key);
});

test("every index of a key leads to its unit in the text and back", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const { below, pick } = random(seed);
    let text = "";
    for (let i = below(40); i > 0; i--) text += pick(["甲", " ", "\r\n", "5", "\u3000", "𠮷", "a", "\t", "\u200b"]);
    const key = quoteKey(text);
    const visible = [...text]
      .join("")
      .split("")
      .map((unit, offset) => ({ unit, offset }))
      .filter(({ unit }) => !/[\s\u200b]/.test(unit));
    assert.equal(key.key.length, visible.length);
    visible.forEach(({ offset }, index) => {
      assert.equal(offsetOfKey(key, index), offset);
      assert.equal(keyIndexOf(key, offset), index);
      assert.equal(endOffsetOfKey(key, index + 1), offset + 1);
    });
    for (let offset = 0; offset <= text.length; offset++)
      assert.equal(keyIndexOf(key, offset), visible.filter((one) => one.offset < offset).length);
  }
});

test("an alignment gives each unit its counterpart", () => {
  const codes = (text: string) => [...text].map((unit) => unit.charCodeAt(0));
  const { start, end, counterparts } = alignUnits(codes("營收#億美元"), codes("前營收達#億元，後"));
  assert.deepEqual([start, end], [1, 7]);
  assert.deepEqual(counterparts, [1, 2, 4, 5, -1, 6]);
});
