// Entities whose name is under way at a place: typed in part, in any script, as pinyin, initials or ticker. What is
// inserted is in the wording and script of the sentence.
import { displayName } from "../../entities/displayName.ts";
import type { How, TypeAhead } from "../../entities/typeAhead.ts";
import { entityToken } from "../../index/tokens.ts";
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
  // a metric's word typed whole (收入, EPS) is the inside or the beginning of many a name, and none is meant
  const isMetric = !underWay.asked && endsMetric(desk, before, underWay.typed);
  const sure = underWay.asked || (!isMetric && isTypedName(before, underWay.typed));
  return hits.flatMap((hit) => {
    const entity = lexicon.entities[hit.entity];
    if (!entity || (isMetric && hit.how !== "exact" && hit.how !== "prefix")) return [];
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
        sure: sure && hit.how !== "fuzzy",
        how: hit.how,
        inCorpus: passages > 0,
      },
    ];
  });
}

/** Whether what is typed is a metric's word, or its end. */
function endsMetric({ tables: { terms } }: Desk, before: string, typed: string): boolean {
  let ends = false;
  terms.visit(before, 0, before.length, (term, start, end) => {
    ends ||= end === before.length && end - start >= typed.length && terms.rows[term]?.kinds.length !== 0;
  });
  return ends;
}

/**
 * Whether what is typed is surely meant as a name: three Han characters, or Latin letters that are no ordinary word of an
 * English sentence (capitalised, or standing in Chinese text, where they are pinyin or a name).
 */
function isTypedName(before: string, typed: string): boolean {
  if (!/^[\x21-\x7e]/.test(typed)) return typed.length > 2;
  const inEnglish = /[A-Za-z][\s,.]+$/.test(before.slice(0, before.length - typed.length)) || before.length === typed.length;
  return inEnglish ? /^[A-Z]/.test(typed) && typed.length > 1 : typed.length > 2;
}
