// Pinyin of names, whole and initials, with every reading of every character: accepting any beats guessing one.
import readings from "tickmark:pinyin";
import { HAN, isLatinUnit, unitClasses } from "../unitClass.ts";

const VARIANTS = 8;
const LONGEST = 12;

let table: Map<string, string[]> | undefined;

function readingsOf(character: string): readonly string[] {
  if (table === undefined) {
    table = new Map();
    for (const list of [readings.usual, readings.other])
      for (const [syllable, characters] of Object.entries(list))
        for (const one of characters) {
          const known = table.get(one);
          if (known) known.push(syllable);
          else table.set(one, [syllable]);
        }
  }
  return table.get(character) ?? [];
}

/** Whole and initial forms of a name: 黃仁勳 → `huangrenxun`, `hrx`; ü is v. Latin parts stand as they are. */
export function pinyinOf(name: string): { readonly whole: readonly string[]; readonly initials: readonly string[] } {
  let whole = [""];
  let initials = [""];
  let han = 0;
  for (let at = 0; at < name.length && at < LONGEST; at++) {
    const character = name.charAt(at);
    const kind = unitClasses[name.charCodeAt(at)] as number;
    if (kind !== HAN) {
      if (isLatinUnit(kind))
        [whole, initials] = [
          whole.map((key) => key + character.toLowerCase()),
          initials.map((key) => key + character.toLowerCase()),
        ];
      continue;
    }
    const syllables = readingsOf(character);
    if (!syllables.length) return { whole: [], initials: [] };
    han++;
    whole = spread(whole, syllables);
    initials = spread(initials, [...new Set(syllables.map((syllable) => syllable.charAt(0)))]);
  }
  return han ? { whole, initials: han > 1 ? initials : [] } : { whole: [], initials: [] };
}

/** The usual readings of all come first; what is past the bound has a rare one. */
function spread(keys: readonly string[], syllables: readonly string[]): string[] {
  const longer: string[] = [];
  for (const syllable of syllables) for (const key of keys) if (longer.length < VARIANTS) longer.push(key + syllable);
  return longer;
}

/** What was typed as a pinyin key: without tone digits, ü as v; undefined if it cannot be pinyin. */
export function typedPinyin(typed: string): string | undefined {
  const plain = typed
    .toLowerCase()
    .replace(/ü|u:/g, "v")
    .replace(/[\s'’1-5-]/g, "");
  return /^[a-z]{2,48}$/.test(plain) ? plain : undefined;
}
