// What the figure of a table cell says: metric and subject from its row's head, period from its column's; each from the other
// head where its own tells nothing.
import type { Entity } from "../entities/entity.ts";
import type { FigureKind } from "../figures/figure.ts";
import type { CellContext } from "../text/passage.ts";
import { Cue, findCues } from "./cues.ts";
import { isAccounts, isEmpty } from "./metricTraits.ts";
import { resolvePeriod } from "./resolvePeriod.ts";
import type { Said } from "./said.ts";
import { findTerms, type Terms } from "./terms.ts";
import { findWrittenPeriods } from "./writtenPeriod.ts";

export interface CellInput {
  readonly cell: CellContext;
  readonly kind?: FigureKind;
  readonly vocabulary: Terms;
  readonly date: string | undefined;
  /** The entity whose table it is, if the article tells. */
  readonly owner?: { readonly entity: number; readonly named: Entity };
}

const RELATIVE: ReadonlySet<FigureKind> = new Set(["percent", "percentage_point", "multiple", "basis_point"]);
const CHANGE = /(?:年增|同比|按年|yoy|y\/y|季增|環比|环比|qoq|增減|增减|變動|变动|change|growth|成長率|增長率|增长率|漲跌)/i;

export function readCell({ cell, kind, vocabulary, date, owner }: CellInput): Said {
  const metricOf = (head: string) => findTerms(head, vocabulary).findLast(({ metric, term }) => metric !== undefined && !isEmpty(metric) && (kind === undefined || RELATIVE.has(kind) || (vocabulary.rows[term]?.kinds.includes(kind) ?? false)))?.metric;
  const metric = metricOf(cell.rowHead) ?? metricOf(cell.columnHead);
  const heads = [cell.columnHead, cell.rowHead];
  let period: Said["period"];
  let forecast: boolean | undefined;
  for (const head of heads) {
    const written = findWrittenPeriods(head)[0];
    if (!written || period) continue;
    period = resolvePeriod(written, head.slice(written.start, written.end), {
      date,
      fiscalYearEnd: owner?.named.type === "company" ? owner.named.fiscalYearEnd || 12 : 12,
      namedByStart: owner?.named.tickers.some((ticker) => ticker.endsWith("-JP")) ?? false,
      accounts: isAccounts(metric),
      forecast: false,
    });
    if (written.mark !== undefined) forecast = written.mark === "forecast";
  }
  const cues = heads.flatMap((head) => findCues(head));
  const comparison = cues.some(({ cue }) => cue === Cue.OnYear) ? "year" : cues.some(({ cue }) => cue === Cue.OnQuarter) ? "quarter" : cues.some(({ cue }) => cue === Cue.OnMonth) ? "month" : undefined;
  if (forecast === undefined && heads.some((head) => /(?:預估|预估|預測|预测|forecast|estimate|consensus)/i.test(head))) forecast = true;
  const changes = kind !== undefined && RELATIVE.has(kind) && heads.some((head) => CHANGE.test(head));
  return {
    subjects: owner ? [{ entity: owner.entity, part: "of", inferred: true }] : [],
    ...(metric !== undefined ? { metric } : {}),
    ...(period ? { period } : {}),
    ...(metric !== undefined || changes ? { role: changes ? "change" : "level" } : {}),
    ...(forecast !== undefined ? { forecast } : {}),
    ...(comparison ? { comparison } : {}),
  } satisfies Said;
}
