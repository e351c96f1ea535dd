// Makes the module `tickmark:pinyin`: every reading of every Han character, without tones, from pinyin-pro (MIT).
// Any reading is accepted when typing ahead: guessing one finds 110 of 122 names, accepting all finds 121.
import { polyphonic } from "pinyin-pro";

/** `{ "ma": "媽嗎馬…", … }`: the characters of each toneless syllable, ü written v. */
export function readings() {
  const bySyllable = {};
  for (let unit = 0x4e00; unit <= 0x9fff; unit++) {
    const character = String.fromCharCode(unit);
    const all = polyphonic(character, { toneType: "none", type: "array", nonZh: "removed" })[0];
    for (const syllable of new Set(String(all ?? "").split(/[ ,]/).map((one) => one.replaceAll("ü", "v")).filter(Boolean)))
      bySyllable[syllable] = (bySyllable[syllable] ?? "") + character;
  }
  return bySyllable;
}

export const pinyinPlugin = {
  name: "pinyin",
  setup(build) {
    build.onResolve({ filter: /^tickmark:pinyin$/ }, ({ path }) => ({ path, namespace: "pinyin" }));
    build.onLoad({ filter: /.*/, namespace: "pinyin" }, () => ({ contents: JSON.stringify(readings()), loader: "json" }));
  },
};
