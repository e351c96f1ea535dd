// A thousand citations written by us over a generated corpus, then damaged as corpora are in real life, and resolved through
// the real index. `silent` counts what would be followed without a word to another place or another value: it must be 0.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { citeSource, spanOfFigure } from "../../../corpus/src/features/citing/citeFigure.ts";
import { resolveIn } from "../../../corpus/src/features/citing/resolveIn.ts";
import type { Desk } from "../../../corpus/src/features/desk.ts";
import { readChunks } from "../../../corpus/src/index/readChunks.ts";
import { lineStarts, lineText } from "../../../corpus/src/text/lines.ts";
import { CorpusIndex } from "../../../corpus/src/index/corpusIndex.ts";
import { figuresOfSentence, type FigureAt } from "../../../corpus/src/index/figureAt.ts";
import { insertCitation } from "../../../corpus/src/note/insertCitation.ts";
import { parseNote } from "../../../corpus/src/note/parseNote.ts";
import { quoteKey } from "../../../corpus/src/note/quoteKey.ts";
import { makeDesk, makeTables } from "../features/desk.ts";
import { applyEdits } from "./applyEdits.ts";
import { article, noteWithPlace } from "./newsStandIn.ts";
import { random, type Random } from "./random.ts";

const { Converter } = createRequire(import.meta.url)("opencc-js/t2cn") as { Converter: (options: object) => (text: string) => string };
const simplified = Converter({ from: "tw", to: "cn" });
const tables = makeTables();
const standard = makeDesk("");
const NOTE = "/w/notes/週報.md";
const CASES = 1000;

/** Lines of each article of each file; a Markdown file holds one. */
type Corpus = Map<string, string[][]>;
const textOf = (path: string, articles: readonly (readonly string[])[]): string =>
  path.endsWith(".md")
    ? articles.map(([title = "", ...body]) => `---\ntitle: "${title}"\ndate: 2025-11-20\n---\n\n${body.join("\n\n")}\n`).join("")
    : `${articles.map((lines) => lines.join("\n")).join("\n\n")}\n`;

function makeCorpus(chance: Random): Corpus {
  const corpus: Corpus = new Map();
  for (let i = 0; i < 3; i++) corpus.set(`/w/corpus/a${i}.md`, [article(chance)]);
  for (let i = 0; i < 2; i++) corpus.set(`/w/corpus/feeds/${i} (11).txt`, Array.from({ length: chance.below(4) + 2 }, () => article(chance)));
  return corpus;
}

const deskOf = (index: CorpusIndex): Desk => ({ ...standard, tables, index });
function put(index: CorpusIndex, path: string, articles: readonly (readonly string[])[], change: (text: string) => string = (text) => text): void {
  const text = change(textOf(path, articles));
  index.put(readChunks({ path, text, modified: Date.UTC(2025, 11, 31) }, tables), text);
}

interface Cited {
  readonly figure: FigureAt;
  readonly line: string;
  /** Columns of the quote in its line. */
  readonly start: number;
  readonly end: number;
}

/** What a damage made of the cited line, and what is right then. */
interface Damage {
  readonly outcomes: readonly string[];
  /** The cited line as it stands now. */
  readonly line: string;
  /** The figure's words as they stand now, folded. */
  readonly figure: string;
  readonly paths: readonly string[];
}

const key = (text: string): string => quoteKey(text).key;
const replaceLine = (corpus: Corpus, path: string, from: string, to: string): string[][] => (corpus.get(path) ?? []).map((lines) => lines.map((line) => (line === from ? to : line)));
const FILLER = ["新增的一行，與此無關。", "", "編按：本文已更新。", "　　"];

const DAMAGES: Readonly<Record<string, (cited: Cited, corpus: Corpus, index: CorpusIndex, chance: Random) => Damage | undefined>> = {
  "lines inserted": ({ figure, line }, corpus, index, chance) => {
    const path = figure.chunk.path;
    const articles = (corpus.get(path) ?? []).map(([title = "", ...body]) => [title, ...Array.from({ length: chance.below(6) }, () => chance.pick(FILLER)), ...body]);
    put(index, path, articles);
    return { outcomes: ["found"], line, figure: figure.surface, paths: [path] };
  },
  "spacing scraped again": ({ figure, line }, corpus, index, chance) => {
    const path = figure.chunk.path;
    const space = (text: string) => text.replace(/(?<=[一-鿿])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=[一-鿿])/g, () => (chance.chance(0.5) ? chance.pick([" ", "\u00a0", "\u3000", "\u200b"]) : ""));
    const spaced = space(line);
    put(index, path, replaceLine(corpus, path, line, spaced));
    return { outcomes: ["found"], line: spaced, figure: figure.surface, paths: [path] };
  },
  "script converted": ({ figure, line }, corpus, index) => {
    const path = figure.chunk.path;
    put(index, path, corpus.get(path) ?? [], simplified);
    return { outcomes: ["found"], line: simplified(line), figure: simplified(figure.surface), paths: [path] };
  },
  "article moved to another file": ({ figure, line }, corpus, index, chance) => {
    const path = figure.chunk.path;
    const all = corpus.get(path) ?? [];
    const own = all.filter((lines) => lines.includes(line));
    const rest = all.filter((lines) => !lines.includes(line));
    if (rest.length) put(index, path, rest);
    else index.remove(path);
    put(index, "/w/corpus/moved.txt", [article(chance), ...own, article(chance)]);
    return { outcomes: ["moved"], line, figure: figure.surface, paths: ["/w/corpus/moved.txt"] };
  },
  "file renamed": ({ figure, line }, corpus, index) => {
    const path = figure.chunk.path;
    const renamed = path.replace("/w/corpus/", "/w/corpus/2025/");
    index.remove(path);
    put(index, renamed, corpus.get(path) ?? []);
    return { outcomes: ["moved"], line, figure: figure.surface, paths: [renamed] };
  },
  "neighbouring sentence edited": ({ figure, line, start, end }, corpus, index, chance) => {
    const path = figure.chunk.path;
    const [before, quoted, behind] = [line.slice(0, start), line.slice(start, end), line.slice(end)];
    const edit = (text: string) => text.replace(/[，。]/g, (mark) => (chance.chance(0.5) ? `，補充說明${chance.below(9)}如下${mark}` : mark));
    // an edit that ends in a digit would make another number of one that begins the quote
    const edited = edit(before) + quoted + edit(behind) + "後記。";
    put(index, path, replaceLine(corpus, path, line, edited));
    return { outcomes: ["found"], line: edited, figure: figure.surface, paths: [path] };
  },
  "quoted words edited": ({ figure, line, start }, corpus, index, chance) => {
    const path = figure.chunk.path;
    const places = Array.from({ length: figure.start - start }, (_, i) => start + i).filter((at) => /[一-鿿]/.test(line.charAt(at)) && !/[一二三四五六七八九十百千萬億年月]/.test(line.charAt(at)));
    if (!places.length) return undefined;
    const at = chance.pick(places);
    const edited = `${line.slice(0, at)}${chance.pick(["約", "其", "該"])}${line.slice(at + 1)}`;
    put(index, path, replaceLine(corpus, path, line, edited));
    return { outcomes: ["drifted", "changed", "missing"], line: edited, figure: figure.surface, paths: [path] };
  },
  "quote's figure edited": ({ figure, line }, corpus, index, chance) => {
    const path = figure.chunk.path;
    const { surface } = figure;
    const fresh = chance.pick([surface.replace(/\d/, (digit) => String((Number(digit) % 9) + 1)), `1${surface}`, surface.replace(/(\d)(?=\D|$)/, "$13")]);
    if (key(fresh) === key(surface) || !/\d/.test(surface)) return undefined;
    const edited = line.slice(0, figure.start) + fresh + line.slice(figure.end);
    put(index, path, replaceLine(corpus, path, line, edited));
    return { outcomes: ["changed", "missing"], line: edited, figure: fresh, paths: [path] };
  },
};

/** A figure of the corpus cited in a note, written by us; undefined where the chance gave none. */
function cite(index: CorpusIndex, chance: Random): { readonly note: string; readonly cited: Cited } | undefined {
  const files = [...index.files()];
  const file = chance.pick(files);
  const figures = file.chunks.flatMap((chunk) => Array.from({ length: chunk.sentences.line.length }, (_, row) => figuresOfSentence(chunk, row)).flat());
  if (!figures.length) return undefined;
  const figure = chance.pick(figures);
  const line = lineText(file.text, lineStarts(file.text), figure.line);
  if (line.startsWith("title:")) return undefined;
  const { quote, target } = citeSource(spanOfFigure(figure), NOTE);
  const fixture = noteWithPlace(chance);
  const at = fixture.indexOf("‸");
  const plain = fixture.replace("‸", "");
  const typed = plain[at - 1] === "5" ? 1 : 0;
  const result = insertCitation({ note: parseNote(plain), range: { start: at - typed, end: at }, text: figure.surface, target, quote, style: chance.pick(["reference", "inline"] as const), snippets: false });
  const start = line.lastIndexOf(quote, figure.start);
  if (!result.cited || start < 0) return undefined;
  return { note: applyEdits(plain, result).replace("‸", ""), cited: { figure, line, start, end: start + quote.length } };
}

test("a thousand damaged citations: at least 99 % get the right outcome, none is silently wrong", () => {
  const names = Object.keys(DAMAGES);
  const wrong: string[] = [];
  const silent: string[] = [];
  const played = new Map<string, number>();
  for (let seed = 1, done = 0; done < CASES; seed++) {
    const chance = random(seed * 104729);
    const corpus = makeCorpus(chance);
    const index = new CorpusIndex(tables.lexicon, tables.terms);
    for (const [path, articles] of corpus) put(index, path, articles);
    index.articles.settle();
    const written = cite(index, chance);
    if (!written) continue;
    const { note, cited } = written;
    const lines = [...corpus.values()].flat(2);
    // two lines alike cannot be told apart by anybody
    if (lines.filter((line) => line === cited.line).length !== 1) continue;
    const name = names[done % names.length] ?? "";
    const damage = DAMAGES[name]?.(cited, corpus, index, chance);
    if (!damage) continue;
    done++;
    played.set(name, (played.get(name) ?? 0) + 1);
    const citation = parseNote(note).citations.find(({ text, hint }) => hint !== undefined && key(text) === key(cited.figure.surface));
    assert.ok(citation, `seed ${seed}: ${note}`);
    const { resolution } = resolveIn(deskOf(index), { path: NOTE }, citation);
    const told = `seed ${seed}, ${name}: "${citation.quote}" → ${resolution.outcome}`;
    let right = damage.outcomes.includes(resolution.outcome);
    if (resolution.outcome === "found" || resolution.outcome === "moved") {
      const { place } = resolution;
      const file = index.file(place.path);
      const line = file ? lineText(file.text, lineStarts(file.text), place.line) : "";
      const [figure] = place.figures;
      const there = damage.paths.includes(place.path) && line === damage.line && figure !== undefined && key(line.slice(figure.start, figure.end)) === key(damage.figure);
      right &&= there;
      // where similar words still stand in the old place that is told, and nothing is followed
      const followed = resolution.outcome === "found" || !resolution.similar;
      if (!there && followed) silent.push(`${told} at ${place.path}:${place.line + 1} ${figure ? line.slice(figure.start, figure.end) : "no figure"}, not ${damage.figure}`);
    }
    if (!right) wrong.push(told);
  }
  console.log(`damaged citations: ${CASES - wrong.length} of ${CASES} right, ${silent.length} silently wrong (${[...played].map(([name, count]) => `${name} ${count}`).join(", ")})`);
  assert.deepEqual(silent, []);
  assert.ok(wrong.length <= CASES / 100, wrong.slice(0, 20).join("\n"));
});
