// Public cases of other parsers: recognizers-text (finance figures, values) and duckling (numbers and money, by the value reader).
// What was left out, and why, stands in the data files.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Figure } from "../../../corpus/src/figures/figure.ts";
import { findFigures } from "../../../corpus/src/figures/findFigures.ts";
import { readQuantity } from "../../../corpus/src/figures/readQuantity.ts";
import { toNumber } from "../../../corpus/src/text/decimal.ts";

interface Expected {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly unit?: string;
  readonly iso?: string;
}
interface Case {
  readonly model: string;
  readonly via: "find" | "value" | "none" | "open";
  readonly input: string;
  readonly results: readonly Expected[];
}
interface LeftOut {
  readonly reason: string;
}

const read = <T>(path: string): T => JSON.parse(readFileSync(path, "utf8")) as T;
const recognizers = read<{ cases: readonly Case[]; leftOut: readonly LeftOut[] }>("test/data/recognizers-text.json");
const duckling = read<{ cases: readonly { expected: string; text: string }[]; leftOut: readonly LeftOut[] }>(
  "test/data/duckling-zh.json",
);

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-3 * Math.max(1e-12, Math.abs(a), Math.abs(b));

/** What one of their units is worth in ours, and the unit that we write for it. */
const UNITS: Readonly<Record<string, readonly [number, string]>> = {
  Gram: [1e-3, "kg"],
  Kilogram: [1, "kg"],
  Microgram: [1e-9, "kg"],
  Ton: [1, "t"],
  Jin: [1, "斤"],
  Liang: [1, "两"],
  Mu: [1, "亩"],
  Centimeter: [0.01, "m"],
  Meter: [1, "m"],
  Kilometer: [1000, "m"],
  Hertz: [1, "Hz"],
  Megahertz: [1e6, "Hz"],
  Kilowatt: [1000, "W"],
  Kilocalorie: [1000, "cal"],
  Kilobit: [1000, "bit"],
  Megabyte: [1e6, "B"],
  Kilobyte: [1000, "B"],
  Year: [1, "yr"],
  Month: [1, "mo"],
  Week: [1, "wk"],
  Day: [1, "d"],
  F: [1, "℉"],
  C: [1, "℃"],
  Degree: [1, "℃"],
};

/** A share of a hundred or of one is the same quantity. */
const comparable = (figure: Pick<Figure, "kind" | "low">, percent: boolean): number =>
  toNumber(figure.low) * (percent && figure.kind === "fraction" ? 100 : 1);

function agrees(item: Case): boolean {
  switch (item.via) {
    case "none":
      return findFigures(item.input, { region: "CN" }).length === 0;
    case "value": {
      const quantity = readQuantity(item.input, "CN");
      const value = quantity && toNumber(quantity.low) * (quantity.kind === "percent" ? 0.01 : 1);
      return value !== undefined && item.results.every((result) => near(value, Number(result.value)));
    }
    case "open": {
      const quantity = readQuantity(item.input, "CN");
      return (
        quantity?.open === true &&
        item.results.every((result) => near(toNumber(quantity.low), Number(/[\d.]+/.exec(result.value)?.[0])))
      );
    }
    case "find": {
      const figures = findFigures(item.input, { region: "CN" });
      const percent = item.model === "PercentModel";
      const found = item.results.every((result) =>
        figures.some((figure) => {
          const [factor, unit] = UNITS[result.unit ?? ""] ?? [1, result.iso];
          return (
            figure.start < result.end &&
            result.start < figure.end &&
            near(comparable(figure, percent), Number.parseFloat(result.value) * factor) &&
            (!unit || figure.unit === unit)
          );
        }),
      );
      return item.results.length ? found : figures.length === 0;
    }
  }
}

function share(name: string, failed: readonly string[], all: number): void {
  test(`${name}: ${all - failed.length} of ${all} cases agree, at least 95 %`, (context) => {
    for (const text of failed) context.diagnostic(text);
    assert.ok(failed.length <= all * 0.05, failed.join("\n"));
  });
}

share(
  "recognizers-text",
  recognizers.cases.filter((item) => !agrees(item)).map((item) => `${item.model} ${item.input}`),
  recognizers.cases.length,
);

const agreesWithDuckling = ({ expected, text }: { readonly expected: string; readonly text: string }): boolean => {
  const cent = expected.includes("Cent") ? 0.01 : 1;
  const [low = NaN, high = low] = [...expected.matchAll(/-?\d+(?:\.\d+)?/g)].map((match) => Number(match[0]) * cent);
  const quantity = readQuantity(text, "HK");
  if (!quantity || !near(toNumber(quantity.low), low) || !near(toNumber(quantity.high), high)) return false;
  if (expected.includes("CNY") && quantity.unit !== "CNY") return false;
  if (expected.startsWith("(under") && quantity.bound !== "atMost") return false;
  return !expected.startsWith("(above") || quantity.bound === "atLeast";
};
share(
  "duckling",
  duckling.cases.filter((item) => !agreesWithDuckling(item)).map((item) => `${item.expected} ${item.text}`),
  duckling.cases.length,
);

test("each case left out has a reason", () => {
  for (const item of [...recognizers.leftOut, ...duckling.leftOut]) assert.ok(item.reason.length > 10);
});
