// What a figure says in words, for hover: NVIDIA · revenue · third fiscal quarter (2025-08-01 – 2025-10-31) · on the year ·
// forecast. Names are given by the caller, in the reader's wording.
import type { Statement } from "../figures/statement.ts";

export interface StatementNames {
  readonly entity: (index: number) => string | undefined;
  readonly metric: (id: string) => string;
}

/** The stated slots parted by middle dots; the empty string where it states nothing. Plain text, not Markdown. */
export function describeStatement(statement: Statement, names: StatementNames): string {
  const { period, scope, metric, comparison, role, forecast, asOf, attribution } = statement;
  const subjects = statement.subjects.filter(({ part }) => part === "of").flatMap(({ entity }) => names.entity(entity) ?? []);
  const by = typeof attribution === "number" ? names.entity(attribution) : attribution;
  const days = period ? `${period.from} – ${period.to}` : "";
  const calendar = period?.calendarFrom !== undefined ? `; by the calendar ${period.calendarFrom} – ${period.calendarTo ?? ""}` : "";
  return [
    subjects.join(", "),
    scope,
    metric === undefined ? "" : names.metric(metric),
    period ? `${period.text} (${days}${calendar})` : "",
    role === undefined || role === "level" ? "" : role,
    comparison === undefined || comparison === "other" ? "" : `on the ${comparison}`,
    forecast === true ? "forecast" : "",
    asOf !== undefined && asOf !== period?.text ? `as of ${asOf}` : "",
    by !== undefined && !subjects.includes(by) ? `says ${by}` : "",
  ]
    .filter(Boolean)
    .join(" · ");
}
