import assert from "node:assert/strict";
import { createRequire } from "node:module";
import test from "node:test";
import type { Figure } from "../../../corpus/src/figures/figure.ts";
import { insertCitation } from "../../../corpus/src/note/insertCitation.ts";
import { makeQuote } from "../../../corpus/src/note/makeQuote.ts";
import { parseNote } from "../../../corpus/src/note/parseNote.ts";
import { quoteKey } from "../../../corpus/src/note/quoteKey.ts";
import { relativeTarget } from "../../../corpus/src/note/relativeTarget.ts";
import { resolveCitation } from "../../../corpus/src/note/resolveCitation.ts";
import type { Resolution } from "../../../corpus/src/note/resolution.ts";
import { applyEdits } from "./applyEdits.ts";
import { corpusStandIn } from "./corpusStandIn.ts";
import { figuresIn, folded } from "./figureStandIn.ts";
import { article, money, noteWithPlace, percent } from "./newsStandIn.ts";
import { random, type Random } from "./random.ts";

const { Converter } = createRequire(import.meta.url)("opencc-js/t2cn") as {
  Converter: (options: object) => (text: string) => string;
};
const simplified = Converter({ from: "tw", to: "cn" });

const NOTE = "/ws/notes/週 報.md";
const PATHS = ["/ws/corpus/a.md", "/ws/corpus/feeds/2025 (11).txt", "/ws/corpus/輝達#3.md"];

/** An article's lines in a file of several, and one figure of it that is cited. */
interface Cited {
  readonly path: string;
  /** The file's articles; `own` is the cited one's index. */
  readonly articles: readonly (readonly string[])[];
  readonly own: number;
  readonly line: number;
  readonly figure: Figure;
}

function citedFigure(chance: Random): Cited | undefined {
  const articles = Array.from({ length: chance.below(4) + 1 }, () => article(chance));
  const own = chance.below(articles.length);
  const lines = articles[own] ?? [];
  const line = chance.below(lines.length);
  const figures = figuresIn(lines[line] ?? "");
  return figures.length === 0
    ? undefined
    : { path: chance.pick(PATHS), articles, own, line, figure: chance.pick(figures) };
}

const fileText = (articles: readonly (readonly string[])[]): string =>
  articles.map((lines) => lines.join("\n")).join("\n\n") + "\n";
const linesBefore = ({ articles, own, line }: Cited): number =>
  articles.slice(0, own).reduce((sum, lines) => sum + lines.length + 1, 0) + line;

/** The note with the citation in it, and the quote that was made. */
function noteCiting(
  cited: Cited,
  chance: Random,
): { readonly note: string; readonly quote: string; readonly start: number; readonly end: number } {
  const text = cited.articles[cited.own]?.[cited.line] ?? "";
  const whole = quoteKey((cited.articles[cited.own] ?? []).join("\n")).key;
  const quote = makeQuote(
    text,
    cited.figure,
    figuresIn(text),
    (words) => whole.split(quoteKey(words).key).length === 2,
  );
  const fixture = noteWithPlace(chance);
  const at = fixture.indexOf("‸");
  const plain = fixture.replace("‸", "");
  const typed = plain[at - 1] === "5" ? 1 : 0;
  const result = insertCitation({
    note: parseNote(plain),
    range: { start: at - typed, end: at },
    text: text.slice(cited.figure.start, cited.figure.end),
    target: relativeTarget(NOTE, cited.path, linesBefore(cited) + 1, cited.figure.start + 1),
    quote: quote.quote,
    style: chance.pick(["reference", "inline"] as const),
    snippets: chance.chance(0.5),
  });
  assert.ok(result.cited, fixture);
  return { note: applyEdits(plain, result).replace("‸", ""), ...quote };
}

type Files = Record<string, string>;
interface Damage {
  readonly files: Files;
  readonly expected: readonly Resolution["outcome"][];
  /** The figure that must be found, as it is written now; another one must never be. */
  readonly figure: string;
}

const figureText = ({ articles, own, line, figure }: Cited): string =>
  (articles[own]?.[line] ?? "").slice(figure.start, figure.end);
const withLines = (cited: Cited, lines: readonly string[]): string =>
  fileText(cited.articles.map((one, i) => (i === cited.own ? lines : one)));
const ownLines = (cited: Cited, change: (line: string) => string): readonly string[] =>
  (cited.articles[cited.own] ?? []).map((line, i) => (i === cited.line ? change(line) : line));

const DAMAGES: Readonly<
  Record<string, (cited: Cited, quote: { start: number; end: number }, chance: Random) => Damage>
> = {
  "nothing done": (cited) => ({
    files: { [cited.path]: fileText(cited.articles) },
    expected: ["found"],
    figure: figureText(cited),
  }),
  "lines inserted above": (cited, _, chance) => {
    const above = Array.from({ length: chance.below(30) + 1 }, () =>
      chance.chance(0.5) ? "" : "新增的一行，與此無關。",
    );
    return {
      files: { [cited.path]: `${above.join("\n")}\n${fileText(cited.articles)}` },
      expected: ["found"],
      figure: figureText(cited),
    };
  },
  "spacing scraped again": (cited, _, chance) => {
    const text = fileText(cited.articles).replace(/(?<=[一-鿿])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=[一-鿿])/g, () =>
      chance.chance(0.5) ? chance.pick([" ", "\u00a0", "\u3000", "\u200b"]) : "",
    );
    return {
      files: { [cited.path]: text.replace(/(?<=[一-鿿]) (?=[A-Za-z0-9])/g, () => (chance.chance(0.5) ? "" : " ")) },
      expected: ["found"],
      figure: figureText(cited),
    };
  },
  "script converted": (cited) => ({
    files: { [cited.path]: simplified(fileText(cited.articles)) },
    expected: ["found"],
    figure: simplified(figureText(cited)),
  }),
  "file renamed": (cited) => ({
    files: { "/ws/corpus/new.md": fileText(cited.articles) },
    expected: ["moved"],
    figure: figureText(cited),
  }),
  "article moved to another file": (cited, _, chance) => {
    const rest = cited.articles.filter((_one, i) => i !== cited.own);
    return {
      files: {
        [cited.path]: fileText(rest),
        "/ws/corpus/other.txt": fileText([article(chance), cited.articles[cited.own] ?? []]),
      },
      // the very words may stand in another article of the old file as well
      expected: ["moved", "found"],
      figure: figureText(cited),
    };
  },
  "another sentence edited": (cited, { end }) => {
    const lines = ownLines(
      cited,
      (line) => `${line.slice(0, end)}${line.slice(end).replace(/[。]/g, "，補充說明如下。")}後記。`,
    );
    return {
      files: { [cited.path]: withLines(cited, ["改過的標題", ...lines.slice(1)]) },
      expected: cited.line === 0 ? ["missing", "drifted", "changed"] : ["found"],
      figure: figureText(cited),
    };
  },
  "the cited figure edited": (cited, _, chance) => {
    const { start, end, kind } = cited.figure;
    const old = figureText(cited);
    const fresh = [
      kind === "percent" ? percent(chance) : money(chance),
      old.replace(/\d/, (digit) => String((Number(digit) % 9) + 1)),
      `1${old}`,
      old.replace(/(\d)(?=\D|$)/, "$13"),
    ].filter((one) => one !== old);
    const figure = chance.pick(fresh);
    return {
      files: {
        [cited.path]: withLines(
          cited,
          ownLines(cited, (line) => line.slice(0, start) + figure + line.slice(end)),
        ),
      },
      expected: ["changed", "missing"],
      figure,
    };
  },
};

for (const [name, damage] of Object.entries(DAMAGES))
  test(`a citation inserted anywhere resolves to its words after: ${name}`, () => {
    let played = 0;
    let honest = 0;
    for (let seed = 1; played < 250; seed++) {
      const chance = random(seed * 7919);
      const cited = citedFigure(chance);
      if (!cited) continue;
      played++;
      const { note, start, end } = noteCiting(cited, chance);
      const { files, expected, figure } = damage(cited, { start, end }, chance);
      const citation = parseNote(note).citations.find(({ text }) => text === figureText(cited));
      assert.ok(citation, `seed ${seed}: ${note}`);
      const resolution = resolveCitation(citation, NOTE, corpusStandIn(files));
      const context = `seed ${seed}: ${citation.quote} → ${JSON.stringify(resolution, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value))}`;
      if (name === "the cited figure edited") {
        // unless the old words stand in another article of the file, they are found no more
        const elsewhere = quoteKey(fileText(cited.articles)).key.split(quoteKey(citation.quote ?? "").key).length > 2;
        if (!elsewhere) assert.ok(expected.includes(resolution.outcome), context);
        if (resolution.outcome === "changed") honest++;
      } else assert.ok(expected.includes(resolution.outcome), context);
      if (resolution.outcome === "missing" || resolution.outcome === "outside" || resolution.outcome === "no-quote")
        continue;
      const { place } = resolution;
      const line = files[place.path]?.split("\n")[place.line] ?? "";
      const [found] = place.figures;
      assert.ok(found, context);
      if (resolution.outcome === "found" || resolution.outcome === "moved" || resolution.outcome === "changed") {
        const words = folded(line.slice(found.start, found.end));
        if (resolution.outcome === "changed" || name !== "the cited figure edited")
          assert.equal(words, folded(figure), context);
        if (resolution.outcome === "found")
          assert.equal(folded(line.slice(place.start, place.end)), folded(citation.quote ?? ""), context);
      }
    }
    if (name === "the cited figure edited")
      assert.ok(honest >= 0.97 * played, `${honest} of ${played} told as changed`);
  });
