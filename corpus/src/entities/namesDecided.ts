// Which names a change of decisions touches, so that only the files that hold one of them are read again.
import type { Decision } from "./decisions.ts";
import { allNames, type Lexicon } from "./lexicon.ts";

const keyOf = ({ action, id, name, type }: Decision): string => [action, id, name, type ?? ""].join("\t");

/** The names of the decisions that stand in only one of two lists, with all names of their entities in either lexicon. */
export function namesDecided(
  before: readonly Decision[],
  after: readonly Decision[],
  lexicons: readonly Lexicon[],
): readonly string[] {
  const known = new Set(before.map(keyOf));
  const now = new Set(after.map(keyOf));
  const names = new Set<string>();
  for (const decision of [
    ...before.filter((one) => !now.has(keyOf(one))),
    ...after.filter((one) => !known.has(keyOf(one))),
  ])
    for (const part of [decision.id, decision.name]) {
      if (part) names.add(part);
      for (const lexicon of lexicons) {
        const number = lexicon.numberOf(part);
        const entity = number === undefined ? undefined : lexicon.entities[number];
        // what only one name was decided about keeps its others
        if (entity && (decision.action === "merge" || !decision.name || decision.type !== undefined))
          for (const name of allNames(entity)) names.add(name);
      }
    }
  return [...names];
}
