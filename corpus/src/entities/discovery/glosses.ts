// Names with another name in brackets behind them: 凱維爾科技(Cavelle Technology), Cavelle(凱維爾), 某某協會(下稱某協).
// A gloss of a known name is another name of it; one of an unknown name needs a suffix or a transliteration to count, for
// terms have glosses too (高頻寬記憶體(HBM)).
import { fold } from "../../text/fold.ts";
import type { EntityType } from "../entity.ts";
import { isHanName, isLatinName } from "../nameKey.ts";
import { BRACKET as BRACKET_SIGN, hasSigns } from "../signs.ts";
import { normalTicker } from "../tickers.ts";
import { classAt, HAN, isLatinUnit } from "../unitClass.ts";
import { type ArticleView, isCoined, knownEndingAt, type Proposal, startOfName } from "./article.ts";
import { isGeneric, typeOfHan, typeOfLatin } from "./suffixes.ts";

const BRACKET = /[(（]([^()（）]{2,70})[)）]/g;
const CALLED = /^(?:以下簡稱|以下简称|下稱|下称|簡稱|简称|英文[:：]|又稱|又称|即|原名|前稱|前称|前身為|前身为)\s*/;
/** A Latin name: begins with a capital, holds letters and the signs of names. */
const LATIN_NAME = /^[A-ZÀ-Þ][A-Za-zÀ-ɏ0-9&.'’ -]{1,60}$/;

/** Names introduced by brackets behind them. */
export function glossedNames(view: ArticleView): readonly Proposal[] {
  const found: Proposal[] = [];
  view.scans.forEach(({ text, signs }, passage) => {
    if (!hasSigns(signs, BRACKET_SIGN)) return;
    for (const match of text.matchAll(BRACKET)) {
      const end = /\s/.test(text.charAt(match.index - 1)) ? match.index - 1 : match.index;
      const glosses = partsOf(match[1] ?? "");
      if (glosses.length) found.push(...glossesOf(view, passage, end, glosses));
    }
  });
  return found;
}

/** The names inside the brackets: `Standing Facility即SRF` holds two. */
function partsOf(inside: string): readonly string[] {
  return inside
    .split(/\s*(?:[,，;；、/]|(?<=[A-Za-z)])\s?(?:即|简称|簡稱))\s*/)
    .map((part) =>
      part
        .trim()
        .replace(CALLED, "")
        .replace(/^["“「『《]|["”」』》]$/g, ""),
    )
    .filter(
      (part) =>
        part.length >= 2 &&
        normalTicker(part) === undefined &&
        (LATIN_NAME.test(part) || (isHanName(part) && part.length <= 12)),
    )
    .slice(0, 3);
}

function glossesOf(view: ArticleView, passage: number, end: number, glosses: readonly string[]): readonly Proposal[] {
  const text = view.scans[passage]?.text ?? "";
  const known = view.known[passage] ?? [];
  const before =
    knownEndingAt(known, end) ?? (/公司$/.test(text.slice(end - 2, end)) ? knownEndingAt(known, end - 2) : undefined);
  if (before) return otherNames(view, before.entity, text.slice(before.start, before.end), glosses);
  if (classAt(text, end - 1) === HAN) {
    const start = startOfName(view, passage, end, 12);
    if (start === undefined) return [];
    return pairs(view, text.slice(start, end), glosses.filter(isLatinName));
  }
  if (!isLatinUnit(classAt(text, end - 1))) return [];
  const name = latinNameEndingAt(text, end);
  return name === undefined ? [] : pairs(view, name, glosses.filter(isHanName));
}

/** Glosses of a known entity that nothing knows yet. */
function otherNames(view: ArticleView, entity: number, name: string, glosses: readonly string[]): readonly Proposal[] {
  const known = view.lexicon.entities[entity];
  if (!known || known.type === "ticker" || known.type === "place") return [];
  return glosses.flatMap((gloss): readonly Proposal[] => {
    if (view.lexicon.entryOf(gloss) !== undefined) return [];
    const typed = isHanName(gloss) ? typeOfHan(gloss) : typeOfLatin(gloss.split(" "));
    const fits =
      isLatinName(name) !== isLatinName(gloss) && (typed === undefined || typed === known.type || known.type === "org");
    return fits ? [{ name: gloss, type: known.type, confidence: 0.8, reason: "gloss", entity }] : [];
  });
}

/** An unknown name and its glosses, if either looks like a name. */
function pairs(view: ArticleView, name: string, glosses: readonly string[]): readonly Proposal[] {
  const known = glosses
    .map((gloss) => ({ gloss, entry: view.lexicon.entryOf(gloss) }))
    .find(({ entry }) => entry?.uses.length === 1 && !entry.uses[0]?.needsContext);
  const entity = known?.entry?.uses[0]?.entity;
  if (entity !== undefined) {
    const type = view.lexicon.entities[entity]?.type;
    if (type === "place" || type === "ticker" || type === undefined) return [];
    if (isGeneric(fold(name))) return [];
    return isCoined(name) || typeOfHan(name) === type ? [{ name, type, confidence: 0.8, reason: "gloss", entity }] : [];
  }
  const [first] = glosses;
  if (first === undefined) return [];
  const latin = isLatinName(name) ? name : first;
  const han = isLatinName(name) ? first : name;
  const acronym = latin === latin.toUpperCase();
  const type: EntityType | undefined = typeOfHan(han) ?? typeOfLatin(latin.split(" "));
  if (type === undefined || (acronym && typeOfHan(han) === undefined) || /^[a-z]/.test(latin)) return [];
  const confidence = acronym ? 0.7 : 0.85;
  return [
    { name, type, confidence, reason: "gloss", same: latin },
    ...glosses.map((gloss): Proposal => ({ name: gloss, type, confidence, reason: "gloss", same: latin })),
  ];
}

/** The run of capitalised Latin words that ends at `end`. */
function latinNameEndingAt(text: string, end: number): string | undefined {
  const match = /(?<![A-Za-z0-9])[A-ZÀ-Þ][A-Za-zÀ-ɏ0-9&.'’-]{0,30}(?: [A-ZÀ-Þ0-9][A-Za-zÀ-ɏ0-9&.'’-]{0,30}){0,4}$/.exec(
    text.slice(Math.max(0, end - 50), end),
  );
  return match && match[0].length > 1 ? match[0] : undefined;
}
