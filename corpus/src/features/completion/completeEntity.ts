// Entities whose name is under way at a place: typed in part, in any script, as pinyin, initials or ticker. What is
// inserted is in the wording and script of the sentence.
import { displayName } from "../../entities/displayName.ts";
import type { How, TypeAhead } from "../../entities/typeAhead.ts";
import { entityToken } from "../../index/tokens.ts";
import { findTerms } from "../../statements/terms.ts";
import type { Desk } from "../desk.ts";
import type { Draft, ReadPassage } from "../draft.ts";
import { shortLabel, type CompletionChoice } from "./completion.ts";
import { wantedNames } from "./wantedNames.ts";

/** `sure`: so much of a name is typed that names come before figures. `inCorpus`: the corpus names it. */
export type EntityChoice = CompletionChoice & { readonly sure: boolean; readonly how: How; readonly inCorpus: boolean };

const LIMIT = 20;

export function completeEntity(desk: Desk, typeAhead: TypeAhead, draft: Draft, read: ReadPassage, at: number, offset: number): EntityChoice[] {
  const before = read.passage.text.slice(Math.max(0, at - 60), at);
  const underWay = typeAhead.nameUnderWay(before);
  if (!underWay) return [];
  const { lexicon } = desk.tables;
  const hits = typeAhead.search(underWay.typed, LIMIT, wantedNames(desk, draft, read, at));
  const start = offset - underWay.typed.length - (underWay.asked ? 1 : 0);
  const word = underWay.asked ? 0 : wordAtEnd(desk, before);
  const sure = underWay.asked || (word === 0 && isTypedName(before, underWay.typed));
  return hits.flatMap((hit) => {
    const entity = lexicon.entities[hit.entity];
    // 利益 of a finished 營業利益 stands inside many names and begins none of them
    if (!entity || (word >= underWay.typed.length && hit.how !== "exact" && hit.how !== "prefix")) return [];
    const shown = displayName(entity, draft.region);
    const passages = desk.index.living(entityToken(hit.entity));
    const name = desk.settings.entityForm === "source" ? hit.name : shown;
    return [
      {
        kind: "entity" as const,
        label: shortLabel(name),
        detail: hit.name === name ? "" : ` ${shortLabel(hit.name)}`,
        description: [desk.messages.types[entity.type], entity.tickers[0], passages ? `${passages}×` : undefined].filter(Boolean).join(" · "),
        edit: { start, end: offset, newText: name },
        snippet: false,
        additional: [],
        about: { entity: entity.id },
        // EPS is also some ticker: one that the corpus never names is hardly meant
        sure: sure && hit.how !== "fuzzy" && (hit.how !== "ticker" || underWay.asked || passages > 0),
        how: hit.how,
        inCorpus: passages > 0,
      },
    ];
  });
}

/** The length of the metric or other known word (EPS, 出口) that ends where the cursor stands; 0 where none does. */
const wordAtEnd = (desk: Desk, before: string): number => {
  const last = findTerms(before, desk.tables.terms).at(-1);
  return last?.end === before.length ? last.end - last.start : 0;
};

/**
 * Whether what is typed is surely meant as a name: three Han characters, or Latin letters that are no ordinary word of an
 * English sentence (capitalised, or standing in Chinese text, where they are pinyin or a name).
 */
function isTypedName(before: string, typed: string): boolean {
  if (!/^[\x21-\x7e]/.test(typed)) return typed.length > 2;
  // digits begin a figure as often as a ticker
  if (/^\d+$/.test(typed)) return false;
  const inEnglish = /[A-Za-z][\s,.]+$/.test(before.slice(0, before.length - typed.length)) || before.length === typed.length;
  return inEnglish ? /^[A-Z]/.test(typed) && typed.length > 1 : typed.length > 2;
}
