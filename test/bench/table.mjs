// The table of a run: each figure with its size of corpus, bar, floor and peers, printed as it comes; at the end how it grew.

export const sorted = (values) => [...values].sort((a, b) => a - b);
/** The value below which a share of the values lies; NaN of none. */
export const at = (values, share) => (values.length ? sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] : NaN);
export const median = (values) => at(values, 0.5);
export const count = (value) => value.toLocaleString("en-US");
const said = (value, unit) => (value === undefined || Number.isNaN(value) ? "—" : `${value >= 100 ? Math.round(value).toLocaleString("en-US") : value >= 10 ? value.toFixed(1) : value.toFixed(2)}${unit ? ` ${unit}` : ""}`);

/** How far a flat or linear row may be from flat or linear. */
const MOST = 1.5;
/** Below this many milliseconds a growth is the clock's, not the code's. */
const GRAIN = 0.25;

export function createTable() {
  const rows = [];
  const notes = [];
  return {
    rows,
    /**
     * One figure of the run.
     * @param {{ what: string, size?: number, value?: number, unit?: string, bar?: number, least?: boolean, beside?: string, growth?: "flat" | "linear", grows?: number, none?: string }} row
     *   `bar` is the most, with `least` the least; `grows` is the value whose growth counts where it is not `value` (medians);
     *   `none` says why there is no value
     */
    measured(row) {
      rows.push(row);
      const { what, size, value, unit = "ms", bar, least, beside, none } = row;
      const right = bar === undefined || value === undefined ? undefined : least ? value >= bar : value <= bar;
      row.right = right;
      const head = none ? "--  " : right === undefined ? "    " : right ? "ok  " : "OVER";
      console.log(`${head} ${what}${size ? ` · ${count(size)} articles` : ""}: ${none ?? said(value, unit)}${bar === undefined ? "" : ` (bar ${least ? "≥" : "≤"} ${bar} ${unit})`}${beside ? ` · ${beside}` : ""}`);
    },
    note(text) {
      notes.push(text);
      console.log(`     ${text}`);
    },
    /** Compares the rows of the two largest sizes; gives how many grew wrongly. */
    growth() {
      const sizes = [...new Set(rows.flatMap(({ size }) => size ?? []))].sort((a, b) => a - b);
      const [small, large] = sizes.slice(-2);
      if (large === undefined) return { wrong: 0, right: 0 };
      let wrong = 0;
      let right = 0;
      console.log(`growth from ${count(small)} to ${count(large)} articles`);
      for (const one of rows.filter(({ size, growth }) => size === small && growth)) {
        const other = rows.find(({ what, size }) => what === one.what && size === large);
        const [a, b] = [one, other].map((row) => row?.grows ?? row?.value);
        if (a === undefined || b === undefined) continue;
        const grain = one.unit === undefined || one.unit === "ms" ? GRAIN : 0;
        const ratio = one.growth === "flat" ? (Math.max(0, b) + grain) / (Math.max(0, a) + grain) : b / a / (large / small);
        const good = ratio <= MOST;
        if (good) right++;
        else wrong++;
        console.log(`${good ? one.growth.padEnd(6) : "GROWS "} ${one.what}: ${one.growth === "flat" ? "×" : "per article ×"} ${ratio.toFixed(2)} (bar ${MOST})`);
      }
      return { wrong, right };
    },
    counts: () => ({ passed: rows.filter(({ right }) => right === true).length, failed: rows.filter(({ right }) => right === false).length }),
    /** The rows as a Markdown table, sizes as columns: what stands in README.md. */
    markdown() {
      const sizes = [...new Set(rows.flatMap(({ size }) => size ?? []))].sort((a, b) => a - b);
      const lines = [`| what | ${sizes.map((size) => `${count(size)}`).join(" | ")} | bar | beside it |`, `|---|${sizes.map(() => "--:|").join("")}--:|---|`];
      for (const what of new Set(rows.map((row) => row.what))) {
        const mine = rows.filter((row) => row.what === what);
        const last = mine.at(-1);
        const cell = (row) => (row ? (row.none ? "—" : `${said(row.value, row.unit ?? "ms")}${row.right === false ? " ✗" : ""}`) : "");
        const cells = last.size === undefined ? [cell(last), ...sizes.slice(1).map(() => "")] : sizes.map((size) => cell(mine.find((row) => row.size === size)));
        lines.push(`| ${what} | ${cells.join(" | ")} | ${last.bar === undefined ? "" : `${last.least ? "≥" : "≤"} ${last.bar} ${last.unit ?? "ms"}`} | ${last.beside ?? ""} |`);
      }
      return lines.join("\n");
    },
  };
}
