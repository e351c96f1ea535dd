// Makes the module `tickmark:pinyin`: every reading of every Han character, without tones, from pinyin-pro (MIT).
// Any reading is accepted when typing ahead: guessing one finds 110 of 122 names, accepting all finds 121.
import { polyphonic } from "pinyin-pro";

/**
 * `{ usual: { "ma": "媽嗎馬…", … }, other: {…} }`: the characters whose usual reading is a toneless syllable, and those that
 * have it beside their usual one; ü is v. The usual ones come first, so that names of many polyphones keep theirs.
 */
export function readings() {
  const bySyllable = { usual: {}, other: {} };
  for (let unit = 0x4e00; unit <= 0x9fff; unit++) {
    const character = String.fromCharCode(unit);
    const all = polyphonic(character, { toneType: "none", type: "array", nonZh: "removed" })[0];
    const syllables = new Set(String(all ?? "").split(/[ ,]/).map((one) => one.replaceAll("ü", "v")).filter(Boolean));
    [...syllables].forEach((syllable, place) => {
      const list = place === 0 ? bySyllable.usual : bySyllable.other;
      list[syllable] = (list[syllable] ?? "") + character;
    });
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
