// Our own table of phrasings: what Taiwan, Hong Kong and mainland desks and English notes write, and what it is worth.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Region } from "../../../corpus/src/articles/article.ts";
import { findFigures } from "../../../corpus/src/figures/findFigures.ts";
import { formatFigureValue } from "../../../corpus/src/figures/formatFigureValue.ts";

const rows = readFileSync("test/corpus/figures/phrasings.tsv", "utf8")
  .split("\n")
  .filter((line) => line && !line.startsWith("#"));

/** `⟦570億元⟧ money 57000000000 TWD` of each figure; the bound only where it is not exact. */
function read(text: string, region: Region): string[] {
  return findFigures(text, { region }).map((figure) => {
    const bound = figure.bound === "exact" ? "" : ` ${figure.bound}`;
    return (
      `${text.slice(figure.start, figure.end)} = ${figure.kind} ${formatFigureValue(figure)} ${figure.unit}`.trimEnd() +
      bound
    );
  });
}

test("the table of phrasings has at least 400 rows", () => assert.ok(rows.length >= 400, String(rows.length)));

for (const row of rows) {
  const [region = "", marked = "", expected = ""] = row.split("\t");
  test(`${region} ${marked}`, () => {
    const spans = [...marked.matchAll(/⟦([^⟧]*)⟧/g)].map((match) => match[1]);
    const values = expected === "-" ? [] : expected.split(";").map((value) => value.trim().replace(/ +/g, " "));
    assert.equal(spans.length, values.length, "the row itself is wrong");
    const text = marked.replace(/[⟦⟧]/g, "");
    assert.deepEqual(
      read(text, region as Region),
      spans.map((span, index) => `${span} = ${values[index]}`),
    );
  });
}
