// What is asked of a generated corpus: notes with cited figures, plain figures rounded and converted, names, and sentences to
// complete, all from figures that the generator remembers. The same seed asks the same.
import { digitsOf } from "./news/figures.mjs";
import { pick, random } from "./news/random.mjs";
import { periodText, writeValue } from "./news/slots.mjs";

const VERBS = [["達", "為", "約"], ["達", "為", "約"], ["达", "为", "约"], [" of ", " of ", " of about "]];
const OPENINGS = [["據報導，", "財報顯示，", "我們注意到，", ""], ["據報道，", "業績顯示，", ""], ["据报道，", "财报显示，", "我们注意到，", ""], ["According to the report, ", "As filed, ", ""]];

/** The sentence of a note up to the figure. */
function lead(fact, region, next) {
  const company = fact.company.names[region];
  const period = periodText(fact.period, region, 0.2, true);
  const metric = fact.metric.names[region][0];
  const space = region === 3 ? " " : "";
  return { opening: pick(next, OPENINGS[region]), body: `${company}${space}${period}${space}${metric}${pick(next, VERBS[region])}` };
}

/** The fact's figure as a note of a region writes it: to three digits, in the region's magnitudes. */
const rounded = (fact, region) => writeValue(Number(fact.value.toPrecision(3)), fact.metric, fact.company, region, 3, 0.5);

/** The words of the source that a citation quotes: from the start of the clause to the figure's end. */
function quoteOf(fact) {
  const end = fact.offset + (fact.end - fact.start);
  const before = fact.sentence.slice(0, Math.max(0, fact.offset - 8));
  const start = Math.max(...["，", "。", "；"].map((sign) => before.lastIndexOf(sign))) + 1;
  return fact.sentence.slice(start, end).trim().slice(-80).replaceAll('"', "＂").replaceAll("[", "［").replaceAll("]", "］");
}

const stop = ["。", "。", "。", ". "];

/**
 * Questions about `facts`, in order of asking.
 * @param {object[]} facts of writeNews
 * @param {string} back the path from a note to the corpus folder
 * @returns {{ cited: object[], plain: object[], names: object[], complete: object[], entities: object[] }} each with `text` (a note of
 *   a few lines), `line` and `character` (0-based) and the fact
 */
export function questions(facts, back = "../corpus", seed = 3) {
  const next = random(seed);
  const all = { cited: [], plain: [], names: [], complete: [], entities: [] };
  for (const [i, fact] of facts.entries()) {
    // two of five notes are written in another region's words than the source
    const region = next() < 0.6 ? fact.region : Math.floor(next() * 4);
    const { opening, body } = lead(fact, region, next);
    const tail = stop[region];
    const label = `q${i.toString(36).padStart(3, "0")}`;
    const before = `${opening}${body}`;
    const figure = rounded(fact, region);
    const cited = `${before}[${figure}][${label}]${tail}`;
    const definition = `[${label}]: ${back}/${fact.path}#L${fact.line + 1},${fact.start + 1} "${quoteOf(fact)}"`;
    const name = fact.company.names[region];
    all.cited.push({ fact, text: `# n\n\n${cited}\n\n${definition}\n`, line: 2, character: before.length + 2, sentence: cited, definition, figure, label });
    all.plain.push({ fact, text: `# n\n\n${before}${figure}${tail}\n`, line: 2, character: before.length + 1, sentence: `${before}${figure}${tail}` });
    all.names.push({ fact, text: `# n\n\n${before}${figure}${tail}\n`, line: 2, character: opening.length + Math.floor(Math.max(0, name.length - 1) / 2) });
    all.complete.push({ fact, text: `# n\n\n${before}\n`, line: 2, character: before.length });
    const typed = name.slice(0, Math.max(2, Math.ceil(name.length / 2)));
    all.entities.push({ fact, text: `# n\n\n${opening}@${typed}\n`, line: 2, character: opening.length + 1 + typed.length });
  }
  return all;
}

/** A note of about `bytes` bytes: a sentence of each question in turn, three of five cited, definitions at the end. */
export function longNote({ cited, plain }, bytes) {
  const lines = ["# 長筆記", ""];
  const definitions = [];
  const places = [];
  let size = 0;
  for (let i = 0; size < bytes && i < cited.length * 4; i += 4) {
    const words = [];
    for (let k = i; k < i + 4; k++) {
      const at = k % cited.length;
      const one = k % 5 < 3 && k < cited.length ? cited[at] : plain[at];
      if (one.definition && k < cited.length) {
        definitions.push(one.definition);
        size += Buffer.byteLength(one.definition) + 1;
      }
      words.push(one.sentence);
    }
    places.push({ line: lines.length, character: 2 });
    const text = words.join("");
    size += Buffer.byteLength(text) + 2;
    lines.push(text, "");
  }
  return { text: `${[...lines, ...definitions].join("\n")}\n`, places };
}

/** An article of its own with one figure that no other has, and the note that asks after it. */
export function freshArticle(company, number) {
  const figure = `${digitsOf(100 + (number * 7.31) % 800, 5)}億元`;
  const sentence = `${company}2026年第${"一二三四"[number % 4]}季營收達${figure}`;
  return {
    article: `---\ntitle: ${company}更新第${number}次：營收${figure}\ndate: 2026-11-0${1 + (number % 9)}\npublisher: 測試快訊\n---\n\n${sentence}，公司重申全年目標不變。其餘細節將在法說會說明。\n`,
    text: `# n\n\n據報導，${sentence}。\n`,
    line: 2,
    character: 4 + sentence.length - 3,
  };
}
