// Short forms that follow a full form in the same article: the surname of a person, a firm without its suffix.
import { fold } from "../../text/fold.ts";
import { isHanName, isLatinName } from "../nameKey.ts";
import { isOrdinaryWord } from "../wordVeto.ts";
import type { ArticleView, Proposal } from "./article.ts";
import { isOrdinaryLatin } from "./ordinaryLatin.ts";
import { GENERIC, SUFFIXES } from "./words.ts";

/** 委國 for 委內瑞拉: a country's first character with 國, where the article names the country in full. */
export function shortCountries(view: ArticleView): readonly Proposal[] {
  const found = new Map<number, Proposal>();
  for (const mentions of view.known)
    for (const { entity } of mentions) {
      const place = view.lexicon.entities[entity];
      const name = place?.names.TW[0];
      if (
        place?.type !== "place" ||
        found.has(entity) ||
        name === undefined ||
        name.length < 3 ||
        !isHanName(name) ||
        /[州市省縣区區島]$/.test(name)
      )
        continue;
      const short = `${name.charAt(0)}國`;
      if (view.lexicon.entryOf(short) === undefined && view.count(short) > 0)
        found.set(entity, { name: short, type: "place", confidence: 0.75, reason: "short form", entity });
    }
  return [...found.values()];
}

/** The short forms of full names found in the article: `full` is a name with the entity or the proposal it belongs to. */
export function shortForms(view: ArticleView, full: readonly Proposal[]): readonly Proposal[] {
  return full.flatMap((proposal) => {
    const { name, type, confidence, entity } = proposal;
    return shortened(name, type === "person", type === "company" || type === "org")
      .filter((short) => view.lexicon.entryOf(short) === undefined && view.count(short) > view.count(name))
      .map((short): Proposal => ({
        name: short,
        type,
        confidence: Math.min(confidence, 0.8),
        reason: "short form",
        same: proposal.same ?? name,
        ...(entity === undefined ? {} : { entity }),
      }));
  });
}

function shortened(name: string, person: boolean, firm: boolean): readonly string[] {
  if (person) {
    const parts = name.split(/[·‧・•･]/);
    const last = parts[parts.length - 1] ?? "";
    if (parts.length > 1 && last.length >= 2 && (last.length > 2 || !isOrdinaryWord(last))) return [last];
    const words = name.split(" ");
    const surname = words[words.length - 1] ?? "";
    return words.length > 1 && isLatinName(name) && surname.length > 2 && !isOrdinaryLatin(surname) ? [surname] : [];
  }
  if (!firm || !isHanName(name)) return [];
  const folded = fold(name);
  const suffix = SUFFIXES.map(([word]) => word)
    .filter((word) => word.length > 1 && folded.endsWith(word))
    .sort((a, b) => b.length - a.length)[0];
  if (suffix === undefined) return [];
  const core = name.slice(0, -suffix.length);
  return core.length >= 2 && !GENERIC.has(fold(core)) && !isOrdinaryWord(core) ? [core] : [];
}
