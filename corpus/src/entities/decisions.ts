// What the analysts decided about names: `.tickmark/entities.tsv`, a fact a row (action, id, name, type, by, date), so that
// colleagues' files merge line by line. Reading never fails: a row that makes no sense is left out and told.
import type { Entity, EntityType } from "./entity.ts";
import { allNames, type EntityRow, Lexicon, withNames } from "./lexicon.ts";
import { isLatinName, nameKey } from "./nameKey.ts";

export type DecisionAction = "confirm" | "correct" | "merge" | "reject";

export interface Decision {
  readonly action: DecisionAction;
  /** The entity that is confirmed, corrected or rejected, or into which another is merged. */
  readonly id: string;
  /** The name it is about; for `merge` the id or name of what goes into `id`; for `reject` empty if it is no entity at all. */
  readonly name: string;
  readonly type: EntityType | undefined;
  readonly by: string;
  /** ISO day. */
  readonly date: string;
}

export interface Decisions {
  readonly decisions: readonly Decision[];
  /** 1-based lines that were left out, with the reason. */
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

export const DECISION_COLUMNS = "action\tid\tname\ttype\tby\tdate";
const ACTIONS: readonly DecisionAction[] = ["confirm", "correct", "merge", "reject"];
const TYPES: readonly EntityType[] = [
  "company",
  "org",
  "person",
  "product",
  "place",
  "media",
  "index",
  "law",
  "ticker",
];

/** Reads `.tickmark/entities.tsv`; a missing header, merge marks and CRLF do no harm. In order of date, then of line. */
export function readDecisions(text: string): Decisions {
  const decisions: Decision[] = [];
  const problems: { line: number; message: string }[] = [];
  text.split(/\r\n|\n|\r/).forEach((row, index) => {
    if (!row.trim() || row === DECISION_COLUMNS || /^(?:<{7}|={7}|>{7})/.test(row)) return;
    const [action = "", id = "", name = "", type = "", by = "", date = ""] = row.split("\t").map((cell) => cell.trim());
    const known = ACTIONS.find((one) => one === action);
    const kind = TYPES.find((one) => one === type);
    const wrong =
      known === undefined
        ? `unknown action "${action}": use ${ACTIONS.join(", ")}`
        : !id
          ? "no id"
          : type && kind === undefined
            ? `unknown type "${type}": use ${TYPES.join(", ")}`
            : (known === "merge" || known === "confirm") && !name
              ? `${known} needs a name`
              : known === "correct" && !name && !type
                ? "correct needs a name or a type"
                : undefined;
    if (known === undefined || wrong !== undefined) problems.push({ line: index + 1, message: wrong ?? "" });
    else decisions.push({ action: known, id, name, type: kind, by, date });
  });
  return {
    decisions: decisions
      .map((one, at) => ({ one, at }))
      .sort((a, b) => (a.one.date < b.one.date ? -1 : a.one.date > b.one.date ? 1 : a.at - b.at))
      .map(({ one }) => one),
    problems,
  };
}

/** A decision as a row of the file. */
export const writeDecision = ({ action, id, name, type, by, date }: Decision): string =>
  [action, id, name, type ?? "", by, date].map((cell) => cell.replace(/[\t\r\n]+/g, " ").trim()).join("\t");

/**
 * A lexicon in which the decisions hold. The numbers of the bundled entities stay; what articles taught the old one is
 * not in it. Later decisions win over earlier ones.
 */
export function applyDecisions(lexicon: Lexicon, decisions: readonly Decision[]): Lexicon {
  const rows = lexicon.rows.slice();
  const at = new Map(rows.map(({ entity }, index) => [entity.id, index]));
  const rejected = new Set<string>();
  const merged = new Map<string, string>();
  const change = (index: number, make: (row: EntityRow) => EntityRow): void => {
    const row = rows[index];
    if (row) rows[index] = make(row);
  };
  for (const { action, id, name, type } of decisions) {
    const index = at.get(merged.get(id) ?? id);
    switch (action) {
      case "confirm":
      case "correct": {
        rejected.delete(nameKey(name));
        if (index === undefined) {
          at.set(id, rows.length);
          rows.push({ entity: newEntity(id, name || id, type ?? "company"), context: [], needsContext: [] });
        } else
          change(index, (row) => ({
            ...row,
            entity: {
              ...withNames(row.entity, newEntity(id, name, type ?? row.entity.type)),
              type: type ?? row.entity.type,
            },
            needsContext: row.needsContext.filter((one) => nameKey(one) !== nameKey(name)),
          }));
        break;
      }
      case "merge": {
        const from = at.get(name);
        if (from !== undefined && index !== undefined && from !== index) {
          const gone = rows[from];
          if (gone)
            change(index, (row) => ({
              ...row,
              entity: withNames(row.entity, gone.entity),
              context: [...row.context, ...gone.context],
              needsContext: [...row.needsContext, ...gone.needsContext],
            }));
          change(from, withoutNames);
          merged.set(name, id);
        } else if (index !== undefined)
          change(index, (row) => ({ ...row, entity: withNames(row.entity, newEntity(id, name, row.entity.type)) }));
        else {
          at.set(id, rows.length);
          rows.push({ entity: newEntity(id, name, type ?? "company"), context: [], needsContext: [] });
        }
        break;
      }
      case "reject":
        if (index !== undefined) change(index, (row) => (name ? withoutName(row, name) : withoutNames(row)));
        else rejected.add(nameKey(name || id));
    }
  }
  return new Lexicon(rows, { rejected, merged });
}

/** A confirmed entity with one name. */
function newEntity(id: string, name: string, type: EntityType): Entity {
  const latin = isLatinName(name);
  const han = latin || !name ? [] : [name];
  return {
    id,
    type,
    names: { TW: han, HK: han, CN: han, INTL: latin && name ? [name] : [] },
    short: [],
    tickers: [],
    fiscalYearEnd: 12,
    description: "",
    links: [],
    origin: "confirmed",
    confidence: 1,
  };
}

function withoutName(row: EntityRow, name: string): EntityRow {
  const key = nameKey(name);
  const kept = (names: readonly string[]): readonly string[] => names.filter((one) => nameKey(one) !== key);
  const { TW, HK, CN, INTL } = row.entity.names;
  const entity = {
    ...row.entity,
    names: { TW: kept(TW), HK: kept(HK), CN: kept(CN), INTL: kept(INTL) },
    short: kept(row.entity.short),
  };
  return allNames(entity).length ? { ...row, entity } : withoutNames(row);
}

const withoutNames = (row: EntityRow): EntityRow => ({
  ...row,
  entity: { ...row.entity, names: { TW: [], HK: [], CN: [], INTL: [] }, short: [], tickers: [] },
  needsContext: [],
});
